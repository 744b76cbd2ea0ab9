//! The archive: one SQLite file of verified signed changes, and what lies beside the chain.
//!
//! ```text
//! Archive::write --BEGIN IMMEDIATE--> Writing --COMMIT, synchronous=FULL--> the answer
//!    | reads                            | reads
//!    +------------> Reading <-----------+
//! ```
//!
//! **Invariant:** a change that was stored is never altered or deleted, and nothing is answered as stored before its commit is on disk.
//! A book may be closed with a passphrase: then nothing of it is on disk but through its key (`passphrase`, `wrapped`, `exchange`).
//! This crate knows no Automerge, no network, no clock and no rule.

mod aside;
mod backup;
mod briefs;
mod changes;
mod error;
mod exchange;
mod files;
mod home;
mod meetings;
mod migrate;
mod open;
mod passphrase;
mod people;
mod place;
mod presence;
mod quarantine;
mod rows;
#[cfg(test)]
mod trial;
mod waiting;
mod wrapped;

use std::ops::Deref;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, Transaction, TransactionBehavior};

pub use aside::Aside;
pub use backup::{backup_is_locked, restore_from};
pub use error::ArchiveError;
pub use files::{Attachment, Snapshot};
pub use home::{FormerPen, Pen, PenState, Town};
pub use meetings::{Arrival, Later, Meeting};
pub use open::Spare;
pub use passphrase::{LEAST, Passphrase};
pub use people::Card;
pub use place::Disk;
pub use quarantine::{
    Dropped, MAX_QUARANTINE_BYTES, MAX_QUARANTINE_BYTES_PER_DEVICE, MAX_QUARANTINE_BYTES_PER_SHARE, MAX_QUARANTINE_ROWS_PER_DEVICE,
    MAX_QUARANTINE_ROWS_PER_SHARE, Quarantined, Share,
};
pub use waiting::{Intake, MAX_ORPHAN_BYTES, MAX_ORPHAN_BYTES_PER_DEVICE, MAX_ORPHANS, MAX_ORPHANS_PER_DEVICE, Orphan};
pub use wrapped::Cost;

use error::trouble;
use passphrase::Key;
use presence::Presence;

/// The file in a home that is touched after every commit, so that other programs can watch for news without asking again and again.
pub const BELL: &str = "folkmoot.bell";

/// The setting that says that the log may still hold a card that was struck.
pub(crate) const LOG_IS_OWED: &str = "log-holds-struck";

/// One home's book, opened for reading and writing.
#[derive(Debug)]
pub struct Archive {
    reading: Reading,
    dir: PathBuf,
    key: Option<Key>,
    /// A card was struck, and the log could not be emptied yet.
    log_is_owed: bool,
    _present: Presence,
}

/// Everything that can be read from a book, inside a transaction or outside.
#[derive(Debug)]
pub struct Reading {
    conn: Connection,
}

/// An open transaction, in which alone the archive is written.
#[derive(Debug)]
pub struct Writing<'a> {
    reading: &'a Reading,
    card_was_struck: bool,
    /// How many orphans came since the oldest last made room.
    new_orphans: u32,
}

impl Archive {
    /// The directory of the home.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// How much room there is on the disk of the home; none where the system does not say.
    pub fn disk(&self) -> Option<Disk> {
        place::disk(&self.dir)
    }

    /// Does `work` in one `BEGIN IMMEDIATE` transaction, and answers only after its commit; an `Err` leaves nothing behind.
    ///
    /// # Errors
    /// What `work` returns; [`ArchiveError::Busy`] when another writer held the book for too long; [`ArchiveError::RolledBack`] when `work`
    /// went on after an error that made SQLite roll back; [`ArchiveError::DiskFull`] or [`ArchiveError::Sql`] when the commit fails.
    pub fn write<T, E: From<ArchiveError>>(&mut self, work: impl FnOnce(&mut Writing<'_>) -> Result<T, E>) -> Result<T, E> {
        let conn = &self.reading.conn;
        let transaction =
            Transaction::new_unchecked(conn, TransactionBehavior::Immediate).map_err(trouble(conn, "waiting for the pen of the book"))?;
        let mut writing = Writing { reading: &self.reading, card_was_struck: false, new_orphans: 0 };
        let answer = work(&mut writing)?;
        writing.conn()?;
        writing.make_room().map_err(E::from)?;
        let card_was_struck = writing.card_was_struck;
        if card_was_struck {
            // In the same commit: whoever is killed before the log is empty does it when it opens the book again.
            writing.set_setting(LOG_IS_OWED, "yes").map_err(E::from)?;
        }
        transaction.commit().map_err(trouble(conn, "committing"))?;
        // Only now can others read what was committed: the log itself was written earlier.
        place::ring(&self.dir);
        self.log_is_owed |= card_was_struck;
        if self.log_is_owed {
            self.empty_the_log();
        }
        Ok(answer)
    }

    /// Cuts the write-ahead log, which may still hold the pages of a struck card. The commit stands already, so a log that another
    /// reader holds is no error: it is tried again with every write and when the book is opened, until nothing of it is left.
    pub(crate) fn empty_the_log(&mut self) {
        let conn = &self.reading.conn;
        let busy = conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        self.log_is_owed = busy.unwrap_or(true);
        if !self.log_is_owed {
            // The note alone is written into the new log; if that fails, the log is emptied once more than it need be.
            let _ = conn.execute("UPDATE settings SET value = '' WHERE key = ?1", [LOG_IS_OWED]);
        }
    }
}

impl Writing<'_> {
    /// The connection, if its transaction still stands: without it every statement would commit on its own.
    fn conn(&self) -> Result<&Connection, ArchiveError> {
        if self.reading.conn.is_autocommit() { Err(ArchiveError::RolledBack) } else { Ok(&self.reading.conn) }
    }
}

