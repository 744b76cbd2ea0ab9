//! What is refused about cards.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Author;
use crate::book::Book;
use crate::plain::{Duty, Member};
use crate::refusal::{Principle, Rule, rule};
use crate::roll::Enrolment;

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
    /// The card that stands for another member, and the author does not facilitate.
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
pub fn check(act: &Act, by: &Author, book: &Book) -> Result<(), Refusal> {
    match act {
        Act::Strike { member, card } => {
            let enrolment = book.commons.roll.members.get(member);
            if enrolment.is_none_or(|enrolment| !enrolment.cards.contains_key(card)) {
                return Err(Refusal::CardUnknown { member: *member });
            }
            // Whoever facilitates strikes on behalf of those without a laptop; a card that was replaced stands for nobody.
            let commons = &book.commons;
            let stands = enrolment.and_then(Enrolment::card) == Some(*card);
            let facilitates = commons.mandate.allows(by.member, Duty::Facilitator, &commons.roll, &commons.minutes).is_some();
            if stands && *member != by.member && !facilitates {
                return Err(Refusal::CardOfAnother { member: *member });
            }
            if book.inside.people.struck.contains_key(card) { Err(Refusal::CardStruck { member: *member }) } else { Ok(()) }
        }
    }
}
