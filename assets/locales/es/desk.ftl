# Lo que dice Folkmoot en español: los principios, las negativas de cada institución y los tropiezos de un libro.
# Una negativa dice qué se niega y por qué; su atributo dice qué hacer en su lugar. Los códigos y los datos son del corazón.


# Between several things in a row.
list-comma = {", "}
# Between members that are said by name and number.
list-between = {"; "}


## Los siete principios de los documentos fundacionales

principle-P1 = Lo que la asamblea de un pueblo puede decidir se queda en esa asamblea.
principle-P2 = No hay autoridad central: la coordinación rota y nunca manda.
principle-P3 = Las personas delegadas llevan las instrucciones de su asamblea y se les puede revocar en cualquier momento.
principle-P4 = Ningún pueblo está obligado a una acción que rechazó.
principle-P5 = Lo que un pueblo elabora se publica, para que cualquier otro pueda leerlo y copiarlo.
principle-P6 = El poder se reparte a propósito: las delegaciones guardan paridad, se valoran los cuidados y nadie lo acumula.
principle-P7 = Unirse y salir es libre, y a nadie se castiga por irse.


## La ley de lo que vale

refusal-chain-broken = Esta anotación no sigue a la última que escribió su portátil.
    .instead = Incorporar todo lo que otros tienen de este portátil y escribir el acto de nuevo. Si una anotación sigue perdida, pedir a la asamblea que admita el portátil con una llave nueva.
refusal-wrong-place = Esta anotación está archivada donde no van los actos de su clase.
    .instead = Escribir el acto de nuevo y dejar que lo archive Folkmoot. Si vuelve a pasar, pedir ayuda.
refusal-not-founded = La fundación de esta asamblea no va antes de esta anotación, así que no hay todavía dónde actuar.
    .instead = Fundar primero la asamblea, o incorporar un paquete que contenga su fundación.
refusal-second-founding = Esta asamblea ya está fundada, y eso pasa una sola vez.
    .instead = Actuar en la asamblea tal como está, o fundar otra aparte.
refusal-not-on-the-roll = Este portátil nunca se admitió en el padrón, así que nada de lo que escribe aquí vale. Su llave es { $device }.
    .instead = Pedir una invitación a alguien del padrón; el portátil entra cuando ha firmado más de la mitad del padrón.
refusal-removed = Esta llave se quitó del padrón, así que nada de lo que firme desde ahora vale. La llave es { $device }.
    .instead = Pedir a la asamblea que invite de nuevo a este portátil y responder aquí a la invitación: recibe una llave nueva, porque la que se quitó no vuelve nunca. Lo que se escribió antes de buena fe se puede ratificar.
refusal-paper-card = Una tarjeta de recuperación en papel solo puede firmar y actuar sobre el padrón.
    .instead = Admitir un portátil con la tarjeta y hacer esto desde ese portátil.
refusal-own-fork = Este portátil ha escrito dos anotaciones distintas después de la misma, así que nada más de él puede valer.
    .instead = Pedir a las demás personas que quiten esta llave del padrón e inviten de nuevo a este portátil, y responder aquí a la invitación: recibe una llave nueva. Lo que se escribió de buena fe pueden ratificarlo.
refusal-signed-own-removal = Este portátil firmó su propia retirada, así que ya no puede firmar ni traer nada que obligue.
    .instead = Dejarlo a las demás personas del padrón, o pedirles la admisión con una llave nueva.
refusal-nothing-to-sign = No hay nada que firmar: el acto no ha llegado aquí, o no necesita firmas. El acto es { $act }.
    .instead = Incorporar lo que tienen otros y firmar uno de los actos que esperan firmas.
refusal-signs-void = Este acto no tiene efecto, y ninguna firma puede hacer que valga. El acto es { $act }.
    .instead = Leer por qué no tiene efecto, escribir un acto nuevo que la regla permita y firmar ese.
refusal-signed-before = Este portátil ya ha firmado este acto. El acto es { $act }.
    .instead = Pedir la firma a otras personas con un portátil en el padrón; cada una cuenta una vez.
refusal-signer-too-new = Este portátil entró en el padrón después de escribirse el acto, así que no puede firmarlo. El acto es { $act }.
    .instead = Escribir el acto de nuevo; entonces podrá firmarlo quien hoy está en el padrón.
refusal-stale-removal = Esta retirada deja fuera algo que la llave retirada firmó y que usted ha visto. La retirada es { $act }.
    .instead = Escribir la retirada de nuevo desde este portátil, que lo ha visto todo, y que las demás personas firmen la nueva.
refusal-cut-unseen = Las últimas anotaciones que deberían quedar no han llegado aquí, o las escribió otro portátil.
    .instead = Indicar anotaciones de ese portátil que estén aquí, o no indicar ninguna: entonces queda todo lo que usted ha visto.
refusal-nothing-to-ratify = No hay nada que ratificar: el acto no ha llegado aquí, no tiene efecto, o es de los que se firman. El acto es { $act }.
    .instead = Incorporar lo que tienen otros y ratificar una anotación en disputa. Un acto que espera firmas se firma, no se ratifica.
refusal-duty-not-held = Integrante { $member } no tiene { $duty ->
        [board] un puesto en la junta
        [facilitator] el cargo de facilitación
        [treasurer] el cargo de tesorería
        [delegate] el cargo de delegación
        [courier] el cargo de mensajería
        [steward] el cargo de cuidado de lo común
       *[other] el cargo de { $duty }
    }: nunca se le dio, se revocó, o el plazo terminó.
    .instead = Pedirlo a quien lo tenga, o que la asamblea decida darlo hasta un día concreto.


## El padrón

refusal-no-words = { $field ->
        [name] Una asamblea necesita un nombre.
        [reason] Quitar una llave del padrón necesita un motivo.
       *[other] Aquí falta algo por escribir: { $field }.
    }
    .instead = { $field ->
        [name] Darle el nombre por el que la conoce la gente.
        [reason] Decir en una frase por qué, para que quien firme sepa qué firma.
       *[other] Escribirlo y volver a intentar.
    }
refusal-roll-too-long = Esto es demasiado largo: { $field ->
        [name] el nombre de una asamblea tiene como mucho { $most } caracteres.
        [place] el lugar de reunión se dice en { $most } caracteres como mucho.
       *[other] una llave tiene como mucho { $most } caracteres.
    }
    .instead = { $field ->
        [key] Pedir otra vez el código de ese portátil, y copiarlo entero y nada más.
       *[other] Decirlo con menos palabras: lo guardan todos los pueblos que oyen de este.
    }
refusal-enrols-too-few-or-many = Un acto anota entre 1 y { $most } personas; este tiene { $members }.
    .instead = Anotar al menos a una persona, y repartir una lista más larga en varios actos.
refusal-number-given = El número { $member } no se puede dar: cada persona tiene un número propio, y ninguno se da dos veces.
    .instead = Usar { $free }, el siguiente número libre.
refusal-not-a-member = Integrante { $member } no está en el padrón, o ya salió.
    .instead = Buscar el número entre las personas de la asamblea, o anotar antes a la persona.
refusal-own-witness = Integrante { $member } anota esto y no puede ser además testigo.
    .instead = Indicar a otra persona de la asamblea que lo haya visto, o dejar el testigo vacío.
refusal-of-another = Esto solo puede decirlo integrante { $member }, o quien facilita.
    .instead = Anotarlo en un portátil de esa persona, o pedir a quien facilita que lo haga por ella.
refusal-not-their-card = Esta ficha no se puede cambiar: no es la de integrante { $member }, o la ficha nueva es la misma.
    .instead = Abrir la ficha que esa persona tiene hoy y cambiarla por una distinta.
