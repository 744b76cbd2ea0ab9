//! Weighing an act by the book of its own past: void or not, for good (RESOLVER.md 2).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::core::Scope;
use super::lines::{Kept, Lines};
use super::refusal::Refusal as Law;
use super::view::{Clause, Read, Seat, View};
use crate::act::{Author, Cut, Recalled, Standing};
use crate::change::VerifiedChange;
use crate::id::{ActId, DeviceId, NO_ASSEMBLY};
use crate::plain::{Duty, Member};
use crate::refusal::Refusal;
use crate::roll;

impl<V: View> Lines<V> {
    /// Judges a change by the view of its past and gives it its place.
    pub(super) fn weigh(&self, Read { change, act }: Read<V>, view: &V) -> Kept<V> {
        let (line, position) = self.place(&change);
        let past = self.past_of(&change);
        let device = change.says().device;
        let standing = act.as_ref().map(V::standing);
        let founds = standing == Some(Standing::Found);
        let founders = act.as_ref().filter(|_| founds).map_or_else(BTreeMap::new, |act| V::founders(act, device));
        let member = match view.seat(&device) {
            _ if founds => founders.get(&device).copied(),
            Seat::Held { member, .. } => Some(member),
            Seat::Unknown | Seat::Removed => None,
        };
        let author = member.map(|member| Author { device, member });
        let rests_on = match (&act, &standing, &author) {
            (Some(act), Some(Standing::Deed(duty)), Some(by)) => self.may_do(act, *duty, by, view).unwrap_or_default(),
            (Some(act), Some(Standing::Note), Some(by)) => match V::speaks_for(act) {
                Some((member, duty)) if member != by.member => self.may_do(act, duty, by, view).unwrap_or_default(),
                Some(_) | None => BTreeSet::new(),
            },
            _ => BTreeSet::new(),
        };
        let duty = match (&act, &standing) {
            (_, Some(Standing::Deed(duty))) => Some(*duty),
            (Some(act), Some(Standing::Note)) => {
                let of_another = |(of, _): &(Member, Duty)| author.is_none_or(|by| by.member != *of);
                V::speaks_for(act).filter(of_another).map(|(_, duty)| duty)
            }
            _ => None,
        };
        let admits = match &standing {
            Some(Standing::Admit { device, .. }) => vec![*device],
            Some(_) | None => founders.into_keys().collect(),
        };
        let comes_late = matches!(&standing, Some(Standing::Sign { act }) if view.granted_to(act).is_some());
        let roll = view.roll();
        let holders = roll.values().collect::<BTreeSet<_>>().len() as u32;
        let mut kept = Kept {
            line,
            position,
            past,
            author,
            majority: if founds { 1 } else { roll::majority(holders) },
            quorum: if founds { 1 } else { roll::need(holders, view.k()) },
            roll: self.shared(roll),
            rests_on,
            duty,
            void: None,
            comes_late,
            follows: self.follows(&change),
            change,
            act,
            standing,
            admits,
        };
        kept.void = self.refuses(&kept, view).err().filter(|why| !V::passes_over(why));
        kept
    }

    fn refuses(&self, kept: &Kept<V>, view: &V) -> Result<(), Refusal> {
        if !kept.follows {
            return Err(Law::ChainBroken.into());
        }
        if V::keeps(Clause::OwnForkIsVoid) && self.shows_own_fork(kept) {
            return Err(Law::OwnFork.into());
        }
        // An act of a kind that this version does not know needs a place on the roll all the same.
        let Some(act) = &kept.act else { return self.may_write(kept, false, view) };
        if !V::is_in_place(act, kept.change.says()) {
            return Err(Law::WrongPlace.into());
        }
        let founds = kept.standing == Some(Standing::Found);
        let has_assembly = kept.change.says().assembly != NO_ASSEMBLY;
        if founds && V::keeps(Clause::FoundsOnce) && (has_assembly || view.is_founded() || kept.change.says().prev.is_some()) {
            return Err(Law::SecondFounding.into());
        }
        if !founds {
            self.may_write(kept, V::is_of_the_roll(act), view)?;
        }
        let Some(by) = kept.author else { return Err(Law::NotOnTheRoll { device: kept.device() }.into()) };
        self.law(kept, act, &by, view)?;
        view.check(act, &by)
    }

