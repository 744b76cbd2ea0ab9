//! What is refused about cards.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Author;
use crate::book::Commons;
use crate::plain::Member;
use crate::refusal::{Principle, Rule, rule};

/// Why a card is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "PeopleRefusal")]
pub enum Refusal {
    /// A card that never stood for that member.
    CardUnknown {
        /// Whose.
        member: Member,
    },
    /// A card of another member, and the author does not facilitate.
    CardOfAnother {
        /// Whose.
        member: Member,
    },
    /// A card that was struck before.
    CardStruck {
        /// Whose.
        member: Member,
    },
}

impl Refusal {
    /// The rule that refuses: people's data are theirs (O1).
    pub fn rule(&self) -> Rule {
        rule("O1", Principle::P7)
    }
}

/// Weighs an act on a card.
pub fn check(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    match act {
        Act::Strike { member, card } => {
            let enrolment = book.roll.members.get(member);
            if enrolment.is_none_or(|enrolment| !enrolment.cards.contains_key(card)) {
                return Err(Refusal::CardUnknown { member: *member });
            }
            if !book.may_speak_for(by, *member) {
                return Err(Refusal::CardOfAnother { member: *member });
            }
            if book.people.struck.contains_key(card) { Err(Refusal::CardStruck { member: *member }) } else { Ok(()) }
        }
    }
}
