//! Closing a book with a passphrase.

use std::process::ExitCode;

use folkmoot_desk::{ArchiveError, Cost, Desk, Trouble};
use serde_json::json;

use crate::args::PassphraseVerb;
use crate::door::Door;
use crate::say::Say;

pub(super) fn run(door: &Door<'_>, verb: &PassphraseVerb, say: &Say) -> Result<ExitCode, Trouble> {
    let locked = Desk::is_locked(door.home())?;
    let old = || door.said("Passphrase: ")?.ok_or(Trouble::Archive(ArchiveError::Locked)).map(Some);
    let (old, new) = match verb {
        PassphraseVerb::Set if locked => return Err(Trouble::Archive(ArchiveError::PassphraseThere)),
        PassphraseVerb::Set => (None, Some(door.new_one(door.file())?)),
        PassphraseVerb::Change { new_passphrase_file } if locked => (old()?, Some(door.new_one(new_passphrase_file.as_deref())?)),
        PassphraseVerb::Remove if locked => (old()?, None),
        PassphraseVerb::Change { .. } | PassphraseVerb::Remove => (None, None),
    };
    Desk::set_passphrase(door.home(), old.as_ref(), new.as_ref(), Cost::default())?;
    let lines: &[&str] = match verb {
        PassphraseVerb::Set => &[
            "This book is closed with the passphrase.",
            "  Whoever forgets it cannot open it again, and nobody can help: no recovery card, no backup of this book, and not Folkmoot.",
            "  Backups from now on need it too. Copies from before do not, and what a disk has kept of the open book cannot be wiped from here.",
        ],
        PassphraseVerb::Change { .. } => &[
            "The passphrase is changed.",
            "  Backups from before open with the old one, and so does this book for whoever knows it and has a copy of the key file.",
            "  If somebody has learned the old one: folkmoot passphrase remove, then set. In between the disk holds the book readable.",
        ],
        PassphraseVerb::Remove => &[
            "This book has no passphrase.",
            "  Whoever takes the laptop or the disk can read it, and use its keys. A disk may keep that after a passphrase is set again.",
        ],
    };
    let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
    Ok(say.done(&lines, json!({ "passphrase": new.is_some() })))
}
