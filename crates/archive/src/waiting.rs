//! What waits outside the chain: orphans, for the changes before them.
//!
//! **Invariant:** nobody fills this home from outside; what is dropped can come again.

use folkmoot::change::VerifiedChange;
use folkmoot::id::{AssemblyId, ChangeHash};
use rusqlite::params;

use crate::changes::verified;
use crate::error::ArchiveError;
use crate::rows::{list, number};
use crate::{Reading, Writing};

/// How many orphans of one device wait at most.
pub const MAX_ORPHANS_PER_DEVICE: u32 = 256;
/// How many bytes of orphans of one device wait at most.
pub const MAX_ORPHAN_BYTES_PER_DEVICE: u64 = 4 * 1024 * 1024;
/// How many orphans wait at most in all: keys are made up easily, so the oldest make room.
pub const MAX_ORPHANS: u32 = 8192;
/// How many bytes of orphans wait at most in all, in the same way.
pub const MAX_ORPHAN_BYTES: u64 = 16 * 1024 * 1024;
/// After how many new orphans the oldest make room, within one transaction and at its end.
const MAKE_ROOM_AFTER: u32 = 256;

/// What became of something that may be kept within a quota.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Intake {
    /// It is kept.
    Kept,
    /// It had been kept before.
    AlreadyHere,
    /// It was dropped.
    OverQuota,
}

/// A change whose signature verified, while `prev` or something in `seen` has not arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Orphan {
    /// The change.
    pub change: VerifiedChange,
    /// When this home's clock says it came.
    pub received_at: i64,
    /// The road it came by.
    pub source: String,
}

impl Reading {
    /// Reads the orphans of an assembly, in order of arrival.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] at the first whose bytes do not have its hash; [`ArchiveError::Sql`] when SQLite refuses.
    pub fn orphans(&self, assembly: AssemblyId) -> Result<Vec<Orphan>, ArchiveError> {
        let sql = "SELECT hash, bytes, received_at, source FROM orphans WHERE assembly = ?1 ORDER BY arrived";
        list(&self.conn, "reading the orphans", sql, [assembly.0], |row| {
            let bytes = row.get_ref(1)?.as_blob().map_err(rusqlite::Error::from)?;
            let change = verified(ChangeHash(row.get(0)?), bytes)?;
            Ok(Orphan { change, received_at: row.get(2)?, source: row.get(3)? })
        })
    }

    /// The assemblies of which something waits, in the order of their ids.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn assemblies_that_wait(&self) -> Result<Vec<AssemblyId>, ArchiveError> {
        let sql = "SELECT DISTINCT assembly FROM orphans ORDER BY assembly";
        list(&self.conn, "listing whose orphans wait", sql, [], |row| Ok(AssemblyId(row.get(0)?)))
    }
}

