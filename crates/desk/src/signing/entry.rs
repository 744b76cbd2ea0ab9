//! What an act says, shortly: in the first line about it, or where another act names it. What others wrote stands at the end.

use folkmoot::act::Act;
use folkmoot::id::ActId;
use folkmoot::minutes::Outcome;
use folkmoot::plain::{Duty, Member, Quantity};
use folkmoot::{charter, ledger, mandate, minutes, people, quiet, roll, witness};

use super::Telling;
use crate::look::is_binding;
use crate::saying::Saying;

impl Telling<'_> {
    pub(super) fn says(&self, act: &Act) -> Saying {
        match act {
            Act::Roll(act) => self.roll(act),
            Act::Charter(charter::Act::Adopt { title, .. }) => Saying::of("signing-charter-adopt").text("title", title),
            Act::Charter(charter::Act::Amend { set, drop, .. }) => {
                Saying::of("signing-charter-amend").texts("clauses", set.iter().map(|clause| &clause.heading).chain(drop))
            }
            Act::Minutes(act) => self.minutes(act),
            Act::Mandate(act) => self.mandate(act),
            Act::Ledger(act) => ledger(act),
            Act::People(people::Act::Strike { member, .. }) => Saying::of("signing-people-strike").said("who", self.who(*member)),
            Act::Witness(witness::Act::Cosign { town, .. }) => Saying::of("signing-witness-cosign").text("town", self.desk.name(*town)),
            Act::Quiet(quiet::Act::Begin { from, until, .. }) => Saying::of("signing-quiet-begin").text("from", from).text("until", until),
            Act::Quiet(quiet::Act::End { day, .. }) => Saying::of("signing-quiet-end").text("day", day),
            // Nobody signs these, and no act of the commons names one.
            Act::Floor(_) | Act::Draft(_) | Act::Neighbour(_) | Act::Sealed(_) | Act::Note(_) => Saying::of("signing-within"),
        }
    }

    fn roll(&self, act: &roll::Act) -> Saying {
        match act {
            roll::Act::Found { name, .. } => Saying::of("signing-roll-found").text("name", name),
            roll::Act::Enrol { members, .. } => {
                Saying::of("signing-roll-enrol").some("who", members.iter().map(|one| self.who(one.number)))
            }
            roll::Act::Card { member, .. } => Saying::of("signing-roll-card").said("who", self.who(*member)),
            roll::Act::Leave { member, day } => Saying::of("signing-roll-leave").said("who", self.who(*member)).text("day", day),
            roll::Act::Admit { member, device, paper, .. } => {
                let key = if *paper { "signing-roll-admit-paper" } else { "signing-roll-admit" };
                Saying::of(key).said("who", self.who(*member)).text("key", device.short())
            }
            roll::Act::Remove { device, reason, .. } => {
                let paper = self.fold.book().commons.roll.devices.get(device).is_some_and(|known| known.paper);
                let key = if paper { "signing-roll-remove-paper" } else { "signing-roll-remove" };
                Saying::of(key).said("who", self.holder(device)).text("key", device.short()).text("reason", reason)
            }
            roll::Act::Quorum { k, .. } => Saying::of("signing-roll-quorum").number("k", *k),
            roll::Act::Sign { act } => Saying::of("signing-roll-sign").text("id", act.short()),
            roll::Act::Ratify { act } => Saying::of("signing-roll-ratify").said("entry", self.ratified(act)),
        }
    }

    /// What is ratified, which is a deed; of anything else no more is said, for that could name another, and so on without end.
    fn ratified(&self, act: &ActId) -> Saying {
        match self.fold.act(act).filter(|judged| judged.act.is_some_and(is_binding)) {
            Some(judged) => {
                let says = Saying::of("signing-binding");
                Saying::of("signing-entry").text("id", act.short()).said("who", self.author(&judged)).said("says", says)
            }
            None => self.entry(act),
        }
    }

    fn minutes(&self, act: &minutes::Act) -> Saying {
        let at = |key| Saying::of(key).text("meeting", act.meeting());
        match act {
            minutes::Act::Call { place, .. } => at("signing-meeting-call").text("place", place),
            minutes::Act::Item { item, .. } => at("signing-meeting-item").text("title", &item.title),
            minutes::Act::Open { present, .. } => at("signing-meeting-open").number("present", *present),
            minutes::Act::Presence { present, .. } => at("signing-meeting-presence").number("present", *present),
            minutes::Act::Move { title, .. } => at("signing-meeting-move").text("title", title),
            minutes::Act::Withdraw { motion, .. } => at("signing-meeting-withdraw").perhaps("title", self.title(motion)),
            minutes::Act::Decide { motion, number, outcome, .. } => {
                let outcome = match outcome {
                    Outcome::Adopted => "signing-adopted",
                    Outcome::Rejected => "signing-rejected",
                    Outcome::Deferred => "signing-deferred",
                };
                let decided = at("signing-meeting-decide").number("number", *number).said("outcome", Saying::of(outcome));
                decided.perhaps("title", self.title(motion))
            }
            minutes::Act::Correct { text, .. } => at("signing-meeting-correct").text("text", text),
            minutes::Act::Action { what, due, .. } => at("signing-meeting-action").text("due", due).text("what", what),
            minutes::Act::Done { action, .. } => {
                let asked = self.fold.book().commons.minutes.actions.get(action);
                at("signing-meeting-done").perhaps("what", asked.map(|asked| &asked.what))
            }
            minutes::Act::Close { .. } => at("signing-meeting-close"),
            minutes::Act::Adopt { .. } => at("signing-meeting-adopt"),
            minutes::Act::Seal { .. } => at("signing-meeting-seal"),
        }
    }

    fn title(&self, motion: &ActId) -> Option<&str> {
        self.fold.book().commons.minutes.motions.get(motion).map(|motion| motion.title.as_str())
    }

    fn mandate(&self, act: &mandate::Act) -> Saying {
        match act {
            mandate::Act::Grant { member, duty, body, accounts, from, until, .. } => {
                let term = self.held("signing-mandate-grant", *member, *duty, body.as_deref(), accounts);
                term.text("from", from).text("until", until)
            }
            mandate::Act::Recall { grant, reason, .. } => {
                let recalled = match self.fold.act(grant).and_then(|judged| judged.act) {
                    Some(Act::Mandate(mandate::Act::Grant { member, duty, body, accounts, .. })) => {
                        self.held("signing-mandate-recall", *member, *duty, body.as_deref(), accounts)
                    }
                    Some(_) | None => Saying::of("signing-mandate-recall-missing"),
                };
                recalled.text("id", grant.short()).perhaps("reason", reason.as_ref())
            }
            mandate::Act::Agree { day, what, .. } => Saying::of("signing-mandate-agree").text("day", day).text("what", what),
            mandate::Act::Report { day, .. } => Saying::of("signing-mandate-report").text("day", day),
            mandate::Act::Miss { meeting, .. } => Saying::of("signing-mandate-miss").text("meeting", meeting),
        }
    }

    /// Whose a mandate is, and for what.
    fn held(&self, key: &'static str, member: Member, duty: Duty, body: Option<&str>, accounts: &[String]) -> Saying {
        let duty = Saying::of(match duty {
            Duty::Facilitator => "signing-duty-facilitator",
            Duty::Treasurer => "signing-duty-treasurer",
            Duty::Delegate => "signing-duty-delegate",
            Duty::Courier => "signing-duty-courier",
            Duty::Steward => "signing-duty-steward",
            Duty::Board => "signing-duty-board",
        });
        Saying::of(key).said("who", self.who(member)).said("duty", duty).perhaps("body", body).texts("accounts", accounts)
    }
}

