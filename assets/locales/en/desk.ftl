# What the desk says in English: the principles, the refusals of every institution, and the troubles of a home.
# A refusal says what is refused and why; its attribute says what to do instead. Codes and facts are the heart's.


# Between several things in a row.
list-comma = {", "}
# Between members that are said by name and number.
list-between = {"; "}


## The seven principles of the founding documents

principle-P1 = What one town's assembly can decide stays with that assembly.
principle-P2 = There is no central authority: coordination rotates and never commands.
principle-P3 = Delegates carry their assembly's instructions and can be recalled at any time.
principle-P4 = No town is bound to an action that it refused.
principle-P5 = What a town works out is published, so that any town can read and copy it.
principle-P6 = Power is spread on purpose: delegations keep parity, care work is valued, and no leader gathers it.
principle-P7 = Joining and leaving are free, and nobody is punished for going.


## The law of what counts

refusal-chain-broken = This entry does not follow the last one that its laptop wrote.
    .instead = Take in everything that others have from this laptop, then write the act again. If an entry stays lost, ask the assembly to admit the laptop with a new key.
refusal-wrong-place = This entry is filed where acts of its kind do not belong.
    .instead = Write the act again and let Folkmoot file it. If it happens again, bring help.
refusal-not-founded = The founding of this assembly does not come before this entry, so there is nothing yet to act in.
    .instead = Found the assembly first, or take in a bundle that holds its founding.
refusal-second-founding = This assembly is founded already, and that happens only once.
    .instead = Act in the assembly as it stands, or found another one of its own.
refusal-not-on-the-roll = This laptop was never admitted to the roll, so nothing that it writes here counts. Its key is { $device }.
    .instead = Ask someone on the roll for an invite; the laptop is in once more than half of the roll has signed.
refusal-removed = This key was taken off the roll, so nothing that it signs from now on counts. The key is { $device }.
    .instead = Ask the assembly to invite this laptop anew, and answer the invite here: it gets a new key, for one that was removed never returns. What was written honestly before can be ratified.
refusal-paper-card = A paper recovery card may only sign and act on the roll.
    .instead = Admit a laptop with the card, then do this from that laptop.
refusal-own-fork = This laptop has written two different entries after the same one, so nothing more from it can count.
    .instead = Ask the others to take this key off the roll and to invite this laptop anew, and answer the invite here: it gets a new key. They can ratify what was written honestly.
refusal-signed-own-removal = This laptop signed its own removal, so it can sign and bring nothing binding any more.
    .instead = Leave it to the others on the roll, or ask them to admit you with a new key.
refusal-nothing-to-sign = There is nothing to sign: the act has not arrived here, or it needs no signatures. The act is { $act }.
    .instead = Take in what others have, then sign one of the acts that wait for signatures.
refusal-signs-void = This act is void, and no signature can make it count. The act is { $act }.
    .instead = Read why it is void, write a new act that the rule allows, and sign that one.
refusal-signed-before = This laptop has signed this act already. The act is { $act }.
    .instead = Ask other members with a laptop on the roll to sign; each of them counts once.
refusal-signer-too-new = This laptop came onto the roll after the act was written, so it cannot sign it. The act is { $act }.
    .instead = Write the act again, and everyone on the roll today can sign it.
refusal-stale-removal = This removal leaves out something that the removed key signed and that you have seen. The removal is { $act }.
    .instead = Write the removal again from this laptop, which has seen it all, and let the others sign the new one.
refusal-cut-unseen = The last entries that should stand have not arrived here, or somebody else wrote them.
    .instead = Name entries of theirs that are here, or name none: then everything that you have seen stands.
refusal-nothing-to-ratify = There is nothing to ratify: the act has not arrived here, is void, or is one that people sign. The act is { $act }.
    .instead = Take in what others have, then ratify a contested entry. An act that waits for signatures is signed, not ratified.
refusal-duty-not-held = Member { $member } does not hold { $duty ->
        [board] a seat on the board
       *[other] the duty of { $duty }
    }: it was never given to them, was recalled, or the term is over.
    .instead = Ask someone who holds it, or let the assembly decide to give it until a named day.


## The roll

refusal-no-words = { $field ->
        [name] An assembly needs a name.
        [reason] Taking a key off the roll needs a reason.
       *[other] Something here is left without words: { $field }.
    }
    .instead = { $field ->
        [name] Give it the name by which people know it.
        [reason] Say in a sentence why, so that everyone who signs knows what they sign.
       *[other] Fill it in and try again.
    }
refusal-roll-too-long = This is too long: { $field ->
        [name] the name of an assembly has at most { $most } characters.
        [place] where it meets is said in at most { $most } characters.
       *[other] a key has at most { $most } characters.
    }
    .instead = { $field ->
        [key] Ask the laptop for its code again, and copy the whole of it and no more.
       *[other] Say it in fewer words: every town that hears of this one keeps it.
    }
refusal-enrols-too-few-or-many = One act enters between 1 and { $most } members; this one has { $members }.
    .instead = Enter at least one person, and split a longer list into several acts.
refusal-number-given = The number { $member } cannot be given: every member has a number of their own, and none is given twice.
    .instead = Use { $free }, the next free number.
refusal-not-a-member = Member { $member } is not on the roll, or has left.
    .instead = Look up the number among the members, or enter the person first.
refusal-own-witness = Member { $member } is entering this and cannot be the witness too.
    .instead = Name another member who saw it, or leave the witness out.
refusal-of-another = Only member { $member } can say this, or whoever facilitates.
    .instead = Enter it on a laptop of that member, or ask the facilitator to do it for them.
refusal-not-their-card = This card cannot be replaced: it does not stand for member { $member }, or the new card is the same one.
    .instead = Open the member's card that stands today and replace that one with a different card.
refusal-key-known = This key is on the roll, or was taken off it, and a key comes onto the roll only once. The key is { $device }.
    .instead = Make a new request on the laptop: it draws a new key, and that one can be admitted.
refusal-device-unknown = No laptop or card with this key is on the roll. The key is { $device }.
    .instead = Choose it from the roll. If it was removed already, nothing is left to do.