refusal-key-known = Esta llave está en el padrón, o se quitó de él, y una llave entra en el padrón una sola vez. La llave es { $device }.
    .instead = Hacer una petición nueva en el portátil: crea otra llave, y esa se puede admitir.
refusal-device-unknown = En el padrón no hay ningún portátil ni tarjeta con esta llave. La llave es { $device }.
    .instead = Elegir del padrón lo que se quiere quitar. Si ya se quitó, no queda nada por hacer.
refusal-quorum-out-of-reach = No se { $k ->
        [one] puede pedir { $k } firma
       *[other] pueden pedir { $k } firmas
    }: { $holders ->
        [one] una persona tiene
       *[other] { $holders } personas tienen
    } un portátil en el padrón.
    .instead = { $holders ->
        [one] Pedir una firma, o admitir antes más portátiles.
       *[other] Elegir un número del 1 al { $holders }, o admitir antes más portátiles.
    }
refusal-quorum-out-of-turn = Este cambio de cuántas personas firman no sigue al anterior.
    .instead = Mirar el número que vale hoy y archivar el cambio con el número { $next }.


## Los estatutos

refusal-charter-without-decision = Ninguna decisión aprobada respalda estos estatutos o esta modificación. La decisión indicada es { $decision }.
    .instead = Llevarlo a una reunión como moción e indicar la decisión cuando esté aprobada.
refusal-charter-stands = Esta asamblea ya tiene estatutos, y unos estatutos se aprueban una sola vez.
    .instead = Modificarlos: dar nueva redacción a artículos, añadir o suprimir alguno.
refusal-no-charter = Todavía no hay estatutos que modificar.
    .instead = Aprobar unos primeros estatutos, con un título y al menos un artículo.
refusal-charter-says-nothing = Estos estatutos o esta modificación no dicen nada.
    .instead = Dar a los estatutos un título y al menos un artículo; en una modificación, escribir o suprimir un artículo, o cambiar un número.
refusal-clause-id = “{ $clause }” no sirve como nombre de un artículo, o nombra dos a la vez.
    .instead = Dar a cada artículo un nombre propio, en minúsculas, cifras y guiones, como derecho-de-salida.
refusal-clause-empty = El artículo “{ $clause }” no tiene texto.
    .instead = Escribir lo que dice, o dejarlo fuera.
refusal-clause-unknown = Los estatutos no tienen un artículo “{ $clause }” que suprimir.
    .instead = Buscar el nombre del artículo en los estatutos tal como están hoy.
refusal-setting-out-of-range = { $setting ->
        [quorum] El porcentaje de personas que tienen que estar presentes va de { $least } a { $most }.
        [seats] El número de personas delegadas en un órgano va de { $least } a { $most }.
        [report_days] Los días que tiene una persona delegada para informar van de { $least } a { $most }.
        [quiet_days] Los días que el pueblo puede guardar silencio de una vez van de { $least } a { $most }.
       *[other] El número para { $setting } va de { $least } a { $most }.
    }
    .instead = Elegir un número de { $least } a { $most }.


## Las actas

refusal-meeting-called = La reunión { $meeting } ya está convocada.
    .instead = Abrir la que se convocó. Para una segunda reunión ese día, añadir una letra a su nombre, como 2027-03-03-b.
refusal-meeting-not-called = La reunión { $meeting } no está convocada.
    .instead = Convocarla primero, con el lugar donde se hace.
refusal-meeting-not-open = La reunión { $meeting } no está abierta todavía.
    .instead = Abrirla con el número de personas presentes y seguir.
refusal-meeting-opened = La reunión { $meeting } ya está abierta.
    .instead = Para cambiar cuántas personas hay, volver a contarlas.
refusal-meeting-closed = La reunión { $meeting } está cerrada, y en ella ya no pasa nada más.
    .instead = Si una anotación está mal, corregirla; para algo nuevo, convocar otra reunión.
refusal-minutes-sealed = El acta de la reunión { $meeting } está sellada y queda como está.
    .instead = Anotar una corrección junto a la anotación que está mal.
refusal-meeting-not-closed = La reunión { $meeting } no está cerrada todavía, así que su acta no se puede aprobar ni sellar.
    .instead = Cerrar la reunión, esperar a que firmen bastantes personas con portátil y seguir.
refusal-nobody-present = Una reunión sin nadie no se puede abrir.
    .instead = Contar a las personas de la asamblea que hay en la sala, con portátil o sin él, y abrirla con ese número.
refusal-meeting-without-words = { $field ->
        [place] La reunión se convoca sin lugar.
        [title] La moción o el asunto del orden del día no tiene título.
        [text] Lo que debería decir está vacío.
        [what] Se encarga algo a alguien, pero no se dice qué.
       *[other] En el acta falta algo por escribir: { $field }.
    }
    .instead = { $field ->
        [place] Decir dónde se reúne la gente.
        [title] Darle un título corto que se pueda leer en voz alta.
        [text] Escribirlo tal como lo oyó la sala.
        [what] Decir en una frase qué hay que hacer.
       *[other] Escribirlo y volver a intentar.
    }
refusal-paper-witness = Integrante { $member } no puede ser testigo de esta reunión en papel: el testigo es de la asamblea, y no es quien la anota.
    .instead = Pedir a otra persona de la asamblea que lea el papel, e indicarla a ella.
refusal-minutes-not-a-member = Integrante { $member } no está en el padrón, o ya salió.
    .instead = Buscar el número entre las personas de la asamblea, anotar antes a la persona, o dejar el nombre vacío.
refusal-motion-unknown = Esta reunión no tiene esa moción. La moción indicada es { $motion }.
    .instead = Presentarla en esta reunión y decidirla después. Una moción de una reunión anterior se presenta de nuevo.
refusal-motion-settled = Esta moción está resuelta: es la decisión { $number }. La moción es { $motion }.
    .instead = Para cambiar lo que se decidió, presentar una moción nueva.
refusal-motion-withdrawn = Esta moción se retiró, así que no hay nada que resolver. La moción es { $motion }.
    .instead = Presentarla de nuevo, si la sala la quiere a pesar de todo.
refusal-decision-number = Las decisiones se numeran una tras otra, y este número no es el siguiente.
    .instead = Anotarla como decisión { $next }.
refusal-meeting-number = Las reuniones se numeran una tras otra según se cierran, y este número no es el siguiente.
    .instead = Cerrarla como reunión número { $next }.
refusal-more-answers-than-people = { $answers ->
        [one] Se contó { $answers } respuesta
       *[other] Se contaron { $answers } respuestas
    }, pero { $present ->
        [0] no hay nadie
        [one] solo hay una persona
       *[other] solo hay { $present } personas
    } en la sala.
    .instead = Contar de nuevo las respuestas, o contar de nuevo quién está presente.
refusal-outcome-does-not-follow = { $answer ->
        [adopted] Por lo que respondió la sala, la moción queda aprobada, no rechazada.
        [rejected] Por lo que respondió la sala, la moción queda rechazada, no aprobada.
       *[other] El resultado no sale de lo que respondió la sala, que lleva a: { $answer }.
    }
    .instead = Anotar el resultado que sale de la respuesta, corregir el recuento, o aplazar la moción.
refusal-other-method = Según los estatutos, las mociones se resuelven por { $method ->
        [consent] consentimiento
        [majority] mayoría
        [two-thirds] dos tercios
       *[other] { $method }
    }, y esta se respondió de otra manera.
    .instead = Preguntar de nuevo a la sala por { $method ->
        [consent] consentimiento
        [majority] mayoría
        [two-thirds] dos tercios
       *[other] { $method }
    }, o modificar antes los estatutos.
