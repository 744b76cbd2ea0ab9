//! Opening a book.
//!
//! **Invariant:** a file that is not a book is not touched, and a book is only ever open with `synchronous=FULL` over a write-ahead log.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{ArchiveError, trouble, trouble_at};
use crate::exchange::{KEY, require_there, wrapped_in};
use crate::migrate::{begin, migrate, version};
use crate::passphrase::{Key, Passphrase};
use crate::place::{Making, is_there, make_dir};
use crate::presence::Presence;
use crate::{Archive, LOG_IS_OWED, Reading};

/// The file in a home's directory that is its book.
pub(crate) const BOOK: &str = "folkmoot.db";

const PATIENCE: Duration = Duration::from_secs(30);
const FULL: i64 = 2;
const MAX_VALUE_BYTES: i32 = 64 * 1024 * 1024;
const STATEMENTS: usize = 64;

impl Archive {
    /// Opens the book in `dir`, or begins one in a directory that nobody else may enter.
    ///
    /// # Errors
    /// As [`Archive::open_existing`]; [`ArchiveError::AlreadyThere`] when a log lies there without its book; [`ArchiveError::Io`] when the
    /// directory cannot be made.
    pub fn open(dir: &Path) -> Result<Archive, ArchiveError> {
        let book = dir.join(BOOK);
        if !is_there(&book) {
            make_dir(dir)?;
            let _present = Presence::beside_others(dir)?;
            match begin_at(&book) {
                // Another process began it in the same moment.
                Err(ArchiveError::AlreadyThere { path }) if path == book => {}
                begun => begun?,
            }
        }
        Archive::open_existing(dir)
    }

    /// Opens the book that is in `dir`, and has no passphrase.
    ///
    /// # Errors
    /// [`ArchiveError::Locked`] when it has one; [`ArchiveError::NotHere`] when there is none; [`ArchiveError::NotABook`] for any other file; [`ArchiveError::NewerBook`] for one of a
    /// later version; [`ArchiveError::NoAccess`] when it cannot be read or written; [`ArchiveError::NotDurable`] when a commit would not
    /// survive a power cut; [`ArchiveError::Busy`] or [`ArchiveError::Sql`] when SQLite refuses for other reasons.
    pub fn open_existing(dir: &Path) -> Result<Archive, ArchiveError> {
        Archive::open_with(dir, None)
    }

    /// Opens the book that is in `dir`, with the passphrase that it has, if any.
    ///
    /// # Errors
    /// [`ArchiveError::WrongPassphrase`]; otherwise as [`Archive::open_existing`].
    pub fn open_with(dir: &Path, passphrase: Option<&Passphrase>) -> Result<Archive, ArchiveError> {
        require_there(dir)?;
        let present = Presence::beside_others(dir)?;
        let key = wrapped_in(dir)?.map(|wrapped| wrapped.unwrap(passphrase.ok_or(ArchiveError::Locked)?)).transpose()?;
        Archive::open_by(dir, key, present)
    }

    /// What opens the same book once more, for somebody beside.
    pub fn spare(&self) -> Spare {
        Spare { dir: self.dir.clone(), key: self.key.clone() }
    }

    pub(crate) fn open_by(dir: &Path, key: Option<Key>, present: Presence) -> Result<Archive, ArchiveError> {
        let book = dir.join(BOOK);
        let conn = connect(&book, OpenFlags::SQLITE_OPEN_READ_WRITE, key.as_ref())?;
        version(&conn, &book).map_err(of_closed(key.is_some()))?;
        if conn.is_readonly("main").map_err(trouble(&conn, "opening the book"))? {
            return Err(ArchiveError::NoAccess { path: book });
        }
        require_durable(&conn)?;
        migrate(&conn, &book)?;
        let mut archive = Archive { reading: Reading { conn }, dir: dir.to_owned(), key, log_is_owed: false, _present: present };
        if archive.setting(LOG_IS_OWED)?.is_some_and(|owed| !owed.is_empty()) {
            archive.empty_the_log();
        }
        Ok(archive)
    }
}

impl Archive {
    /// Whether a directory holds a book, readable or not.
    pub fn is_in(dir: &Path) -> bool {
        dir.join(BOOK).exists()
    }

    /// Whether a passphrase is needed to open the book in a directory; not where there is none.
    ///
    /// # Errors
    /// [`ArchiveError::Busy`] while somebody is closing it, for too long; [`ArchiveError::NoAccess`] or [`ArchiveError::Io`].
    pub fn is_locked(dir: &Path) -> Result<bool, ArchiveError> {
        if !Archive::is_in(dir) {
            return Ok(false);
        }
        let _present = Presence::beside_others(dir)?;
        Ok(is_there(&dir.join(KEY)))
    }

