//! Closing a home with a passphrase, changing the passphrase, and taking it off.
//!
//! ```text
//! folkmoot.next/    what is in the making; while it is there, nobody else opens the home
//!   folkmoot.db  -> folkmoot.db      the exchange itself: one rename
//!   folkmoot.key -> folkmoot.key     before it where a book is closed; taken away after it where one is opened
//! ```
//!
//! **Invariant:** wherever it is cut short, the home is the old one or the new one; `settle` finds what is left over, and leaves no
//! readable copy of a closed book. A key whose book is readable belongs to nothing.

use std::fs::{self, File};
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OpenFlags, params};

use crate::Archive;
use crate::backup::require_sound;
use crate::error::{ArchiveError, io_trouble, trouble};
use crate::migrate::{APPLICATION_ID, version};
use crate::open::{BOOK, bare, close, connect, set_journal};
use crate::passphrase::{CLOSED, Key, Passphrase};
use crate::place::{is_there, make_dir, private, sync_file, sync_parent};
use crate::presence::Presence;
use crate::wrapped::{Cost, Wrapped};

/// The file beside a closed book that holds its key, wrapped.
pub(crate) const KEY: &str = "folkmoot.key";
/// The directory in which an exchange is made ready.
pub(crate) const NEXT: &str = "folkmoot.next";
/// How a readable book begins.
const OPEN: &[u8; 16] = b"SQLite format 3\0";

impl Archive {
    /// Closes a home with a passphrase, gives it another, or takes it off, by what is given. Nobody else may have the home open.
    ///
    /// # Errors
    /// [`ArchiveError::InUse`] when somebody has; [`ArchiveError::Locked`] or [`ArchiveError::PassphraseThere`] when the passphrase that it has is not
    /// given, [`ArchiveError::WrongPassphrase`] when it is another, [`ArchiveError::NoPassphrase`] when it has none;
    /// [`ArchiveError::PassphraseTooShort`]; otherwise as [`Archive::open_existing`] and [`Archive::backup_to`]. The home is then as it was.
    pub fn set_passphrase(dir: &Path, old: Option<&Passphrase>, new: Option<&Passphrase>, cost: Cost) -> Result<(), ArchiveError> {
        set(dir, old, new, cost, &mut |_| ())
    }
}

/// The same, telling `at` each moment at which it might be cut short.
fn set(
    dir: &Path,
    old: Option<&Passphrase>,
    new: Option<&Passphrase>,
    cost: Cost,
    at: &mut dyn FnMut(&'static str),
) -> Result<(), ArchiveError> {
    new.map_or(Ok(()), Passphrase::require_long)?;
    require_there(dir)?;
    let _alone = Presence::alone(dir)?;
    let unsaid = || if new.is_some() { ArchiveError::PassphraseThere } else { ArchiveError::Locked };
    let key = wrapped_in(dir)?.map(|wrapped| wrapped.unwrap(old.ok_or_else(unsaid)?)).transpose()?;
    let exchange = || Exchange::begin(dir);
    match (key, new) {
        (Some(key), Some(new)) => exchange()?.wrap(&key, new, cost, at),
        (Some(key), None) => {
            let exchange = exchange()?;
            exchange.copy(Some(&key), None, at)?;
            exchange.put(BOOK, at)?;
            exchange.drop_key(at)
        }
        (None, Some(new)) if old.is_none() => {
            let (exchange, key) = (exchange()?, Key::draw()?);
            exchange.copy(None, Some(&key), at)?;
            put_halves_away(dir)?;
            exchange.wrap(&key, new, cost, at)?;
            exchange.put(BOOK, at)
        }
        (None, _) => Err(ArchiveError::NoPassphrase),
    }
}

/// An exchange that is under way; it is settled on drop, whatever came of it.
pub(crate) struct Exchange<'a> {
    dir: &'a Path,
}

