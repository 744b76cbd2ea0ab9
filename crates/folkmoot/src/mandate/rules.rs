//! What the mandates refuse.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Latitude};
use super::book::{Agreed, Grant};
use super::reports::due;
use crate::account;
use crate::act::Author;
use crate::book::Commons;
use crate::id::ActId;
use crate::minutes::Held;
use crate::plain::{Day, Duty, Meeting, Member};
use crate::refusal::{Principle, Rule, rule};

/// The most accounts that a mandate names: whoever signs it reads them all, and each entry is held against them.
const MAX_ACCOUNTS: usize = 50;

/// Why the mandates say no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "MandateRefusal")]
pub enum Refusal {
    /// No adopted decision of that id.
    MandateWithoutDecision {
        /// Which.
        decision: ActId,
    },
    /// Someone who is not on the roll.
    MandateNotAMember {
        /// Who.
        member: Member,
    },
    /// A term that ends before it begins.
    TermBackwards {
        /// First day.
        from: Day,
        /// Last day.
        until: Day,
    },
    /// A delegate without a body, or without a single instruction.
    DelegateUninstructed,
    /// Accounts for a duty that keeps none.
    KeepsNoAccounts {
        /// The duty.
        duty: Duty,
    },
    /// More accounts than one mandate names.
    KeepsTooManyAccounts {
        /// How many.
        accounts: usize,
        /// The most.
        most: usize,
    },
    /// What is no account's name.
    KeepsNoAccount {
        /// What it says.
        account: String,
    },
    /// An instruction without words.
    InstructionEmpty,
    /// Every seat at that body is held.
    SeatsTaken {
        /// The body.
        body: String,
        /// How many.
        seats: u32,
    },
    /// The member holds that duty for that time.
    AlreadyHeld {
        /// Who.
        member: Member,
        /// What.
        duty: Duty,
    },
    /// No such grant.
    GrantUnknown {
        /// Which.
        grant: ActId,
    },
    /// It was recalled before.
    AlreadyRecalled {
        /// Which.
        grant: ActId,
    },
    /// A mandate that is no delegate's, or not that of the author or of somebody without a laptop.
    AgreedUnderNoMandate {
        /// Which.
        grant: ActId,
    },
    /// Agreed to outside of the term.
    AgreedOutsideTerm {
        /// The day.
        day: Day,
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// Agreed to, without words.
    AgreedToNothing,
    /// Nothing of that id was agreed to.
    AgreedUnknown {
        /// Which.
        agreed: ActId,
    },
    /// The delegate says that the delegate has reported.
    ReportByItsDelegate {
        /// Who.
        member: Member,
    },
    /// Reported before it was agreed to.
    ReportTooEarly {
        /// When it was reported.
        day: Day,
        /// When it was agreed to.
        agreed: Day,
    },
    /// A meeting that was not opened, or is over, records nothing.
    MissOutsideMeeting {
        /// Which.
        meeting: Meeting,
    },
    /// The report may still come: quiet days do not count.
    MissTooEarly {
        /// The day of the meeting.
        day: Day,
        /// The last day for the report.
        last: Day,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::SeatsTaken { .. } => rule("C1", Principle::P3),
            Refusal::DelegateUninstructed | Refusal::InstructionEmpty | Refusal::MandateNotAMember { .. } => rule("C2", Principle::P3),
            Refusal::GrantUnknown { .. } | Refusal::AlreadyRecalled { .. } => rule("C3", Principle::P3),
            Refusal::TermBackwards { .. } => rule("C7", Principle::P3),
            Refusal::MandateWithoutDecision { .. }
            | Refusal::AlreadyHeld { .. }
            | Refusal::KeepsNoAccounts { .. }
            | Refusal::KeepsTooManyAccounts { .. }
            | Refusal::KeepsNoAccount { .. } => rule("A4", Principle::P3),
            Refusal::AgreedUnderNoMandate { .. } | Refusal::AgreedOutsideTerm { .. } | Refusal::AgreedToNothing => {
                rule("C2", Principle::P3)
            }
            Refusal::AgreedUnknown { .. }
            | Refusal::ReportByItsDelegate { .. }
            | Refusal::ReportTooEarly { .. }
            | Refusal::MissOutsideMeeting { .. } => rule("C4", Principle::P3),
            Refusal::MissTooEarly { .. } => rule("C5", Principle::P3),
        }
    }
}

