//! Settled: in force for good, unless somebody forks and so shows it (RESOLVER.md 3 and 4).

use std::collections::BTreeSet;

use super::Fold;
use super::core::{Core, Scope};
use super::lines::Lines;
use super::verdicts::Verdicts;
use super::view::{Clause, View};
use crate::act::Standing;
use crate::id::ActId;

impl<V: View> Fold<V> {
    /// Whether a binding act is settled: it counts by signatures that a majority of each signer's roll has taken in without having signed
    /// that signer out before, from signers whose admissions are settled.
    ///
    /// It is asked of all acts at once, and once for each change that arrives.
    pub fn settled(&self, id: &ActId) -> bool {
        let Verdicts { core, settled, settled_before, .. } = self.verdicts();
        let settled = settled.get_or_init(|| self.lines.settled(core, settled_before.clone()));
        self.lines.carriers(id, Scope::Whole).any(|at| settled.contains(&at))
    }
}

impl<V: View> Lines<V> {
    /// The binding acts that are settled: the least set, so people who only settle each other settle nothing.
    ///
    /// While the core only grows, what was settled `before` stays so: nothing takes back what somebody has taken in.
    pub(super) fn settled(&self, core: &Core, before: BTreeSet<usize>) -> BTreeSet<usize> {
        let firm = |act: usize, at: &usize| {
            let is_live = || core.base.is_live(self, *at, (&core.counting).into(), &core.possible);
            is_live() && !self.frozen(*at, core, Scope::Whole) && self.is_held(*at, act, core)
        };
        let is_founding = |act: &usize| self.kept[*act].standing == Some(Standing::Found);
        let mut settled = before;
        settled.extend(core.counting.iter().filter(|act| is_founding(act)));
        let open: Vec<usize> = core.counting.difference(&settled).copied().collect();
        // Whether a signature is held does not hang on what is settled, so it is asked once.
        let firm = |act: usize| core.base.signed[&act].iter().copied().filter(|at| firm(act, at)).collect::<BTreeSet<usize>>();
        let mut open: Vec<(usize, BTreeSet<usize>)> = open.into_iter().map(|act| (act, firm(act))).collect();
        loop {
            let before = settled.len();
            open.retain(|(act, firm)| {
                let is_admitted = |at: &usize| {
                    let mut admissions = core.base.admitting.get(&self.kept[*at].device()).into_iter().flatten();
                    admissions.any(|admission| settled.contains(admission) && self.before(*admission, *at))
                        || !V::keeps(Clause::SettledFromTheRoot)
                };
                let settles = core.base.has_quorum(self, *act, &|at| firm.contains(at) && is_admitted(at));
                if settles {
                    settled.insert(*act);
                }
                !settles
            });
            if settled.len() == before {
                return settled;
            }
        }
    }

    /// Whether a majority of the roll that its author saw has taken a signature in, not having signed its author out before: whatever
    /// fork is shown of its author.
    fn is_held(&self, at: usize, act: usize, core: &Core) -> bool {
        let kept = &self.kept[at];
        let may = |(member, by): &(_, usize)| !(V::keeps(Clause::SettledByOthers) && core.base.signed_out(self, *member, *by, at, act));
        let (author, takers): (Vec<_>, Vec<_>) =
            (self.author(at).filter(may).collect(), self.takers(at, Scope::Whole).filter(may).collect());
        let holds = |proof: &[usize]| {
            let free = takers.iter().filter(|(_, by)| self.is_free(*by, proof));
            self.is_majority(at, author.iter().chain(free).copied()) || !V::keeps(Clause::SettledWhenHeld)
        };
        holds(&[]) && self.forks_of(kept.device()).filter(|proof| self.reaches(proof, at)).all(holds)
    }
}
