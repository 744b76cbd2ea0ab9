//! The acts on drafts: what was typed, in our own words and never in Automerge's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Element;
use crate::id::ActId;

/// One thing done to a draft's text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Run {
    /// Types characters in a row.
    Insert {
        /// The character that they come after; left out, they come first.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        after: Option<Element>,
        /// The characters.
        text: String,
    },
    /// Deletes characters that one act typed in a row, wherever they stand now.
    Delete {
        /// The first of them.
        from: Element,
        /// How many.
        #[schemars(range(min = 1))]
        count: u32,
    },
}

impl Run {
    /// How many characters it types.
    pub fn typed(&self) -> usize {
        match self {
            Run::Insert { text, .. } => text.chars().count(),
            Run::Delete { .. } => 0,
        }
    }

    /// How many characters it types or deletes.
    pub fn strokes(&self) -> u64 {
        match self {
            Run::Insert { .. } => self.typed() as u64,
            Run::Delete { count, .. } => u64::from(*count),
        }
    }
}

/// What a place in the text and an edit that is followed take of a draft's room, in characters: they are named in 52 letters each.
const NAME: u64 = 4;

/// How much an edit takes of its draft's room, in characters: those that it types and deletes, and some for all that it names.
pub fn room(follows: &[ActId], runs: &[Run]) -> u64 {
    let names = (follows.len() + runs.len()) as u64 * NAME;
    runs.iter().map(Run::strokes).fold(names, u64::saturating_add)
}

/// What can be done with a draft.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "DraftAct")]
pub enum Act {
    /// Opens a draft; this act's id names it.
    #[serde(rename = "draft.open")]
    Open {
        /// What it is called.
        title: String,
        /// What it is to become: a motion, a clause by its id.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<String>,
        /// The text that it begins with.
        #[serde(default, skip_serializing_if = "String::is_empty")]
        base: String,
    },
    /// Types in a draft.
    #[serde(rename = "draft.edit")]
    Edit {
        /// Which.
        draft: ActId,
        /// The last edits of the text that was typed in, in ascending order, the writer's own last one among them; at first, the opening.
        follows: Vec<ActId>,
        /// What was typed and deleted, in order.
        runs: Vec<Run>,
    },
    /// Ends the work on a draft; what its text was stays readable, and what is typed later changes nothing of it.
    #[serde(rename = "draft.close")]
    Close {
        /// Which.
        draft: ActId,
        /// The last edits of the text that it ends with, in ascending order.
        follows: Vec<ActId>,
        /// The act of the commons that carries that text: a motion, or an act on the charter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        carried_by: Option<ActId>,
    },
}

impl Act {
    /// The draft that it belongs to; an opening makes its own.
    pub fn draft(&self) -> Option<&ActId> {
        match self {
            Act::Open { .. } => None,
            Act::Edit { draft, .. } | Act::Close { draft, .. } => Some(draft),
        }
    }
}