refusal-quorum-missing = { $present ->
        [0] No hay nadie
        [one] Hay una persona
       *[other] Hay { $present } personas
    } en la sala, y los estatutos piden { $needed } para decidir.
    .instead = Esperar a que llegue más gente y contar de nuevo, o presentarla otra vez en la próxima reunión.
refusal-entry-unknown = Esta acta no tiene esa anotación que corregir. La anotación indicada es { $act }.
    .instead = Elegir la anotación en el acta de la reunión donde está.
refusal-action-unknown = Esta reunión no encargó eso a nadie. El encargo indicado es { $action }.
    .instead = Elegirlo en la lista de encargos, en la reunión que lo hizo.
refusal-minutes-without-decision = Ninguna decisión aprobada respalda esto. La decisión indicada es { $decision }.
    .instead = Que una reunión lo decida primero, e indicar después esa decisión.
refusal-not-adopted = El acta de la reunión { $meeting } no está aprobada, así que no se puede sellar.
    .instead = Leerla en voz alta en una reunión, que la apruebe con una decisión, y sellarla después.
refusal-other-digest = El sello se hizo para otras anotaciones que las que tiene aquí el acta de la reunión { $meeting }.
    .instead = Incorporar lo que tienen otros, leer de nuevo el acta y sellarla tal como está.


## Los mandatos

refusal-mandate-without-decision = Ninguna decisión aprobada respalda este mandato o esta revocación. La decisión indicada es { $decision }.
    .instead = Que una reunión lo decida primero, e indicar después esa decisión.
refusal-mandate-not-a-member = Integrante { $member } no está en el padrón, o ya salió, y no se le puede dar un cargo.
    .instead = Buscar el número entre las personas de la asamblea, o anotar antes a la persona.
refusal-term-backwards = El plazo terminaría el { $until }, antes de empezar el { $from }.
    .instead = Elegir un último día igual o posterior al primero.
refusal-delegate-uninstructed = Una persona delegada necesita un órgano donde hablar y al menos una instrucción.
    .instead = Indicar el órgano, y escribir qué quiere allí la asamblea y hasta dónde puede llegar la persona delegada.
refusal-instruction-empty = A una instrucción le falta su asunto, lo que quiere la asamblea, o los límites de que habla.
    .instead = Escribirlo todo, para que la persona delegada nunca tenga que adivinar.
refusal-seats-taken = Todos los puestos en { $body } están ocupados en ese plazo: los estatutos dan a cada pueblo { $seats ->
        [one] un puesto
       *[other] { $seats } puestos
    }.
    .instead = Revocar una delegación, esperar a que termine un plazo, o elegir un tiempo con un puesto libre.
refusal-already-held = Integrante { $member } ya tiene { $duty ->
        [board] un puesto en la junta
        [facilitator] el cargo de facilitación
        [treasurer] el cargo de tesorería
        [delegate] el cargo de delegación
        [courier] el cargo de mensajería
        [steward] el cargo de cuidado de lo común
       *[other] el cargo de { $duty }
    } durante parte de ese tiempo.
    .instead = Que el plazo nuevo empiece después del último día del anterior, o revocar antes el mandato anterior.
refusal-keeps-no-accounts = { $duty ->
        [board] Un puesto en la junta
        [facilitator] El cargo de facilitación
        [delegate] El cargo de delegación
        [courier] El cargo de mensajería
        [steward] El cargo de cuidado de lo común
       *[other] El cargo de { $duty }
    } no indica cuentas; solo puede indicarlas un mandato de tesorería.
    .instead = No indicar cuentas, o dar a esa persona el cargo de tesorería.
refusal-keeps-too-many-accounts = El mandato indica { $accounts } cuentas, y ninguno indica más de { $most }.
    .instead = Indicar una cuenta que esté por encima, que vale por todas las de debajo, o no indicar ninguna: entonces es para todo el libro de cuentas.
refusal-keeps-no-account = “{ $account }” no sirve como nombre de una cuenta.
    .instead = Empezar por assets, income, expenses o equity y seguir después de dos puntos, como assets:agua.
refusal-grant-unknown = No existe ese mandato. El mandato indicado es { $grant }.
    .instead = Elegirlo en la lista de mandatos; si no está, incorporar lo que tienen otros.
refusal-already-recalled = Este mandato ya se revocó. El mandato es { $grant }.
    .instead = No queda nada por hacer; para dar el cargo a otra persona, otorgar un mandato nuevo.
refusal-agreed-under-no-mandate = Con este mandato nadie acuerda nada desde este portátil: no es de delegación, o ya terminó y ningún otro es para el mismo órgano, o es de una persona delegada que tiene portátil propio. El mandato es { $grant }.
    .instead = Que lo anote la persona delegada, eligiendo el mandato con el que habló.
refusal-agreed-outside-term = El { $day } este mandato no regía: va del { $from } al { $until }.
    .instead = Elegir un día dentro del plazo, o el mandato que regía ese día.
refusal-agreed-to-nothing = No dice qué se acordó.
    .instead = Escribirlo en una frase.
refusal-agreed-unknown = Aquí no se acordó nada así. Lo indicado es { $agreed }.
    .instead = Elegirlo entre lo que acordaron las personas delegadas; si no está, incorporar lo que tienen otros.
refusal-report-by-its-delegate = Integrante { $member } es la persona delegada, y no puede decir por la asamblea que se oyó el informe.
    .instead = Que lo diga, en su portátil, otra persona que lo oyó.
refusal-report-too-early = Se acordó el { $agreed }, y no se pudo informar el { $day }.
    .instead = Elegir el día en que la asamblea oyó el informe.
refusal-miss-outside-meeting = La reunión { $meeting } no está abierta, y solo una reunión hace constar que no llegó el informe.
    .instead = Abrir una reunión, y hacerlo constar en ella.
refusal-miss-too-early = El { $day } el informe todavía puede llegar: hasta el final del { $last } no es tarde. Los días declarados de silencio no cuentan.
    .instead = Esperar el informe, o hacerlo constar en una reunión posterior a ese día.


## El libro de cuentas

refusal-account-opened = La cuenta { $account } ya está abierta.
    .instead = Anotar en ella, o abrir una con otro nombre.
refusal-account-name = “{ $account }” no sirve como nombre de una cuenta.
    .instead = Empezar por assets, income, expenses o equity y seguir después de dos puntos, como assets:almacén.
refusal-not-kept = El mandato es solo para { $keeps }, y esto anota en { $account }.
    .instead = Que lo anote quien lleva { $account }, o que la asamblea decida un mandato que indique todas esas cuentas.
refusal-kept-apart = { $accounts } se llevan con varios mandatos, y ninguno es para todas.
    .instead = Anotar cada parte por separado, o que la asamblea decida un solo mandato que las indique todas.
refusal-no-debts = “{ $account }” llevaría deudas, y los pueblos no llevan deudas con nadie.
    .instead = Anotar lo que entró y lo que salió; una promesa de dar va en un compromiso, no en el libro de cuentas.
refusal-account-unknown = La cuenta { $account } no está abierta.
    .instead = Abrirla primero, o elegir una de las cuentas abiertas.
refusal-unbalanced = Las líneas no suman cero: juntas dejan { $sum } { $commodity }.
    .instead = Decir de todo lo que va en { $commodity } de dónde vino y adónde fue. Cada cosa que se cuenta cuadra por separado.
