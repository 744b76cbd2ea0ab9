//! What the mandates refuse.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Latitude};
use crate::book::Commons;
use crate::id::ActId;
use crate::plain::{Day, Duty, Member};
use crate::refusal::{Principle, Rule, rule};

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
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::SeatsTaken { .. } => rule("C1", Principle::P3),
            Refusal::DelegateUninstructed | Refusal::InstructionEmpty | Refusal::MandateNotAMember { .. } => rule("C2", Principle::P3),
            Refusal::GrantUnknown { .. } | Refusal::AlreadyRecalled { .. } => rule("C3", Principle::P3),
            Refusal::TermBackwards { .. } => rule("C7", Principle::P3),
            Refusal::MandateWithoutDecision { .. } | Refusal::AlreadyHeld { .. } => rule("A4", Principle::P3),
        }
    }
}

/// Weighs an act on mandates.
pub fn check(act: &Act, book: &Commons) -> Result<(), Refusal> {
    let mandates = &book.mandate;
    match act {
        Act::Grant { decision, member, duty, body, items, from, until, .. } => {
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
            let at_once = mandates.grants.iter().filter(|(id, grant)| {
                grant.duty == *duty && grant.body == *body && !mandates.recalled(id) && grant.from <= *until && *from <= grant.until
            });
            let holders: Vec<Member> = at_once.map(|(_, grant)| grant.member).collect();
            if holders.contains(member) {
                return Err(Refusal::AlreadyHeld { member: *member, duty: *duty });
            }
            if *duty == Duty::Delegate {
                let body = body.clone().filter(|body| !body.trim().is_empty()).ok_or(Refusal::DelegateUninstructed)?;
                if items.is_empty() {
                    return Err(Refusal::DelegateUninstructed);
                }
                let seats = book.charter.current(&book.minutes).seats();
                if holders.len() as u32 >= seats {
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
    }
}

fn adopted(decision: &ActId, book: &Commons) -> Result<(), Refusal> {
    if book.minutes.adopted(decision).is_some() { Ok(()) } else { Err(Refusal::MandateWithoutDecision { decision: *decision }) }
}
