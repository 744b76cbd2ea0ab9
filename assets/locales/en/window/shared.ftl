## What every page of the window says. Sentence case, verbs on buttons, the town's own words.

member-number = member { $member }
member-named = { $name } (member { $member })
member-hint = By name or by number. Enter people first who are not on the roll.
member-hint-open = By name or by number. It may be left empty.
member-meant = { $name ->
        [none] Member { $member }.
       *[other] { $name }, number { $member }.
    }
member-meant-nobody = Nobody, or more than one person, is called that. Choose one from the list, or write the number.
amount = { $quantity } { $commodity }
sheet-close = Put away
form-busy = Recording…
margin-open = { $moment }. Opens the chain from this act to the decision behind it.
refused-rule = Rule { $rule }.
seen-commons = Neighbours will see:
seen-inside = This stays inside the assembly; neighbours see nothing of it.
seen-own = Only your own laptops hold this; nobody else is told that there is something.
skip = Skip to the page
working = One moment…
place-stick = { $name }, a stick
place-home = The home folder
file-choose = Choose a file
file-none = No file is chosen.
day-none = No day is chosen.
more-show = { $count ->
        [one] Show one more
       *[other] Show { $count } more
    }
more-shown = { $shown } of { $of }
more-printed = Printed here: { $shown } of { $of }.


## What acts count for

standing-counts = counts
standing-pending = waits for signatures
standing-contested = contested
standing-split = split
standing-void = void
standing-newer = from a newer version
standing-called = called
standing-open = open
standing-closed = closed
standing-adopted = adopted
standing-sealed = sealed
standing-rejected = rejected
standing-deferred = put off
standing-held = held
standing-taken-back = taken back
standing-valid = stands
standing-void-as-far-as-known = void, as far as is known here
standing-owed = to be reported
standing-put-off = put off by quiet
standing-quiet = quiet now
standing-ahead = begins later
standing-overdue = past its end
standing-ended = ended
standing-recalled = recalled


## Duties

duty-facilitator = facilitator
duty-treasurer = treasurer
duty-delegate = delegate
duty-courier = courier
duty-steward = steward
duty-board = board member


## Acts, as a person would say them

act-roll-found = { $place ->
        [none] { $name } was founded.
       *[other] { $name } was founded; it meets at { $place }.
    }
act-roll-enrol = { $count ->
        [one] One member is entered: { $numbers }.
       *[other] { $count } members are entered: { $numbers }.
    }
act-roll-card = The card of { $who } was changed.
act-roll-leave = { $who } left on { $day }.
act-roll-admit = A laptop of { $who } is admitted.
act-roll-admit-paper = A recovery card of { $who } comes onto the roll.
act-roll-remove = The key { $device } is taken off the roll: { $reason }
act-roll-quorum = From now on { $k } holders must sign what is binding; changes of the roll itself need more than half of them.
act-roll-sign = Signs the act { $act }.
act-roll-ratify = Makes the contested entry { $act } count after all.
act-charter-adopt = The charter is adopted: { $title }, { $count ->
        [one] one clause
       *[other] { $count } clauses
    }.
act-charter-amend = The charter is amended.{ $dropped ->
        [none] {""}
       *[other] {" "}Dropped: { $dropped }.
    }{ $clauses ->
        [none] {""}
       *[other] {" "}New words for: { $clauses }.
    }
act-meeting-call = A meeting is called for { $meeting } at { $place }.{ $items ->
        [none] {""}
       *[other] {" "}On the agenda: { $items }.
    }
act-meeting-item = Put on the agenda: { $title }.
act-meeting-open = The meeting is opened with { $present } present.
act-meeting-presence = { $present } are present.
act-meeting-move = Moved{ $mover ->
        [none] {""}
       *[other] {" "}by { $mover }
    }: { $title }. { $text }
act-meeting-withdraw = The motion is taken back.
act-meeting-decide-count = Decision { $number }, { $outcome }: { $for } for, { $against } against, { $abstain } abstaining.
act-meeting-decide-consent = Decision { $number }, { $outcome }, by consent: { $objections ->
        [0] no objections
        [one] one objection left standing
       *[other] { $objections } objections left standing
    }.
act-meeting-correct = Correction: { $text }
act-meeting-action = To be done by { $due }{ $who ->
        [none] {""}
       *[other] {" "}by { $who }
    }: { $what }
