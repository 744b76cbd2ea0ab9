//! Which deeds may count otherwise once a binding act or a signature counts: those that it ends, spares again or ratifies (RESOLVER.md 7).

use super::core::{Asked, Scope};
use super::lines::{Line, Lines};
use super::view::View;
use crate::act::{Cut, Recalled, Standing};
use crate::change::Ring;
use crate::id::{ActId, DeviceId};
use crate::plain::Duty;

impl<V: View> Lines<V> {
    /// The deeds and notes in scope to be judged anew now that a binding act counts: those that count where it may end them, and those
    /// that do not where it may bring them back. Of a signature, whether it counts from now on or no longer: what it has heard of.
    pub(super) fn reached_by(&self, act: usize, scope: Scope<'_>, counts: &dyn Fn(usize) -> bool) -> Vec<usize> {
        let kept = &self.kept[act];
        let mut reached = match &kept.standing {
            Some(Standing::Admit { .. }) => kept.admits.iter().flat_map(|device| self.of_device(*device, scope)).collect(),
            Some(Standing::Remove { device, cut, .. }) => self.outside(act, *device, cut, scope),
            Some(Standing::Grant { member, duty, .. }) => {
                let mut unseen = self.unseen(act, scope);
                unseen.retain(|at| self.comes_before(*at, *duty) || self.rests(*at, (*member, *duty)));
                unseen
            }
            Some(Standing::Recall { of, cut }) => {
                let asked = match of {
                    Recalled::Grant(grant) => self.asked_by(grant, scope),
                    Recalled::Duty { member, duty, .. } => vec![(*member, *duty)],
                };
                let some = if cut.is_some() { self.in_scope(scope) } else { self.unseen(act, scope) };
                self.resting(some, &asked)
            }
            Some(Standing::Meeting { .. }) => {
                let mut unseen = self.unseen(act, scope);
                unseen.retain(|at| self.kept[*at].duty.is_some());
                unseen
            }
            Some(Standing::Ratify { act }) => self.carriers(act, scope).collect(),
            Some(Standing::Sign { .. }) if kept.comes_late => Vec::new(),
            Some(Standing::Sign { act: signed }) => self.signs(act, signed).flat_map(|grant| self.heard_of_since(grant, act)).collect(),
            Some(Standing::Found | Standing::Quorum | Standing::Binding | Standing::Deed(_) | Standing::Note) | None => Vec::new(),
        };
        let ends = matches!(kept.standing, Some(Standing::Remove { .. } | Standing::Recall { .. } | Standing::Meeting { .. }));
        // A grant brings back what rests on it, and ends what came before the duty was given and had not heard of it.
        let may_change = |at: usize| match &kept.standing {
            Some(Standing::Grant { duty, .. }) if self.comes_before(at, *duty) => true,
            Some(Standing::Sign { .. }) => true,
            Some(_) | None => counts(at) == ends,
        };
        reached.retain(|at| self.kept[*at].is_deed() && may_change(*at));
        reached
    }

    /// What a signature of a grant had heard of and the grant had not, that came before the duty was given to anybody.
    fn heard_of_since(&self, grant: usize, signature: usize) -> Vec<usize> {
        let Some(Standing::Grant { duty, .. }) = self.kept[grant].standing else { return Vec::new() };
        let mut heard = self.between(&self.kept[grant].past, &self.kept[signature].past);
        heard.retain(|at| self.comes_before(*at, duty));
        heard
    }

    fn comes_before(&self, at: usize, duty: Duty) -> bool {
        self.kept[at].duty == Some(duty) && self.kept[at].comes_before_the_duty()
    }

    fn rests(&self, at: usize, (member, duty): Asked) -> bool {
        self.kept[at].duty == Some(duty) && self.kept[at].rests_on().any(|on| on == member)
    }

    /// How many changes of a line are in scope.
    fn extent(&self, (at, line): (usize, &Line), scope: Scope<'_>) -> usize {
        match scope {
            Scope::Whole => line.changes.len(),
            Scope::Past(past) => past.count(at) as usize,
        }
    }

    fn in_scope(&self, scope: Scope<'_>) -> Vec<usize> {
        self.lines.iter().enumerate().flat_map(|line| line.1.changes.iter().take(self.extent(line, scope)).copied()).collect()
    }

    /// What an act had not seen.
    fn unseen(&self, act: usize, scope: Scope<'_>) -> Vec<usize> {
        match scope {
            Scope::Whole => self.between(&self.kept[act].past, self.everything(Ring::Person)),
            Scope::Past(past) => self.between(&self.kept[act].past, past),
        }
    }

    fn of_device(&self, device: DeviceId, scope: Scope<'_>) -> impl Iterator<Item = usize> {
        self.lines_of(device).flat_map(move |line| line.1.changes.iter().take(self.extent(line, scope)).copied())
    }

    /// What a device wrote that a removal leaves out: what comes last on each of its lines.
    fn outside(&self, removal: usize, device: DeviceId, cut: &Option<Cut>, scope: Scope<'_>) -> Vec<usize> {
        let of_a_line = |line: (usize, &'_ Line)| {
            let changes = &line.1.changes[..self.extent(line, scope)];
            changes.iter().rev().copied().take_while(|at| !self.inside(*at, removal, cut)).collect::<Vec<usize>>()
        };
        self.lines_of(device).flat_map(of_a_line).collect()
    }

    /// What a grant asked of whom.
    fn asked_by(&self, grant: &ActId, scope: Scope<'_>) -> Vec<Asked> {
        let asked = |at: usize| match &self.kept[at].standing {
            Some(Standing::Grant { member, duty, .. }) => Some((*member, *duty)),
            Some(_) | None => None,
        };
        self.carriers(grant, scope).filter_map(asked).collect()
    }

    /// Those deeds that rest on what somebody was asked to do.
    fn resting(&self, mut some: Vec<usize>, asked: &[Asked]) -> Vec<usize> {
        some.retain(|at| asked.iter().any(|asked| self.rests(*at, *asked)));
        some
    }
}
