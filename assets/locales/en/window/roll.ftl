## The roll: laptops that write and sign

laptops-title = Laptops
laptops-lede = Whose laptops may write in the book and sign. A member may have several, and signs once.
laptops-signers = How many must sign
laptops-needs = { $holders } people hold laptops. What is binding counts once { $needs ->
        [one] one of them has
       *[other] { $needs } of them have
    } signed it.
laptops-majority = What changes this roll takes more than half of them: { $needs }.
laptops-k = { $k ->
        [one] The assembly asks for one signature, and two is the least where two people can sign.
       *[other] The assembly asks for { $k } signatures, as far as there are as many who can sign.
    }
laptops-provisional = Provisional: one person alone holds laptops. Whatever they sign counts at once, and nobody else has seen it. Invite the laptop of a second member soon; from then on two must sign.
laptops-two = Of two people with laptops neither can be replaced if one laptop is lost, unless they have a recovery card, since both have to sign for the roll. Invite the laptop of a third member soon.
laptops-assembly-words = The words of this assembly, to compare aloud:
laptops-on = On the roll
laptops-gone = Taken off the roll
laptops-this = this laptop
laptops-admitted = since { $day }
laptops-key = key
laptops-one = A laptop
laptops-paper-one = A paper recovery card
laptops-paper = paper recovery card
laptops-removed = taken off
laptops-forked = writes twice
laptops-forked-hint = Two different entries follow one and the same entry of this laptop: a copy of it writes too, or an old backup was brought back. Nothing more from it counts. Take it off the roll, and admit its owner with a new key.
laptops-by-others = Others let it in; no laptop of this number did.
laptops-was-ours = This laptop had this key and writes with another now. Unless another laptop has it, nobody does: take it off the roll.
laptops-mine = It is mine
mine-do = Say that it is mine
mine-means = Others let this laptop in under your number. If it is yours, say so: then your own notes go to it, and what is sealed to you can be read there. If it is not, take it off the roll.
mine-done = It is said. Your laptops will know when they meet.
laptops-remove = Take off the roll
laptops-remove-of = Take off the roll: the laptop { $key } of { $who }
laptops-remove-of-card = Take off the roll: the recovery card { $key } of { $who }
laptops-invite = Invite a laptop
laptops-invite-of = Invite a laptop of { $name }
laptops-invite-do = Make the code
laptops-invite-hint = The code lets one more laptop ask to be admitted. It gives nobody a say: that comes when you have compared the words and others have signed.
laptops-invite-seen = Nothing is recorded yet; neighbours see nothing of it.
laptops-invited = The code is made.
laptops-whose = Whose laptop
laptops-code = Code for a laptop
laptops-quorum = Change how many must sign

code-how = { $who ->
        [none] On the new laptop, choose “Join with a code”. It takes the code typed, pasted or from a file.
       *[other] On the new laptop of { $who }, choose “Join with a code”. It takes the code typed, pasted or from a file.
    }
code-words = The new laptop shows these words for the assembly. Compare them aloud:
code-until = It can be answered until { $moment }, once.
code-then = Then the laptop asks to be admitted, and stands on this page.

asking-title = Asking to be admitted
asking-since = asked { $moment }
asking-compare = Call them, or stand beside them, and let them read the words on their laptop aloud.
asking-admit = Both show the same words: admit
asking-otherwise = Other words mean another laptop: do not admit it, and make a new code.
asking-admitted = The laptop of { $who } is on the roll.
asking-admitted-pending = You admit the laptop of { $who }. { $more ->
        [one] One more holder has
       *[other] { $more } more holders have
    } to sign.

invites-title = Open invites
invites-none = No invite is open.
invites-until = until { $moment }
invites-show = Show the code
invites-show-of = Show the code for { $who }
invites-revoke = Take back
invites-revoke-of = Take back the invite of { $who }
invites-taken-back = The invite of { $who } is taken back.
invites-past = { $count ->
        [one] One earlier invite
       *[other] { $count } earlier invites
    }
invites-open = open
invites-used = answered
invites-expired = ran out
invites-revoked = taken back

