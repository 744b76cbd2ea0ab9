//! One person's laptops: which they are, and what is taken from whom for them alone.
//!
//! **Invariant:** what one person keeps is given to, and taken from, a laptop only that is on the roll now, stands under the same number, and was
//! let in by a signature of that person.

use std::collections::BTreeSet;

use folkmoot::change::Unsigned;
use folkmoot::fold::Fold;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_archive::Reading;

use crate::folds::Folds;
use crate::receive::Road;
use crate::{Desk, Trouble};

/// The laptops on the roll that are one person's with a laptop on it, itself among them.
fn live(fold: &Fold, own: &DeviceId) -> BTreeSet<DeviceId> {
    let roll = &fold.book().commons.roll;
    let is_laptop = |device: &DeviceId| roll.live(device).is_some_and(|known| !known.paper);
    if !is_laptop(own) {
        return BTreeSet::new();
    }
    fold.of_one_person(own).into_iter().filter(is_laptop).collect()
}

/// Whether every laptop on the roll with an endpoint key is one person's with `own`, and there is one.
fn is_at(fold: &Fold, own: &DeviceId, endpoint: &DeviceId) -> bool {
    let theirs = live(fold, own);
    let mut there = fold.book().commons.roll.live_devices().filter(|(_, known)| known.keys.endpoint == *endpoint).peekable();
    there.peek().is_some() && there.all(|(device, _)| theirs.contains(device))
}

/// Whether a change of what one person keeps was written by a laptop of whoever has this one, and brought by one of theirs.
///
/// # Errors
/// [`Trouble::Archive`] when the book cannot be read.
pub(crate) fn is_ones_own(reading: &Reading, folds: &Folds, road: Road<'_>, says: &Unsigned) -> Result<bool, Trouble> {
    let pen = reading.pen(says.assembly)?;
    let Some((pen, fold)) = pen.zip(folds.get(reading, says.assembly)?) else { return Ok(false) };
    let brought = match road.met {
        Some((ours, endpoint)) => ours == says.assembly && is_at(fold, &pen.device, &endpoint),
        None => road.sealed_by.is_some_and(|packer| live(fold, &pen.device).contains(&packer)),
    };
    Ok(brought && fold.of_one_person(&pen.device).contains(&says.device))
}

impl Desk {
    /// Whose lines of what one person keeps are that person's who has this laptop: its own key's, and those of the keys that are of one person
    /// with it. What another key noted that this home had before is in it still, and is said to nobody.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn ones_own(&self, assembly: AssemblyId) -> Result<BTreeSet<DeviceId>, Trouble> {
        let Some(pen) = self.archive.pen(assembly)? else { return Ok(BTreeSet::new()) };
        let mut own = self.fold(assembly)?.map(|fold| fold.of_one_person(&pen.device)).unwrap_or_default();
        own.insert(pen.device);
        Ok(own)
    }

    /// As [`Desk::ones_own`] for some who wrote, without opening the book where it is this laptop's key alone.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn own_among(&self, assembly: AssemblyId, wrote: &BTreeSet<DeviceId>) -> Result<BTreeSet<DeviceId>, Trouble> {
        let pen = self.archive.pen(assembly)?;
        if pen.is_some_and(|pen| wrote.iter().all(|device| *device == pen.device)) {
            return Ok(wrote.clone());
        }
        Ok(self.ones_own(assembly)?.intersection(wrote).copied().collect())
    }

    /// Whether an endpoint is that of another laptop of whoever has this one.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn is_own_at(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<bool, Trouble> {
        let pen = self.archive.pen(ours)?;
        let Some((pen, town)) = pen.zip(self.brief(ours)?) else { return Ok(false) };
        // Most who call are somebody else's, and for them no book is opened.
        let member = |device: Option<&crate::brief::Device>| device.map(|device| device.member);
        if member(town.laptop_at(endpoint)) != member(town.live(&pen.device)) {
            return Ok(false);
        }
        Ok(self.fold(ours)?.is_some_and(|fold| is_at(fold, &pen.device, endpoint)))
    }

    /// The other laptops of whoever has this one; and those under the same number that none of them let in, which are given nothing.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn own_laptops(&self, assembly: AssemblyId) -> Result<(BTreeSet<DeviceId>, BTreeSet<DeviceId>), Trouble> {
        let pen = self.archive.pen(assembly)?;
        let Some((pen, fold)) = pen.zip(self.fold(assembly)?) else { return Ok(Default::default()) };
        let roll = &fold.book().commons.roll;
        let Some(member) = roll.live(&pen.device).map(|known| known.member) else { return Ok(Default::default()) };
        let theirs = live(fold, &pen.device);
        let under_it = roll.live_devices().filter(|(device, known)| known.member == member && !known.paper && **device != pen.device);
        Ok(under_it.map(|(device, _)| *device).partition(|device| theirs.contains(device)))
    }

    /// The public keys of the other laptops of whoever has this one, as bundles are sealed to them.
    ///
    /// # Errors
    /// [`Trouble::NoOtherLaptop`] when there is none.
    pub(crate) fn own_keys(&self, assembly: AssemblyId) -> Result<Vec<String>, Trouble> {
        let (own, _) = self.own_laptops(assembly)?;
        let town = self.brief(assembly)?.into_iter().flat_map(crate::brief::Brief::laptops);
        let keys: Vec<String> = town.filter(|laptop| own.contains(&laptop.id)).map(|laptop| laptop.keys.sealing.clone()).collect();
        if keys.is_empty() { Err(Trouble::NoOtherLaptop) } else { Ok(keys) }
    }
}