refusal-lines = { $lines ->
        [0] Este asiento no indica nada: ni líneas, ni cuentas, ni cantidades.
        [one] Una línea no basta para un asiento.
       *[other] { $lines } líneas son demasiadas para un solo asiento.
    }
    .instead = { $lines ->
        [0] Dar a un asiento al menos dos líneas, a un presupuesto sus cuentas y cantidades, y a un cierre sus cuentas.
        [one] Añadir la línea que dice de dónde vino o adónde fue.
       *[other] Repartirlo en varios asientos.
    }
refusal-empty-line = La cantidad para “{ $account }” es cero, o menor que cero donde solo tiene sentido más que nada.
    .instead = Poner una cantidad, o dejarla fuera.
refusal-ledger-without-words = { $field ->
        [name] El presupuesto no tiene nombre.
        [commodity] Una cantidad no dice de qué es.
        [text] El asiento no dice qué pasó.
        [reason] El asiento se anula sin un motivo.
       *[other] En el libro de cuentas falta algo por escribir: { $field }.
    }
    .instead = { $field ->
        [name] Darle el nombre con que la gente preguntará por él.
        [commodity] Decir de qué es, por ejemplo EUR, kg harina o h.
        [text] Escribir qué vino o se fue, y de quién o a quién.
        [reason] Decir en una frase qué estaba mal.
       *[other] Escribirlo y volver a intentar.
    }
refusal-account-closed = La cuenta { $account } está cerrada hasta el { $until }, y este día no es posterior.
    .instead = Anotarlo en un día posterior al { $until }, y decir en el texto cuándo pasó de verdad.
refusal-ledger-without-decision = Ninguna decisión aprobada respalda esto. La decisión indicada es { $decision }.
    .instead = Que una reunión lo decida primero, e indicar después esa decisión.
refusal-budget-unknown = No existe ese presupuesto. El presupuesto indicado es { $budget }.
    .instead = Elegir uno de la lista de presupuestos, o indicar la decisión que permite esto.
refusal-budget-over = El presupuesto “{ $name }” terminó el { $until }, antes de este día.
    .instead = Indicar un presupuesto vigente, o la decisión que permite esto.
refusal-outside-budget = El presupuesto “{ $name }” no permite { $commodity } para { $account }.
    .instead = Anotar en una cuenta y de una cosa que el presupuesto indique, o pedir una decisión a la asamblea.
refusal-budget-spent = Esto es más de lo que le queda al presupuesto “{ $name }”: { $left } { $commodity }.
    .instead = Gastar menos, o pedir a la asamblea una decisión o un presupuesto mayor.
refusal-transaction-unknown = No existe ese asiento que anular. El asiento indicado es { $transaction }.
    .instead = Elegirlo en el diario; si no está, incorporar lo que tienen otros.
refusal-already-reversed = Este asiento ya se anuló. El asiento es { $transaction }.
    .instead = Si eso fue una equivocación, anotar el asiento de nuevo.
refusal-count-differs = En { $account } se contó { $counted } { $commodity }, pero el libro de cuentas dice { $balance }.
    .instead = Volver a contar. Si el recuento se mantiene, anotar la diferencia en el libro, decir por qué, y cerrar después.
refusal-not-counted = El recuento de { $commodity } en { $account } falta o está dos veces, o la cuenta no es de las que se cierran.
    .instead = Contar una vez todo lo que hay en cada cuenta que se cierra, y nada de ninguna otra.


## Las fichas de las personas

refusal-card-unknown = Esta ficha nunca fue la de integrante { $member }.
    .instead = Abrir la ficha de esa persona y tachar esa.
refusal-card-of-another = Esta ficha es de integrante { $member }, y solo esa persona, o quien facilita, puede tacharla.
    .instead = Tacharla desde el portátil de esa persona, o pedir a quien facilita que lo haga por ella.
refusal-card-struck = Esta ficha de integrante { $member } ya está tachada.
    .instead = No queda nada por hacer: cada portátil al que llega la noticia borra el nombre y los contactos que contenía.


## En la sala

refusal-floor-not-called = La reunión { $meeting } no está convocada.
    .instead = Convocarla primero, con el lugar donde se hace; después, anotar quién llega y qué se dice.
refusal-floor-not-a-member = Integrante { $member } no está en el padrón, o ya salió.
    .instead = Buscar el número entre las personas de la asamblea, o anotar antes a la persona.
refusal-floor-nothing = Esto no anota nada: nadie llegó ni se fue, o no se dijo nada.
    .instead = Indicar quién llegó o se fue, o escribir lo que se dijo.
refusal-floor-own-witness = Integrante { $member } anota esto, así que no puede ser testigo de ello.
    .instead = Indicar a otra persona de la asamblea que estuviera en la sala y lo viera.
refusal-floor-motion-unknown = Esta reunión no tiene esa moción a la que objetar. La moción indicada es { $motion }.
    .instead = Elegir la moción en el acta de esta reunión, o presentarla primero.


## Los borradores

refusal-draft-without-title = Un borrador necesita un título.
    .instead = Escribir cómo se llamará el texto.
refusal-draft-unknown = Aquí no existe ese borrador. El borrador indicado es { $draft }.
    .instead = Elegirlo en la lista de borradores; si no está, incorporar lo que tienen otros.
refusal-draft-closed = El trabajo en este borrador terminó, y su texto está congelado. El borrador es { $draft }.
    .instead = Abrir un borrador nuevo que empiece con este texto, y seguir en él.
refusal-draft-nothing = Esto no escribe nada ni borra nada.
    .instead = Escribir algo, o dejar el borrador como está.
refusal-draft-too-much = Esto es demasiado de una vez: { $field ->
        [title] un título tiene como mucho { $most } caracteres.
        [about] lo que dice en qué se convertirá el borrador tiene como mucho { $most } caracteres.
        [text] una anotación escribe y borra como mucho { $most } caracteres.
        [runs] una anotación cambia como mucho { $most } lugares.
       *[other] una anotación sigue como mucho a otras { $most }.
    }
    .instead = Hacerlo en varios pasos.
refusal-draft-full = En este borrador se escribió tanto que tardaría en abrirse. El borrador es { $draft }.
    .instead = Cerrarlo, y abrir un borrador nuevo que empiece con su texto.
refusal-draft-follows = Esto no dice bien qué texto cambia, o deja fuera lo último que escribió este portátil. El borrador es { $draft }.
    .instead = Escribir en el borrador tal como se muestra ahora, y dejar que Folkmoot anote a qué sigue.
refusal-draft-not-carried = El acto que ha de recoger este texto no está aquí, o no indica el borrador. El acto es { $act }.
    .instead = Presentar primero la moción o modificar los estatutos desde el borrador, o cerrar el borrador sin un acto.

## Invitaciones y pueblos vecinos

refusal-invite-made = Esta invitación ya se dio a conocer. La invitación es { $invite }.
    .instead = Crear una invitación nueva: cada una tiene un secreto propio.
refusal-invite-unknown = Aquí no existe esa invitación, o no es para esto. La invitación es { $invite }.
    .instead = Hacer llegar la respuesta al portátil que creó la invitación, o incorporar antes lo que ha escrito ese portátil.
refusal-invite-taken-back = Esta invitación se retiró. Es { $invite }.
    .instead = Crear una invitación nueva si todavía se les quiere aquí.
refusal-invite-answered = Esta invitación ya se usó: cada una deja entrar a un pueblo o a un portátil, una vez. Es { $invite }.
    .instead = Crear una invitación nueva para este caso. Si nadie más debía tener la anterior, retirarla.
refusal-invite-for-nobody = El número { $member } no es de nadie de la asamblea, así que no hay un portátil suyo que invitar.
    .instead = Anotar antes a la persona en el padrón, o elegir el número correcto.
