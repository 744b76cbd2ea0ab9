## What a few members write for one another alone

sealed-title = Sealed
sealed-lede = What is told in a mediation, or kept for oneself. Every laptop of the assembly carries it; only the laptops of those whom it is for can read it.
sealed-empty = Nothing is sealed for you. What people tell a mediator, or what only a few may know, is written here so that nobody else can read it: the others see that it was written, and about how much.
sealed-write = Write for a few
sealed-add = Add an entry
sealed-name = What it is called
sealed-with = For
sealed-member = For whom
sealed-member-hint = Your own laptops can always read it. Left empty, nobody else can.
sealed-member-more = And somebody else
sealed-text = The words
sealed-do = Seal it
sealed-done = It is sealed.
sealed-seen = Others in the assembly see that this laptop sealed something, when, and about how much. Neighbours see nothing.
sealed-told = Told again by
sealed-outside = { $count ->
        [one] One laptop of theirs came later and cannot read all of it yet.
       *[other] { $count } laptops of theirs came later and cannot read all of it yet.
    }
sealed-again = Let them read it
sealed-again-done = It was told again.
sealed-by-others = Others let a laptop in under the number of { $who }, and no laptop of { $who } did. Let it read this only once { $who } has told you, face to face, that it is theirs.
sealed-by-others-own = Others let a laptop in under your number. If it is yours, let it read this here; among the laptops you can say so once for all.
sealed-by-others-own-do = It is mine: let it read
sealed-by-others-do = { $who } told me: let it read
sealed-others = Sealed for others
sealed-other = Written on { $day }: { $size ->
        [lines] some lines
        [pages] up to a few pages
       *[long] more than a few pages
    }