refusal-quorum-out-of-reach = { $k } { $k ->
        [one] signature
       *[other] signatures
    } cannot be asked for: { $holders ->
        [one] one member has
       *[other] { $holders } members have
    } a laptop on the roll.
    .instead = { $holders ->
        [one] Ask for one signature, or admit more laptops first.
       *[other] Choose a number from 1 to { $holders }, or admit more laptops first.
    }
refusal-quorum-out-of-turn = This change to the number of signers does not follow the last one.
    .instead = Look at the number that holds today, then file the change as number { $next }.


## The charter

refusal-charter-without-decision = No adopted decision stands behind this charter or amendment. The decision named is { $decision }.
    .instead = Put it to a meeting as a motion, and name the decision once it is adopted.
refusal-charter-stands = This assembly has a charter, and a charter is adopted only once.
    .instead = Amend it: set clauses anew, add some or drop some.
refusal-no-charter = There is no charter yet that could be amended.
    .instead = Adopt a first charter, with a title and at least one clause.
refusal-charter-says-nothing = This charter or amendment says nothing.
    .instead = Give a charter a title and at least one clause; let an amendment set or drop a clause, or change a number.
refusal-clause-id = “{ $clause }” cannot name a clause, or names two at once.
    .instead = Give each clause one name of its own, in small letters, digits and hyphens, like right-of-exit.
refusal-clause-empty = The clause “{ $clause }” has no words.
    .instead = Write what it says, or leave it out.
refusal-clause-unknown = The charter has no clause “{ $clause }” to drop.
    .instead = Look up the clause's name in the charter as it stands today.
refusal-setting-out-of-range = { $setting ->
        [quorum] The percentage of members who must be present cannot lie outside { $least } to { $most }.
        [seats] The number of delegates to a body cannot lie outside { $least } to { $most }.
        [report_days] The days that a delegate has to report back cannot lie outside { $least } to { $most }.
        [quiet_days] The days for which the town may be quiet at a time cannot lie outside { $least } to { $most }.
       *[other] The number for { $setting } cannot lie outside { $least } to { $most }.
    }
    .instead = Choose a number from { $least } to { $most }.


## The minutes

refusal-meeting-called = Meeting { $meeting } has been called already.
    .instead = Open the one that was called. For a second meeting that day, add a letter to its name, like 2027-03-03-b.
refusal-meeting-not-called = Meeting { $meeting } has not been called.
    .instead = Call it first, with the place where it meets.
refusal-meeting-not-open = Meeting { $meeting } is not open yet.
    .instead = Open it with the number of members present, then go on.
refusal-meeting-opened = Meeting { $meeting } is open already.
    .instead = To change how many are present, count them anew.
refusal-meeting-closed = Meeting { $meeting } is closed, and nothing more happens in it.
    .instead = Correct an entry if it is wrong; for anything new, call another meeting.
refusal-minutes-sealed = The minutes of meeting { $meeting } are sealed and stay as they are.
    .instead = Enter a correction beside the entry that is wrong.
refusal-meeting-not-closed = Meeting { $meeting } is not closed yet, so its minutes can be neither adopted nor sealed.
    .instead = Close the meeting, let enough holders sign that, then go on.
refusal-nobody-present = A meeting of nobody cannot be opened.
    .instead = Count the members in the hall, with or without a laptop, and open it with that number.
refusal-meeting-without-words = { $field ->
        [place] The meeting is called without a place.
        [title] The motion or agenda item has no title.
        [text] What it should say is left empty.
        [what] Somebody is asked to do something, but not what.
       *[other] Something in the minutes is left without words: { $field }.
    }
    .instead = { $field ->
        [place] Say where people meet.
        [title] Give it a short title that can be read out.
        [text] Write it down as the hall heard it.
        [what] Say in a sentence what there is to do.
       *[other] Fill it in and try again.
    }
refusal-paper-witness = Member { $member } cannot be the witness for this meeting on paper: a witness is a member, and not the one who enters it.
    .instead = Ask another member to read the paper, and name that member.
refusal-minutes-not-a-member = Member { $member } is not on the roll, or has left.
    .instead = Look up the number among the members, enter the person first, or leave the name out.
refusal-motion-unknown = This meeting has no such motion. The motion named is { $motion }.
    .instead = Move it in this meeting, then decide it. A motion from an earlier meeting is moved again.
refusal-motion-settled = This motion is settled: it is decision { $number }. The motion is { $motion }.
    .instead = To change what was decided, put a new motion.
refusal-motion-withdrawn = This motion was taken back, so there is nothing to settle. The motion is { $motion }.
    .instead = Put it again, if the hall wants it after all.
refusal-decision-number = Decisions are numbered one after another, and this number is not the next.
    .instead = Enter it as decision { $next }.
refusal-meeting-number = Meetings are numbered one after another as they close, and this number is not the next.
    .instead = Close it as meeting number { $next }.
refusal-more-answers-than-people = { $answers } { $answers ->
        [one] answer was
       *[other] answers were
    } counted, but { $present ->
        [0] nobody is
        [one] only one member is
       *[other] only { $present } members are
    } present.
    .instead = Count the answers again, or count anew who is present.
refusal-outcome-does-not-follow = { $answer ->
        [adopted] By what the hall answered, the motion is adopted, not rejected.
        [rejected] By what the hall answered, the motion is rejected, not adopted.
       *[other] The outcome does not follow from what the hall answered, which comes to: { $answer }.
    }
    .instead = Enter the outcome that follows from the answer, correct the count, or put the motion off.
refusal-other-method = The charter settles motions by { $method ->
        [consent] consent
        [majority] majority
        [two-thirds] two thirds
       *[other] { $method }
    }, and this one was answered in another way.
    .instead = Ask the hall again by { $method ->
        [consent] consent
        [majority] majority
        [two-thirds] two thirds
       *[other] { $method }
    }, or amend the charter first.
refusal-quorum-missing = { $present ->
        [0] Nobody is
        [one] One member is
       *[other] { $present } members are
    } present, and the charter asks for { $needed } to decide.
    .instead = Wait for more members and count anew who is present, or move it again at the next meeting.