refusal-neighbour-itself = Una asamblea no es vecina de sí misma.
    .instead = Elegir otro pueblo. Para traer otro portátil a esta asamblea, crear una invitación para un portátil.
refusal-neighbour-not = Este pueblo no es vecino, o llegó a serlo por otros actos que los indicados. El pueblo es { $town }.
    .instead = Mirar qué pueblos son vecinos ahora, y dejar que Folkmoot anote cómo llegó este.
refusal-neighbour-too-long = Esto es demasiado largo: { $field ->
        [name] el nombre de un pueblo tiene como mucho { $most } caracteres.
        [code] un código tiene como mucho { $most } caracteres.
       *[other] una llave tiene como mucho { $most } caracteres.
    }
    .instead = Pedir otra vez el código, y copiarlo entero y nada más.

## Testigos

refusal-witness-itself = Un pueblo no es testigo de sí mismo: lo que da fuerza a un sello es que otros lo firmen también.
    .instead = Llevar lo sellado a un pueblo vecino y dejar que su gente lo firme también.
refusal-witness-form = Una firma de testigo dice lo que vio, en orden: { $field ->
        [head] de dónde estaba ese libro, al menos una línea y como mucho { $most }.
       *[sealed] como mucho { $most } sellos y cierres.
    }
    .instead = Dejar que Folkmoot escriba lo que se firma; si espera mucho, hacerlo en varios pasos.
refusal-cosigned-before = Este pueblo ya lo firmó antes. El acto es { $act }.
    .instead = Mirar qué espera la firma: lo que se selló desde la última vez.
refusal-cosign-follows = Esto no nombra lo último que este pueblo firmó del otro, que es { $town }.
    .instead = Mirar otra vez qué espera la firma: puede que otro portátil de este pueblo haya firmado entretanto.
refusal-cosign-not-extending = Este libro no continúa el que este pueblo firmó la última vez: una línea suya es más corta o acaba de otra manera. El portátil es { $device } del pueblo { $town }.
    .instead = Si este portátil ha oído menos que el que firmó la última vez, encontrarse primero con aquel. Si no, el otro pueblo muestra dos libros: comparar con los vecinos qué se mostró a cada uno.
refusal-cosign-uncounted = En el libro de ese pueblo no hay tal sello ni cierre que cuente, o es de otra cosa. El acto es { $act }.
    .instead = Firmar lo que allí cuenta. Si espera firmas de ese pueblo, firmarlo cuando las tenga.
refusal-cosign-unheld = Este no es el libro de ese pueblo tal como se guarda aquí, o deja fuera lo que se firma. El pueblo es { $town }.
    .instead = Recoger lo que ese pueblo ha escrito y dejar que Folkmoot anote dónde está su libro.

## Cosas selladas para algunos

refusal-sealed-form = Esto no está cifrado: cualquiera de la asamblea podría leerlo.
    .instead = Dejar que Folkmoot lo cifre: decir para quién es y qué.
refusal-sealed-too-long = Es demasiado largo para cifrarlo de una vez: como mucho { $most } letras.
    .instead = Decirlo en varias entradas.

## Notas propias

refusal-note-nothing = En esta nota no hay palabras.
    .instead = Escribir lo que se quiere recordar.
refusal-note-not-called = La reunión { $meeting } nunca se convocó, así que no se puede anotar nada sobre ella.
    .instead = Mirar qué reuniones hay, o escribir la nota sin reunión.
refusal-note-gone = Esa nota propia ya no está: se guardó o se escribió de nuevo, o es de otra persona.
    .instead = Mirar las notas propias y tomar la que vale.

## Silencio

refusal-quiet-without-decision = Ninguna decisión aprobada respalda este silencio. La decisión indicada es { $decision }.
    .instead = Que una reunión lo decida primero, e indicar después esa decisión.
refusal-quiet-decision-used = Esta decisión ya declaró un silencio. La decisión es { $decision }.
    .instead = Que una reunión decida el siguiente.
refusal-quiet-before-decision = El silencio empezaría el { $from }, y la reunión que lo decidió fue el { $decided }: nada se aplaza después de pasado.
    .instead = Que empiece el día de la reunión o más tarde.
refusal-quiet-backwards = El silencio terminaría el { $until }, antes de empezar el { $from }.
    .instead = Elegir un último día igual o posterior al primero.
refusal-quiet-too-long = El pueblo guardaría silencio { $days } días seguidos, con lo que viene justo antes y después; los estatutos permiten { $most }.
    .instead = Elegir un tiempo más corto, o dejar un día entre dos; los estatutos se pueden modificar.
refusal-quiet-unknown = No se declaró un silencio así. Lo indicado es { $quiet }.
    .instead = Elegirlo entre lo declarado; si no está, incorporar lo que tienen otros.
refusal-quiet-not-sooner = El silencio va del { $from } al { $until }, y el { $day } no lo termina antes.
    .instead = Elegir un día dentro de él y anterior al último; para seguir más tiempo, que lo decida una reunión.

## Tropiezos de Folkmoot

trouble-not-an-act = Esto no se puede leer como un acto: { $why }.
    .instead = Arreglar lo que se indica y volver a intentar.
trouble-unknown-kind = Este Folkmoot no conoce ningún acto llamado “{ $kind }”.
    .instead = Mirar si hay una letra cambiada en el nombre, o actualizar Folkmoot.
trouble-no-acts = Aquí no hay ningún acto que hacer.
    .instead = Dar un acto, o una lista de actos.
trouble-act-too-large = El acto es demasiado grande o tiene demasiados niveles para archivarlo: { $why }.
    .instead = Repartirlo en varios actos, y poner los papeles largos al lado como archivos.
trouble-no-pen = Este libro solo lee lo que escribe esta asamblea; no puede escribir para ella. La asamblea es { $assembly }.
    .instead = Pedir una invitación a alguien de su padrón, o elegir la asamblea a la que usted pertenece.
trouble-not-admitted-yet = Este portátil pidió unirse a la asamblea y no está todavía en su padrón. La asamblea es { $assembly }.
    .instead = Entregar la petición, esperar las firmas e incorporar el paquete que las trae de vuelta.
trouble-restored-unheard = Este libro se recuperó de una copia de seguridad y no se ha encontrado con nadie desde entonces, así que otros pueden tener anotaciones suyas más recientes.
    .instead = Encontrarse antes con otro portátil de la asamblea, o incorporar un paquete que él haga ahora para ella, y escribir después. Donde el suyo es el único, basta el de un pueblo vecino; donde es usted su único titular, su tarjeta de recuperación.
trouble-written-elsewhere = Han llegado anotaciones firmadas con la llave de este portátil que no se escribieron en él, así que no escribe nada más con esa llave.
    .instead = Si se ha vuelto a poner una copia más antigua de este libro, dígalo en la primera página (en la línea de órdenes: folkmoot device brought-back) y encuéntrese con otro portátil de su asamblea. Si no, alguien tiene una copia: hay que pedir a las demás personas que inviten de nuevo a este portátil, y que quiten esta llave del padrón cuando la nueva esté admitida.
trouble-not-stopped = La llave de este portátil no estaba detenida, o no escribe más por otra razón.
    .instead = Mirar la primera página: dice si este portátil escribe y, si no, por qué.
trouble-nothing-here = Aquí no ha llegado nada de esta asamblea. La asamblea es { $assembly }.
    .instead = Incorporar un paquete que contenga su registro.
trouble-no-assembly = Con este libro no se ha fundado ninguna asamblea ni se ha entrado en ninguna.
    .instead = Fundar una, responder a una invitación, o incorporar un paquete.
