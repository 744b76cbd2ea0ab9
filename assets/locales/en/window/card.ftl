## Recovery cards: a key on paper; and a town of which nothing is here yet

recovery-make = Make a recovery card
recovery-what = A recovery card is a key of yours on paper. If this laptop is lost, the card brings a new one onto the roll, and it signs what waits until then. It can do nothing else.
recovery-once = Nothing of it is kept on this laptop, so it is shown only once. Have a printer, a stick, or pen and paper ready.
recovery-whoever = Whoever holds it signs as you: lock it away, and not beside the laptop.
recovery-have = { $count ->
        [one] One card of yours is on the roll already.
       *[other] { $count } cards of yours are on the roll already.
    } Each card is one more key. One that is lost is taken off the roll, as a lost laptop is.
recovery-seen = Neighbours see one more key of yours on the roll. { $needs ->
        [one] It counts at once.
       *[other] It counts once { $needs } people with laptops have signed it.
    }
recovery-make-do = Make the card
recovery-pending = The card is not good yet: others must sign that it comes onto the roll. Until then, keep it all the same.
recovery-paper = Recovery card
recovery-paper-for = With this card { $who } brings a new laptop onto the roll of { $town } if the old one is lost, and signs what waits. Whoever holds it signs as { $who }, so it is locked away.
recovery-paper-how = In Folkmoot: “Join with a code”, or under Towns, “Read a code”. If the card is lost, have it taken off the roll, under People, Laptops.
recovery-paper-words = The words of { $town }
recovery-paper-made = Made on { $day }
recovery-code = The code of the card
recovery-print = Print
recovery-save = Save on a stick
recovery-folder = A folder on this laptop is lost with it: carry the file elsewhere, and delete it here.
recovery-saved = The card is at { $file }. Whoever can open that file holds the card.
recovery-kept = It is printed, saved or copied by hand
recovery-done = Put it away
recovery-ask = The code is shown only now. If it is neither printed nor saved nor copied, the card is lost, and has to be taken off the roll.
recovery-ask-stay = Back to the card
recovery-ask-leave = Leave without it

recovery-reads = It is a key of { $who } in { $town }. Nothing has been done with it yet.
recovery-compare = The words of { $town }. The same stand on the card, and other laptops of the town show them:
recovery-writes = This laptop writes for { $town } already, so the card is not needed here. Put it back in its place.
recovery-no-record = Nothing of { $town } is here yet, and a card brings no record with it. The record comes first: take in a bundle of { $town }, then go on with the card.
recovery-no-record-first = Nothing of { $town } is here yet, and a card brings no record with it. The record comes first: bring back a backup, or take in a bundle of { $town }, then go on with the card.
recovery-still-none = That bundle brought nothing of { $town }.
recovery-bring = This laptop gets a key of its own, and stands on the roll as a laptop of { $who }.
recovery-bring-do = Bring this laptop onto the roll
recovery-brought = This laptop is on the roll of { $town } and writes from now on. Lock the card away again, and have the lost laptop taken off the roll.
recovery-brought-pending = The card has signed for this laptop. It writes as soon as enough others have signed too; what was recorded reaches them when you meet, or in a bundle. Lock the card away again.
recovery-laptop-words = The words of this laptop. Read them aloud to whoever signs:

recovery-sign = Sign with a recovery card
recovery-sign-hint = A card signs as its holder, where their laptop is lost or far away. Nothing of the code is kept here.
recovery-sign-look = Read the card
recovery-sign-not = This is not the code of a recovery card, which begins with folkmoot:card:
recovery-sign-elsewhere = This card is a key of { $town } and signs nothing here.
recovery-sign-none = { $who } has signed everything that waits.
recovery-sign-what = What { $who } has not signed
recovery-sign-do = Sign as { $who }
recovery-signed = { $count ->
        [one] Signed as { $who }.
       *[other] { $count } acts are signed as { $who }.
    }

recovery-home = If this laptop is lost, a recovery card on paper stands in for it.
recovery-home-restored = If a recovery card was made, it brings this laptop onto the roll too.
recovery-home-restored-do = Enter the code of the card
recovery-first = A backup brings back the book. A recovery card on paper brings back your signature if this laptop is lost.

nothere-rail = Nothing of this town is here yet.
nothere-says = Nothing of { $town } is here yet. Its book comes when this laptop meets one of theirs, or in a bundle that somebody brings.
nothere-take = Take in a bundle
nothere-meet = How it can be met
