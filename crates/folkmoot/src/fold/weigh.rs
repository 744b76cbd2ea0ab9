//! Weighing an act by the book of its own past: void or not, for good (RESOLVER.md 2).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::core::Scope;
use super::lines::{Kept, Lines};
use super::refusal::Refusal as Law;
use crate::act::{Author, Cut, Reading, Standing};
use crate::book::Book;
use crate::change::VerifiedChange;
use crate::id::{ActId, DeviceId, NO_ASSEMBLY};
use crate::plain::{Duty, Member};
use crate::refusal::Refusal;

impl Lines {
    /// Judges a change by the view of its past and gives it its place.
    pub(super) fn weigh(&self, change: VerifiedChange, view: &Book) -> Kept {
        let (line, position) = self.place(&change);
        let past = self.past_of(&change);
        let reading = Reading::of(&change);
        let device = change.says().device;
        let roll = &view.commons.roll;
        let standing = match &reading {
            Reading::Known(act) => Some(act.standing()),
            Reading::Newer => None,
        };
        let founds = standing == Some(Standing::Found);
        let member = if founds { Some(crate::roll::FOUNDER) } else { roll.live(&device).map(|device| device.member) };
        let author = member.map(|member| Author { device, member });
        let rests_on = match (&standing, &author) {
            (Some(Standing::Deed(duty)), Some(by)) => allowed(*duty, by, view).unwrap_or_default(),
            (Some(_) | None, _) => BTreeSet::new(),
        };
        let mut kept = Kept {
            line,
            position,
            past,
            author,
            majority: if founds { 1 } else { roll.majority() },
            quorum: if founds { 1 } else { roll.need() },
            roll: self.shared(roll.live_devices().map(|(device, known)| (*device, known.member)).collect()),
            rests_on,
            void: None,
            follows: self.follows(&change),
            change,
            reading,
            standing,
        };
        kept.void = self.refuses(&kept, view).err();
        kept
    }

