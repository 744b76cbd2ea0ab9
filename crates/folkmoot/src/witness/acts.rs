//! The act of witnessing.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{ActId, AssemblyId, ChangeHash, DeviceId, MinutesHash};
use crate::plain::{Day, Meeting};

/// Where one line of a town's commons ended for whoever looked: of which laptop, how many changes, and the last of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tip {
    /// The laptop, by its signing key.
    pub device: DeviceId,
    /// How many changes there are up to there, the last one with them.
    pub length: u64,
    /// The last one.
    pub tip: ChangeHash,
}

/// What a town sealed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Sealed {
    /// The minutes of a meeting.
    Minutes {
        /// The act that seals them.
        act: ActId,
        /// Which meeting.
        meeting: Meeting,
        /// The digest that it seals.
        digest: MinutesHash,
    },
    /// Accounts, closed up to a day.
    Closing {
        /// The act that closes them.
        act: ActId,
        /// The last day.
        until: Day,
    },
}

impl Sealed {
    /// The act that seals or closes.
    pub fn act(&self) -> ActId {
        match self {
            Sealed::Minutes { act, .. } | Sealed::Closing { act, .. } => *act,
        }
    }
}

/// What a witness can do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "WitnessAct")]
pub enum Act {
    /// Co-signs what another town has sealed, and says where its book stood.
    #[serde(rename = "witness.cosign")]
    Cosign {
        /// The other town.
        town: AssemblyId,
        /// What it sealed, in ascending order.
        sealed: Vec<Sealed>,
        /// Where every line of its commons ended here, in ascending order; a laptop whose line forks has several ends.
        head: Vec<Tip>,
        /// The last acts by which this town co-signed that one, ascending: the head goes on from theirs.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        follows: Vec<ActId>,
    },
}

impl Act {
    /// The town that is witnessed.
    pub fn town(&self) -> AssemblyId {
        match self {
            Act::Cosign { town, .. } => *town,
        }
    }
}
