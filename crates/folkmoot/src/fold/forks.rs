//! Forks: what of a device's line stands after it went two ways (RESOLVER.md 6).

use std::collections::{BTreeMap, BTreeSet};

use super::core::{Core, Scope};
use super::lines::{Line, Lines};
use super::view::{Clause, View};
use crate::id::DeviceId;
use crate::plain::Member;

/// Forks by device, each by its branches.
pub(super) type Forks = BTreeMap<DeviceId, Vec<Vec<usize>>>;

impl<V: View> Lines<V> {
    /// After a fork of its device, a change stands only if a majority had taken it in before it could know. What is void stands in
    /// no way, and whoever forks a thousand times writes mostly that.
    pub(super) fn frozen(&self, at: usize, core: &Core, scope: Scope<'_>) -> bool {
        self.freezing(at, core, scope).next().is_some()
    }

    /// The forks that freeze a change, each with its branches in scope.
    pub(super) fn freezing<'a>(&'a self, at: usize, core: &'a Core, scope: Scope<'a>) -> impl Iterator<Item = &'a [usize]> + 'a {
        let device = self.kept[at].device();
        let whole = matches!(scope, Scope::Whole).then(|| self.forks_of(device)).into_iter().flatten();
        let of_a_past = core.forks.get(&device).into_iter().flatten().map(Vec::as_slice);
        whole.chain(of_a_past).filter(move |proof| self.freezes(proof, at, scope))
    }

    /// Whether a fork, of which these branches are in scope, freezes a change of its device.
    pub(super) fn freezes(&self, proof: &[usize], at: usize, scope: Scope<'_>) -> bool {
        let may = V::keeps(Clause::ForkFreezes) && self.kept[at].void.is_none();
        let stands = || self.taken_in(at, proof, scope) && V::keeps(Clause::TakenInStands);
        may && self.reaches(proof, at) && !stands()
    }

    /// The forks that a past shows, by device, each with its branches there. Of the whole, the lines themselves tell.
    pub(super) fn forks_in(&self, scope: Scope<'_>) -> Forks {
        let mut shown = Forks::new();
        for (device, siblings) in self.forks().filter(|_| matches!(scope, Scope::Past(_))) {
            let proof: Vec<usize> = siblings.iter().copied().filter(|sibling| scope.holds(&self.kept[*sibling])).collect();
            if proof.len() > 1 {
                shown.entry(device).or_default().push(proof);
            }
        }
        shown
    }

    /// Whether a change is, or has in its past, one of some changes.
    pub(super) fn reaches(&self, some: &[usize], at: usize) -> bool {
        self.shown(some, at).next().is_some()
    }

    /// Whether a majority of the roll that its author saw, the author included, has taken a change in without the proof.
    fn taken_in(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> bool {
        let kept = &self.kept[at];
        let mut holders: BTreeSet<Member> = kept.author.iter().map(|author| author.member).collect();
        let mut candidates = self.candidates(at);
        while (holders.len() as u32) < kept.majority {
            let Some((member, line)) = candidates.next() else { return false };
            if !holders.contains(&member) && self.takes(at, line, proof, scope).is_some() {
                holders.insert(member);
            }
        }
        true
    }

    /// Who has taken a change in: the author, and whoever of the roll that its author saw wrote something with the change, and without
    /// the proof, in its past; each with the change by which, once for each line.
    ///
    /// What stands in a less public ring takes nothing in, or a copy of the commons alone would judge otherwise.
    pub(super) fn takers(&self, at: usize, proof: &[usize], scope: Scope<'_>) -> impl Iterator<Item = (Member, usize)> {
        let others = self.candidates(at).filter_map(move |(member, line)| Some((member, self.takes(at, line, proof, scope)?)));
        self.kept[at].author.iter().map(move |author| (author.member, at)).chain(others)
    }

    /// The lines by which others than its author may have taken a change in, with whose they are.
    fn candidates(&self, at: usize) -> impl Iterator<Item = (Member, &Line)> {
        let kept = &self.kept[at];
        let others = kept.roll.iter().filter(|(_, member)| kept.author.is_none_or(|author| author.member != **member));
        let lines = others.flat_map(|(device, member)| self.lines_of(*device).map(|(_, line)| (*member, line)));
        lines.filter(|(_, line)| line.ring == kept.ring())
    }

    /// The change by which a line has taken another change in.
    fn takes(&self, at: usize, line: &Line, proof: &[usize], scope: Scope<'_>) -> Option<usize> {
        // Whatever a change has in its past, those after it on its line have too: the first to hold this one says the most.
        let first = line.changes.partition_point(|change| !self.before(at, *change));
        let by = *line.changes.get(first)?;
        (scope.holds(&self.kept[by]) && (!self.shows(proof, by) || !V::keeps(Clause::TakenInWithoutProof))).then_some(by)
    }

    /// Whether a change shows a fork: more than one of its branches is itself or in its past.
    pub(super) fn shows(&self, branches: &[usize], at: usize) -> bool {
        self.shown(branches, at).nth(1).is_some()
    }

    /// Those of some changes that a change shows: itself, or in its past.
    fn shown<'a>(&'a self, some: &'a [usize], at: usize) -> impl Iterator<Item = usize> + 'a {
        some.iter().copied().filter(move |one| *one == at || self.before(*one, at))
    }

    /// Whether a change may alter what the forks in scope freeze: it is one of the branches, or has heard of one alone.
    pub(super) fn touches_a_fork(&self, at: usize, scope: Scope<'_>) -> bool {
        self.forks().any(|(_, siblings)| {
            let shown = siblings.iter().filter(|sibling| scope.holds(&self.kept[**sibling])).nth(1).is_some();
            shown && (siblings.binary_search(&at).is_ok() || self.reaches(siblings, at) && !self.shows(siblings, at))
        })
    }

    /// The forks, by device, of which a change has heard one branch alone: what it has in its past of them it may take in.
    pub(super) fn half_heard(&self, by: usize) -> impl Iterator<Item = (DeviceId, &[usize])> {
        let is_free = move |siblings: &[usize]| !self.shows(siblings, by) || !V::keeps(Clause::TakenInWithoutProof);
        self.forks().filter(move |(_, siblings)| self.reaches(siblings, by) && is_free(siblings))
    }

    /// Whether a change is a branch of a fork.
    pub(super) fn is_branch(&self, at: usize) -> bool {
        self.forks_of(self.kept[at].device()).any(|siblings| siblings.binary_search(&at).is_ok())
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
