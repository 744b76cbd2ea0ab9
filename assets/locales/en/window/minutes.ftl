## Meetings, decisions, and what somebody was asked to do

minutes-title = Meetings
minutes-lede = Where the assembly decides, face to face. What was decided stands here by number, and everything else goes back to it.
minutes-empty = A meeting is where members decide together, with a laptop in the hall or on paper. Its minutes say how many were present, what was moved and how the hall answered; later meetings adopt them and they are sealed.
minutes-shelf = Books of the assembly
minutes-meetings = Meetings
minutes-decisions = Decisions
minutes-actions = What was asked
minutes-all = All meetings
minutes-more = Show more ({ $left } left)
minutes-go = To the meetings
minutes-decisions-open = Open the register of decisions
minutes-actions-open = Open what was asked
minutes-decisions-lede = Every decision of the assembly by number, the latest first. None is ever taken out; a later one can say otherwise.
minutes-decisions-empty = A decision is what a meeting settled: adopted, rejected or put off, with how the hall answered. The first one is made when a meeting settles a motion.
minutes-actions-lede = What meetings asked somebody to do, by the day on which it is due.
minutes-actions-empty = A meeting can ask somebody to do something by a day. It is asked while the meeting is open, and stays here until somebody says that it was done.
minutes-actions-waiting = Still to be done
minutes-actions-none = Nothing is left to be done.
minutes-actions-done = Done
minutes-by-day = by { $day }
minutes-asked-at = meeting of { $meeting }

meeting-day-second = { $day } ({ $second })
meeting-number = meeting { $number }
meeting-present = { $present } present
meeting-decisions = { $count ->
        [0] no decisions
        [one] one decision
       *[other] { $count } decisions
    }
meeting-on-paper = held on paper
meeting-called-twice = Two laptops called this meeting at once; both calls stand below.
meeting-choose-entry = Choose an entry
meeting-may-be-empty = It may be left empty.
meeting-minutes = { $minutes } min


## A call

meeting-call = Call a meeting
meeting-call-do = Call meeting
meeting-enter-do = Enter meeting
meeting-called = The meeting is called.
meeting-day = Day
meeting-time = Time
meeting-time-hint = In your own words, like after milking.
meeting-place = Place
meeting-taken = A meeting is called for that day already.
meeting-second = Call a second one that day
meeting-second-hint = It will be called { $name }.
meeting-agenda = Agenda
meeting-agenda-hint = One matter a line, and how many minutes it may take. It can be left empty, and matters can be added later.
meeting-agenda-none = Nothing is on the agenda yet.
meeting-item-of = Matter { $number }
meeting-minutes-of = Minutes for matter { $number }
meeting-minutes-short = min
meeting-paper = It was held on paper
meeting-paper-hint = The minutes were written by hand and are entered now.
meeting-witness = Who else read the paper
meeting-witness-hint = A member other than you, who can say that it was so.


## What comes next at a meeting

step-open = The meeting is called. When people are in the hall, count them and open it.
step-move = The meeting is open. Put the next motion to the hall.
step-decide = The hall is to answer: { $motion }
step-close = Everything that was moved is answered. Close the meeting, or go on.
step-sign = This waits for signatures of other laptops: { $have } of { $need } have signed.
step-adopt = The meeting is over. A later meeting reads the minutes out and adopts them by a decision.
step-seal = The minutes are adopted. A seal fixes every entry in them.
step-none = The minutes are sealed and stay as they are. A mistake in them can still be corrected below its entry.

meeting-to-open = Open the meeting
meeting-to-count = Count again
meeting-to-item = Add to the agenda
meeting-to-move = Move a motion
meeting-to-decide = Decide the motion
meeting-to-withdraw = Take the motion back
meeting-to-action = Ask somebody
meeting-to-done = Mark as done
meeting-to-correct = Correct an entry
meeting-to-close = Close the meeting
meeting-to-adopt = Adopt the minutes
meeting-to-seal = Seal the minutes
seal-begins = Seal
meeting-to-sign = See who has signed
meeting-to-attend = Who came and left
meeting-to-object = Write an objection
meeting-to-note = Note something for the assembly


## The forms of an evening

meeting-how-many = How many members are present
meeting-how-many-hint = Everybody counts, with a laptop or without.
meeting-count-hint = By the latest count, { $present } are present.
meeting-open-do = Open meeting
meeting-opened = The meeting is open.
meeting-count-do = Record count
meeting-counted = The count is recorded.
meeting-item-title = What it is about
meeting-item-minutes = Minutes it may take
meeting-item-do = Add to agenda
meeting-item-done = It is on the agenda.
meeting-motion-title = Title
meeting-motion-text = What it says
meeting-motion-text-hint = Word for word, as it is read out. Left empty, the title says it all.
meeting-from-draft = From a draft
meeting-no-draft = No draft; it is written here
meeting-from-draft-hint = The draft is closed with it: what is moved is what the hall hears.
meeting-matter = What it is about
meeting-mover = Moved by
meeting-move-do = Move motion
meeting-moved = The motion is put to the hall.
meeting-withdraw-do = Take motion back
meeting-withdrawn = The motion is taken back.
meeting-answered = How the hall answers
meeting-outcome = So the motion is
meeting-review = Look at it again on
meeting-review-hint = It may be left empty.
meeting-decide-do = Record decision { $number }
meeting-decided = The decision is recorded.
meeting-action-what = What is to be done
meeting-action-who = By whom
meeting-action-due = By which day
meeting-action-carries = It carries out a decision
meeting-action-do = Ask
meeting-action-done = It is asked.
meeting-done-do = Record as done
meeting-done-done = It is recorded as done.
meeting-correct-entry = Entry
meeting-correct-hint = The entry stays as it is. What is right stands below it.
meeting-correct-text = What is right
meeting-correct-do = Record correction
meeting-corrected = The correction is recorded.
meeting-close-says = It is entered as meeting { $number } of the assembly. Nothing more can be moved or decided in it, and other holders of laptops may have to sign.
meeting-close-left = { $count ->
        [one] One motion has no answer yet
       *[other] { $count } motions have no answer yet
    }; it must be moved again at another meeting:
