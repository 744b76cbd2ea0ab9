## La página de inicio, la primera vez, la búsqueda, los ajustes y la página de cada acto

home-title = { $town } hoy
home-waits = Lo que hay que hacer
home-nothing = No hay nada en el libro pendiente de usted.
home-sign = { $count ->
        [one] Un acto espera una firma
       *[other] { $count } actos esperan firmas
    }
home-sign-one = Por firmar: { $act }
home-contested = { $count ->
        [one] Una anotación está en disputa
       *[other] { $count } anotaciones están en disputa
    }
home-contested-one = En disputa: { $act }
home-open = La reunión del { $meeting } está abierta
home-called = La reunión del { $meeting } está convocada
home-overdue = Por hacer para el { $due }{ $who ->
        [none] {""}
       *[other] {", "}{ $who }
    }: { $what }
home-asks = Un portátil de { $who } pide que se le admita
home-question = Lo que se contó en { $account } ya no coincide con el libro de cuentas
home-twice = El número { $number } se dio a dos personas a la vez
home-forked = Otro portátil ha escrito con las llaves de un portátil ya admitido
home-split = { $town } muestra dos libros: mirar antes de firmar nada suyo
home-splits = { $count ->
        [one] Un pueblo más muestra dos libros
       *[other] { $count } pueblos más muestran dos libros
    }
home-quiet = La asamblea declaró silencio hasta el { $until }: no se envía nada, y en esos días nada queda sin efecto por falta de informe.
home-report = Por informar en casa hasta el { $deadline }, o queda sin efecto: { $what }
home-report-quiet = Por informar en casa hasta el { $deadline }; por los días de silencio no queda sin efecto antes del final del { $last }: { $what }
home-report-put-off = Por informar en casa; vencía el { $deadline }, y por los días de silencio no queda sin efecto antes del final del { $last }: { $what }
home-cosign = Por firmar como testigo: lo que sellaron { $towns }
home-outside-sealed = { $count ->
        [one] Un portátil llegó después y espera poder leer lo reservado
       *[other] { $count } portátiles llegaron después y esperan poder leer lo reservado
    }
home-newer = { $count ->
        [one] Una anotación es de un Folkmoot más nuevo
       *[other] { $count } anotaciones son de un Folkmoot más nuevo
    }
home-begin = Aquí no se ha decidido nada todavía. El libro empieza con una primera reunión, donde todo el mundo tiene voz.
home-begin-do = Convocar la primera reunión
home-ending = Mandatos que terminan pronto
home-ends = hasta el { $day }
home-latest = Lo último que se escribió
home-facts = { $members ->
        [one] Una persona en la asamblea
       *[other] { $members } personas en la asamblea
    }; { $holders ->
        [one] una tiene portátil
       *[other] { $holders } tienen portátil
    }.
