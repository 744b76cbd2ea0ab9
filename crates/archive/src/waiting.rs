//! What waits outside the chain: orphans for the changes before them, refused bytes for somebody to look at them.
//!
//! **Invariant:** nobody fills this home from outside; what is over quota is dropped and counted, and what is dropped can come again.

use folkmoot::change::VerifiedChange;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use rusqlite::{Row, params};

use crate::changes::verified;
use crate::error::ArchiveError;
use crate::rows::{Misread, list, number};
use crate::{Reading, Writing};

/// How many orphans of one device wait at most.
pub const MAX_ORPHANS_PER_DEVICE: u32 = 256;
/// How many bytes of orphans of one device wait at most.
pub const MAX_ORPHAN_BYTES_PER_DEVICE: u64 = 4 * 1024 * 1024;
/// How many orphans wait at most in all: keys are made up easily, so the oldest make room.
pub const MAX_ORPHANS: u32 = 8192;
/// How many bytes of orphans wait at most in all, in the same way.
pub const MAX_ORPHAN_BYTES: u64 = 16 * 1024 * 1024;
/// How many refused entries with one assembly and device are kept at most.
pub const MAX_QUARANTINE_ROWS_PER_DEVICE: u32 = 64;
/// How many refused bytes with one assembly and device are kept at most.
pub const MAX_QUARANTINE_BYTES_PER_DEVICE: u64 = 1024 * 1024;
/// How many refused bytes are kept at most in all, since the names in them are only claims.
pub const MAX_QUARANTINE_BYTES: u64 = 16 * 1024 * 1024;

/// How many refused entries are kept at most in all: each one that is kept has them all measured.
const MAX_QUARANTINE_ROWS: u32 = 4096;
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

/// Bytes that the gate refused, and what they claim to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quarantined {
    /// The code of the reason.
    pub reason: String,
    /// The assembly that they claim.
    pub assembly: Option<AssemblyId>,
    /// The device that they claim.
    pub device: Option<DeviceId>,
    /// The bytes as they came.
    pub bytes: Vec<u8>,
    /// When this home's clock says they came.
    pub received_at: i64,
    /// The road they came by.
    pub source: String,
}

/// How many refused entries were dropped over quota.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The assembly that they claimed; none when they claimed none, or when the whole quarantine was full.
    pub assembly: Option<AssemblyId>,
    /// The device that they claimed, likewise.
    pub device: Option<DeviceId>,
    /// How many.
    pub count: u64,
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

    /// Reads what was refused, with the number of each entry, in order of arrival.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn quarantined(&self) -> Result<Vec<(i64, Quarantined)>, ArchiveError> {
        let sql = "SELECT id, reason, assembly, device, bytes, received_at, source FROM quarantine ORDER BY id";
        list(&self.conn, "reading the quarantine", sql, [], |row| {
            let entry = Quarantined {
                reason: row.get(1)?,
                assembly: hint(row, 2, "assembly")?.map(AssemblyId),
                device: hint(row, 3, "device")?.map(DeviceId),
                bytes: row.get(4)?,
                received_at: row.get(5)?,
                source: row.get(6)?,
            };
            Ok((row.get(0)?, entry))
        })
    }

    /// Reads how much was dropped over quota, by what it claimed.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn quarantine_dropped(&self) -> Result<Vec<Dropped>, ArchiveError> {
        let sql = "SELECT assembly, device, count FROM quarantine_dropped ORDER BY assembly, device";
        list(&self.conn, "reading what was dropped", sql, [], |row| {
            let count: i64 = row.get(2)?;
            Ok(Dropped {
                assembly: hint(row, 0, "assembly")?.map(AssemblyId),
                device: hint(row, 1, "device")?.map(DeviceId),
                count: count.unsigned_abs(),
            })
        })
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

    /// Keeps refused bytes within the quotas; what is over them is dropped and counted.
    ///
    /// # Errors
    /// As [`Writing::insert_orphan`].
    pub fn quarantine(&mut self, entry: &Quarantined) -> Result<Intake, ArchiveError> {
        let (conn, doing) = (self.conn()?, "measuring the quarantine");
        let (assembly, device) = (claim(entry.assembly.as_ref().map(|id| &id.0)), claim(entry.device.as_ref().map(|id| &id.0)));
        let of_this = |what: &str| format!("SELECT {what} FROM quarantine WHERE assembly = ?1 AND device = ?2");
        if number(conn, doing, &(of_this("count(*)") + " AND bytes = ?3"), params![assembly, device, entry.bytes])? > 0 {
            return Ok(Intake::AlreadyHere);
        }
        let rows = number(conn, doing, &of_this("count(*)"), params![assembly, device])?;
        let bytes = number(conn, doing, &of_this("coalesce(sum(length(bytes)), 0)"), params![assembly, device])?;
        let with_it = |bytes: i64| bytes.unsigned_abs() + entry.bytes.len() as u64;
        let over_its_own = rows >= i64::from(MAX_QUARANTINE_ROWS_PER_DEVICE) || with_it(bytes) > MAX_QUARANTINE_BYTES_PER_DEVICE;
        if over_its_own && rows > 0 {
            self.count_dropped(assembly, device)?;
            return Ok(Intake::OverQuota);
        }
        let in_all = number(conn, doing, "SELECT count(*) FROM quarantine", [])?;
        let all = number(conn, doing, "SELECT coalesce(sum(length(bytes)), 0) FROM quarantine", [])?;
        // Claims with no row of their own are counted as one: made-up names must not fill this table either.
        if over_its_own || in_all >= i64::from(MAX_QUARANTINE_ROWS) || with_it(all) > MAX_QUARANTINE_BYTES {
            self.count_dropped(&[], &[])?;
            return Ok(Intake::OverQuota);
        }
        self.run(
            "quarantining",
            "INSERT INTO quarantine (reason, assembly, device, bytes, received_at, source) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            params![entry.reason, assembly, device, entry.bytes, entry.received_at, entry.source],
        )?;
        Ok(Intake::Kept)
    }

    /// Takes an entry out of quarantine, and says whether it was there.
    ///
    /// # Errors
    /// As [`Writing::insert_orphan`].
    pub fn remove_quarantined(&mut self, id: i64) -> Result<bool, ArchiveError> {
        self.run("emptying the quarantine", "DELETE FROM quarantine WHERE id = ?1", [id])
    }

    fn count_dropped(&self, assembly: &[u8], device: &[u8]) -> Result<bool, ArchiveError> {
        self.run(
            "counting what was dropped",
            "INSERT INTO quarantine_dropped (assembly, device, count) VALUES (?1, ?2, 1)
             ON CONFLICT (assembly, device) DO UPDATE SET count = count + 1",
            params![assembly, device],
        )
    }
}