meeting-close-do = Close meeting
meeting-closed = The closing is recorded.
meeting-adopt-says = Read the minutes out at a later meeting and let it decide. Then name that decision here.
meeting-adopt-do = Adopt minutes
meeting-adopted = The minutes are adopted.
meeting-seal-says = The seal covers every entry as it stands on this laptop. Afterwards entries can be corrected and never changed. Other holders of laptops may have to sign.
meeting-seal-digest = It begins with { $digest }.
meeting-seal-do = Seal minutes
meeting-sealed = The seal is recorded.
meeting-arrived = Who came
meeting-left = Who left
meeting-roster-hint = The first letters of a name, or a number. Enter takes the first that fits.
meeting-fits = Members who fit
meeting-fits-none = Nobody here is called that.
meeting-chosen = { $count ->
        [0] nobody chosen
        [one] one chosen
       *[other] { $count } chosen
    }
meeting-unchoose = Leave out
meeting-unchoose-who = Leave out { $who }
meeting-attend-witness = Who saw it
meeting-attend-witness-hint = Where it is written down on their behalf, a second person who was there.
meeting-attend-do = Write down
meeting-attended = It is written down.
meeting-object-to = To which motion
meeting-object-who = Who
meeting-object-how = What they do
meeting-objects = objects
meeting-aside = stands aside
meeting-object-reason = Why
meeting-object-do = Write objection down
meeting-objected = The objection is written down.
meeting-note-text = Note
meeting-note-do = Write note
meeting-noted = The note is written down.


## How a hall answers

answer-by-consent = By consent
answer-by-count = By a count of hands
answer-objections = Objections left standing
answer-aside = Standing aside
answer-objections-hint = An objection that the motion was changed to meet is not left standing.
answer-for = For
answer-against = Against
answer-abstain = Abstaining
answer-method = What carries it
answer-count = { $for } for, { $against } against, { $abstain } abstaining
answer-consent = { $objections ->
        [0] by consent, no objections
        [one] by consent, one objection left standing
       *[other] by consent, { $objections } objections left standing
    }{ $aside ->
        [0] {""}
        [one] , one standing aside
       *[other] , { $aside } standing aside
    }
counted-majority = More for than against
counted-two-thirds = Two thirds of those for and against
counted-consent = Nobody against
method-charter-majority = The charter settles motions by a majority.
method-charter-two-thirds = The charter settles motions by two thirds.
method-charter-consent = The charter settles motions by consent.
outcome-adopted = Adopted
outcome-rejected = Rejected
outcome-deferred = Put off
matter-policy = What the town does and wants
matter-administration = How something is carried out
matter-election = Who is asked to do it


## Minutes as a record

meeting-minutes-title = Minutes
entry-called = Called, at { $place }.
entry-opened = Opened with { $present } present.
entry-counted = Counted again: { $present } present.
entry-moved = Motion: { $title }
entry-decided = Decision { $number }: { $title }
entry-asked = Asked{ $who ->
        [none] {""}
       *[other] {" "}of { $who }
    }: { $what }
entry-closed = Closed, as meeting { $number } of the assembly.
entry-adopted = These minutes were adopted.
entry-sealed = These minutes were sealed.
entry-paper = Held on paper, which was read by
entry-mover = moved by
entry-correction = Correction:
standing-undecided = not answered yet
standing-withdrawn = taken back
standing-done = done
standing-asked = asked
standing-late = past its day

meeting-floor = On the floor
meeting-floor-says = Names, objections and notes stay inside the assembly; neighbours see nothing of them.
meeting-present-by-name = { $count ->
        [one] One is here by name
       *[other] { $count } are here by name
    }


## The register

decision-number = Decision { $number }
decision-of = Decided by the meeting of { $meeting }
decision-headed = { $number }. { $title }
decision-untitled = The motion behind it does not count here.
decision-review = To be looked at again on { $day }
decision-answered = { $outcome }: { $answer }
decision-answer = Answer of the hall
decision-meeting = Meeting
decision-cited = What goes back to it
decision-cited-none = Nothing in the book names this decision yet.
decision-cited-newer = An act from a newer Folkmoot.
meetings-find = Find a meeting
meetings-find-hint = By place, or by day, like March 2027.
meetings-found = { $count ->
        [0] No meeting has these words.
        [one] One meeting has these words.
       *[other] { $count } meetings have these words.
    }
decisions-all = All decisions
decisions-search = Find a decision
decisions-count = { $count ->
        [one] One decision
       *[other] { $count } decisions
    }
decisions-found = { $count ->
        [0] No decision has these words.
        [one] One decision has these words.
       *[other] { $count } decisions have these words.
    }