home-provisional = Provisional: los portátiles son de una sola persona, así que nadie más firma todavía.
home-two = Dos personas tienen portátil, y sin tarjeta de recuperación ninguna puede ser reemplazada si se pierde uno: conviene invitar a una tercera.
home-reads = Este portátil lee el registro de { $town } y no puede escribir en él.
home-asked = Este portátil pide que { $town } lo admita. Hasta que firme más de la mitad de su padrón, solo lee. Las palabras de { $town } son { $words }.
home-asked-again = El código con que este portátil pide entrar se muestra de nuevo al volver a dar la invitación.
home-asked-invite = La invitación
home-asked-do = Mostrar el código
home-taken-off = La llave de este portátil se quitó del padrón de { $town } y no vuelve nunca. Hay que pedir a la gente de { $town } que invite de nuevo a este portátil y dar aquí la invitación: recibe una llave nueva, y sigue leyendo lo que se selló para la anterior.
home-key-forked = Otro portátil ha escrito con la llave de este, así que nada más de él vale en { $town }. Hay que pedir a las demás personas que quiten esa llave del padrón e inviten de nuevo a este portátil, y dar aquí la invitación: recibe una llave nueva, y sigue leyendo lo que se selló para la anterior.
home-key-copied = Han llegado anotaciones con la llave de este portátil que no se escribieron en él, así que no escribe nada más en { $town }. O se ha vuelto a poner aquí una copia más antigua de este libro, o alguien más tiene una copia.
home-key-copied-else = Si nadie puso una copia más antigua, hay que pedir a las demás personas que inviten de nuevo a este portátil, y dar aquí la invitación: recibe una llave nueva, y sigue leyendo lo que se selló para la anterior. Cuando la nueva esté admitida, hay que pedirles que quiten la anterior del padrón.
home-key-copied-mine = Si fue usted quien puso una copia más antigua, o el disco perdió lo que ya estaba escrito, este portátil sigue en cuanto se haya encontrado con otro portátil de su asamblea, o incorporado un paquete que él haga ahora para ella; donde el suyo es el único, el de un pueblo vecino. Si no está seguro, no lo diga.
home-key-copied-do = Puse una copia más antigua
home-lost-do = Pedir con una llave nueva
home-lost-card = Donde nadie más puede hacerlo, basta su tarjeta de recuperación, si la hizo.
home-restored = Este libro viene de una copia de seguridad y desde entonces no ha oído a nadie, así que no escribe todavía. Haga que se encuentre con otro portátil de su asamblea, o incorpore un paquete que él haga ahora para su asamblea. Donde el suyo es el único, basta el de un pueblo vecino.
home-backup = Este portátil tiene el único ejemplar del libro. Una copia de seguridad en una memoria USB lleva un minuto.
home-backup-do = Hacer copia de seguridad

heard-saved = Todo está guardado aquí.
heard-alone = Todo está guardado aquí, solo en este portátil.
heard-met = Último encuentro con { $town }: { $ago }{ $road ->
        [bundle] {", "}por memoria USB
        [lan] {", "}en la misma red
       *[other] {""}
    }.
heard-met-own = Último encuentro con otro de nuestros portátiles: { $ago }{ $road ->
        [bundle] {", "}por memoria USB
        [lan] {", "}en la misma red
       *[other] {""}
    }.
heard-missing = { $count ->
        [one] Una de sus anotaciones no ha llegado.
       *[other] { $count } de sus anotaciones no han llegado.
    }
heard-waiting = { $count ->
        [one] Una anotación espera a otras que van antes.
       *[other] { $count } anotaciones esperan a otras que van antes.
    }
heard-unheard = { $count ->
        [one] No se sabe si una anotación nuestra llegó a otro de nuestros portátiles.
       *[other] No se sabe si { $count } anotaciones nuestras llegaron a todos nuestros demás portátiles.
    }
heard-little-room = Queda poco sitio en este disco: { $free } libres. No se incorpora lo que escriben pueblos lejanos; lo que escriben su asamblea y los pueblos vecinos, sí. Mueva o borre archivos que no necesite, hasta que queden { $needed } libres.
heard-more = Todos los pueblos

