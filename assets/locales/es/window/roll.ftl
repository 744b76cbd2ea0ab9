## El padrón: portátiles que escriben y firman

laptops-title = Portátiles
laptops-lede = De quién son los portátiles que pueden escribir en el libro y firmar. Una persona puede tener varios, y firma una vez.
laptops-signers = Cuántas personas tienen que firmar
laptops-needs = { $holders } personas tienen portátil. Lo que obliga vale cuando { $needs ->
        [one] una de ellas lo ha
       *[other] { $needs } de ellas lo han
    } firmado.
laptops-majority = Lo que cambia este padrón pide más de la mitad: { $needs }.
laptops-k = { $k ->
        [one] La asamblea pide una firma, y dos es lo mínimo donde pueden firmar dos personas.
       *[other] La asamblea pide { $k } firmas, mientras haya tantas personas que puedan firmar.
    }
laptops-provisional = Provisional: los portátiles son de una sola persona. Lo que firma vale enseguida, y nadie más lo ha visto. Conviene invitar pronto el portátil de una segunda persona; desde entonces tienen que firmar dos.
laptops-two = De dos personas con portátil, ninguna puede ser reemplazada si se pierde uno, salvo con una tarjeta de recuperación, porque para el padrón tienen que firmar las dos. Conviene invitar pronto el portátil de una tercera persona.
laptops-assembly-words = Las palabras de esta asamblea, para comparar en voz alta:
laptops-on = En el padrón
laptops-gone = Quitados del padrón
laptops-this = este portátil
laptops-admitted = desde el { $day }
laptops-key = llave
laptops-one = Un portátil
laptops-paper-one = Una tarjeta de recuperación en papel
laptops-paper = tarjeta de recuperación en papel
laptops-removed = fuera del padrón
laptops-forked = escribe doble
laptops-forked-hint = Dos anotaciones distintas siguen a una misma de este portátil: también escribe una copia suya, o se recuperó una copia de seguridad antigua. Nada más de él vale. Hay que quitarlo del padrón y admitir a su dueña o dueño con una llave nueva.
laptops-by-others = Lo admitieron otras personas; ningún portátil de este número lo hizo.
laptops-was-ours = Este portátil tuvo esta llave y ahora escribe con otra. Si no la tiene otro portátil, no la tiene nadie: hay que quitarla del padrón.
laptops-mine = Es mío
mine-do = Decir que es mío
mine-means = Otras personas admitieron este portátil con su número. Si es suyo, dígalo: entonces sus propias notas irán a él, y lo que se reserve para usted se podrá leer allí. Si no lo es, hay que quitarlo del padrón.
mine-done = Está dicho. Sus otros portátiles lo sabrán cuando se encuentren.
laptops-remove = Quitar del padrón
laptops-remove-of = Quitar del padrón: el portátil { $key } de { $who }
laptops-remove-of-card = Quitar del padrón: la tarjeta de recuperación { $key } de { $who }
laptops-invite = Invitar un portátil
laptops-invite-of = Invitar un portátil de { $name }
laptops-invite-do = Crear el código
laptops-invite-hint = Con el código, un portátil más puede pedir que se le admita. A nadie le da voto: eso llega cuando se han comparado las palabras y han firmado otras personas.
laptops-invite-seen = Todavía no se anota nada; los pueblos vecinos no ven nada.
laptops-invited = El código está creado.
laptops-whose = De quién es el portátil
laptops-code = Código para un portátil
laptops-quorum = Cambiar cuántas personas tienen que firmar

code-how = { $who ->
        [none] En el portátil nuevo, elija “Unirse con un código”. El código se puede escribir, pegar o tomar de un archivo.
       *[other] En el portátil nuevo de { $who }, elija “Unirse con un código”. El código se puede escribir, pegar o tomar de un archivo.
    }
code-words = El portátil nuevo muestra estas palabras para la asamblea. Compárelas en voz alta:
code-until = Se puede responder hasta el { $moment }, una vez.
code-then = Después el portátil pide que se le admita, y aparece en esta página.