    fn refuses(&self, kept: &Kept, view: &Book) -> Result<(), Refusal> {
        if !kept.follows {
            return Err(Law::ChainBroken.into());
        }
        if self.shows_own_fork(kept) {
            return Err(Law::OwnFork.into());
        }
        // An act of a kind that this version does not know needs a place on the roll all the same.
        let Reading::Known(act) = &kept.reading else { return self.may_write(kept, false, view) };
        let place = act.ring() == kept.ring() && act.document().is_ok_and(|document| document == kept.change.says().document);
        if !place {
            return Err(Law::WrongPlace.into());
        }
        let founds = kept.standing == Some(Standing::Found);
        let has_assembly = kept.change.says().assembly != NO_ASSEMBLY;
        if founds && (has_assembly || view.commons.roll.founded.is_some() || kept.position != 0) {
            return Err(Law::SecondFounding.into());
        }
        if !founds {
            self.may_write(kept, act.is_of_the_roll(), view)?;
        }
        let Some(by) = kept.author else { return Err(Law::NotOnTheRoll { device: kept.device() }.into()) };
        self.law(kept, &by, view)?;
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
    fn shared(&self, roll: BTreeMap<DeviceId, Member>) -> Arc<BTreeMap<DeviceId, Member>> {
        let last = self.kept.last().map(|kept| &kept.roll).filter(|last| ***last == roll);
        last.cloned().unwrap_or_else(|| Arc::new(roll))
    }

    fn may_write(&self, kept: &Kept, of_the_roll: bool, view: &Book) -> Result<(), Refusal> {
        let device = kept.device();
        let roll = &view.commons.roll;
        if roll.founded.is_none() {
            return Err(Law::NotFounded.into());
        }
        if roll.removed.contains_key(&device) {
            return Err(Law::Removed { device }.into());
        }
        let Some(known) = roll.live(&device) else { return Err(Law::NotOnTheRoll { device }.into()) };
        if known.paper && !of_the_roll { Err(Law::PaperCard.into()) } else { Ok(()) }
    }

    fn law(&self, kept: &Kept, by: &Author, view: &Book) -> Result<(), Refusal> {
        let Some(standing) = &kept.standing else { return Ok(()) };
        match standing {
            Standing::Deed(duty) if allowed(*duty, by, view).is_none() => {
                return Err(Law::DutyNotHeld { member: by.member, duty: *duty }.into());
            }
            Standing::Sign { act } => self.may_sign(kept, act)?,
            Standing::Ratify { act } => {
                let deed = self.act(act, Scope::Past(&kept.past));
                let is_deed = deed.is_some_and(|at| {
                    let deed = &self.kept[at];
                    deed.void.is_none() && matches!(deed.standing, Some(Standing::Deed(_) | Standing::Note))
                });
                if !is_deed {
                    return Err(Law::NothingToRatify { act: *act }.into());
                }
            }
            Standing::Remove { device, cut } => self.cut_was_seen(kept, cut, &|writer, _| writer == *device)?,
            Standing::Recall { grant, cut } => {
                let holder = view.commons.mandate.grants.get(grant).map(|grant| grant.member);
                self.cut_was_seen(kept, cut, &|_, at| self.kept[at].author.map(|author| author.member) == holder)?;
            }
            Standing::Found
            | Standing::Admit { .. }
            | Standing::Grant { .. }
            | Standing::Meeting { .. }
            | Standing::Binding
            | Standing::Deed(_)
            | Standing::Note => {}
        }
        let binds = kept.is_core() && *standing != Standing::Found;
        if binds && self.signed_own_removal(kept) { Err(Law::SignedOwnRemoval.into()) } else { Ok(()) }
    }

    fn may_sign(&self, kept: &Kept, id: &ActId) -> Result<(), Refusal> {
        let (act, device) = (*id, kept.device());
        let binding: Vec<usize> = self.carriers(id, Scope::Past(&kept.past)).filter(|at| self.kept[*at].binds()).collect();
        let sound: Vec<usize> = binding.iter().copied().filter(|at| self.kept[*at].void.is_none()).collect();
        let open: Vec<usize> = sound.iter().copied().filter(|at| self.is_open_to(*at, device)).collect();
        if open.is_empty() {
            return Err(match (binding.is_empty(), sound.is_empty()) {
                (true, _) => Law::NothingToSign { act },
                (false, true) => Law::SignsVoid { act },
                (false, false) => Law::SignerTooNew { act },
            }
            .into());
        }
        let known = self.core_of(&kept.past);
        let signs = |at: usize| self.kept[at].id() == act || self.kept[at].standing == Some(Standing::Sign { act });
        if known.iter().any(|at| self.kept[*at].device() == device && signs(*at)) {
            return Err(Law::SignedBefore { act }.into());
        }
        for removal in open {
            let Some(Standing::Remove { device: target, .. }) = &self.kept[removal].standing else { continue };
            let theirs = known.iter().copied().filter(|at| self.kept[*at].device() == *target && self.kept[*at].void.is_none());
            if theirs.into_iter().any(|at| !self.before(at, removal) && !signs(at)) {
                return Err(Law::StaleRemoval { act }.into());
            }
        }
        Ok(())
    }

    fn signed_own_removal(&self, kept: &Kept) -> bool {
        let device = kept.device();
        let names = |at: &usize| matches!(self.kept[*at].standing, Some(Standing::Remove { device: removed, .. }) if removed == device);
        if !self.removals.iter().any(names) {
            return false;
        }
        self.core_of(&kept.past).into_iter().filter(|at| self.kept[*at].device() == device && self.kept[*at].void.is_none()).any(|at| {
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

    fn core_of(&self, past: &[u32]) -> Vec<usize> {
        self.core.iter().copied().filter(|at| Lines::holds(past, &self.kept[*at])).collect()
    }

    fn shows_own_fork(&self, kept: &Kept) -> bool {
        let says = kept.change.says();
        let seen = |at: &usize| Lines::holds(&kept.past, &self.kept[*at]);
        self.forks_of(says.device).any(|siblings| siblings.iter().filter(|at| seen(at)).count() > 1)
            || self.siblings(says.device, says.ring, says.prev).any(|at| seen(&at))
    }

    fn cut_was_seen(&self, kept: &Kept, cut: &Option<Cut>, theirs: &dyn Fn(DeviceId, usize) -> bool) -> Result<(), Refusal> {
        for tip in cut.iter().flatten() {
            let at = self.find(tip).filter(|at| Lines::holds(&kept.past, &self.kept[*at]));
            if at.is_none_or(|at| !theirs(self.kept[at].device(), at)) {
                return Err(Law::CutUnseen.into());
            }
        }
        Ok(())
    }
}

fn allowed(duty: Duty, by: &Author, view: &Book) -> Option<BTreeSet<Member>> {
    let commons = &view.commons;
    commons.mandate.allows(by.member, duty, &commons.roll, &commons.minutes)
}