refusal-entry-unknown = These minutes have no such entry to correct. The entry named is { $act }.
    .instead = Choose the entry from the minutes of the meeting in which it stands.
refusal-action-unknown = This meeting asked nobody to do that. The action named is { $action }.
    .instead = Choose it from the list of actions, under the meeting that asked.
refusal-minutes-without-decision = No adopted decision stands behind this. The decision named is { $decision }.
    .instead = Let a meeting decide it first, then name that decision.
refusal-not-adopted = The minutes of meeting { $meeting } have not been adopted, so they cannot be sealed.
    .instead = Read them out at a meeting, let it adopt them by a decision, then seal them.
refusal-other-digest = The seal was made for other entries than the minutes of meeting { $meeting } hold here.
    .instead = Take in what others have, read the minutes again, and seal them as they stand.


## The mandates

refusal-mandate-without-decision = No adopted decision stands behind this mandate or recall. The decision named is { $decision }.
    .instead = Let a meeting decide it first, then name that decision.
refusal-mandate-not-a-member = Member { $member } is not on the roll, or has left, and cannot be given a duty.
    .instead = Look up the number among the members, or enter the person first.
refusal-term-backwards = The term would end on { $until }, before it begins on { $from }.
    .instead = Choose a last day on or after the first.
refusal-delegate-uninstructed = A delegate needs a body to speak at and at least one instruction.
    .instead = Name the body, and write what the assembly wants there and how far the delegate may go.
refusal-instruction-empty = An instruction leaves out its matter, what the assembly wants, or the limits it speaks of.
    .instead = Write all of them down, so that the delegate never has to guess.
refusal-seats-taken = Every seat at { $body } is held for that time: the charter gives each town { $seats ->
        [one] one seat
       *[other] { $seats } seats
    }.
    .instead = Recall a delegate, wait until a term is over, or choose a time when a seat is free.
refusal-already-held = Member { $member } holds { $duty ->
        [board] a seat on the board
       *[other] the duty of { $duty }
    } for some of that time already.
    .instead = Let the new term begin after the last day of the old one, or recall the old mandate first.
refusal-keeps-no-accounts = { $duty ->
        [board] A seat on the board
       *[other] The duty of { $duty }
    } names no accounts; only a treasurer’s mandate may.
    .instead = Name no accounts, or ask the member to be treasurer.
refusal-keeps-too-many-accounts = The mandate names { $accounts } accounts, and no mandate names more than { $most }.
    .instead = Name an account above them, which stands for all below it, or leave them out: then it is for the whole ledger.
refusal-keeps-no-account = “{ $account }” cannot name an account.
    .instead = Begin with assets, income, expenses or equity and go on after a colon, like assets:water.
refusal-grant-unknown = There is no such mandate. The mandate named is { $grant }.
    .instead = Choose it from the list of mandates; if it is missing, take in what others have.
refusal-already-recalled = This mandate has been recalled already. The mandate is { $grant }.
    .instead = Nothing is left to do; to give the duty to someone else, grant a new mandate.
refusal-agreed-under-no-mandate = Nobody agrees to anything under this mandate from this laptop: it is no delegate's, it is over and no other is for the same body, or it is that of a delegate who has a laptop of their own. The mandate is { $grant }.
    .instead = Let the delegate write it down, and choose the mandate under which they spoke.
refusal-agreed-outside-term = On { $day } this mandate did not hold: it runs from { $from } until { $until }.
    .instead = Choose a day within the term, or the mandate that held on that day.
refusal-agreed-to-nothing = It does not say what was agreed to.
    .instead = Write it down in one sentence.
refusal-agreed-unknown = Nothing like that was agreed to here. What was named is { $agreed }.
    .instead = Choose it from what delegates agreed to; if it is missing, take in what others have.
refusal-report-by-its-delegate = Member { $member } is the delegate, and cannot say for the assembly that the report was heard.
    .instead = Let somebody else who heard it say so, on their laptop.
refusal-report-too-early = It was agreed to on { $agreed }, and cannot have been reported on { $day }.
    .instead = Choose the day on which the assembly heard the report.
refusal-miss-outside-meeting = Meeting { $meeting } is not open, and only a meeting records that no report came.
    .instead = Open a meeting, and record it there.
refusal-miss-too-early = On { $day } a report may still come: it is not late before the end of { $last }. Days that were declared quiet do not count.
    .instead = Wait for the report, or record it in a meeting after that day.


## The ledger

refusal-account-opened = The account { $account } is open already.
    .instead = Post to it, or open one under another name.
refusal-account-name = “{ $account }” cannot name an account.
    .instead = Begin with assets, income, expenses or equity and go on after a colon, like assets:store.
refusal-not-kept = The mandate is for { $keeps } alone, and this writes in { $account }.
    .instead = Let whoever keeps { $account } write it, or let the assembly decide on a mandate that names all of these accounts.
refusal-kept-apart = { $accounts } are kept by several mandates, and no one of them is for all.
    .instead = Record each part by itself, or let the assembly decide on one mandate that names them all.
refusal-no-debts = “{ $account }” would hold debts, and towns keep no debts to or from anyone.
    .instead = Record what came in and what went out; a promise to give belongs in a pledge, not in the ledger.
refusal-account-unknown = The account { $account } has not been opened.
    .instead = Open it first, or choose one of the open accounts.
refusal-unbalanced = The lines do not come to nothing: together they leave { $sum } { $commodity }.
    .instead = Say for all of the { $commodity } where it came from and where it went. Each commodity is balanced on its own.
refusal-lines = { $lines ->
        [0] This entry names nothing: no lines, no accounts or no amounts.
        [one] One line is not enough for a transaction.
       *[other] { $lines } lines are too many for one transaction.
    }
    .instead = { $lines ->
        [0] Give a transaction at least two lines, a budget its accounts and amounts, and a closing its accounts.
        [one] Add the line that says where it came from or where it went.
       *[other] Split it into several transactions.
    }