remove-do = Take it off the roll
remove-for-good = This is for good: the key never returns, and nothing that the laptop writes afterwards counts. What it wrote before, and has arrived here, stays as it is. Its owner stays a member and can be admitted with a new laptop.
remove-for-good-card = This is for good: the card never counts again, and nothing that is signed with it afterwards counts. What it signed before, and has arrived here, stays as it is. Its holder can make a new one.
remove-own = This is the laptop that you are using. After this it can read, and nothing that it writes counts.
remove-only = This is for good, and it is the only key of this assembly. After this nobody can write in this book again, sign or let anybody in. What was written stays as it is. Make a recovery card or invite a laptop first.
remove-all-stands = All that has arrived here
remove-up-to = What of it stands
remove-up-to-hint = If it was in other hands for a while: the last entry that its holder made. Whatever it recorded after that is contested, and what of it is honest can be ratified; what it signed, and what it wrote inside the assembly alone, stays.
remove-reason = Why
remove-reason-hint = Lost, stolen, sold, broken: whoever signs reads it, and so do neighbours. Name nobody.
remove-reason-hint-card = Lost, stolen, read by somebody: whoever signs reads it, and so do neighbours. Name nobody.
remove-done = The laptop is off the roll.
remove-done-card = The card is off the roll.
remove-done-pending = The removal is recorded. { $more ->
        [one] One more holder has
       *[other] { $more } more holders have
    } to sign.

quorum-do = Change it
quorum-hint = This is how many holders sign what is binding: closing a meeting, sealing minutes, granting and recalling mandates, closing accounts. { $holders ->
        [one] One person holds laptops now.
       *[other] { $holders } people hold laptops now.
    } What changes the roll always takes more than half of them.
quorum-k = Signatures
quorum-k-hint = Now { $k }. Where two people hold laptops, two sign at the least.
quorum-done = The number is changed.
quorum-done-pending = The change is recorded. { $more ->
        [one] One more holder has
       *[other] { $more } more holders have
    } to sign.


## What waits for signatures, and what does not count

sign-title = Signatures
sign-lede = What is binding counts once enough holders of laptops have signed it. Read it, ask if you were not there, and sign what you know to be so.
sign-empty = Nothing waits. When somebody closes a meeting, grants a mandate or admits a laptop, it waits here until enough holders have signed; so does an entry that others stand against.
sign-waits = Waits for signatures
sign-have = { $have } of { $needs } signed:
sign-outside = Name to be shown outside:
sign-words = Compare these six words with those that the new laptop shows. Other words mean another laptop: do not sign.
sign-moved = It was moved: { $title }
sign-written = Written by
sign-cut-laptop = Of what it wrote in the open record, only what goes up to here stands; the rest is contested:
sign-cut-mandate = Of what was done under it, only what goes up to here stands; the rest is contested:
sign-nothing-laptop = Of what it wrote in the open record nothing stands: all of it is contested.
sign-nothing-mandate = Of what was done under it nothing stands: all of it is contested.
sign-heard-laptop = Of what it wrote in the open record, what whoever filed this had heard stands; the rest is contested.
sign-heard-mandate = Of what was done under it, what whoever filed this had heard stands; the rest is contested.
sign-inside-all = All that it wrote inside the assembly stands.
sign-inside = { $count ->
        [0] Of what it wrote inside the assembly nothing stands: whoever filed this had heard none of it.
        [one] Of what it wrote inside the assembly the first entry stands: whoever filed this had heard so much.
       *[other] Of what it wrote inside the assembly the first { $count } entries stand: whoever filed this had heard so many.
    }
sign-not-counted = Signed, without counting: { $who }
sign-apart = { $one } and { $other } are not counted together: one of them had signed to take the other’s laptop off the roll.
sign-do = Sign
sign-selected = { $count ->
        [0] Sign those chosen
        [one] Sign the one chosen
       *[other] Sign the { $count } chosen
    }
