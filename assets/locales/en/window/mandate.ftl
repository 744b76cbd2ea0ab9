## Mandates

mandate-title = Mandates
mandate-lede = Who speaks or acts for the assembly, how far they may go, and until when. Every mandate can be recalled.
mandate-empty = A mandate is given to one person by a decision: to speak for the town at a Circle, to keep the ledger, to run the meeting. It says what they were told and when it ends. Before the first one, hold a meeting that decides it.
mandate-held = Held now
mandate-waits = { $count ->
        [one] One mandate waits for signatures
       *[other] { $count } mandates wait for signatures
    }
mandate-none-held = Nobody holds a mandate now.
mandate-past = Ended and recalled
mandate-find = Find a mandate
mandate-found = { $count ->
        [0] No mandate has these words.
        [one] One mandate has these words.
       *[other] { $count } mandates have these words.
    }
mandate-term = From { $from } until { $until }
mandate-agreed = What delegates agreed to
mandate-reported = The report was heard on { $day }.
mandate-report-due = To be reported by { $deadline }.
mandate-report-put-off = To be reported by { $deadline }; for quiet days it is not void before the end of { $last }.
mandate-report-none = No report was heard by the end of { $last }.
mandate-decision = Decision { $number }
mandate-recalled-because = Recalled: { $reason }
mandate-grant = Grant a mandate
mandate-grant-do = Grant mandate
mandate-granted = The mandate is recorded.
mandate-recall = Recall
mandate-recall-do = Recall mandate
mandate-recalled = The recall is recorded.
mandate-who = Who
mandate-duty = What for
mandate-body = Where they speak
mandate-body-hint = Like Spring Circle.
mandate-accounts = Only for these accounts
mandate-accounts-hint = With everything below them. Every line of an entry must lie in these accounts, so choose with them what comes in and goes out: income, expenses. Nobody writes in the other accounts from then on until somebody is asked to keep them. Without any, it is the whole ledger.
mandate-accounts-none = It is for the whole ledger. To ask for a part of it, open accounts first.
mandate-keeps = Only for { $accounts }
mandate-from = From
mandate-until = Until
mandate-until-hint = No mandate is without an end.
mandate-items = Instructions
mandate-on = On
mandate-position = The assembly's position
mandate-latitude = How far they may go
mandate-limits = Within these limits
mandate-item-more = One more instruction
mandate-public = Name to show outside
mandate-public-hint = Only if they agree; otherwise neighbours see a number.
mandate-reason = Why
mandate-reason-hint = It may be left empty.
mandate-agree = Enter what they agreed to
mandate-agree-what = What they agreed to
mandate-agree-hint = Neighbours read it, so leave people's names out.
mandate-agree-day = On which day
mandate-agree-do = Record what was agreed
mandate-agree-done = It is recorded, and waits for a report at home.
mandate-heard = Enter the report
mandate-heard-day = Heard on
mandate-heard-hint = Somebody else than the delegate says so.
mandate-heard-do = Record the report
mandate-heard-done = The report is recorded.
mandate-miss = Enter that none came
mandate-miss-do = Record that none came
mandate-miss-done = It is recorded that no report came.
mandate-ends = { $count ->
        [one] With it ends this mandate:
       *[other] With it end these mandates:
    }
mandate-until-day = until { $until }

latitude-fixed = No further
latitude-within = Within these limits: { $limits }
latitude-ask-home = They ask home first
latitude-choose-fixed = They say this and no more
latitude-choose-within = They may move within limits
latitude-choose-ask-home = They ask home first

decision-behind = Decision behind it
decision-behind-hint = The assembly decides; this only carries it out.
decision-find-hint = The latest { $shown } of { $of } are offered below.
decision-none = No decision was adopted yet. Hold a meeting first.
decision-choose = Choose a decision
decision-choice = { $number }: { $title }
