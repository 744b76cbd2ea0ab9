## Reuniones, decisiones y lo que se encargó a alguien

minutes-title = Reuniones
minutes-lede = Donde la asamblea decide, cara a cara. Lo decidido queda aquí por número, y todo lo demás se apoya en ello.
minutes-empty = En una reunión se decide entre todas y todos, con un portátil en la sala o en papel. El acta dice cuántas personas había, qué se propuso y cómo respondió la sala; una reunión posterior la aprueba y después se sella.
minutes-shelf = Libros de la asamblea
minutes-meetings = Reuniones
minutes-decisions = Decisiones
minutes-actions = Encargos
minutes-all = Todas las reuniones
minutes-more = Mostrar más (quedan { $left })
minutes-go = A las reuniones
minutes-decisions-open = Abrir el registro de decisiones
minutes-actions-open = Abrir los encargos
minutes-decisions-lede = Todas las decisiones de la asamblea por número, la última primero. Nunca se quita ninguna; una posterior puede decir otra cosa.
minutes-decisions-empty = Una decisión es lo que una reunión resolvió: aprobado, rechazado o aplazado, con la respuesta de la sala. La primera nace cuando una reunión resuelve una moción.
minutes-actions-lede = Lo que las reuniones encargaron a alguien, por el día en que tiene que estar hecho.
minutes-actions-empty = Una reunión puede encargar algo a alguien para un día. Se encarga mientras la reunión está abierta, y queda aquí hasta que alguien diga que está hecho.
minutes-actions-waiting = Por hacer
minutes-actions-none = No queda nada por hacer.
minutes-actions-done = Hecho
minutes-by-day = para el { $day }
minutes-asked-at = reunión del { $meeting }

meeting-day-second = { $day } ({ $second })
meeting-number = reunión { $number }
meeting-present = presentes: { $present }
meeting-decisions = { $count ->
        [0] sin decisiones
        [one] una decisión
       *[other] { $count } decisiones
    }
meeting-on-paper = hecha en papel
meeting-called-twice = Dos portátiles convocaron esta reunión a la vez; abajo quedan las dos convocatorias.
meeting-choose-entry = Elegir una anotación
meeting-may-be-empty = Puede quedar vacío.
meeting-minutes = { $minutes } min


## La convocatoria

meeting-call = Convocar una reunión
meeting-call-do = Convocar reunión
meeting-enter-do = Anotar reunión
meeting-called = La reunión está convocada.
meeting-day = Día
meeting-time = Hora
meeting-time-hint = Con palabras propias, como después de ordeñar.
meeting-place = Lugar
meeting-taken = Ya hay una reunión convocada para ese día.
meeting-second = Convocar una segunda ese día
meeting-second-hint = Se llamará { $name }.
meeting-agenda = Orden del día
meeting-agenda-hint = Un asunto por línea, y cuántos minutos puede llevar. Puede quedar vacío, y se pueden añadir asuntos después.
meeting-agenda-none = El orden del día aún está vacío.
meeting-item-of = Asunto { $number }
meeting-minutes-of = Minutos para el asunto { $number }
meeting-minutes-short = min
meeting-paper = Se hizo en papel
meeting-paper-hint = El acta se escribió a mano y se pasa ahora al libro.
meeting-witness = Quién más leyó el papel
meeting-witness-hint = Alguien de la asamblea, que no sea usted, que pueda decir que fue así.


## Lo que viene después en una reunión

step-open = La reunión está convocada. Cuando haya gente en la sala, cuéntela y abra la reunión.
step-move = La reunión está abierta. Presente la siguiente moción a la sala.
step-decide = La sala tiene que responder: { $motion }
step-close = Todo lo que se propuso tiene respuesta. Cierre la reunión o siga con ella.
step-sign = Esto espera firmas de otros portátiles: { $have } de { $need }.
step-adopt = La reunión terminó. Una reunión posterior lee el acta en voz alta y la aprueba con una decisión.
step-seal = El acta está aprobada. Un sello fija todas sus anotaciones.
step-none = El acta está sellada y queda como está. Si hay una equivocación, se puede corregir debajo de la anotación.

