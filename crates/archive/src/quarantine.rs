//! What was refused: the bytes for somebody to look at, the name that they claim, and apart from it who handed them over.
//!
//! **Invariant:** whoever hands over most loses their own oldest first, never what others handed over; what is dropped is counted.

use folkmoot::id::{AssemblyId, DeviceId};
use rusqlite::{Row, params};

use crate::error::ArchiveError;
use crate::rows::{Misread, list, number, one};
use crate::waiting::Intake;
use crate::{Reading, Writing};

/// How many refused entries with one assembly and device are kept at most, of one share.
pub const MAX_QUARANTINE_ROWS_PER_DEVICE: u32 = 64;
/// How many refused bytes with one assembly and device are kept at most, of one share.
pub const MAX_QUARANTINE_BYTES_PER_DEVICE: u64 = 1024 * 1024;
/// How many refused entries of one share are kept at most; then its own oldest make room.
pub const MAX_QUARANTINE_ROWS_PER_SHARE: u32 = 1024;
/// How many refused bytes of one share are kept at most, in the same way.
pub const MAX_QUARANTINE_BYTES_PER_SHARE: u64 = 4 * 1024 * 1024;
/// How many refused bytes are kept at most in all; then the oldest of the share with most bytes make room.
pub const MAX_QUARANTINE_BYTES: u64 = 16 * 1024 * 1024;

/// How many refused entries are kept at most in all, in the same way: each one that is kept has them all measured.
const MAX_QUARANTINE_ROWS: u32 = 4096;

/// Whose share of the room refused bytes take up: a town and a laptop for a laptop of an assembly that is kept here, a town alone for a
/// neighbour as a whole, and neither for everybody else together, since keys and towns are made up easily.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// The town.
    pub town: Option<AssemblyId>,
    /// The laptop on its roll.
    pub laptop: Option<DeviceId>,
}

/// Bytes that were refused, what they claim to be, and who handed them over.
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
    /// The key that whoever handed them over proved to have: a laptop's endpoint key over a wire, the packer's signing key of a bundle.
    pub handed_by: Option<DeviceId>,
    /// Whose share of the room they take up.
    pub share: Share,
}

/// How many refused entries of one share were dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dropped {
    /// The share.
    pub of: Share,
    /// How many.
    pub count: u64,
}

/// How much of one share is kept.
struct Kept {
    of: Share,
    rows: u64,
    bytes: u64,
}

impl Reading {
    /// Reads what was refused, with the number of each entry, in order of arrival.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn quarantined(&self) -> Result<Vec<(i64, Quarantined)>, ArchiveError> {
        let sql = "SELECT id, reason, assembly, device, bytes, received_at, source, handed_by, share_town, share_laptop
                   FROM quarantine ORDER BY id";
        list(&self.conn, "reading the quarantine", sql, [], |row| {
            let entry = Quarantined {
                reason: row.get(1)?,
                assembly: hint(row, 2, "assembly")?.map(AssemblyId),
                device: hint(row, 3, "device")?.map(DeviceId),
                bytes: row.get(4)?,
                received_at: row.get(5)?,
                source: row.get(6)?,
                handed_by: hint(row, 7, "handed_by")?.map(DeviceId),
                share: share_in(row, 8)?,
            };
            Ok((row.get(0)?, entry))
        })
    }

    /// Reads how much was dropped, by share; what was dropped before shares were noted stands with everybody else's.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn quarantine_dropped(&self) -> Result<Vec<Dropped>, ArchiveError> {
        let sql = "SELECT town, laptop, sum(count) FROM (
                       SELECT town, laptop, count FROM quarantine_made_room UNION ALL SELECT x'', x'', count FROM quarantine_dropped
                   ) GROUP BY town, laptop ORDER BY town, laptop";
        list(&self.conn, "reading what was dropped", sql, [], |row| {
            let count: i64 = row.get(2)?;
            Ok(Dropped { of: share_in(row, 0)?, count: count.unsigned_abs() })
        })
    }
}

