## Pueblos: cuáles se conocen, qué falta y dónde, invitaciones, códigos y la entrega a mano

towns-title = Pueblos
towns-lede = Las asambleas con las que esta se trata: cuándo fue el último encuentro con cada una, y qué falta y dónde.
towns-empty = Los pueblos vecinos llevan una copia del registro abierto de los demás, para que ninguna riada ni portátil perdido se lo lleve. A un pueblo se le invita con un código, y su gente compara con la de aquí seis palabras en voz alta.
towns-neighbours = Pueblos vecinos
towns-invite = Invitar a un pueblo
towns-answer = Leer un código
towns-courier = Entrega a mano
towns-more = { $left ->
        [one] Uno más
       *[other] { $left } más
    }
towns-met = Último encuentro: { $ago }{ $road ->
        [bundle] , por memoria USB
        [lan] , en la misma red
        [address] , en su dirección
        [called] , cuando llamaron
        [relay] , por el repetidor
       *[none] {""}
    }.
towns-met-never = Sin encuentro todavía.
towns-broke-off = Ese encuentro se cortó: { $why ->
        [lost] se perdió la conexión
        [silent] el otro dejó de responder
        [stranger] uno de los dos no conocía al otro
        [crowded] el otro tenía demasiadas visitas
        [replaced] una conexión más nueva ocupó su lugar
        [ours] este portátil no pudo seguir
        [room] a uno de los dos le quedaba poco sitio en el disco
        [changed] el padrón cambió entretanto, y con él lo que se puede dar a uno de los dos
       *[other] lo que llegó no se pudo usar
    }.
towns-missing = { $count ->
        [one] Una de sus anotaciones no está aquí todavía
       *[other] { $count } de sus anotaciones no están aquí todavía
    }{ $dated ->
        [yes] , desde el { $since }
       *[no] {""}
    }.
towns-waiting = { $count ->
        [one] Una anotación espera aquí a otras que no han llegado.
       *[other] { $count } anotaciones esperan aquí a otras que no han llegado.
    }
towns-not-known = { $count ->
        [one] De una anotación nuestra no se sabe si está allí
       *[other] De { $count } anotaciones nuestras no se sabe si están allí
    }{ $dated ->
        [yes] , desde el { $since }
       *[no] {""}
    }.
towns-not-known-own-commons = { $count ->
        [one] De una anotación que cualquiera puede leer no se sabe si está en otro de nuestros portátiles
       *[other] De { $count } anotaciones que cualquiera puede leer no se sabe si están en otro de nuestros portátiles
    }{ $dated ->
        [yes] , desde el { $since }
       *[no] {""}
    }.
towns-not-known-own-assembly = { $count ->
        [one] De una anotación de dentro de la asamblea no se sabe si está en otro de nuestros portátiles
       *[other] De { $count } anotaciones de dentro de la asamblea no se sabe si están en otro de nuestros portátiles
    }{ $dated ->
        [yes] , desde el { $since }
       *[no] {""}
    }.
towns-not-known-own-person = { $count ->
        [one] No se sabe si una entrada de sus notas está en otro portátil suyo
       *[other] No se sabe si { $count } entradas de sus notas están en otro portátil suyo
    }{ $dated ->
        [yes] , desde el { $since }
       *[no] {""}
    }.
towns-same = Los dos tenían lo mismo: { $ago }.
towns-no-record = Su registro no está aquí todavía; llega con el primer encuentro o el primer paquete.
towns-here = { $count ->
        [0] Nada de su registro está aquí.
        [one] Una anotación de su registro está aquí.
       *[other] { $count } anotaciones de su registro están aquí.
    }
towns-own = Nuestros portátiles
towns-own-none = El libro está solo en este portátil. Un segundo portátil lo guarda seguro y firma lo que obliga.
towns-own-more = Traer otro portátil
towns-heard-of = De oídas, sin unirse
towns-other = Otros pueblos
towns-refused = { $count ->
        [one] Una cosa se rechazó al llegar
       *[other] { $count } cosas se rechazaron al llegar
    }


## La ronda de faroles