refusal-empty-line = The amount for “{ $account }” is zero, or below zero where only more than nothing makes sense.
    .instead = Put in an amount, or leave it out.
refusal-ledger-without-words = { $field ->
        [name] The budget has no name.
        [commodity] An amount does not say of what.
        [text] The transaction does not say what happened.
        [reason] The transaction is taken back without a reason.
       *[other] Something in the ledger is left without words: { $field }.
    }
    .instead = { $field ->
        [name] Give it the name by which people will ask for it.
        [commodity] Name the commodity, like EUR, kg flour or h.
        [text] Write what came or went, and from whom or to whom.
        [reason] Say in a sentence what was wrong.
       *[other] Fill it in and try again.
    }
refusal-account-closed = The account { $account } is closed up to { $until }, and this day does not lie after it.
    .instead = Record it on a day after { $until }, and say in its words when it really happened.
refusal-ledger-without-decision = No adopted decision stands behind this. The decision named is { $decision }.
    .instead = Let a meeting decide it first, then name that decision.
refusal-budget-unknown = There is no such budget. The budget named is { $budget }.
    .instead = Choose one from the list of budgets, or name the decision that allows this.
refusal-budget-over = The budget “{ $name }” ended on { $until }, before this day.
    .instead = Name a budget that still runs, or the decision that allows this.
refusal-outside-budget = The budget “{ $name }” does not allow { $commodity } for { $account }.
    .instead = Post to an account and commodity that it names, or ask the assembly for a decision.
refusal-budget-spent = This is more than the budget “{ $name }” has left: { $left } { $commodity }.
    .instead = Spend less, or ask the assembly for a decision or a larger budget.
refusal-transaction-unknown = There is no such transaction to take back. The transaction named is { $transaction }.
    .instead = Choose it from the journal; if it is missing, take in what others have.
refusal-already-reversed = This transaction has been taken back already. The transaction is { $transaction }.
    .instead = If that was a mistake, record the transaction anew.
refusal-count-differs = { $counted } { $commodity } was counted in { $account }, but the ledger says { $balance }.
    .instead = Count again. If the count stands, record the difference in the ledger and say why, then close.
refusal-not-counted = The count of { $commodity } in { $account } is missing or stands twice, or the account is not among those that are closed.
    .instead = Count everything in each account that is closed once, and nothing in any other.


## The people's cards

refusal-card-unknown = This card never stood for member { $member }.
    .instead = Open the member's card, and strike that one.
refusal-card-of-another = This is a card of member { $member }, and only they, or whoever facilitates, may strike it.
    .instead = Strike it from that member's own laptop, or ask the facilitator to do it for them.
refusal-card-struck = This card of member { $member } has been struck already.
    .instead = Nothing is left to do: every laptop that hears of it deletes the name and contacts behind it.


## The floor

refusal-floor-not-called = Meeting { $meeting } has not been called.
    .instead = Call it first, with the place where it meets; then write down who comes and what is said.
refusal-floor-not-a-member = Member { $member } is not on the roll, or has left.
    .instead = Look up the number among the members, or enter the person first.
refusal-floor-nothing = This writes down nothing: nobody came or left, or no words were said.
    .instead = Name who came or left, or write what was said.
refusal-floor-own-witness = Member { $member } writes this down, and so cannot be the witness of it.
    .instead = Name another member who was in the hall and saw it.
refusal-floor-motion-unknown = This meeting has no such motion to object to. The motion named is { $motion }.
    .instead = Choose the motion from this meeting's minutes, or move it first.


## The drafts

refusal-draft-without-title = A draft needs a title.
    .instead = Write down what the text is to be called.
refusal-draft-unknown = There is no such draft here. The draft named is { $draft }.
    .instead = Choose it from the list of drafts; if it is missing, take in what others have.
refusal-draft-closed = The work on this draft has ended, and its text is frozen. The draft is { $draft }.
    .instead = Open a new draft that begins with this text, and go on in that one.
refusal-draft-nothing = This types nothing and deletes nothing.
    .instead = Type something, or leave the draft as it is.
refusal-draft-too-much = This is too much at once: { $field ->
        [title] a title has at most { $most } characters.
        [about] a word on what the draft is to become has at most { $most } characters.
        [text] one entry types and deletes at most { $most } characters.
        [runs] one entry changes at most { $most } places.
       *[other] one entry follows at most { $most } others.
    }
    .instead = Do it in several steps.
refusal-draft-full = So much was typed in this draft that it would open slowly. The draft is { $draft }.
    .instead = Close it, and open a new draft that begins with its text.
refusal-draft-follows = This does not say rightly which text it changes, or leaves out what this laptop typed last. The draft is { $draft }.
    .instead = Type in the draft as it is shown now, and let Folkmoot write down what it follows.
refusal-draft-not-carried = The act that is to carry this text is not here, or does not name the draft. The act is { $act }.
    .instead = Put the motion or amend the charter from the draft first, or close the draft without an act.

## Invites and neighbours

refusal-invite-made = This invite was made known before. The invite is { $invite }.
    .instead = Make a new invite: each has a secret of its own.
refusal-invite-unknown = There is no such invite here, or it is not for this. The invite is { $invite }.
    .instead = Let the laptop that made the invite hear the answer, or take in what that laptop has written first.
refusal-invite-taken-back = This invite was taken back. It is { $invite }.
    .instead = Make a new invite if they are still welcome.
refusal-invite-answered = This invite was used up before: each lets in one town or one laptop, once. It is { $invite }.
    .instead = Make a new invite for these. If nobody else should have had the old one, take it back.
refusal-invite-for-nobody = Number { $member } is no member, so there is no laptop of theirs to invite.
    .instead = Enter the person as a member first, or choose the right number.
refusal-neighbour-itself = An assembly is not its own neighbour.
    .instead = Choose another town. To bring another laptop into this assembly, make an invite for a laptop.
refusal-neighbour-not = This town is no neighbour, or became one by other acts than those that are named. The town is { $town }.
    .instead = Look which towns are neighbours now, and let Folkmoot write down how this one came.
