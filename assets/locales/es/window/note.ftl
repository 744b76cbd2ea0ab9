## Lo que alguien anota solo para sí

note-title = Mis notas
note-lede = Lo que usted quiere recordar: para la próxima reunión, para lo que va a informar, sobre un asiento. Está solo en sus propios portátiles; a nadie más de la asamblea se le dice siquiera que hay algo.
note-empty = Aún no hay nada anotado. También se puede escribir una nota en la página de una reunión o de un acto; allí la ve solo usted.
note-mine = { $count ->
        [0] Mis notas
       *[other] Mis notas ({ $count })
    }
note-only = { $laptops ->
        [0] Solo en este portátil y en sus copias de seguridad.
        [one] Solo en sus propios portátiles: este y otro más.
       *[other] Solo en sus propios portátiles: este y otros { $laptops }.
    }
note-left-out = Bajo su número hay un portátil que ninguno de los suyos admitió; no se le dan notas. Si es suyo, firme su admisión.
note-write = Escribir una nota solo para mí
note-anew = Escribirla de nuevo
note-drop = Descartar
note-dropped = La nota está descartada.
note-text = Lo que quiere recordar
note-do = Anotarlo
note-done = Anotado, solo para usted.
