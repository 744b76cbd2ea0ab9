//! Forks: what of a device's line stands after it went two ways (RESOLVER.md 6).

use std::cell::OnceCell;
use std::collections::BTreeSet;

use super::core::{Core, Scope};
use super::lines::{Forked, Forks, Line, Lines};
use super::past::Past;
use super::view::{Clause, View};
use crate::change::Ring;
use crate::id::DeviceId;
use crate::plain::Member;

impl<V: View> Lines<V> {
    /// After a fork of its device, a change stands only if a majority had taken it in before it could know. What is void stands in
    /// no way, and whoever forks a thousand times writes mostly that.
    pub(super) fn frozen(&self, at: usize, core: &Core, scope: Scope<'_>) -> bool {
        self.freezing(at, core, scope).next().is_some()
    }

    /// The forks that freeze a change, each with its branches in scope.
    pub(super) fn freezing<'a>(&'a self, at: usize, core: &'a Core, scope: Scope<'a>) -> impl Iterator<Item = &'a [usize]> + 'a {
        let (ring, seq) = (self.kept[at].ring(), self.kept[at].change.says().seq);
        let forks = match scope {
            Scope::Whole => &self.forks,
            Scope::Past(_) => &core.forks,
        };
        // Of its own ring only what its line comes from is in the past of a change that is not void, and of less public rings nothing.
        let may_reach = move |(number, of, _): &&Forked| *of < ring || *of == ring && *number <= seq;
        // The commons know of no ring but their own, so there all that come after are ahead of it too.
        let ahead = move |(number, ..): &&Forked| ring == Ring::Commons && *number > seq;
        let theirs = forks.get(&self.kept[at].device()).into_iter().flatten();
        let theirs = theirs.take_while(move |(forked, _)| !ahead(forked)).filter(move |(forked, _)| may_reach(forked));
        self.freezing_of(theirs.map(|(_, branches)| branches.as_slice()), at, scope)
    }

    /// Whether a fork, of which these branches are in scope, freezes a change of its device.
    pub(super) fn freezes(&self, proof: &[usize], at: usize, scope: Scope<'_>) -> bool {
        self.freezing_of(std::iter::once(proof), at, scope).next().is_some()
    }

    /// Those of some forks of its device that freeze a change. What is void stands in no way.
    fn freezing_of<'a>(
        &'a self,
        forks: impl Iterator<Item = &'a [usize]>,
        at: usize,
        scope: Scope<'a>,
    ) -> impl Iterator<Item = &'a [usize]> {
        let may = V::keeps(Clause::ForkFreezes) && self.kept[at].void.is_none();
        // The same ones take it in whatever the proof; where enough had heard of no fork at all, none is looked at one by one.
        let takers: OnceCell<Option<Vec<(Member, usize)>>> = OnceCell::new();
        let stands = move |proof: &[usize]| {
            let takers = takers.get_or_init(|| self.takers_of(at, scope));
            let free = |takers: &Vec<(Member, usize)>| {
                let free = takers.iter().copied().filter(|(_, by)| self.is_free(*by, proof));
                self.is_majority(at, self.author(at).chain(free))
            };
            V::keeps(Clause::TakenInStands) && takers.as_ref().is_none_or(free)
        };
        forks.take_while(move |_| may).filter(move |proof| self.reaches(proof, at) && !stands(proof))
    }

    /// Who took a change in; none where a majority did that had heard of no fork of its device, so that no proof matters.
    fn takers_of(&self, at: usize, scope: Scope<'_>) -> Option<Vec<(Member, usize)>> {
        let (device, majority) = (self.kept[at].device(), self.kept[at].majority as usize);
        let mut unaware: BTreeSet<Member> = self.author(at).map(|(member, _)| member).collect();
        let mut takers = Vec::new();
        for (member, by) in self.takers(at, scope) {
            if unaware.len() >= majority {
                return None;
            }
            if !self.knows_of_a_fork(by, device) {
                unaware.insert(member);
            }
            takers.push((member, by));
        }
        (unaware.len() < majority).then_some(takers)
    }

    /// The forks that a past shows, by device, each with its branches there. Of the whole, the lines themselves tell.
    pub(super) fn forks_in(&self, scope: Scope<'_>) -> Forks {
        let mut shown = Forks::new();
        let forks = self.forks.iter().filter(|_| matches!(scope, Scope::Past(_)));
        for (device, (forked, siblings)) in forks.flat_map(|(device, forks)| forks.iter().map(move |fork| (device, fork))) {
            let proof: Vec<usize> = siblings.iter().copied().filter(|sibling| scope.holds(&self.kept[*sibling])).collect();
            if proof.len() > 1 {
                shown.entry(*device).or_default().insert(*forked, proof);
            }
        }
        shown
    }

    /// Whether a change is, or has in its past, one of some changes.
    pub(super) fn reaches(&self, some: &[usize], at: usize) -> bool {
        self.shown(some, at).next().is_some()
    }

    /// Whether those who took a change in are a majority of the roll that its author saw.
    pub(super) fn is_majority(&self, at: usize, mut takers: impl Iterator<Item = (Member, usize)>) -> bool {
        let mut holders = BTreeSet::new();
        while (holders.len() as u32) < self.kept[at].majority {
            let Some((member, _)) = takers.next() else { return false };
            holders.insert(member);
        }
        true
    }

    /// The author of a change, who took it in by writing it.
    pub(super) fn author(&self, at: usize) -> impl Iterator<Item = (Member, usize)> {
        self.kept[at].author.iter().map(move |author| (author.member, at))
    }

    /// Who else has taken a change in, if free to: whoever of the roll that its author saw wrote something with the change in its past;
    /// each with the first such change, once for each line. What is first has heard the least of any fork. Not all of them, where all
    /// would be no majority.
    ///
    /// What stands in a less public ring takes nothing in, or a copy of the commons alone would judge otherwise.
    pub(super) fn takers<'a>(&'a self, at: usize, scope: Scope<'a>) -> impl Iterator<Item = (Member, usize)> + 'a {
        let kept = &self.kept[at];
        let mut others: Vec<(DeviceId, Member)> = kept.roll.iter().map(|(device, member)| (*device, *member)).collect();
        others.retain(|(_, member)| kept.author.is_none_or(|author| author.member != *member));
        // Whoever forks a thousand times has a thousand lines: theirs are looked at last, if they can matter at all.
        others.sort_by_key(|(device, _)| self.width(*device));
        let mut holders: BTreeSet<Member> = kept.author.iter().map(|author| author.member).collect();
        let mut left = others.len();
        let firsts = others.into_iter().map_while(move |(device, member)| {
            if holders.len() + left < kept.majority as usize {
                return None;
            }
            left -= 1;
            // Whatever a change has in its past, those after it on its line have too.
            let first = |line: &Line| line.changes.get(line.changes.partition_point(|change| !self.before(at, *change))).copied();
            let lines = self.lines_of(device).filter(|(_, line)| line.ring == kept.ring());
            let theirs: Vec<usize> = lines.filter_map(|(_, line)| first(line)).filter(|by| scope.holds(&self.kept[*by])).collect();
            holders.extend(theirs.first().map(|_| member));
            Some(theirs.into_iter().map(move |by| (member, by)))
        });
        firsts.flatten()
    }

    /// Whether a change is free of the proof of a fork, and so may take in what the fork would freeze.
    pub(super) fn is_free(&self, by: usize, proof: &[usize]) -> bool {
        !self.shows(proof, by) || !V::keeps(Clause::TakenInWithoutProof)
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

    /// The devices of which a change has heard a fork by one branch alone: what it has in its past of them it may take in. Its own is
    /// none of them, for nobody takes in their own.
    pub(super) fn half_heard(&self, by: usize) -> BTreeSet<DeviceId> {
        let may_take_in = |siblings: &[usize]| self.reaches(siblings, by) && self.is_free(by, siblings);
        let others = self.forkers().filter(|device| *device != self.kept[by].device());
        others.filter(|device| self.forks_of(*device).any(may_take_in)).collect()
    }

    /// Whether a majority has taken a change in, if all of them are free to: whatever fork froze it, it stays so where none has.
    pub(super) fn may_thaw(&self, at: usize) -> bool {
        self.is_majority(at, self.author(at).chain(self.takers(at, Scope::Whole)))
    }

    /// Notes which devices' forks the change that came last is the first of its line to show.
    pub(super) fn hear_of_forks(&mut self, at: usize) {
        let (line, position) = (self.kept[at].line, self.kept[at].position);
        let unheard = |device: &DeviceId| !self.lines[line].aware_from.contains_key(device);
        let shown = |device: &DeviceId| self.forks_of(*device).any(|siblings| self.shows(siblings, at));
        let news: Vec<DeviceId> = self.forkers().filter(|device| unheard(device) && shown(device)).collect();
        self.lines[line].aware_from.extend(news.into_iter().map(|device| (device, position)));
    }

    /// What a change has in its past that the one before it on its line had not, in causal order.
    pub(super) fn news(&self, at: usize) -> Vec<usize> {
        let kept = &self.kept[at];
        let prev = kept.change.says().prev.and_then(|prev| self.find(&prev)).map(|prev| &self.kept[prev]);
        // One that goes on from what another wrote begins a line of its own, and all that it has in its past is news.
        let before = prev.filter(|prev| prev.device() == kept.device() && prev.ring() == kept.ring());
        self.between(before.map_or(&Past::default(), |prev| &prev.past), &kept.past)
    }

    /// Whether a change shows any fork of a device.
    pub(super) fn knows_of_a_fork(&self, at: usize, device: DeviceId) -> bool {
        let kept = &self.kept[at];
        self.lines[kept.line].aware_from.get(&device).is_some_and(|from| *from <= kept.position)
    }

    /// Whether a change is a branch of a fork: another of its device follows the same one.
    pub(super) fn is_branch(&self, at: usize) -> bool {
        let (device, says) = (self.kept[at].device(), self.kept[at].change.says());
        says.ring != Ring::Person && self.siblings(device, says.ring, says.prev).nth(1).is_some()
    }
}
