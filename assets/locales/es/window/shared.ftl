## Lo que dice toda página de la ventana: palabras llanas, verbos en los botones, el vocabulario del pueblo.

member-number = integrante { $member }
member-named = { $name } (integrante { $member })
member-hint = Por nombre o por número. Quien no esté en el padrón se anota antes.
member-hint-open = Por nombre o por número. Puede dejarse en blanco.
member-meant = { $name ->
        [none] Integrante { $member }.
       *[other] { $name }, número { $member }.
    }
member-meant-nobody = Nadie se llama así, o hay más de una persona. Elija una de la lista, o escriba el número.
amount = { $quantity } { $commodity }
sheet-close = Cerrar
form-busy = Anotando…
margin-open = { $moment }. Abre la cadena desde este acto hasta la decisión que lo respalda.
refused-rule = Regla { $rule }.
seen-commons = Los pueblos vecinos verán:
seen-inside = Esto queda dentro de la asamblea; los pueblos vecinos no ven nada.
seen-own = Solo lo tienen sus propios portátiles; a nadie más se le dice que hay algo.
skip = Ir a la página
working = Un momento…
place-stick = { $name }, una memoria USB
place-home = La carpeta personal
file-choose = Elegir un archivo
file-none = No se ha elegido ninguno.
day-none = No se ha elegido ningún día.
more-show = { $count ->
        [one] Mostrar una más
       *[other] Mostrar { $count } más
    }
more-shown = { $shown } de { $of }
more-printed = Aquí se imprimen { $shown } de { $of }.


## Qué vale cada acto

standing-counts = vale
standing-pending = espera firmas
standing-contested = en disputa
standing-split = dividido
standing-void = sin efecto
standing-newer = de una versión más nueva
standing-called = convocada
standing-open = abierta
standing-closed = cerrada
standing-adopted = aprobada
standing-sealed = sellada
standing-rejected = rechazada
standing-deferred = aplazada
standing-held = vigente
standing-taken-back = anulado
standing-valid = vale
standing-void-as-far-as-known = sin efecto, por lo que se sabe aquí
standing-owed = por informar
standing-put-off = aplazado por el silencio
standing-quiet = en silencio ahora
standing-ahead = empieza más adelante
standing-overdue = pasado de plazo
standing-ended = terminado
standing-recalled = revocado


## Cargos

duty-facilitator = facilitación
duty-treasurer = tesorería
duty-delegate = delegación
duty-courier = mensajería
duty-steward = cuidado de lo común
duty-board = junta


## Los actos, como los diría una persona

act-roll-found = { $place ->
        [none] Se fundó { $name }.
       *[other] Se fundó { $name }; se reúne en { $place }.
    }
act-roll-enrol = { $count ->
        [one] Entra una persona en el padrón: { $numbers }.
       *[other] Entran { $count } personas en el padrón: { $numbers }.
    }
act-roll-card = Cambió la ficha de { $who }.
act-roll-leave = { $who } dejó la asamblea el { $day }.
act-roll-admit = Se admite un portátil de { $who }.
act-roll-admit-paper = Una tarjeta de recuperación de { $who } entra en el padrón.
act-roll-remove = Se quita del padrón la llave { $device }: { $reason }
act-roll-quorum = Desde ahora, lo que obliga necesita la firma de { $k ->
        [one] una persona con portátil
       *[other] { $k } personas con portátil
    }; los cambios del propio padrón, la de más de la mitad.
act-roll-sign = Firma el acto { $act }.
act-roll-ratify = Hace que la anotación en disputa { $act } valga a pesar de todo.
act-charter-adopt = Se aprueban los estatutos: { $title }, { $count ->
        [one] un artículo
       *[other] { $count } artículos
    }.
act-charter-amend = Se modifican los estatutos.{ $dropped ->
        [none] {""}
       *[other] {" "}Se suprime: { $dropped }.
    }{ $clauses ->
        [none] {""}
       *[other] {" "}Nueva redacción de: { $clauses }.
    }
act-meeting-call = Se convoca una reunión para el { $meeting } en { $place }.{ $items ->
        [none] {""}
       *[other] {" "}Orden del día: { $items }.
    }
act-meeting-item = Entra en el orden del día: { $title }.
act-meeting-open = Se abre la reunión. Presentes: { $present }.
act-meeting-presence = Presentes: { $present }.
act-meeting-move = Moción{ $mover ->
        [none] {""}
       *[other] {" "}de { $mover }
    }: { $title }. { $text }
act-meeting-withdraw = Se retira la moción.
act-meeting-decide-count = Decisión { $number }, { $outcome }: { $for } a favor, { $against } en contra, { $abstain } en abstención.
act-meeting-decide-consent = Decisión { $number }, { $outcome }, por consentimiento: { $objections ->
        [0] sin objeciones
        [one] se mantiene una objeción
       *[other] se mantienen { $objections } objeciones
    }.
act-meeting-correct = Corrección: { $text }
act-meeting-action = Encargo para el { $due }{ $who ->
        [none] {""}
       *[other] {" "}a { $who }
    }: { $what }