impl<'a> Exchange<'a> {
    pub(crate) fn begin(dir: &'a Path) -> Result<Exchange<'a>, ArchiveError> {
        let exchange = Exchange { dir };
        make_dir(&dir.join(NEXT))?;
        sync_parent(&dir.join(NEXT))?;
        Ok(exchange)
    }

    /// Makes an empty file of this name, readable by nobody else.
    pub(crate) fn make(&self, name: &str) -> Result<(File, PathBuf), ArchiveError> {
        let path = self.dir.join(NEXT).join(name);
        let file = private().open(&path).map_err(io_trouble(&path, "making a file"))?;
        Ok((file, path))
    }

    /// Puts a synced file in its place in the home.
    pub(crate) fn put(&self, name: &str, at: &mut dyn FnMut(&'static str)) -> Result<(), ArchiveError> {
        let (from, to) = (self.dir.join(NEXT).join(name), self.dir.join(name));
        at("a file is ready");
        fs::rename(&from, &to).map_err(io_trouble(&to, "putting a file in its place"))?;
        at("a file was put in its place");
        sync_parent(&to)
    }

    /// Wraps the key, and puts it beside the book.
    fn wrap(&self, key: &Key, passphrase: &Passphrase, cost: Cost, at: &mut dyn FnMut(&'static str)) -> Result<(), ArchiveError> {
        self.put_key(&Wrapped::wrap(key, passphrase, cost)?, at)
    }

    pub(crate) fn put_key(&self, wrapped: &Wrapped, at: &mut dyn FnMut(&'static str)) -> Result<(), ArchiveError> {
        let (mut file, path) = self.make(KEY)?;
        at("a key is being written");
        file.write_all(wrapped.bytes()).map_err(io_trouble(&path, "writing a key"))?;
        sync_file(&path)?;
        self.put(KEY, at)
    }

    /// Copies the book under another key, or none, and reads the copy back.
    fn copy(&self, from: Option<&Key>, to: Option<&Key>, at: &mut dyn FnMut(&'static str)) -> Result<(), ArchiveError> {
        at("begun");
        let book = self.dir.join(BOOK);
        let (_, path) = self.make(BOOK)?;
        let conn = connect(&book, OpenFlags::SQLITE_OPEN_READ_WRITE, from)?;
        version(&conn, &book)?;
        // What is still in the log goes into the book, and the log goes: it would be taken for one of the new book.
        set_journal(&conn, "delete")?;
        at("the log is gone");
        export(&conn, &path, to)?;
        at("the copy is written");
        let tallies = tallies(&conn)?;
        close(conn)?;
        sync_file(&path)?;
        let copy = require_sound(&path, to)?;
        let found = self::tallies(&copy)?;
        close(copy)?;
        if found != tallies {
            return Err(ArchiveError::Unsound { path, found: "the copy lacks rows".to_owned() });
        }
        Ok(())
    }

    fn drop_key(&self, at: &mut dyn FnMut(&'static str)) -> Result<(), ArchiveError> {
        let key = self.dir.join(KEY);
        fs::remove_file(&key).map_err(io_trouble(&key, "taking a key away"))?;
        at("the key is gone");
        sync_parent(&key)
    }
}

impl Drop for Exchange<'_> {
    fn drop(&mut self) {
        // Where it cannot be settled now, it is when the home is opened.
        let _ = settle(self.dir);
    }
}

/// Puts away what an exchange has left over. Nobody else may have the home open.
pub(crate) fn settle(dir: &Path) -> Result<(), ArchiveError> {
    let (book, key, next) = (dir.join(BOOK), dir.join(KEY), dir.join(NEXT));
    // A key belongs to nothing beside a readable book, or where a restored one was not put in its place yet. Where the book is away or torn
    // otherwise, it stays: a copy of the book may come back, and is worth nothing without it.
    let is_unfinished = || !is_there(&book) && is_there(&next.join(BOOK));
    if is_there(&key) && (begins(&book, OPEN)? || is_unfinished()) {
        fs::remove_file(&key).map_err(io_trouble(&key, "taking a key away"))?;
        sync_parent(&key)?;
    }
    if is_there(&next) {
        fs::remove_dir_all(&next).map_err(io_trouble(&next, "taking away what is left over"))?;
        sync_parent(&next)?;
    }
    Ok(())
}

/// Whether a file is a closed book. No connection to it may be open in this program: closing a file drops the locks on it.
pub(crate) fn is_closed(path: &Path) -> Result<bool, ArchiveError> {
    begins(path, CLOSED)
}

fn begins(path: &Path, with: &[u8; 16]) -> Result<bool, ArchiveError> {
    let mut begin = [0; 16];
    match File::open(path).and_then(|mut file| file.read_exact(&mut begin)) {
        Ok(()) => Ok(begin == *with),
        Err(error) if matches!(error.kind(), ErrorKind::UnexpectedEof | ErrorKind::NotFound) => Ok(false),
        Err(error) => Err(io_trouble(path, "opening a file")(error)),
    }
}

/// The wrapped key that lies beside a book, if it is closed.
pub(crate) fn wrapped_in(dir: &Path) -> Result<Option<Wrapped>, ArchiveError> {
    let path = dir.join(KEY);
    match fs::read(&path) {
        Ok(bytes) => {
            let damaged = || ArchiveError::Unsound { path, found: "the key is damaged".to_owned() };
            Wrapped::read(&bytes).map(Some).ok_or_else(damaged)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(io_trouble(&path, "reading a key")(error)),
    }
}

pub(crate) fn require_there(dir: &Path) -> Result<(), ArchiveError> {
    let path = dir.join(BOOK);
    if is_there(&path) { Ok(()) } else { Err(ArchiveError::NotHere { path }) }
}

/// Writes everything in a book into an empty file, under another key or none.
fn export(conn: &Connection, path: &Path, to: Option<&Key>) -> Result<(), ArchiveError> {
    let spoken = to.map(Key::spoken);
    let key = spoken.as_ref().map_or("", |spoken| spoken.as_str());
    let found = version(conn, path)?;
    let name = ToSqlOutput::Borrowed(ValueRef::Text(path.as_os_str().as_encoded_bytes()));
    let work = || {
        conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 1)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, false)?;
        conn.execute("ATTACH DATABASE ?1 AS next KEY ?2", params![name, key])?;
        conn.query_row("SELECT sqlcipher_export('next')", [], |_| Ok(()))?;
        conn.execute_batch(&format!("PRAGMA next.application_id={APPLICATION_ID}; PRAGMA next.user_version={found}; DETACH DATABASE next"))
    };
    work().map_err(|error| trouble(conn, "copying the book under another key")(bare(error)))
}

/// How many rows each table has.
fn tallies(conn: &Connection) -> Result<Vec<(String, i64)>, ArchiveError> {
    let doing = "counting what was copied";
    let work = || {
        let mut statement = conn.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY name")?;
        let names: Result<Vec<String>, rusqlite::Error> = statement.query_map([], |row| row.get(0))?.collect();
        let count = |name: String| {
            let sql = format!("SELECT count(*) FROM \"{name}\"");
            conn.query_row(&sql, [], |row| row.get(0)).map(|rows| (name, rows))
        };
        names?.into_iter().map(count).collect::<Result<_, rusqlite::Error>>()
    };
    work().map_err(trouble(conn, doing))
}

/// Takes away what a book in the making left behind when its program was killed: it may be readable.
pub(crate) fn put_halves_away(dir: &Path) -> Result<(), ArchiveError> {
    let entries = fs::read_dir(dir).map_err(io_trouble(dir, "looking through a home"))?;
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(BOOK) && name.contains(".half") {
            fs::remove_file(&path).map_err(io_trouble(&path, "taking away what is left over"))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
