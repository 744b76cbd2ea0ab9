//! Backing a book up into one file, and making a home of such a file.
//!
//! A backup of a closed book is closed too, under the same key, with the wrapped key behind its last page: whoever has the file and the
//! passphrase needs nothing else.
//!
//! **Invariant:** a backup or a restored home exists whole and checked, or not at all, and replaces nothing; of a closed book nothing is
//! written that could be read.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, Transaction, TransactionBehavior};

use crate::changes::{require_signed, require_whole};
use crate::error::{ArchiveError, io_trouble, trouble, trouble_at};
use crate::exchange::{Exchange, KEY, is_closed, put_halves_away, wrapped_in};
use crate::migrate::{migrate, version};
use crate::open::{BOOK, close, connect, of_closed, set_journal};
use crate::passphrase::{Key, Passphrase};
use crate::place::{Making, append, is_there, make_dir, require_free, sync_file};
use crate::presence::Presence;
use crate::wrapped::{LENGTH, Wrapped};
use crate::{Archive, Reading, Writing};

const PAGES_PER_STEP: i32 = 64;
const CHUNK: usize = 64 * 4096;
/// Half of a restore is copying, half is checking, in thousandths.
const HALF: u64 = 500;

impl Archive {
    /// Copies the book, as it is at this moment, into a new file, reads the copy back, and tells `progress` the pages done and in all.
    /// Of a book with a passphrase the copy has the same one.
    ///
    /// # Errors
    /// [`ArchiveError::AlreadyThere`] when `path` exists; [`ArchiveError::Unsound`] or [`ArchiveError::Damaged`] when the copy does not
    /// read back; [`ArchiveError::NoAccess`], [`ArchiveError::DiskFull`], [`ArchiveError::Io`] or [`ArchiveError::Sql`] when it cannot be
    /// written. No file is left then.
    pub fn backup_to(&self, path: &Path, progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
        let making = Making::beside(path)?;
        copy(&self.reading.conn, &making, "delete", self.key.as_ref(), progress)?;
        if self.key.is_some() {
            let lost = || ArchiveError::Unsound { path: self.dir.clone(), found: "the key is gone".to_owned() };
            append(making.path(), wrapped_in(&self.dir)?.ok_or_else(lost)?.bytes())?;
            wrapped_behind(making.path())?;
        }
        making.publish()
    }
}

/// Whether a passphrase is needed to make a home of a backup.
///
/// # Errors
/// [`ArchiveError::NoAccess`] or [`ArchiveError::Io`] when it cannot be read.
pub fn backup_is_locked(file: &Path) -> Result<bool, ArchiveError> {
    is_closed(file)
}

