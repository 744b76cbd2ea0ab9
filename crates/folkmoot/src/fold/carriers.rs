//! Which changes carry an act: one, or several where its author forked and signed it more than once.

use std::collections::BTreeSet;

use super::core::Scope;
use super::lines::Lines;
use super::places::Places;
use super::view::{Clause, View};
use crate::act::Standing;
use crate::id::{ActId, DeviceId};
use crate::plain::Member;

impl<V: View> Lines<V> {
    /// The changes that carry an act: several only if its author forked.
    pub(super) fn carriers(&self, id: &ActId, scope: Scope<'_>) -> impl Iterator<Item = usize> {
        let carriers = self.by_act.get(id).into_iter().flat_map(Places::all).copied();
        carriers.filter(move |at| scope.holds(&self.kept[*at]))
    }

    /// The change that carries an act: of several in scope, the one with the lowest hash, whatever came first.
    pub(super) fn act(&self, id: &ActId, scope: Scope<'_>) -> Option<usize> {
        self.carriers(id, scope).min_by_key(|at| self.kept[*at].change.hash())
    }

    /// Whether an act is carried by several changes in scope: asked of every change, and hardly ever so.
    pub(super) fn is_carried_twice(&self, id: &ActId, scope: Scope<'_>) -> bool {
        self.carries_twice() && self.carriers(id, scope).nth(1).is_some()
    }

    /// Whether a change that counts is the one by which its act goes into the book: a forker's act is never counted twice.
    pub(super) fn is_counted(&self, at: usize, scope: Scope<'_>, counting: &dyn Fn(usize) -> bool) -> bool {
        let id = self.kept[at].id();
        if !self.is_carried_twice(&id, scope) {
            return counting(at);
        }
        let carriers = self.carriers(&id, scope).filter(|other| counting(*other));
        carriers.min_by_key(|other| self.kept[*other].change.hash()) == Some(at)
    }

    /// Who wrote the deed that a ratification names, by any change that carries it: a void one may have no author. What its past lacks it
    /// names only where nothing idle is refused.
    pub(super) fn ratified_authors(&self, act: usize) -> BTreeSet<Member> {
        match &self.kept[act].standing {
            Some(Standing::Ratify { act: deed }) if V::keeps(Clause::AuthorDoesNotRatify) => {
                let scope = if V::REFUSES_IDLE { Scope::Past(&self.kept[act].past) } else { Scope::Whole };
                let carriers = self.carriers(deed, scope);
                carriers.filter_map(|at| self.holder(at)).collect()
            }
            Some(_) | None => BTreeSet::new(),
        }
    }

    /// The binding acts that a signature signs: every change with that act that it has seen and that was open to it.
    pub(super) fn signs(&self, signature: usize, id: &ActId) -> impl Iterator<Item = usize> {
        let kept = &self.kept[signature];
        let scope = if V::keeps(Clause::SignsWhatItSaw) { Scope::Past(&kept.past) } else { Scope::Whole };
        self.carriers(id, scope).filter(|act| self.is_open_to(*act, kept.device()))
    }

    /// The removals that a signature names and that were not open to it; where what is idle is refused, it signs nothing but what was.
    pub(super) fn signs_beside(&self, signature: usize, id: &ActId) -> impl Iterator<Item = usize> {
        let kept = &self.kept[signature];
        let removals = self.carriers(id, Scope::Past(&kept.past)).filter(|act| self.removal(*act).is_some());
        let beside = removals.filter(|act| self.kept[*act].void.is_none() && !self.is_open_to(*act, kept.device()));
        beside.filter(|_| !V::REFUSES_IDLE)
    }

    /// Whether a device may sign a change: it is binding, not void, and its own past has the device on the roll.
    pub(super) fn is_open_to(&self, act: usize, device: DeviceId) -> bool {
        let kept = &self.kept[act];
        kept.binds() && kept.void.is_none() && (kept.roll.contains_key(&device) || !V::keeps(Clause::SignerWasOnTheRoll))
    }
}