first-title = Folkmoot
first-lede = Un libro de actas para una asamblea. Se guarda en este portátil y no necesita red.
first-found = Fundar una asamblea
first-found-hint = Usted empieza el libro; otras personas se suman después.
first-found-lede = Los pueblos vecinos ven el nombre y el lugar de la asamblea. Su nombre personal no sale de ella.
first-found-three = Conviene empezar con tres personas que tengan un portátil cada una: de dos, si se pierde uno, ninguna puede ser reemplazada sin tarjeta de recuperación.
first-join = Unirse con un código
first-join-hint = Alguien le dio un código, en papel, en una memoria USB o para escribirlo.
first-join-lede = El código de una asamblea lleva este portátil a su padrón; el código de un pueblo permite leer y guardar su registro. Una tarjeta de recuperación también es un código así.
first-restore = Recuperar una copia de seguridad
first-restore-hint = El portátil de antes se perdió, y hay una copia de seguridad en una memoria USB.
first-step = Paso { $at } de { $of }
first-back = Atrás
first-name = Nombre de la asamblea
first-name-hint = Como la llama la gente, por ejemplo Millbrook.
first-person = Su nombre
first-person-hint = Usted es integrante 1. Las demás personas se anotan después, con portátil o sin él.
first-place = Dónde se reúne
first-place-hint = Puede quedar vacío.
first-do-found = Fundar la asamblea
first-do-join = Unirse
first-letter = Este código es una respuesta, y ya está incorporado.
first-common-title = ¿Qué se comparte primero?
first-common-lede = Empiece por algo de lo que aquí nadie puede prescindir. Tendrá una cuenta en el libro, donde cualquiera puede ver qué entró y qué salió.
first-common-water = Agua
    .account = agua
    .like = Un pozo, un depósito, una tubería y su cuidado
first-common-bread = Pan
    .account = pan
    .like = Harina, un horno, la cosecha de una huerta
first-common-care = Cuidados
    .account = horas de cuidado
    .like = Horas con mayores, con criaturas y con quien está enfermo
first-common-link = Una conexión
    .account = conexión
    .like = Una antena, una línea, la corriente que necesita
first-common-other = Otra cosa
    .like = Un cobertizo de herramientas, un campo, una caja
first-common-name = Qué es
first-common-name-hint = Su cuenta lleva ese nombre.
first-common-store = Lo que hay
first-common-received = recibido
    .note = De dónde viene
first-common-given = dado
    .note = Adónde va
first-common-do = Abrir su cuenta
first-common-done = La cuenta está abierta.
first-common-skip = Ahora no
first-safe-title = Guardar una copia
first-safe-lede = Este portátil tiene el único ejemplar del libro. Conecte una memoria USB y haga una copia de seguridad, o hágala más tarde desde Ajustes.
first-safe-later = Más tarde: abrir el libro
first-meeting = Convocar la primera reunión
first-words = Las palabras de { $town } son { $words }. Los pueblos vecinos las comparan con usted en voz alta, para que nadie más pueda hacerse pasar por su asamblea.
first-restore-none = No se encontró ninguna copia de seguridad en una memoria USB, en Descargas, en Documentos ni en la carpeta personal.
first-restore-file = La copia de seguridad
first-restore-sent = El portátil de antes no escribió nada después de esta copia
first-restore-sent-hint = Solo entonces puede este portátil escribir enseguida; si no, antes tiene que oír a otro portátil de su asamblea, o a una vecina donde no hay otro.
first-restore-do = Recuperarla
first-restore-busy = Recuperando el libro…
first-asked-title = Pedir la admisión
first-asked-lede = { $town } tiene que admitir este portátil antes de que pueda escribir.
first-asked-words = Las palabras de este portátil. Quien lo admita ve las mismas:
first-asked-next = Encuéntrese en la misma red con el portátil que le invitó, o llévele este código: escrito, en foto o en una memoria USB. Mientras tanto puede abrir el libro: se llena en cuanto se encuentren.
first-joined-title = Este portátil recuerda a { $town }
first-joined-lede = Su registro llega cuando se encuentre con uno de sus portátiles, o con un paquete que alguien traiga.
first-their-words = Las palabras de { $town }, para comparar en voz alta:
first-our-words = Las palabras de su propio pueblo:
first-bundle = Un paquete que alguien trajo
first-bundle-none = No se encontró ningún paquete en una memoria USB, en Descargas, en Documentos ni en la carpeta personal.
first-bundle-do = Incorporarlo
first-bundle-busy = Incorporando el paquete…
first-go = Abrir el libro

