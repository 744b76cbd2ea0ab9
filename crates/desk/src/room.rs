//! The ceiling: how much of this home others may take up.
//!
//! A town is *near* if it is our own or a neighbour of one of ours; every other is *distant*, and anybody can make up as many of those as
//! they like.
//!
//! **Invariant:** whatever distant towns write, this home keeps room for the meeting; of papers it takes in those of near towns alone. What
//! is left out is not set aside and can come again.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::Act;
use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, DeviceId, FileHash};
use folkmoot_archive::{Disk, Reading};
use schemars::JsonSchema;
use serde::Serialize;

use crate::folds::Folds;
use crate::neighbours::neighbours_of;
use crate::{Desk, Trouble};

/// How many bytes of the disk stay free of what distant towns write: a town's own acts of many years.
const KEPT_FREE: u64 = 1024 * 1024 * 1024;
/// Of a small disk this part does: an eighth.
const PART_OF_A_SMALL_DISK: u64 = 8;
/// How much more than that is free, as a part of it, while distant towns are asked for: so that whoever was just told to stop is not asked again.
const AMPLE: u64 = 8;
/// How many bytes of papers of one neighbour are taken in.
const PAPERS_OF_A_NEIGHBOUR: u64 = 256 * 1024 * 1024;
/// How many bytes a small bundle may unfold to: that takes seconds, and no hall's year of papers.
const UNFOLDED: u64 = 1024 * 1024 * 1024;
/// What a change takes up beside its own bytes: its place in the indexes, the brief and the name of a new town.
const BESIDE_A_CHANGE: u64 = 2048;
/// A commit stands in the log before it stands in the book.
const TIMES_WRITTEN: u64 = 2;

/// What others may take up of a home.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ceiling {
    /// How many bytes of the disk stay free of what distant towns write; none for 1 GiB, or an eighth of a smaller disk.
    pub kept_free: Option<u64>,
    /// How many bytes of papers of one neighbour are taken in.
    pub papers_of_a_neighbour: u64,
    /// How many bytes a bundle may unfold to, however small it is; a large one to more.
    pub unfolded: u64,
}

impl Default for Ceiling {
    fn default() -> Ceiling {
        Ceiling { kept_free: None, papers_of_a_neighbour: PAPERS_OF_A_NEIGHBOUR, unfolded: UNFOLDED }
    }
}

/// How much of the disk is free, and how much stays so.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    free: u64,
    kept: u64,
}

impl Room {
    fn of(disk: Option<Disk>, ceiling: Ceiling) -> Room {
        // Where the system does not say, there is room until there is none.
        let Some(disk) = disk else { return Room { free: u64::MAX, kept: 0 } };
        Room { free: disk.free, kept: ceiling.kept_free.unwrap_or_else(|| KEPT_FREE.min(disk.size / PART_OF_A_SMALL_DISK)) }
    }

    /// How much has to be free for distant towns to be asked for.
    fn ample(&self) -> u64 {
        self.kept.saturating_add(self.kept / AMPLE)
    }

    pub(crate) fn is_ample(&self) -> bool {
        self.free > self.ample()
    }

    /// Whether there is room for so many bytes more; they take it up.
    fn takes(&mut self, bytes: u64) -> bool {
        let rest = self.free.checked_sub((bytes + BESIDE_A_CHANGE) * TIMES_WRITTEN).filter(|rest| *rest > self.kept);
        self.free = rest.unwrap_or(self.free);
        rest.is_some()
    }
}

/// That there is little room left on the disk of this home, so that what distant towns write is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct LittleRoom {
    /// How many bytes are free.
    pub free: u64,
    /// How many have to be, for that to be asked for again.
    pub needed: u64,
}

/// Why a paper is not taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum LeftOut {
    /// It is of a town that is neither ours nor a neighbour.
    NoNeighbour,
    /// The papers that are here of this neighbour are as many as are kept.
    OverQuota,
    /// It is a neighbour's, and there is little room left on the disk.
    LittleRoom,
}

/// Our own assemblies, and the neighbours of any of them.
#[derive(Debug)]
struct Near {
    own: BTreeSet<AssemblyId>,
    neighbours: BTreeSet<AssemblyId>,
}

impl Near {
    fn of(reading: &Reading, folds: &Folds, own: &BTreeSet<AssemblyId>) -> Result<Near, Trouble> {
        Ok(Near { neighbours: neighbours_of(reading, folds, own)?, own: own.clone() })
    }

    fn has(&self, town: &AssemblyId) -> bool {
        self.own.contains(town) || self.neighbours.contains(town)
    }

