//! Signed changes, in the order in which they arrived.
//!
//! **Invariant:** what comes out went in verified and still has its hash; arrival numbers grow with every commit, so whoever asks for what
//! came since the last number misses nothing that another process wrote.

use std::collections::BTreeMap;

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::{AssemblyId, ChangeHash};
use folkmoot::name::DocName;
use rusqlite::{Connection, Row, params};

use crate::error::{ArchiveError, trouble};
use crate::rows::{Misread, each, list, number, one, ring};
use crate::{Reading, Writing};

const CHANGE: &str = "SELECT arrived, hash, bytes FROM changes";

impl Reading {
    /// Reads the changes that arrived after number `arrived`, of one assembly or of all, in order of arrival.
    ///
    /// # Errors
    /// [`ArchiveError::Damaged`] at the first change whose bytes do not have its hash; [`ArchiveError::Sql`] when SQLite refuses.
    pub fn changes_since(&self, arrived: i64, assembly: Option<AssemblyId>) -> Result<Vec<(i64, VerifiedChange)>, ArchiveError> {
        let doing = "reading changes";
        match assembly {
            None => list(&self.conn, doing, &format!("{CHANGE} WHERE arrived > ?1 ORDER BY arrived"), [arrived], change_in),
            Some(AssemblyId(assembly)) => {
                let sql = format!("{CHANGE} WHERE assembly = ?1 AND arrived > ?2 ORDER BY arrived");
                list(&self.conn, doing, &sql, params![assembly, arrived], change_in)
            }
        }
    }

    /// Reads the changes of an assembly that arrived after number `after` and up to number `to`, one by one in order of arrival.
    ///
    /// # Errors
    /// As [`Reading::changes_since`].
    pub fn each_change(
        &self,
        AssemblyId(assembly): AssemblyId,
        after: i64,
        to: i64,
        mut take: impl FnMut(VerifiedChange),
    ) -> Result<(), ArchiveError> {
        let sql = format!("{CHANGE} WHERE assembly = ?1 AND arrived > ?2 AND arrived <= ?3 ORDER BY arrived");
        each(&self.conn, "reading an assembly's changes", &sql, params![assembly, after, to], |row| {
            take(change_in(row)?.1);
            Ok(())
        })
    }

    /// Reads the changes that one document files and that arrived after number `arrived`, in order of arrival.
    ///
    /// # Errors
    /// As [`Reading::changes_since`].
    pub fn document_since(
        &self,
        assembly: AssemblyId,
        ring: Ring,
        document: &DocName,
        arrived: i64,
    ) -> Result<Vec<(i64, VerifiedChange)>, ArchiveError> {
        let sql = format!("{CHANGE} WHERE assembly = ?1 AND ring = ?2 AND document = ?3 AND arrived > ?4 ORDER BY arrived");
        let params = params![assembly.0, ring.byte(), document.as_str(), arrived];
        list(&self.conn, "reading a document's changes", &sql, params, change_in)
    }

    /// Reads one change.
    ///
    /// # Errors
    /// As [`Reading::changes_since`].
    pub fn change(&self, hash: ChangeHash) -> Result<Option<VerifiedChange>, ArchiveError> {
        let found = one(&self.conn, "reading a change", &format!("{CHANGE} WHERE hash = ?1"), [hash.0], change_in)?;
        Ok(found.map(|(_, change)| change))
    }

