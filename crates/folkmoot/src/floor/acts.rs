//! What is said in the hall, by name.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ActId;
use crate::plain::{Meeting, Member};

/// What can be written down of the floor.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "FloorAct")]
pub enum Act {
    /// Members arrive and leave.
    #[serde(rename = "floor.attend")]
    Attend {
        /// Where.
        meeting: Meeting,
        /// Who arrived.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        arrived: Vec<Member>,
        /// Who left.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left: Vec<Member>,
        /// Who saw it, when it is written down on their behalf (A13).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        witness: Option<Member>,
    },
    /// A member objects, or stands aside, and says why.
    #[serde(rename = "floor.object")]
    Object {
        /// Where.
        meeting: Meeting,
        /// To what.
        motion: ActId,
        /// Who.
        member: Member,
        /// Why.
        reason: String,
        /// Stands aside instead of blocking.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        aside: bool,
    },
    /// A note for the assembly's own memory.
    #[serde(rename = "floor.note")]
    Note {
        /// Where.
        meeting: Meeting,
        /// In words.
        text: String,
    },
}

impl Act {
    /// The meeting that it belongs to.
    pub fn meeting(&self) -> &Meeting {
        match self {
            Act::Attend { meeting, .. } | Act::Object { meeting, .. } | Act::Note { meeting, .. } => meeting,
        }
    }
}