    /// What is taken in of a town's papers. A home that only reads has no endpoint, so its papers are those that somebody carried to it by
    /// hand: any town's are taken in as a neighbour's.
    fn papers(&self, reading: &Reading, town: AssemblyId, ceiling: Ceiling) -> Result<Papers, Trouble> {
        Ok(if self.own.contains(&town) {
            Papers::Own
        } else if self.own.is_empty() || self.neighbours.contains(&town) {
            Papers::Neighbour { left: ceiling.papers_of_a_neighbour.saturating_sub(reading.bytes_of_files(town)?) }
        } else {
            Papers::Distant
        })
    }
}

/// What is taken in of one town's papers.
#[derive(Debug, Clone, Copy)]
enum Papers {
    Own,
    Neighbour { left: u64 },
    Distant,
}

impl Papers {
    /// Counts a paper of so many bytes.
    ///
    /// # Errors
    /// [`LeftOut`] where it is not taken in; then it does not count.
    fn take(&mut self, bytes: u64, has_room: impl FnOnce() -> bool) -> Result<(), LeftOut> {
        match self {
            Papers::Own => Ok(()),
            Papers::Distant => Err(LeftOut::NoNeighbour),
            Papers::Neighbour { left } => {
                let rest = left.checked_sub(bytes).ok_or(LeftOut::OverQuota)?;
                if !has_room() {
                    return Err(LeftOut::LittleRoom);
                }
                *left = rest;
                Ok(())
            }
        }
    }
}

/// The papers of one town that are asked for, one after the other.
#[derive(Debug)]
struct Asking {
    papers: Papers,
    room: Room,
    is_ample: bool,
}

impl Asking {
    fn of(papers: Papers, room: Room) -> Asking {
        Asking { papers, is_ample: room.is_ample(), room }
    }

    /// Counts one of so many bytes.
    ///
    /// # Errors
    /// [`LeftOut`] where it is not asked for.
    fn take(&mut self, bytes: u64) -> Result<(), LeftOut> {
        // One that would not be taken in would be fetched in every session.
        self.papers.take(bytes, || self.is_ample && self.room.takes(bytes))
    }
}

/// What is taken in within one transaction.
#[derive(Debug)]
pub(crate) struct Allowance<'a> {
    own: &'a BTreeSet<AssemblyId>,
    ceiling: Ceiling,
    room: Room,
    near: Option<Near>,
    papers: BTreeMap<AssemblyId, Papers>,
}

impl<'a> Allowance<'a> {
    pub(crate) fn of(disk: Option<Disk>, ceiling: Ceiling, own: &'a BTreeSet<AssemblyId>) -> Allowance<'a> {
        Allowance { own, ceiling, room: Room::of(disk, ceiling), near: None, papers: BTreeMap::new() }
    }

    /// An act of our own came in: it may have made a neighbour. What else makes its join count or not is seen by the next transaction.
    pub(crate) fn ours_came(&mut self, act: Option<&Act>) {
        if let Some(Act::Neighbour(_)) = act {
            self.near = None;
        }
    }

    /// Whether a change of a town is taken in.
    pub(crate) fn takes_change(&mut self, reading: &Reading, folds: &Folds, town: AssemblyId, bytes: u64) -> Result<bool, Trouble> {
        // Who is near is asked for strangers alone: with many neighbours that takes time.
        Ok(self.room.takes(bytes) || self.own.contains(&town) || self.near(reading, folds)?.has(&town))
    }

    /// Whether a paper of a town is taken in; papers come after all acts.
    pub(crate) fn takes_paper(&mut self, reading: &Reading, folds: &Folds, town: AssemblyId, bytes: u64) -> Result<bool, Trouble> {
        let ceiling = self.ceiling;
        let mut papers = match self.papers.get(&town) {
            Some(papers) => *papers,
            None => self.near(reading, folds)?.papers(reading, town, ceiling)?,
        };
        let taken = papers.take(bytes, || self.room.takes(bytes)).is_ok();
        self.papers.insert(town, papers);
        Ok(taken)
    }

    fn near(&mut self, reading: &Reading, folds: &Folds) -> Result<&Near, Trouble> {
        let near = match self.near.take() {
            Some(near) => near,
            None => Near::of(reading, folds, self.own)?,
        };
        Ok(self.near.insert(near))
    }
}

impl Desk {
    /// Sets another ceiling than the one that every home has.
    pub fn under(&mut self, ceiling: Ceiling) {
        self.ceiling = ceiling;
    }

    pub(crate) fn room(&self) -> Room {
        Room::of(self.archive.disk(), self.ceiling)
    }

    /// That there is little room left, if there is.
    pub fn little_room(&self) -> Option<LittleRoom> {
        let room = self.room();
        (!room.is_ample()).then(|| LittleRoom { free: room.free, needed: room.ample() })
    }