refusal-neighbour-too-long = This is too long: { $field ->
        [name] the name of a town has at most { $most } characters.
        [code] a code has at most { $most } characters.
       *[other] a key has at most { $most } characters.
    }
    .instead = Ask for the code again, and copy the whole of it and no more.

## Witnesses

refusal-witness-itself = A town is not its own witness: that others co-sign is what makes a seal strong.
    .instead = Carry what is sealed to a neighbour, and let its people co-sign.
refusal-witness-form = A co-signature says what it saw, in order: { $field ->
        [head] of where that book stood, at least one line and at most { $most }.
       *[sealed] at most { $most } seals and closings.
    }
    .instead = Let Folkmoot write down what is co-signed; where much waits, do it in several steps.
refusal-cosigned-before = This town has co-signed that before. The act is { $act }.
    .instead = Look what waits to be co-signed: it is what was sealed since last time.
refusal-cosign-follows = This does not name what this town co-signed last for the other one, which is { $town }.
    .instead = Look again what waits to be co-signed: another laptop of this town may have co-signed meanwhile.
refusal-cosign-not-extending = This book does not go on from the one that this town co-signed last: a line of it is shorter, or ends otherwise. The laptop is { $device } of the town { $town }.
    .instead = If this laptop has heard less than the one that co-signed last, meet that one first. If not, the other town shows two books: compare with your neighbours what each was shown.
refusal-cosign-uncounted = There is no seal and no closing that counts in the book of that town, or it is of something else. The act is { $act }.
    .instead = Co-sign what counts there. If it waits for signatures of that town, co-sign it once they have signed.
refusal-cosign-unheld = This is not the book of that town as it is held here, or it leaves out what is co-signed. The town is { $town }.
    .instead = Take in what that town has written, and let Folkmoot write down where its book stands.

## Sealed things

refusal-sealed-form = This is not sealed: everybody in the assembly could read it.
    .instead = Let Folkmoot seal it: say for whom it is, and what.
refusal-sealed-too-long = This is too long to be sealed at once: at most { $most } letters.
    .instead = Say it in several entries.

## Notes of one's own

refusal-note-nothing = There are no words in this note.
    .instead = Write what you want to remember.
refusal-note-not-called = Meeting { $meeting } was never called, so nothing can be noted about it.
    .instead = Look which meetings there are, or write the note without a meeting.
refusal-note-gone = There is no such note of yours any more: it was put away or written anew, or it is not yours.
    .instead = Look at your notes, and take the one that stands.

## Quiet

refusal-quiet-without-decision = No adopted decision stands behind this quiet. The decision named is { $decision }.
    .instead = Let a meeting decide it first, then name that decision.
refusal-quiet-decision-used = This decision has declared a quiet period already. The decision is { $decision }.
    .instead = Let a meeting decide about the next one.
refusal-quiet-before-decision = The quiet would begin on { $from }, and the meeting that decided it was on { $decided }: nothing is put off afterwards.
    .instead = Let it begin on the day of the meeting or later.
refusal-quiet-backwards = The quiet would end on { $until }, before it begins on { $from }.
    .instead = Choose a last day on or after the first.
refusal-quiet-too-long = The town would be quiet for { $days } days at a time, with what comes right before and after; the charter allows { $most }.
    .instead = Choose a shorter time, or leave a day between two; the charter can be amended.
refusal-quiet-unknown = No such quiet was declared. What was named is { $quiet }.
    .instead = Choose it from what was declared; if it is missing, take in what others have.
refusal-quiet-not-sooner = The quiet goes from { $from } until { $until }, and { $day } does not end it sooner.
    .instead = Choose a day in it and before its last; to go on longer, let a meeting decide it.

## Troubles of the desk

trouble-not-an-act = This cannot be read as an act: { $why }.
    .instead = Mend what is named and try again.
trouble-unknown-kind = This Folkmoot knows no act called “{ $kind }”.
    .instead = Look for a typing slip in the name, or update Folkmoot.
trouble-no-acts = There is no act here to do.
    .instead = Give one act, or a list of acts.
trouble-act-too-large = The act is too large or too deeply nested to be filed: { $why }.
    .instead = Split it into several acts, and put long papers beside it as files.
trouble-no-pen = This home only reads what this assembly writes; it cannot write for it. The assembly is { $assembly }.
    .instead = Ask someone on its roll for an invite, or choose the assembly that you belong to.
trouble-not-admitted-yet = This laptop asked to join the assembly and is not on its roll yet. The assembly is { $assembly }.
    .instead = Hand over your request, wait for the signatures, and take in the bundle that brings them back.
trouble-restored-unheard = This home was restored from a backup and has not met anybody since, so others may hold newer entries of yours.
    .instead = Meet another laptop of your assembly, or take in a bundle that it packs for your assembly now, then write. Where yours is the only one, a neighbouring town’s will do; where you are its only holder, your recovery card.
trouble-written-elsewhere = Entries have come that were signed with this laptop's key and not written on this laptop, so it writes nothing more with that key.
    .instead = If you brought back an older copy of this book, say so on the first page (on the command line: folkmoot device brought-back), and meet another laptop of your assembly. If not, somebody has a copy of it: ask the others to invite this laptop anew, and to take this key off the roll once the new one is admitted.
trouble-not-stopped = The key of this laptop was not stopped, or writes no more for another reason.
    .instead = Look at the first page: it says whether this laptop writes, and if not, why.
trouble-nothing-here = Nothing of this assembly has arrived here. The assembly is { $assembly }.
    .instead = Take in a bundle that holds its record.
trouble-no-assembly = No assembly was founded or joined in this home.
    .instead = Found one, answer an invite, or take in a bundle.
trouble-which-assembly = Several assemblies could be meant: { $names }.
    .instead = Say which one, by its name or the first letters of its id.
trouble-unknown-assembly = No assembly here is called “{ $asked }”.
    .instead = Look at the list of towns, or take in a bundle that holds its record.
trouble-founded-here = This home writes for “{ $name }” already.
    .instead = Act in it as it stands, or choose another name for a new assembly.