    /// Says whether a change is stored.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn has(&self, hash: ChangeHash) -> Result<bool, ArchiveError> {
        Ok(number(&self.conn, "looking for a change", "SELECT count(*) FROM changes WHERE hash = ?1", [hash.0])? > 0)
    }

    /// When a change arrived here or was written here, as this home's clock said then, in seconds since 1970 (UTC).
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn received_at(&self, hash: ChangeHash) -> Result<Option<i64>, ArchiveError> {
        let sql = "SELECT received_at FROM changes WHERE hash = ?1";
        one(&self.conn, "reading when a change arrived", sql, [hash.0], |row| Ok(row.get(0)?))
    }

    /// The number of the last change that arrived; 0 in an empty book.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn last_arrived(&self) -> Result<i64, ArchiveError> {
        number(&self.conn, "reading the last number", "SELECT coalesce(max(arrived), 0) FROM changes", [])
    }

    /// The assemblies that have a change here, in the order of their ids.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn assemblies(&self) -> Result<Vec<AssemblyId>, ArchiveError> {
        // One step of the index for each assembly, and not one for each change.
        let sql = "WITH RECURSIVE next (assembly) AS (
                SELECT min(assembly) FROM changes
                UNION ALL
                SELECT (SELECT min(assembly) FROM changes WHERE assembly > next.assembly) FROM next WHERE next.assembly IS NOT NULL
            ) SELECT assembly FROM next WHERE assembly IS NOT NULL";
        list(&self.conn, "listing the assemblies", sql, [], |row| Ok(AssemblyId(row.get(0)?)))
    }

    /// Counts the changes of each assembly in each ring.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn counts(&self) -> Result<BTreeMap<(AssemblyId, Ring), u64>, ArchiveError> {
        let sql = "SELECT assembly, ring, count(*) FROM changes GROUP BY assembly, ring";
        let counted = list(&self.conn, "counting changes", sql, [], |row| {
            let count: i64 = row.get(2)?;
            Ok(((AssemblyId(row.get(0)?), ring(row, 1)?), count.unsigned_abs()))
        })?;
        Ok(counted.into_iter().collect())
    }
}

impl Writing<'_> {
    /// Stores a change that came at `now`, and says whether it was new.
    ///
    /// # Errors
    /// [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when SQLite refuses; [`ArchiveError::RolledBack`] after an earlier such error.
    pub fn insert_change(&mut self, change: &VerifiedChange, now: i64) -> Result<bool, ArchiveError> {
        let says = change.says();
        self.run(
            "storing a change",
            "INSERT INTO changes (hash, assembly, ring, device, epoch, seq, prev, document, act_id, bytes, received_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (hash) DO NOTHING",
            params![
                change.hash().0,
                change.assembly().0,
                says.ring.byte(),
                says.device.0,
                says.epoch,
                says.seq.cast_signed(),
                says.prev.map(|hash| hash.0),
                says.document.as_str(),
                change.act_id().0,
                change.signed().encode(),
                now,
            ],
        )
    }
}

/// Reads every change once, to know that each still has its hash.
pub(crate) fn require_whole(conn: &Connection) -> Result<(), ArchiveError> {
    each(conn, "reading every change", CHANGE, [], |row| change_in(row).map(drop))
}

/// Requires that every change that is stored or waits is signed by the laptop that it names, and lies where its own words have it, since
/// what goes to whom is read from there; tells `progress` how many are looked at and how many there are.
///
/// # Errors
/// [`ArchiveError::Damaged`] for one that is not; otherwise as reading.
pub(crate) fn require_signed(conn: &Connection, mut progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
    let doing = "checking every signature";
    let all = "SELECT (SELECT count(*) FROM changes) + (SELECT count(*) FROM orphans)";
    let all: i64 = conn.query_row(all, [], |row| row.get(0)).map_err(trouble(conn, doing))?;
    let mut done = 0;
    let places: [(&str, LiesWell); 2] = [
        ("SELECT arrived, hash, bytes, assembly, device, ring, epoch, seq, prev, document, act_id FROM changes", is_in_its_place),
        ("SELECT arrived, hash, bytes, assembly, device FROM orphans", is_of_its_laptop),
    ];
    for (sql, lies_well) in places {
        each(conn, doing, sql, [], |row| {
            let (_, change) = change_in(row)?;
            done += 1;
            if done % 500 == 0 {
                progress(done, all.unsigned_abs());
            }
            let holds = lies_well(row, &change)? && change.signed().clone().verify().is_ok();
            if holds { Ok(()) } else { Err(Misread::Change(change.hash())) }
        })?;
    }
    Ok(())
}