    /// Whether a change follows the one before it on its device's line, and that one too, down to the first.
    fn follows(&self, change: &VerifiedChange) -> bool {
        let says = change.says();
        match says.prev.and_then(|prev| self.find(&prev)).map(|at| &self.kept[at]) {
            Some(prev) => {
                let before = prev.change.says();
                let same = before.device == says.device && before.ring == says.ring;
                prev.follows && same && before.seq + 1 == says.seq && before.epoch <= says.epoch
            }
            None => says.seq == 0,
        }
    }

    /// A roll, held once for all changes in a row that saw the same.
    fn shared(&self, roll: Arc<BTreeMap<DeviceId, Member>>) -> Arc<BTreeMap<DeviceId, Member>> {
        let last = self.kept.last().map(|kept| &kept.roll).filter(|last| Arc::ptr_eq(last, &roll) || ***last == *roll);
        last.cloned().unwrap_or(roll)
    }

    fn may_write(&self, kept: &Kept<V>, of_the_roll: bool, view: &V) -> Result<(), Refusal> {
        let device = kept.device();
        match view.seat(&device) {
            _ if !view.is_founded() => Err(Law::NotFounded.into()),
            Seat::Removed => Err(Law::Removed { device }.into()),
            Seat::Unknown => Err(Law::NotOnTheRoll { device }.into()),
            Seat::Held { paper: true, .. } if !of_the_roll => Err(Law::PaperCard.into()),
            Seat::Held { .. } => Ok(()),
        }
    }

    fn may_do(&self, act: &V::Act, duty: Duty, by: &Author, view: &V) -> Option<BTreeSet<Member>> {
        let at = |act: &ActId| self.act(act, Scope::Whole);
        view.may_do(act, duty, by, &|earlier, later| at(earlier).zip(at(later)).is_some_and(|(earlier, later)| self.before(earlier, later)))
    }

    fn law(&self, kept: &Kept<V>, act: &V::Act, by: &Author, view: &V) -> Result<(), Refusal> {
        let Some(standing) = &kept.standing else { return Ok(()) };
        match standing {
            Standing::Deed(duty) if V::keeps(Clause::DutyIsHeld) && self.may_do(act, *duty, by, view).is_none() => {
                return Err(view.not_asked(act, *duty, by));
            }
            Standing::Sign { act } => self.may_sign(kept, act)?,
            Standing::Ratify { act } if V::REFUSES_IDLE => {
                if !self.carriers(act, Scope::Past(&kept.past)).any(|at| self.kept[at].is_deed()) {
                    return Err(Law::NothingToRatify { act: *act }.into());
                }
            }
            Standing::Remove { device, cut, .. } => self.cut_was_seen(kept, cut, &|writer, _| writer == *device)?,
            Standing::Recall { of: Recalled::Grant(grant), cut } => {
                let holder = view.granted_to(grant);
                self.cut_was_seen(kept, cut, &|_, at| self.kept[at].author.map(|author| author.member) == holder)?;
            }
            Standing::Recall { of: Recalled::Duty { device, .. }, cut } => self.cut_was_seen(kept, cut, &|writer, _| writer == *device)?,
            Standing::Found
            | Standing::Ratify { .. }
            | Standing::Admit { .. }
            | Standing::Grant { .. }
            | Standing::Meeting { .. }
            | Standing::Quorum
            | Standing::Binding
            | Standing::Deed(_)
            | Standing::Note => {}
        }
        let binds = kept.is_core() && *standing != Standing::Found;
        if binds && V::keeps(Clause::SignedOwnRemovalIsVoid) && self.signed_own_removal(kept) {
            Err(Law::SignedOwnRemoval.into())
        } else {
            Ok(())
        }
    }

