//! This laptop's own keys: when one writes no more, and how another takes its place.
//!
//! **Invariant:** a home writes for an assembly with one key at most. A key that was taken off the roll, or was stopped, is laid aside whole while
//! the one in its place is not on it, since the removal may fall, and people may say that it was an older copy after all; after that only
//! what opens sealed things is kept of it, so it never signs again.

use std::collections::BTreeSet;

use age::secrecy::SecretString;
use folkmoot::change::Ring;
use folkmoot::fold::Fold;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{Pen, PenState, Reading, Writing};
use folkmoot_sync::Identities;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::{Value as Json, json};

use crate::elsewhere::is_stopped;
use crate::folds::Folds;
use crate::home::{keys_of, new_pen};
use crate::unheard::is_unheard;
use crate::{Desk, Trouble};

/// Why a laptop's key writes no more, so that the laptop has to ask again with a new one (RESOLVER.md 3, 6).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum KeyLost {
    /// It was taken off the roll, and comes back only where what took it off falls.
    TakenOff,
    /// Two different entries came with it: a copy of this home has written too, or an old backup was brought back.
    Forked,
    /// Entries came with it that this home did not write: a copy of it has gone on, or an older copy of it was brought back. It was stopped
    /// at once, and goes on if people say that it was the latter.
    Copied,
}

impl Desk {
    /// Why the key that this laptop has in an assembly writes no more, if that is so.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn key_lost(&self, assembly: AssemblyId) -> Result<Option<KeyLost>, Trouble> {
        let pen = self.archive.pen(assembly)?;
        pen.map_or(Ok(None), |pen| why_lost(&self.archive, &self.folds, &pen))
    }

    /// The signing keys that this laptop has had in an assembly, the one of now first.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn own_devices(&self, assembly: AssemblyId) -> Result<Vec<DeviceId>, Trouble> {
        let now = self.archive.pens()?.into_iter().chain(self.archive.pens_aside()?);
        let now = now.filter(|pen| pen.assembly == assembly).map(|pen| pen.device);
        let before = self.archive.former_pens()?.into_iter().filter(|pen| pen.assembly == assembly).map(|pen| pen.device);
        Ok(now.chain(before).collect())
    }

    /// The keys of this laptop in an assembly that it laid down: whoever brings one onto the roll again brings a laptop that nobody has.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn laid_down(&self, assembly: AssemblyId) -> Result<BTreeSet<DeviceId>, Trouble> {
        let former = self.archive.former_pens()?.into_iter().filter(|pen| pen.assembly == assembly);
        Ok(former.map(|pen| pen.device).collect())
    }

    /// What opens things that were sealed to this laptop in an assembly, or in any: also to a key that it has laid down.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn identities(&self, assembly: Option<AssemblyId>) -> Result<Identities, Trouble> {
        let is_meant = |of: AssemblyId| assembly.is_none_or(|assembly| assembly == of);
        let (now, aside, before) = (self.archive.pens()?, self.archive.pens_aside()?, self.archive.former_pens()?);
        let now = now.iter().chain(&aside).filter(|pen| is_meant(pen.assembly)).map(|pen| &pen.sealing);
        let before = before.iter().filter(|pen| is_meant(pen.assembly)).map(|pen| &pen.sealing);
        let secrets: Vec<SecretString> = now.chain(before).map(|sealing| SecretString::from(sealing.as_str())).collect();
        Ok(Identities::of(&secrets)?)
    }
}

/// Why a pen writes no more, if that is so.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn why_lost(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<Option<KeyLost>, Trouble> {
    let Some(town) = folds.brief(reading, pen.assembly)? else { return Ok(None) };
    if town.devices.iter().any(|known| known.id == pen.device && !known.live) {
        return Ok(Some(KeyLost::TakenOff));
    }
    // In most towns nobody forks, and for them no book is opened.
    let forked = town.forked && folds.get(reading, pen.assembly)?.is_some_and(|fold| forks(fold, pen));
    if forked { Ok(Some(KeyLost::Forked)) } else { Ok(is_stopped(reading, pen)?.then_some(KeyLost::Copied)) }
}

/// Whether the law itself refuses whatever a pen signs: it was taken off the roll, or forks in the commons, which everything follows. Of a fork
/// inside the commons see nothing.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn is_refused_by_law(reading: &Reading, folds: &Folds, pen: &Pen) -> Result<bool, Trouble> {
    Ok(match why_lost(reading, folds, pen)? {
        Some(KeyLost::TakenOff) => true,
        Some(KeyLost::Forked) => folds.get(reading, pen.assembly)?.is_some_and(|fold| forks_in_the_commons(fold, pen)),
        Some(KeyLost::Copied) | None => false,
    })
}

/// The pen that a home has in an assembly, unless it writes no more. One whose admission does not count, or not any more, is the one to be
/// admitted again: that admission may come to count still, and another key would leave the first on the roll without a laptop.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn pen_that_stays(reading: &Reading, folds: &Folds, assembly: AssemblyId) -> Result<Option<Pen>, Trouble> {
    match reading.pen(assembly)? {
        Some(pen) if why_lost(reading, folds, &pen)?.is_some() => Ok(None),
        pen => Ok(pen),
    }
}

