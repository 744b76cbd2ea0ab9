## Lo que algunos miembros escriben solo para sí

sealed-title = Reservado
sealed-lede = Lo que se cuenta en una mediación o se guarda para sí. Lo llevan todos los portátiles de la asamblea; solo pueden leerlo los de las personas a quienes va dirigido.
sealed-empty = No hay nada reservado para usted. Lo que se cuenta a quien media, o lo que solo unas pocas personas deben saber, se escribe aquí de modo que nadie más pueda leerlo: el resto ve que se escribió, y más o menos cuánto.
sealed-write = Escribir para algunas personas
sealed-add = Añadir una entrada
sealed-name = Cómo se llama
sealed-with = Para
sealed-member = Para quién
sealed-member-hint = Sus propios portátiles siempre pueden leerlo. Si queda vacío, nadie más puede.
sealed-member-more = Y alguien más
sealed-text = Las palabras
sealed-do = Guardarlo reservado
sealed-done = Está guardado y reservado.
sealed-seen = El resto de la asamblea ve que este portátil reservó algo, cuándo y más o menos cuánto. Los pueblos vecinos no ven nada.
sealed-told = Contado otra vez por
sealed-outside = { $count ->
        [one] Un portátil suyo llegó después y aún no puede leerlo todo.
       *[other] { $count } portátiles suyos llegaron después y aún no pueden leerlo todo.
    }
sealed-again = Dejar que lo lean
sealed-again-done = Se contó otra vez.
sealed-by-others = Otras personas admitieron un portátil con el número de { $who }, y ningún portátil de { $who } lo hizo. Deje que lea esto solo cuando { $who } le haya dicho, cara a cara, que es suyo.
sealed-by-others-own = Otras personas admitieron un portátil con su número. Si es suyo, deje aquí que lea esto; entre los portátiles puede decirlo de una vez para todo.
sealed-by-others-own-do = Es mío: dejar que lea
sealed-by-others-do = { $who } me lo ha dicho: dejar que lea
sealed-others = Reservado para otras personas
sealed-other = Escrito el { $day }: { $size ->
        [lines] unas líneas
        [pages] hasta unas páginas
       *[long] más de unas páginas
    }
