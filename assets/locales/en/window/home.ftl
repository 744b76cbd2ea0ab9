## The home page, the first run, search, settings, an act's own page

home-title = { $town } today
home-waits = What needs doing
home-nothing = Nothing waits for anybody.
home-sign = { $count ->
        [one] One act waits for a signature
       *[other] { $count } acts wait for signatures
    }
home-contested = { $count ->
        [one] One entry is contested
       *[other] { $count } entries are contested
    }
home-open = The meeting of { $meeting } is open
home-asks = A laptop of { $who } asks to be admitted
home-question = What was counted in { $account } no longer agrees with the ledger
home-twice = Number { $number } was given to two people at once
home-forked = Another laptop has written with a laptop's keys
home-newer = { $count ->
        [one] One entry is from a newer Folkmoot
       *[other] { $count } entries are from a newer Folkmoot
    }
home-ending = Mandates that end soon
home-ends = { $who }, { $duty }: until { $day }
home-latest = What was written last
home-facts = { $members ->
        [one] One member
       *[other] { $members } members
    }, { $holders ->
        [one] one of them with a laptop
       *[other] { $holders } of them with laptops
    }.
home-provisional = Provisional: one person alone holds laptops, so nobody else signs yet.
home-backup = This laptop holds the only copy of the book. A backup on a stick takes a minute.
home-backup-do = Make a backup

first-title = Folkmoot
first-lede = A minute book for an assembly. It is kept on this laptop and needs no network.
first-found = Found an assembly
first-found-hint = You begin the book; others join it later.
first-join = Join with a code
first-join-hint = Somebody gave you a code, on paper, on a stick or to type.
first-restore = Bring back a backup
first-restore-hint = The old laptop is lost, and a backup of it is on a stick.
first-back = Back
first-name = Name of the assembly
first-name-hint = As people call it, like Millbrook.
first-person = Your name
first-place = Where it meets
first-place-hint = It may be left empty.
first-do-found = Found the assembly
first-code = The code
first-code-hint = It begins with folkmoot: and may be typed in small or capital letters.
first-do-join = Join
first-common-title = What do you share first?
first-common-lede = Begin with one thing that people here cannot do without. It gets an account in the ledger, where anybody can see what came in and what went out.
first-common-water = Water
first-common-bread = Bread
first-common-care = Care
first-common-link = A connection
first-common-other = Something else
first-common-do = Open its account
first-common-skip = Not now
first-safe-title = Keep a copy
first-safe-lede = This laptop holds the only copy of the book. Put a stick in and make a backup, or do it later from Settings.
first-safe-do = Make a backup
first-safe-later = Later
first-safe-done = The backup is at { $file }.
first-words = The words of this assembly are { $words }. Neighbours compare them with you aloud.
first-place-choose = Where to
first-restore-none = No backup was found on a stick, in Downloads, in Documents or in the home folder.
first-restore-file = The backup
first-restore-sent = The old laptop wrote nothing after this backup
first-restore-sent-hint = Only then may this laptop write at once; otherwise it first hears a neighbour.
first-restore-do = Bring it back
first-asked-title = Ask to be admitted
first-asked-lede = { $town } has to admit this laptop. Meet the laptop that invited, or carry this code to it by hand.
first-asked-words = This laptop's words, to compare aloud: { $words }
first-joined-title = { $town } is remembered
first-joined-lede = Its record comes when you meet it, or with its next bundle. Compare these words with them aloud: { $words }
first-go = Open the book

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
search-meetings = Meetings
search-none = Nothing in the book is called that.
search-begin = Type a word to search people, decisions, the charter, the ledger, meetings and mandates.

settings-title = Settings
settings-look = Language and light
settings-language = Language
settings-theme = Light
settings-theme-system = As the laptop
settings-theme-light = By day
settings-theme-dark = By lantern
settings-network = Network
settings-network-hint = What this laptop does on networks. A stick works in any case.
settings-quiet = Quiet: no connection, no packet, no announcement
settings-announced = Find laptops on the same network, and be found
settings-port = Port
settings-port-hint = A number that stays the same keeps printed codes true. It may be left empty.
settings-relay = The town's own relay
settings-relay-hint = Its address, like https://relay.example. It may be left empty.
settings-network-do = Keep this choice
settings-network-done = The choice is kept.
settings-reached = This laptop can be met at
settings-not-reached = This laptop is not on a network now.
settings-copy = Backup and check
settings-backup = Make a backup
settings-backup-done = The backup is at { $file }.
settings-verify = Check everything again
settings-verify-hint = Every signature and chain is checked, and every document built again.
settings-verify-good = { $changes ->
        [one] One change holds
       *[other] All { $changes } changes hold
    }; { $documents ->
        [one] one document was
       *[other] { $documents } documents were
    } built again and agree.
settings-verify-bad = { $unsound } changes do not hold. Restore a backup, or take in a neighbour's bundle.
settings-where = The book of this laptop is kept at
settings-about = About
settings-licence = Folkmoot is free software under the AGPL, version 3 or later. It comes with its source, and with no warranty.

act-title = An act, and what stands behind it
act-what = What was done
act-signers = Who signed
act-signed-by = { $who } signed.
act-need = { $need ->
        [one] One holder must sign; { $have } have.
       *[other] { $need } holders must sign; { $have } have.
    }
act-why = Why it stands so
act-behind = What it goes back to
act-technical = For other tools
act-sign = Sign it
act-signed = Signed.

unknown-title = No such page
