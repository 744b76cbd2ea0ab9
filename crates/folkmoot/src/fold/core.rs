//! Binding acts and their signatures: the well-founded model of RESOLVER.md 3 to 6.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Kept, Lines};
use super::quorum::Base;
use super::view::{Clause, View};
use crate::act::{Cut, Recalled, Standing};
use crate::id::{ActId, DeviceId};
use crate::plain::{Day, Duty, Member};

/// What is judged: the whole, or the past of one act.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    Whole,
    Past(&'a [u32]),
}

impl Scope<'_> {
    pub(super) fn holds<V: View>(&self, kept: &Kept<V>) -> bool {
        match self {
            Scope::Whole => true,
            Scope::Past(past) => Lines::holds(past, kept),
        }
    }
}

/// A removal or recall with its cut.
pub(super) type Cutting = (usize, Option<Cut>);
/// Who was asked, and for what.
pub(super) type Asked = (Member, Duty);
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
    pub(super) grants: BTreeMap<Asked, Vec<Granted>>,
    pub(super) recalls: BTreeMap<ActId, Vec<Cutting>>,
    pub(super) recalls_of: BTreeMap<Asked, Vec<Cutting>>,
    pub(super) meetings: BTreeMap<Day, Vec<usize>>,
    pub(super) ratified: BTreeMap<ActId, Vec<usize>>,
    pub(super) base: Base,
    /// Binding acts that are not in force.
    waiting: BTreeSet<usize>,
}

/// The core of one scope while it is judged.
struct Trial<'a, V: View> {
    lines: &'a Lines<V>,
    base: Base,
    frozen: BTreeSet<usize>,
}

impl<V: View> Lines<V> {
    /// Judges the core in scope: L and U by turns until L stands still.
    pub(super) fn judge_core(&self, core: &[usize], scope: Scope<'_>) -> Core {
        let trial = Trial::new(self, core, scope);
        let unstruck = trial.least_set(&BTreeSet::new(), &BTreeSet::new());
        let (mut counting, mut possible) = (unstruck.clone(), unstruck.clone());
        // Nothing strikes where no removal has enough signatures, and nothing is frozen without a fork: one pass is the model.
        if !trial.base.removals.is_disjoint(&unstruck) || !trial.frozen.is_empty() {
            let step =
                |strikes: &BTreeSet<usize>| trial.least_set(&strikes.intersection(&trial.base.removals).copied().collect(), &trial.frozen);
            counting = BTreeSet::new();
            loop {
                possible = step(&counting);
                let next = step(&possible);
                if next == counting || !V::keeps(Clause::WellFounded) {
                    counting = next;
                    break;
                }
                counting = next;
            }
        }
        let waiting = trial.base.signed.keys().copied().filter(|at| !counting.contains(at)).collect();
        let mut core = Core { counting, possible, unstruck, waiting, base: trial.base, ..Core::default() };
        for at in core.counting.clone() {
            self.index(&mut core, at);
        }
        core
    }

    /// Takes one more binding act or signature into a judged core of the whole, and gives what is in force from then on. None where
    /// anything strikes or is frozen: then the whole is to be judged anew, and the core is as it was but for what there is to judge.
    ///
    /// Where nothing strikes, more acts only ever bring more into force, so what was in force need not be looked at again.
    pub(super) fn grow(&self, core: &mut Core, at: usize) -> Option<Vec<usize>> {
        if !core.removals.is_empty() || self.forks().next().is_some() {
            return None;
        }
        let mut trial = Trial { lines: self, base: std::mem::take(&mut core.base), frozen: BTreeSet::new() };
        trial.base.take_in(self, at);
        if trial.base.signed.contains_key(&at) {
            core.waiting.insert(at);
        }
        let nothing = BTreeSet::new();
        let mut newly = Vec::new();
        loop {
            let has_quorum = |act: &usize| trial.has_quorum(*act, &core.counting, &nothing, &nothing);
            let Some(act) = core.waiting.iter().copied().find(has_quorum) else { break };
            core.waiting.remove(&act);
            core.counting.insert(act);
            newly.push(act);
        }
        core.base = trial.base;
        if newly.iter().any(|act| self.removal(*act).is_some()) {
            for act in newly {
                core.counting.remove(&act);
            }
            return None;
        }
        newly.sort_unstable();
        for act in &newly {
            core.possible.insert(*act);
            core.unstruck.insert(*act);
            self.index(core, *act);
        }
        Some(newly)
    }

    pub(super) fn removal(&self, at: usize) -> Option<DeviceId> {
        match self.kept[at].standing {
            Some(Standing::Remove { device, .. }) => Some(device),
            Some(_) | None => None,
        }
    }

    pub(super) fn holder(&self, at: usize) -> Option<Member> {
        self.kept[at].author.map(|author| author.member)
    }

    /// Enters an act that is in force where deeds look for it.
    fn index(&self, core: &mut Core, at: usize) {
        let kept = &self.kept[at];
        for device in &kept.admits {
            core.admissions.entry(*device).or_default().push(at);
        }
        match &kept.standing {
            Some(Standing::Remove { device, cut }) => core.removals.entry(*device).or_default().push((at, cut.clone())),
            Some(Standing::Grant { member, duty, until }) => {
                core.grants.entry((*member, *duty)).or_default().push((at, kept.id(), *until));
            }
            Some(Standing::Recall { of: Recalled::Grant(grant), cut }) => core.recalls.entry(*grant).or_default().push((at, cut.clone())),
            Some(Standing::Recall { of: Recalled::Duty { member, duty, .. }, cut }) => {
                core.recalls_of.entry((*member, *duty)).or_default().push((at, cut.clone()));
            }
            Some(Standing::Meeting { day }) => core.meetings.entry(*day).or_default().push(at),
            Some(Standing::Ratify { act }) => core.ratified.entry(*act).or_default().push(at),
            Some(
                Standing::Found | Standing::Admit { .. } | Standing::Binding | Standing::Sign { .. } | Standing::Deed(_) | Standing::Note,
            )
            | None => {}
        }
    }
}

impl<'a, V: View> Trial<'a, V> {
    fn new(lines: &'a Lines<V>, core: &[usize], scope: Scope<'_>) -> Trial<'a, V> {
        let (mut base, mut frozen) = (Base::default(), BTreeSet::new());
        for at in core.iter().copied().filter(|at| scope.holds(&lines.kept[*at]) && lines.kept[*at].void.is_none()) {
            base.take_in(lines, at);
            if lines.frozen(at, scope) {
                frozen.insert(at);
            }
        }
        Trial { lines, base, frozen }
    }

    /// The least set of binding acts that count, given which removals strike: people who only vouch for each other vouch for nothing.
    fn least_set(&self, strikes: &BTreeSet<usize>, frozen: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut counting = BTreeSet::new();
        loop {
            let before = counting.len();
            for act in self.base.signed.keys() {
                if !counting.contains(act) && self.has_quorum(*act, &counting, strikes, frozen) {
                    counting.insert(*act);
                }
            }
            if counting.len() == before {
                return counting;
            }
        }
    }

    fn has_quorum(&self, act: usize, counting: &BTreeSet<usize>, strikes: &BTreeSet<usize>, frozen: &BTreeSet<usize>) -> bool {
        let lines = self.lines;
        if lines.kept[act].standing == Some(Standing::Found) {
            return true;
        }
        let live = |at: &usize| !frozen.contains(at) && self.base.is_live(lines, *at, counting, strikes);
        self.base.has_quorum(lines, act, &live)
    }
}
