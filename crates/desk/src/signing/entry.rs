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
            Act::Charter(charter::Act::Adopt { title, .. }) => Saying::of("sign-charter-adopt").text("title", title),
            Act::Charter(charter::Act::Amend { set, drop, .. }) => {
                Saying::of("sign-charter-amend").texts("clauses", set.iter().map(|clause| &clause.heading).chain(drop))
            }
            Act::Minutes(act) => self.minutes(act),
            Act::Mandate(act) => self.mandate(act),
            Act::Ledger(act) => ledger(act),
            Act::People(people::Act::Strike { member, .. }) => Saying::of("sign-people-strike").said("who", self.who(*member)),
            Act::Witness(witness::Act::Cosign { town, .. }) => Saying::of("sign-witness-cosign").text("town", self.desk.name(*town)),
            Act::Quiet(quiet::Act::Begin { from, until, .. }) => Saying::of("sign-quiet-begin").text("from", from).text("until", until),
            Act::Quiet(quiet::Act::End { day, .. }) => Saying::of("sign-quiet-end").text("day", day),
            // Nobody signs these, and no act of the commons names one.
            Act::Floor(_) | Act::Draft(_) | Act::Neighbour(_) | Act::Sealed(_) | Act::Note(_) => Saying::of("sign-within"),
        }
    }

    fn roll(&self, act: &roll::Act) -> Saying {
        match act {
            roll::Act::Found { name, .. } => Saying::of("sign-roll-found").text("name", name),
            roll::Act::Enrol { members, .. } => Saying::of("sign-roll-enrol").some("who", members.iter().map(|one| self.who(one.number))),
            roll::Act::Card { member, .. } => Saying::of("sign-roll-card").said("who", self.who(*member)),
            roll::Act::Leave { member, day } => Saying::of("sign-roll-leave").said("who", self.who(*member)).text("day", day),
            roll::Act::Admit { member, device, paper, .. } => {
                let key = if *paper { "sign-roll-admit-paper" } else { "sign-roll-admit" };
                Saying::of(key).said("who", self.who(*member)).text("key", device.short())
            }
            roll::Act::Remove { device, reason, .. } => {
                let paper = self.fold.book().commons.roll.devices.get(device).is_some_and(|known| known.paper);
                let key = if paper { "sign-roll-remove-paper" } else { "sign-roll-remove" };
                Saying::of(key).said("who", self.holder(device)).text("key", device.short()).text("reason", reason)
            }
            roll::Act::Quorum { k, .. } => Saying::of("sign-roll-quorum").number("k", *k),
            roll::Act::Sign { act } => Saying::of("sign-roll-sign").text("id", act.short()),
            roll::Act::Ratify { act } => Saying::of("sign-roll-ratify").said("entry", self.ratified(act)),
        }
    }

    /// What is ratified, which is a deed; of anything else no more is said, for that could name another, and so on without end.
    fn ratified(&self, act: &ActId) -> Saying {
        match self.fold.act(act).filter(|judged| judged.act.is_some_and(is_binding)) {
            Some(judged) => {
                let says = Saying::of("sign-binding");
                Saying::of("sign-entry").text("id", act.short()).said("who", self.author(&judged)).said("says", says)
            }
            None => self.entry(act),
        }
    }

    fn minutes(&self, act: &minutes::Act) -> Saying {
        let at = |key| Saying::of(key).text("meeting", act.meeting());
        match act {
            minutes::Act::Call { place, .. } => at("sign-meeting-call").text("place", place),
            minutes::Act::Item { item, .. } => at("sign-meeting-item").text("title", &item.title),
            minutes::Act::Open { present, .. } => at("sign-meeting-open").number("present", *present),
            minutes::Act::Presence { present, .. } => at("sign-meeting-presence").number("present", *present),
            minutes::Act::Move { title, .. } => at("sign-meeting-move").text("title", title),
            minutes::Act::Withdraw { motion, .. } => at("sign-meeting-withdraw").perhaps("title", self.title(motion)),
            minutes::Act::Decide { motion, number, outcome, .. } => {
                let outcome = match outcome {
                    Outcome::Adopted => "sign-adopted",
                    Outcome::Rejected => "sign-rejected",
                    Outcome::Deferred => "sign-deferred",
                };
                let decided = at("sign-meeting-decide").number("number", *number).said("outcome", Saying::of(outcome));
                decided.perhaps("title", self.title(motion))
            }
            minutes::Act::Correct { text, .. } => at("sign-meeting-correct").text("text", text),
            minutes::Act::Action { what, due, .. } => at("sign-meeting-action").text("due", due).text("what", what),
            minutes::Act::Done { action, .. } => {
                let asked = self.fold.book().commons.minutes.actions.get(action);
                at("sign-meeting-done").perhaps("what", asked.map(|asked| &asked.what))
            }
            minutes::Act::Close { .. } => at("sign-meeting-close"),
            minutes::Act::Adopt { .. } => at("sign-meeting-adopt"),
            minutes::Act::Seal { .. } => at("sign-meeting-seal"),
        }
    }

    fn title(&self, motion: &ActId) -> Option<&str> {
        self.fold.book().commons.minutes.motions.get(motion).map(|motion| motion.title.as_str())
    }

    fn mandate(&self, act: &mandate::Act) -> Saying {
        match act {
            mandate::Act::Grant { member, duty, body, accounts, from, until, .. } => {
                let term = self.held("sign-mandate-grant", *member, *duty, body.as_deref(), accounts);
                term.text("from", from).text("until", until)
            }
            mandate::Act::Recall { grant, reason, .. } => {
                let recalled = match self.fold.act(grant).and_then(|judged| judged.act) {
                    Some(Act::Mandate(mandate::Act::Grant { member, duty, body, accounts, .. })) => {
                        self.held("sign-mandate-recall", *member, *duty, body.as_deref(), accounts)
                    }
                    Some(_) | None => Saying::of("sign-mandate-recall-missing"),
                };
                recalled.text("id", grant.short()).perhaps("reason", reason.as_ref())
            }
            mandate::Act::Agree { day, what, .. } => Saying::of("sign-mandate-agree").text("day", day).text("what", what),
            mandate::Act::Report { day, .. } => Saying::of("sign-mandate-report").text("day", day),
            mandate::Act::Miss { meeting, .. } => Saying::of("sign-mandate-miss").text("meeting", meeting),
        }
    }

    /// Whose a mandate is, and for what.
    fn held(&self, key: &'static str, member: Member, duty: Duty, body: Option<&str>, accounts: &[String]) -> Saying {
        let duty = Saying::of(match duty {
            Duty::Facilitator => "sign-duty-facilitator",
            Duty::Treasurer => "sign-duty-treasurer",
            Duty::Delegate => "sign-duty-delegate",
            Duty::Courier => "sign-duty-courier",
            Duty::Steward => "sign-duty-steward",
            Duty::Board => "sign-duty-board",
        });
        Saying::of(key).said("who", self.who(member)).said("duty", duty).perhaps("body", body).texts("accounts", accounts)
    }
}

fn ledger(act: &ledger::Act) -> Saying {
    match act {
        ledger::Act::Open { account, .. } => Saying::of("sign-ledger-open").text("account", account),
        ledger::Act::Budget { name, until, .. } => Saying::of("sign-ledger-budget").text("until", until).text("name", name),
        ledger::Act::Post { day, text, postings, .. } => {
            let lines = postings.iter().map(|line| amount(&line.account, &line.quantity, &line.commodity));
            Saying::of("sign-ledger-post").text("day", day).all("lines", lines).text("text", text)
        }
        ledger::Act::Reverse { transaction, day, reason } => {
            Saying::of("sign-ledger-reverse").text("id", transaction.short()).text("day", day).text("reason", reason)
        }
        ledger::Act::Close { accounts, until, .. } => Saying::of("sign-ledger-close").text("until", until).texts("accounts", accounts),
    }
}

/// So much of something in an account.
pub(super) fn amount(account: &str, quantity: &Quantity, commodity: &str) -> Saying {
    Saying::of("sign-amount").text("account", account).text("quantity", quantity).text("commodity", commodity)
}