fn claim(id: Option<&[u8; 32]>) -> &[u8] {
    id.map_or(&[], |id| id)
}

fn hint(row: &Row<'_>, index: usize, column: &'static str) -> Result<Option<[u8; 32]>, Misread> {
    let bytes: Vec<u8> = row.get(index)?;
    if bytes.is_empty() {
        return Ok(None);
    }
    bytes.try_into().map(Some).map_err(|bytes: Vec<u8>| Misread::Column { column, found: format!("{} bytes", bytes.len()) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, changes, town};

    fn orphan(change: VerifiedChange) -> Orphan {
        Orphan { change, received_at: NOW, source: "stick".to_owned() }
    }

    fn refused(device: u8, bytes: Vec<u8>) -> Quarantined {
        let device = Some(DeviceId([device; 32]));
        Quarantined { reason: "not-on-roll".to_owned(), assembly: Some(town(1)), device, bytes, received_at: NOW, source: "lan".to_owned() }
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
    fn a_flooder_is_counted_and_crowds_nobody_else_out() {
        let mut home = Home::new();
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for number in 0..MAX_QUARANTINE_ROWS_PER_DEVICE {
                assert_eq!(w.quarantine(&refused(1, number.to_be_bytes().to_vec()))?, Intake::Kept);
            }
            assert_eq!(w.quarantine(&refused(1, vec![0; 4]))?, Intake::AlreadyHere);
            for byte in [1, 2] {
                assert_eq!(w.quarantine(&refused(1, vec![byte; 9]))?, Intake::OverQuota);
            }
            assert_eq!(w.quarantine(&refused(2, vec![1; 9]))?, Intake::Kept);
            assert_eq!(w.quarantine(&Quarantined { assembly: None, device: None, ..refused(0, vec![1; 9]) })?, Intake::Kept);
            Ok(())
        });
        answer.unwrap();
        let kept = home.archive.quarantined().unwrap();
        assert_eq!(kept.len() as u32, MAX_QUARANTINE_ROWS_PER_DEVICE + 2);
        assert_eq!(kept[kept.len() - 2].1, refused(2, vec![1; 9]));
        let flooder = Dropped { assembly: Some(town(1)), device: Some(DeviceId([1; 32])), count: 2 };
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [flooder]);
        assert!(home.archive.write(|w| w.remove_quarantined(kept[0].0)).unwrap());
        assert_eq!(home.archive.write(|w| w.quarantine(&refused(1, vec![1; 9]))).unwrap(), Intake::Kept);
    }

    #[test]
    fn small_entries_with_made_up_names_have_an_end_too() {
        let mut home = Home::new();
        let named = |number: u32| {
            let mut name = [0; 32];
            name[..4].copy_from_slice(&number.to_be_bytes());
            Quarantined { device: Some(DeviceId(name)), ..refused(0, vec![1]) }
        };
        let kept: Result<usize, ArchiveError> = home.archive.write(|w| {
            let intakes = (0..MAX_QUARANTINE_ROWS + 10).map(|number| w.quarantine(&named(number)));
            Ok(intakes.collect::<Result<Vec<_>, _>>()?.into_iter().filter(|intake| *intake == Intake::Kept).count())
        });
        assert_eq!(kept.unwrap() as u32, MAX_QUARANTINE_ROWS);
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [Dropped { assembly: None, device: None, count: 10 }]);
    }

    #[test]
    fn made_up_names_fill_neither_the_quarantine_nor_its_count() {
        let mut home = Home::new();
        let most = MAX_QUARANTINE_BYTES_PER_DEVICE as usize;
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for device in 0..16 {
                assert_eq!(w.quarantine(&refused(device, vec![0; most]))?, Intake::Kept);
            }
            for device in 100..110 {
                assert_eq!(w.quarantine(&refused(device, vec![0; 1]))?, Intake::OverQuota);
            }
            assert_eq!(w.quarantine(&refused(200, vec![0; most + 1]))?, Intake::OverQuota);
            Ok(())
        });
        answer.unwrap();
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [Dropped { assembly: None, device: None, count: 11 }]);
    }
}