act-meeting-done = Está hecho.
act-meeting-close = Se cierra la reunión del { $meeting }.
act-meeting-adopt = Se aprueba el acta del { $meeting }.
act-meeting-seal = Se sella el acta del { $meeting }.
act-mandate-grant = Mandato de { $who }, del { $from } al { $until }: { $duty }{ $accounts ->
        [none] {""}
       *[other] , solo para { $accounts }
    }{ $body ->
        [none] {""}
       *[other] , en { $body }
    }.
act-mandate-recall = Se revoca el mandato. { $reason }
act-mandate-agree = El { $day } la persona delegada acordó: { $what }
act-mandate-report = El informe se oyó el { $day }.
act-mandate-miss = La reunión del { $meeting } hace constar que no llegó informe a tiempo.
act-quiet-begin = El pueblo guarda silencio del { $from } al { $until }.
act-quiet-end = El silencio termina el { $day }.
act-ledger-open = Se abre la cuenta { $account }.
act-ledger-budget = Presupuesto permanente hasta el { $until }, de { $limits } como máximo, para { $accounts }: { $name }.
act-ledger-post = { $day }: { $text } ({ $lines })
act-ledger-reverse = Se anula un asiento: { $reason }
act-ledger-close = Se cierran las cuentas { $accounts } hasta el { $until }{ $counted ->
        [none] .
       *[other] , con lo que se contó: { $counted }.
    }
act-posting = { $account } { $amount }
act-people-strike = Se tacha una ficha de { $who }; se borra allí donde llegue la noticia.
act-floor-attend = { $arrived ->
        [none] {""}
       *[other] Llegan: { $arrived }.
    }{ $left ->
        [none] {""}
       *[other] {" "}Se van: { $left }.
    }
act-floor-object = { $who } objeta: { $reason }
act-floor-note = Nota: { $text }
act-neighbour-invite = { $who ->
        [none] Se invita a un pueblo, hasta el { $until }.
       *[other] Se invita un portátil de { $who }, hasta el { $until }.
    }
act-neighbour-revoke = Se retira una invitación.
act-neighbour-join = { $name } es pueblo vecino.
act-neighbour-ask = Un portátil pide que se le admita.
act-neighbour-part = El pueblo { $town } ya no es vecino.
act-witness-cosign = { $count ->
        [0] Se firma como testigo hasta dónde llega el libro del pueblo { $town }.
        [one] Se firma como testigo un sello o cierre del pueblo { $town }, y hasta dónde llega su libro.
       *[other] Se firman como testigo { $count } sellos y cierres del pueblo { $town }, y hasta dónde llega su libro.
    }
act-sealed-put = Se escribió algo que solo leen algunas personas.
act-note-write = Anotado solo para sí: { $text }
act-note-drop = Se descartó una nota.
act-draft-open = Se empieza un borrador: { $title }.
act-draft-edit = Se escribieron palabras en un borrador.
act-draft-close = Se cierra un borrador.
act-newer = Algo que escribió un Folkmoot más nuevo: { $kind }.


## El marco de la ventana

rail = Folkmoot
rail-home = Inicio
rail-minutes = Reuniones
rail-charter = Estatutos
rail-ledger = Libro de cuentas
rail-mandate = Mandatos
rail-people = Personas
rail-neighbour = Pueblos
rail-search = Buscar
rail-settings = Ajustes
rail-assembly = Asamblea
rail-palette = Todo lo que se puede hacer
rail-kept = Todo está guardado aquí.
rail-kept-alone = Guardado solo en este portátil.
rail-met = Encuentro con { $town }: { $came ->
        [0] sin novedades
        [one] llegó una anotación
       *[other] llegaron { $came } anotaciones
    }.
rail-quiet = Silencio: no se envía nada.
rail-quiet-until = Silencio hasta el { $until }: no se conecta, ni se envía ni se anuncia nada.

notice-undo = Deshacer
notice-undone = Deshecho con una corrección; quedan las dos anotaciones.

palette-title = ¿Qué quiere hacer?
palette-none = No hay nada que se llame así.
palette-hint = Las flechas eligen, Intro lo hace, Escape cierra.

print-page = Imprimir esta página
printed = { $town }, impreso el { $day }

about-unknown = Esta página no está en el libro.


## Codes

code-copy = Copiar el código
code-copied = Copiado.
code-picture = El mismo código como imagen para una cámara
code-selected = Está seleccionado: cópielo con Ctrl C.
code-invite = El código de la invitación
code-answer = El código de la respuesta
code-ask = El código que pide la admisión
code-acts = El código con el acto y sus firmas
code-acts-of = El acto como código, { $part } de { $of }
code-given = El código
code-given-hint = Empieza por “folkmoot:” y se puede escribir en minúsculas o mayúsculas.
revoke-says = Ya nadie puede responder a ella, aunque tenga el código en las manos. Si todavía se les quiere aquí, cree una nueva.
revoke-used = Quien entró solo por esta invitación deja de tener la puerta abierta aquí. Lo que envió queda en el libro.
revoke-do = Retirar la invitación
