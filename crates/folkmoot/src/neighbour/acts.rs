//! The acts on neighbours and invites, which tell all laptops of an assembly what one of them did.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::id::{ActId, AssemblyId, DeviceId, InviteId};
use crate::plain::Member;
use crate::roll::Keys;

/// What can be done about neighbours.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[schemars(rename = "NeighbourAct")]
#[serde(tag = "do", deny_unknown_fields)]
pub enum Act {
    /// Makes an invite known, so that every laptop of the assembly hears the answer to it.
    #[serde(rename = "neighbour.invite")]
    Invite {
        /// The hash of its secret.
        invite: InviteId,
        /// Until when it may be answered, in seconds since 1970.
        until: i64,
        /// Whose laptop is invited; a town if nobody's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        member: Option<Member>,
    },
    /// Takes an invite back, and the welcome of whoever came by it.
    #[serde(rename = "neighbour.revoke")]
    Revoke {
        /// Which.
        invite: InviteId,
    },
    /// A town becomes a neighbour: it answered an invite, or its own was joined.
    #[serde(rename = "neighbour.join")]
    Join {
        /// The town.
        town: AssemblyId,
        /// What it calls itself.
        name: String,
        /// The key that its laptop is met by, the one that answered or invited.
        endpoint: DeviceId,
        /// The invite that it answered.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        by: Option<InviteId>,
        /// The code of its own that was joined, as it was read, so that every laptop can answer it; nothing here reads it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    },
    /// A laptop answered an invite, and waits for somebody to admit it.
    #[serde(rename = "neighbour.ask")]
    Ask {
        /// The invite.
        invite: InviteId,
        /// Its signing key.
        device: DeviceId,
        /// Its other keys.
        keys: Keys,
    },
    /// Stops being neighbours with a town: its laptops are strangers again.
    #[serde(rename = "neighbour.part")]
    Part {
        /// The town.
        town: AssemblyId,
        /// The acts by which it is a neighbour as far as this laptop knows, ascending; what others do at the same time stands.
        joins: Vec<ActId>,
    },
}