trouble-inviter-unknown = The laptop that this code comes from is not on the roll of “{ $name }” as it stands here.
    .instead = It may be newer than what is here: take in a bundle of that town first, and try again. If it is refused then too, ask somebody whose laptop is on the roll for a code.
trouble-own-invite = This code was made on this laptop itself.
    .instead = Ask somebody else on the roll for an invite; where there is nobody else, give the code of your recovery card.
trouble-unknown-view = There is no view called “{ $asked }”.
    .instead = Choose one from the list of views.
trouble-view-arguments = The view “{ $view }” needs to know more: { $usage }.
    .instead = Ask again as { $view } { $usage }.
trouble-not-as-of = The view “{ $view }” shows how things stand now and knows no other day.
    .instead = Ask it without a day. These views show how things stood on a day: { $dated }.
trouble-which-card = Number { $member } stands for several people: { $names }.
    .instead = Name the one who is to be entered again under a new number.
trouble-not-in-the-book = The book has no { $what } “{ $asked }”.
    .instead = Look for it in its list; if it is missing there, take in what others have.
trouble-ambiguous = “{ $asked }” could mean several entries.
    .instead = Give more letters of the id, or the number.
trouble-no-such-act = This act has not arrived here. The act is { $act }.
    .instead = Take in what others have, then look again.
trouble-key-laid-down = This act admits a key that this laptop had and laid down: it writes with another, and nobody could write with that one. The act is { $act }.
    .instead = Leave it unsigned, and tell whoever else would sign it.
trouble-not-by-code = This act cannot be shown as a code: it is too long for one, or it is not for everyone to read. The act is { $act }.
    .instead = Let the two laptops meet, or carry a bundle.
trouble-code-damaged = This code cannot be read: a letter is wrong or missing.
    .instead = Copy or scan it again, the whole of it.
trouble-code-of-another-kind = This is { $found ->
        [town] a town's code
        [device] an invite for a laptop
        [ask] a laptop's request to join
        [answer] a town's answer
        [acts] acts and signatures
       *[other] another kind of code ({ $found })
    }, and { $wanted ->
        [town] a town's code
        [device] an invite for a laptop
        [ask] a laptop's request to join
        [answer] a town's answer
        [acts] a code with acts
       *[other] one for something else ({ $wanted })
    } is needed here.
    .instead = Ask for { $wanted ->
        [town] the town's code
        [device] an invite
        [ask] the laptop's request
        [answer] the town's answer
        [acts] a code with acts
       *[other] the right code
    }, or use this one where it belongs.
trouble-code-spoken = This is the code of a recovery card itself, and whoever looks at this laptop can read the words of a command.
    .instead = Name the file that holds it, or write - and give it on standard input.
trouble-code-newer = This code was made by a newer Folkmoot.
    .instead = Update Folkmoot on this laptop, then use the code again.
trouble-not-invited = This does not answer an invite that this laptop has heard of.
    .instead = Make a new invite, and let the town or laptop answer that one.
trouble-invite-expired = This invite has run out.
    .instead = Ask for a new one. If it was made a few days ago, look whether this laptop's clock is right.
trouble-invite-revoked = This invite was taken back.
    .instead = Make a new invite if they are still welcome.
trouble-invite-used = This invite was answered by another before: each lets in one town or one laptop.
    .instead = Make a new invite for these. If nobody else should have had the old one, take it back.
trouble-letter-of-another = This letter is of another laptop than the one that brings it.
    .instead = Let the laptop that answered the invite bring it, or carry its code here by hand.
trouble-file = { $path } cannot be used: { $why }.
    .instead = See that the file is there, the stick is plugged in and you may use it, then try again.
trouble-file-there = { $path } is there already and is left as it is.
    .instead = Choose another name, or move that file away.
trouble-file-too-large = The file has { $size } bytes, and at most 10 MB can be kept.
    .instead = Make it smaller, by a smaller picture or fewer pages, and try again.
trouble-quiet = This home is quiet: nothing is opened, sent or announced.
    .instead = Carry a bundle on a stick, or end the quiet with folkmoot network --quiet no.
trouble-quiet-declared = Your assembly declared these days to be quiet, until { $until }: nothing is opened, sent or announced.
    .instead = Carry a bundle on a stick, or end the quiet sooner with folkmoot quiet end.
trouble-network = The network could not be used: { $text }.
    .instead = See whether a firewall or another program is in the way, or carry a bundle on a stick.
trouble-nobody-to-meet = No other laptop is known here that could be met.
    .instead = Join a town by its code (folkmoot town join CODE), or invite one (folkmoot town invite).
trouble-not-a-bundle = This file is not a bundle.
    .instead = Choose the file that the courier brought.
trouble-bundle-newer = This bundle was packed by a newer Folkmoot.
    .instead = Update Folkmoot on this laptop, then take the bundle in again.
trouble-bundle-damaged = The beginning of this bundle is damaged, so it cannot be opened. Nothing was taken in.
    .instead = Copy it again from where it came, or ask for it once more.
trouble-bundle-for-others = This file is sealed, and not for this laptop. Nothing was taken in.
    .instead = Open it on a laptop of the person who packed it; a laptop that came later needs a new one.
trouble-bundle-altered = This sealed file is not as it was packed, so none of it was taken in.
    .instead = Copy it again from where it came, or pack it once more.
trouble-not-asked-to-carry = { $count ->
        [0] The assembly asks somebody by mandate to carry what it says to other towns, and nobody holds that mandate now.
       *[other] The assembly has asked others to carry what it says to other towns: { $couriers }.
    }
    .instead = Let them pack it, or say that you pack it all the same. For the laptops of your own assembly alone anybody packs.
trouble-no-other-laptop = No other laptop of yours is on the roll that one of yours let in, so there is nobody to seal this to.
    .instead = Bring your other laptop into the assembly first; where others did that for you, sign its admission.
trouble-nobody-to-seal-to = No laptop of this town is known here, so nothing can be sealed for its eyes. The town is { $assembly }.
    .instead = Take in a bundle from that town first, or pack an open bundle that anyone can read.