/// Makes a home in `dir` of a backup, lets `mark` write in it before anybody can open it, and tells `progress` how much is done and in
/// all. The home has the passphrase that the backup has. Whoever had the backup in their hands may have written in it: every page, hash and
/// signature is checked first.
///
/// # Errors
/// [`ArchiveError::AlreadyThere`] when `dir` has a book, or a key, which belongs to a book that was put aside; [`ArchiveError::NotHere`],
/// [`ArchiveError::NotABook`], [`ArchiveError::NewerBook`], [`ArchiveError::Unsound`] or [`ArchiveError::Damaged`] for a backup that cannot be
/// trusted; [`ArchiveError::Locked`] or [`ArchiveError::WrongPassphrase`]; what `mark` returns; otherwise as [`Archive::backup_to`]. No book is
/// left then.
pub fn restore_from(
    backup_file: &Path,
    dir: &Path,
    passphrase: Option<&Passphrase>,
    mark: impl FnOnce(&mut Writing<'_>) -> Result<(), ArchiveError>,
    mut progress: impl FnMut(u64, u64),
) -> Result<Archive, ArchiveError> {
    let book = dir.join(BOOK);
    require_free(&book)?;
    if is_there(backup_file) && is_closed(backup_file)? {
        let wrapped = wrapped_behind(backup_file)?;
        let key = wrapped.unwrap(passphrase.ok_or(ArchiveError::Locked)?)?;
        return restore_closed(backup_file, dir, &wrapped, key, mark, &mut progress);
    }
    let source = require_sound(backup_file, None)?;
    make_dir(dir)?;
    // What an earlier restore that was cut short has left behind goes first.
    let alone = Presence::alone(dir)?;
    put_halves_away(dir)?;
    require_no_key(dir)?;
    let making = Making::beside(&book)?;
    copy(&source, &making, "delete", None, |done, of| progress(done * HALF / of.max(1), 2 * HALF))?;
    prepare(making.path(), None, "wal", mark, &mut progress)?;
    making.publish()?;
    drop(alone);
    Archive::open_existing(dir)
}

/// Copies the closed pages as they are, so that nothing readable is ever written, and checks them under their key.
fn restore_closed(
    file: &Path,
    dir: &Path,
    wrapped: &Wrapped,
    key: Key,
    mark: impl FnOnce(&mut Writing<'_>) -> Result<(), ArchiveError>,
    progress: &mut impl FnMut(u64, u64),
) -> Result<Archive, ArchiveError> {
    make_dir(dir)?;
    let alone = Presence::alone(dir)?;
    require_free(&dir.join(BOOK))?;
    require_no_key(dir)?;
    put_halves_away(dir)?;
    let exchange = Exchange::begin(dir)?;
    let (mut target, path) = exchange.make(BOOK)?;
    copy_bytes(file, &mut target, &path, |done, of| progress(done * HALF / of.max(1), 2 * HALF))?;
    drop(target);
    close(require_sound(&path, Some(&key))?)?;
    prepare(&path, Some(&key), "delete", mark, progress)?;
    exchange.put_key(wrapped, &mut |_| ())?;
    exchange.put(BOOK, &mut |_| ())?;
    drop(exchange);
    drop(alone);
    Archive::open_by(dir, Some(key), Presence::beside_others(dir)?)
}

/// A key without its book belongs to one that was put aside, which is worth nothing without it.
fn require_no_key(dir: &Path) -> Result<(), ArchiveError> {
    let key = dir.join(KEY);
    if is_there(&key) { Err(ArchiveError::AlreadyThere { path: key }) } else { Ok(()) }
}

/// Checks every signature in the copy that a restored home will be, and lets `mark` write in it, before it has its place.
fn prepare(
    path: &Path,
    key: Option<&Key>,
    journal: &str,
    mark: impl FnOnce(&mut Writing<'_>) -> Result<(), ArchiveError>,
    progress: &mut impl FnMut(u64, u64),
) -> Result<(), ArchiveError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    migrate(&conn, path)?;
    require_signed(&conn, |done, of| progress(HALF + done * HALF / of.max(1), 2 * HALF))?;
    let reading = Reading { conn };
    let doing = "marking a restored home";
    let transaction = Transaction::new_unchecked(&reading.conn, TransactionBehavior::Immediate).map_err(trouble(&reading.conn, doing))?;
    // What is only built of the record is not believed: it is built again.
    transaction.execute_batch("DELETE FROM briefs; DELETE FROM snapshots").map_err(trouble(&reading.conn, doing))?;
    mark(&mut Writing { reading: &reading, card_was_struck: false, new_orphans: 0 })?;
    transaction.commit().map_err(trouble(&reading.conn, doing))?;
    set_journal(&reading.conn, journal)?;
    close(reading.conn)?;
    progress(2 * HALF, 2 * HALF);
    sync_file(path)
}

fn copy_bytes(file: &Path, target: &mut File, path: &Path, mut progress: impl FnMut(u64, u64)) -> Result<(), ArchiveError> {
    let reading = || io_trouble(file, "reading a backup");
    let mut source = File::open(file).map_err(reading())?;
    let of = source.metadata().map_err(reading())?.len().saturating_sub(LENGTH as u64);
    let mut source = Read::by_ref(&mut source).take(of);
    let (mut chunk, mut done) = (vec![0; CHUNK], 0);
    loop {
        let read = source.read(&mut chunk).map_err(reading())?;
        if read == 0 {
            return Ok(());
        }
        target.write_all(&chunk[..read]).map_err(io_trouble(path, "copying the book"))?;
        done += read as u64;
        progress(done, of);
    }
}

/// The wrapped key behind the last page of a closed backup.
fn wrapped_behind(file: &Path) -> Result<Wrapped, ArchiveError> {
    let reading = || io_trouble(file, "reading a backup");
    let mut source = File::open(file).map_err(reading())?;
    let mut bytes = Vec::new();
    let length = source.metadata().map_err(reading())?.len();
    source.seek(SeekFrom::Start(length.saturating_sub(LENGTH as u64))).map_err(reading())?;
    source.take(LENGTH as u64).read_to_end(&mut bytes).map_err(reading())?;
    let damaged = || ArchiveError::Unsound { path: file.to_owned(), found: "the key behind its last page is damaged".to_owned() };
    Wrapped::read(&bytes).ok_or_else(damaged)
}

/// Copies one moment of `source`, leaves the copy alone in its file, synced, and reads it back.
fn copy(
    source: &Connection,
    making: &Making,
    journal: &str,
    key: Option<&Key>,
    mut progress: impl FnMut(u64, u64),
) -> Result<(), ArchiveError> {
    let mut target = connect(making.path(), OpenFlags::SQLITE_OPEN_READ_WRITE, key)?;
    copy_pages(source, &mut target, &mut progress)?;
    set_journal(&target, journal)?;
    close(target)?;
    making.sync()?;
    close(require_sound(making.path(), key)?)
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
pub(crate) fn require_sound(path: &Path, key: Option<&Key>) -> Result<Connection, ArchiveError> {
    let conn = connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY, key)?;
    check(&conn, path, key.is_some()).map_err(of_closed(key.is_some()))?;
    Ok(conn)
}

fn check(conn: &Connection, path: &Path, closed: bool) -> Result<(), ArchiveError> {
    version(conn, path)?;
    let doing = "checking the file";
    let fault = |found| ArchiveError::Unsound { path: path.to_owned(), found };
    if closed {
        // It says nothing where every page is as it was sealed.
        let mut statement = conn.prepare("PRAGMA cipher_integrity_check").map_err(trouble(conn, doing))?;
        let found = statement.query_map([], |row| row.get(0)).map_err(trouble(conn, doing))?.next();
        found.map_or(Ok(()), |found| Err(fault(found.map_err(trouble(conn, doing))?)))?;
    }
    let found: String = conn.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(trouble(conn, doing))?;
    if found != "ok" {
        return Err(fault(found));
    }
    require_whole(conn)
}

#[cfg(test)]
mod tests;