/// Weighs an act on mandates.
pub fn check(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let mandates = &book.mandate;
    match act {
        Act::Grant { decision, member, duty, body, accounts, items, from, until, .. } => {
            adopted(decision, book)?;
            if !book.roll.belongs(*member) {
                return Err(Refusal::MandateNotAMember { member: *member });
            }
            if until < from {
                return Err(Refusal::TermBackwards { from: *from, until: *until });
            }
            for item in items {
                let limits_said = match &item.latitude {
                    Latitude::Within { limits } => !limits.trim().is_empty(),
                    Latitude::Fixed | Latitude::AskHome => true,
                };
                if item.on.trim().is_empty() || item.position.trim().is_empty() || !limits_said {
                    return Err(Refusal::InstructionEmpty);
                }
            }
            if !accounts.is_empty() && *duty != Duty::Treasurer {
                return Err(Refusal::KeepsNoAccounts { duty: *duty });
            }
            if accounts.len() > MAX_ACCOUNTS {
                return Err(Refusal::KeepsTooManyAccounts { accounts: accounts.len(), most: MAX_ACCOUNTS });
            }
            if let Some(account) = accounts.iter().find(|account| !account::is_name(account)) {
                return Err(Refusal::KeepsNoAccount { account: account.clone() });
            }
            let at_once = mandates.grants.iter().filter(|(id, grant)| {
                grant.duty == *duty && grant.body == *body && !mandates.recalled(id) && grant.from <= *until && *from <= grant.until
            });
            let at_once: Vec<&Grant> = at_once.map(|(_, grant)| grant).collect();
            if at_once.iter().any(|grant| grant.member == *member && grant.keeps(accounts)) {
                return Err(Refusal::AlreadyHeld { member: *member, duty: *duty });
            }
            if *duty == Duty::Delegate {
                let body = body.clone().filter(|body| !body.trim().is_empty()).ok_or(Refusal::DelegateUninstructed)?;
                if items.is_empty() {
                    return Err(Refusal::DelegateUninstructed);
                }
                let seats = book.charter.current(&book.minutes).seats();
                if at_once.len() as u32 >= seats {
                    return Err(Refusal::SeatsTaken { body, seats });
                }
            }
            Ok(())
        }
        Act::Recall { decision, grant, .. } => {
            adopted(decision, book)?;
            if !mandates.grants.contains_key(grant) {
                return Err(Refusal::GrantUnknown { grant: *grant });
            }
            if mandates.recalled(grant) { Err(Refusal::AlreadyRecalled { grant: *grant }) } else { Ok(()) }
        }
        Act::Agree { grant, day, what } => agree(grant, *day, what, by, book),
        Act::Report { agreed, day } => {
            let known = mandates.agreed.get(agreed).ok_or(Refusal::AgreedUnknown { agreed: *agreed })?;
            let delegate = mandates.grants.get(&known.grant).map(|grant| grant.member);
            if delegate == Some(by.member) {
                return Err(Refusal::ReportByItsDelegate { member: by.member });
            }
            if *day < known.day { Err(Refusal::ReportTooEarly { day: *day, agreed: known.day }) } else { Ok(()) }
        }
        Act::Miss { agreed, meeting } => {
            let known = mandates.agreed.get(agreed).ok_or(Refusal::AgreedUnknown { agreed: *agreed })?;
            miss(known, meeting, book)
        }
    }
}

/// An open meeting after the last day for a report records that none came.
fn miss(known: &Agreed, meeting: &Meeting, book: &Commons) -> Result<(), Refusal> {
    if !book.minutes.meetings.get(meeting).is_some_and(Held::is_open) {
        return Err(Refusal::MissOutsideMeeting { meeting: meeting.clone() });
    }
    let last = due(known, book, &[]).last;
    if meeting.day() <= last { Err(Refusal::MissTooEarly { day: meeting.day(), last }) } else { Ok(()) }
}

/// The latest meeting that could record now that no report came, if one could (C5).
pub fn missed_in<'a>(known: &Agreed, book: &'a Commons) -> Option<&'a Meeting> {
    book.minutes.meetings.keys().rev().find(|meeting| miss(known, meeting, book).is_ok())
}

/// Whoever agrees to something is the delegate, or writes it down for one who has no laptop (A13).
fn agree(id: &ActId, day: Day, what: &str, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let mandates = &book.mandate;
    let known = mandates.grants.get(id).ok_or(Refusal::GrantUnknown { grant: *id })?;
    if mandates.recalled(id) {
        return Err(Refusal::AlreadyRecalled { grant: *id });
    }
    let holders = mandates.allows(by.member, Duty::Delegate, &|_, grant| grant.body == known.body, &book.roll, &book.minutes);
    let theirs = holders.is_some_and(|members| members.contains(&known.member));
    if known.duty != Duty::Delegate || !theirs {
        return Err(Refusal::AgreedUnderNoMandate { grant: *id });
    }
    if day < known.from || day > known.until {
        return Err(Refusal::AgreedOutsideTerm { day, from: known.from, until: known.until });
    }
    if what.trim().is_empty() { Err(Refusal::AgreedToNothing) } else { Ok(()) }
}

fn adopted(decision: &ActId, book: &Commons) -> Result<(), Refusal> {
    if book.minutes.adopted(decision).is_some() { Ok(()) } else { Err(Refusal::MandateWithoutDecision { decision: *decision }) }
}