trouble-roster = { $lines ->
        [one] One line
       *[other] { $lines } lines
    } of the list cannot be used, so nobody was entered.
    .instead = Mend the lines that the preview marks, then bring the list in again.
trouble-roster-columns = The list has no column of names. Its first line is: { $header }
    .instead = Save it as a table whose first line names the columns, one of them “name”.
trouble-home-not-here = There is no book at { $path }.
    .instead = Choose the folder or the backup in which the book lies.
trouble-home-not-a-book = { $path } is not a book of Folkmoot and is left as it is.
    .instead = Choose another folder or file.
trouble-home-newer = This book was written by a newer Folkmoot: { $why }.
    .instead = Update Folkmoot on this laptop; the book stays as it is until then.
trouble-home-no-access = { $path } cannot be opened or written.
    .instead = See that the folder is yours and the stick is not locked, then try again.
trouble-home-already-there = { $path } is there already and is left as it is.
    .instead = Choose an empty place, or move what is there away.
trouble-home-busy = Another program is writing in this book.
    .instead = Wait a moment and try again, or close the other Folkmoot.
trouble-home-io = The book cannot be read or written: { $why }.
    .instead = See that the disk or stick is still plugged in, make a backup, then try again.
trouble-home-damaged = Something that was kept here is damaged. What is sound stays as it is.
    .instead = Take in a bundle from others who hold the same record, or restore your last backup.
trouble-home-locked = A passphrase is needed here, and none was given.
    .instead = Type it in a terminal, or name a file that holds it (--passphrase-file FILE).
trouble-wrong-passphrase = That is not the passphrase. Nothing was opened or changed.
    .instead = Type it again, with an eye on capitals and the keyboard's language.
trouble-passphrase-too-short = A passphrase has at least { $least } characters, or it guards nothing.
    .instead = Take four or five words that nobody would put together.
trouble-passphrase-there = This book has a passphrase already and keeps it.
    .instead = Say the one that it has and the new one (folkmoot passphrase change).
trouble-no-passphrase = This book has no passphrase that could be changed or taken off.
    .instead = Set one (folkmoot passphrase set).
trouble-passphrases-differ = The two are not the same, so nothing was changed.
    .instead = Type the new passphrase twice, both times alike.
trouble-home-in-use = This book is open in another program, so its passphrase stays as it is.
    .instead = Close the other Folkmoot, or stop what serves this book, then try again.
trouble-disk-full = The disk is full, so nothing was written.
    .instead = Make room on the disk, then try again.
trouble-ours = Something went wrong inside Folkmoot, and nothing was half done: { $why }.
    .instead = Try again. If it comes back, write these words down and bring help.

trouble-too-short = “{ $asked }” is too short to look for.
    .instead = Give at least the first four letters of the id.
trouble-after-today = { $day } has not come yet: this laptop's clock says { $today }.
    .instead = If the day is a slip of the hand, give the right one; if it is meant, say --ahead.
trouble-not-more-than-nothing = { $quantity } is not more than nothing.
    .instead = Say how much moved, without a sign: “ledger in” for what came in, “ledger out” for what went out, “ledger reverse” to take an entry back.
trouble-not-a-name = “{ $name }” is not a name.
    .instead = Give the name by which people know them, without line breaks or other signs that cannot be seen.
trouble-charter-text = Line { $line } would stand nowhere in the charter: “{ $text }”.
    .instead = Begin with a line “# Title”, and put a line “## Heading” above each clause.
trouble-no-such-place = The text has { $length } characters, and this reaches past its end.
    .instead = Count from 0 in the text as the draft shows it now.
trouble-airlock-shut = What others typed is tried out in a process of its own first, and none could be started: { $why }.
    .instead = Everything else works. Close other programs, start Folkmoot again, and open the draft once more.
trouble-harmful-draft = What tried this draft out came to harm, so it is not opened. All of it is kept. The draft is { $act }.
    .instead = Begin another draft with the words that you need, and show this one to whoever looks after Folkmoot.
trouble-which-motion = More than one motion waits for its decision: { $motions }.
    .instead = Name the one that the hall has settled, by the first letters of its id.


## What whoever signs is told first, on the command line
## A fact that is not there is told as 0. What others wrote stands at the end of a line.

signing-who = { $name } (member { $member })
signing-member = member { $member }
signing-stranger = somebody who is not on the roll
signing-missing = { $id }, which has not arrived here
signing-newer = something that a newer Folkmoot wrote: { $kind }
signing-entry = { $id } of { $who }, { $says }
signing-amount = { $account } { $quantity } { $commodity }
signing-nothing = Nothing waits for signatures.

signing-filed = { $id }, filed by { $who }: { $says }
signing-have = It has { $have } of { $needs } { $needs ->
        [one] signature
       *[other] signatures
    }{ $who ->
        [0] .
       *[other] : { $who }
    }
signing-not-counted = Signed too, without counting: { $who }
signing-apart = { $one } and { $other } are not counted together: one of them had signed to take the other's laptop off the roll.
signing-here = This laptop has signed it.
signing-not-asked = No laptop on the roll asks for this any more. Sign it only if the assembly wants it.
signing-words = Compare these words aloud with whoever has that laptop; if it shows others, do not sign: { $words }
signing-stands-heard = { $of ->
        [mandate] Of what was done under it
       *[laptop] Of what it wrote for everyone
    } all stands that { $who } had heard of when filing this.
signing-stands-nothing = { $of ->
        [mandate] Of what was done under it
       *[laptop] Of what it wrote for everyone
    } nothing stands.
signing-stands-up-to = { $of ->
        [mandate] Of what was done under it
       *[laptop] Of what it wrote for everyone
    }, only { $count ->
        [one] this and what came before it stands
       *[other] { $count } entries and what came before each stand, and this is one
    }: { $entry }
signing-inside = { $count ->
        [0] Of what it wrote inside the assembly nothing stands.
        [one] Of what it wrote inside the assembly the first entry stands.
       *[other] Of what it wrote inside the assembly the first { $count } entries stand.
    }
