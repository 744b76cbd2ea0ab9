//! The acts on people's cards.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::CardHash;
use crate::plain::Member;

/// What can be done to a card.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "PeopleAct")]
pub enum Act {
    /// Strikes a card: every laptop that hears of it deletes the name and contacts behind it.
    #[serde(rename = "people.strike")]
    Strike {
        /// Whose.
        member: Member,
        /// Which card.
        card: CardHash,
    },
}