impl Writing<'_> {
    /// Keeps refused bytes, unless the same was kept in the same share, or [`MAX_QUARANTINE_ROWS_PER_DEVICE`] or
    /// [`MAX_QUARANTINE_BYTES_PER_DEVICE`] with their claim are. The oldest of the share make room where it has too much, and those of
    /// whichever share has most where there is too much in all.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn quarantine(&mut self, entry: &Quarantined) -> Result<Intake, ArchiveError> {
        let (conn, doing) = (self.conn()?, "measuring the quarantine");
        let (assembly, device) = (town_bytes(&entry.assembly), device_bytes(&entry.device));
        let (town, laptop) = (town_bytes(&entry.share.town), device_bytes(&entry.share.laptop));
        let of_this =
            |what| format!("SELECT {what} FROM quarantine WHERE share_town = ?1 AND share_laptop = ?2 AND assembly = ?3 AND device = ?4");
        let same = of_this("count(*)") + " AND bytes = ?5";
        if number(conn, doing, &same, params![town, laptop, assembly, device, entry.bytes])? > 0 {
            return Ok(Intake::AlreadyHere);
        }
        let rows = number(conn, doing, &of_this("count(*)"), params![town, laptop, assembly, device])?;
        let bytes = number(conn, doing, &of_this("coalesce(sum(length(bytes)), 0)"), params![town, laptop, assembly, device])?;
        let with_it = bytes.unsigned_abs() + entry.bytes.len() as u64;
        if rows >= i64::from(MAX_QUARANTINE_ROWS_PER_DEVICE) || with_it > MAX_QUARANTINE_BYTES_PER_DEVICE {
            self.count_dropped(&entry.share)?;
            return Ok(Intake::OverQuota);
        }
        self.run(
            "quarantining",
            "INSERT INTO quarantine (reason, assembly, device, bytes, received_at, source, handed_by, share_town, share_laptop)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
            params![
                entry.reason,
                assembly,
                device,
                entry.bytes,
                entry.received_at,
                entry.source,
                device_bytes(&entry.handed_by),
                town,
                laptop
            ],
        )?;
        self.make_room_for_refused(&entry.share)?;
        Ok(Intake::Kept)
    }

    /// Drops the oldest of a share that has too much, and of whichever has most while there is too much in all.
    fn make_room_for_refused(&self, new: &Share) -> Result<(), ArchiveError> {
        let sql = "SELECT share_town, share_laptop, count(*), sum(length(bytes)) FROM quarantine GROUP BY share_town, share_laptop";
        let mut shares = list(self.conn()?, "measuring the quarantine", sql, [], |row| {
            let (rows, bytes): (i64, i64) = (row.get(2)?, row.get(3)?);
            Ok(Kept { of: share_in(row, 0)?, rows: rows.unsigned_abs(), bytes: bytes.unsigned_abs() })
        })?;
        while let Some(most) = has_too_much(&mut shares, new) {
            let Some(bytes) = self.drop_oldest(&most.of)? else { break };
            (most.rows, most.bytes) = (most.rows.saturating_sub(1), most.bytes.saturating_sub(bytes));
            self.count_dropped(&most.of)?;
        }
        Ok(())
    }

    /// Drops what came first of a share, and says how many bytes that were.
    fn drop_oldest(&self, of: &Share) -> Result<Option<u64>, ArchiveError> {
        let (doing, oldest) = ("making room in the quarantine", "SELECT id, length(bytes) FROM quarantine");
        let sql = format!("{oldest} WHERE share_town = ?1 AND share_laptop = ?2 ORDER BY id LIMIT 1");
        let params = params![town_bytes(&of.town), device_bytes(&of.laptop)];
        let oldest: Option<(i64, i64)> = one(self.conn()?, doing, &sql, params, |row| Ok((row.get(0)?, row.get(1)?)))?;
        let Some((id, bytes)) = oldest else { return Ok(None) };
        self.run(doing, "DELETE FROM quarantine WHERE id = ?1", [id])?;
        Ok(Some(bytes.unsigned_abs()))
    }

    fn count_dropped(&self, of: &Share) -> Result<bool, ArchiveError> {
        self.run(
            "counting what was dropped",
            "INSERT INTO quarantine_made_room (town, laptop, count) VALUES (?1, ?2, 1)
             ON CONFLICT (town, laptop) DO UPDATE SET count = count + 1",
            params![town_bytes(&of.town), device_bytes(&of.laptop)],
        )
    }
}

