//! The acts of the charter.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ActId;

/// One clause; its id never changes, its words may.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Stable, in small letters and hyphens, like `right-of-exit`.
    pub id: String,
    /// The heading.
    pub heading: String,
    /// The words.
    pub text: String,
}

/// How a meeting settles a motion (T8).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    /// Nobody objects.
    Consent,
    /// More for than against.
    Majority,
    /// At least two of three who said yes or no said yes.
    TwoThirds,
}

/// Numbers that rules read; what is left out keeps its value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// How motions are settled; left out, each motion says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<Method>,
    /// How many of a hundred members must be present to decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<u32>,
    /// Delegates to each body outside (C1; 2 unless said otherwise).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seats: Option<u32>,
    /// Days within which a delegate reports back (T2; 7 unless said otherwise).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub report_days: Option<u32>,
    /// Days for which the town may be quiet at a time (T6; 30 unless said otherwise).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quiet_days: Option<u32>,
}

/// What can be done to the charter.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "CharterAct")]
pub enum Act {
    /// Adopts the first charter.
    #[serde(rename = "charter.adopt")]
    Adopt {
        /// The decision that adopted it.
        decision: ActId,
        /// Its title.
        title: String,
        /// Its clauses in order.
        clauses: Vec<Clause>,
        /// Its numbers.
        #[serde(default)]
        settings: Settings,
        /// The draft that it was written in, by its id alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_draft: Option<ActId>,
    },
    /// Amends it: sets clauses anew, adds some, drops some.
    #[serde(rename = "charter.amend")]
    Amend {
        /// The decision that amended it.
        decision: ActId,
        /// Clauses with new words, and new clauses, which go to the end.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        set: Vec<Clause>,
        /// Ids of clauses that no longer hold.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        drop: Vec<String>,
        /// Numbers that change.
        #[serde(default)]
        settings: Settings,
        /// The draft that it was written in, by its id alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_draft: Option<ActId>,
    },
}

impl Act {
    /// The draft that its words were written in, if any.
    pub fn from_draft(&self) -> Option<ActId> {
        match self {
            Act::Adopt { from_draft, .. } | Act::Amend { from_draft, .. } => *from_draft,
        }
    }
}
