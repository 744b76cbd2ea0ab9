//! The acts of quiet periods.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::ActId;
use crate::plain::Day;

/// What can be said about being quiet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "QuietAct")]
pub enum Act {
    /// Declares that the town is quiet for some days; meanwhile nothing is void for want of a word.
    #[serde(rename = "quiet.begin")]
    Begin {
        /// The decision behind it; each period has its own.
        decision: ActId,
        /// The first day, not before the meeting that decided.
        from: Day,
        /// The last day, if it is not ended sooner.
        until: Day,
    },
    /// Ends a quiet period sooner.
    #[serde(rename = "quiet.end")]
    End {
        /// The act that declared it.
        quiet: ActId,
        /// The last quiet day.
        day: Day,
    },
}