asking-title = Piden que se les admita
asking-since = lo pidió el { $moment }
asking-compare = Llame por teléfono, o póngase al lado, y pida que le lean en voz alta las palabras que muestra el otro portátil.
asking-admit = Los dos muestran las mismas palabras: admitir
asking-otherwise = Si las palabras son otras, es otro portátil: no lo admita, y cree un código nuevo.
asking-admitted = El portátil de { $who } está en el padrón.
asking-admitted-pending = Usted admite el portátil de { $who }. { $more ->
        [one] Todavía tiene que firmar otra persona con portátil.
       *[other] Todavía tienen que firmar otras { $more } personas con portátil.
    }

invites-title = Invitaciones abiertas
invites-none = No hay ninguna invitación abierta.
invites-until = hasta el { $moment }
invites-show = Mostrar el código
invites-show-of = Mostrar el código para { $who }
invites-revoke = Retirar
invites-revoke-of = Retirar la invitación de { $who }
invites-taken-back = La invitación de { $who } está retirada.
invites-past = { $count ->
        [one] Una invitación anterior
       *[other] { $count } invitaciones anteriores
    }
invites-open = abierta
invites-used = respondida
invites-expired = caducada
invites-revoked = retirada

remove-do = Quitarlo del padrón
remove-for-good = Es para siempre: la llave no vuelve nunca, y nada de lo que el portátil escriba después vale. Lo que escribió antes, y ha llegado aquí, queda como está. Su dueña o dueño sigue en la asamblea y se le puede admitir con otro portátil.
remove-for-good-card = Es para siempre: la tarjeta no vuelve a valer, ni nada de lo que se firme con ella después. Lo que firmó antes, y ha llegado aquí, queda como está. Su titular puede hacer otra.
remove-own = Este es el portátil que está usando. Después de esto puede leer, y nada de lo que escriba vale.
remove-only = Es para siempre, y es la única llave de esta asamblea. Después nadie podrá volver a escribir en este libro, firmar ni admitir a nadie. Lo escrito queda como está. Antes conviene hacer una tarjeta de recuperación o invitar otro portátil.
remove-all-stands = Todo lo que ha llegado aquí
remove-up-to = Qué queda en pie de lo suyo
remove-up-to-hint = Si estuvo un tiempo en otras manos: la última anotación que hizo su dueña o dueño. Lo que anotó después queda en disputa, y lo que de ello sea honesto se puede ratificar; se queda lo que firmó, y lo que escribió solo dentro de la asamblea.
remove-reason = Por qué
remove-reason-hint = Perdido, robado, vendido, roto: lo lee quien firma, y también los pueblos vecinos. No nombre a nadie.
remove-reason-hint-card = Perdida, robada, leída por alguien: lo lee quien firma, y también los pueblos vecinos. No nombre a nadie.
remove-done = El portátil está fuera del padrón.
remove-done-card = La tarjeta está fuera del padrón.
remove-done-pending = La retirada está anotada. { $more ->
        [one] Todavía tiene que firmar otra persona con portátil.
       *[other] Todavía tienen que firmar otras { $more } personas con portátil.
    }

quorum-do = Cambiarlo
quorum-hint = Es cuántas personas con portátil firman lo que obliga: cerrar una reunión, sellar un acta, otorgar y revocar mandatos, cerrar cuentas. { $holders ->
        [one] Ahora tiene portátil una persona.
       *[other] Ahora tienen portátil { $holders } personas.
    } Lo que cambia el padrón pide siempre más de la mitad.
quorum-k = Firmas
quorum-k-hint = Ahora, { $k }. Donde dos personas tienen portátil, firman dos como mínimo.
quorum-done = El número está cambiado.
quorum-done-pending = El cambio está anotado. { $more ->
        [one] Todavía tiene que firmar otra persona con portátil.
       *[other] Todavía tienen que firmar otras { $more } personas con portátil.
    }


## Lo que espera firmas, y lo que no vale

