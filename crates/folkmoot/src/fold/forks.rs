//! Forks: what of a device's line stands after it went two ways (RESOLVER.md 6).

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::core::{Core, Scope};
use super::lines::{Line, Lines};
use super::past::Past;
use super::view::{Clause, View};
use crate::change::Ring;
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
        self.freezing_of(whole.chain(of_a_past), at, scope)
    }

    /// Whether a fork, of which these branches are in scope, freezes a change of its device.
    pub(super) fn freezes(&self, proof: &[usize], at: usize, scope: Scope<'_>) -> bool {
        self.freezing_of(std::iter::once(proof), at, scope).next().is_some()
    }

    /// Those of some forks of its device that freeze a change.
    fn freezing_of<'a>(
        &'a self,
        forks: impl Iterator<Item = &'a [usize]>,
        at: usize,
        scope: Scope<'a>,
    ) -> impl Iterator<Item = &'a [usize]> {
        let may = V::keeps(Clause::ForkFreezes) && self.kept[at].void.is_none();
        // The same ones take it in whatever the proof; where nearly all had heard of no fork at all, none is looked at one by one.
        let takers = OnceCell::new();
        let stands = move |proof: &[usize]| {
            let takers = takers.get_or_init(|| {
                let takers = self.takers(at, scope);
                let unaware = takers.iter().copied().filter(|(_, by)| !self.knows_of_a_fork(*by, self.kept[at].device()));
                if self.is_majority(at, self.author(at).chain(unaware)) { None } else { Some(takers) }
            });
            let free = |takers: &Vec<(Member, usize)>| {
                let free = takers.iter().copied().filter(|(_, by)| self.is_free(*by, proof));
                self.is_majority(at, self.author(at).chain(free))
            };
            V::keeps(Clause::TakenInStands) && takers.as_ref().is_none_or(free)
        };
        forks.filter(move |proof| may && self.reaches(proof, at) && !stands(proof))
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
    pub(super) fn takers(&self, at: usize, scope: Scope<'_>) -> Vec<(Member, usize)> {
        let kept = &self.kept[at];
        let mut others: Vec<(DeviceId, Member)> = kept.roll.iter().map(|(device, member)| (*device, *member)).collect();
        others.retain(|(_, member)| kept.author.is_none_or(|author| author.member != *member));
        // Whoever forks a thousand times has a thousand lines: theirs are looked at last, if they can matter at all.
        others.sort_by_key(|(device, _)| self.width(*device));
        let mut holders: BTreeSet<Member> = kept.author.iter().map(|author| author.member).collect();
        let mut takers = Vec::new();
        for (done, (device, member)) in others.iter().enumerate() {
            if holders.len() + others.len() - done < kept.majority as usize {
                break;
            }
            // Whatever a change has in its past, those after it on its line have too.
            let first = |line: &Line| line.changes.get(line.changes.partition_point(|change| !self.before(at, *change))).copied();
            let lines = self.lines_of(*device).filter(|(_, line)| line.ring == kept.ring());
            for by in lines.filter_map(|(_, line)| first(line)).filter(|by| scope.holds(&self.kept[*by])) {
                takers.push((*member, by));
                holders.insert(*member);
            }
        }
        takers
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

    /// The devices of which a change has heard a fork by one branch alone: what it has in its past of them it may take in.
    pub(super) fn half_heard(&self, by: usize) -> BTreeSet<DeviceId> {
        let may_take_in = |siblings: &[usize]| self.reaches(siblings, by) && self.is_free(by, siblings);
        self.forkers().filter(|device| self.forks_of(*device).any(may_take_in)).collect()
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