/// The pen that a recovery card admits: the one that is here and not on the roll, or a new one; it is asked for inside the transaction that
/// admits it, since another program of this home may have taken up another meanwhile.
///
/// # Errors
/// [`Trouble::NothingHere`] before the assembly's record is here, [`Trouble::FoundedHere`] when the pen that is here may write.
pub(crate) fn pen_to_admit(reading: &Reading, folds: &Folds, assembly: AssemblyId, now: i64) -> Result<Pen, Trouble> {
    let town = folds.brief(reading, assembly)?.ok_or(Trouble::NothingHere { assembly })?;
    let is_live = |pen: &Pen| town.live(&pen.device).is_some();
    match pen_that_stays(reading, folds, assembly)? {
        Some(pen) if is_live(&pen) && !is_unheard(reading, &pen)? => Err(Trouble::FoundedHere { name: town.name.clone() }),
        Some(pen) if !is_live(&pen) => Ok(Pen { state: PenState::Asked, ..pen }),
        Some(_) | None => Ok(Pen { assembly, ..new_pen(now)?.0 }),
    }
}

/// The act that admits the laptop which has a pen.
///
/// # Errors
/// [`Trouble::Bundle`] when the pen's sealing key cannot be read.
pub(crate) fn admission(member: Member, pen: &Pen) -> Result<Json, Trouble> {
    Ok(json!({ "do": "roll.admit", "member": member, "device": pen.device, "keys": keys_of(pen)?, "paper": false }))
}

/// Takes up a new pen in the place of an assembly's old one, if there is one.
///
/// # Errors
/// [`Trouble::RestoredUnheard`] where the old one may write once others were heard and the new one waits for their signatures.
pub(crate) fn take_up(writing: &mut Writing<'_>, fold: Option<&Fold>, new: &Pen, now: i64) -> Result<(), Trouble> {
    let is_live = |pen: &Pen| fold.is_some_and(|fold| fold.book().commons.roll.live(&pen.device).is_some());
    for old in writing.pens()?.into_iter().filter(|old| old.assembly == new.assembly && old.device != new.device) {
        let forks = fold.is_some_and(|fold| forks(fold, &old));
        if is_live(&old) && !is_live(new) && !forks && !is_stopped(writing, &old)? {
            return Err(Trouble::RestoredUnheard);
        }
        match fold.is_some_and(|fold| forks_in_the_commons(fold, &old)) {
            true => writing.lay_down_pen(old.device, now)?,
            false => writing.set_pen_aside(old.device, Some(now))?,
        };
    }
    writing.put_pen(&Pen { state: if is_live(new) { PenState::Admitted } else { new.state }, ..new.clone() })?;
    match fold.filter(|_| is_live(new)) {
        Some(fold) => settle(writing, fold, new, now),
        None => Ok(()),
    }
}

/// Does with the pens of this home as their rolls are now.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read or written.
pub(crate) fn follow_the_roll(writing: &mut Writing<'_>, folds: &Folds, now: i64) -> Result<(), Trouble> {
    let aside = writing.pens_aside()?;
    for pen in writing.pens()? {
        let is_open = pen.state == PenState::Asked || aside.iter().any(|old| old.assembly == pen.assembly);
        if is_open && let Some(fold) = folds.get(writing, pen.assembly)? {
            settle(writing, fold, &pen, now)?;
        }
    }
    Ok(())
}

/// Admits the pen of an assembly that its roll has, and lays down those that were laid aside for it. Where the roll has one of these instead, for
/// what took it off has fallen, that one is taken up again.
fn settle(writing: &mut Writing<'_>, fold: &Fold, pen: &Pen, now: i64) -> Result<(), Trouble> {
    let aside: Vec<Pen> = writing.pens_aside()?.into_iter().filter(|old| old.assembly == pen.assembly).collect();
    let mut on_the_roll = None;
    for pen in std::iter::once(pen).chain(&aside).filter(|pen| fold.book().commons.roll.live(&pen.device).is_some() && !forks(fold, pen)) {
        if on_the_roll.is_none() && !is_stopped(writing, pen)? {
            on_the_roll = Some(pen);
        }
    }
    let Some(on_the_roll) = on_the_roll else { return Ok(()) };
    writing.set_pen_aside(on_the_roll.device, None)?;
    writing.set_pen_state(on_the_roll.device, PenState::Admitted)?;
    for other in std::iter::once(pen).chain(&aside).filter(|other| other.device != on_the_roll.device) {
        writing.lay_down_pen(other.device, now)?;
    }
    Ok(())
}

fn forks_in_the_commons(fold: &Fold, pen: &Pen) -> bool {
    fold.forks_in(&pen.device, Ring::Commons)
}

fn forks(fold: &Fold, pen: &Pen) -> bool {
    fold.forkers().any(|forker| forker == pen.device)
}
