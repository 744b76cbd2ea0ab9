//! Cards: who a number is. They lie beside the chain, for the assembly's own laptops, and can be struck.

use folkmoot::id::AssemblyId;
use folkmoot_archive::Card;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Trouble, random};

/// What stands on a member's card.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct CardText {
    /// The name.
    pub name: String,
    /// A telephone.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// An address for letters that need no legs.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// The household, in the town's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub household: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl CardText {
    /// A card with a name only.
    pub fn named(name: &str) -> CardText {
        CardText { name: name.trim().to_owned(), ..CardText::default() }
    }

    /// Requires a name that people can read.
    ///
    /// # Errors
    /// [`Trouble::NotAName`] when it is blank, or holds signs that cannot be seen.
    pub(crate) fn has_a_name(&self) -> Result<(), Trouble> {
        let readable = !self.name.trim().is_empty() && !self.name.chars().any(char::is_control) && self.name.chars().count() <= 200;
        if readable { Ok(()) } else { Err(Trouble::NotAName { name: self.name.escape_debug().to_string() }) }
    }

    /// Reads a card; one that is not as this version writes it has no name.
    pub fn of(card: &Card) -> CardText {
        serde_json::from_slice(&card.bytes).unwrap_or_default()
    }

    /// Makes the card of a member, with a salt of its own.
    ///
    /// # Errors
    /// [`Trouble::NoRandomness`].
    pub(crate) fn card(&self, assembly: AssemblyId, member: u32) -> Result<Card, Trouble> {
        let bytes = serde_json::to_vec(self).unwrap_or_default();
        Ok(Card { assembly, member, salt: random()?, bytes })
    }

    /// What makes two cards the same person's in a roster: name, household and contacts, however they are written.
    pub(crate) fn likeness(&self) -> (String, String, String, String) {
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
        (plain(&self.name), plain(&self.household), digits(&self.phone), plain(&self.email))
    }
}