meeting-to-open = Abrir la reunión
meeting-to-count = Volver a contar
meeting-to-item = Añadir al orden del día
meeting-to-move = Presentar una moción
meeting-to-decide = Decidir la moción
meeting-to-withdraw = Retirar la moción
meeting-to-action = Encargar algo
meeting-to-done = Marcar como hecho
meeting-to-correct = Corregir una anotación
meeting-to-close = Cerrar la reunión
meeting-to-adopt = Aprobar el acta
meeting-to-seal = Sellar el acta
seal-begins = Sello
meeting-to-sign = Ver quién firmó
meeting-to-attend = Quién llegó y quién se fue
meeting-to-object = Escribir una objeción
meeting-to-note = Anotar algo para el acta de la sala


## Los formularios de una reunión

meeting-how-many = Cuántas personas de la asamblea hay
meeting-how-many-hint = Cuentan todas, con portátil o sin él.
meeting-count-hint = Presentes en el último recuento: { $present }.
meeting-open-do = Abrir reunión
meeting-opened = La reunión está abierta.
meeting-count-do = Anotar recuento
meeting-counted = El recuento está anotado.
meeting-item-title = De qué se trata
meeting-item-minutes = Minutos que puede llevar
meeting-item-do = Añadir al orden del día
meeting-item-done = Está en el orden del día.
meeting-motion-title = Título
meeting-motion-text = Qué dice
meeting-motion-text-hint = Palabra por palabra, tal como se lee en voz alta. Si queda vacío, el título lo dice todo.
meeting-from-draft = De un borrador
meeting-no-draft = Sin borrador; se escribe aquí
meeting-from-draft-hint = El borrador se cierra con la moción: se presenta lo mismo que oye la sala.
meeting-matter = De qué se trata
meeting-mover = Quién la presenta
meeting-move-do = Presentar moción
meeting-moved = La moción está ante la sala.
meeting-withdraw-do = Retirar moción
meeting-withdrawn = La moción está retirada.
meeting-answered = Cómo responde la sala
meeting-outcome = Así, la moción queda
meeting-review = Volver a verla el
meeting-review-hint = Puede quedar vacío.
meeting-decide-do = Anotar decisión { $number }
meeting-decided = La decisión está anotada.
meeting-action-what = Qué hay que hacer
meeting-action-who = Quién
meeting-action-due = Para qué día
meeting-action-carries = Lleva a cabo una decisión
meeting-action-do = Encargar
meeting-action-done = Está encargado.
meeting-done-do = Anotar como hecho
meeting-done-done = Está anotado como hecho.
meeting-correct-entry = Anotación
meeting-correct-hint = La anotación queda como está. Lo correcto va debajo.
meeting-correct-text = Lo correcto
meeting-correct-do = Anotar corrección
meeting-corrected = La corrección está anotada.
meeting-close-says = Queda como reunión { $number } de la asamblea. En ella ya no se puede presentar ni decidir nada más, y quizá tengan que firmar otras personas con portátil.
meeting-close-left = { $count ->
        [one] Una moción no tiene respuesta todavía; hay que volver a presentarla en otra reunión:
       *[other] { $count } mociones no tienen respuesta todavía; hay que volver a presentarlas en otra reunión:
    }
meeting-close-do = Cerrar reunión
meeting-closed = El cierre está anotado.
meeting-adopt-says = El acta se lee en voz alta en una reunión posterior, que decide. Después se indica aquí esa decisión.
meeting-adopt-do = Aprobar acta
meeting-adopted = El acta está aprobada.
meeting-seal-says = El sello abarca todas las anotaciones como están en este portátil. Después se pueden corregir, pero nunca cambiar. Quizá tengan que firmar otras personas con portátil.
meeting-seal-digest = Empieza por { $digest }.
meeting-seal-do = Sellar acta
meeting-sealed = El sello está anotado.
meeting-arrived = Quién llegó
meeting-left = Quién se fue
meeting-roster-hint = Las primeras letras de un nombre, o un número. Intro toma la primera persona que encaja.
meeting-fits = Personas que encajan
meeting-fits-none = Aquí nadie se llama así.
meeting-chosen = { $count ->
        [0] nadie por ahora
        [one] una persona elegida
       *[other] { $count } personas elegidas
    }