    fn may_sign(&self, kept: &Kept<V>, id: &ActId) -> Result<(), Refusal> {
        let (act, device) = (*id, kept.device());
        let seen: Vec<usize> = self.carriers(id, Scope::Past(&kept.past)).collect();
        if V::keeps(Clause::SignsWhatItSaw) && seen.is_empty() {
            return Err(Law::NothingToSign { act }.into());
        }
        if V::keeps(Clause::SignsNothingVoid) && !seen.is_empty() && seen.iter().all(|at| self.kept[*at].void.is_some()) {
            return Err(Law::SignsVoid { act }.into());
        }
        let open: Vec<usize> = seen.iter().copied().filter(|at| self.is_open_to(*at, device)).collect();
        if V::REFUSES_IDLE && open.is_empty() {
            let binds = seen.iter().any(|at| self.kept[*at].binds());
            return Err(if binds { Law::SignerTooNew { act } } else { Law::NothingToSign { act } }.into());
        }
        let signs = |at: usize| self.kept[at].id() == act || self.kept[at].standing == Some(Standing::Sign { act });
        let is_theirs = |at: &usize| self.kept[*at].device() == device && Lines::holds(&kept.past, &self.kept[*at]);
        let mut signatures = seen.iter().copied().chain(self.signatures(id));
        if V::REFUSES_IDLE && signatures.any(|at| is_theirs(&at)) {
            return Err(Law::SignedBefore { act }.into());
        }
        // Who came after an act, or signs what needs none, is held to this all the same.
        for removal in if open.is_empty() { seen } else { open } {
            let Some(Standing::Remove { device: target, .. }) = &self.kept[removal].standing else { continue };
            let mut theirs = self.core_by(*target, &kept.past).filter(|at| self.kept[*at].void.is_none());
            let is_sound = self.kept[removal].void.is_none() && V::keeps(Clause::StaleRemovalIsVoid);
            if is_sound && theirs.any(|at| !self.before(at, removal) && !signs(at)) {
                return Err(Law::StaleRemoval { act }.into());
            }
        }
        Ok(())
    }

    fn signed_own_removal(&self, kept: &Kept<V>) -> bool {
        let device = kept.device();
        let names = |at: &usize| matches!(self.kept[*at].standing, Some(Standing::Remove { device: removed, .. }) if removed == device);
        if !self.removals.iter().any(names) {
            return false;
        }
        self.core_by(device, &kept.past).filter(|at| self.kept[*at].void.is_none()).any(|at| {
            let removal = match &self.kept[at].standing {
                Some(Standing::Sign { act }) => self.act(act, Scope::Past(&kept.past)),
                Some(_) => Some(at),
                None => None,
            };
            removal.is_some_and(|removal| match self.kept[removal].standing {
                Some(Standing::Remove { device: removed, .. }) => removed == device,
                Some(_) | None => false,
            })
        })
    }

    fn shows_own_fork(&self, kept: &Kept<V>) -> bool {
        let says = kept.change.says();
        let seen = |at: &usize| Lines::holds(&kept.past, &self.kept[*at]);
        self.forks_of(says.device).any(|siblings| siblings.iter().filter(|at| seen(at)).nth(1).is_some())
            || self.siblings(says.device, says.ring, says.prev).any(|at| seen(&at))
    }

    fn cut_was_seen(&self, kept: &Kept<V>, cut: &Option<Cut>, theirs: &dyn Fn(DeviceId, usize) -> bool) -> Result<(), Refusal> {
        for tip in cut.iter().flatten().filter(|_| V::keeps(Clause::CutNamesTheirs)) {
            let at = self.find(tip).filter(|at| Lines::holds(&kept.past, &self.kept[*at]));
            if at.is_none_or(|at| !theirs(self.kept[at].device(), at)) {
                return Err(Law::CutUnseen.into());
            }
        }
        Ok(())
    }
}
