//! How this home last met each laptop that it knows: what that laptop surely has, and what it showed that is not here.
//!
//! **Invariant:** what another surely has only grows, and is said in arrival numbers of this home; whatever arrived later is not known
//! to be there.

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use rusqlite::params;

use crate::error::ArchiveError;
use crate::rows::{list, ring};
use crate::{Reading, Writing};

/// What is known of meeting one laptop.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The assembly of ours whose laptop met it.
    pub ours: AssemblyId,
    /// Its endpoint key.
    pub endpoint: DeviceId,
    /// When it was last met, if ever.
    pub met_at: Option<i64>,
    /// The road of the last meeting.
    pub road: String,
    /// When both last held the same, if ever.
    pub equal_at: Option<i64>,
    /// The arrival number up to which it surely has what it may have of `ours`.
    pub mark: i64,
    /// The least public ring of `ours` for which that holds.
    pub mark_ring: Ring,
    /// How many changes it showed that are not here.
    pub lacking: u64,
    /// Since when this home knows that it lacks them.
    pub lacking_since: Option<i64>,
    /// Why the last meeting broke off; empty when it did not.
    pub trouble: String,
    /// Where it was last met.
    pub addresses: Vec<String>,
}

impl Meeting {
    /// What is known of a laptop that was never met.
    pub fn never(ours: AssemblyId, endpoint: DeviceId) -> Meeting {
        let (road, trouble, addresses) = (String::new(), String::new(), Vec::new());
        let (mark, mark_ring) = (0, Ring::Commons);
        Meeting { ours, endpoint, met_at: None, road, equal_at: None, mark, mark_ring, lacking: 0, lacking_since: None, trouble, addresses }
    }
}

/// Where a change stands on its line, and when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The arrival number.
    pub arrived: i64,
    /// The assembly.
    pub assembly: AssemblyId,
    /// The ring.
    pub ring: Ring,
    /// The device that wrote it.
    pub device: DeviceId,
    /// The change before it on its line.
    pub prev: Option<ChangeHash>,
    /// Its hash.
    pub hash: ChangeHash,
    /// When this home's clock says that it came.
    pub received_at: i64,
}

/// How much of one assembly and ring arrived after some number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Later {
    /// The assembly.
    pub assembly: AssemblyId,
    /// The ring.
    pub ring: Ring,
    /// How many changes.
    pub count: u64,
    /// When the first of them came.
    pub since: i64,
}

impl Reading {
    /// Counts what arrived after number `arrived`, by assembly and ring.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn later_than(&self, arrived: i64) -> Result<Vec<Later>, ArchiveError> {
        let sql = "SELECT assembly, ring, count(*), min(received_at) FROM changes WHERE arrived > ?1 GROUP BY assembly, ring";
        list(&self.conn, "counting what came later", sql, [arrived], |row| {
            let count: i64 = row.get(2)?;
            Ok(Later { assembly: AssemblyId(row.get(0)?), ring: ring(row, 1)?, count: count.unsigned_abs(), since: row.get(3)? })
        })
    }

    /// Reads how every laptop was last met.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn meetings(&self) -> Result<Vec<Meeting>, ArchiveError> {
        let sql = "SELECT ours, endpoint, met_at, road, equal_at, mark, lacking, lacking_since, trouble, addresses, mark_ring
                   FROM meetings ORDER BY ours, endpoint";
        list(&self.conn, "reading how laptops were met", sql, [], |row| {
            let lacking: i64 = row.get(6)?;
            let addresses: String = row.get(9)?;
            Ok(Meeting {
                ours: AssemblyId(row.get(0)?),
                endpoint: DeviceId(row.get(1)?),
                met_at: row.get(2)?,
                road: row.get(3)?,
                equal_at: row.get(4)?,
                mark: row.get(5)?,
                mark_ring: ring(row, 10)?,
                lacking: lacking.unsigned_abs(),
                lacking_since: row.get(7)?,
                trouble: row.get(8)?,
                addresses: addresses.lines().map(str::to_owned).collect(),
            })
        })
    }

    /// Reads where each change that arrived after number `arrived` stands, without its bytes, in order of arrival.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn arrivals_since(&self, arrived: i64) -> Result<Vec<Arrival>, ArchiveError> {
        let sql = "SELECT arrived, assembly, ring, device, prev, hash, received_at FROM changes WHERE arrived > ?1 ORDER BY arrived";
        list(&self.conn, "reading what arrived", sql, [arrived], |row| {
            let prev: Option<[u8; 32]> = row.get(4)?;
            Ok(Arrival {
                arrived: row.get(0)?,
                assembly: AssemblyId(row.get(1)?),
                ring: ring(row, 2)?,
                device: DeviceId(row.get(3)?),
                prev: prev.map(ChangeHash),
                hash: ChangeHash(row.get(5)?),
                received_at: row.get(6)?,
            })
        })
    }
}