meeting-unchoose = Dejar fuera
meeting-unchoose-who = Dejar fuera a { $who }
meeting-attend-witness = Quién lo vio
meeting-attend-witness-hint = Si se anota en nombre de alguien, una segunda persona que estaba allí.
meeting-attend-do = Anotar
meeting-attended = Está anotado.
meeting-object-to = A qué moción
meeting-object-who = Quién
meeting-object-how = Qué hace
meeting-objects = objeta
meeting-aside = se hace a un lado
meeting-object-reason = Por qué
meeting-object-do = Anotar objeción
meeting-objected = La objeción está anotada.
meeting-note-text = Nota
meeting-note-do = Anotarlo para la asamblea
meeting-noted = La nota está anotada.


## Cómo responde una sala

answer-by-consent = Por consentimiento
answer-by-count = A mano alzada
answer-objections = Objeciones que se mantienen
answer-aside = Se hacen a un lado
answer-objections-hint = Si la moción se cambió para atender una objeción, esa ya no se mantiene.
answer-for = A favor
answer-against = En contra
answer-abstain = Abstenciones
answer-method = Qué hace falta para aprobarla
answer-count = { $for } a favor, { $against } en contra, { $abstain } en abstención
answer-consent = { $objections ->
        [0] por consentimiento, sin objeciones
        [one] por consentimiento, se mantiene una objeción
       *[other] por consentimiento, se mantienen { $objections } objeciones
    }{ $aside ->
        [0] {""}
        [one] , una persona se hace a un lado
       *[other] , { $aside } personas se hacen a un lado
    }
counted-majority = Más a favor que en contra
counted-two-thirds = Dos tercios de quienes dicen sí o no
counted-consent = Nadie en contra
method-charter-majority = Según los estatutos, las mociones se resuelven por mayoría.
method-charter-two-thirds = Según los estatutos, las mociones se resuelven por dos tercios.
method-charter-consent = Según los estatutos, las mociones se resuelven por consentimiento.
outcome-adopted = Aprobada
outcome-rejected = Rechazada
outcome-deferred = Aplazada
matter-policy = Rumbo: qué quiere la asamblea
matter-administration = Gestión: cómo se lleva a cabo algo
matter-election = Elección: quién hace algo


## El acta como registro

meeting-minutes-title = Acta
entry-called = Convocada, en { $place }.
entry-opened = Abierta. Presentes: { $present }.
entry-counted = Nuevo recuento. Presentes: { $present }.
entry-moved = Moción: { $title }
entry-decided = Decisión { $number }: { $title }
entry-asked = Encargo{ $who ->
        [none] {""}
       *[other] {" "}a { $who }
    }: { $what }
entry-closed = Cerrada, como reunión { $number } de la asamblea.
entry-adopted = Esta acta quedó aprobada.
entry-sealed = Esta acta quedó sellada.
entry-paper = Hecha en papel, que leyó
entry-mover = presentada por
entry-correction = Corrección:
standing-undecided = sin respuesta todavía
standing-withdrawn = retirada
standing-done = hecho
standing-asked = encargado
standing-late = pasado de fecha

meeting-floor = En la sala
meeting-floor-says = Los nombres, las objeciones y las notas quedan dentro de la asamblea; los pueblos vecinos no ven nada.
meeting-present-by-name = { $count ->
        [one] Hay una persona anotada por su nombre
       *[other] Hay { $count } personas anotadas por su nombre
    }


## El registro

decision-number = Decisión { $number }
decision-of = Tomada en la reunión del { $meeting }
decision-headed = { $number }. { $title }
decision-untitled = La moción que la respalda no vale aquí.
decision-review = Se vuelve a ver el { $day }
decision-answered = { $outcome }: { $answer }
decision-answer = En la sala
decision-meeting = Reunión
decision-cited = Lo que se apoya en ella
decision-cited-none = Nada en el libro cita todavía esta decisión.
decision-cited-newer = Un acto de un Folkmoot más nuevo.
meetings-find = Buscar una reunión
meetings-find-hint = Por el lugar o por el día, como marzo de 2027.
meetings-found = { $count ->
        [0] Ninguna reunión tiene estas palabras.
        [one] Una reunión tiene estas palabras.
       *[other] { $count } reuniones tienen estas palabras.
    }
decisions-all = Todas las decisiones
decisions-search = Buscar una decisión
decisions-count = { $count ->
        [one] Una decisión
       *[other] { $count } decisiones
    }
decisions-found = { $count ->
        [0] Ninguna decisión tiene estas palabras.
        [one] Una decisión tiene estas palabras.
       *[other] { $count } decisiones tienen estas palabras.
    }
