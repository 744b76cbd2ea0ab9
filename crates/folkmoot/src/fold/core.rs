//! Binding acts and their signatures: the well-founded model of RESOLVER.md 3 to 6.

use std::collections::{BTreeMap, BTreeSet};

use super::lines::{Forks, Kept, Lines};
use super::past::Past;
use super::quorum::{Base, Counting};
use super::view::{Clause, View};
use crate::act::{Cut, Recalled, Standing};
use crate::id::{ActId, DeviceId};
use crate::plain::{Day, Duty, Member};

/// What is judged: the whole, or the past of one act.
#[derive(Clone, Copy)]
pub(super) enum Scope<'a> {
    Whole,
    Past(&'a Past),
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
    /// What a fork freezes.
    pub(super) frozen: BTreeSet<usize>,
    /// The forks that the past shows which is judged; none where the whole is.
    pub(super) forks: Forks,
}

impl Core {
    /// Whether an act has a quorum, given which acts count and which removals strike.
    pub(super) fn has_quorum<V: View>(
        &self,
        lines: &Lines<V>,
        act: usize,
        counting: Counting<'_>,
        strikes: &BTreeSet<usize>,
        frozen: &BTreeSet<usize>,
    ) -> bool {
        if lines.kept[act].standing == Some(Standing::Found) {
            return true;
        }
        let live = |at: &usize| !frozen.contains(at) && self.base.is_live(lines, *at, counting, strikes);
        self.base.has_quorum(lines, act, &live)
    }

    /// The least set of binding acts that count, given which removals strike: people who only vouch for each other vouch for nothing.
    fn least_set<V: View>(&self, lines: &Lines<V>, strikes: &BTreeSet<usize>, frozen: &BTreeSet<usize>) -> BTreeSet<usize> {
        let mut counting = BTreeSet::new();
        loop {
            let before = counting.len();
            for act in self.base.signed.keys() {
                if !counting.contains(act) && self.has_quorum(lines, *act, (&counting).into(), strikes, frozen) {
                    counting.insert(*act);
                }
            }
            if counting.len() == before {
                return counting;
            }
        }
    }

    /// Whether another core judges every act and signature as this one does, however it came to that.
    pub(super) fn judges_as(&self, other: &Core) -> bool {
        let Core { counting, possible, unstruck, frozen, .. } = other;
        (&self.counting, &self.possible, &self.unstruck, &self.frozen) == (counting, possible, unstruck, frozen)
    }

    /// Whether a removal among some acts would strike something that is here.
    pub(super) fn has_strikes<V: View>(&self, lines: &Lines<V>, acts: &BTreeSet<usize>) -> bool {
        acts.iter().any(|act| lines.removal(*act).is_some_and(|device| !self.base.is_harmless(lines, *act, device)))
    }
}

impl<V: View> Lines<V> {
    /// Judges the core in scope: L and U by turns until L stands still.
    pub(super) fn judge_core(&self, scope: Scope<'_>) -> Core {
        let mut core = Core { forks: self.forks_in(scope), ..Core::default() };
        for at in self.core.iter().copied().filter(|at| scope.holds(&self.kept[*at]) && self.kept[*at].void.is_none()) {
            core.base.take_in(self, at);
            if self.frozen(at, &core, scope) {
                core.frozen.insert(at);
            }
        }
        core.unstruck = core.least_set(self, &BTreeSet::new(), &BTreeSet::new());
        // Where no removal with enough signatures strikes, and nothing is frozen without a fork, one pass is the model.
        if !core.has_strikes(self, &core.unstruck) && core.frozen.is_empty() {
            core.counting = core.unstruck.clone();
            core.possible = core.unstruck.clone();
        } else {
            loop {
                core.possible = core.least_set(self, &core.counting, &core.frozen);
                let next = core.least_set(self, &core.possible, &core.frozen);
                let stands = next == core.counting || !V::keeps(Clause::WellFounded);
                core.counting = next;
                if stands {
                    break;
                }
            }
        }
        for at in core.counting.clone() {
            self.index(&mut core, at);
        }
        core
    }

    pub(super) fn removal(&self, at: usize) -> Option<DeviceId> {
        match self.kept[at].standing {
            Some(Standing::Remove { device, .. }) => Some(device),
            Some(_) | None => None,
        }
    }

    pub(super) fn is_signature(&self, at: usize) -> bool {
        matches!(self.kept[at].standing, Some(Standing::Sign { .. }))
    }

    /// Whether a change is a signature of something in force; where that comes into force later, it reaches itself what it alters.
    pub(super) fn signs_what_counts(&self, at: usize, core: &Core) -> bool {
        match &self.kept[at].standing {
            Some(Standing::Sign { act }) => self.signs(at, act).any(|signed| core.counting.contains(&signed)),
            Some(_) | None => false,
        }
    }

    pub(super) fn holder(&self, at: usize) -> Option<Member> {
        self.kept[at].author.map(|author| author.member)
    }

    /// Enters an act that is in force where deeds look for it.
    pub(super) fn index(&self, core: &mut Core, at: usize) {
        let kept = &self.kept[at];
        for device in &kept.admits {
            core.admissions.entry(*device).or_default().push(at);
        }
        match &kept.standing {
            Some(Standing::Remove { device, cut, .. }) => core.removals.entry(*device).or_default().push((at, cut.clone())),
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
                Standing::Found
                | Standing::Admit { .. }
                | Standing::Quorum
                | Standing::Binding
                | Standing::Sign { .. }
                | Standing::Deed(_)
                | Standing::Note,
            )
            | None => {}
        }
    }
}