    /// Whether this book is closed with a passphrase while nobody has it open.
    pub fn has_passphrase(&self) -> bool {
        self.key.is_some()
    }
}

/// What opens a book that is open already.
#[derive(Debug)]
pub struct Spare {
    dir: PathBuf,
    key: Option<Key>,
}

impl Spare {
    /// Opens the book once more.
    ///
    /// # Errors
    /// As [`Archive::open_existing`]; [`ArchiveError::Unsound`] when its passphrase was set or taken off meanwhile.
    pub fn open(&self) -> Result<Archive, ArchiveError> {
        require_there(&self.dir)?;
        Archive::open_by(&self.dir, self.key.clone(), Presence::beside_others(&self.dir)?)
    }
}

impl Reading {
    /// What `PRAGMA synchronous` reads back as; 2 is FULL.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn synchronous(&self) -> Result<i64, ArchiveError> {
        synchronous(&self.conn)
    }

    /// A number that is another one once somebody else has committed something, in this process or in another; commits of one's own
    /// leave it as it is.
    ///
    /// # Errors
    /// [`ArchiveError::Sql`] when SQLite refuses.
    pub fn by_others(&self) -> Result<i64, ArchiveError> {
        self.conn.pragma_query_value(None, "data_version", |row| row.get(0)).map_err(trouble(&self.conn, "asking who wrote"))
    }
}

/// Opens a SQLite file that is there, with its key if it is closed, trusting nothing in its schema.
pub(crate) fn connect(path: &Path, access: OpenFlags, key: Option<&Key>) -> Result<Connection, ArchiveError> {
    if !is_there(path) {
        return Err(ArchiveError::NotHere { path: path.to_owned() });
    }
    let opened = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX);
    let conn = opened.map_err(trouble_at(path, "opening a file"))?;
    if let Some(key) = key {
        give(&conn, key).map_err(|error| trouble_at(path, "opening a closed file")(bare(error)))?;
    }
    configure(&conn).map_err(trouble_at(path, "opening a file")).map_err(of_closed(key.is_some()))?;
    Ok(conn)
}

/// Gives a connection the key of its file, before anything is read.
fn give(conn: &Connection, key: &Key) -> Result<(), rusqlite::Error> {
    let mut words = Zeroizing::new(String::with_capacity(256));
    words.push_str("PRAGMA cipher_log_level=NONE; PRAGMA key=\"");
    words.push_str(&key.spoken());
    words.push('"');
    conn.execute_batch(&words)
}

/// What it means that a file is not a book, once it was a book of ours closed with this very key.
pub(crate) fn of_closed(closed: bool) -> impl FnOnce(ArchiveError) -> ArchiveError {
    move |error| {
        if !closed {
            return error;
        }
        if let ArchiveError::NotABook { path } = error {
            ArchiveError::Unsound { path, found: "it does not open with its key".to_owned() }
        } else {
            error
        }
    }
}

/// An error without the statement that it came of, which may hold a key.
pub(crate) fn bare(error: rusqlite::Error) -> rusqlite::Error {
    if let rusqlite::Error::SqlInputError { error, .. } = error { rusqlite::Error::SqliteFailure(error, None) } else { error }
}

fn configure(conn: &Connection) -> Result<(), rusqlite::Error> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(STATEMENTS);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.set_limit(Limit::SQLITE_LIMIT_ATTACHED, 0)?;
    conn.set_limit(Limit::SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)?;
    conn.execute_batch("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA synchronous=FULL; PRAGMA temp_store=MEMORY")
}

/// Sets what must hold for a book in use, and reads it back.
fn require_durable(conn: &Connection) -> Result<(), ArchiveError> {
    conn.execute_batch("PRAGMA secure_delete=ON").map_err(trouble(conn, "turning secure_delete on"))?;
    set_journal(conn, "wal")?;
    let found = synchronous(conn)?;
    if found == FULL { Ok(()) } else { Err(ArchiveError::NotDurable { setting: "synchronous", found: found.to_string() }) }
}

fn synchronous(conn: &Connection) -> Result<i64, ArchiveError> {
    conn.pragma_query_value(None, "synchronous", |row| row.get(0)).map_err(trouble(conn, "reading synchronous"))
}

/// Sets the journal's mode and reads it back.
pub(crate) fn set_journal(conn: &Connection, mode: &str) -> Result<(), ArchiveError> {
    let found: String = conn
        .pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))
        .map_err(trouble(conn, "setting the mode of the journal"))?;
    if found == mode { Ok(()) } else { Err(ArchiveError::NotDurable { setting: "journal_mode", found }) }
}

/// Closes a finished file, so that all of it is in the one file.
pub(crate) fn close(conn: Connection) -> Result<(), ArchiveError> {
    conn.close().map_err(|(conn, error)| trouble(&conn, "closing a file")(error))
}

