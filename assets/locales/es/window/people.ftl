## Personas: integrantes, por número y por nombre

people-title = Personas
people-lede = Todas las personas que pertenecen a la asamblea, con portátil o sin él. Cada una tiene un número que no se vuelve a dar.
people-lede-town = Integrantes de este pueblo, por número. Los nombres quedan en los portátiles de cada pueblo y no se muestran a los vecinos.
people-ways = Páginas de esta sala
member-all = Todas las personas
people-members = Integrantes
people-empty = Quien pertenece a la asamblea está en esta lista, también quien nunca toca un portátil: habla, cuenta y tiene mandatos como cualquiera. Anote a las personas una tras otra, o tome la lista de una hoja de cálculo.
people-enter = Anotar personas
people-enter-do = Anotar a esta persona
people-enter-seen = Los pueblos vecinos ven que se dio un número, nunca el nombre ni nada más de la ficha.
people-entered = { $name } es integrante { $member }.
people-just-entered = { $count ->
        [one] Recién anotada
       *[other] Recién anotadas, { $count } personas
    }
people-import = De una hoja de cálculo
people-search = Buscar
people-show = Mostrar
people-show-belong = Quienes pertenecen
people-show-laptop = Quienes tienen portátil
people-show-left = Quienes se fueron
people-show-all = Todas las personas que hubo
people-count = { $count ->
        [one] Una persona en esta lista
       *[other] { $count } personas en esta lista
    }; en la asamblea, { $of }
people-none = Nadie en el padrón se llama así. La búsqueda mira nombres, números, hogares y contactos.
people-number = Número
people-name = Nombre
people-phone = Teléfono
people-email = Correo electrónico
people-household = Hogar
people-note = Nota
people-on-the-roll = Observaciones
people-institution = institución
people-has-laptop = tiene portátil
people-left = salida el { $day }
people-twice = número dado dos veces
people-witness = Testigo
people-witness-hint = Quién presencia que se anota en su nombre; por nombre o número. Puede quedar vacío.
people-namesake = Ya hay alguien que se llama { $name }, número { $member }.
people-namesake-of = Ya hay alguien que se llama { $name }, número { $member }, hogar { $household }.
people-namesake-left = Hubo alguien que se llamaba { $name }, número { $member }, y se fue el { $day }.


## Una hoja de cálculo

roster-how = En la hoja de cálculo, guarde la lista como CSV. La primera línea da nombre a las columnas: un nombre y, si quiere, hogar, teléfono, correo electrónico y nota. No se anota nada antes de que haya visto lo que se encontró.
roster-file = La lista
roster-workbook = Esto es un libro de cálculo entero. Ábralo en su programa, guarde la hoja como CSV y elija ese archivo.
roster-blank = En este archivo no hay nada.
roster-older = Este archivo no está en UTF-8. Se leyó como Windows-1252, como escriben las hojas de cálculo antiguas: mire si las letras con acento están bien.
roster-columns = Qué columna se tomó para qué
roster-two-columns = nombre y apellidos juntos
roster-no-column = ninguna columna
roster-line = línea { $line }
roster-troubles = { $count ->
        [one] Una línea no se puede usar
       *[other] { $count } líneas no se pueden usar
    }
roster-troubles-instead = No se anota a nadie mientras haya una línea que no se puede usar. Corríjala en la hoja de cálculo o quítela, guarde y vuelva a elegir el archivo.
roster-because-no-name = No hay ningún nombre.
roster-because-not-a-name = Lo que está en lugar del nombre no es un nombre: es demasiado largo, o tiene signos que no se ven.
roster-because-not-a-line = No se puede leer como una línea de la lista.
roster-new = { $count ->
        [one] Una persona es nueva
       *[other] { $count } personas son nuevas
    }
roster-known = { $count ->
        [one] Una ya está en el padrón, y queda como está
       *[other] { $count } ya están en el padrón, y quedan como están
    }
roster-repeated = { $count ->
        [one] Una línea repite otra, y se deja fuera
       *[other] { $count } líneas repiten otras, y se dejan fuera
    }
roster-nobody-new = En esta lista no hay nadie nuevo.
roster-do = { $count ->
        [0] Anotar personas
        [one] Anotar a una persona
       *[other] Anotar a { $count } personas
    }
roster-entered = { $count ->
        [one] Una persona está anotada, con el número { $first }.
       *[other] { $count } personas están anotadas, con los números { $first } a { $last }.
    }


## Una persona de la asamblea