sign-choose-all = Choose all
sign-choose-none = Choose none
sign-here = This laptop has signed; others have to.
sign-not-asked = No laptop on the roll asks for this any more. Sign it only if the assembly wants it.
sign-code = Show as a code
sign-code-lede = Where two laptops cannot meet and there is no stick, this code carries the act and who signed it. A camera turns the picture into text; on the other laptop the text goes into “Read a code”.
sign-code-signed = This code carries the act, and this laptop's signature with it. A camera turns the picture into text; on the other laptop the text goes into “Read a code”.
sign-code-more = Where the other laptop says that something is still missing, show it the next code too.
sign-code-before = The code before
sign-code-next = The next code
sign-code-back = When the other has signed, it shows such a code in turn.
sign-code-read = Read a code
sign-done = { $count ->
        [one] Signed.
       *[other] { $count } acts are signed.
    }
sign-contested = Contested
sign-contested-hint = These entries would count but for what stands against them: most often their author did not know yet that a mandate was given or recalled, or a laptop taken off. Whoever knows that they were honest can make them count after all; others sign that.
sign-void = Void
sign-void-hint = These entries broke a rule when they were written. They are kept so that everybody can see it, and count for nothing.
sign-newer = From a newer version
sign-newer-hint = A newer Folkmoot wrote these. They are kept and passed on, and say nothing here until this laptop has that version too.
sign-newer-kind = An act that this version does not know: { $kind }
sign-unknown-laptop = From a laptop that was not on the roll:
sign-not-here = An act that has not arrived here

against = Against it stands:
against-fork = The keys of laptop { $key } signed different entries that follow one and the same, so too little is known of what it wrote since. Two of them:
against-fallen = It rests on what counts no longer, or on one side only:
against-split = Removals strike each other. Against it stands:
against-more = { $count ->
        [one] and one more
       *[other] and { $count } more
    }

ratify = Make it count after all
ratify-several = Make several count after all
ratify-asked = Somebody asks for it already: sign that above.
ratify-do = Make it count after all
ratify-hint = It counts once enough holders have signed this. What stands against it stays in force for everything else.
ratify-done = It is recorded. It counts once enough holders have signed.


## What was refused on receipt

quarantine-title = Refused on receipt
quarantine-lede = What arrived and was not taken into the book. It is kept aside as proof, with the laptop that handed it over; nothing of it counts.
quarantine-empty = Nothing was refused. Whatever arrives by stick or network is checked before it touches the book: signature, roll and form. What fails is put aside here, with why it was refused, who handed it over, and in whose name it is.
quarantine-refused = Refused
quarantine-when = When, and by which road
quarantine-why = Why
quarantine-whom = In whose name
quarantine-hand = Handed over by
quarantine-hand-met = proved when the two met
quarantine-hand-packed = proved by its signature on the bundle
quarantine-hand-nobody = nobody proved to have handed it over
quarantine-laptop-of = the laptop of { $who }
quarantine-laptop-from = a laptop of { $town }
quarantine-laptop-strange = a laptop that no roll here knows
quarantine-claimed = This name is only claimed: that laptop did not sign it.
quarantine-signed = That laptop signed it.
quarantine-size = Size
quarantine-bytes = { $bytes } bytes
quarantine-by = { $road }
quarantine-by-bundle = in a bundle
quarantine-by-lan = on the same network
quarantine-by-unknown = by a road that is not known
quarantine-strange = laptop
quarantine-strange-town = town
quarantine-nobody = it does not say
quarantine-because-malformed = It cannot be read: it is damaged, or was never an entry.
quarantine-because-newer-format = It is written in a form of a newer Folkmoot.
quarantine-because-too-large = It is larger than any entry may be.
quarantine-because-act-unreadable = What it does cannot be read.
quarantine-because-signature = The signature does not hold: something in it was changed, or somebody else signed it.
quarantine-because-gate = It is not in the one form that entries have.
quarantine-because-not-our-ring = It is from inside another town, and not for this one.
quarantine-because-not-on-the-roll = The laptop that signed it was never on the roll.
quarantine-because-too-many-waiting = Too much of this laptop waits already for entries that have not arrived.
quarantine-dropped = { $count ->
        [one] One more was refused and is not kept, since there was too much of it. Whoever hands over most loses the oldest of their own; of what comes in one name, the first stay.
       *[other] { $count } more were refused and are not kept, since there was too much of it. Whoever hands over most loses the oldest of their own; of what comes in one name, the first stay.
    }
quarantine-dropped-strange = from laptops that no roll here and no neighbour knows
