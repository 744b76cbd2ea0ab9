//! A town's laptop that keeps its records in memory.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId, FileHash};
use folkmoot_sync::{Caller, Description, Frame, Holder, Holding, Line, Met, Standing, TakenIn, Wanted};

pub(crate) const MILLBROOK: AssemblyId = AssemblyId([1; 32]);
pub(crate) const CEDAR_FALLS: AssemblyId = AssemblyId([2; 32]);
pub(crate) const ASHGROVE: AssemblyId = AssemblyId([3; 32]);

/// A change as these towns write it: where it stands, and nothing else.
pub(crate) fn bytes_of(assembly: AssemblyId, change: &Description) -> Vec<u8> {
    let prev = change.prev.map_or([0; 32], |prev| prev.0);
    [&assembly.0[..], &[change.line.ring.byte()], &change.line.device.0, &prev, &change.hash.0].concat()
}

fn change_in(bytes: &[u8]) -> Option<(AssemblyId, Description)> {
    let part = |from: usize| bytes.get(from..from + 32).and_then(|part| <[u8; 32]>::try_from(part).ok());
    let line = Line { ring: Ring::from_byte(*bytes.get(32)?)?, device: DeviceId(part(33)?) };
    let prev = part(65).filter(|prev| *prev != [0; 32]).map(ChangeHash);
    let hash = ChangeHash(part(97)?);
    (hash.0[31] != 0xff && bytes.len() == 129).then_some((AssemblyId(part(0)?), Description { line, prev, hash }))
}

/// A town's laptop that keeps its records in memory.
#[derive(Default)]
pub(crate) struct Laptop {
    pub(crate) holdings: BTreeMap<AssemblyId, Holding>,
    pub(crate) arrived: Vec<(AssemblyId, Description)>,
    /// Where each stands among those.
    at: BTreeMap<ChangeHash, usize>,
    pub(crate) waiting: Vec<(AssemblyId, Description)>,
    pub(crate) neighbours: BTreeSet<DeviceId>,
    pub(crate) own: BTreeSet<DeviceId>,
    /// Those that are the same person's.
    pub(crate) same: BTreeSet<DeviceId>,
    pub(crate) expects: Option<String>,
    pub(crate) letters: Vec<String>,
    pub(crate) files: BTreeMap<FileHash, Option<Vec<u8>>>,
    /// The towns whose acts name those that are not Millbrook's.
    pub(crate) papers: BTreeMap<FileHash, AssemblyId>,
    pub(crate) met: Vec<Met>,
    /// The towns that alone are taken in, where there is no room for others.
    pub(crate) near: Option<BTreeSet<AssemblyId>>,
    /// The towns that the other end is asked for where there is room; all that are here where none are named.
    pub(crate) asks: Option<BTreeSet<AssemblyId>>,
    /// How many changes were left out.
    pub(crate) left_out: usize,
}

impl Laptop {
    pub(crate) fn knowing(neighbours: &[u8]) -> Laptop {
        Laptop { neighbours: neighbours.iter().map(|number| endpoint(*number)).collect(), ..Laptop::default() }
    }

    pub(crate) fn record(&mut self, assembly: AssemblyId, change: Description) -> bool {
        let holding = self.holdings.entry(assembly).or_default();
        if holding.has(&change.hash) {
            return false;
        }
        holding.add(change);
        self.at.insert(change.hash, self.arrived.len());
        self.arrived.push((assembly, change));
        true
    }

    /// Writes `count` changes on one device's line.
    pub(crate) fn write(&mut self, assembly: AssemblyId, ring: Ring, device: u8, count: u32) {
        for _ in 0..count {
            let line = Line { ring, device: DeviceId([device; 32]) };
            let prev = self.arrived.iter().rev().find(|(of, change)| *of == assembly && change.line == line).map(|(_, change)| change.hash);
            let seed = [&assembly.0[..], &[device, ring.byte()], &prev.map_or([0; 32], |prev| prev.0)].concat();
            let mut hash = *blake3::hash(&seed).as_bytes();
            hash[31] = 0;
            self.record(assembly, Description { line, prev, hash: ChangeHash(hash) });
        }
    }

    pub(crate) fn size(&self) -> usize {
        self.holdings.values().map(Holding::len).sum()
    }
}

impl Holder for Laptop {
    type Error = Infallible;