impl Writing<'_> {
    /// Keeps how a laptop was met, in place of what was kept; its mark never goes back, unless it is one for another ring.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn put_meeting(&mut self, meeting: &Meeting) -> Result<(), ArchiveError> {
        self.run(
            "keeping how a laptop was met",
            "INSERT INTO meetings (ours, endpoint, met_at, road, equal_at, mark, lacking, lacking_since, trouble, addresses, mark_ring)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
             ON CONFLICT (ours, endpoint) DO UPDATE
             SET met_at = excluded.met_at, road = excluded.road, equal_at = excluded.equal_at,
                 mark = CASE WHEN mark_ring = excluded.mark_ring OR excluded.mark = 0 THEN max(mark, excluded.mark) ELSE excluded.mark END,
                 mark_ring = CASE WHEN excluded.mark = 0 THEN mark_ring ELSE excluded.mark_ring END,
                 lacking = excluded.lacking, lacking_since = excluded.lacking_since, trouble = excluded.trouble,
                 addresses = excluded.addresses",
            params![
                meeting.ours.0,
                meeting.endpoint.0,
                meeting.met_at,
                meeting.road,
                meeting.equal_at,
                meeting.mark,
                i64::try_from(meeting.lacking).unwrap_or(i64::MAX),
                meeting.lacking_since,
                meeting.trouble,
                meeting.addresses.join("\n"),
                meeting.mark_ring.byte(),
            ],
        )?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, change, changes, town};

    #[test]
    fn how_a_laptop_was_met_is_kept_as_last_put_and_its_mark_never_goes_back() {
        let mut home = Home::new();
        let first = Meeting { met_at: Some(NOW), mark: 7, ..Meeting::never(town(1), DeviceId([5; 32])) };
        let addresses = vec!["192.168.1.5:4433".to_owned(), "[fe80::1]:4433".to_owned()];
        let later = Meeting { met_at: Some(NOW + 9), mark: 3, lacking: 2, lacking_since: Some(NOW), addresses, ..first.clone() };
        home.archive.write(|w| w.put_meeting(&first).and_then(|()| w.put_meeting(&later))).unwrap();
        assert_eq!(home.archive.meetings().unwrap(), [Meeting { mark: 7, ..later }]);
    }

    #[test]
    fn a_mark_of_one_ring_is_none_of_another_and_stays_until_there_is_one() {
        let mut home = Home::new();
        let mut marked = |mark, mark_ring| {
            let meeting = Meeting { mark, mark_ring, ..Meeting::never(town(1), DeviceId([5; 32])) };
            home.archive.write(|w| w.put_meeting(&meeting)).unwrap();
            let kept = home.archive.meetings().unwrap().remove(0);
            (kept.mark, kept.mark_ring)
        };
        assert_eq!(marked(7, Ring::Commons), (7, Ring::Commons));
        assert_eq!(marked(0, Ring::Assembly), (7, Ring::Commons), "nothing is known yet of what is inside");
        assert_eq!(marked(4, Ring::Assembly), (4, Ring::Assembly));
        assert_eq!(marked(9, Ring::Commons), (9, Ring::Commons));
    }

    #[test]
    fn arrivals_name_what_the_changes_say() {
        let mut home = Home::new();
        home.store(changes(0..3));
        let arrivals = home.archive.arrivals_since(0).unwrap();
        assert_eq!(arrivals.iter().map(|arrival| arrival.hash).collect::<Vec<_>>(), [0, 1, 2].map(|seq| change(seq).hash()));
        assert_eq!(arrivals[2].prev, change(2).says().prev);
        assert_eq!(home.archive.arrivals_since(arrivals[1].arrived).unwrap(), arrivals[2..]);
    }
}