/// Whether a change lies where its own words have it.
type LiesWell = fn(&Row<'_>, &VerifiedChange) -> Result<bool, rusqlite::Error>;

fn is_of_its_laptop(row: &Row<'_>, change: &VerifiedChange) -> Result<bool, rusqlite::Error> {
    let whose: ([u8; 32], [u8; 32]) = (row.get("assembly")?, row.get("device")?);
    Ok(whose == (change.assembly().0, change.says().device.0))
}

fn is_in_its_place(row: &Row<'_>, change: &VerifiedChange) -> Result<bool, rusqlite::Error> {
    let says = change.says();
    let place: (u8, u32, i64) = (row.get("ring")?, row.get("epoch")?, row.get("seq")?);
    let names: (Option<[u8; 32]>, String, [u8; 32]) = (row.get("prev")?, row.get("document")?, row.get("act_id")?);
    let is_placed = place == (says.ring.byte(), says.epoch, says.seq.cast_signed());
    let is_named = names == (says.prev.map(|hash| hash.0), says.document.as_str().to_owned(), change.act_id().0);
    Ok(is_placed && is_named && is_of_its_laptop(row, change)?)
}

fn change_in(row: &Row<'_>) -> Result<(i64, VerifiedChange), Misread> {
    Ok((row.get(0)?, verified(ChangeHash(row.get(1)?), row.get_ref(2)?.as_blob().map_err(rusqlite::Error::from)?)?))
}

/// Reads a stored change and compares it with the hash that it was stored under.
pub(crate) fn verified(hash: ChangeHash, bytes: &[u8]) -> Result<VerifiedChange, Misread> {
    let change = VerifiedChange::from_archive(bytes).map_err(|_| Misread::Change(hash))?;
    if change.hash() == hash { Ok(change) } else { Err(Misread::Change(hash)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, change, change_in_ring, changes, town};

    #[test]
    fn a_change_stored_twice_is_one_row_and_keeps_its_place() {
        let mut home = Home::new();
        let first = home.archive.write(|w| w.insert_change(&change(0), NOW)).unwrap();
        let again = home.archive.write(|w| w.insert_change(&change(0), NOW + 5)).unwrap();
        home.store(changes(1..3));
        assert_eq!((first, again), (true, false));
        let stored = home.archive.changes_since(0, None).unwrap();
        assert_eq!(stored.iter().map(|(_, change)| change.clone()).collect::<Vec<_>>(), changes(0..3));
        assert!(stored.is_sorted_by(|(a, _), (b, _)| a < b));
        assert_eq!(home.archive.changes_since(stored[1].0, None).unwrap(), stored[2..]);
        assert_eq!(home.archive.last_arrived().unwrap(), stored[2].0);
        assert_eq!(home.archive.change(change(1).hash()).unwrap(), Some(change(1)));
        assert_eq!(home.archive.change(change(9).hash()).unwrap(), None);
    }

    #[test]
    fn changes_are_read_and_counted_by_assembly_ring_and_document() {
        let mut home = Home::new();
        let private = change_in_ring(town(1), Ring::Assembly, 0, "people");
        let elsewhere = change_in_ring(town(2), Ring::Commons, 0, "roll");
        home.store(changes(0..2));
        home.store([private.clone(), elsewhere.clone()]);
        let of = |town| home.archive.changes_since(0, Some(town)).unwrap().into_iter().map(|(_, change)| change).collect::<Vec<_>>();
        assert_eq!(of(town(2)), [elsewhere]);
        assert_eq!(of(town(1)).len(), 3);
        let people = "people".parse().unwrap();
        let found = home.archive.document_since(town(1), Ring::Assembly, &people, 0).unwrap();
        assert_eq!(found.into_iter().map(|(_, change)| change).collect::<Vec<_>>(), [private]);
        assert_eq!(home.archive.document_since(town(1), Ring::Commons, &people, 0).unwrap(), []);
        let mut assemblies = home.archive.assemblies().unwrap();
        assemblies.sort();
        assert_eq!(assemblies, [town(1), town(2)]);
        let counts = BTreeMap::from([((town(1), Ring::Commons), 2), ((town(1), Ring::Assembly), 1), ((town(2), Ring::Commons), 1)]);
        assert_eq!(home.archive.counts().unwrap(), counts);
    }

    #[test]
    fn a_stored_change_whose_bytes_were_altered_is_named_as_damaged() {
        let mut home = Home::new();
        home.store(changes(0..3));
        let (hash, other) = (change(1).hash(), change(2).signed().encode());
        home.archive.reading.conn.execute("UPDATE changes SET bytes = ?2 WHERE hash = ?1", params![hash.0, other]).unwrap();
        let error = home.archive.changes_since(0, None).unwrap_err();
        assert!(matches!(error, ArchiveError::Damaged { hash: found } if found == hash), "{error:?}");
        assert!(home.archive.change(change(0).hash()).unwrap().is_some(), "the others are read as ever");
    }

    #[test]
    fn the_highest_position_on_a_line_is_stored_too() {
        let mut home = Home::new();
        home.store([change(u64::MAX)]);
        assert_eq!(home.archive.changes_since(0, None).unwrap()[0].1.says().seq, u64::MAX);
    }
}
