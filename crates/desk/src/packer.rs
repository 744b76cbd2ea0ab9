//! What whoever packed a bundle surely has: all that is in it, for a bundle holds everything that its packer may say.
//!
//! **Invariant:** what has arrived here is read once, however many assemblies of this home the packer is known to.

use std::collections::BTreeSet;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_archive::{Arrival, Meeting};

use crate::receive::Received;
use crate::{Desk, Trouble};

/// Whoever packed a bundle, as one assembly of ours knows that laptop.
struct Packer {
    ours: AssemblyId,
    known: Meeting,
    /// What it may read of ours.
    ring: Ring,
    ones_own: BTreeSet<DeviceId>,
}

impl Packer {
    /// Whether something that is here may be there, and was not in the bundle.
    fn lacks(&self, one: &Arrival, in_it: &BTreeSet<ChangeHash>) -> bool {
        let is_inside = one.ring <= self.ring && one.assembly == self.ours;
        let may_have = one.ring == Ring::Commons || is_inside && (one.ring != Ring::Person || self.ones_own.contains(&one.device));
        may_have && !in_it.contains(&one.hash)
    }

    /// The first of ours that it lacks of what arrived after its mark.
    fn first_lacked(&self, arrived: &[Arrival], in_it: &BTreeSet<ChangeHash>) -> Option<i64> {
        let later = arrived.iter().filter(|one| one.arrived > self.known.mark && one.assembly == self.ours);
        later.filter(|one| self.lacks(one, in_it)).map(|one| one.arrived).next()
    }
}

impl Desk {
    /// Remembers what whoever packed a bundle surely has.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read or written.
    pub(crate) fn note_packer(&mut self, received: &Received, source: &str, now: i64) -> Result<(), Trouble> {
        let Some(device) = received.packed_by.filter(|_| received.is_sound()) else { return Ok(()) };
        let mut packers = self.packers(&device)?;
        let Some(lowest) = packers.iter().map(|packer| packer.known.mark).min() else { return Ok(()) };
        let in_it: BTreeSet<ChangeHash> = received.proved.iter().copied().collect();
        let later = self.archive.arrivals_since(lowest)?;
        let lacked: Vec<Option<i64>> = packers.iter().map(|packer| packer.first_lacked(&later, &in_it)).collect();
        // The mark is about our own assembly; holding the same is about all of them.
        let may_hold_the_same = |lacked: &Option<i64>| lacked.is_none() && received.left_out == 0;
        let all = if lacked.iter().any(may_hold_the_same) { self.archive.arrivals_since(0)? } else { Vec::new() };
        for (packer, lacked) in packers.iter_mut().zip(&lacked) {
            packer.known.mark = lacked.map_or(self.folds.read_to(), |lacked| lacked - 1);
            (packer.known.met_at, packer.known.road) = (Some(now), source.to_owned());
            if may_hold_the_same(lacked) && !all.iter().any(|one| packer.lacks(one, &in_it)) {
                packer.known.equal_at = Some(now);
            }
        }
        self.archive.write(|writing| packers.iter().try_for_each(|packer| writing.put_meeting(&packer.known)).map_err(Trouble::from))
    }

    /// How each assembly of ours knows a laptop that packed something: those on whose own roll or a neighbour's it is.
    fn packers(&self, device: &DeviceId) -> Result<Vec<Packer>, Trouble> {
        let mut packers = Vec::new();
        for pen in self.archive.pens()?.into_iter().filter(|pen| pen.device != *device) {
            let ours = pen.assembly;
            let own = self.brief(ours)?.and_then(|town| town.live(device));
            let mut laptop = own;
            for town in self.neighbours(ours)?.into_iter().filter(|_| own.is_none()) {
                laptop = laptop.or(self.brief(town)?.and_then(|town| town.live(device)));
            }
            let Some(laptop) = laptop else { continue };
            let ring = match own {
                Some(laptop) if self.is_own_at(ours, &laptop.keys.endpoint)? => Ring::Person,
                Some(_) => Ring::Assembly,
                None => Ring::Commons,
            };
            let known = self.meeting(ours, laptop.keys.endpoint)?;
            let ones_own = if ring == Ring::Person { self.ones_own(ours)? } else { BTreeSet::new() };
            packers.push(Packer { ours, known, ring, ones_own });
        }
        Ok(packers)
    }
}
