## Los estatutos

charter-title = Los estatutos
charter-lede = Lo que la asamblea acordó antes que nada.
charter-empty = Los estatutos dicen en artículos sencillos qué es esta asamblea, cómo decide y cómo puede dejarla cualquiera. La reunión los decide; después se escriben aquí, y solo otra decisión los cambia.
charter-ways = Las páginas de los estatutos
charter-way-reading = En vigor
charter-way-versions = Versiones
charter-way-compare = Comparar
charter-way-drafts = Borradores
charter-go-versions = Versiones de los estatutos
charter-go-compare = Comparar dos versiones de los estatutos
charter-go-drafts = Escribir un borrador entre varias personas
charter-in-force = Versión { $version }, en vigor.
charter-earlier = Versión { $version }, que ya no está en vigor.
charter-compare-now = Qué ha cambiado desde entonces
charter-adopted-at = Texto aprobado en la reunión del { $meeting }, decisión { $decision }
charter-amended-at = Texto en vigor desde la reunión del { $meeting }, decisión { $decision }
charter-undecided = La decisión que los respalda no vale.
charter-clauses = Artículos

charter-adopt = Aprobar unos estatutos
charter-adopt-lede = Los primeros estatutos, tal como los decidió una reunión.
charter-adopt-do = Aprobar estatutos
charter-adopted = Los estatutos están anotados.
charter-amend = Modificar los estatutos
charter-amend-lede = Nueva redacción, tal como la decidió una reunión. La versión anterior se puede seguir leyendo.
charter-amend-do = Modificar estatutos
charter-amended = La modificación está anotada.
charter-long = Lo que se escribe aquí solo se guarda al anotarlo. Para un texto más largo:
charter-name = Título de los estatutos
charter-name-hint = Por ejemplo, Estatutos de Millbrook.

clause-heading = Encabezado
clause-text = Texto
clause-more = Otro artículo
clause-remove = Quitar
clause-remove-named = Quitar { $clause }
clause-up = Subir { $clause }
clause-down = Bajar { $clause }
clause-at = artículo { $at }
clause-preamble = Preámbulo

amend-now = Lo que dice ahora
amend-new = Artículos nuevos
amend-new-hint = Van al final de los estatutos.
amend-change = Cambiar el texto
amend-change-named = Cambiar el texto de { $clause }
amend-drop = Suprimir
amend-drop-named = Suprimir { $clause }
amend-keep = Dejar como está
amend-keep-named = Dejar como está: { $clause }


## Los números que leen las reglas

charter-numbers = Cómo decide la asamblea, en números
# The name of a clause, which never changes, behind its heading.
clause-id = (como { $id })
number-method-none = Cada moción dice cómo se resuelve; los estatutos no lo dicen.
number-quorum-none = Los estatutos no dicen cuántas personas tienen que estar presentes para decidir.
number-seats-none = Los estatutos no dicen cuántas personas delegadas van a un órgano de fuera; rige lo que dicen las reglas.
number-report_days-none = Los estatutos no dicen cuándo informa la persona delegada; rige lo que dicen las reglas.
number-quiet_days-none = Los estatutos no dicen cuánto tiempo puede guardar silencio el pueblo; rige lo que dicen las reglas.
number-method-label = Cómo se resuelven las mociones
number-method-open = Lo dice cada moción
number-as-it-is = Como está
number-quorum-label = Presentes para decidir, en porcentaje
number-seats-label = Personas delegadas por órgano
number-report-label = Días para informar a la vuelta
number-quiet-label = Días de silencio seguidos
number-may-be-empty = Puede quedar vacío.
number-now = Ahora, { $value }. Si queda vacío, sigue así.
number-now-none = Ahora no se dice. Puede quedar vacío.
method-consent = Por consentimiento
method-majority = Por mayoría
method-two-thirds = Por dos tercios


## Las versiones, y qué cambió

versions-title = Versiones de los estatutos
versions-lede = Cada versión se puede seguir leyendo, con la decisión que la respalda.
versions-empty = Cada decisión sobre los estatutos hace una versión, y nunca se pierde ninguna. Todavía no hay ninguna: una reunión decide los primeros estatutos.
versions-compare = Comparar dos versiones
versions-all = Todas las versiones
versions-more = Mostrar más
version-number = Versión { $version }
version-of = Versión { $version }, { $meeting }
version-now = Versión { $version }, en vigor
version-clauses = { $clauses ->
        [one] Un artículo
       *[other] { $clauses } artículos
    }
version-amended-at = Modificados en la reunión del { $meeting }, decisión { $decision }
version-changed = qué cambió
compare-title = Qué cambió de la versión { $from } a la versión { $to }
compare-empty = Aquí se ponen dos versiones de los estatutos una al lado de otra, palabra por palabra. Antes de la primera modificación no hay nada que comparar.
compare-from = De
compare-to = A
compare-do = Comparar
compare-how = Cómo se muestra
compare-inline = En un solo texto
compare-side = Lado a lado
compare-clauses = Artículos que cambiaron
compare-same = { $clauses ->
        [0] Cambiaron todos los artículos.
        [one] Otro artículo es igual, palabra por palabra.
       *[other] Otros { $clauses } artículos son iguales, palabra por palabra.
    }
compare-all-same = Todos los artículos son iguales, palabra por palabra.
compare-title-changed = El título
compare-not-yet = Todavía no estaba.
compare-no-more = Ya no está.
became-added = añadido
became-dropped = suprimido
became-changed = cambiado
