## What other towns sealed and this one co-signs; towns that show two books

witness-by = Co-signed by
witness-by-nobody = No other town has co-signed this yet.
witness-waits = To be co-signed
witness-says = Whoever co-signs says: this is sealed, and that is where their book stood when we saw it. It binds nobody to anything, and it makes it hard to show others another book later.
witness-minutes = minutes of { $meeting }
witness-closing = accounts closed until { $until }
witness-waits-split = This town was shown to be two. Look first; it is not co-signed with the others.
witness-do = { $count ->
        [one] Co-sign what is sealed since last time
       *[other] Co-sign for { $count } towns what is sealed since last time
    }
witness-do-split = Co-sign for { $town } all the same
witness-done = The co-signature is recorded.
witness-split-line = { $town } has shown two books under one name.
witness-split-minutes = { $town } has sealed the minutes of { $meeting } twice, and not alike.
witness-split-proved = Both were signed by its own laptop and are here.
witness-split-told = Its witnesses say so; the other book itself has not arrived here.
witness-split-book = { $book ->
        [none] Another version was shown to
       *[other] The version marked { $book } was shown to
    }
witness-split-here = (it is here)
witness-split-instead = Say aloud to { $town } and to the towns that are named what each of you was shown. A laptop that was copied or stolen shows the same as one that lies; people find out which it was.
