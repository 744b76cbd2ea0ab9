//! What stands against an act that is contested or split, by name: worked out where somebody asks, for a fork may freeze thousands.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::core::{Core, Scope};
use super::lines::Lines;
use super::view::View;
use super::{Fold, Status};
use crate::act::Standing;
use crate::id::{ActId, ChangeHash, DeviceId};

/// How many forks of a laptop are named, the first ones of its line: each of them is enough, and a thief can make thousands.
const FORKS: usize = 8;

/// One thing that stands against an act (RESOLVER.md 3).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Against {
    /// A removal, a recall, or a meeting after the term.
    Act {
        /// The act.
        act: ActId,
    },
    /// A laptop wrote different entries that follow one and the same.
    Fork {
        /// The laptop.
        device: DeviceId,
        /// Two of these entries, which prove it.
        proof: BTreeSet<ActId>,
    },
    /// An admission or a grant that it rests on counts no longer, or on one side only.
    Fallen {
        /// The admission or grant.
        act: ActId,
    },
}

impl<V: View> Fold<V> {
    /// What stands against a change that is contested or split, and against no other: of a binding act, what stands against those who
    /// signed it.
    pub fn against(&self, change: &ChangeHash) -> BTreeSet<Against> {
        let Some(at) = self.lines.find(change) else { return BTreeSet::new() };
        let (core, kept) = (&self.verdicts().core, &self.lines.kept[at]);
        // What is split counts where the removals in dispute do not strike.
        let strike = match self.verdicts().status[at] {
            Status::Contested => &core.counting,
            Status::Split => &core.possible,
            Status::Counts | Status::Pending | Status::Void { .. } | Status::Newer => return BTreeSet::new(),
        };
        match kept.standing {
            Some(Standing::Deed(_) | Standing::Note) => self.lines.against_deed(at, core).collect(),
            Some(Standing::Sign { .. }) => self.lines.against_signature(at, core, strike).collect(),
            Some(_) => {
                let signatures = core.base.signed.get(&at).into_iter().flatten();
                signatures.flat_map(|signature| self.lines.against_signature(*signature, core, strike)).collect()
            }
            None => BTreeSet::new(),
        }
    }
}

impl<V: View> Lines<V> {
    fn against_deed<'a>(&'a self, at: usize, core: &'a Core) -> impl Iterator<Item = Against> + 'a {
        let ended = self.ended(at, core);
        let grants = ended.is_some().then(|| self.fallen_grants(at, core)).into_iter().flatten();
        let acts = self.removed(at, core).chain(ended.into_iter().flatten()).map(|act| Against::Act { act: self.kept[act].id() });
        acts.chain(grants).chain(self.against_author(at, core))
    }

    fn against_signature<'a>(&'a self, at: usize, core: &'a Core, strike: &'a BTreeSet<usize>) -> impl Iterator<Item = Against> + 'a {
        let removals = core.base.removing.get(&self.kept[at].device()).into_iter().flatten();
        let striking = removals.filter(move |removal| strike.contains(removal) && !core.base.spares(self, **removal, at));
        striking.map(|removal| Against::Act { act: self.kept[*removal].id() }).chain(self.against_author(at, core))
    }

    /// The forks that freeze a change, and the admissions of its laptop if none of them counts.
    fn against_author<'a>(&'a self, at: usize, core: &'a Core) -> impl Iterator<Item = Against> + 'a {
        let device = self.kept[at].device();
        let forks = self.freezing(at, core, Scope::Whole).take(FORKS).map(move |branches| {
            let mut branches = branches.to_vec();
            branches.select_nth_unstable_by_key(1, |branch| self.kept[*branch].change.hash());
            Against::Fork { device, proof: branches.iter().take(2).map(|branch| self.kept[*branch].id()).collect() }
        });
        let admissions = core.base.admitting.get(&device).into_iter().flatten().filter(move |act| self.before(**act, at));
        let is_admitted = admissions.clone().any(|act| core.counting.contains(act));
        let fallen = admissions
            .filter(move |act| !is_admitted && core.unstruck.contains(act))
            .map(|act| Against::Fallen { act: self.kept[*act].id() });
        forks.chain(fallen)
    }

    /// The grants that a deed had seen and could rest on, and that do not count.
    fn fallen_grants<'a>(&'a self, at: usize, core: &'a Core) -> impl Iterator<Item = Against> + 'a {
        let kept = &self.kept[at];
        let is_of = move |act: &usize| match &self.kept[*act].standing {
            Some(Standing::Grant { member, duty, .. }) => kept.duty == Some(*duty) && kept.rests_on().any(|on| on == *member),
            Some(_) | None => false,
        };
        let binding = core.unstruck.difference(&core.counting).copied().filter(move |act| self.may_rest_on(at, *act));
        binding.filter(is_of).map(|act| Against::Fallen { act: self.kept[act].id() })
    }
}
