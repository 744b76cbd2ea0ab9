## Drafts: texts that people write together

drafts-title = Drafts
drafts-lede = Written together, binding nobody, and never leaving the town.
drafts-empty = In a draft several people write one text, each on their own laptop, and nobody's words are lost. When the text is ready it goes to a meeting; until then it stays inside the assembly.
drafts-open = Being written
drafts-none-open = No draft is being written.
drafts-past = Closed
draft-begin = Begin a draft
draft-begun = The draft is begun.
draft-title = Title
draft-title-hint = What the text is to be called.
draft-title-new = It becomes the heading of the clause.
draft-about = What it is to become
draft-about-open = Not said yet what it is to become
draft-about-motion = A motion
draft-about-charter = The whole charter in new words
draft-about-charter-first = A first charter
draft-about-clause = The clause “{ $clause }”
draft-about-new = A new clause of the charter
draft-first-heading = First clause
draft-stays = A draft stays among the laptops of this assembly. Neighbours never see it, and no bundle for another town carries it.
draft-edits = { $edits ->
        [0] as it was begun
        [one] one edit
       *[other] { $edits } edits
    }
draft-carried = Carried by an act
draft-closed = Closed

draft-text = Text
draft-saved = Saved here.
draft-typing = Typing, not saved yet
draft-headings-hint = A line “# Title” is the title. A line “## Heading” begins a clause, and the words below it are the clause.
draft-authors = Who typed it
draft-author-unknown = A laptop that is not on the roll
draft-characters = { $characters ->
        [one] one character
       *[other] { $characters } characters
    }
draft-nobody = Nobody yet.

draft-way-motion = Put it to a meeting
draft-way-charter = Enter in the charter
draft-way-close = Close the draft
draft-way-again = Go on in a new draft
draft-close-says = The text is frozen as it stands. It stays readable here, and nothing carries it to a meeting or into the charter.
draft-closed-done = The draft is closed.
draft-left-over = Somebody closed the draft before these words were saved. Copy what you need, or go on in a new draft with them.
draft-frozen = Frozen
draft-by-motion = Carried by the motion “{ $title }” at the meeting of { $meeting }
draft-by-charter = Carried by an act on the charter
draft-by-act = The act that carries it
draft-by-nothing = Nothing carries it.
draft-text-missing = Some of the words that it ended with have not arrived here yet.
draft-empty-text = It ended without words.

draft-aside = Words beside the text
draft-aside-newer = typed with a newer Folkmoot; not in the text here
draft-aside-follows-nothing = what these words follow has not arrived; not in the text yet
draft-aside-does-not-fit = they do not fit the text that they name; kept, not in it
draft-aside-full = the draft was full; kept, not in the text
draft-aside-harmful = what tried these words out came to harm; kept, not in the text
draft-aside-later = typed after it was frozen; they change nothing
draft-aside-contested = in the text, and contested

carry-hint = The words are carried as they stand, and the draft is frozen with them. To change them, go back and type.
carry-nothing = The text says nothing that the charter does not say already.
carry-no-meeting = No meeting is open. Open one first; then the text can be put to it as a motion.
carry-meeting = Meeting
carry-title = Title of the motion
carry-matter = What it is about
carry-matter-policy = Policy: what the assembly wants
carry-matter-administration = Administration: how something is carried out
carry-matter-election = Election: who does something
carry-mover = Moved by
carry-motion-do = Put motion
carry-motion-done = The motion is put, and the draft is frozen.
