//! What the law of what counts refuses: the void reasons of RESOLVER.md 2.

use schemars::JsonSchema;
use serde::Serialize;

use crate::id::{ActId, DeviceId};
use crate::plain::{Duty, Member};
use crate::refusal::{Principle, Rule, rule};

/// Why the view of an act's own past refuses it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "LawRefusal")]
pub enum Refusal {
    /// A line that skips, goes back, or follows another device's.
    ChainBroken,
    /// The act stands in another document, ring or assembly than its kind belongs to.
    WrongPlace,
    /// Nothing was founded yet.
    NotFounded,
    /// A second founding act.
    SecondFounding,
    /// The author's laptop was never on the roll.
    NotOnTheRoll {
        /// The laptop.
        device: DeviceId,
    },
    /// The author's laptop was removed.
    Removed {
        /// The laptop.
        device: DeviceId,
    },
    /// A paper recovery card may only sign, and file acts of the roll.
    PaperCard,
    /// The author's own line forks, and the author knows.
    OwnFork,
    /// Signs or moves something binding after signing its own removal.
    SignedOwnRemoval,
    /// Signs what it has not seen, or what is no binding act.
    NothingToSign {
        /// Which act.
        act: ActId,
    },
    /// Signs what is void.
    SignsVoid {
        /// Which act.
        act: ActId,
    },
    /// Signs what it signed before.
    SignedBefore {
        /// Which act.
        act: ActId,
    },
    /// Came onto the roll after the act was written.
    SignerTooNew {
        /// Which act.
        act: ActId,
    },
    /// Signs a removal that leaves out a signature of the one removed, which the signer has seen.
    StaleRemoval {
        /// Which act.
        act: ActId,
    },
    /// A cut names what was not seen, or another device's change.
    CutUnseen,
    /// Ratifies what it has not seen, or what is no deed.
    NothingToRatify {
        /// Which act.
        act: ActId,
    },
    /// The author does not hold the duty: never granted, recalled, or ended by a meeting.
    DutyNotHeld {
        /// Who.
        member: Member,
        /// What.
        duty: Duty,
    },
}

impl Refusal {
    /// The section of the law that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::DutyNotHeld { .. } => rule("R7", Principle::P3),
            Refusal::ChainBroken
            | Refusal::WrongPlace
            | Refusal::NotFounded
            | Refusal::SecondFounding
            | Refusal::NotOnTheRoll { .. }
            | Refusal::Removed { .. }
            | Refusal::PaperCard
            | Refusal::OwnFork
            | Refusal::SignedOwnRemoval
            | Refusal::NothingToSign { .. }
            | Refusal::SignsVoid { .. }
            | Refusal::SignedBefore { .. }
            | Refusal::SignerTooNew { .. }
            | Refusal::StaleRemoval { .. }
            | Refusal::CutUnseen
            | Refusal::NothingToRatify { .. } => rule("R2", Principle::P2),
        }
    }
}