signing-inside-all = Of what it wrote inside the assembly all stands.
signing-until-now = Until now { $needs ->
        [one] one holder signs
       *[other] { $needs } holders sign
    } it.
signing-against = { $of ->
        [entry] Against that entry stands
       *[act] Against this stands
    }: { $what }
signing-unopposed = As far as this laptop knows, nothing stands against that entry any more.
signing-fork = different entries after one and the same, written by the laptop { $key } of { $who }
signing-fallen = it rests on what does not count: { $entry }
signing-decision = The decision behind it: { $entry }
signing-decision-not-counting = The decision behind it does not count: { $entry }
signing-instruction-fixed = They say this and no more, on { $on }: { $position }
signing-instruction-within = They may move within limits, on { $on }: { $position } (the limits: { $limits })
signing-instruction-ask-home = They ask home first, on { $on }: { $position }
signing-shown-as = Neighbours read another name for { $who }: { $name }
signing-no-terms = Terms that ended before { $day } are over with it; this laptop knows of none.
signing-term = A term that ended before { $day } is over with it: { $term }
signing-counted = { $lines ->
        [0] Nothing was counted.
       *[other] Counted: { $lines }
    }

signing-roll-found = the assembly is founded: { $name }
signing-roll-enrol = entered as members: { $who }
signing-roll-card = the card of { $who } is changed
signing-roll-leave = { $who } left on { $day }
signing-roll-admit = a laptop of { $who } comes onto the roll, with the key { $key }
signing-roll-admit-paper = a recovery card of { $who } comes onto the roll, with the key { $key }; whoever has that paper signs as { $who }
signing-roll-remove = the laptop { $key } of { $who } is taken off the roll for good; the reason given: { $reason }
signing-roll-remove-paper = the recovery card { $key } of { $who } is taken off the roll for good; the reason given: { $reason }
signing-roll-quorum = from now on { $k } { $k ->
        [one] holder signs
       *[other] holders sign
    } what is binding
signing-roll-sign = signs { $id }
signing-roll-ratify = a contested entry counts after all: { $entry }
signing-charter-adopt = the charter is adopted: { $title }
signing-charter-amend = the charter is amended, in these clauses: { $clauses }
signing-clause = The clause { $id }, { $heading }: { $text }
signing-clause-more = More of { $id }: { $text }
signing-dropped = These clauses are dropped: { $clauses }
signing-meeting-call = a meeting is called for { $meeting }, at { $place }
signing-meeting-item = put on the agenda of { $meeting }: { $title }
signing-meeting-open = the meeting of { $meeting } is opened, with { $present } present
signing-meeting-presence = { $present } are present at the meeting of { $meeting }
signing-meeting-move = moved at the meeting of { $meeting }: { $title }
signing-meeting-withdraw = a motion is taken back at the meeting of { $meeting }{ $title ->
        [0] {""}
       *[other] : { $title }
    }
signing-meeting-decide = decision { $number } of { $meeting }, { $outcome }{ $title ->
        [0] {""}
       *[other] : { $title }
    }
signing-adopted = adopted
signing-rejected = rejected
signing-deferred = put off
signing-meeting-correct = a correction in the minutes of { $meeting }: { $text }
signing-meeting-action = to be done by { $due }: { $what }
signing-meeting-done = it was done{ $what ->
        [0] {""}
       *[other] : { $what }
    }
signing-meeting-close = the meeting of { $meeting } is closed
signing-meeting-adopt = the minutes of { $meeting } are adopted
signing-meeting-seal = the minutes of { $meeting } are sealed; from then on they are only corrected
signing-mandate-grant = { $who } is { $duty } from { $from } until { $until }{ $accounts ->
        [0] {""}
       *[other] , for these accounts alone: { $accounts }
    }{ $body ->
        [0] {""}
       *[other] , at { $body }
    }
signing-mandate-recall = the mandate { $id } of { $who } as { $duty } is taken back{ $accounts ->
        [0] {""}
       *[other] , for these accounts alone: { $accounts }
    }{ $body ->
        [0] {""}
       *[other] , at { $body }
    }{ $reason ->
        [0] {""}
       *[other] ; the reason given: { $reason }
    }
signing-mandate-recall-missing = the mandate { $id } is taken back, which has not arrived here{ $reason ->
        [0] {""}
       *[other] ; the reason given: { $reason }
    }
signing-mandate-agree = on { $day } the delegate agreed: { $what }
signing-mandate-report = a delegate's report was heard on { $day }
signing-mandate-miss = the meeting of { $meeting } records that no report came in time
signing-duty-facilitator = facilitator
signing-duty-treasurer = treasurer
signing-duty-delegate = delegate
signing-duty-courier = courier
signing-duty-steward = steward
signing-duty-board = board member
signing-ledger-open = the account is opened: { $account }
signing-ledger-budget = a standing budget until { $until }, up to { $limits } for { $accounts }: { $name }
signing-ledger-post = on { $day }, { $lines }: { $text }
signing-ledger-reverse = the entry { $id } is taken back on { $day }: { $reason }
signing-ledger-close = closed until { $until }: { $accounts }
signing-people-strike = a card of { $who } is struck
signing-witness-cosign = what a neighbour sealed is co-signed: { $town }
signing-quiet-begin = the town is quiet from { $from } until { $until }
signing-quiet-end = the quiet ends on { $day }
signing-within = an entry inside the assembly
signing-binding = a binding act, which nobody ratifies

# The numbers that a charter may give.
number-method = { $value ->
        [consent] Motions are settled by consent.
        [majority] Motions are settled by a majority.
       *[two-thirds] Motions are settled by two thirds.
    }
number-quorum = At least { $value } % of the members must be present to decide.
number-seats = { $value ->
        [one] One delegate goes to each body outside.
       *[other] { $value } delegates go to each body outside.
    }
number-report_days = { $value ->
        [one] A delegate reports back within one day.
       *[other] A delegate reports back within { $value } days.
    }
number-quiet_days = { $value ->
        [one] The town may be quiet for one day at a time.
       *[other] The town may be quiet for { $value } days at a time.
    }
