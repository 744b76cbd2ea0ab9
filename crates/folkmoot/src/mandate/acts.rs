//! The acts on mandates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::{Recalled, Standing};
use crate::id::{ActId, ChangeHash};
use crate::plain::{Day, Duty, Meeting, Member};

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
        /// The accounts that a treasurer keeps, each with all below it; none for the whole ledger.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        accounts: Vec<String>,
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
    /// A delegate agreed to something at the body outside; it is void unless it is reported at home in time (C5).
    #[serde(rename = "mandate.agree")]
    Agree {
        /// The mandate.
        grant: ActId,
        /// On which day.
        day: Day,
        /// To what.
        what: String,
    },
    /// The assembly has heard the report; somebody else than the delegate says so (C4, T2).
    #[serde(rename = "mandate.report")]
    Report {
        /// What was agreed to.
        agreed: ActId,
        /// On which day it was reported.
        day: Day,
    },
    /// The assembly records in a meeting that no report came in time.
    #[serde(rename = "mandate.miss")]
    Miss {
        /// What was agreed to.
        agreed: ActId,
        /// The meeting, after the last day for it.
        meeting: Meeting,
    },
}

impl Act {
    pub(crate) fn standing(&self) -> Standing {
        match self {
            Act::Grant { member, duty, until, .. } => Standing::Grant { member: *member, duty: *duty, until: *until },
            Act::Agree { .. } => Standing::Deed(Duty::Delegate),
            Act::Report { .. } | Act::Miss { .. } => Standing::Deed(Duty::Facilitator),
            Act::Recall { grant, cut, .. } => Standing::Recall { of: Recalled::Grant(*grant), cut: cut.clone() },
        }
    }
}