trouble-which-assembly = Podrían ser varias asambleas: { $names }.
    .instead = Decir cuál, por su nombre o por las primeras letras de su identificador.
trouble-unknown-assembly = Aquí ninguna asamblea se llama “{ $asked }”.
    .instead = Mirar la lista de pueblos, o incorporar un paquete que contenga su registro.
trouble-founded-here = Este libro ya escribe para “{ $name }”.
    .instead = Actuar en ella tal como está, o elegir otro nombre para una asamblea nueva.
trouble-inviter-unknown = El portátil del que viene este código no está en el padrón de “{ $name }” tal como consta aquí.
    .instead = Puede ser más nuevo que lo que hay aquí: incorporar antes un paquete de ese pueblo y probar otra vez. Si se rechaza también entonces, pedir un código a alguien cuyo portátil esté en el padrón.
trouble-own-invite = Este código se hizo en este mismo portátil.
    .instead = Pedir una invitación a otra persona del padrón; donde no hay nadie más, dar el código de su tarjeta de recuperación.
trouble-unknown-view = No hay ninguna vista llamada “{ $asked }”.
    .instead = Elegir una de la lista de vistas.
trouble-view-arguments = La vista “{ $view }” necesita saber más: { $usage }.
    .instead = Preguntar de nuevo como { $view } { $usage }.
trouble-not-as-of = La vista “{ $view }” muestra cómo está todo ahora y no conoce otro día.
    .instead = Preguntar sin indicar un día. Estas vistas muestran cómo estaba todo en un día: { $dated }.
trouble-which-card = El número { $member } es de varias personas: { $names }.
    .instead = Indicar a quién hay que anotar de nuevo con otro número.
trouble-not-in-the-book = En el libro no está { $what ->
        [account] la cuenta
        [act] el acto
        [card] la ficha
        [decision] la decisión
        [document] el documento
        [draft] el borrador
        [invite] la invitación
        [laptop] el portátil
        [mandate] el mandato
        [meeting] la reunión
        [member] integrante
        [neighbour] el pueblo vecino
       *[other] lo que se busca:
    } “{ $asked }”.
    .instead = Buscarlo en su lista; si no está allí, incorporar lo que tienen otros.
trouble-ambiguous = “{ $asked }” podría ser varias anotaciones.
    .instead = Dar más letras del identificador, o el número.
trouble-no-such-act = Este acto no ha llegado aquí. El acto es { $act }.
    .instead = Incorporar lo que tienen otros y volver a mirar.
trouble-key-laid-down = Este acto admite una llave que este portátil tuvo y dejó: escribe con otra, y con aquella no podría escribir nadie. El acto es { $act }.
    .instead = Dejarlo sin firmar, y decírselo a quien más fuera a firmarlo.
trouble-not-by-code = Este acto no se puede mostrar como código: es demasiado largo, o no es para que lo lea cualquiera. El acto es { $act }.
    .instead = Hacer que se encuentren los dos portátiles, o llevar un paquete.
trouble-code-damaged = Este código no se puede leer: hay una letra cambiada o falta alguna.
    .instead = Copiarlo o leerlo otra vez con la cámara, entero.
trouble-code-of-another-kind = Esto es { $found ->
        [town] el código de un pueblo
        [device] una invitación para un portátil
        [ask] la petición de un portátil para entrar
        [answer] la respuesta de un pueblo
        [acts] actos y firmas
       *[other] otra clase de código ({ $found })
    }, y aquí hace falta { $wanted ->
        [town] el código de un pueblo
        [device] una invitación para un portátil
        [ask] la petición de un portátil para entrar
        [answer] la respuesta de un pueblo
        [acts] un código con actos
       *[other] uno para otra cosa ({ $wanted })
    }.
    .instead = Pedir { $wanted ->
        [town] el código del pueblo
        [device] una invitación
        [ask] la petición del portátil
        [answer] la respuesta del pueblo
        [acts] un código con actos
       *[other] el código que corresponde
    }, o usar este donde le toca.
trouble-code-spoken = Este es el propio código de una tarjeta de recuperación, y quien mire este portátil puede leer las palabras de una orden.
    .instead = Nombrar el archivo que lo contiene, o escribir - y darlo por la entrada estándar.
trouble-code-newer = Este código lo hizo un Folkmoot más nuevo.
    .instead = Actualizar Folkmoot en este portátil y volver a usar el código.
trouble-not-invited = Esto no responde a ninguna invitación de la que este portátil tenga noticia.
    .instead = Crear una invitación nueva, y que el pueblo o el portátil responda a esa.
trouble-invite-expired = Esta invitación ha caducado.
    .instead = Pedir una nueva. Si se creó hace pocos días, mirar si el reloj de este portátil va bien.
trouble-invite-revoked = Esta invitación se retiró.
    .instead = Crear una invitación nueva si todavía se les quiere aquí.
trouble-invite-used = A esta invitación ya respondió otro: cada una deja entrar a un pueblo o a un portátil.
    .instead = Crear una invitación nueva para este caso. Si nadie más debía tener la anterior, retirarla.
trouble-letter-of-another = Esta carta es de otro portátil que el que la trae.
    .instead = Que la traiga el portátil que respondió a la invitación, o llevar su código a mano hasta aquí.
trouble-file = { $path } no se puede usar: { $why }.
    .instead = Mirar que el archivo esté, que la memoria USB siga conectada y que se pueda usar, y volver a intentar.
trouble-file-there = { $path } ya existe y queda como está.
    .instead = Elegir otro nombre, o mover ese archivo a otro sitio.
trouble-file-too-large = El archivo tiene { $size } bytes, y se pueden guardar 10 MB como mucho.
    .instead = Hacerlo más pequeño, con una imagen menor o menos páginas, y volver a intentar.
trouble-quiet = Este libro está en silencio: no se abre, envía ni anuncia nada.
    .instead = Llevar un paquete en una memoria USB, o terminar el silencio con folkmoot network --quiet no.
trouble-quiet-declared = La asamblea declaró estos días de silencio, hasta el { $until }: no se abre, envía ni anuncia nada.
    .instead = Llevar un paquete en una memoria USB, o terminar antes el silencio con folkmoot quiet end.
trouble-network = La red no se pudo usar: { $text }.
    .instead = Mirar si lo impide un cortafuegos u otro programa, o llevar un paquete en una memoria USB.
trouble-nobody-to-meet = Aquí no se conoce ningún otro portátil con el que encontrarse.
    .instead = Unirse a un pueblo con su código (folkmoot town join CODE), o invitar a uno (folkmoot town invite).
trouble-not-a-bundle = Este archivo no es un paquete.
    .instead = Elegir el archivo que se trajo a mano.
trouble-bundle-newer = Este paquete lo preparó un Folkmoot más nuevo.
    .instead = Actualizar Folkmoot en este portátil y volver a incorporar el paquete.
trouble-bundle-damaged = El principio de este paquete está dañado, así que no se puede abrir. No se incorporó nada.
    .instead = Copiarlo de nuevo desde donde vino, o pedirlo otra vez.
trouble-bundle-for-others = Este archivo está cifrado, y no para este portátil. No se incorporó nada.
    .instead = Abrirlo en un portátil de la persona que lo preparó; uno que llegó después necesita otro nuevo.
trouble-bundle-altered = Este archivo cifrado no está como se preparó, así que no se incorporó nada de él.
    .instead = Copiarlo de nuevo desde donde vino, o prepararlo otra vez.
