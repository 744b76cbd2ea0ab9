//! The act of sealing something.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::SealedHash;

/// What can be done with sealed things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "SealedAct")]
pub enum Act {
    /// Writes something that only the laptops of a few members can read.
    #[serde(rename = "sealed.put")]
    Put {
        /// What is sealed (age, X25519), in base64.
        content: String,
        /// Stands for what is said in it, so that whoever is told it later can see that it is the same.
        hash: SealedHash,
    },
}
