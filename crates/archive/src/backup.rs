//! Backing a book up into one file, and making a home of such a file.
//!
//! **Invariant:** a backup or a restored home exists whole and checked, or not at all, and replaces nothing.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::Archive;
use crate::changes::require_whole;
use crate::error::{ArchiveError, trouble, trouble_at};
use crate::migrate::version;
use crate::open::{BOOK, close, connect, set_journal};
use crate::place::{Making, make_dir, require_free};

const PAGES_PER_STEP: i32 = 64;

impl Archive {
    /// Copies the book, as it is at this moment, into a new file, reads the copy back, and tells `progress` the pages done and in all.
    ///
    /// # Errors
    /// [`ArchiveError::AlreadyThere`] when `path` exists; [`ArchiveError::Unsound`] or [`ArchiveError::Damaged`] when the copy does not
    /// read back; [`ArchiveError::NoAccess`], [`ArchiveError::DiskFull`], [`ArchiveError::Io`] or [`ArchiveError::Sql`] when it cannot be
    /// written. No file is left then.
    pub fn backup_to(&self, path: &Path, progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
        let making = Making::beside(path)?;
        copy(&self.reading.conn, &making, "delete", progress)?;
        making.publish()
    }
}

/// Makes a home in `dir` of a backup, which is checked first, and tells `progress` the pages done and in all.
///
/// # Errors
/// [`ArchiveError::AlreadyThere`] when `dir` has a book; [`ArchiveError::NotHere`], [`ArchiveError::NotABook`],
/// [`ArchiveError::NewerBook`], [`ArchiveError::Unsound`] or [`ArchiveError::Damaged`] for a backup that cannot be trusted; otherwise as
/// [`Archive::backup_to`]. No book is left then.
pub fn restore_from(backup_file: &Path, dir: &Path, progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
    let book = dir.join(BOOK);
    require_free(&book)?;
    let source = require_sound(backup_file)?;
    make_dir(dir)?;
    let making = Making::beside(&book)?;
    copy(&source, &making, "wal", progress)?;
    making.publish()
}

/// Copies one moment of `source`, leaves the copy alone in its file, synced, and reads it back.
fn copy(source: &Connection, making: &Making, journal: &str, mut progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
    let mut target = connect(making.path(), OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    copy_pages(source, &mut target, &mut progress)?;
    set_journal(&target, journal)?;
    close(target)?;
    making.sync()?;
    close(require_sound(making.path())?)
}

fn copy_pages(source: &Connection, target: &mut Connection, progress: &mut impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
    let doing = "copying the book";
    // A read that stays open: without it the copy begins again whenever another process writes.
    let _moment = Transaction::new_unchecked(source, TransactionBehavior::Deferred).map_err(trouble(source, doing))?;
    source.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).map_err(trouble(source, doing))?;
    let target_path = target.path().unwrap_or_default().to_owned();
    let backup = Backup::new(source, target).map_err(trouble_at(Path::new(&target_path), doing))?;
    loop {
        let step = backup.step(PAGES_PER_STEP).map_err(trouble_at(Path::new(&target_path), doing))?;
        let pages = backup.progress();
        progress(u64::from((pages.pagecount - pages.remaining).unsigned_abs()), u64::from(pages.pagecount.unsigned_abs()));
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            StepResult::Busy | StepResult::Locked | _ => return Err(ArchiveError::Busy),
        }
    }
}

