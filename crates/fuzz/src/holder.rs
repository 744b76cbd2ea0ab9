//! A laptop that holds a little of Millbrook, meets one neighbour, and takes nothing in.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_sync::{Caller, Description, Frame, Holder, Holding, Line, Met, Standing, TakenIn, Wanted};

/// The assembly of this laptop.
pub(crate) const MILLBROOK: AssemblyId = AssemblyId([1; 32]);
/// The neighbour.
pub(crate) const CEDAR_FALLS: DeviceId = DeviceId([2; 32]);

/// What it holds.
pub(crate) struct Laptop(BTreeMap<AssemblyId, Holding>);

impl Laptop {
    /// With two lines, one of which forks.
    pub(crate) fn new() -> Laptop {
        let line = |device: u8| Line { ring: Ring::Commons, device: DeviceId([device; 32]) };
        let change = |device: u8, prev: Option<u8>, hash: u8| Description {
            line: line(device),
            prev: prev.map(|hash| ChangeHash([hash; 32])),
            hash: ChangeHash([hash; 32]),
        };
        let held = [change(11, None, 1), change(11, Some(1), 2), change(12, None, 3), change(12, Some(3), 4), change(12, Some(3), 5)];
        Laptop(BTreeMap::from([(MILLBROOK, Holding::of(&held))]))
    }
}

impl Holder for Laptop {
    type Error = Infallible;

    fn standing(&self, _: AssemblyId, endpoint: &DeviceId) -> Result<Standing, Infallible> {
        Ok(if *endpoint == CEDAR_FALLS { Standing::Neighbour } else { Standing::Stranger })
    }

    fn expects_strangers(&self, _: AssemblyId) -> Result<bool, Infallible> {
        Ok(false)
    }

    fn letters(&self, _: AssemblyId, _: &DeviceId) -> Result<Vec<String>, Infallible> {
        Ok(Vec::new())
    }

    fn hear_letter(&mut self, _: &Caller, _: &str) -> Result<bool, Infallible> {
        Ok(false)
    }

    fn holdings(&self) -> &BTreeMap<AssemblyId, Holding> {
        &self.0
    }

    fn mark(&self) -> i64 {
        5
    }

    fn since(&self, _: i64) -> Result<Vec<(AssemblyId, Ring, ChangeHash)>, Infallible> {
        Ok(Vec::new())
    }

    fn changes(&self, hashes: &[ChangeHash]) -> Result<Vec<Vec<u8>>, Infallible> {
        Ok(hashes.iter().map(|hash| hash.0.to_vec()).collect())
    }

    fn has_room(&self) -> bool {
        true
    }

    fn near(&self, _: &Caller) -> Result<BTreeSet<AssemblyId>, Infallible> {
        Ok(self.0.keys().copied().collect())
    }

    fn wanted(&self, _: AssemblyId, _: bool) -> Result<Vec<Wanted>, Infallible> {
        Ok(Vec::new())
    }

    fn beside(&self, _: AssemblyId, _: bool, _: Wanted) -> Result<Option<Frame>, Infallible> {
        Ok(None)
    }

    fn take_in(&mut self, frames: Vec<Frame>, _: &Caller) -> Result<TakenIn, Infallible> {
        Ok(TakenIn { refused: frames.len(), ..TakenIn::default() })
    }

    fn refresh(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn met(&mut self, _: &Caller, _: &Met) -> Result<(), Infallible> {
        Ok(())
    }
}