ring-title = Los pueblos, como una ronda de faroles
ring-says = Cada farol es un pueblo; no hay ninguno en el centro. Una línea es un encuentro, y sus trazos dicen cuánto hace.
ring-first = Se dibujan los primeros { $drawn } de { $count }.
ring-here = este pueblo
ring-never = sin encuentro todavía
ring-week = encuentro en la última semana
ring-month = en el último mes
ring-longer = hace más tiempo
ring-no-line = sin línea: sin encuentro todavía


## En una red

meet-now = Encontrarse ahora
meet-on = En una red: con los portátiles conocidos que estén al alcance, el encuentro se hace sin preguntar.
meet-off = Este portátil no está ahora en ninguna red; una memoria USB sirve siempre.
meet-quiet = Se eligió silencio: este portátil no envía nada por las redes. Una memoria USB sirve siempre.
meet-quiet-until = Se declaró silencio hasta el { $until }: este portátil no abre, envía ni anuncia nada. Una memoria USB sirve siempre.
meet-settings = Cambiarlo en Ajustes
meet-called = { $known ->
        [0] Todavía no se conoce ningún otro portátil.
       *[other] { $called ->
            [0] De { $known } portátiles conocidos, ninguno tiene aquí una dirección; lleve un paquete, o encuéntrense en una misma red.
            [one] Se está llamando a uno de { $known } portátiles conocidos.
           *[other] Se está llamando a { $called } de { $known } portátiles conocidos.
        }
    }
news-met = { $named ->
        [yes] { $town }
       *[no] Un portátil
    } está aquí{ $road ->
        [lan] , en la misma red
        [address] , en su dirección
        [called] , porque llamó
        [relay] , por el repetidor
       *[other] {""}
    }.
news-settled = Encuentro con { $named ->
        [yes] { $town }
       *[no] un portátil
    }: { $came ->
        [0] no llegó nada nuevo
        [one] llegó una anotación
       *[other] llegaron { $came } anotaciones
    }, { $went ->
        [0] no salió nada nuevo
        [one] salió una
       *[other] salieron { $went }
    }.
news-same = Los dos tienen lo mismo.
news-missing = { $count ->
        [one] Una de sus anotaciones no está aquí todavía.
       *[other] { $count } de sus anotaciones no están aquí todavía.
    }
news-parted = El encuentro con { $named ->
        [yes] { $town }
       *[no] un portátil
    } se cortó: { $why ->
        [lost] se perdió la conexión
        [silent] el otro dejó de responder
        [stranger] uno de los dos no conocía al otro
        [crowded] había demasiadas visitas
        [replaced] una conexión más nueva ocupó su lugar
        [ours] este portátil no pudo seguir
        [room] a uno de los dos le quedaba poco sitio en el disco
        [changed] el padrón cambió entretanto, y con él lo que se puede dar a uno de los dos
       *[other] lo que llegó no se pudo usar
    }.
news-stranger = { $named ->
        [yes] { $town }
       *[no] Un portátil que aquí no se conoce
    } pasó por aquí y no se le dejó entrar.
news-turned-away = { $named ->
        [yes] { $town }
       *[no] Un portátil
    } no dejó entrar a este portátil.
news-trouble = Algo en la red no está como debería: { $text }


## El libro de otro pueblo

reading-now = El libro de { $town } está abierto, para leer.
reading-facts = Qué falta y dónde está con su propio libro.
reading-only = Este portátil solo lee: no escribe para ninguna asamblea.
reading-back = Volver a { $town }


## Un pueblo

town-known = Lo que se sabe
town-heard = La primera noticia llegó el { $day }, { $by ->
        [code] por su código
        [answer] por su respuesta a una invitación
       *[other] por un paquete
    }.
town-members = { $count ->
        [one] En su asamblea hay una persona.
       *[other] En su asamblea hay { $count } personas.
    }
town-witnessed = { $sealed ->
        [one] Hay una cosa sellada,
       *[other] Hay { $sealed } cosas selladas,
    } { $witnesses ->
        [0] y nadie la ha firmado como testigo.
        [one] y otro pueblo ha firmado como testigo.
       *[other] y otros { $witnesses } pueblos han firmado como testigos.
    }
town-laptops = { $count ->
        [one] Uno de sus portátiles se puede encontrar.
       *[other] { $count } de sus portátiles se pueden encontrar.
    }
