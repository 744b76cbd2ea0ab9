## Towns: who is known, what is missing where, invites, codes, and the courier

towns-title = Towns
towns-lede = The assemblies that this one keeps company with: when each was last met, and what is missing where.
towns-empty = Neighbouring towns carry a copy of each other's open record, so that no flood or lost laptop takes it away. A town is invited with a code, and its people compare six words with yours aloud.
towns-neighbours = Neighbours
towns-invite = Invite a town
towns-answer = Read a code
towns-courier = Courier
towns-more = { $left ->
        [one] One more
       *[other] { $left } more
    }
towns-met = Last met { $ago }{ $road ->
        [bundle] , by stick
        [lan] , on the same network
        [address] , at its address
        [called] , when they called
        [relay] , by the relay
       *[none] {""}
    }.
towns-met-never = Not met yet.
towns-broke-off = That meeting broke off: { $why ->
        [lost] the connection was lost
        [silent] the other fell silent
        [stranger] one of the two did not know the other
        [crowded] the other had too many visitors
        [replaced] a newer connection took its place
        [ours] this laptop could not go on
        [room] one of the two had too little room left on its disk
        [changed] the roll changed meanwhile, and with it what one of the two may be given
       *[other] what came could not be used
    }.
towns-missing = { $count ->
        [one] One of their entries is not here yet
       *[other] { $count } of their entries are not here yet
    }{ $dated ->
        [yes] , since { $since }
       *[no] {""}
    }.
towns-waiting = { $count ->
        [one] One entry waits here for others that have not arrived.
       *[other] { $count } entries wait here for others that have not arrived.
    }
towns-not-known = { $count ->
        [one] One entry of ours is not known to be there
       *[other] { $count } entries of ours are not known to be there
    }{ $dated ->
        [yes] , since { $since }
       *[no] {""}
    }.
towns-not-known-own-commons = { $count ->
        [one] One entry that anyone may read is not known to be on another of our laptops
       *[other] { $count } entries that anyone may read are not known to be on another of our laptops
    }{ $dated ->
        [yes] , since { $since }
       *[no] {""}
    }.
towns-not-known-own-assembly = { $count ->
        [one] One entry from inside the assembly is not known to be on another of our laptops
       *[other] { $count } entries from inside the assembly are not known to be on another of our laptops
    }{ $dated ->
        [yes] , since { $since }
       *[no] {""}
    }.
towns-not-known-own-person = { $count ->
        [one] One entry of your own notes is not known to be on another laptop of yours
       *[other] { $count } entries of your own notes are not known to be on another laptop of yours
    }{ $dated ->
        [yes] , since { $since }
       *[no] {""}
    }.
towns-same = Both held the same { $ago }.
towns-no-record = Its record is not here yet; it comes with the first meeting or the first bundle.
towns-here = { $count ->
        [0] Nothing of its record is here.
        [one] One entry of its record is here.
       *[other] { $count } entries of its record are here.
    }
towns-own = Our own laptops
towns-own-none = The book is on this laptop alone. A second laptop keeps it safe and signs what is binding.
towns-own-more = Bring in another laptop
towns-heard-of = Heard of, not joined
towns-other = Other towns
towns-refused = { $count ->
        [one] One thing was refused on receipt
       *[other] { $count } things were refused on receipt
    }


## The ring of lanterns

ring-title = Towns as a ring of lanterns
ring-says = Each lantern is a town; none is in the middle. A line stands for a meeting, and its strokes for how long ago that was.
ring-first = The first { $drawn } of { $count } are drawn.
ring-here = this town
ring-never = not met yet
ring-week = met within a week
ring-month = within a month
ring-longer = longer ago
ring-no-line = no line: not met yet


## On a network

meet-now = Meet now
meet-on = On a network: whoever is known and within reach is met unasked.
meet-off = This laptop is not on a network now; a stick works in any case.
meet-quiet = Quiet was chosen: this laptop sends nothing on networks. A stick works in any case.
meet-quiet-until = Quiet was declared until { $until }: this laptop opens, sends and announces nothing. A stick works in any case.
meet-settings = Change that in Settings
meet-called = { $known ->
        [0] No laptop of another is known yet.
       *[other] { $called ->
            [0] Of { $known } known laptops none has an address here; carry a bundle, or meet on one network.
            [one] One of { $known } known laptops is being called.
           *[other] { $called } of { $known } known laptops are being called.
        }
    }