trouble-not-asked-to-carry = { $count ->
        [0] La asamblea encarga por mandato a alguien que lleve a otros pueblos lo que ella dice, y ahora nadie tiene ese mandato.
       *[other] La asamblea ha encargado a otras personas que lleven a otros pueblos lo que ella dice: { $couriers }.
    }
    .instead = Que lo prepare quien tiene el encargo, o indicar que se prepara de todos modos. Solo para los portátiles de la propia asamblea lo prepara cualquiera.
trouble-no-other-laptop = En el padrón no hay otro portátil de la misma persona admitido con su propia firma, así que no hay para quién cifrarlo.
    .instead = Traer antes el otro portátil a la asamblea; si lo hicieron otros, firmar su admisión.
trouble-nobody-to-seal-to = Aquí no se conoce ningún portátil de este pueblo, así que no se puede sellar nada solo para él. El pueblo es { $assembly }.
    .instead = Incorporar antes un paquete de ese pueblo, o preparar un paquete abierto que cualquiera pueda leer.
trouble-roster = { $lines ->
        [one] Una línea de la lista no se puede usar
       *[other] { $lines } líneas de la lista no se pueden usar
    }, así que no se anotó a nadie.
    .instead = Corregir las líneas que marca la vista previa y volver a traer la lista.
trouble-roster-columns = La lista no tiene una columna de nombres. Su primera línea es: { $header }
    .instead = Guardarla como una tabla cuya primera línea dé nombre a las columnas, una de ellas “nombre”.
trouble-home-not-here = No hay ningún libro en { $path }.
    .instead = Elegir la carpeta o la copia de seguridad donde está el libro.
trouble-home-not-a-book = { $path } no es un libro de Folkmoot y queda como está.
    .instead = Elegir otra carpeta u otro archivo.
trouble-home-newer = Este libro lo escribió un Folkmoot más nuevo: { $why }.
    .instead = Actualizar Folkmoot en este portátil; hasta entonces el libro queda como está.
trouble-home-no-access = { $path } no se puede abrir o no se puede escribir en él.
    .instead = Mirar que la carpeta sea suya y que la memoria USB no esté bloqueada, y volver a intentar.
trouble-home-already-there = { $path } ya existe y queda como está.
    .instead = Elegir un sitio vacío, o mover a otro lado lo que hay.
trouble-home-busy = Otro programa está escribiendo en este libro.
    .instead = Esperar un momento y volver a intentar, o cerrar el otro Folkmoot.
trouble-home-io = El libro no se puede leer o no se puede escribir en él: { $why }.
    .instead = Mirar que el disco o la memoria USB siga conectado, hacer una copia de seguridad y volver a intentar.
trouble-home-damaged = Algo de lo que se guardaba aquí está dañado. Lo que está sano queda como está.
    .instead = Incorporar un paquete de otros que tengan el mismo registro, o recuperar la última copia de seguridad.
trouble-home-locked = Aquí hace falta una frase de paso y no se dio ninguna.
    .instead = Escribirla en una terminal, o nombrar un archivo que la contenga (--passphrase-file ARCHIVO).
trouble-wrong-passphrase = Esa no es la frase de paso. No se abrió ni se cambió nada.
    .instead = Escribirla otra vez, mirando las mayúsculas y el idioma del teclado.
trouble-passphrase-too-short = Una frase de paso tiene al menos { $least } signos; si no, no guarda nada.
    .instead = Tomar cuatro o cinco palabras que nadie pondría juntas.
trouble-passphrase-there = Este libro ya tiene una frase de paso y la conserva.
    .instead = Decir la que tiene y la nueva (folkmoot passphrase change).
trouble-no-passphrase = Este libro no tiene ninguna frase de paso que cambiar o quitar.
    .instead = Ponerle una (folkmoot passphrase set).
trouble-passphrases-differ = Las dos no son iguales, así que no se cambió nada.
    .instead = Escribir la frase nueva dos veces, las dos igual.
trouble-home-in-use = Este libro está abierto en otro programa, así que su frase de paso queda como está.
    .instead = Cerrar el otro Folkmoot, o parar lo que sirve este libro, y volver a intentar.
trouble-disk-full = El disco está lleno, así que no se escribió nada.
    .instead = Hacer sitio en el disco y volver a intentar.
trouble-ours = Algo salió mal dentro de Folkmoot, y nada quedó a medias: { $why }.
    .instead = Volver a intentar. Si se repite, apuntar estas palabras y pedir ayuda.

trouble-too-short = “{ $asked }” es demasiado corto para buscarlo.
    .instead = Dar al menos las cuatro primeras letras del identificador.
trouble-after-today = El { $day } no ha llegado todavía: el reloj de este portátil dice { $today }.
    .instead = Si el día es un desliz, dar el correcto; si es a propósito, decir --ahead.
trouble-not-more-than-nothing = { $quantity } no es más que nada.
    .instead = Decir cuánto se movió, sin signo: “ledger in” para lo que entró, “ledger out” para lo que salió, “ledger reverse” para anular un asiento.
trouble-not-a-name = “{ $name }” no es un nombre.
    .instead = Dar el nombre por el que se conoce a la persona, sin saltos de línea ni otros signos que no se ven.
trouble-charter-text = La línea { $line } no tendría sitio en los estatutos: “{ $text }”.
    .instead = Empezar con una línea “# Título”, y poner una línea “## Encabezado” encima de cada artículo.
trouble-no-such-place = El texto tiene { $length } caracteres, y esto llega más allá de su final.
    .instead = Contar desde 0 en el texto tal como el borrador lo muestra ahora.
trouble-airlock-shut = Lo que otras personas escriben se prueba antes en un proceso aparte, y no se pudo iniciar ninguno: { $why }.
    .instead = Todo lo demás funciona. Cerrar otros programas, iniciar Folkmoot de nuevo y volver a abrir el borrador.
trouble-harmful-draft = Lo que probaba este borrador sufrió daño, así que no se abre. Todo se conserva. El borrador es { $act }.
    .instead = Empezar otro borrador con las palabras que hacen falta y mostrar este a quien cuida de Folkmoot.
trouble-which-motion = Más de una moción espera su decisión: { $motions }.
    .instead = Indicar la que resolvió la sala, por las primeras letras de su identificador.


## Lo que se dice antes a quien firma, en la línea de órdenes
## Un dato que no está se da como 0. Lo que escribieron otros queda al final de la línea.

signing-who = { $name } (integrante { $member })
signing-member = integrante { $member }
signing-stranger = alguien que no está en el padrón
signing-missing = { $id }, que no ha llegado aquí
signing-newer = algo que escribió un Folkmoot más nuevo: { $kind }
signing-entry = { $id } de { $who }, { $says }
signing-amount = { $account } { $quantity } { $commodity }
signing-nothing = No hay nada por firmar.

signing-filed = { $id }, anotado por { $who }: { $says }
signing-have = Tiene { $have } de { $needs } { $needs ->
        [one] firma
       *[other] firmas
    }{ $who ->
        [0] .
       *[other] : { $who }
    }
signing-not-counted = Firmaron también, sin que valga: { $who }
signing-apart = { $one } y { $other } no cuentan a la vez: una de esas personas había firmado que se quitara del padrón el portátil de la otra.
signing-here = Este portátil ya lo firmó.
signing-not-asked = Ningún portátil del padrón lo pide ya. Se firma solo si la asamblea lo quiere.
signing-words = Compare en voz alta estas palabras con quien tiene ese portátil; si muestra otras, no firme: { $words }
signing-stands-heard = { $of ->
        [mandate] De lo que se hizo con él
       *[laptop] De lo que escribió para todo el mundo
    } queda en pie todo lo que había llegado a { $who } al anotar esto.
signing-stands-nothing = { $of ->
        [mandate] De lo que se hizo con él
       *[laptop] De lo que escribió para todo el mundo
    } no queda nada en pie.