town-words = Sus palabras
town-words-says = Los dos pueblos ven las mismas seis palabras, o uno de ellos es otro pueblo. Compárenlas en voz alta.
town-words-own = Nuestras palabras
town-words-own-says = Léanlas en voz alta a un pueblo vecino: el portátil de ese pueblo tiene que mostrar las mismas seis para nosotros.
town-read = Leer el libro de { $town }
town-read-do = Leer su libro
town-pack = Preparar un paquete para este pueblo
town-answer = La respuesta a su código
town-answer-says = Si los dos portátiles no pueden encontrarse, la respuesta se lleva a mano, o va en un paquete para este pueblo.
town-answer-do = Volver a mostrar la respuesta
town-answer-none = No se debe ninguna respuesta: la unión se hizo sin una asamblea propia.
town-unknown = Aquí no se sabe nada de este pueblo.
town-all = Todos los pueblos


## Invitar

invite-title = Invitar a un pueblo
invite-lede = Cada pueblo recibe un código propio. Se entrega como imagen, en papel o como texto, y las palabras se comparan en voz alta.
invite-do = Crear una invitación
invite-open = Esperan respuesta
invite-none = Ninguna invitación espera respuesta.
invite-past = Invitaciones anteriores
invite-all = Mostrar todas
invite-until = hasta el { $until }
invite-shown = se muestra arriba
invite-show = Mostrar
invite-show-which = Mostrar la invitación { $name }
invite-revoke = Retirar
invite-revoke-which = Retirar la invitación { $name }
invite-revoked = La invitación está retirada.
invite-state-used = respondida por
invite-state-expired = caducó el { $until }
invite-state-revoked = retirada
invitation-title = { $town } invita a un pueblo
invitation-says = El otro pueblo pone este código en Folkmoot, en Pueblos, “Leer un código”; una cámara lo lee de la imagen. Deja entrar a un pueblo, hasta el { $until }.
invitation-words = Comparen estas palabras en voz alta; el otro pueblo tiene que ver las mismas:
invitation-print = Imprimir


## Responder

answer-title = Leer un código
answer-lede = Cualquier código que le haya dado alguien: la invitación de un pueblo, la respuesta a una invitación suya, un portátil que pide entrar, un acto con firmas, o una tarjeta de recuperación.
answer-file = O un archivo que contiene un código
answer-do = Leer el código
answer-another = Otro código
came-town = La unión con { $town } está hecha
came-town-says = Desde ahora cada pueblo lleva el registro abierto del otro. El suyo llega con el primer encuentro o paquete.
came-town-reads = Su registro abierto se guarda aquí desde ahora; llega con el primer encuentro o paquete.
came-town-open = Abrir su página
came-town-words = Comparen en voz alta con { $town }; tienen que ver las mismas:
came-our-words = Y estas son las nuestras, que comparan allí:
came-carry = La invitación queda respondida cuando se encuentran los dos portátiles. Si no pueden encontrarse, lleve esta respuesta a mano, o prepare un paquete para el pueblo.
came-device = Pedir a { $town } que admita este portátil
came-device-says = { $town } tiene que admitir este portátil. Encuéntrese con el portátil que creó la invitación, o llévele este código a mano.
came-device-laptop = Las palabras de este portátil, para comparar en voz alta:
came-device-words = Y las de { $town }:
came-acts = Lo que contenía el código
came-acts-waiting = A este portátil le falta lo que va antes, así que todavía no se pueden juzgar. Haga que se encuentren los dos portátiles, o incorpore un paquete del otro.
came-acts-refused = { $count ->
        [one] Un acto que contenía fue rechazado y apartado.
       *[other] { $count } actos que contenía fueron rechazados y apartados.
    }
came-acts-sign = Ir a las firmas
came-letter = Lo que dice el código
came-ask-words = Las palabras de ese portátil, para comparar en voz alta antes de que nadie lo admita:
came-ask-admit = Ir a los portátiles que piden entrar
letter-answer = { $again ->
        [again] { $town } ya había respondido; no cambia nada.
       *[first] { $town } ha respondido a una invitación, y ya es un pueblo vecino.
    }
letter-ask = { $again ->
        [again] Un portátil de { $who } ya lo había pedido, y sigue esperando que se le admita.
       *[first] Un portátil de { $who } pide que se le admita.
    }
letter-for-others = Es para una asamblea para la que este portátil no escribe. Llévelo más allá.
letter-for-another-laptop = No responde a ninguna invitación de este portátil, pero quizá sí a una que creó otro portátil de la asamblea. Llévelo allí.