impl Writing<'_> {
    /// Keeps a change until what it names has arrived, unless [`MAX_ORPHANS_PER_DEVICE`] or [`MAX_ORPHAN_BYTES_PER_DEVICE`] of its device
    /// wait already; where too much waits in all, what came first is dropped for it.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn insert_orphan(&mut self, orphan: &Orphan) -> Result<Intake, ArchiveError> {
        let (change, conn) = (&orphan.change, self.conn()?);
        let device = change.says().device.0;
        if number(conn, "looking for an orphan", "SELECT count(*) FROM orphans WHERE hash = ?1", [change.hash().0])? > 0 {
            return Ok(Intake::AlreadyHere);
        }
        let (doing, encoded) = ("counting orphans", change.signed().encode());
        let waiting = number(conn, doing, "SELECT count(*) FROM orphans WHERE device = ?1", [device])?;
        let bytes = number(conn, doing, "SELECT coalesce(sum(length(bytes)), 0) FROM orphans WHERE device = ?1", [device])?;
        let with_it = bytes.unsigned_abs() + encoded.len() as u64;
        if waiting >= i64::from(MAX_ORPHANS_PER_DEVICE) || with_it > MAX_ORPHAN_BYTES_PER_DEVICE {
            return Ok(Intake::OverQuota);
        }
        self.run(
            "keeping an orphan",
            "INSERT INTO orphans (hash, assembly, device, bytes, received_at, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![change.hash().0, change.assembly().0, device, encoded, orphan.received_at, orphan.source],
        )?;
        self.new_orphans += 1;
        if self.new_orphans >= MAKE_ROOM_AFTER {
            self.make_room()?;
        }
        Ok(Intake::Kept)
    }

    /// Drops the orphans that came first while too much waits: whoever makes up keys may push others out, and never keeps them out.
    pub(crate) fn make_room(&mut self) -> Result<(), ArchiveError> {
        if self.new_orphans == 0 {
            return Ok(());
        }
        self.new_orphans = 0;
        self.run(
            "making room for an orphan",
            "DELETE FROM orphans WHERE arrived <= (
                 SELECT max(arrived) FROM (
                     SELECT arrived, count(*) OVER later AS places, sum(length(bytes)) OVER later AS bytes
                     FROM orphans WINDOW later AS (ORDER BY arrived DESC)
                 ) WHERE places > ?1 OR bytes > ?2
             )",
            params![MAX_ORPHANS, MAX_ORPHAN_BYTES as i64],
        )?;
        Ok(())
    }

    /// Takes an orphan out, and says whether it was there.
    ///
    /// # Errors
    /// As [`Writing::insert_orphan`].
    pub fn remove_orphan(&mut self, hash: ChangeHash) -> Result<bool, ArchiveError> {
        self.run("removing an orphan", "DELETE FROM orphans WHERE hash = ?1", [hash.0])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, changes, town};

    fn orphan(change: VerifiedChange) -> Orphan {
        Orphan { change, received_at: NOW, source: "stick".to_owned() }
    }

    #[test]
    fn a_device_keeps_only_so_many_orphans_waiting() {
        let mut home = Home::new();
        let all = changes(0..u64::from(MAX_ORPHANS_PER_DEVICE) + 1);
        let intakes =
            home.archive.write(|w| all.iter().map(|change| w.insert_orphan(&orphan(change.clone()))).collect::<Result<Vec<_>, _>>());
        let intakes = intakes.unwrap();
        assert!(intakes[..intakes.len() - 1].iter().all(|intake| *intake == Intake::Kept));
        assert_eq!(intakes.last(), Some(&Intake::OverQuota));
        let waiting = home.archive.orphans(town(1)).unwrap();
        assert_eq!(waiting, all[..all.len() - 1].iter().cloned().map(orphan).collect::<Vec<_>>());
        let again = home.archive.write(|w| {
            assert_eq!(w.insert_orphan(&waiting[0])?, Intake::AlreadyHere, "told apart from a full quota");
            assert!(w.remove_orphan(waiting[0].change.hash())?);
            assert!(!w.remove_orphan(waiting[0].change.hash())?);
            w.insert_orphan(&orphan(all[all.len() - 1].clone()))
        });
        assert_eq!(again.unwrap(), Intake::Kept);
        assert_eq!(home.archive.changes_since(0, None).unwrap(), [], "an orphan is not a change of the chain");
    }

    #[test]
    fn what_waits_in_all_has_an_end_and_the_oldest_make_room() {
        let mut home = Home::new();
        let large = |pen: u8, number: u64| orphan(crate::trial::large(pen, number, 250_000));
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for number in 0..16 {
                assert_eq!(w.insert_orphan(&large(1, number))?, Intake::Kept);
            }
            assert_eq!(w.insert_orphan(&large(1, 16))?, Intake::OverQuota, "more bytes than one device may have waiting");
            for pen in 2..7 {
                for number in 0..16 {
                    assert_eq!(w.insert_orphan(&large(pen, number))?, Intake::Kept, "whoever made up keys first keeps nobody out");
                }
            }
            Ok(())
        });
        answer.unwrap();
        let waiting = home.archive.orphans(town(1)).unwrap();
        let bytes: usize = waiting.iter().map(|orphan| orphan.change.signed().encode().len()).sum();
        assert!(bytes as u64 <= MAX_ORPHAN_BYTES && bytes as u64 + 260_000 > MAX_ORPHAN_BYTES, "{bytes}");
        assert_eq!(waiting.last(), Some(&large(6, 15)));
    }

    #[test]
    fn so_many_wait_in_all_and_no_more_however_small_they_are() {
        let mut home = Home::new();
        let keys = MAX_ORPHANS / MAX_ORPHANS_PER_DEVICE + 1;
        let small = |pen: u32, number: u32| orphan(crate::trial::large(pen as u8, u64::from(number), 1));
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for (pen, number) in (1..=keys).flat_map(|pen| (0..MAX_ORPHANS_PER_DEVICE).map(move |number| (pen, number))) {
                assert_eq!(w.insert_orphan(&small(pen, number))?, Intake::Kept);
            }
            Ok(())
        });
        answer.unwrap();
        let waiting = home.archive.orphans(town(1)).unwrap();
        assert_eq!(waiting.len(), MAX_ORPHANS as usize);
        assert_eq!((&waiting[0], waiting.last()), (&small(2, 0), Some(&small(keys, MAX_ORPHANS_PER_DEVICE - 1))), "the first key's went");
    }
}
