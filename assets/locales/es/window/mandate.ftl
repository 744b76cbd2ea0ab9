## Mandatos

mandate-title = Mandatos
mandate-lede = Quién habla o actúa por la asamblea, hasta dónde puede llegar y hasta cuándo. Todo mandato se puede revocar.
mandate-empty = Un mandato se da a una persona por decisión de la asamblea: para hablar por el pueblo en un Círculo, llevar las cuentas o conducir la reunión. Dice qué se le encargó y cuándo termina. Antes del primero hace falta una reunión que lo decida.
mandate-held = Vigentes
mandate-waits = { $count ->
        [one] Un mandato espera firmas
       *[other] { $count } mandatos esperan firmas
    }
mandate-none-held = Ahora nadie tiene un mandato.
mandate-past = Terminados y revocados
mandate-find = Buscar un mandato
mandate-found = { $count ->
        [0] Ningún mandato tiene estas palabras.
        [one] Un mandato tiene estas palabras.
       *[other] { $count } mandatos tienen estas palabras.
    }
mandate-term = Del { $from } al { $until }
mandate-agreed = Lo que acordaron las personas delegadas
mandate-reported = El informe se oyó el { $day }.
mandate-report-due = Por informar hasta el { $deadline }.
mandate-report-put-off = Por informar hasta el { $deadline }; por los días de silencio no queda sin efecto antes del final del { $last }.
mandate-report-none = No se oyó ningún informe hasta el final del { $last }.
mandate-decision = Decisión { $number }
mandate-recalled-because = Revocado: { $reason }
mandate-grant = Otorgar un mandato
mandate-grant-do = Otorgar mandato
mandate-granted = El mandato está anotado.
mandate-recall = Revocar
mandate-recall-do = Revocar mandato
mandate-recalled = La revocación está anotada.
mandate-who = Quién
mandate-duty = Para qué
mandate-body = Dónde habla
mandate-body-hint = Por ejemplo, Círculo de primavera.
mandate-accounts = Solo para estas cuentas
mandate-accounts-hint = Con todo lo que hay debajo de ellas. Cada línea de una anotación tiene que estar en estas cuentas, así que elija con ellas lo que entra y lo que sale: ingresos, gastos. Desde entonces nadie escribe en las demás cuentas hasta que se pida a alguien que las lleve. Sin ninguna, es todo el libro de cuentas.
mandate-accounts-none = Es para todo el libro de cuentas. Para pedir solo una parte, abra antes cuentas.
mandate-keeps = Solo para { $accounts }
mandate-from = Desde
mandate-until = Hasta
mandate-until-hint = Ningún mandato queda sin fin.
mandate-items = Instrucciones
mandate-on = Sobre
mandate-position = La posición de la asamblea
mandate-latitude = Hasta dónde puede llegar
mandate-limits = Dentro de estos límites
mandate-item-more = Otra instrucción
mandate-public = Nombre que se muestra fuera
mandate-public-hint = Solo si está de acuerdo; si no, los pueblos vecinos ven un número.
mandate-reason = Por qué
mandate-reason-hint = Puede quedar vacío.
mandate-agree = Anotar lo que acordó
mandate-agree-what = Lo que acordó
mandate-agree-hint = Los vecinos lo leen: conviene no poner nombres de personas.
mandate-agree-day = En qué día
mandate-agree-do = Anotar lo acordado
mandate-agree-done = Queda anotado, a la espera de un informe en casa.
mandate-heard = Anotar el informe
mandate-heard-day = Se oyó el
mandate-heard-hint = Lo dice alguien que no es la persona delegada.
mandate-heard-do = Anotar el informe
mandate-heard-done = El informe queda anotado.
mandate-miss = Anotar que no llegó
mandate-miss-do = Anotar que no llegó
mandate-miss-done = Queda anotado que no llegó ningún informe.
mandate-ends = { $count ->
        [one] Con ello termina este mandato:
       *[other] Con ello terminan estos mandatos:
    }
mandate-until-day = hasta el { $until }

latitude-fixed = No más allá
latitude-within = Dentro de estos límites: { $limits }
latitude-ask-home = Antes consulta en casa
latitude-choose-fixed = Dice esto y nada más
latitude-choose-within = Puede moverse dentro de unos límites
latitude-choose-ask-home = Antes consulta en casa

decision-behind = Decisión que lo respalda
decision-behind-hint = La asamblea decide; esto solo lo lleva a cabo.
decision-find-hint = Abajo se ofrecen las últimas { $shown } de { $of }.
decision-none = Todavía no se aprobó ninguna decisión. Primero hace falta una reunión.
decision-choose = Elegir una decisión
decision-choice = { $number }: { $title }
