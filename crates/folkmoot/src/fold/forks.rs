//! Forks: what of a device's line stands after it went two ways (RESOLVER.md 6).

use std::collections::BTreeSet;

use super::core::Scope;
use super::lines::Lines;
use super::view::{Clause, View};
use crate::plain::Member;

impl<V: View> Lines<V> {
    /// After a fork of its device, a change stands only if a majority had taken it in before it could know.
    pub(super) fn frozen(&self, at: usize, scope: Scope<'_>) -> bool {
        V::keeps(Clause::ForkFreezes)
            && self.forks_of(self.kept[at].device()).any(|siblings| {
                let proof: Vec<usize> = siblings.iter().copied().filter(|sibling| scope.holds(&self.kept[*sibling])).collect();
                proof.len() > 1 && self.reached(&proof, at) > 0 && !(self.taken_in(at, &proof, scope) && V::keeps(Clause::TakenInStands))
            })
    }

    /// How many of some changes a change shows: itself, or in its past.
    pub(super) fn reached(&self, some: &[usize], at: usize) -> usize {
        some.iter().filter(|one| **one == at || self.before(**one, at)).count()
    }

    /// Whether a majority of the roll that its author saw, the author included, has taken a change in without the proof.
    fn taken_in(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> bool {
        let kept = &self.kept[at];
        let mut holders: BTreeSet<Member> = BTreeSet::new();
        self.takers(at, proof, scope).any(|(member, _)| {
            holders.insert(member);
            holders.len() as u32 >= kept.majority
        })
    }

    /// Who has taken a change in: the author, and whoever of the roll that its author saw wrote something with the change, and without
    /// the proof, in its past; each with the change by which, once for each line.
    ///
    /// What stands in a less public ring takes nothing in, or a copy of the commons alone would judge otherwise.
    pub(super) fn takers(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> impl Iterator<Item = (Member, usize)> {
        let kept = &self.kept[at];
        let others = self.lines.iter().filter(|line| line.ring == kept.ring()).filter_map(move |line| {
            // Whatever a change has in its past, those after it on its line have too: the first to hold this one says the most.
            let first = line.changes.partition_point(|change| !self.before(at, *change));
            let by = *line.changes.get(first)?;
            let member = *kept.roll.get(&self.kept[by].device())?;
            (scope.holds(&self.kept[by]) && (self.reached(proof, by) < 2 || !V::keeps(Clause::TakenInWithoutProof))).then_some((member, by))
        });
        kept.author.iter().map(move |author| (author.member, at)).chain(others)
    }

    /// Whether a change may alter what the forks in scope freeze: it is one of the branches, or has heard of one alone.
    pub(super) fn touches_a_fork(&self, at: usize, scope: Scope<'_>) -> bool {
        self.forks().any(|(_, siblings)| {
            let shown = siblings.iter().filter(|sibling| scope.holds(&self.kept[**sibling])).count() > 1;
            shown && (siblings.contains(&at) || self.reached(siblings, at) == 1)
        })
    }

    /// Whether a change is a branch of a fork.
    pub(super) fn is_branch(&self, at: usize) -> bool {
        self.forks_of(self.kept[at].device()).any(|siblings| siblings.contains(&at))
    }

    /// Whether a change has something in its past that the one before it on its line had not.
    pub(super) fn is_news(&self, old: usize, at: usize) -> bool {
        let kept = &self.kept[at];
        let prev = kept.change.says().prev.and_then(|prev| self.find(&prev));
        // One that goes on from what another wrote begins a line of its own, and all that it has in its past is news.
        let on_its_line = prev.filter(|prev| self.kept[*prev].device() == kept.device() && self.kept[*prev].ring() == kept.ring());
        self.before(old, at) && !on_its_line.is_some_and(|prev| self.before(old, prev))
    }
}