    fn standing(&self, _: AssemblyId, endpoint: &DeviceId) -> Result<Standing, Infallible> {
        Ok(match (self.own.contains(endpoint), self.neighbours.contains(endpoint)) {
            _ if self.same.contains(endpoint) => Standing::Own,
            (true, _) => Standing::Inside,
            (false, true) => Standing::Neighbour,
            (false, false) => Standing::Stranger,
        })
    }

    fn expects_strangers(&self, _: AssemblyId) -> Result<bool, Infallible> {
        Ok(self.expects.is_some())
    }

    fn letters(&self, _: AssemblyId, _: &DeviceId) -> Result<Vec<String>, Infallible> {
        Ok(self.letters.clone())
    }

    fn hear_letter(&mut self, caller: &Caller, letter: &str) -> Result<bool, Infallible> {
        let holds = self.expects.as_deref() == Some(letter);
        if holds {
            self.neighbours.insert(caller.endpoint);
        }
        Ok(holds)
    }

    fn holdings(&self) -> &BTreeMap<AssemblyId, Holding> {
        &self.holdings
    }

    fn mark(&self) -> i64 {
        self.arrived.len() as i64
    }

    fn since(&self, mark: i64) -> Result<Vec<(AssemblyId, Ring, ChangeHash)>, Infallible> {
        Ok(self.arrived[mark as usize..].iter().map(|(assembly, change)| (*assembly, change.line.ring, change.hash)).collect())
    }

    fn changes(&self, hashes: &[ChangeHash]) -> Result<Vec<Vec<u8>>, Infallible> {
        Ok(hashes.iter().map(|hash| &self.arrived[self.at[hash]]).map(|(assembly, change)| bytes_of(*assembly, change)).collect())
    }

    fn has_room(&self) -> bool {
        self.near.is_none()
    }

    fn near(&self, _: &Caller) -> Result<BTreeSet<AssemblyId>, Infallible> {
        let named = self.near.as_ref().or(self.asks.as_ref());
        Ok(named.cloned().unwrap_or_else(|| self.holdings.keys().copied().collect()))
    }

    fn wanted(&self, assembly: AssemblyId, _: bool) -> Result<Vec<Wanted>, Infallible> {
        let town = |hash: &FileHash| *self.papers.get(hash).unwrap_or(&MILLBROOK);
        let missing = self.files.iter().filter(|(hash, bytes)| bytes.is_none() && assembly == town(hash));
        Ok(missing.map(|(hash, _)| Wanted::File(*hash)).collect())
    }

    fn beside(&self, assembly: AssemblyId, _: bool, wanted: Wanted) -> Result<Option<Frame>, Infallible> {
        let Wanted::File(hash) = wanted else { return Ok(None) };
        let bytes = self.files.get(&hash).cloned().flatten();
        Ok(bytes.map(|bytes| Frame::File { hash, assembly, ring: Ring::Commons, name: "receipt.txt".to_owned(), bytes }))
    }

    fn take_in(&mut self, frames: Vec<Frame>, _: &Caller) -> Result<TakenIn, Infallible> {
        let mut taken = TakenIn::default();
        for frame in frames {
            match frame {
                Frame::Change(bytes) => match change_in(&bytes) {
                    Some((assembly, change)) => {
                        taken.proved.push(change.hash);
                        if self.near.as_ref().is_some_and(|near| !near.contains(&assembly)) {
                            taken.left_out += 1;
                            continue;
                        }
                        let ready = change.prev.is_none_or(|prev| self.holdings.get(&assembly).is_some_and(|held| held.has(&prev)));
                        if ready {
                            taken.new += usize::from(self.record(assembly, change));
                        } else {
                            self.waiting.push((assembly, change));
                            taken.waiting += 1;
                        }
                    }
                    None => taken.refused += 1,
                },
                Frame::File { hash, bytes, .. } => {
                    self.files.insert(hash, Some(bytes));
                    taken.beside += 1;
                }
                other => panic!("{other:?} is not for the records"),
            }
        }
        while let Some(at) = self.waiting.iter().position(|(assembly, change)| self.holdings[assembly].has(&change.prev.unwrap())) {
            let (assembly, change) = self.waiting.remove(at);
            taken.new += usize::from(self.record(assembly, change));
        }
        self.left_out += taken.left_out;
        Ok(taken)
    }

    fn refresh(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn met(&mut self, _: &Caller, met: &Met) -> Result<(), Infallible> {
        self.met.push(met.clone());
        Ok(())
    }
}

pub(crate) fn endpoint(number: u8) -> DeviceId {
    DeviceId([number; 32])
}