## La entrega a mano

courier-title = Entrega a mano
courier-lede = Lo que no lleva ninguna red lo lleva una persona: un paquete en una memoria USB contiene el registro, y demuestra lo que es allí donde llegue.
courier-look = Volver a mirar
out-title = Llevar
out-whom = Para quién
out-anyone = Cualquiera
out-anyone-hint = Lo que pueden ver los pueblos vecinos, de todos los pueblos que están aquí.
out-towns = Pueblos elegidos
out-towns-hint = Lo mismo, sellado para que solo lo abran sus portátiles; van también las respuestas a sus invitaciones.
out-own = Nuestros portátiles
out-own-hint = Todo, con las fichas y lo que queda dentro de la asamblea; solo lo abren nuestros portátiles.
out-mine = Mis otros portátiles
out-mine-hint = Todo, con mis propias notas, cifrado entero: quien lo encuentre no sabe más que su tamaño.
out-which = Qué pueblos
out-find = Buscar un pueblo
out-where = Adónde
out-do = Preparar el paquete
out-all-the-same = No tengo el encargo, y lo preparo de todos modos
out-busy = Preparando…
place-none = No hay dónde escribir.
place-no-stick = No hay ninguna memoria USB conectada. Conecte una y vuelva a mirar, o prepare el paquete en una carpeta.
packed-ready = El paquete está en { $place }
packed-inside = Dentro
packed-assemblies = { $count ->
        [one] el registro de un pueblo
       *[other] los registros de { $count } pueblos
    }
packed-changes = { $count ->
        [one] una anotación
       *[other] { $count } anotaciones
    }
packed-cards = { $count ->
        [one] una ficha con un nombre
       *[other] { $count } fichas con nombres
    }
packed-files = { $count ->
        [one] un adjunto
       *[other] { $count } adjuntos
    }
packed-letters = { $count ->
        [one] una respuesta a una invitación
       *[other] { $count } respuestas a invitaciones
    }
packed-readers = Quién puede leerlo
packed-own = Solo los portátiles de { $town }.
packed-mine = { $count ->
        [one] Solo su otro portátil. Quien más tenga el archivo no sabe más que su tamaño.
       *[other] Solo sus otros { $count } portátiles. Quien más tenga el archivo no sabe más que su tamaño.
    }
packed-sealed = Solo los portátiles de { $towns }. Contiene lo que pueden ver los pueblos vecinos, y ninguna ficha.
packed-open = Cualquiera que tenga el archivo. Contiene lo que pueden ver los pueblos vecinos, y ninguna ficha.
packed-again = Preparar otro
in-title = Incorporar
in-none = No se encontró ningún paquete en una memoria USB, en Descargas, en Documentos ni en la carpeta personal. Conecte la memoria USB que llegó y vuelva a mirar.
in-on-stick = En la memoria USB { $place }
in-folder = En { $place }
in-take = Incorporar
in-take-which = Incorporar { $file }
in-busy = Incorporando…
in-more = { $left ->
        [one] Uno más
       *[other] { $left } más
    }
brought-title = Lo que trajo { $file }
brought-new = { $count ->
        [one] Una anotación nueva
       *[other] { $count } anotaciones nuevas
    } de { $town }
brought-nothing = No trajo nada nuevo.
brought-all-here = Nada nuevo: todo estaba ya aquí.
brought-cards = { $count ->
        [one] Una ficha nueva
       *[other] { $count } fichas nuevas
    }
brought-files = { $count ->
        [one] Un adjunto nuevo
       *[other] { $count } adjuntos nuevos
    }
brought-waiting = { $count ->
        [one] Una anotación espera a otras que no han llegado
       *[other] { $count } anotaciones esperan a otras que no han llegado
    }
brought-waiting-why = Qué espera, y qué trae lo que falta
brought-known = { $count ->
        [one] Una anotación ya estaba aquí
       *[other] { $count } anotaciones ya estaban aquí
    }
brought-newer = { $count ->
        [one] Una parte es de un Folkmoot más nuevo; se deja para después
       *[other] { $count } partes son de un Folkmoot más nuevo; se dejan para después
    }
brought-damaged = { $count ->
        [one] Una parte está dañada o falta; el resto se incorporó. Pida el paquete otra vez.
       *[other] { $count } partes están dañadas o faltan; el resto se incorporó. Pida el paquete otra vez.
    }
