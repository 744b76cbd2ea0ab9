## People: members, by number and by name

people-title = People
people-lede = Everybody who belongs, with a laptop or without. Each has a number that is never given again.
people-lede-town = The members of this town, by number. Names stay on the laptops of a town and are not shown to its neighbours.
people-ways = Pages of this room
member-all = All members
people-members = Members
people-empty = Whoever belongs to the assembly stands on this list, also those who never touch a laptop: they speak, count and hold mandates like everybody else. Enter them one after the other, or take the list from a spreadsheet.
people-enter = Enter people
people-enter-do = Enter this person
people-enter-seen = Neighbours see that a number was given, never the name or anything else on the card.
people-entered = { $name } is member { $member }.
people-just-entered = { $count ->
        [one] Just entered
       *[other] Just entered, { $count } people
    }
people-import = From a spreadsheet
people-search = Search
people-show = Show
people-show-belong = everybody who belongs
people-show-laptop = those with a laptop
people-show-left = those who left
people-show-all = everybody there ever was
people-count = { $count ->
        [one] One person in this list
       *[other] { $count } people in this list
    }; { $of ->
        [one] one belongs
       *[other] { $of } belong
    } in all
people-none = Nobody on the roll is called that. A search looks at names, numbers, households and contacts.
people-number = Number
people-name = Name
people-phone = Telephone
people-email = E-mail
people-household = Household
people-note = Note
people-on-the-roll = Remarks
people-institution = institution
people-has-laptop = has a laptop
people-left = left on { $day }
people-twice = number given twice
people-witness = Witness
people-witness-hint = Who sees that they are entered on their behalf, by name or number. It may be left empty.
people-namesake = There is a { $name } already, number { $member }.
people-namesake-of = There is a { $name } already, number { $member }, household { $household }.
people-namesake-left = There was a { $name }, number { $member }, who left on { $day }.


## A spreadsheet

roster-how = In the spreadsheet, save the list as CSV. Its first line names the columns: a name, and if you like household, telephone, e-mail and note. Nothing is entered before you have seen what was found.
roster-file = The list
roster-workbook = This is a whole workbook. Open it in the spreadsheet, save the sheet as CSV, and choose that file.
roster-blank = There is nothing in this file.
roster-older = This file is not in UTF-8. It was read as Windows-1252, as older spreadsheets write: look whether the letters with accents are right.
roster-columns = Which column was taken for what
roster-two-columns = given name and family name together
roster-no-column = no column
roster-line = line { $line }
roster-troubles = { $count ->
        [one] One line cannot be used
       *[other] { $count } lines cannot be used
    }
roster-troubles-instead = Nobody is entered while a line cannot be used. Put it right in the spreadsheet or take it out, save, and choose the file again.
roster-because-no-name = There is no name in it.
roster-because-not-a-name = What stands for the name is no name: it is too long, or has signs that cannot be seen.
roster-because-not-a-line = It cannot be read as a line of the list.
roster-new = { $count ->
        [one] One person is new
       *[other] { $count } people are new
    }
roster-known = { $count ->
        [one] One is on the roll already, and is left as it is
       *[other] { $count } are on the roll already, and are left as they are
    }
roster-repeated = { $count ->
        [one] One line repeats another, and is left out
       *[other] { $count } lines repeat others, and are left out
    }
roster-nobody-new = Nobody in this list is new.
roster-do = { $count ->
        [0] Enter people
        [one] Enter one person
       *[other] Enter { $count } people
    }
roster-entered = { $count ->
        [one] One person is entered, number { $first }.
       *[other] { $count } people are entered, numbers { $first } to { $last }.
    }


## One member

member-lede = Member { $member }.
member-lede-institution = Member { $member }, an institution.
member-lede-left = Left on { $day }.
member-unknown = The number { $member } was given to nobody yet.
member-name-only = The card says the name and nothing else.
member-no-card = The card of this member is not here: it was struck, or has not arrived on this laptop. The number stays, and with it everything that was done under it.
member-change = Change the card
member-change-do = Put the new card in its place
member-change-hint = A new card takes the place of the old one, which is deleted on every laptop that hears of it.
member-change-seen = Neighbours see that the card of member { $member } was changed, and nothing of what it says.
member-changed = The new card stands; the old one is struck.
member-spoken-for = { $facilitate ->
        [0] { $laptop ->
            [yes] Only { $name }, or whoever facilitates, may change this card, strike it or enter that they left. Nobody facilitates now: do it on a laptop of theirs, or let a meeting ask somebody to facilitate.
           *[no] Only whoever facilitates may change this card, strike it or enter that { $name } left. Nobody does now: let a meeting ask somebody to facilitate.
        }
       *[other] { $laptop ->
            [yes] Only { $name }, or whoever facilitates, may change this card, strike it or enter that they left. Do it on a laptop of theirs, or ask { $who }.
           *[no] Only whoever facilitates may change this card, strike it or enter that { $name } left. Ask { $who }.
        }
    }
member-laptops = Laptops
member-no-laptop = No laptop. They belong all the same: others enter for them, with a witness.
member-mandates = Mandates
member-term = From { $from } until { $until }
member-actions = What they were asked to do
member-due = By { $due }
member-done = done
member-open = not done yet
member-overdue = its day is past
member-asked-at = meeting of { $meeting }
member-history = What the book says
member-ends = Leaving, and striking the card
member-ends-hint = Leaving ends the membership and keeps the name in the assembly's memory. Striking the card deletes the name and contacts, and ends nothing.
member-leave = Enter that they left
member-leave-do = Enter that they left
member-leave-day = On which day
member-leave-hint = Number { $member } is not given to anybody else, and what they did stays in the book. Whoever comes back is entered anew, under a new number.
member-leave-laptop = Their laptop stays on the roll until it is taken off; that is an act of its own, which others sign.
member-left = It is entered that they left.
member-strike = Strike the card
member-strike-do = Strike the card for good
member-strike-gone = The name, telephone, e-mail, household and note are deleted here at once, and on every other laptop of the assembly as soon as it hears of it.
member-strike-stays = The number { $member } stays, and everything that was done under it. People will read “member { $member }” where the name stood.
member-strike-paper = Paper, and laptops or backups that never hear of it, keep what they have.
member-strike-for-good = It cannot be taken back. A new card can be written later.
member-struck = The card is struck.

happened-founded = Founded the assembly, as its first member.
happened-entered = { $witness ->
        [none] Entered on the roll.
       *[other] Entered on the roll; { $witness } saw it.
    }
happened-card = A new card took the place of an older one.
happened-struck = A card was struck.
happened-left = Left on { $day }.
happened-laptop = A laptop of theirs was admitted.
happened-paper = A paper recovery card of theirs was admitted.
happened-removed = A laptop of theirs was taken off the roll: { $reason }
happened-paper-removed = A paper recovery card of theirs was taken off the roll: { $reason }

twice-title = Number { $member } was given twice
twice-hint = Two laptops entered people before they had met, and both gave the number { $member }. One of them is entered again under the next number; the other keeps this one.
twice-one-hint = Two laptops gave the number { $member } before they had met, and the cards have one name. Say whether that is one person whom both entered, or two people who share a name.
twice-missing = Not every card of this number is here: one was struck, or has not arrived.
twice-do = Enter { $name } again
twice-done = { $name } has a number of their own now.
twice-two-title = Are they two people?
twice-one-title = Or is it one person?
twice-one-stays = One of the two cards stays, the same on every laptop. What only the other said can be written on it afterwards.
twice-one-do = Keep one card
twice-one-done = One card stands; the other is struck.