news-met = { $named ->
        [yes] { $town }
       *[no] A laptop
    } is here{ $road ->
        [lan] , on the same network
        [address] , at its address
        [called] , because they called
        [relay] , by the relay
       *[other] {""}
    }.
news-settled = { $named ->
        [yes] { $town }
       *[no] A laptop
    } was met: { $came ->
        [0] nothing new came
        [one] one entry came
       *[other] { $came } entries came
    }, { $went ->
        [0] nothing new went
        [one] one went
       *[other] { $went } went
    }.
news-same = Both hold the same.
news-missing = { $count ->
        [one] One of their entries is not here yet.
       *[other] { $count } of their entries are not here yet.
    }
news-parted = The meeting with { $named ->
        [yes] { $town }
       *[no] a laptop
    } broke off: { $why ->
        [lost] the connection was lost
        [silent] the other fell silent
        [stranger] one of the two did not know the other
        [crowded] there were too many visitors
        [replaced] a newer connection took its place
        [ours] this laptop could not go on
        [room] one of the two had too little room left on its disk
        [changed] the roll changed meanwhile, and with it what one of the two may be given
       *[other] what came could not be used
    }.
news-stranger = { $named ->
        [yes] { $town }
       *[no] A laptop that is not known here
    } came by and was not let in.
news-turned-away = { $named ->
        [yes] { $town }
       *[no] A laptop
    } did not let this laptop in.
news-trouble = Something on the network is not as it should be: { $text }


## Another town's book

reading-now = The book of { $town } is open, to read.
reading-facts = What is missing where stands with your own book.
reading-only = This laptop only reads: it writes for no assembly.
reading-back = Back to { $town }


## One town

town-known = What is known
town-heard = First heard of on { $day }, { $by ->
        [code] by its code
        [answer] by its answer to an invite
       *[other] by a bundle
    }.
town-members = { $count ->
        [one] One member belongs to it.
       *[other] { $count } members belong to it.
    }
town-witnessed = { $sealed ->
        [one] One thing is sealed,
       *[other] { $sealed } things are sealed,
    } { $witnesses ->
        [0] and nobody has co-signed.
        [one] and one other town has co-signed.
       *[other] and { $witnesses } other towns have co-signed.
    }
town-laptops = { $count ->
        [one] One laptop of it may be met.
       *[other] { $count } laptops of it may be met.
    }
town-words = Its words
town-words-says = Both towns see the same six words, or one of them is another town. Compare them aloud.
town-words-own = Our words
town-words-own-says = Read them aloud to a neighbour: their laptop must show the same six for us.
town-read = Read the book of { $town }
town-read-do = Read its book
town-pack = Pack a bundle for it
town-answer = The answer to its code
town-answer-says = Where the two laptops cannot reach each other, the answer is carried by hand, or goes along in a bundle for this town.
town-answer-do = Show the answer again
town-answer-none = No answer is owed: it was joined without an assembly of one's own.
town-unknown = Nothing is known here of this town.
town-all = All towns


## Inviting

invite-title = Invite a town
invite-lede = Each town gets a code of its own. Hand it over as a picture, on paper or as text, and compare the words aloud.
invite-do = Make an invite
invite-open = Waiting for an answer
invite-none = No invite waits for an answer.
invite-past = Earlier invites
invite-all = Show all
invite-until = until { $until }
invite-shown = shown above
invite-show = Show
invite-show-which = Show the invite { $name }
invite-revoke = Take back
invite-revoke-which = Take back the invite { $name }
invite-revoked = The invite is taken back.
invite-state-used = answered by
invite-state-expired = ran out { $until }
invite-state-revoked = taken back
invitation-title = { $town } invites a town
invitation-says = The other town enters this code in Folkmoot under Towns, “Read a code”; a camera reads it from the picture. It lets in one town, until { $until }.
invitation-words = Compare these words aloud; the other town must see the same:
invitation-print = Print


## Answering

