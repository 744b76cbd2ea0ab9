//! What is refused on the floor.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Author;
use crate::book::Book;
use crate::id::ActId;
use crate::plain::{Meeting, Member};
use crate::refusal::{Principle, Rule, rule};

/// Why it is not written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "FloorRefusal")]
pub enum Refusal {
    /// The meeting was never called.
    FloorNotCalled {
        /// Which.
        meeting: Meeting,
    },
    /// Someone who is not on the roll.
    FloorNotAMember {
        /// Who.
        member: Member,
    },
    /// A witness who is the author.
    FloorOwnWitness {
        /// Who.
        member: Member,
    },
    /// Nobody came and nobody left, or nothing was said.
    FloorNothing,
    /// No such motion in this meeting.
    FloorMotionUnknown {
        /// Which.
        motion: ActId,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::FloorNotCalled { .. } | Refusal::FloorMotionUnknown { .. } => rule("A1", Principle::P1),
            Refusal::FloorNotAMember { .. } | Refusal::FloorOwnWitness { .. } | Refusal::FloorNothing => rule("A13", Principle::P6),
        }
    }
}

/// Weighs an act on the floor.
pub fn check(act: &Act, by: &Author, book: &Book) -> Result<(), Refusal> {
    let (minutes, roll) = (&book.commons.minutes, &book.commons.roll);
    let meeting = act.meeting();
    if minutes.meetings.get(meeting).is_none_or(|held| held.called.is_empty()) {
        return Err(Refusal::FloorNotCalled { meeting: meeting.clone() });
    }
    let member = |member: &Member| if roll.belongs(*member) { Ok(()) } else { Err(Refusal::FloorNotAMember { member: *member }) };
    match act {
        Act::Attend { arrived, left, witness, .. } => {
            arrived.iter().chain(left).chain(witness).try_for_each(member)?;
            if let Some(member) = witness.filter(|witness| *witness == by.member) {
                return Err(Refusal::FloorOwnWitness { member });
            }
            if arrived.is_empty() && left.is_empty() { Err(Refusal::FloorNothing) } else { Ok(()) }
        }
        Act::Object { motion, member: who, reason, .. } => {
            member(who)?;
            if minutes.motions.get(motion).is_none_or(|put| put.meeting != *meeting) {
                return Err(Refusal::FloorMotionUnknown { motion: *motion });
            }
            if reason.trim().is_empty() { Err(Refusal::FloorNothing) } else { Ok(()) }
        }
        Act::Note { text, .. } if text.trim().is_empty() => Err(Refusal::FloorNothing),
        Act::Note { .. } => Ok(()),
    }
}
