## The charter

charter-title = The charter
charter-lede = What the assembly agreed on before anything else.
charter-empty = A charter says in plain clauses what this assembly is, how it decides, and how anybody may leave it. The meeting decides it; then it is written in here, and changed only by another decision.
charter-ways = The charter's pages
charter-way-reading = In force
charter-way-versions = Versions
charter-way-compare = Compare
charter-way-drafts = Drafts
charter-go-versions = Versions of the charter
charter-go-compare = Compare two versions of the charter
charter-go-drafts = Write together in a draft
charter-in-force = Version { $version }, in force.
charter-earlier = Version { $version }, which is no longer in force.
charter-compare-now = What has changed since
charter-adopted-at = Adopted at the meeting of { $meeting }, decision { $decision }
charter-amended-at = In these words since the meeting of { $meeting }, decision { $decision }
charter-undecided = The decision behind it does not count.
charter-clauses = Clauses

charter-adopt = Adopt a charter
charter-adopt-lede = The first charter, as a meeting decided it.
charter-adopt-do = Adopt charter
charter-adopted = The charter is recorded.
charter-amend = Amend the charter
charter-amend-lede = New words, as a meeting decided them. The version before stays readable.
charter-amend-do = Amend charter
charter-amended = The amendment is recorded.
charter-long = What is typed here is kept only once it is recorded. For a longer text:
charter-name = Title of the charter
charter-name-hint = Like Charter of Millbrook.

clause-heading = Heading
clause-text = Words
clause-more = One more clause
clause-remove = Take out
clause-remove-named = Take out { $clause }
clause-up = Move { $clause } up
clause-down = Move { $clause } down
clause-at = clause { $at }
clause-preamble = Preamble

amend-now = What stands now
amend-new = New clauses
amend-new-hint = They go to the end of the charter.
amend-change = Change words
amend-change-named = Change words of { $clause }
amend-drop = Drop
amend-drop-named = Drop { $clause }
amend-keep = Leave as it is
amend-keep-named = Leave as it is: { $clause }


## The numbers that rules read

charter-numbers = How the assembly decides, in numbers
# The name of a clause, which never changes, behind its heading.
clause-id = (as { $id })
number-method-none = Each motion says how it is settled; the charter does not.
number-quorum-none = The charter does not say how many members must be present to decide.
number-seats-none = The charter does not say how many delegates go to a body outside; it is as the rules have it.
number-report_days-none = The charter does not say when a delegate reports back; it is as the rules have it.
number-quiet_days-none = The charter does not say how long the town may be quiet at a time; it is as the rules have it.
number-method-label = How motions are settled
number-method-open = Each motion says how
number-as-it-is = As it is
number-quorum-label = Members who must be present, in percent
number-seats-label = Delegates to each body outside
number-report-label = Days to report back
number-quiet-label = Days to be quiet at a time
number-may-be-empty = It may be left empty.
number-now = Now { $value }. Left empty, it stays so.
number-now-none = Not said now. It may be left empty.
method-consent = By consent
method-majority = By a majority
method-two-thirds = By two thirds


## Versions, and what changed

versions-title = Versions of the charter
versions-lede = Every version stays readable, with the decision behind it.
versions-empty = Each decision about the charter makes a version, and none is ever lost. There is none yet: a meeting decides the first charter.
versions-compare = Compare two versions
versions-all = All versions
versions-more = Show more
version-number = Version { $version }
version-of = Version { $version }, { $meeting }
version-now = Version { $version }, in force
version-clauses = { $clauses ->
        [one] One clause
       *[other] { $clauses } clauses
    }
version-amended-at = Amended at the meeting of { $meeting }, decision { $decision }
version-changed = what changed
compare-title = What changed from version { $from } to version { $to }
compare-empty = Here two versions of the charter are laid beside each other, word by word. There is nothing to compare before the first amendment.
compare-from = From
compare-to = To
compare-do = Compare
compare-how = How it is shown
compare-inline = In one text
compare-side = Side by side
compare-clauses = Clauses that changed
compare-same = { $clauses ->
        [0] Every clause changed.
        [one] One more clause is the same, word for word.
       *[other] { $clauses } more clauses are the same, word for word.
    }
compare-all-same = Every clause is the same, word for word.
compare-title-changed = The title
compare-not-yet = It was not there yet.
compare-no-more = It is not there any more.
became-added = added
became-dropped = dropped
became-changed = changed