backup-where = Adónde
backup-nowhere = No hay ninguna memoria USB conectada, ni una carpeta donde escribir.
backup-do = Hacer copia de seguridad
backup-stays = Esta carpeta se pierde con el portátil: conecte una memoria USB y mire de nuevo, o lleve el archivo a otro sitio.
backup-busy = Copiando el libro…
backup-done = La copia de seguridad está en { $file }.
places-again = Volver a buscar memorias USB
file-where = { $place }, { $when }

shut-title = El libro no se puede abrir
shut-again = Volver a intentar
shut-where = El libro se guarda en

search-title = Buscar
search-hint = Un nombre, una palabra de una decisión, una cuenta…
search-people = Personas
search-decisions = Decisiones
search-charter = Estatutos
search-journal = Libro de cuentas
search-mandates = Mandatos
search-towns = Pueblos
search-meetings = Reuniones
search-decision = Decisión { $number }, { $day }
search-left = salida el { $day }
search-none = En el libro no hay nada que se llame así.
search-begin = Escriba una palabra para buscar en las personas, las decisiones, los estatutos, el libro de cuentas, las reuniones y los mandatos.
search-count = { $count ->
        [one] Aparece una vez.
       *[other] Aparece { $count } veces.
    }
search-all = Todo lo que aparece ({ $count })

settings-title = Ajustes
settings-look = Idioma y luz
settings-language = Idioma
settings-theme = Luz
settings-theme-system = Como el portátil
settings-theme-light = De día
settings-theme-dark = De noche, con farol
settings-network = Red
settings-network-hint = Lo que hace este portátil en las redes. Una memoria USB sirve siempre.
settings-quiet = Silencio: ninguna conexión, ningún envío, ningún anuncio
settings-announced = Buscar portátiles en la misma red, y dejarse encontrar
settings-port = Puerto fijo (casi ningún pueblo lo necesita)
settings-port-hint = Con un número que no cambia, los códigos impresos siguen sirviendo. Puede quedar vacío.
settings-relay = El repetidor propio del pueblo
settings-relay-hint = Su dirección, como https://relay.example. Puede quedar vacía.
settings-network-do = Guardar esta elección
settings-network-done = La elección está guardada.
settings-reached = Este portátil se puede encontrar ahora en
settings-not-reached = Este portátil no está ahora en ninguna red.
settings-copy = Guardar una copia
settings-copy-hint = Una copia de seguridad es un solo archivo con todo dentro, también las llaves: guárdela donde guardaría la llave de la sala.
settings-verify = Comprobar todo
settings-verify-hint = Repasa todo el libro: si cada firma es correcta y si nada se cambió ni se perdió. En un libro grande lleva unos minutos.
settings-verify-do = Comprobar todo ahora
settings-verify-busy = Comprobando…
settings-verify-good = { $changes ->
        [one] Un cambio está en orden
       *[other] Los { $changes } cambios están en orden
    }; { $documents ->
        [one] un documento se rehízo y
       *[other] { $documents } documentos se rehicieron y
    } todo coincide.
settings-verify-bad = { $unsound ->
        [0] { $stale ->
                [one] Un documento no coincidía y se ha rehecho.
               *[other] { $stale } documentos no coincidían y se han rehecho.
            }
        [one] Un cambio no está en orden. Recupere una copia de seguridad, o incorpore un paquete de un pueblo vecino.
       *[other] { $unsound } cambios no están en orden. Recupere una copia de seguridad, o incorpore un paquete de un pueblo vecino.
    }
settings-verify-waiting = { $count ->
        [one] Un cambio espera a otro que no ha llegado.
       *[other] { $count } cambios esperan a otros que no han llegado.
    }
settings-verify-untried = { $count ->
        [one] Un borrador no se pudo probar y no se rehízo. Se conserva entero.
       *[other] { $count } borradores no se pudieron probar y no se rehicieron. Se conservan enteros.
    }