/// Opens a book for reading and requires that SQLite finds no fault in it and that every change has its hash.
fn require_sound(path: &Path) -> Result<Connection, ArchiveError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    version(&conn, path)?;
    let found: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(trouble(&conn, "checking the file"))?;
    if found != "ok" {
        return Err(ArchiveError::Unsound { path: path.to_owned(), found });
    }
    require_whole(&conn)?;
    Ok(conn)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, change, changes};
    use std::fs;

    fn names(dir: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn a_restored_home_holds_what_was_backed_up() {
        let mut home = Home::new();
        home.store(changes(0..2000));
        home.archive.write(|w| w.set_setting("language", "ku")).unwrap();
        let stick = tempfile::tempdir().unwrap();
        let (file, dir) = (stick.path().join("home.backup"), stick.path().join("new").join("home"));
        let mut other = Archive::open(home.archive.dir()).unwrap();
        let mut steps = Vec::new();
        let at_that_moment = home.archive.changes_since(0, None).unwrap();
        home.archive
            .backup_to(&file, |done, all| {
                steps.push((done, all));
                if steps.len() < 4 {
                    other.write(|w| w.insert_change(&change(9000 + steps.len() as u64), NOW)).unwrap();
                }
            })
            .unwrap();
        assert!(steps.len() > 4 && steps.is_sorted() && steps.last().is_some_and(|(done, all)| done == all), "{steps:?}");
        assert_eq!(names(stick.path()), ["home.backup"], "a backup is one file");
        restore_from(&file, &dir, |_, _| {}).unwrap();
        assert_eq!(names(stick.path()), ["home.backup", "new"]);
        assert_eq!(names(&dir), [BOOK]);
        let restored = Archive::open_existing(&dir).unwrap();
        assert_eq!(restored.changes_since(0, None).unwrap(), at_that_moment);
        assert_eq!(restored.setting("language").unwrap().as_deref(), Some("ku"));
        assert_eq!(home.archive.changes_since(0, None).unwrap().len(), at_that_moment.len() + 3, "another process wrote meanwhile");
    }

    #[test]
    fn nothing_that_is_there_is_ever_overwritten() {
        let mut home = Home::new();
        home.store(changes(0..3));
        let stick = tempfile::tempdir().unwrap();
        let file = stick.path().join("home.backup");
        home.archive.backup_to(&file, |_, _| {}).unwrap();
        let before = fs::read(&file).unwrap();
        home.store(changes(3..6));
        assert!(matches!(home.archive.backup_to(&file, |_, _| {}), Err(ArchiveError::AlreadyThere { .. })));
        assert_eq!(fs::read(&file).unwrap(), before);
        let refused = restore_from(&file, home.archive.dir(), |_, _| {});
        assert!(matches!(refused, Err(ArchiveError::AlreadyThere { .. })), "{refused:?}");
        assert_eq!(home.archive.changes_since(0, None).unwrap().len(), 6);
        assert_eq!(names(stick.path()), ["home.backup"]);
    }

    #[test]
    fn a_book_that_appears_during_a_restore_stays() {
        let mut home = Home::new();
        home.store(changes(0..3));
        let stick = tempfile::tempdir().unwrap();
        let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
        home.archive.backup_to(&file, |_, _| {}).unwrap();
        let refused = restore_from(&file, &dir, |_, _| drop(Archive::open(&dir).unwrap()));
        assert!(matches!(refused, Err(ArchiveError::AlreadyThere { .. })), "{refused:?}");
        assert_eq!(Archive::open_existing(&dir).unwrap().changes_since(0, None).unwrap(), []);
        assert_eq!(names(&dir), [BOOK]);
    }

    #[test]
    fn a_damaged_or_foreign_backup_makes_no_home() {
        let mut home = Home::new();
        home.store(changes(0..500));
        let stick = tempfile::tempdir().unwrap();
        let (file, dir) = (stick.path().join("home.backup"), stick.path().join("home"));
        home.archive.backup_to(&file, |_, _| {}).unwrap();
        let good = fs::read(&file).unwrap();
        let restore = |bytes: &[u8]| {
            fs::write(&file, bytes).unwrap();
            let error = restore_from(&file, &dir, |_, _| {}).unwrap_err();
            assert_eq!(names(stick.path()), ["home.backup"], "nothing half-done is left");
            error
        };
        let error = restore(b"40 kg of flour");
        assert!(matches!(error, ArchiveError::NotABook { .. }), "{error:?}");
        let error = restore(&good[..good.len() / 2]);
        assert!(matches!(error, ArchiveError::Unsound { .. }), "{error:?}");
        let mut bent = good.clone();
        let act = change(7).says().act.clone();
        let at = good.windows(act.len()).position(|window| window == act).unwrap() + act.len() - 1;
        bent[at] ^= 1;
        let error = restore(&bent);
        assert!(matches!(error, ArchiveError::Damaged { hash } if hash == change(7).hash()), "{error:?}");
        let mut newer = good;
        newer[63] = 200;
        let error = restore(&newer);
        assert!(matches!(error, ArchiveError::NewerBook { found: 200, .. }), "{error:?}");
        fs::remove_file(&file).unwrap();
        assert!(matches!(restore_from(&file, &dir, |_, _| {}), Err(ArchiveError::NotHere { .. })));
    }
}
