## Lo que otros pueblos sellaron y este firma como testigo; pueblos que muestran dos libros

witness-by = Firmado como testigo por
witness-by-nobody = Ningún otro pueblo lo ha firmado todavía.
witness-waits = Por firmar como testigo
witness-says = Quien firma dice: esto está sellado, y hasta ahí llegaba el libro de ese pueblo cuando lo vimos. No obliga a nadie a nada, y hace difícil mostrar después otro libro a otros.
witness-minutes = acta del { $meeting }
witness-closing = cuentas cerradas hasta el { $until }
witness-waits-split = Este pueblo resultó mostrar dos libros. Mirar primero; no se firma con los demás.
witness-do = { $count ->
        [one] Firmar lo sellado desde la última vez
       *[other] Firmar para { $count } pueblos lo sellado desde la última vez
    }
witness-do-split = Firmar para { $town } de todos modos
witness-done = La firma de testigo está anotada.
witness-split-line = { $town } ha mostrado dos libros bajo un mismo nombre.
witness-split-minutes = { $town } ha sellado dos actas distintas de la reunión del { $meeting }.
witness-split-proved = Ambas versiones las firmó su propio portátil y están aquí.
witness-split-told = Lo dicen sus testigos; la otra versión no ha llegado aquí.
witness-split-book = { $book ->
        [none] Otra versión se mostró a
       *[other] La versión marcada { $book } se mostró a
    }
witness-split-here = (está aquí)
witness-split-instead = Digan en voz alta a { $town } y a los pueblos nombrados qué se mostró a cada cual. Un portátil copiado o robado muestra lo mismo que uno que miente; qué fue, lo averiguan las personas.