act-meeting-done = It was done.
act-meeting-close = The meeting of { $meeting } is closed.
act-meeting-adopt = The minutes of { $meeting } are adopted.
act-meeting-seal = The minutes of { $meeting } are sealed.
act-mandate-grant = { $who } is { $duty } from { $from } until { $until }{ $accounts ->
        [none] {""}
       *[other] , for { $accounts } alone
    }{ $body ->
        [none] {""}
       *[other] , at { $body }
    }.
act-mandate-recall = The mandate is recalled. { $reason }
act-mandate-agree = On { $day } the delegate agreed: { $what }
act-mandate-report = The report was heard on { $day }.
act-mandate-miss = The meeting of { $meeting } records that no report came in time.
act-quiet-begin = The town is quiet from { $from } until { $until }.
act-quiet-end = The quiet ends on { $day }.
act-ledger-open = The account { $account } is opened.
act-ledger-budget = Standing budget until { $until }, up to { $limits } for { $accounts }: { $name }.
act-ledger-post = { $day }: { $text } ({ $lines })
act-ledger-reverse = An entry is taken back: { $reason }
act-ledger-close = The accounts { $accounts } are closed until { $until }{ $counted ->
        [none] .
       *[other] , with what was counted: { $counted }.
    }
act-posting = { $account } { $amount }
act-people-strike = A card of { $who } is struck; it is deleted wherever it arrives.
act-floor-attend = { $arrived ->
        [none] {""}
       *[other] Arrived: { $arrived }.
    }{ $left ->
        [none] {""}
       *[other] {" "}Left: { $left }.
    }
act-floor-object = { $who } objects: { $reason }
act-floor-note = Note: { $text }
act-neighbour-invite = { $who ->
        [none] A town is invited, until { $until }.
       *[other] One more laptop of { $who } is invited, until { $until }.
    }
act-neighbour-revoke = An invite is taken back.
act-neighbour-join = { $name } is a neighbour.
act-neighbour-ask = A laptop asks to be admitted.
act-neighbour-part = The town { $town } is no neighbour any more.
act-witness-cosign = { $count ->
        [0] Where the book of the town { $town } stands is co-signed.
        [one] One seal or closing of the town { $town } is co-signed, and where its book stands.
       *[other] { $count } seals and closings of the town { $town } are co-signed, and where its book stands.
    }
act-sealed-put = Something was written that is sealed.
act-note-write = Noted alone: { $text }
act-note-drop = A note was thrown away.
act-draft-open = A draft is begun: { $title }.
act-draft-edit = Words were typed into a draft.
act-draft-close = A draft is closed.
act-newer = Something that a newer Folkmoot wrote: { $kind }.


## The frame of the window

rail = Folkmoot
rail-home = Home
rail-minutes = Meetings
rail-charter = Charter
rail-ledger = Ledger
rail-mandate = Mandates
rail-people = People
rail-neighbour = Towns
rail-search = Search
rail-settings = Settings
rail-assembly = Assembly
rail-palette = All actions
rail-kept = Everything is saved here.
rail-kept-alone = Saved on this laptop alone.
rail-met = { $town }: met, { $came ->
        [0] nothing new
        [one] one entry came
       *[other] { $came } entries came
    }.
rail-quiet = Quiet: nothing is sent.
rail-quiet-until = Quiet until { $until }: nothing is opened, sent or announced.

notice-undo = Take it back
notice-undone = Taken back by a correction; both entries stay.

palette-title = What do you want to do?
palette-none = No action is called that.
palette-hint = Arrows choose, Enter does it, Escape closes.

print-page = Print this page
printed = { $town }, printed on { $day }

about-unknown = This page is not in the book.


## Codes

code-copy = Copy the code
code-copied = Copied.
code-picture = The same code as a picture for a camera
code-selected = It is selected: copy it with Ctrl C.
code-invite = The code of the invite
code-answer = The code of the answer
code-ask = The code that asks for admission
code-acts = The code with the act and its signatures
code-acts-of = The act as a code, { $part } of { $of }
code-given = The code
code-given-hint = It begins with folkmoot: and may be typed in small or capital letters.
revoke-says = Nobody can answer it any more, even if the code is in their hands. Make a new one if they are still welcome.
revoke-used = Whoever came in by this invite alone is no longer welcome here. What they sent stays in the book.
revoke-do = Take back the invite
