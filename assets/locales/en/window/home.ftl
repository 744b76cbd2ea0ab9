## The home page, the first run, search, settings, an act's own page

home-title = { $town } today
home-waits = What needs doing
home-nothing = Nothing in the book waits for you.
home-sign = { $count ->
        [one] One act waits for a signature
       *[other] { $count } acts wait for signatures
    }
home-sign-one = To be signed: { $act }
home-contested = { $count ->
        [one] One entry is contested
       *[other] { $count } entries are contested
    }
home-contested-one = Contested: { $act }
home-open = The meeting of { $meeting } is open
home-called = The meeting of { $meeting } is called
home-overdue = To be done by { $due }{ $who ->
        [none] {""}
       *[other] {", "}by { $who }
    }: { $what }
home-asks = A laptop of { $who } asks to be admitted
home-question = What was counted in { $account } no longer agrees with the ledger
home-twice = Number { $number } was given to two people at once
home-forked = Another laptop has written with a laptop's keys
home-split = { $town } shows two books: look before anything of it is co-signed
home-splits = { $count ->
        [one] One more town shows two books
       *[other] { $count } more towns show two books
    }
home-quiet = Your assembly declared quiet until { $until }: nothing is sent, and nothing is void for want of a report on those days.
home-report = To be reported at home by { $deadline }, or it is void: { $what }
home-report-quiet = To be reported at home by { $deadline }; for the quiet days it is not void before the end of { $last }: { $what }
home-report-put-off = To be reported at home; it was due on { $deadline }, and for the quiet days it is not void before the end of { $last }: { $what }
home-cosign = To be co-signed: what { $towns } sealed
home-outside-sealed = { $count ->
        [one] A laptop came later and waits to be let into what is sealed
       *[other] { $count } laptops came later and wait to be let into what is sealed
    }
home-newer = { $count ->
        [one] One entry is from a newer Folkmoot
       *[other] { $count } entries are from a newer Folkmoot
    }
home-begin = Nothing was decided here yet. The book begins with a first meeting, where everybody has a voice.
home-begin-do = Call the first meeting
home-ending = Mandates that end soon
home-ends = until { $day }
home-latest = What was written last
home-facts = { $members ->
        [one] One member
       *[other] { $members } members
    }; { $holders ->
        [one] one holds a laptop
       *[other] { $holders } hold laptops
    }.
home-provisional = Provisional: one person alone holds laptops, so nobody else signs yet.
home-two = Two people hold laptops, and without a recovery card neither can be replaced if one is lost: invite a third.
home-reads = This laptop reads the record of { $town } and cannot write in it.
home-asked = This laptop asks to be admitted to { $town }. Until more than half of its roll has signed, it only reads. The words of { $town } are { $words }.
home-asked-again = The code that asks for this laptop is shown again when the invite is given again.
home-asked-invite = The invite
home-asked-do = Show the code
home-taken-off = The key of this laptop was taken off the roll of { $town }, and never returns. Ask the people of { $town } to invite this laptop anew, and give the invite here: it gets a new key, and still reads what was sealed to the old one.
home-key-forked = Another laptop has written with the key of this one, so nothing more from it counts in { $town }. Ask the others to take that key off the roll and to invite this laptop anew, and give the invite here: it gets a new key, and still reads what was sealed to the old one.
home-key-copied = Entries have come under the key of this laptop that it did not write, so it writes nothing more in { $town }. Either an older copy of this book was brought back here, or somebody else has a copy of it.
home-key-copied-else = If nobody brought back an older copy, ask the others to invite this laptop anew, and give the invite here: it gets a new key, and still reads what was sealed to the old one. Once the new key is admitted, ask them to take the old one off the roll.
home-key-copied-mine = If you brought back an older copy yourself, or the disk lost what was written already, this laptop goes on once it has met another laptop of your assembly, or taken in a bundle that it packs for your assembly now; where yours is the only one, a neighbouring town’s. If you are not sure, do not say so.
home-key-copied-do = I brought back an older copy
home-lost-do = Ask with a new key
home-lost-card = Where nobody else can do it, your recovery card can, if you made one.
home-restored = This book came from a backup and has heard nobody since, so it does not write yet. Meet another laptop of your assembly, or take in a bundle that it packs for your assembly now. Where yours is the only one, a neighbouring town’s will do.
home-backup = This laptop holds the only copy of the book. A backup on a stick takes a minute.
home-backup-do = Make a backup

heard-saved = Everything is saved here.
heard-alone = Everything is saved here, on this laptop alone.
heard-met = Last met { $town } { $ago }{ $road ->
        [bundle] {", "}by stick
        [lan] {", "}on the same network
       *[other] {""}
    }.