/// The share that has to make room, if any: the one that is new in it where that has too much of its own, or else the one with most.
fn has_too_much<'k>(shares: &'k mut [Kept], new: &Share) -> Option<&'k mut Kept> {
    let (rows, bytes) = shares.iter().fold((0, 0), |(rows, bytes), kept| (rows + kept.rows, bytes + kept.bytes));
    let over_its_own = |kept: &Kept| {
        kept.of == *new && (kept.rows > u64::from(MAX_QUARANTINE_ROWS_PER_SHARE) || kept.bytes > MAX_QUARANTINE_BYTES_PER_SHARE)
    };
    if let Some(own) = shares.iter().position(over_its_own) {
        return shares.get_mut(own);
    }
    if rows > u64::from(MAX_QUARANTINE_ROWS) {
        return shares.iter_mut().max_by_key(|kept| kept.rows);
    }
    shares.iter_mut().max_by_key(|kept| kept.bytes).filter(|_| bytes > MAX_QUARANTINE_BYTES)
}

fn town_bytes(town: &Option<AssemblyId>) -> &[u8] {
    town.as_ref().map_or(&[], |id| &id.0)
}

fn device_bytes(device: &Option<DeviceId>) -> &[u8] {
    device.as_ref().map_or(&[], |id| &id.0)
}

