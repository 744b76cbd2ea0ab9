//! What was sealed, as everybody in the assembly knows it.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Entry;
use crate::id::{ActId, SealedHash};

/// Something sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Put {
    /// The act.
    pub entry: Entry,
    /// What is sealed.
    pub content: String,
    /// Stands for what is said in it.
    pub hash: SealedHash,
}

/// About how much is sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Size {
    /// Some lines.
    Lines,
    /// Up to a few pages.
    Pages,
    /// More than that.
    Long,
}

impl Put {
    /// About how much it is.
    pub fn size(&self) -> Size {
        match self.content.len() {
            ..=4_096 => Size::Lines,
            4_097..=24_576 => Size::Pages,
            _ => Size::Long,
        }
    }
}

/// Everything that was sealed.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SealedThings {
    /// By act.
    pub put: BTreeMap<ActId, Put>,
}

impl SealedThings {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act {
            Act::Put { content, hash } => {
                self.put.insert(entry.id, Put { entry: entry.clone(), content: content.clone(), hash: *hash });
            }
        }
    }
}