heard-met-own = Last met another laptop of ours { $ago }{ $road ->
        [bundle] {", "}by stick
        [lan] {", "}on the same network
       *[other] {""}
    }.
heard-missing = { $count ->
        [one] One of their entries has not arrived.
       *[other] { $count } of their entries have not arrived.
    }
heard-waiting = { $count ->
        [one] One entry waits for others that it follows.
       *[other] { $count } entries wait for others that they follow.
    }
heard-unheard = { $count ->
        [one] One entry of ours is not known to have reached another of our laptops.
       *[other] { $count } entries of ours are not known to have reached every other laptop of ours.
    }
heard-little-room = There is little room left on this disk: { $free } are free. What distant towns write is not taken in; what your assembly and its neighbours write is. Move or delete files that you do not need, until { $needed } are free.
heard-more = All towns

first-title = Folkmoot
first-lede = A minute book for an assembly. It is kept on this laptop and needs no network.
first-found = Found an assembly
first-found-hint = You begin the book; others join it later.
first-found-lede = Neighbours see the name and the place. Your own name stays inside the assembly.
first-found-three = Begin with three people who hold a laptop each, if you can: of two, neither can be replaced without a recovery card if one is lost.
first-join = Join with a code
first-join-hint = Somebody gave you a code, on paper, on a stick or to type.
first-join-lede = An assembly's code brings this laptop onto its roll; a town's code lets you read and keep its record. A recovery card is such a code too.
first-restore = Bring back a backup
first-restore-hint = The old laptop is lost, and a backup of it is on a stick.
first-step = Step { $at } of { $of }
first-back = Back
first-name = Name of the assembly
first-name-hint = As people call it, like Millbrook.
first-person = Your name
first-person-hint = You are member 1. Everybody else is entered later, with or without a laptop.
first-place = Where it meets
first-place-hint = It may be left empty.
first-do-found = Found the assembly
first-do-join = Join
first-letter = This code is an answer, and was taken in.
first-common-title = What do you share first?
first-common-lede = Begin with one thing that people here cannot do without. It gets an account in the ledger, where anybody can see what came in and what went out.
first-common-water = Water
    .account = water
    .like = A well, a tank, a pipe and its upkeep
first-common-bread = Bread
    .account = bread
    .like = Flour, an oven, a garden's harvest
first-common-care = Care
    .account = care hours
    .like = Hours with the old, the young and the sick
first-common-link = A connection
    .account = connection
    .like = An antenna, a line, the power it needs
first-common-other = Something else
    .like = A tool shed, a field, a cash box
first-common-name = What it is
first-common-name-hint = Its account is called after it.
first-common-store = What is there
first-common-received = received
    .note = Where it comes from
first-common-given = given
    .note = Where it goes
first-common-do = Open its account
first-common-done = The account is open.
first-common-skip = Not now
first-safe-title = Keep a copy
first-safe-lede = This laptop holds the only copy of the book. Put a stick in and make a backup, or do it later from Settings.
first-safe-later = Later: open the book
first-meeting = Call the first meeting
first-words = The words of { $town } are { $words }. Neighbours compare them with you aloud, so that nobody else can pass for you.
first-restore-none = No backup was found on a stick, in Downloads, in Documents or in the home folder.
first-restore-file = The backup
first-restore-sent = The old laptop wrote nothing after this backup
first-restore-sent-hint = Only then may this laptop write at once; otherwise it first hears another laptop of your assembly, or a neighbour where there is none.
first-restore-do = Bring it back
first-restore-busy = Bringing the book back…
first-asked-title = Ask to be admitted
first-asked-lede = { $town } has to admit this laptop before it can write.
first-asked-words = This laptop's words. Whoever admits it sees the same ones:
first-asked-next = Meet the laptop that invited you on the same network, or carry this code to it: typed, photographed, or on a stick. You can open the book meanwhile: it fills as soon as you meet.
first-joined-title = { $town } is remembered
first-joined-lede = Its record comes when you meet one of its laptops, or with a bundle that somebody brings.
first-their-words = The words of { $town }, to compare aloud:
first-our-words = The words of your own town:
first-bundle = A bundle that was brought
first-bundle-none = No bundle was found on a stick, in Downloads, in Documents or in the home folder.
first-bundle-do = Take it in
first-bundle-busy = Taking the bundle in…
first-go = Open the book

