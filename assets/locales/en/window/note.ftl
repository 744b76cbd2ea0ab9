## What somebody notes alone

note-title = My notes
note-lede = What you want to remember for yourself: for the next meeting, for what you will report, about an entry. It lies on your own laptops alone; nobody else in the assembly is even told that there is something.
note-empty = Nothing is noted yet. A note can also be written on the page of a meeting or of an act, and stands there for you alone.
note-mine = { $count ->
        [0] My notes
       *[other] My notes ({ $count })
    }
note-only = { $laptops ->
        [0] Only on this laptop, and in its backups.
        [one] Only on your own laptops: this one and one other.
       *[other] Only on your own laptops: this one and { $laptops } others.
    }
note-left-out = A laptop stands under your number that none of yours let in; it is given no notes. If it is yours, sign its admission.
note-write = Write a note to myself
note-anew = Write it anew
note-drop = Throw away
note-dropped = The note is thrown away.
note-text = What you want to remember
note-do = Note it
note-done = Noted, for you alone.