brought-sealed = { $count ->
        [one] Una parte está sellada para otros. Lléveles el paquete.
       *[other] { $count } partes están selladas para otros. Lléveles el paquete.
    }
brought-left-out = { $count ->
        [one] Se omitió una anotación de un pueblo lejano, porque queda poco sitio en este disco. Haga sitio e incorpore el paquete otra vez.
       *[other] Se omitieron { $count } anotaciones de pueblos lejanos, porque queda poco sitio en este disco. Haga sitio e incorpore el paquete otra vez.
    }
brought-papers-left-out = { $count ->
        [one] Se omitió un adjunto: de otros pueblos se guardan los de los vecinos, hasta 256 MB de cada uno mientras haya sitio.
       *[other] Se omitieron { $count } adjuntos: de otros pueblos se guardan los de los vecinos, hasta 256 MB de cada uno mientras haya sitio.
    }
brought-unproven = No está demostrado quién lo preparó. Lo que se incorporó demuestra por sí mismo lo que es.
brought-unwelcome = Una respuesta a una invitación no deja entrar a nadie: { $why ->
        [invite-expired] la invitación ha caducado
        [invite-revoked] la invitación se retiró
        [invite-used] otro había respondido antes a la invitación
        [letter-of-another] es de otro portátil que el que lo dice
       *[other] no responde a ninguna invitación de este portátil
    }.
brought-refused = { $count ->
        [one] Una cosa que traía se rechazó.
       *[other] { $count } cosas que traía se rechazaron.
    }
brought-refused-why = Ver qué, y por qué
brought-new-town = Un pueblo del que no había noticia:


## Separarse

part-open = Dejar de ser pueblos vecinos
part-title = ¿Dejar de ser pueblo vecino de { $town }?
part-says = Sus portátiles vuelven a ser desconocidos: no se les dice nada más ni se les llama. Lo que llegó de allí se queda en el libro. Una invitación nueva los hace vecinos otra vez.
part-do = Dejar de ser pueblos vecinos
part-done = { $town } ya no es pueblo vecino.


## What waits for entries that it follows

held-title = A la espera de lo que va antes
held-lede = Estas anotaciones llegaron antes que algo a lo que siguen. Sus firmas son válidas; nada más de ellas se ha juzgado, y no valen hasta que llegue lo demás.
held-empty = Nada espera. Una anotación que llega antes que aquello a lo que sigue se guarda aquí hasta que eso llega, y entonces entra sola en el libro.
held-next = Qué trae lo que falta
held-next-meet = Lo que falta lo escribieron estos portátiles: hace falta un encuentro con uno de ellos, o con cualquiera que los haya encontrado desde entonces; o recibir un paquete hecho en uno así.
held-next-unknown = Desde aquí no se sabe quién escribió lo que falta. Hace falta un encuentro con los portátiles de los que llegaron estas anotaciones, o recibir un paquete suyo: quien tiene una anotación tiene aquello a lo que sigue.
held-to-meet = Pueblos y portátiles
held-to-courier = Recibir un paquete
held-waits = A la espera
held-by = Por { $who }. Llegó { $moment }{ $road ->
        [bundle] {", "}por memoria USB
        [lan] {", "}en la misma red
        [address] {", "}desde su dirección
        [called] {", "}cuando llamaron
        [relay] {", "}por el repetidor
       *[none] {""}
    }.
held-laptop-of = el portátil de { $who }
held-laptop-from = un portátil del miembro { $member } de { $town }
held-laptop-strange = el portátil { $device } de { $town }, que no está en ningún padrón de aquí
held-misses-of = { $count ->
        [one] No ha llegado una anotación hecha en { $who }.
       *[other] No han llegado { $count } anotaciones hechas en { $who }.
    }
held-misses = { $count ->
        [one] Sigue a una anotación más que no ha llegado; todavía no se sabe de quién es.
       *[other] Sigue a { $count } anotaciones más que no han llegado; todavía no se sabe de quién son.
    }
held-misses-here = { $count ->
        [one] Sigue a una que también espera aquí.
       *[other] Sigue a { $count } que también esperan aquí.
    }
held-misses-beginning = No ha llegado el comienzo de { $town }.
held-own-note = Una nota propia