backup-where = Where to
backup-nowhere = No stick is plugged in, and there is no folder to write to.
backup-do = Make a backup
backup-stays = This folder is lost with the laptop: plug in a stick and look again, or carry the file elsewhere.
backup-busy = Copying the book…
backup-done = The backup is at { $file }.
places-again = Look for sticks again
file-where = { $place }, { $when }

shut-title = The book cannot be opened
shut-again = Try again
shut-where = The book is kept at

search-title = Search
search-hint = A name, a word of a decision, an account…
search-people = People
search-decisions = Decisions
search-charter = Charter
search-journal = Ledger
search-mandates = Mandates
search-towns = Towns
search-meetings = Meetings
search-decision = Decision { $number }, { $day }
search-left = left on { $day }
search-none = Nothing in the book is called that.
search-begin = Type a word to search people, decisions, the charter, the ledger, meetings and mandates.
search-count = { $count ->
        [one] Found once.
       *[other] Found { $count } times.
    }
search-all = All { $count }

settings-title = Settings
settings-look = Language and light
settings-language = Language
settings-theme = Light
settings-theme-system = As the laptop
settings-theme-light = By day
settings-theme-dark = By lantern
settings-network = Network
settings-network-hint = What this laptop does on networks. A stick works in any case.
settings-quiet = Quiet: this laptop opens, sends and announces nothing
settings-announced = Find laptops on the same network, and be found
settings-port = Fixed port (most towns need none)
settings-port-hint = With a number that stays the same, addresses in printed codes stay right. It may be left empty.
settings-relay = The town's own relay
settings-relay-hint = Its address, like https://relay.example. It may be left empty.
settings-network-do = Keep this choice
settings-network-done = The choice is kept.
settings-reached = This laptop can be met now at
settings-not-reached = This laptop is not on a network now.
settings-copy = Keep a copy
settings-copy-hint = A backup is one file with everything in it, keys too: keep it where you would keep the key to the hall.
settings-verify = Check everything
settings-verify-hint = Looks through the whole book: whether every signature is right and nothing was changed or lost. On a large book it takes a few minutes.
settings-verify-do = Check everything now
settings-verify-busy = Checking…
settings-verify-good = { $changes ->
        [one] One change holds
       *[other] All { $changes } changes hold
    }; { $documents ->
        [one] one document was
       *[other] { $documents } documents were
    } built again and agree.
settings-verify-bad = { $unsound ->
        [0] { $stale ->
                [one] One document did not agree and is built again.
               *[other] { $stale } documents did not agree and are built again.
            }
        [one] One change does not hold. Restore a backup, or take in a neighbour's bundle.
       *[other] { $unsound } changes do not hold. Restore a backup, or take in a neighbour's bundle.
    }
settings-verify-waiting = { $count ->
        [one] One change waits for another that has not arrived.
       *[other] { $count } changes wait for others that have not arrived.
    }
settings-verify-untried = { $count ->
        [one] One draft could not be tried out, and was not built. All of it is kept.
       *[other] { $count } drafts could not be tried out, and were not built. All of them are kept.
    }
settings-verify-hashes = Compare with another laptop
settings-verify-hashes-hint = Laptops that hold the same show the same fingerprints, under the same rules: version { $rules }.
settings-verify-whose = Town and ring
settings-verify-changes = Changes
settings-verify-hash = Fingerprint
settings-about = About
settings-where = The book of this laptop is kept at
settings-words = The words of { $town }, to compare aloud: { $words }
settings-licence = Folkmoot is free software under the AGPL, version 3 or later. It comes with its source, and with no warranty.

act-title = An act, and what stands behind it
act-what = What was done
act-minutes = Open the minutes of this meeting
act-settled = Settled: nothing brings it down any more, unless two different entries come with the keys of one laptop, which would show.
act-need = { $need ->
        [one] One holder must sign; { $have } have.
       *[other] { $need } holders must sign; { $have ->
                [one] one has
               *[other] { $have } have
            }.
    }
