//! The acts of the roll.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::Standing;
use crate::id::{ActId, CardHash, ChangeHash, DeviceId};
use crate::plain::{Day, Member};

/// What a laptop shows of itself when it comes onto the roll, beside its signing key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Keys {
    /// The key that bundles are sealed to (age recipient, X25519).
    pub sealing: String,
    /// The key that it is met by on a network (ed25519 public key, 52 letters).
    pub endpoint: DeviceId,
}

/// A person has a vote; an institution has one only if the charter says so (A14).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// One human being.
    #[default]
    Person,
    /// A school, a cooperative, a mosque.
    Institution,
}

/// One member to be entered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Enrolled {
    /// The member's number, not given to anyone before.
    pub number: Member,
    /// Stands for the card that lies beside the chain.
    pub card: CardHash,
    /// Person or institution.
    #[serde(default)]
    pub kind: Kind,
}

/// What can be done to the roll.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "RollAct")]
pub enum Act {
    /// Founds the assembly; its author's laptop is the first on the roll.
    #[serde(rename = "roll.found")]
    Found {
        /// The assembly's name.
        name: String,
        /// Where it meets.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
        /// The founder, who is member 1.
        card: CardHash,
        /// The founder's laptop.
        keys: Keys,
    },
    /// Enters members; people without a laptop belong like everyone else (A13).
    #[serde(rename = "roll.enrol")]
    Enrol {
        /// Whom.
        members: Vec<Enrolled>,
        /// The member who saw it, when a facilitator enters people on their behalf.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        witness: Option<Member>,
    },
    /// Replaces a member's card: a new name, a new telephone.
    #[serde(rename = "roll.card")]
    Card {
        /// Whose.
        member: Member,
        /// The card that it replaces.
        replaces: CardHash,
        /// The new card.
        card: CardHash,
    },
    /// A member leaves; the number is not given again.
    #[serde(rename = "roll.leave")]
    Leave {
        /// Who.
        member: Member,
        /// On which day.
        day: Day,
    },
    /// Admits a laptop, or a paper recovery card, of a member (binding, more than half of the roll).
    #[serde(rename = "roll.admit")]
    Admit {
        /// Whose it is.
        member: Member,
        /// Its signing key.
        device: DeviceId,
        /// Its other keys.
        keys: Keys,
        /// A paper recovery card may only sign, and file acts of the roll.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        paper: bool,
    },
    /// Takes a laptop off the roll for good (binding, more than half of the roll).
    #[serde(rename = "roll.remove")]
    Remove {
        /// Its signing key.
        device: DeviceId,
        /// Why.
        reason: String,
        /// The last changes of it that stand, one a line; left out, everything that this act has seen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut: Option<Vec<ChangeHash>>,
        /// How many entries of it inside the assembly stand: those that whoever files this has heard. Left out, all of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        inside: Option<u64>,
    },
    /// Changes k, the number of holders that a binding act needs (binding, more than half of the roll, and no fewer than k).
    #[serde(rename = "roll.quorum")]
    Quorum {
        /// One more than the last change of k.
        number: u32,
        /// How many holders must sign.
        k: u32,
    },
    /// Signs a binding act.
    #[serde(rename = "roll.sign")]
    Sign {
        /// Which.
        act: ActId,
    },
    /// Makes one contested deed count (binding).
    #[serde(rename = "roll.ratify")]
    Ratify {
        /// Which.
        act: ActId,
    },
}

impl Act {
    pub(crate) fn standing(&self) -> Standing {
        match self {
            Act::Found { .. } => Standing::Found,
            Act::Enrol { .. } | Act::Card { .. } | Act::Leave { .. } => Standing::Note,
            Act::Admit { device, member, .. } => Standing::Admit { device: *device, member: *member },
            Act::Remove { device, cut, inside, .. } => Standing::Remove { device: *device, cut: cut.clone(), inside: *inside },
            Act::Quorum { .. } => Standing::Quorum,
            Act::Sign { act } => Standing::Sign { act: *act },
            Act::Ratify { act } => Standing::Ratify { act: *act },
        }
    }
}
