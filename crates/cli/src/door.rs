//! The door of a home: opened with a passphrase where it has one.
//!
//! **Invariant:** a passphrase comes from a file or from the terminal, where it is not shown; never from the words of a command, which
//! other programs can read.

use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use folkmoot_desk::{ArchiveError, Cost, Desk, Passphrase, Trouble};
use folkmoot_host::files;

use crate::say::Say;

/// A home, and how to come in.
pub(crate) struct Door<'a> {
    home: PathBuf,
    file: Option<&'a Path>,
    say: &'a Say,
}

impl<'a> Door<'a> {
    pub(crate) fn new(home: PathBuf, file: Option<&'a Path>, say: &'a Say) -> Door<'a> {
        Door { home, file, say }
    }

    /// The directory.
    pub(crate) fn home(&self) -> &Path {
        &self.home
    }

    /// Opens a home that must be there.
    pub(crate) fn open(&self) -> Result<Desk, Trouble> {
        let locked = Desk::is_locked(&self.home)?;
        if !locked && self.file.is_some() && Desk::is_in(&self.home) {
            self.say.remark("A passphrase was named, and this book is open all the same: whoever takes this laptop can read it (folkmoot passphrase set).");
        }
        let passphrase = if locked { self.said("Passphrase: ")? } else { None };
        Desk::open_with(&self.home, passphrase.as_ref())
    }

    /// Opens a home, and makes one where there is none; where a passphrase is named, it is closed before anything is in it.
    pub(crate) fn begin(&self) -> Result<Desk, Trouble> {
        if Desk::is_in(&self.home) && Desk::is_locked(&self.home)? {
            return self.open();
        }
        let new = self.named()?;
        let mut desk = Desk::open(&self.home)?;
        let house = desk.house()?;
        // Nothing is in it that could have been read: perhaps it was made and never closed, for the power went.
        if house.assemblies.is_empty()
            && house.towns.is_empty()
            && let Some(new) = &new
        {
            drop(desk);
            return self.close_with(new);
        }
        if new.is_some() { self.open() } else { Ok(desk) }
    }

    /// The passphrase in the file that was named, if it may guard a home from now on.
    pub(crate) fn named(&self) -> Result<Option<Passphrase>, Trouble> {
        let named = self.file.map(read).transpose()?;
        if let Some(named) = &named {
            named.require_long()?;
        }
        Ok(named)
    }

    /// Closes a home that nobody has open, and opens it again.
    pub(crate) fn close_with(&self, new: &Passphrase) -> Result<Desk, Trouble> {
        Desk::set_passphrase(&self.home, None, Some(new), Cost::default())?;
        Desk::open_with(&self.home, Some(new))
    }

    /// The passphrase of a home or a backup, from the file that was named or from the terminal; none where there is neither.
    pub(crate) fn said(&self, asks: &str) -> Result<Option<Passphrase>, Trouble> {
        match self.file {
            Some(file) => read(file).map(Some),
            None => self.typed(asks),
        }
    }

    /// A new passphrase: from a file, or typed twice.
    pub(crate) fn new_one(&self, file: Option<&Path>) -> Result<Passphrase, Trouble> {
        if let Some(file) = file {
            return read(file);
        }
        let first = self.typed("New passphrase: ")?.ok_or(ArchiveError::Locked)?;
        first.require_long()?;
        if self.typed("Once more: ")?.as_ref() == Some(&first) { Ok(first) } else { Err(Trouble::PassphrasesDiffer) }
    }

    /// The file that was named for the passphrase.
    pub(crate) fn file(&self) -> Option<&Path> {
        self.file
    }

    fn typed(&self, asks: &str) -> Result<Option<Passphrase>, Trouble> {
        // Where neither is a terminal, a program asks, and nobody sits there to type.
        if !io::stdin().is_terminal() && !io::stderr().is_terminal() {
            return Ok(None);
        }
        self.say.hush();
        let typed = rpassword::prompt_password(asks).map_err(|source| Trouble::of_file(PathBuf::from("/dev/tty"), source))?;
        Ok(Some(taken(typed)))
    }
}

fn read(file: &Path) -> Result<Passphrase, Trouble> {
    files::read_text(file).map(taken)
}

/// A passphrase without the end of its line.
fn taken(text: String) -> Passphrase {
    let text = zeroize::Zeroizing::new(text);
    Passphrase::of(text.strip_suffix('\n').map_or(text.as_str(), |line| line.strip_suffix('\r').unwrap_or(line)))
}