fn share_in(row: &Row<'_>, at: usize) -> Result<Share, Misread> {
    Ok(Share { town: hint(row, at, "town")?.map(AssemblyId), laptop: hint(row, at + 1, "laptop")?.map(DeviceId) })
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
    use crate::trial::{Home, NOW, town};

    const STRANGERS: Share = Share { town: None, laptop: None };

    fn laptop(number: u8) -> Share {
        Share { town: Some(town(1)), laptop: Some(DeviceId([number; 32])) }
    }

    fn refused(device: u8, bytes: Vec<u8>) -> Quarantined {
        let device = Some(DeviceId([device; 32]));
        let (reason, source) = ("not-on-roll".to_owned(), "lan".to_owned());
        let (handed_by, share) = (Some(DeviceId([99; 32])), STRANGERS);
        Quarantined { reason, assembly: Some(town(1)), device, bytes, received_at: NOW, source, handed_by, share }
    }

    /// Something small with a claim that nobody made before.
    fn made_up(number: u32, share: Share) -> Quarantined {
        let mut name = [0; 32];
        name[..4].copy_from_slice(&number.to_be_bytes());
        Quarantined { device: Some(DeviceId(name)), share, ..refused(0, vec![1]) }
    }

    fn kept(home: &Home, share: Share) -> Vec<Quarantined> {
        home.archive.quarantined().unwrap().into_iter().map(|(_, entry)| entry).filter(|entry| entry.share == share).collect()
    }

    #[test]
    fn one_claim_is_kept_so_often_and_crowds_nobody_else_out() {
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
            let most = MAX_QUARANTINE_BYTES_PER_DEVICE as usize;
            assert_eq!(w.quarantine(&refused(200, vec![0; most + 1]))?, Intake::OverQuota);
            // What another hands over with the same claim is another's.
            let of_another = Quarantined { share: laptop(1), ..refused(1, vec![0; 4]) };
            assert_eq!((w.quarantine(&of_another)?, w.quarantine(&of_another)?), (Intake::Kept, Intake::AlreadyHere));
            Ok(())
        });
        answer.unwrap();
        let of_strangers = kept(&home, STRANGERS);
        assert_eq!(of_strangers.len() as u32, MAX_QUARANTINE_ROWS_PER_DEVICE + 2);
        assert_eq!(of_strangers[of_strangers.len() - 2], refused(2, vec![1; 9]));
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [Dropped { of: STRANGERS, count: 3 }]);
    }

    #[test]
    fn small_entries_with_made_up_names_end_with_their_share_and_its_oldest_make_room() {
        let mut home = Home::new();
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            assert_eq!(w.quarantine(&made_up(9999, laptop(1)))?, Intake::Kept);
            for number in 0..MAX_QUARANTINE_ROWS_PER_SHARE + 10 {
                assert_eq!(w.quarantine(&made_up(number, STRANGERS))?, Intake::Kept);
            }
            Ok(())
        });
        answer.unwrap();
        let of_strangers = kept(&home, STRANGERS);
        assert_eq!(of_strangers.len() as u32, MAX_QUARANTINE_ROWS_PER_SHARE);
        assert_eq!(of_strangers[0], made_up(10, STRANGERS), "the first ten are gone");
        assert_eq!(kept(&home, laptop(1)), [made_up(9999, laptop(1))]);
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [Dropped { of: STRANGERS, count: 10 }]);
    }

    #[test]
    fn in_all_the_oldest_of_whoever_has_most_make_room() {
        let mut home = Home::new();
        let few = MAX_QUARANTINE_ROWS_PER_SHARE - 100;
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for (share, rows) in [(STRANGERS, few), (laptop(1), few), (laptop(2), few), (laptop(3), MAX_QUARANTINE_ROWS_PER_SHARE)] {
                for number in 0..rows {
                    assert_eq!(w.quarantine(&made_up(number, share))?, Intake::Kept);
                }
            }
            for number in 0..350 {
                assert_eq!(w.quarantine(&made_up(number, laptop(4)))?, Intake::Kept, "no flood keeps anybody out");
            }
            Ok(())
        });
        answer.unwrap();
        assert_eq!(home.archive.quarantined().unwrap().len() as u32, MAX_QUARANTINE_ROWS);
        assert_eq!([STRANGERS, laptop(1), laptop(2), laptop(4)].map(|share| kept(&home, share).len() as u32), [few, few, few, 350]);
        let of_most = kept(&home, laptop(3));
        assert_eq!((of_most.len() as u32, &of_most[0]), (MAX_QUARANTINE_ROWS_PER_SHARE - 50, &made_up(50, laptop(3))));
        assert_eq!(home.archive.quarantine_dropped().unwrap(), [Dropped { of: laptop(3), count: 50 }]);
    }

    #[test]
    fn large_entries_with_made_up_names_end_likewise() {
        let mut home = Home::new();
        let most = MAX_QUARANTINE_BYTES_PER_DEVICE as usize;
        let large = |device: u8, share: Share| Quarantined { share, ..refused(device, vec![0; most]) };
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            for number in 0..5 {
                for device in 0..5 {
                    assert_eq!(w.quarantine(&large(device, laptop(number)))?, Intake::Kept);
                }
            }
            assert_eq!(w.quarantine(&refused(100, vec![0; 1]))?, Intake::Kept);
            Ok(())
        });
        answer.unwrap();
        let bytes: usize = home.archive.quarantined().unwrap().iter().map(|(_, entry)| entry.bytes.len()).sum();
        assert!(bytes as u64 <= MAX_QUARANTINE_BYTES && (bytes + most) as u64 > MAX_QUARANTINE_BYTES, "{bytes}");
        assert_eq!(kept(&home, STRANGERS).len(), 1);
        let each: Vec<usize> = (0..5).map(|number| kept(&home, laptop(number)).len()).collect();
        assert!(each.iter().all(|rows| (2..=4).contains(rows)), "{each:?}");
        let dropped: u64 = home.archive.quarantine_dropped().unwrap().iter().map(|dropped| dropped.count).sum();
        assert_eq!(each.iter().sum::<usize>() as u64 + dropped, 25);
    }
}