settings-verify-hashes = Comparar con otro portátil
settings-verify-hashes-hint = Los portátiles que tienen lo mismo muestran las mismas huellas, con las mismas reglas: versión { $rules }.
settings-verify-whose = Pueblo y círculo
settings-verify-changes = Cambios
settings-verify-hash = Huella
settings-about = Acerca de
settings-where = El libro de este portátil se guarda en
settings-words = Las palabras de { $town }, para comparar en voz alta: { $words }
settings-licence = Folkmoot es software libre bajo la AGPL, versión 3 o posterior. Viene con su código fuente y sin ninguna garantía.

act-title = Un acto, y lo que lo respalda
act-what = Qué se hizo
act-minutes = Abrir el acta de esta reunión
act-settled = Asentado: ya nada lo anula, salvo que lleguen dos anotaciones distintas con las llaves de un mismo portátil, y eso se vería.
act-need = { $need ->
        [one] Tiene que firmar una persona con portátil; firmas hasta ahora: { $have }.
       *[other] Tienen que firmar { $need } personas con portátil; { $have ->
                [one] ha firmado una
               *[other] han firmado { $have }
            }.
    }
act-why = Por qué está así
act-why-counts = Está en regla y vale.
act-why-taken-back = Se anotó en regla, y otro asiento lo anula: los dos quedan en el libro y se compensan.
act-why-pending = Está en regla y vale en cuanto lo hayan firmado bastantes personas con portátil.
act-why-contested = Está en orden, y no vale por lo que tiene en contra. Valdrá cuando la asamblea lo ratifique; quien lo escribió no firma eso, así que donde solo dos personas tienen portátil se anota de nuevo.
act-why-contested-binding = Está en orden, y no vale por lo que tienen en contra quienes lo firmaron. Vuelve a valer en cuanto lo firmen bastantes otras personas; o se anota de nuevo.
act-why-contested-signature = Esta firma no vale por lo que tiene en contra. Lo que firma necesita la de otra persona.
act-why-contested-inside = Está en orden, y no vale por lo que tiene en contra. Quien lo mantenga lo escribe de nuevo: lo que queda dentro de la asamblea no se ratifica.
act-why-split = Unos portátiles quitaron a otros del padrón, y vale solo en un lado. Quienes no están en disputa firman un lado hasta que sean más de la mitad. Si los lados no se juntan, cada uno funda de nuevo una asamblea, y su primera decisión nombra esta anotación como aquella desde la que se va.
act-why-newer = Lo escribió un Folkmoot más nuevo. Se guarda, y este no puede decir qué vale.
act-behind = En qué se apoya
act-behind-decision = Por la decisión
act-behind-motion = Sobre la moción
act-behind-meeting = En la reunión
act-behind-minutes = El acta de la reunión
act-behind-grant = El mandato
act-behind-budget = Del presupuesto
act-behind-transaction = El asiento que se anula
act-behind-corrected = La anotación que se corrige
act-behind-asked = Lo que se encargó
act-behind-agreed = Lo que se acordó
act-behind-signed = El acto que se firma
act-behind-ratified = La anotación que se ratifica
act-behind-draft = Del borrador
act-resting = Lo que se apoya en él
act-arrived = llegó aquí: { $moment }
act-technical = Para otras herramientas
act-fact-id = Acto
act-fact-kind = Clase
act-fact-change = Cambio firmado
act-fact-document = Documento
act-fact-ring = Quién puede leerlo
act-fact-device = Portátil
act-ring-commons = todo el mundo
act-ring-assembly = la asamblea
act-ring-person = una persona
act-sign = Firmarlo
act-signed = Firmado.
act-ratify = Hacer que valga a pesar de todo
act-ratify-hint = Solo debería valer aquello que ya nada contradice, o lo que la asamblea acordó. Esto también tienen que firmarlo bastantes personas con portátil.
act-ratifying = Valdrá a pesar de todo, en cuanto lo hayan firmado bastantes personas con portátil.
act-ratify-do = Ratificarlo
act-ratified = Queda ratificado en cuanto hayan firmado bastantes personas con portátil.