sign-title = Firmas
sign-lede = Lo que obliga vale cuando lo han firmado bastantes personas con portátil. Léalo, pregunte si no estaba allí y firme lo que sabe que es así.
sign-empty = No hay nada por firmar. Cuando alguien cierra una reunión, otorga un mandato o admite un portátil, queda aquí hasta que firmen bastantes personas con portátil; también una anotación que otras contradicen.
sign-waits = Por firmar
sign-have = Firmas: { $have } de { $needs }:
sign-outside = Nombre que se mostrará fuera:
sign-words = Compare estas seis palabras con las que muestra el portátil nuevo. Si son otras, es otro portátil: no firme.
sign-moved = Se propuso: { $title }
sign-written = Lo escribió
sign-cut-laptop = De lo que escribió en el registro abierto solo queda en pie lo que llega hasta aquí; lo demás queda en disputa:
sign-cut-mandate = De lo que se hizo con él solo queda en pie lo que llega hasta aquí; lo demás queda en disputa:
sign-nothing-laptop = De lo que escribió en el registro abierto no queda nada en pie: todo queda en disputa.
sign-nothing-mandate = De lo que se hizo con él no queda nada en pie: todo queda en disputa.
sign-heard-laptop = De lo que escribió en el registro abierto queda en pie lo que había recibido quien anotó esto; lo demás queda en disputa.
sign-heard-mandate = De lo que se hizo con él queda en pie lo que había recibido quien anotó esto; lo demás queda en disputa.
sign-inside-all = Todo lo que escribió dentro de la asamblea queda en pie.
sign-inside = { $count ->
        [0] De lo que escribió dentro de la asamblea no queda nada en pie: quien anotó esto no había recibido nada de ello.
        [one] De lo que escribió dentro de la asamblea queda en pie la primera anotación: quien anotó esto había recibido eso.
       *[other] De lo que escribió dentro de la asamblea quedan en pie las primeras { $count } anotaciones: quien anotó esto había recibido esas.
    }
sign-not-counted = Firmaron, sin que valga: { $who }
sign-apart = { $one } y { $other } no cuentan a la vez: una de esas personas había firmado que se quitara del padrón el portátil de la otra.
sign-do = Firmar
sign-selected = { $count ->
        [0] Firmar lo elegido
        [one] Firmar el acto elegido
       *[other] Firmar los { $count } actos elegidos
    }
sign-choose-all = Elegir todo
sign-choose-none = No elegir nada
sign-here = Este portátil ya firmó; faltan otros.
sign-not-asked = Ningún portátil del padrón lo pide ya. Se firma solo si la asamblea lo quiere.
sign-code = Mostrar como código
sign-code-lede = Cuando dos portátiles no pueden encontrarse y no hay memoria USB, este código lleva el acto y quién lo ha firmado. Una cámara convierte la imagen en texto; en el otro portátil, el texto va en “Leer un código”.
sign-code-signed = Este código lleva el acto, y con él la firma de este portátil. Una cámara convierte la imagen en texto; en el otro portátil, el texto va en “Leer un código”.
sign-code-more = Si el otro portátil dice que todavía falta algo, muéstrele también el código siguiente.
sign-code-before = El código anterior
sign-code-next = El código siguiente
sign-code-back = Cuando el otro haya firmado, mostrará a su vez un código así.
sign-code-read = Leer un código
sign-done = { $count ->
        [one] Firmado.
       *[other] { $count } actos están firmados.
    }
sign-contested = En disputa
sign-contested-hint = Estas anotaciones valdrían si no fuera por lo que tienen en contra: casi siempre, quien las escribió no sabía aún que se había dado o revocado un mandato, o quitado un portátil. Quien sepa que se hicieron de buena fe puede hacer que valgan a pesar de todo; otras personas lo firman.
sign-void = Sin efecto
sign-void-hint = Estas anotaciones iban contra una regla cuando se escribieron. Se guardan para que todo el mundo lo vea, y no valen.
sign-newer = De una versión más nueva
sign-newer-hint = Las escribió un Folkmoot más nuevo. Se guardan y se pasan a los demás, y aquí no dicen nada hasta que este portátil tenga también esa versión.
sign-newer-kind = Un acto que esta versión no conoce: { $kind }
sign-unknown-laptop = De un portátil que no estaba en el padrón:
sign-not-here = Un acto que no ha llegado aquí