answer-title = Read a code
answer-lede = Any code that somebody gave you: a town's invite, an answer to an invite of yours, a laptop that asks to come in, an act with signatures, or a recovery card.
answer-file = Or a file that holds a code
answer-do = Read the code
answer-another = Another code
came-town = { $town } is joined
came-town-says = From now on the two carry each other's open record. Its own comes with the first meeting or bundle.
came-town-reads = Its open record is kept here from now on; it comes with the first meeting or bundle.
came-town-open = Open its page
came-town-words = Compare aloud with { $town }; they must see the same:
came-our-words = And these are ours, which they compare:
came-carry = The invite is answered when the two laptops meet. If they cannot reach each other, carry this answer back by hand, or pack a bundle for the town.
came-device = Ask { $town } to admit this laptop
came-device-says = { $town } has to admit this laptop. Meet the laptop that made the invite, or carry this code back to it by hand.
came-device-laptop = The words of this laptop, to compare aloud:
came-device-words = And those of { $town }:
came-acts = What the code held
came-acts-waiting = This laptop lacks what these follow, so they cannot be judged yet. Let the two laptops meet, or take in a bundle of the other.
came-acts-refused = { $count ->
        [one] One act in it was refused and set aside.
       *[other] { $count } acts in it were refused and set aside.
    }
came-acts-sign = Go to the signatures
came-letter = What the code says
came-ask-words = The words of that laptop, to compare aloud before anybody admits it:
came-ask-admit = Go to the laptops that ask
letter-answer = { $again ->
        [again] { $town } had answered before; nothing changes.
       *[first] { $town } has answered an invite, and is a neighbour now.
    }
letter-ask = { $again ->
        [again] A laptop of { $who } had asked before, and still waits to be admitted.
       *[first] A laptop of { $who } asks to be admitted.
    }
letter-for-others = It is for an assembly that this laptop does not write for. Carry it on.
letter-for-another-laptop = It answers no invite of this laptop, but perhaps one that another laptop of the assembly made. Carry it there.


## The courier

courier-title = Courier
courier-lede = What no network carries, a person does: a bundle on a stick holds the record, and proves itself wherever it arrives.
courier-look = Look again
out-title = Carry out
out-whom = For whom
out-anyone = Anyone
out-anyone-hint = What neighbours may see, of every town that is here.
out-towns = Chosen towns
out-towns-hint = The same, sealed so that only their laptops open it; answers to their invites go along.
out-own = Our own laptops
out-own-hint = Everything, with cards and what stays inside the assembly; only our laptops open it.
out-mine = My own other laptops
out-mine-hint = Everything, with my own notes, sealed whole: whoever finds it learns nothing but its size.
out-which = Which towns
out-find = Find a town
out-where = Where to
out-do = Pack the bundle
out-all-the-same = I was not asked to carry, and pack it all the same
out-busy = Packing…
place-none = There is no place to write to.
place-no-stick = No stick is plugged in. Plug one in and look again, or pack into a folder.
packed-ready = The bundle is in { $place }
packed-inside = In it
packed-assemblies = { $count ->
        [one] the record of one town
       *[other] the records of { $count } towns
    }
packed-changes = { $count ->
        [one] one entry
       *[other] { $count } entries
    }
packed-cards = { $count ->
        [one] one card with a name
       *[other] { $count } cards with names
    }
packed-files = { $count ->
        [one] one attachment
       *[other] { $count } attachments
    }
packed-letters = { $count ->
        [one] one answer to an invite
       *[other] { $count } answers to invites
    }
packed-readers = Who can read it
packed-own = Only the laptops of { $town }.
packed-mine = { $count ->
        [one] Only your other laptop. Whoever else has the file learns nothing but its size.
       *[other] Only your { $count } other laptops. Whoever else has the file learns nothing but its size.
    }
packed-sealed = Only the laptops of { $towns }. It holds what neighbours may see, and no cards.
packed-open = Anyone who has the file. It holds what neighbours may see, and no cards.
packed-again = Pack another
in-title = Take in
in-none = No bundle was found on a stick, in Downloads, in Documents or in the home folder. Plug in the stick that came, and look again.
in-on-stick = On the stick { $place }
in-folder = In { $place }
in-take = Take in
in-take-which = Take in { $file }
in-busy = Taking in…
in-more = { $left ->
        [one] One more
       *[other] { $left } more
    }
brought-title = What { $file } brought
brought-new = { $count ->
        [one] One new entry
       *[other] { $count } new entries
    } of { $town }
