//! Binding acts and their signatures: the well-founded model of RESOLVER.md 3 to 6.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Kept, Lines};
use crate::act::{Cut, Standing};
use crate::id::{ActId, DeviceId};
use crate::plain::{Day, Duty, Member};

/// What is judged: the whole, or the past of one act.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    Whole,
    Past(&'a [u32]),
}

impl Scope<'_> {
    pub(super) fn holds(&self, kept: &Kept) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Past(past) => Lines::holds(past, kept),
        }
    }
}

/// A removal or recall with its cut.
pub(super) type Cutting = (usize, Option<Cut>);
/// A grant with the act's id and the last day of the term.
pub(super) type Granted = (usize, ActId, Day);

/// Which binding acts and signatures count, and why others do not.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Core {
    /// In force: not struck whatever strikes.
    pub(super) counting: BTreeSet<usize>,
    /// In force if the removals that are in dispute do not strike.
    pub(super) possible: BTreeSet<usize>,
    /// Would have enough signatures if no removal struck at all.
    pub(super) unstruck: BTreeSet<usize>,
    pub(super) admissions: BTreeMap<DeviceId, Vec<usize>>,
    pub(super) removals: BTreeMap<DeviceId, Vec<Cutting>>,
    pub(super) grants: BTreeMap<(Member, Duty), Vec<Granted>>,
    pub(super) recalls: BTreeMap<ActId, Vec<Cutting>>,
    pub(super) meetings: Vec<(usize, Day)>,
    pub(super) ratified: BTreeMap<ActId, Vec<usize>>,
}

impl Lines {
    /// Every act of the core in scope that is not void: binding acts, and signatures by the act they sign.
    fn core_acts(&self, core: &[usize], scope: Scope<'_>) -> (Vec<usize>, BTreeMap<ActId, Vec<usize>>) {
        let mut binding = Vec::new();
        let mut signatures: BTreeMap<ActId, Vec<usize>> = BTreeMap::new();
        for at in core.iter().copied().filter(|at| scope.holds(&self.kept[*at]) && self.kept[*at].void.is_none()) {
            match &self.kept[at].standing {
                Some(Standing::Sign { act }) => signatures.entry(*act).or_default().push(at),
                Some(_) if !self.carries(at, scope) => {}
                Some(_) => {
                    binding.push(at);
                    signatures.entry(self.kept[at].id()).or_default().push(at);
                }
                None => {}
            }
        }
        (binding, signatures)
    }

    /// Judges the core in scope: L and U by turns until L stands still.
    pub(super) fn judge_core(&self, core: &[usize], scope: Scope<'_>) -> Core {
        let (binding, signatures) = self.core_acts(core, scope);
        let removals: BTreeSet<usize> = binding.iter().copied().filter(|at| self.removal(*at).is_some()).collect();
        let step = |strikes: &BTreeSet<usize>| self.least_set(&binding, &signatures, strikes, scope);
        let unstruck = step(&BTreeSet::new());
        let mut counting: BTreeSet<usize> = BTreeSet::new();
        let mut possible = unstruck.clone();
        // Nothing strikes where no removal has enough signatures: one pass is the model.
        if removals.is_disjoint(&unstruck) {
            counting.clone_from(&unstruck);
        } else {
            loop {
                let next = step(&possible.intersection(&removals).copied().collect());
                let still = next == counting;
                counting = next;
                possible = step(&counting.intersection(&removals).copied().collect());
                if still {
                    break;
                }
            }
        }
        self.index(Core { counting, possible, unstruck, ..Core::default() })
    }

    fn removal(&self, at: usize) -> Option<DeviceId> {
        match self.kept[at].standing {
            Some(Standing::Remove { device, .. }) => Some(device),
            Some(_) | None => None,
        }
    }

    fn admits(&self, at: usize, device: DeviceId) -> bool {
        match self.kept[at].standing {
            Some(Standing::Found) => self.kept[at].device() == device,
            Some(Standing::Admit { device: admitted, .. }) => admitted == device,
            Some(_) | None => false,
        }
    }

    /// The least set of binding acts that count, given which removals strike: people who only vouch for each other vouch for nothing.
    fn least_set(
        &self,
        binding: &[usize],
        signatures: &BTreeMap<ActId, Vec<usize>>,
        strikes: &BTreeSet<usize>,
        scope: Scope<'_>,
    ) -> BTreeSet<usize> {
        let mut counting = BTreeSet::new();
        loop {
            let before = counting.len();
            for at in binding {
                if !counting.contains(at) && self.has_quorum(*at, signatures, &counting, strikes, scope) {
                    counting.insert(*at);
                }
            }
            if counting.len() == before {
                return counting;
            }
        }
    }

