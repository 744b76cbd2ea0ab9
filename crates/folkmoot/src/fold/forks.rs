//! Forks: what of a device's line stands after it went two ways (RESOLVER.md 6).

use std::collections::BTreeSet;

use super::core::Scope;
use super::lines::Lines;
use crate::plain::Member;

impl Lines {
    /// After a fork of its device, a change stands only if a majority had taken it in before it could know.
    pub(super) fn frozen(&self, at: usize, scope: Scope<'_>) -> bool {
        self.forks_of(self.kept[at].device()).any(|siblings| {
            let proof: Vec<usize> = siblings.iter().copied().filter(|sibling| scope.holds(&self.kept[*sibling])).collect();
            proof.len() > 1 && self.reached(&proof, at) > 0 && !self.taken_in(at, &proof, scope)
        })
    }

    /// How many of some changes a change shows: itself, or in its past.
    fn reached(&self, some: &[usize], at: usize) -> usize {
        some.iter().filter(|one| **one == at || self.before(**one, at)).count()
    }

    /// Whether a majority of the roll that its author saw wrote something with the change, and without the proof, in its past.
    ///
    /// What stands in a less public ring proves nothing here, or a copy of the commons alone would judge otherwise.
    fn taken_in(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> bool {
        let kept = &self.kept[at];
        let mut holders: BTreeSet<Member> = kept.author.iter().map(|author| author.member).collect();
        let mut later = self.kept.iter().enumerate().skip(at + 1);
        while (holders.len() as u32) < kept.majority {
            let Some((index, next)) = later.next() else { return false };
            if let Some(member) = kept.roll.get(&next.device()) {
                let heard = next.ring() == kept.ring() && scope.holds(next) && self.before(at, index);
                if heard && self.reached(proof, index) < 2 {
                    holders.insert(*member);
                }
            }
        }
        true
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
        let prev = self.kept[at].change.says().prev.and_then(|prev| self.find(&prev));
        self.before(old, at) && !prev.is_some_and(|prev| self.before(old, prev))
    }
}
