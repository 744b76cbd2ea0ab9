## Tarjetas de recuperación: una llave en papel; y un pueblo del que todavía no hay nada aquí

recovery-make = Hacer una tarjeta de recuperación
recovery-what = Una tarjeta de recuperación es una llave suya en papel. Si este portátil se pierde, la tarjeta lleva uno nuevo al padrón y, hasta entonces, firma lo que espera. No puede hacer nada más.
recovery-once = En este portátil no se guarda nada de ella, así que se muestra una sola vez. Tenga a mano una impresora, una memoria USB, o papel y bolígrafo.
recovery-whoever = Quien la tenga firma por usted: guárdela bajo llave, y no junto al portátil.
recovery-have = { $count ->
        [one] Ya hay una tarjeta suya en el padrón.
       *[other] Ya hay { $count } tarjetas suyas en el padrón.
    } Cada tarjeta es una llave más. La que se pierde se quita del padrón, igual que un portátil perdido.
recovery-seen = Los pueblos vecinos ven una llave suya más en el padrón. { $needs ->
        [one] Vale enseguida.
       *[other] Vale cuando la han firmado { $needs } personas con portátil.
    }
recovery-make-do = Hacer la tarjeta
recovery-pending = La tarjeta todavía no sirve: otras personas tienen que firmar que entre en el padrón. Guárdela de todos modos.
recovery-paper = Tarjeta de recuperación
recovery-paper-for = Con esta tarjeta, { $who } lleva un portátil nuevo al padrón de { $town } si el anterior se pierde, y firma lo que espera. Quien la tenga firma como { $who }, así que se guarda bajo llave.
recovery-paper-how = En Folkmoot: “Unirse con un código”, o en Pueblos, “Leer un código”. Si la tarjeta se pierde, hay que quitarla del padrón, en Personas, Portátiles.
recovery-paper-words = Las palabras de { $town }
recovery-paper-made = Hecha el { $day }
recovery-code = El código de la tarjeta
recovery-print = Imprimir
recovery-save = Guardar en una memoria USB
recovery-folder = Una carpeta de este portátil se pierde con él: lleve el archivo a otro sitio y bórrelo aquí.
recovery-saved = La tarjeta está en { $file }. Quien pueda abrir ese archivo tiene la tarjeta.
recovery-kept = Está impresa, guardada o copiada a mano
recovery-done = Guardarla
recovery-ask = El código solo se muestra ahora. Si no está impreso, ni guardado, ni copiado, la tarjeta se pierde y hay que quitarla del padrón.
recovery-ask-stay = Volver a la tarjeta
recovery-ask-leave = Salir sin ella

recovery-reads = Es una llave de { $who } en { $town }. Todavía no se ha hecho nada con ella.
recovery-compare = Las palabras de { $town }. En la tarjeta están las mismas, y otros portátiles del pueblo las muestran:
recovery-writes = Este portátil ya escribe para { $town }, así que aquí la tarjeta no hace falta. Devuélvala a su sitio.
recovery-no-record = Aquí no hay todavía nada de { $town }, y una tarjeta no trae ningún registro. Primero viene el registro: incorpore un paquete de { $town } y siga después con la tarjeta.
recovery-no-record-first = Aquí no hay todavía nada de { $town }, y una tarjeta no trae ningún registro. Primero viene el registro: recupere una copia de seguridad, o incorpore un paquete de { $town }, y siga después con la tarjeta.
recovery-still-none = Ese paquete no trajo nada de { $town }.
recovery-bring = Este portátil recibe una llave propia y queda en el padrón como portátil de { $who }.
recovery-bring-do = Llevar este portátil al padrón
recovery-brought = Este portátil está en el padrón de { $town } y escribe desde ahora. Vuelva a guardar la tarjeta bajo llave, y que se quite del padrón el portátil perdido.
recovery-brought-pending = La tarjeta ha firmado por este portátil. Escribirá cuando hayan firmado también bastantes personas más; lo anotado les llega cuando se encuentren, o en un paquete. Vuelva a guardar la tarjeta bajo llave.
recovery-laptop-words = Las palabras de este portátil. Léalas en voz alta a quien firme:

recovery-sign = Firmar con una tarjeta de recuperación
recovery-sign-hint = Una tarjeta firma como la persona que la tiene a su nombre, cuando su portátil está perdido o lejos. Aquí no se guarda nada del código.
recovery-sign-look = Leer la tarjeta
recovery-sign-not = Este no es el código de una tarjeta de recuperación, que empieza por folkmoot:card:
recovery-sign-elsewhere = Esta tarjeta es una llave de { $town } y aquí no firma nada.
recovery-sign-none = { $who } ha firmado todo lo que espera.
recovery-sign-what = Lo que { $who } no ha firmado
recovery-sign-do = Firmar como { $who }
recovery-signed = { $count ->
        [one] Firmado como { $who }.
       *[other] { $count } actos firmados como { $who }.
    }

recovery-home = Si este portátil se pierde, una tarjeta de recuperación en papel ocupa su lugar.
recovery-home-restored = Si se hizo una tarjeta de recuperación, también lleva este portátil al padrón.
recovery-home-restored-do = Escribir el código de la tarjeta
recovery-first = Una copia de seguridad devuelve el libro. Una tarjeta de recuperación en papel le devuelve la firma si este portátil se pierde.

nothere-rail = Aquí no hay todavía nada de este pueblo.
nothere-says = Aquí no hay todavía nada de { $town }. Su libro llega cuando este portátil se encuentre con uno de los suyos, o en un paquete que alguien traiga.
nothere-take = Incorporar un paquete
nothere-meet = Cómo encontrarse
