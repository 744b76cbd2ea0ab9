//! The acts on notes that somebody keeps alone.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ActId;
use crate::plain::Meeting;

/// What can be done with one's own notes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "NoteAct")]
pub enum Act {
    /// Writes a note that only one's own laptops hold.
    #[serde(rename = "note.write")]
    Write {
        /// In words.
        text: String,
        /// The meeting that it is about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        meeting: Option<Meeting>,
        /// The act that it is about: a mandate, an entry.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        act: Option<ActId>,
        /// The note that it takes the place of.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        instead: Option<ActId>,
    },
    /// Puts a note away: it is shown no more.
    #[serde(rename = "note.drop")]
    Drop {
        /// Which.
        note: ActId,
    },
}