keys-title = Teclas
keys-palette = Todo lo que se puede hacer, con unas pocas letras
keys-tab = Al campo, enlace o botón siguiente
keys-enter = Hacerlo
keys-back = Volver a la página anterior
keys-escape = Cerrar lo que está abierto
keys-this = Esta hoja

unknown-title = No existe esa página

passphrase = Frase de paso
passphrase-none = Este libro no tiene frase de paso: quien se lleve el portátil o su disco puede leerlo todo, también los nombres de la gente, y firmar con sus llaves.
passphrase-has = Este libro está cerrado con una frase de paso: sin ella no se puede leer nada en el disco ni en las copias hechas desde entonces.
passphrase-first = Una frase de paso mantiene el libro cerrado para quien se lleve el portátil.
passphrase-lost = Si se olvida, nadie puede volver a abrir este libro: ni una tarjeta de recuperación, ni una copia hecha desde entonces, ni nadie de Folkmoot.
passphrase-old = La frase que tiene
passphrase-new = Frase nueva
passphrase-again = Otra vez
passphrase-hint = Al menos 12 signos: cuatro o cinco palabras que nadie pondría juntas.
passphrase-set = Poner una frase de paso
passphrase-change = Cambiar la frase de paso
passphrase-busy = Tarda un momento…
passphrase-done = El libro está cerrado con la frase de paso. Las copias de antes se siguen pudiendo leer.
passphrase-changed = La frase de paso se ha cambiado. Las copias de seguridad anteriores se abren con la antigua, y este libro también para quien la sepa y haya guardado una copia del archivo de la llave: para dejarle fuera, hay que quitar la frase de paso y poner una de nuevo.
passphrase-gone = El libro ya no tiene frase de paso.
passphrase-off = Quitar la frase de paso
passphrase-off-hint = Entonces quien se lleve el portátil o su disco puede leer el libro, y un disco puede guardar lo que fue legible una vez, también después de poner otra frase de paso.
passphrase-lock = Cerrar cuando nadie lo toca
passphrase-after = { $minutes ->
        [one] Después de { $minutes } minuto
       *[other] Después de { $minutes } minutos
    }
passphrase-never = Nunca
home-for-you = le espera a usted
lock-now = Cerrar ahora
lock-resumed = Lo que había empezado a escribir está aquí de nuevo.
unlock-title = El libro está cerrado
unlock-lede = Escriba la frase de paso para abrirlo.
unlock-do = Abrir
unlock-busy = Abriendo…
first-restore-passphrase = La frase de paso de esta copia

## Días de silencio

quiet-title = Días de silencio
quiet-says = Cuando un pueblo espera dificultades, una reunión puede decidir que guarde silencio unos días. En esos días sus portátiles no abren, envían ni anuncian nada, y lo que acordaron las personas delegadas no queda sin efecto por falta de informe. { $most ->
    [one] Como mucho, un día.
   *[other] Como mucho, { $most } días seguidos.
}
quiet-told = Lo que se declara queda en el libro, y los vecinos lo leen cuando el silencio ha pasado. Si nadie ha de saberlo nunca, se elige Silencio en Red; entonces no se aplaza ningún informe.
quiet-period = Del { $from } al { $until }
quiet-begin = Declarar días de silencio
quiet-from = Primer día
quiet-until = Último día
quiet-then = En esos días este portátil deja la red por sí solo. Avise antes a los demás portátiles del pueblo; después, solo se puede por memoria USB.
quiet-do = Declarar
quiet-done = Los días de silencio están declarados.
quiet-stick = A los portátiles que aún no lo saben se les avisa por memoria USB:
quiet-end = Terminarlo antes
quiet-last = Último día de silencio
quiet-end-do = Terminar el silencio
quiet-ended = El nuevo final queda registrado.