brought-nothing = Nothing new came of it.
brought-all-here = Nothing new: all of it was here already.
brought-cards = { $count ->
        [one] One new card
       *[other] { $count } new cards
    }
brought-files = { $count ->
        [one] One new attachment
       *[other] { $count } new attachments
    }
brought-waiting = { $count ->
        [one] One entry waits for others that have not arrived
       *[other] { $count } entries wait for others that have not arrived
    }
brought-waiting-why = What waits, and what brings the rest
brought-known = { $count ->
        [one] One entry was here already
       *[other] { $count } entries were here already
    }
brought-newer = { $count ->
        [one] One part is from a newer Folkmoot; it is left for later
       *[other] { $count } parts are from a newer Folkmoot; they are left for later
    }
brought-damaged = { $count ->
        [one] One part is damaged or missing; the rest was taken in. Ask for the bundle again.
       *[other] { $count } parts are damaged or missing; the rest was taken in. Ask for the bundle again.
    }
brought-sealed = { $count ->
        [one] One part is sealed to others. Carry the bundle on to them.
       *[other] { $count } parts are sealed to others. Carry the bundle on to them.
    }
brought-left-out = { $count ->
        [one] One entry of a distant town was left out, since there is little room left on this disk. Make room, and take the bundle in again.
       *[other] { $count } entries of distant towns were left out, since there is little room left on this disk. Make room, and take the bundle in again.
    }
brought-papers-left-out = { $count ->
        [one] One attachment was left out: of other towns, those of neighbours are kept, up to 256 MB each while there is room.
       *[other] { $count } attachments were left out: of other towns, those of neighbours are kept, up to 256 MB each while there is room.
    }
brought-unproven = Who packed it is not proven. What was taken in proves itself all the same.
brought-unwelcome = An answer to an invite lets nobody in: { $why ->
        [invite-expired] the invite has run out
        [invite-revoked] the invite was taken back
        [invite-used] another had answered the invite before
        [letter-of-another] it is of another laptop than the one that says it
       *[other] it answers no invite of this laptop
    }.
brought-refused = { $count ->
        [one] One thing in it was refused.
       *[other] { $count } things in it were refused.
    }
brought-refused-why = See what, and why
brought-new-town = A town that was not heard of before:


## Parting

part-open = Stop being neighbours
part-title = Stop being neighbours with { $town }?
part-says = Its laptops are strangers again: they are told nothing more, and are not called. What came from it stays in the book. A new invite makes you neighbours again.
part-do = Stop being neighbours
part-done = { $town } is no neighbour any more.


## What waits for entries that it follows

held-title = Waiting for what they follow
held-lede = These entries came before something that they follow. Their signatures hold; nothing else of them is judged yet, and nothing of them counts until the rest has arrived.
held-empty = Nothing waits. An entry that arrives before what it follows is kept here until that comes, and is taken into the book by itself then.
held-next = What brings the rest
held-next-meet = Meet one of these laptops, which wrote what is missing, or any that has met them since; or take in a bundle that such a laptop packed.
held-next-unknown = Who wrote what is missing cannot be told from here. Meet the laptops that these entries came from, or take in a bundle of theirs: whoever has an entry has what it follows.
held-to-meet = Towns and laptops
held-to-courier = Take in a bundle
held-waits = Waiting
held-by = By { $who }. Came { $moment }{ $road ->
        [bundle] {", "}by stick
        [lan] {", "}on the same network
        [address] {", "}from its address
        [called] {", "}when they called
        [relay] {", "}by the relay
       *[none] {""}
    }.
held-laptop-of = the laptop of { $who }
held-laptop-from = a laptop of member { $member } of { $town }
held-laptop-strange = the laptop { $device } of { $town }, which no roll here knows
held-misses-of = { $count ->
        [one] One entry by { $who } has not arrived.
       *[other] { $count } entries by { $who } have not arrived.
    }
held-misses = { $count ->
        [one] It follows one more entry that has not arrived; whose it is cannot be told yet.
       *[other] It follows { $count } more entries that have not arrived; whose they are cannot be told yet.
    }
held-misses-here = { $count ->
        [one] It follows one that waits here too.
       *[other] It follows { $count } that wait here too.
    }
held-misses-beginning = The beginning of { $town } has not arrived.
held-own-note = A note of one’s own
