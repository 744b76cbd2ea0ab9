//! What is refused about sealed things. For whom they are and what they say no rule can ask.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::refusal::{Principle, Rule, rule};

/// The most that is sealed in one act, in letters of base64.
pub const MAX_CONTENT: u32 = 120_000;

/// Why it is not sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "SealedRefusal")]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Refusal {
    /// Nothing, or something that is not base64: it could be read by everybody.
    SealedForm,
    /// More than one act holds.
    SealedTooLong {
        /// How many letters may be.
        most: u32,
    },
}

impl Refusal {
    /// The rule that refuses: what is told in a circle of mediation stays there (M1).
    pub fn rule(&self) -> Rule {
        rule("M1", Principle::P7)
    }
}

/// Weighs an act on sealed things.
pub fn check(act: &Act) -> Result<(), Refusal> {
    let Act::Put { content, .. } = act;
    if content.len() > MAX_CONTENT as usize {
        return Err(Refusal::SealedTooLong { most: MAX_CONTENT });
    }
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'+' || byte == b'/' || byte == b'=';
    if content.is_empty() || !content.bytes().all(is_letter) { Err(Refusal::SealedForm) } else { Ok(()) }
}
