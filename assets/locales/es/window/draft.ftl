## Borradores: textos que se escriben entre varias personas

drafts-title = Borradores
drafts-lede = Se escriben entre varias personas, no obligan a nadie y nunca salen del pueblo.
drafts-empty = En un borrador varias personas escriben un mismo texto, cada una en su portátil, y no se pierden las palabras de nadie. Cuando el texto está listo va a una reunión; hasta entonces queda dentro de la asamblea.
drafts-open = En curso
drafts-none-open = No se está escribiendo ningún borrador.
drafts-past = Cerrados
draft-begin = Empezar un borrador
draft-begun = El borrador está empezado.
draft-title = Título
draft-title-hint = Cómo se llamará el texto.
draft-title-new = Será el encabezado del artículo.
draft-about = En qué se convertirá
draft-about-open = Aún no se ha dicho en qué se convertirá
draft-about-motion = Una moción
draft-about-charter = Los estatutos enteros con nueva redacción
draft-about-charter-first = Unos primeros estatutos
draft-about-clause = El artículo “{ $clause }”
draft-about-new = Un artículo nuevo de los estatutos
draft-first-heading = Primer artículo
draft-stays = Un borrador queda entre los portátiles de esta asamblea. Los pueblos vecinos no lo ven nunca, y ningún paquete para otro pueblo lo lleva.
draft-edits = { $edits ->
        [0] como se empezó
        [one] un cambio
       *[other] { $edits } cambios
    }
draft-carried = Recogido en un acto
draft-closed = Cerrado

draft-text = Texto
draft-saved = Guardado aquí.
draft-typing = Escribiendo, sin guardar todavía
draft-headings-hint = Una línea “# Título” es el título. Una línea “## Encabezado” empieza un artículo, y lo que sigue debajo es su texto.
draft-authors = Quién lo escribió
draft-author-unknown = Un portátil que no está en el padrón
draft-characters = { $characters ->
        [one] un carácter
       *[other] { $characters } caracteres
    }
draft-nobody = Nadie todavía.

draft-way-motion = Llevarlo a una reunión
draft-way-charter = Pasarlo a los estatutos
draft-way-close = Cerrar el borrador
draft-way-again = Seguir en un borrador nuevo
draft-close-says = El texto se congela como está. Aquí se puede seguir leyendo, y nada lo lleva a una reunión ni a los estatutos.
draft-closed-done = El borrador está cerrado.
draft-left-over = Alguien cerró el borrador antes de que se guardaran estas palabras. Copie lo que necesite, o siga con ellas en un borrador nuevo.
draft-frozen = Congelado
draft-by-motion = Recogido en la moción “{ $title }” de la reunión del { $meeting }
draft-by-charter = Recogido en un acto sobre los estatutos
draft-by-act = El acto que lo recoge
draft-by-nothing = Nada lo recoge.
draft-text-missing = Algunas de las palabras con que terminó no han llegado aquí todavía.
draft-empty-text = Terminó sin palabras.

draft-aside = Palabras al margen del texto
draft-aside-newer = escritas con un Folkmoot más nuevo; aquí no están en el texto
draft-aside-follows-nothing = no ha llegado lo que va delante de estas palabras; aún no están en el texto
draft-aside-does-not-fit = no encajan en el texto que nombran; se guardan, fuera de él
draft-aside-full = el borrador estaba lleno; se guardan, fuera del texto
draft-aside-harmful = lo que probaba estas palabras sufrió daño; se guardan, no están en el texto
draft-aside-later = escritas después de congelarlo; no cambian nada
draft-aside-contested = en el texto, y en disputa

carry-hint = Las palabras se llevan como están, y el borrador se congela con ellas. Para cambiarlas hay que volver y escribir.
carry-nothing = El texto no dice nada que los estatutos no digan ya.
carry-no-meeting = No hay ninguna reunión abierta. Primero hay que abrir una; después se le puede presentar el texto como moción.
carry-meeting = Reunión
carry-title = Título de la moción
carry-matter = De qué se trata
carry-matter-policy = Rumbo: qué quiere la asamblea
carry-matter-administration = Gestión: cómo se lleva a cabo algo
carry-matter-election = Elección: quién hace algo
carry-mover = Quién la presenta
carry-motion-do = Presentar moción
carry-motion-done = La moción está presentada, y el borrador, congelado.