fn begin_at(book: &Path) -> Result<(), ArchiveError> {
    let making = Making::beside(book)?;
    let conn = connect(making.path(), OpenFlags::SQLITE_OPEN_READ_WRITE, None)?;
    begin(&conn)?;
    migrate(&conn, making.path())?;
    set_journal(&conn, "wal")?;
    close(conn)?;
    making.sync()?;
    making.publish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::trial::{Home, NOW, change};
    use std::fs;

    #[test]
    fn a_book_is_open_with_synchronous_full_over_a_write_ahead_log() {
        let home = Home::new();
        assert_eq!(home.archive.synchronous().unwrap(), 2);
        let mode: String = home.archive.reading.conn.pragma_query_value(None, "journal_mode", |row| row.get(0)).unwrap();
        assert_eq!(mode, "wal");
        for (pragma, value) in [("secure_delete", 1), ("foreign_keys", 1), ("trusted_schema", 0)] {
            let found: i64 = home.archive.reading.conn.pragma_query_value(None, pragma, |row| row.get(0)).unwrap();
            assert_eq!(found, value, "{pragma}");
        }
        home.archive.reading.conn.execute_batch("PRAGMA synchronous=NORMAL").unwrap();
        assert_eq!(home.archive.synchronous().unwrap(), 1, "it is read back, not remembered");
    }

    #[test]
    fn each_wrong_file_is_refused_in_its_own_words_and_left_as_it_is() {
        let foreign = |sql: &str| {
            let dir = tempfile::tempdir().unwrap();
            Connection::open(dir.path().join(BOOK)).unwrap().execute_batch(sql).unwrap();
            refused_untouched(dir.path())
        };
        assert!(matches!(foreign("CREATE TABLE recipes (bread TEXT)"), ArchiveError::NotABook { .. }));
        assert!(matches!(foreign("PRAGMA application_id=7; PRAGMA user_version=1"), ArchiveError::NotABook { .. }));
        let newer = foreign(&format!("PRAGMA application_id={}; PRAGMA user_version=999", crate::migrate::APPLICATION_ID));
        assert!(matches!(newer, ArchiveError::NewerBook { found: 999, known: crate::migrate::KNOWN }), "{newer:?}");
        for content in ["", "Bread", &"40 kg of flour\n".repeat(1000)] {
            let dir = tempfile::tempdir().unwrap();
            fs::write(dir.path().join(BOOK), content).unwrap();
            assert!(matches!(refused_untouched(dir.path()), ArchiveError::NotABook { .. }));
        }
    }

    fn refused_untouched(dir: &Path) -> ArchiveError {
        let before = fs::read(dir.join(BOOK)).unwrap();
        let error = Archive::open(dir).unwrap_err();
        assert!(Archive::open_existing(dir).is_err());
        assert_eq!(fs::read(dir.join(BOOK)).unwrap(), before);
        assert_eq!(fs::read_dir(dir).unwrap().count(), 1, "nothing was put beside it");
        error
    }

    #[test]
    fn no_book_is_begun_where_one_was_expected_or_where_a_stray_log_lies() {
        let dir = tempfile::tempdir().unwrap();
        assert!(matches!(Archive::open_existing(dir.path()), Err(ArchiveError::NotHere { .. })));
        fs::write(dir.path().join("folkmoot.db-wal"), "of a book that somebody deleted").unwrap();
        assert!(matches!(Archive::open(dir.path()), Err(ArchiveError::AlreadyThere { .. })));
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_place_without_access_is_named() {
        let error = Archive::open(Path::new("/sys/folkmoot")).unwrap_err();
        assert!(matches!(error, ArchiveError::NoAccess { .. }), "{error:?}");
    }

    #[test]
    #[cfg(unix)]
    fn a_home_is_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let dir = tempfile::tempdir().unwrap();
        let dir = dir.path().join("new").join("home");
        let mut archive = Archive::open(&dir).unwrap();
        archive.write(|w| w.insert_change(&change(0), NOW)).unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&dir), 0o700);
        for entry in fs::read_dir(&dir).unwrap() {
            assert_eq!(mode(&entry.unwrap().path()), 0o600);
        }
    }

    #[test]
    fn eight_processes_that_begin_one_home_at_once_share_it() {
        let dir = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for number in 0..8 {
                let dir = dir.path();
                scope.spawn(move || Archive::open(dir).unwrap().write(|w| w.insert_change(&change(number), NOW)).unwrap());
            }
        });
        assert_eq!(Archive::open_existing(dir.path()).unwrap().changes_since(0, None).unwrap().len(), 8);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2, "the book and its bell, and no half file");
    }
}