against = En contra está:
against-fork = Las llaves del portátil { $key } firmaron anotaciones distintas que siguen a una misma, así que se sabe demasiado poco de lo que escribió desde entonces. Dos de ellas:
against-fallen = Se apoya en lo que ya no vale, o vale solo en un lado:
against-split = Unas retiradas se anulan entre sí. En contra está:
against-more = { $count ->
        [one] y uno más
       *[other] y { $count } más
    }

ratify = Hacer que valga a pesar de todo
ratify-several = Hacer que valgan varias a pesar de todo
ratify-asked = Alguien ya lo pide: fírmelo arriba.
ratify-do = Hacer que valga a pesar de todo
ratify-hint = Vale cuando hayan firmado esto bastantes personas con portátil. Lo que está en contra sigue en vigor para todo lo demás.
ratify-done = Está anotado. Vale cuando hayan firmado bastantes personas con portátil.


## Lo que se rechazó al llegar

quarantine-title = Rechazado al llegar
quarantine-lede = Lo que llegó y no entró en el libro. Se guarda aparte como prueba, con el portátil que lo entregó; nada de ello vale.
quarantine-empty = No se rechazó nada. Lo que llega por memoria USB o por la red se comprueba antes de tocar el libro: firma, padrón y forma. Lo que no pasa se aparta aquí, con el motivo, quién lo entregó y en nombre de quién está.
quarantine-refused = Rechazado
quarantine-when = Cuándo, y por qué camino
quarantine-why = Por qué
quarantine-whom = En nombre de quién
quarantine-hand = Quién lo entregó
quarantine-hand-met = probado en el encuentro
quarantine-hand-packed = probado por su firma en el paquete
quarantine-hand-nobody = no está probado quién lo entregó
quarantine-laptop-of = el portátil de { $who }
quarantine-laptop-from = un portátil de { $town }
quarantine-laptop-strange = un portátil que no está en ningún padrón de aquí
quarantine-claimed = Este nombre solo se alega: ese portátil no lo firmó.
quarantine-signed = Ese portátil lo firmó.
quarantine-size = Tamaño
quarantine-bytes = { $bytes } bytes
quarantine-by = { $road }
quarantine-by-bundle = en un paquete
quarantine-by-lan = en la misma red
quarantine-by-unknown = por un camino que no se conoce
quarantine-strange = portátil
quarantine-strange-town = pueblo
quarantine-nobody = no lo dice
quarantine-because-malformed = No se puede leer: está dañado, o nunca fue una anotación.
quarantine-because-newer-format = Está escrito en la forma de un Folkmoot más nuevo.
quarantine-because-too-large = Es más grande de lo que puede ser una anotación.
quarantine-because-act-unreadable = No se puede leer lo que hace.
quarantine-because-signature = La firma no corresponde: algo se cambió, o lo firmó otra persona.
quarantine-because-gate = No tiene la única forma que tienen las anotaciones.
quarantine-because-not-our-ring = Es de dentro de otro pueblo, y no para este.
quarantine-because-not-on-the-roll = El portátil que lo firmó nunca estuvo en el padrón.
quarantine-because-too-many-waiting = Ya espera demasiado de este portátil por anotaciones que no han llegado.
quarantine-dropped = { $count ->
        [one] Se rechazó una cosa más y no se guarda, porque había demasiado. Quien más entrega pierde lo más antiguo de lo suyo; de lo que llega en un mismo nombre se queda lo primero.
       *[other] Se rechazaron { $count } cosas más y no se guardan, porque había demasiado. Quien más entrega pierde lo más antiguo de lo suyo; de lo que llega en un mismo nombre se queda lo primero.
    }
quarantine-dropped-strange = de portátiles que no están en ningún padrón de aquí ni de pueblos vecinos
