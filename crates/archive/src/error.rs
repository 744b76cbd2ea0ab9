//! What can go wrong with a book, told apart by what somebody can do about it.
//!
//! **Invariant:** no text is written for people here; variants carry what the edge needs to say it.

use std::io;
use std::path::{Path, PathBuf};

use folkmoot::id::{ChangeHash, FileHash};
use rusqlite::{Connection, ErrorCode, ffi};

/// Why the archive could not do it.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// The directory, or the backup, is not there.
    #[error("there is no book at {path}")]
    NotHere {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// The file is something else: a text, a picture, another program's SQLite file.
    #[error("{path} is not a book")]
    NotABook {
        /// The file.
        path: PathBuf,
    },
    /// A later version of Folkmoot has written the book.
    #[error("the book has version {found}, and this Folkmoot knows versions up to {known}")]
    NewerBook {
        /// The version in the file.
        found: i64,
        /// The latest version that this code knows.
        known: i64,
    },
    /// The system lets this account not read or write there.
    #[error("no access to {path}")]
    NoAccess {
        /// The file or directory.
        path: PathBuf,
    },
    /// The home, or the backup, is closed with a passphrase, which was not given.
    #[error("a passphrase is needed")]
    Locked,
    /// The passphrase is another.
    #[error("the passphrase is another")]
    WrongPassphrase,
    /// The passphrase has too few characters to guard anything.
    #[error("a passphrase has at least {least} characters")]
    PassphraseTooShort {
        /// How many it needs.
        least: usize,
    },
    /// The home has a passphrase already, which has to be said before it is given another.
    #[error("the home has a passphrase")]
    PassphraseThere,
    /// The home has no passphrase that could be changed or taken off.
    #[error("the home has no passphrase")]
    NoPassphrase,
    /// Another program has the home open, so how it is closed cannot be changed.
    #[error("another program has the home open")]
    InUse,
    /// The system gives no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
    /// A cipher refused what it is never asked.
    #[error("a cipher refused")]
    NoCipher,
    /// Something is in the place where a new file was to go; it was left as it is.
    #[error("{path} is there already")]
    AlreadyThere {
        /// The file in the way.
        path: PathBuf,
    },
    /// No room is left for what was being written.
    #[error("the disk is full")]
    DiskFull,
    /// Another writer held the book for longer than anybody should wait.
    #[error("another program is writing in the book")]
    Busy,
    /// A change's bytes are not those that were stored under its hash.
    #[error("the stored change {} is damaged", .hash.short())]
    Damaged {
        /// The hash that it was stored under.
        hash: ChangeHash,
    },
    /// An attachment's bytes are not those that its hash names.
    #[error("the bytes are not the attachment {}", .hash.short())]
    DamagedFile {
        /// The hash that names it.
        hash: FileHash,
    },
    /// A column beside the chain holds what this version never writes there.
    #[error("the {column} {found:?} in the book cannot be read")]
    Unreadable {
        /// What was being read.
        column: &'static str,
        /// What was found.
        found: String,
    },
    /// SQLite's own check found damage in the file.
    #[error("{path} is damaged: {found}")]
    Unsound {
        /// The file.
        path: PathBuf,
        /// The first thing that SQLite reported.
        found: String,
    },
    /// The book does not open in the mode in which a commit survives a power cut.
    #[error("{setting} is {found} and not as durable as it must be")]
    NotDurable {
        /// The SQLite setting.
        setting: &'static str,
        /// What it reads back as.
        found: String,
    },
    /// SQLite had rolled the transaction back after an earlier error, and the work went on all the same.
    #[error("the transaction was rolled back after an earlier error")]
    RolledBack,
    /// The file system refused for another reason.
    #[error("while {doing} at {path}")]
    Io {
        /// What was being done.
        doing: &'static str,
        /// The file or directory.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite refused for another reason.
    #[error("while {doing}")]
    Sql {
        /// What was being done.
        doing: &'static str,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

/// Sorts what SQLite says on an open connection.
pub(crate) fn trouble(conn: &Connection, doing: &'static str) -> impl FnOnce(rusqlite::Error) -> ArchiveError {
    trouble_at(Path::new(conn.path().unwrap_or_default()), doing)
}

/// Sorts what SQLite says about the file at `path`.
pub(crate) fn trouble_at(path: &Path, doing: &'static str) -> impl FnOnce(rusqlite::Error) -> ArchiveError {
    let path = path.to_owned();
    move |source| {
        let code = source.sqlite_error_code();
        let is = |wanted: ErrorCode| code == Some(wanted);
        if is(ErrorCode::DiskFull) || source.sqlite_extended_error_code() == Some(ffi::SQLITE_IOERR_SHMSIZE) {
            ArchiveError::DiskFull
        } else if is(ErrorCode::DatabaseBusy) || is(ErrorCode::DatabaseLocked) {
            ArchiveError::Busy
        } else if is(ErrorCode::PermissionDenied) || is(ErrorCode::ReadOnly) || is(ErrorCode::CannotOpen) {
            ArchiveError::NoAccess { path }
        } else if is(ErrorCode::NotADatabase) {
            ArchiveError::NotABook { path }
        } else if is(ErrorCode::DatabaseCorrupt) {
            ArchiveError::Unsound { path, found: source.to_string() }
        } else if is(ErrorCode::SystemIoFailure) {
            ArchiveError::Io { doing, path, source: io::Error::other(source) }
        } else {
            ArchiveError::Sql { doing, source }
        }
    }
}

/// Sorts what the file system says about `path`.
pub(crate) fn io_trouble(path: &Path, doing: &'static str) -> impl FnOnce(io::Error) -> ArchiveError {
    let path = path.to_owned();
    move |source| {
        let kind = source.kind();
        if kind == io::ErrorKind::PermissionDenied || kind == io::ErrorKind::ReadOnlyFilesystem {
            ArchiveError::NoAccess { path }
        } else if matches!(kind, io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge) {
            ArchiveError::DiskFull
        } else if kind == io::ErrorKind::AlreadyExists {
            ArchiveError::AlreadyThere { path }
        } else {
            ArchiveError::Io { doing, path, source }
        }
    }
}
