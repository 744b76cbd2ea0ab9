//! How a home is closed: with a passphrase or without, and after how long a time in which nobody touches it.
//!
//! **Invariant:** a passphrase is only handed through: the archive alone holds the key, and nothing here remembers either.

use std::path::Path;

use folkmoot_archive::{Archive, Aside, Cost, Passphrase};

use crate::{Desk, Trouble};

/// The setting that says after how many minutes a home locks itself.
const AFTER: &str = "lock-after";
/// What holds until somebody chooses.
const MINUTES: u32 = 10;

impl Desk {
    /// Whether a passphrase is needed to open the home in a directory.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when it cannot be told.
    pub fn is_locked(home: &Path) -> Result<bool, Trouble> {
        Ok(Archive::is_locked(home)?)
    }

    /// Whether a passphrase is needed to make a home of a backup.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the file cannot be read.
    pub fn backup_is_locked(file: &Path) -> Result<bool, Trouble> {
        Ok(folkmoot_archive::backup_is_locked(file)?)
    }

    /// Closes a home with a passphrase, gives it another, or takes it off, by what is given. Nobody may have the home open.
    ///
    /// # Errors
    /// [`Trouble::Archive`], and the home is as it was.
    pub fn set_passphrase(home: &Path, old: Option<&Passphrase>, new: Option<&Passphrase>, cost: Cost) -> Result<(), Trouble> {
        Ok(Archive::set_passphrase(home, old, new, cost)?)
    }

    /// Whether this home has a passphrase.
    pub fn has_passphrase(&self) -> bool {
        self.archive.has_passphrase()
    }

    /// Puts words aside for whoever opens this home again; nothing where it has no passphrase.
    pub fn put_aside(&self, words: &str) -> Option<Aside> {
        self.archive.put_aside(words)
    }

    /// The words that were put aside; nothing where they are of another home.
    pub fn taken_up(&self, aside: &Aside) -> Option<String> {
        self.archive.taken_up(aside).map(|words| words.as_str().to_owned())
    }

    /// After how many minutes in which nobody touches it a window locks this home; 0 is never, and what a home without a passphrase does.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn locks_after(&self) -> Result<u32, Trouble> {
        if !self.has_passphrase() {
            return Ok(0);
        }
        let chosen = self.archive.setting(AFTER)?;
        Ok(chosen.and_then(|minutes| minutes.parse().ok()).unwrap_or(MINUTES))
    }

    /// Chooses after how many minutes a window locks this home; 0 is never.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when it cannot be written.
    pub fn lock_after(&mut self, minutes: u32) -> Result<(), Trouble> {
        self.archive.write(|writing| writing.set_setting(AFTER, &minutes.to_string()).map_err(Trouble::from))
    }
}