fn ledger(act: &ledger::Act) -> Saying {
    match act {
        ledger::Act::Open { account, .. } => Saying::of("signing-ledger-open").text("account", account),
        ledger::Act::Budget { name, accounts, limits, until, .. } => {
            let limits = limits.iter().map(|limit| format!("{} {}", limit.quantity, limit.commodity));
            let budget = Saying::of("signing-ledger-budget").text("until", until).texts("limits", limits);
            budget.texts("accounts", accounts).text("name", name)
        }
        ledger::Act::Post { day, text, postings, .. } => {
            let lines = postings.iter().map(|line| amount(&line.account, &line.quantity, &line.commodity));
            Saying::of("signing-ledger-post").text("day", day).all("lines", lines).text("text", text)
        }
        ledger::Act::Reverse { transaction, day, reason } => {
            Saying::of("signing-ledger-reverse").text("id", transaction.short()).text("day", day).text("reason", reason)
        }
        ledger::Act::Close { accounts, until, .. } => Saying::of("signing-ledger-close").text("until", until).texts("accounts", accounts),
    }
}

/// So much of something in an account.
pub(super) fn amount(account: &str, quantity: &Quantity, commodity: &str) -> Saying {
    Saying::of("signing-amount").text("account", account).text("quantity", quantity).text("commodity", commodity)
}
