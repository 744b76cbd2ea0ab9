//! What a town has co-signed.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::acts::{Act, Sealed, Tip};
use crate::act::Entry;
use crate::id::{ActId, AssemblyId, DeviceId};
use crate::plain::Member;

/// A co-signature.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cosign {
    /// The act.
    pub id: ActId,
    /// The member whose laptop signed it.
    pub by: Member,
    /// When its laptop's clock says so, in seconds since 1970; a claim.
    pub claimed_at: i64,
    /// What was sealed.
    pub sealed: Vec<Sealed>,
    /// Where the other town's book stood.
    pub head: Vec<Tip>,
    /// The ones before it.
    pub follows: Vec<ActId>,
}

impl Cosign {
    /// Whether its head goes on from an earlier one, as far as lengths and ends tell: each line is longer, or ends with the same change.
    pub fn extends(&self, earlier: &[Tip]) -> bool {
        extends(&self.head, earlier).is_ok()
    }
}

/// Whether a head goes on from an earlier one, or else on which laptop's line it does not.
pub(super) fn extends(head: &[Tip], earlier: &[Tip]) -> Result<(), DeviceId> {
    let goes_on = |before: &Tip| {
        let same = |now: &Tip| now.length > before.length || now == before;
        head.iter().filter(|now| now.device == before.device).any(same)
    };
    earlier.iter().find(|before| !goes_on(before)).map_or(Ok(()), |before| Err(before.device))
}

/// What a town has co-signed, by the town that sealed it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Witness {
    /// Every co-signature.
    pub cosigned: BTreeMap<AssemblyId, BTreeMap<ActId, Cosign>>,
}

impl Witness {
    /// The co-signatures for a town, by act.
    pub fn of(&self, town: &AssemblyId) -> impl Iterator<Item = &Cosign> {
        self.cosigned.get(town).into_iter().flat_map(BTreeMap::values)
    }

    /// The last ones for a town, ascending: those that no other follows.
    pub fn latest(&self, town: &AssemblyId) -> Vec<&Cosign> {
        let followed: BTreeSet<&ActId> = self.of(town).flat_map(|cosign| &cosign.follows).collect();
        self.of(town).filter(|cosign| !followed.contains(&cosign.id)).collect()
    }

    /// Those for a town whose heads still say something: the last ones, and each that another member's follows. Whoever signs looks whether the
    /// town goes on with the same book, and nobody can see from this book whether another member did.
    pub fn heads_to_keep(&self, town: &AssemblyId) -> BTreeSet<ActId> {
        let by: BTreeMap<ActId, Member> = self.of(town).map(|cosign| (cosign.id, cosign.by)).collect();
        let others =
            self.of(town).flat_map(|cosign| cosign.follows.iter().filter(|before| by.get(before).is_some_and(|by| *by != cosign.by)));
        others.copied().chain(self.latest(town).into_iter().map(|cosign| cosign.id)).collect()
    }

    /// Whether an act of a town was co-signed.
    pub fn has(&self, town: &AssemblyId, act: &ActId) -> bool {
        self.of(town).any(|cosign| cosign.sealed.iter().any(|sealed| sealed.act() == *act))
    }

    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act {
            Act::Cosign { town, sealed, head, follows } => {
                let (id, by, claimed_at) = (entry.id, entry.by, entry.claimed_at);
                let cosign = Cosign { id, by, claimed_at, sealed: sealed.clone(), head: head.clone(), follows: follows.clone() };
                self.cosigned.entry(*town).or_default().insert(id, cosign);
            }
        }
    }
}
