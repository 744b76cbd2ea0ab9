//! The acts on mandates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Recalled, Standing};
use crate::id::{ActId, ChangeHash};
use crate::plain::{Day, Duty, Member};

/// How far a delegate may go on one matter (C2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "latitude", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Latitude {
    /// Says exactly this.
    Fixed,
    /// May move within these limits.
    Within {
        /// The limits, in words.
        limits: String,
    },
    /// Asks home before saying anything.
    AskHome,
}

/// One instruction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Instruction {
    /// The matter.
    pub on: String,
    /// What the assembly wants.
    pub position: String,
    /// How far the holder may go.
    pub latitude: Latitude,
}

/// What can be done to mandates.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "MandateAct")]
pub enum Act {
    /// Gives a duty to a member until a day (binding).
    #[serde(rename = "mandate.grant")]
    Grant {
        /// The decision behind it.
        decision: ActId,
        /// To whom.
        member: Member,
        /// What.
        duty: Duty,
        /// The body outside that a delegate speaks at.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<String>,
        /// The instructions; a delegate has at least one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        items: Vec<Instruction>,
        /// The first day.
        from: Day,
        /// The last day; the first meeting after it ends the term (C7).
        until: Day,
        /// The name to show outside, if the holder agrees to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        public_name: Option<String>,
    },
    /// Takes it back (binding, C3).
    #[serde(rename = "mandate.recall")]
    Recall {
        /// The decision behind it.
        decision: ActId,
        /// The granting act.
        grant: ActId,
        /// Why.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<String>,
        /// The holder's last changes that stand, one a line; left out, everything that this act has seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut: Option<Vec<ChangeHash>>,
    },
}

impl Act {
    pub(crate) fn standing(&self) -> Standing {
        match self {
            Act::Grant { member, duty, until, .. } => Standing::Grant { member: *member, duty: *duty, until: *until },
            Act::Recall { grant, cut, .. } => Standing::Recall { of: Recalled::Grant(*grant), cut: cut.clone() },
        }
    }
}