    /// The papers of a town that are not here, in the order in which they are asked for, and why one of them is not.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn papers_not_here(&self, town: AssemblyId) -> Result<Vec<(FileHash, Option<LeftOut>)>, Trouble> {
        let files = self.archive.files_not_here(town, Ring::Commons)?;
        if files.is_empty() {
            return Ok(Vec::new());
        }
        let own = self.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        let papers = Near::of(&self.archive, &self.folds, &own)?.papers(&self.archive, town, self.ceiling)?;
        let mut asking = Asking::of(papers, self.room());
        Ok(files.into_iter().map(|(hash, size)| (hash, asking.take(size.into()).err())).collect())
    }

    /// The near towns that a laptop is asked for when it meets the endpoint of `ours`: that assembly, and those of its neighbours to which
    /// the laptop belongs; all of its neighbours, if it is on the roll of `ours`. No other laptop learns whose neighbour somebody is.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub(crate) fn near(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<BTreeSet<AssemblyId>, Trouble> {
        let mut near = BTreeSet::from([ours]);
        let neighbours = self.neighbours(ours)?;
        if self.is_on_the_roll(ours, endpoint)? {
            near.extend(neighbours);
            return Ok(near);
        }
        for town in neighbours {
            if self.is_on_the_roll(town, endpoint)? {
                near.insert(town);
            }
        }
        // This is asked in every turn: whom a code names its act does too, so no code is read.
        let joins = self.neighbour_book(ours)?.into_iter().flat_map(folkmoot::neighbour::Neighbours::standing);
        near.extend(joins.filter(|join| join.endpoint == *endpoint).map(|join| join.town));
        Ok(near)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::CardText;

    const GIB: u64 = 1024 * 1024 * 1024;

    fn room(free: u64, size: u64) -> Room {
        Room::of(Some(Disk { free, size }), Ceiling::default())
    }

    #[test]
    fn a_gibibyte_stays_free_and_of_a_small_disk_an_eighth() {
        assert_eq!([500 * GIB, 8 * GIB, GIB, 0].map(|size| room(0, size).kept), [GIB, GIB, GIB / 8, 0]);
        assert!(Room::of(None, Ceiling::default()).is_ample(), "where the system does not say, nothing is kept out");
    }

    #[test]
    fn a_paper_for_which_there_is_no_room_when_it_comes_is_not_asked_for() {
        let mib = 1024 * 1024;
        let papers = Papers::Neighbour { left: PAPERS_OF_A_NEIGHBOUR };
        let mut small = room(76 * mib, 512 * mib);
        let mut asking = Asking::of(papers, small);
        assert!(asking.is_ample, "and yet one of 10 MiB is written twice");
        assert_eq!(asking.take(10 * mib), Err(LeftOut::LittleRoom));
        assert!(!small.takes(10 * mib));
        let taken = [2, 2, 2, 2, 2, 2, 2].map(|size| (asking.take(size * mib).is_ok(), small.takes(size * mib)));
        assert!(taken.iter().all(|(asked, taken)| asked == taken), "{taken:?}");
        assert_eq!(taken.iter().filter(|(asked, _)| *asked).count(), 2);
    }

    #[test]
    fn who_is_near_is_asked_for_strangers_alone_and_again_only_after_an_act_about_neighbours() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path()).unwrap();
        let town = desk.found("Millbrook", None, &CardText::named("Ada"), 1_804_000_000).unwrap();
        let own = BTreeSet::from([town]);
        let mut allowance = Allowance::of(Some(Disk { free: 0, size: GIB }), Ceiling::default(), &own);
        let takes = |allowance: &mut Allowance<'_>, town| {
            let taken = allowance.takes_change(&desk.archive, &desk.folds, town, 100).unwrap();
            (taken, allowance.near.is_some())
        };
        assert_eq!(takes(&mut allowance, town), (true, false));
        assert_eq!(takes(&mut allowance, AssemblyId([9; 32])), (false, true));
        let after = |allowance: &mut Allowance<'_>, act| {
            allowance.ours_came(Some(&Act::from_json(&act).unwrap()));
            allowance.near.is_some()
        };
        assert!(after(&mut allowance, json!({ "do": "ledger.open", "account": "assets:barn" })));
        assert!(!after(&mut allowance, json!({ "do": "neighbour.part", "town": AssemblyId([9; 32]), "joins": [] })));
    }

    #[test]
    fn a_disk_that_was_filled_up_to_the_mark_is_not_one_that_asks_for_more() {
        let mut room = room(3 * GIB, 500 * GIB);
        assert!(room.is_ample());
        let taken = (0..1_000_000).take_while(|_| room.takes(64 * 1024)).count();
        assert!(taken > 10_000 && room.free > GIB && room.free < GIB + GIB / 64);
        assert!(!room.is_ample());
        assert!(room.takes(1), "what is under way is taken in to the last byte");
    }
}