signing-stands-up-to = { $of ->
        [mandate] De lo que se hizo con él
       *[laptop] De lo que escribió para todo el mundo
    }, solo { $count ->
        [one] queda en pie esto y lo anterior
       *[other] quedan en pie { $count } anotaciones y lo anterior a cada una, y esta es una
    }: { $entry }
signing-inside = { $count ->
        [0] De lo que escribió dentro de la asamblea no queda nada en pie.
        [one] De lo que escribió dentro de la asamblea queda en pie la primera anotación.
       *[other] De lo que escribió dentro de la asamblea quedan en pie las primeras { $count } anotaciones.
    }
signing-inside-all = De lo que escribió dentro de la asamblea queda todo en pie.
signing-until-now = Hasta ahora lo { $needs ->
        [one] firma una persona
       *[other] firman { $needs } personas
    }.
signing-against = { $of ->
        [entry] En contra de esa anotación está
       *[act] En contra de esto está
    }: { $what }
signing-unopposed = Por lo que sabe este portátil, ya no hay nada en contra de esa anotación.
signing-fork = anotaciones distintas que siguen a una misma, escritas por el portátil { $key } de { $who }
signing-fallen = se apoya en lo que no vale: { $entry }
signing-decision = La decisión que lo respalda: { $entry }
signing-decision-not-counting = La decisión que lo respalda no vale: { $entry }
signing-instruction-fixed = Dice esto y nada más, sobre { $on }: { $position }
signing-instruction-within = Puede moverse dentro de unos límites, sobre { $on }: { $position } (los límites: { $limits })
signing-instruction-ask-home = Antes consulta en casa, sobre { $on }: { $position }
signing-shown-as = Los pueblos vecinos leen otro nombre para { $who }: { $name }
signing-no-terms = Con ello acaban los mandatos cuyo plazo terminó antes del { $day }; este portátil no sabe de ninguno.
signing-term = Con ello acaba un mandato cuyo plazo terminó antes del { $day }: { $term }
signing-counted = { $lines ->
        [0] No se contó nada.
       *[other] Se contó: { $lines }
    }

signing-roll-found = se funda la asamblea: { $name }
signing-roll-enrol = entran en el padrón: { $who }
signing-roll-card = cambia la ficha de { $who }
signing-roll-leave = { $who } dejó la asamblea el { $day }
signing-roll-admit = un portátil de { $who } entra en el padrón, con la llave { $key }
signing-roll-admit-paper = una tarjeta de recuperación de { $who } entra en el padrón, con la llave { $key }; quien tenga ese papel firma en nombre de { $who }
signing-roll-remove = el portátil { $key } de { $who } se quita del padrón para siempre; la razón que se da: { $reason }
signing-roll-remove-paper = la tarjeta de recuperación { $key } de { $who } se quita del padrón para siempre; la razón que se da: { $reason }
signing-roll-quorum = desde ahora, lo que obliga lo { $k ->
        [one] firma una persona con portátil
       *[other] firman { $k } personas con portátil
    }
signing-roll-sign = firma { $id }
signing-roll-ratify = una anotación en disputa vale a pesar de todo: { $entry }
signing-charter-adopt = se aprueban los estatutos: { $title }
signing-charter-amend = se modifican los estatutos, en estos artículos: { $clauses }
signing-clause = El artículo { $id }, { $heading }: { $text }
signing-clause-more = Sigue { $id }: { $text }
signing-dropped = Se suprimen estos artículos: { $clauses }
signing-meeting-call = se convoca una reunión para el { $meeting }, en { $place }
signing-meeting-item = entra en el orden del día del { $meeting }: { $title }
signing-meeting-open = se abre la reunión del { $meeting }; presentes: { $present }
signing-meeting-presence = presentes en la reunión del { $meeting }: { $present }
signing-meeting-move = moción en la reunión del { $meeting }: { $title }
signing-meeting-withdraw = se retira una moción en la reunión del { $meeting }{ $title ->
        [0] {""}
       *[other] : { $title }
    }
signing-meeting-decide = decisión { $number } del { $meeting }, { $outcome }{ $title ->
        [0] {""}
       *[other] : { $title }
    }
signing-adopted = aprobada
signing-rejected = rechazada
signing-deferred = aplazada
signing-meeting-correct = una corrección en el acta del { $meeting }: { $text }
signing-meeting-action = encargo para el { $due }: { $what }
signing-meeting-done = está hecho{ $what ->
        [0] {""}
       *[other] : { $what }
    }
signing-meeting-close = se cierra la reunión del { $meeting }
signing-meeting-adopt = se aprueba el acta del { $meeting }
signing-meeting-seal = se sella el acta del { $meeting }; desde entonces solo se corrige
signing-mandate-grant = mandato de { $who }: { $duty }, del { $from } al { $until }{ $accounts ->
        [0] {""}
       *[other] , solo para estas cuentas: { $accounts }
    }{ $body ->
        [0] {""}
       *[other] , en { $body }
    }
signing-mandate-recall = se revoca el mandato { $id } de { $who }: { $duty }{ $accounts ->
        [0] {""}
       *[other] , solo para estas cuentas: { $accounts }
    }{ $body ->
        [0] {""}
       *[other] , en { $body }
    }{ $reason ->
        [0] {""}
       *[other] ; la razón que se da: { $reason }
    }
signing-mandate-recall-missing = se revoca el mandato { $id }, que no ha llegado aquí{ $reason ->
        [0] {""}
       *[other] ; la razón que se da: { $reason }
    }
signing-mandate-agree = el { $day } la persona delegada acordó: { $what }
signing-mandate-report = el informe de una delegación se oyó el { $day }
signing-mandate-miss = la reunión del { $meeting } hace constar que no llegó informe a tiempo
signing-duty-facilitator = facilitación
signing-duty-treasurer = tesorería
signing-duty-delegate = delegación
signing-duty-courier = mensajería
signing-duty-steward = cuidado de lo común
signing-duty-board = junta
signing-ledger-open = se abre la cuenta: { $account }
signing-ledger-budget = un presupuesto permanente hasta el { $until }, de { $limits } como máximo, para { $accounts }: { $name }
signing-ledger-post = el { $day }, { $lines }: { $text }
signing-ledger-reverse = el asiento { $id } se anula el { $day }: { $reason }
signing-ledger-close = se cierra hasta el { $until }: { $accounts }
signing-people-strike = se tacha una ficha de { $who }
signing-witness-cosign = se firma como testigo lo que selló un pueblo vecino: { $town }
signing-quiet-begin = el pueblo guarda silencio del { $from } al { $until }
signing-quiet-end = el silencio termina el { $day }
signing-within = una anotación dentro de la asamblea
signing-binding = un acto que obliga, que nadie ratifica

# Los números que pueden dar los estatutos.
number-method = { $value ->
        [consent] Las mociones se resuelven por consentimiento.
        [majority] Las mociones se resuelven por mayoría.
       *[two-thirds] Las mociones se resuelven por dos tercios.
    }
number-quorum = Para decidir tiene que estar presente al menos el { $value } % de la asamblea.
number-seats = { $value ->
        [one] A cada órgano de fuera va una persona delegada.
       *[other] A cada órgano de fuera van { $value } personas delegadas.
    }
number-report_days = { $value ->
        [one] La persona delegada informa a la vuelta en el plazo de un día.
       *[other] La persona delegada informa a la vuelta en el plazo de { $value } días.
    }
number-quiet_days = { $value ->
        [one] El pueblo puede guardar silencio un día.
       *[other] El pueblo puede guardar silencio { $value } días seguidos.
    }