act-why = Why it stands so
act-why-counts = It is in order and counts.
act-why-taken-back = It was recorded rightly, and another entry takes it back: both stay in the book, and together they come to nothing.
act-why-pending = It is in order and counts as soon as enough holders have signed it.
act-why-contested = It is in order, and does not count because of what stands against it. It counts once the assembly ratifies it; whoever wrote it does not sign that, so where only two hold laptops it is recorded anew instead.
act-why-contested-binding = It is in order, and does not count because of what stands against those who signed it. It counts again as soon as enough others have signed it; or it is recorded anew.
act-why-contested-signature = This signature does not count because of what stands against it. What it signs needs another’s.
act-why-contested-inside = It is in order, and does not count because of what stands against it. Whoever stands by it writes it again: what stays inside the assembly is not ratified.
act-why-split = Laptops were taken off the roll by each other, and it counts on one side only. Whoever is not disputed signs one side until more than half have. If the sides do not come together, each founds an assembly anew, and its first decision names this entry as the one that it leaves from.
act-why-newer = A newer Folkmoot wrote it. It is kept, and this one cannot say what it counts for.
act-behind = What it goes back to
act-behind-decision = By the decision
act-behind-motion = On the motion
act-behind-meeting = At the meeting
act-behind-minutes = The minutes of the meeting
act-behind-grant = The mandate
act-behind-budget = From the budget
act-behind-transaction = The entry that is taken back
act-behind-corrected = The entry that is corrected
act-behind-asked = What was asked
act-behind-agreed = What was agreed to
act-behind-signed = The act that is signed
act-behind-ratified = The entry that is ratified
act-behind-draft = From the draft
act-resting = What rests on it
act-arrived = arrived here { $moment }
act-technical = For other tools
act-fact-id = Act
act-fact-kind = Kind
act-fact-change = Signed change
act-fact-document = Document
act-fact-ring = Who may read it
act-fact-device = Laptop
act-ring-commons = everybody
act-ring-assembly = the assembly
act-ring-person = one person
act-sign = Sign it
act-signed = Signed.
act-ratify = Let it count after all
act-ratify-hint = Only what nothing else stands against any more, or what the assembly agreed on, should count. Enough holders must sign this too.
act-ratifying = It is to count after all, once enough holders have signed that.
act-ratify-do = Ratify it
act-ratified = It is ratified as soon as enough holders have signed.

keys-title = Keys
keys-palette = Every action, by a few of its letters
keys-tab = On to the next field, link or button
keys-enter = Do it
keys-back = Back to the page before
keys-escape = Put away what is open
keys-this = This sheet

unknown-title = No such page

passphrase = Passphrase
passphrase-none = This book has no passphrase: whoever takes the laptop or its disk can read all of it, the people's names too, and sign with its keys.
passphrase-has = This book is closed with a passphrase: without it nothing of it can be read from the disk, nor from backups made since.
passphrase-first = A passphrase keeps the book closed to whoever takes the laptop.
passphrase-lost = If it is forgotten, nobody can open this book again: no recovery card, no backup made since, and nobody at Folkmoot.
passphrase-old = The passphrase that it has
passphrase-new = New passphrase
passphrase-again = Once more
passphrase-hint = At least 12 characters: four or five words that nobody would put together.
passphrase-set = Set a passphrase
passphrase-change = Change the passphrase
passphrase-busy = This takes a moment…
passphrase-done = The book is closed with the passphrase. Copies made before stay readable.
passphrase-changed = The passphrase is changed. Backups made before open with the old one, and so does this book for whoever knows it and has kept a copy of the key file: to shut them out, take the passphrase off and set one anew.
passphrase-gone = The book has no passphrase any more.
passphrase-off = Take the passphrase off
passphrase-off-hint = Then whoever takes the laptop or its disk can read the book, and a disk may keep what was readable once, also after a passphrase is set again.
passphrase-lock = Lock when nobody touches it
passphrase-after = { $minutes ->
        [one] After { $minutes } minute
       *[other] After { $minutes } minutes
    }
passphrase-never = Never
home-for-you = waits for you
lock-now = Lock now
lock-resumed = What you had begun to write stands here again.
unlock-title = The book is closed
unlock-lede = Type its passphrase to open it.
unlock-do = Open
unlock-busy = Opening…
first-restore-passphrase = The passphrase of this backup

## Quiet days

quiet-title = Quiet days
quiet-says = When a town expects trouble, a meeting can decide that it is quiet for some days. On those days its laptops open, send and announce nothing, and what delegates agreed to is not void for want of a report. { $most ->
    [one] At most one day at a time.
   *[other] At most { $most } days at a time.
}
quiet-told = What is declared stands in the book, and neighbours read it once the quiet is over. If nobody is ever to know, choose Quiet under Network instead; then no report is put off.
quiet-period = From { $from } until { $until }
quiet-begin = Declare quiet days
quiet-from = First day
quiet-until = Last day
quiet-then = On those days this laptop leaves the network by itself. Tell the town's other laptops before, or by a stick.
quiet-do = Declare
quiet-done = The quiet days are declared.
quiet-stick = Laptops that have not heard of it yet are told by a stick:
quiet-end = End it sooner
quiet-last = Last quiet day
quiet-end-do = End the quiet
quiet-ended = The new end is recorded.