member-lede = Integrante { $member }.
member-lede-institution = Integrante { $member }, una institución.
member-lede-left = Salida el { $day }.
member-unknown = El número { $member } todavía no se ha dado a nadie.
member-name-only = La ficha dice el nombre y nada más.
member-no-card = La ficha de esta persona no está aquí: se tachó, o no ha llegado a este portátil. El número queda, y con él todo lo que se hizo con ese número.
member-change = Cambiar la ficha
member-change-do = Poner la ficha nueva en su lugar
member-change-hint = Una ficha nueva ocupa el lugar de la anterior, que se borra en todos los portátiles a los que llegue la noticia.
member-change-seen = Los pueblos vecinos ven que cambió la ficha de integrante { $member }, y nada de lo que dice.
member-changed = La ficha nueva está puesta; la anterior está tachada.
member-spoken-for = { $facilitate ->
        [0] { $laptop ->
            [yes] Solo { $name }, o quien facilita, puede cambiar esta ficha, tacharla o anotar la salida. Ahora no facilita nadie: hágalo en un portátil de esa persona, o que una reunión encargue a alguien la facilitación.
           *[no] Solo quien facilita puede cambiar esta ficha, tacharla o anotar la salida de { $name }. Ahora no facilita nadie: que una reunión encargue a alguien la facilitación.
        }
       *[other] { $laptop ->
            [yes] Solo { $name }, o quien facilita, puede cambiar esta ficha, tacharla o anotar la salida. Hágalo en un portátil de esa persona, o pídaselo a { $who }.
           *[no] Solo quien facilita puede cambiar esta ficha, tacharla o anotar la salida de { $name }. Pídaselo a { $who }.
        }
    }
member-laptops = Portátiles
member-no-laptop = Sin portátil. Pertenece igual: otras personas anotan en su nombre, con testigo.
member-mandates = Mandatos
member-term = Del { $from } al { $until }
member-actions = Lo que se le encargó
member-due = Para el { $due }
member-done = hecho
member-open = sin hacer todavía
member-overdue = pasó su día
member-asked-at = reunión del { $meeting }
member-history = Lo que dice el libro
member-ends = Salir, y tachar la ficha
member-ends-hint = Salir pone fin a la pertenencia y conserva el nombre en la memoria de la asamblea. Tachar la ficha borra el nombre y los contactos, y no pone fin a nada.
member-leave = Anotar la salida
member-leave-do = Anotar la salida
member-leave-day = Qué día
member-leave-hint = El número { $member } no se da a nadie más, y lo que hizo queda en el libro. Quien vuelve se anota de nuevo, con un número nuevo.
member-leave-laptop = Su portátil sigue en el padrón hasta que se quite; ese es otro acto, que firman otras personas.
member-left = La salida está anotada.
member-strike = Tachar la ficha
member-strike-do = Tachar la ficha para siempre
member-strike-gone = El nombre, el teléfono, el correo electrónico, el hogar y la nota se borran aquí en el acto, y en cada uno de los demás portátiles de la asamblea en cuanto le llegue la noticia.
member-strike-stays = El número { $member } queda, y todo lo que se hizo con él. Donde estaba el nombre se leerá “integrante { $member }”.
member-strike-paper = El papel, y los portátiles o copias a los que nunca llegue la noticia, conservan lo que tienen.
member-strike-for-good = No se puede deshacer. Más adelante se puede escribir una ficha nueva.
member-struck = La ficha está tachada.

happened-founded = Fundó la asamblea, como primera persona en ella.
happened-entered = { $witness ->
        [none] Entró en el padrón.
       *[other] Entró en el padrón; testigo: { $witness }.
    }
happened-card = Una ficha nueva ocupó el lugar de otra anterior.
happened-struck = Se tachó una ficha.
happened-left = Salida el { $day }.
happened-laptop = Se admitió un portátil suyo.
happened-paper = Se admitió una tarjeta de recuperación en papel suya.
happened-removed = Se quitó del padrón un portátil suyo: { $reason }
happened-paper-removed = Se quitó del padrón una tarjeta de recuperación en papel suya: { $reason }

twice-title = El número { $member } se dio dos veces
twice-hint = Dos portátiles anotaron personas antes de encontrarse, y los dos dieron el número { $member }. Una de ellas se anota de nuevo con el número siguiente; la otra conserva este.
twice-one-hint = Dos portátiles dieron el número { $member } antes de encontrarse, y las fichas llevan el mismo nombre. Diga si es una sola persona que anotaron los dos, o dos personas con el mismo nombre.
twice-missing = No están aquí todas las fichas de este número: alguna se tachó, o no ha llegado.
twice-do = Anotar de nuevo a { $name }
twice-done = { $name } ya tiene un número propio.
twice-two-title = ¿Son dos personas?
twice-one-title = ¿O es una sola?
twice-one-stays = Queda una de las dos fichas, la misma en todos los portátiles. Lo que solo decía la otra se puede escribir después en ella.
twice-one-do = Dejar una ficha
twice-one-done = Queda una ficha; la otra está tachada.