impl Deref for Archive {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        &self.reading
    }
}

impl Deref for Writing<'_> {
    type Target = Reading;

    fn deref(&self) -> &Reading {
        self.reading
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, change, changes};

    #[test]
    fn a_failed_work_leaves_nothing_behind() {
        let mut home = Home::new();
        let failed: Result<(), ArchiveError> = home.archive.write(|w| {
            assert!(w.insert_change(&change(0), NOW)?);
            w.set_setting("language", "ku")?;
            assert!(w.has(change(0).hash())?, "inside the transaction it is there");
            Err(ArchiveError::Busy)
        });
        assert!(matches!(failed, Err(ArchiveError::Busy)));
        assert_eq!(home.archive.changes_since(0, None).unwrap(), []);
        assert_eq!(home.archive.setting("language").unwrap(), None);
    }

    #[test]
    fn a_full_disk_is_named_and_loses_nothing() {
        let mut home = Home::new();
        let mut kept = Vec::new();
        home.fill_up();
        let error = loop {
            let next = change(kept.len() as u64);
            match home.archive.write(|w| w.insert_change(&next, NOW)) {
                Ok(true) => kept.push(next),
                Ok(false) => panic!("nothing is stored twice here"),
                Err(error) => break error,
            }
        };
        assert!(matches!(error, ArchiveError::DiskFull), "{error:?}");
        assert!(!kept.is_empty());
        let dir = home.close();
        let again = Archive::open(dir.path()).unwrap();
        let found: Vec<_> = again.changes_since(0, None).unwrap().into_iter().map(|(_, change)| change).collect();
        assert_eq!(found, kept);
    }

    #[test]
    fn work_that_swallows_a_full_disk_is_not_half_stored() {
        let mut home = Home::new();
        home.fill_up();
        let answer: Result<(), ArchiveError> = home.archive.write(|w| {
            let mut refused = false;
            for change in changes(0..2000) {
                refused |= matches!(w.insert_change(&change, NOW), Err(ArchiveError::DiskFull));
            }
            assert!(refused);
            Ok(())
        });
        assert!(matches!(answer, Err(ArchiveError::RolledBack)), "{answer:?}");
        assert_eq!(home.archive.changes_since(0, None).unwrap(), []);
    }

    #[test]
    fn two_writers_on_one_home_lose_nothing_and_a_reader_misses_nothing() {
        let home = Home::new();
        let dir = home.archive.dir().to_owned();
        let writer = |numbers: std::ops::Range<u64>| {
            let dir = dir.clone();
            std::thread::spawn(move || {
                let mut archive = Archive::open(&dir).unwrap();
                for number in numbers {
                    let stored: Result<bool, ArchiveError> = archive.write(|w| {
                        let so_far: i64 = w.setting("count")?.map_or(0, |text| text.parse().unwrap());
                        w.set_setting("count", &(so_far + 1).to_string())?;
                        w.insert_change(&change(number), NOW)
                    });
                    assert!(stored.unwrap());
                }
            })
        };
        let writers = [writer(0..60), writer(100..160)];
        let mut seen = Vec::new();
        while seen.len() < 120 {
            let last = seen.last().map_or(0, |(arrived, _)| *arrived);
            seen.extend(home.archive.changes_since(last, None).unwrap());
            assert!(seen.len() == 120 || writers.iter().any(|writer| !writer.is_finished()) || home.archive.last_arrived().unwrap() > last);
        }
        writers.into_iter().for_each(|writer| writer.join().unwrap());
        assert_eq!(seen, home.archive.changes_since(0, None).unwrap());
        assert_eq!(home.archive.setting("count").unwrap().as_deref(), Some("120"), "a write that read an old count");
    }

    #[test]
    fn a_writer_that_waits_too_long_is_told_so() {
        let mut home = Home::new();
        let mut other = Archive::open(home.archive.dir()).unwrap();
        other.reading.conn.busy_timeout(std::time::Duration::from_millis(20)).unwrap();
        home.archive
            .write(|_| {
                let refused: Result<(), ArchiveError> = other.write(|_| Ok(()));
                assert!(matches!(refused, Err(ArchiveError::Busy)), "{refused:?}");
                assert!(other.changes_since(0, None).is_ok(), "readers never wait");
                Ok::<(), ArchiveError>(())
            })
            .unwrap();
    }
}
