//! Being in a home: many programs may have it open at once, and whoever changes how it is closed must be alone.
//!
//! **Invariant:** while a book is being exchanged for another, no connection to either is open, in this program or in any other; and
//! what an exchange that was cut short has left behind is put away before anybody opens the home again.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

use crate::error::{ArchiveError, io_trouble};
use crate::exchange::{self, NEXT};
use crate::place::is_there;

const PAUSE: Duration = Duration::from_millis(20);
const PAUSES: usize = 1500;

/// That a program is in a home; it ends when this is dropped, or with the program.
#[derive(Debug)]
pub(crate) struct Presence {
    /// The directory itself, which the lock is on: no file is put beside the book for it.
    _locked: File,
}

impl Presence {
    /// Comes in beside others, once nobody changes how the home is closed.
    pub(crate) fn beside_others(dir: &Path) -> Result<Presence, ArchiveError> {
        let file = directory(dir)?;
        for _ in 0..PAUSES {
            if is_there(&dir.join(NEXT)) {
                // Whoever made it has died, or else still has the lock.
                if is_had(file.try_lock(), dir)? {
                    exchange::settle(dir)?;
                    let _ = file.unlock();
                    continue;
                }
            } else if is_had(file.try_lock_shared(), dir)? {
                if !is_there(&dir.join(NEXT)) {
                    return Ok(Presence { _locked: file });
                }
                let _ = file.unlock();
            }
            sleep(PAUSE);
        }
        Err(ArchiveError::Busy)
    }

    /// Comes in alone, if nobody else has the home open.
    pub(crate) fn alone(dir: &Path) -> Result<Presence, ArchiveError> {
        let file = directory(dir)?;
        if !is_had(file.try_lock(), dir)? {
            return Err(ArchiveError::InUse);
        }
        if is_there(&dir.join(NEXT)) {
            exchange::settle(dir)?;
        }
        Ok(Presence { _locked: file })
    }
}

#[cfg(not(unix))]
fn directory(dir: &Path) -> Result<File, ArchiveError> {
    // Where a directory cannot be opened, a file in it stands for it.
    let options = || File::options().create(true).truncate(false).write(true).open(dir.join("folkmoot.lock"));
    options().map_err(io_trouble(dir, "opening the directory of a home"))
}

#[cfg(unix)]
fn directory(dir: &Path) -> Result<File, ArchiveError> {
    File::open(dir).map_err(io_trouble(dir, "opening the directory of a home"))
}

fn is_had(locked: Result<(), TryLockError>, dir: &Path) -> Result<bool, ArchiveError> {
    match locked {
        Ok(()) => Ok(true),
        Err(TryLockError::WouldBlock) => Ok(false),
        Err(TryLockError::Error(error)) => Err(io_trouble(dir, "locking the directory of a home")(error)),
    }
}