    fn has_quorum(
        &self,
        act: usize,
        signatures: &BTreeMap<ActId, Vec<usize>>,
        counting: &BTreeSet<usize>,
        strikes: &BTreeSet<usize>,
        scope: Scope<'_>,
    ) -> bool {
        let kept = &self.kept[act];
        let (of_the_roll, excluded) = match &kept.standing {
            Some(Standing::Found) => return true,
            Some(Standing::Admit { .. } | Standing::Remove { .. }) => (true, None),
            Some(Standing::Ratify { act }) => {
                (false, self.act(act, scope).and_then(|deed| self.kept[deed].author).map(|author| author.member))
            }
            Some(_) => (false, None),
            None => return false,
        };
        let live = |at: &usize| self.is_live(*at, act, counting, strikes, scope);
        let signers: Vec<usize> = signatures.get(&kept.id()).into_iter().flatten().copied().filter(live).collect();
        let mut by_holder: BTreeMap<Member, (u32, usize)> = BTreeMap::new();
        for at in signers {
            let Some(author) = self.kept[at].author.filter(|author| Some(author.member) != excluded) else { continue };
            let need = if of_the_roll { self.kept[at].majority } else { self.kept[at].quorum };
            let best = by_holder.entry(author.member).or_insert((need, at));
            *best = (*best).min((need, at));
        }
        let signers: Vec<(u32, usize)> = by_holder.into_values().collect();
        let barred = |one: usize, other: usize| of_the_roll && self.signed_out(one, other, act, signatures, scope);
        enough(signers, &barred)
    }

    /// RESOLVER.md 4: its admission counts and lies in its past, and no removal that counts leaves it out.
    fn is_live(&self, at: usize, act: usize, counting: &BTreeSet<usize>, strikes: &BTreeSet<usize>, scope: Scope<'_>) -> bool {
        let device = self.kept[at].device();
        let admitted = counting.iter().any(|admission| self.admits(*admission, device) && self.before(*admission, at));
        let spared = |removal: &usize| self.removal(*removal) != Some(device) || self.before(at, *removal) || *removal == act;
        admitted && strikes.iter().all(spared) && !self.frozen(at, scope)
    }

    /// Whether `one`, before signing here, had signed another removal of `other`'s device that had not seen `other`.
    fn signed_out(&self, one: usize, other: usize, here: usize, signatures: &BTreeMap<ActId, Vec<usize>>, scope: Scope<'_>) -> bool {
        let (signer, struck) = (self.kept[one].device(), self.kept[other].device());
        signatures.iter().any(|(id, signed)| {
            let Some(removal) = self.act(id, scope).filter(|removal| *removal != here && self.removal(*removal) == Some(struck)) else {
                return false;
            };
            !self.before(other, removal) && signed.iter().any(|at| self.kept[*at].device() == signer && self.before(*at, one))
        })
    }

    /// RESOLVER.md 6: after a fork of its device, a change stands only if a majority had taken it in before it could know.
    pub(super) fn frozen(&self, at: usize, scope: Scope<'_>) -> bool {
        if !self.has_forks() {
            return false;
        }
        let kept = &self.kept[at];
        self.forks_of(kept.device()).any(|siblings| {
            let proof: Vec<usize> = siblings.iter().copied().filter(|sibling| scope.holds(&self.kept[*sibling])).collect();
            let after = proof.iter().any(|sibling| *sibling == at || self.before(*sibling, at));
            proof.len() > 1 && after && !self.taken_in(at, &proof, scope)
        })
    }

    fn taken_in(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> bool {
        let mut holders: BTreeSet<Member> = self.kept[at].author.iter().map(|author| author.member).collect();
        for (index, later) in self.kept.iter().enumerate().skip(at) {
            let knows = proof.iter().filter(|sibling| **sibling == index || self.before(**sibling, index)).count() > 1;
            if scope.holds(later) && later.void.is_none() && self.before(at, index) && !knows {
                holders.extend(later.author.iter().map(|author| author.member));
            }
        }
        holders.len() as u32 >= self.kept[at].majority
    }

    fn index(&self, mut core: Core) -> Core {
        for at in &core.counting {
            let kept = &self.kept[*at];
            match &kept.standing {
                Some(Standing::Found) => core.admissions.entry(kept.device()).or_default().push(*at),
                Some(Standing::Admit { device, .. }) => core.admissions.entry(*device).or_default().push(*at),
                Some(Standing::Remove { device, cut }) => core.removals.entry(*device).or_default().push((*at, cut.clone())),
                Some(Standing::Grant { member, duty, until }) => {
                    core.grants.entry((*member, *duty)).or_default().push((*at, kept.id(), *until));
                }
                Some(Standing::Recall { grant, cut }) => core.recalls.entry(*grant).or_default().push((*at, cut.clone())),
                Some(Standing::Meeting { day }) => core.meetings.push((*at, *day)),
                Some(Standing::Ratify { act }) => core.ratified.entry(*act).or_default().push(*at),
                Some(Standing::Binding | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note) | None => {}
            }
        }
        core
    }
}

/// Whether some set of signers without a barred pair is at least as large as the largest need in it.
fn enough(mut signers: Vec<(u32, usize)>, barred: &dyn Fn(usize, usize) -> bool) -> bool {
    signers.sort_unstable();
    let reaches = signers.iter().enumerate().any(|(before, (need, _))| before as u32 + 1 >= (*need).max(1));
    if !reaches {
        return false;
    }
    let pair = signers.iter().find_map(|(_, one)| signers.iter().find(|(_, other)| barred(*one, *other)).map(|(_, other)| (*one, *other)));
    match pair {
        None => true,
        Some((one, other)) => {
            let without = |left_out: usize| signers.iter().copied().filter(|(_, at)| *at != left_out).collect();
            enough(without(one), barred) || enough(without(other), barred)
        }
    }
}
