//! The desk: the one door to a home. It owns the archive, the folds and the documents.
//!
//! ```text
//! act ----> weigh (the heart) -> sign -> archive (commit) -> count -> news
//! receive -> verify, gate, roll ------^
//! look, speak <- what was counted, what was archived
//! ```
//!
//! **Invariant:** local and foreign changes end in the same commit and are judged by the same rules; a refused local act is never
//! signed into the record. No clock is read here: callers say what time they claim it is.

mod act;
mod again;
mod arriving;
mod brief;
mod by_code;
mod cards;
mod carrying;
mod codes;
mod cuts;
mod differences;
mod documents;
mod draft;
mod elsewhere;
mod find;
mod folds;
mod handed;
mod hearing;
mod home;
#[cfg(test)]
mod homes;
mod house;
mod invites;
mod join;
mod keeper;
mod letters;
mod lock;
mod look;
mod neighbours;
mod network;
mod own;
mod packer;
mod pens;
mod phrase;
mod quiet;
mod receive;
mod recovery;
mod room;
mod roster;
mod saying;
mod sealed;
mod signing;
mod speak;
mod standing;
mod taking;
mod trouble;
mod unheard;
mod verify;
mod witnessing;

use std::collections::BTreeMap;
use std::path::Path;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot_archive::{Archive, Pen};

use brief::Brief;
use folds::Folds;

pub use act::schema;
pub use cards::CardText;
pub use codes::{ActsCode, AnswerCode, AskCode, DeviceCode, NotACode, RecoveryCard, Secret, TownCode, words};
pub use documents::Exported;
pub use draft::Carried;
pub use folkmoot_airlock::Airlock;
pub use folkmoot_archive::{ArchiveError, Aside, BELL, Cost, LEAST, Passphrase};
pub use folkmoot_record::Splice;
pub use hearing::{Heard, Unwelcome};
pub use home::Which;
pub use house::{House, Housed};
pub use invites::{Invite, InviteState};
pub use keeper::Keeper;
pub use letters::Waiting;
pub use look::{AnyAct, AsOf, VIEWS, View, views_schema};
pub use network::{Callable, EndpointSecret, Network, endpoint_of};
pub use pens::KeyLost;
pub use phrase::{Phrase, Phrases, Told};
pub use receive::{Received, Refused};
pub use room::{Ceiling, LittleRoom};
pub use roster::{Imported, RosterLine, RosterTrouble};
pub use saying::{Saying, name_of};
pub use speak::Spoken;
pub use trouble::{Kind, Trouble};
pub use verify::{RingReport, Verified};
pub use witnessing::{Split, ToCosign, WitnessNamed};

/// One home, opened.
#[derive(Debug)]
pub struct Desk {
    archive: Archive,
    folds: Folds,
    drafts: BTreeMap<(AssemblyId, ActId), draft::OpenDraft>,
    /// Where drafts are tried first; a program that cannot be started as a room has none.
    airlock: Option<Airlock>,
    shelves: BTreeMap<AssemblyId, look::Shelf>,
    /// What was last heard of others' commits.
    by_others: i64,
    /// What others may take up.
    ceiling: Ceiling,
}

impl Desk {
    /// Opens the home in a directory, and makes one where there is none.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the directory holds something else, a newer book, or cannot be written.
    pub fn open(home: &Path) -> Result<Desk, Trouble> {
        Desk::over(Archive::open(home)?)
    }

    /// Opens the home in a directory that must hold one.
    ///
    /// # Errors
    /// As [`Desk::open`], and when there is no book.
    pub fn open_existing(home: &Path) -> Result<Desk, Trouble> {
        Desk::over(Archive::open_existing(home)?)
    }

    /// Opens the home in a directory that must hold one, with the passphrase that it has, if any.
    ///
    /// # Errors
    /// As [`Desk::open_existing`], and when the passphrase is another.
    pub fn open_with(home: &Path, passphrase: Option<&Passphrase>) -> Result<Desk, Trouble> {
        Desk::over(Archive::open_with(home, passphrase)?)
    }

    /// What opens the same home once more, for somebody who works beside.
    pub fn spare(&self) -> Spare {
        Spare(self.archive.spare())
    }

    /// Tries drafts in an airlock other than this program's own.
    pub fn try_drafts_in(&mut self, airlock: Airlock) {
        self.drafts.clear();
        self.airlock = Some(airlock);
    }

    /// Whether a directory holds a book.
    pub fn is_in(home: &Path) -> bool {
        Archive::is_in(home)
    }

    fn over(archive: Archive) -> Result<Desk, Trouble> {
        let by_others = archive.by_others()?;
        let airlock = Airlock::of_this_program();
        let (folds, ceiling) = (Folds::default(), Ceiling::default());
        let mut desk = Desk { archive, folds, drafts: BTreeMap::new(), airlock, shelves: BTreeMap::new(), by_others, ceiling };
        desk.refresh()?;
        let own = desk.archive.pens()?.into_iter().map(|pen| pen.assembly).collect();
        // One that cannot be kept, as in a home that may not be written, costs time and nothing else.
        let _ = desk.folds.renew_briefs(&mut desk.archive, &own);
        Ok(desk)
    }

    /// Takes in what another program has added to this home; says whether there was anything.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn refresh(&mut self) -> Result<bool, Trouble> {
        self.folds.refresh(&self.archive).inspect_err(|_| self.shelves.clear())
    }

    /// Whether anybody else has written in this home since this was last asked; whoever writes through this desk knows of it.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn others_wrote(&mut self) -> Result<bool, Trouble> {
        let now = self.archive.by_others()?;
        Ok(std::mem::replace(&mut self.by_others, now) != now)
    }

    /// Reads the books that this home writes for, before anybody asks for them.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when a stored change is damaged, or the book cannot be read.
    pub fn read_ahead(&self) -> Result<(), Trouble> {
        self.archive.pens()?.iter().try_for_each(|pen| self.fold(pen.assembly).map(drop))
    }

    /// The fold of an assembly, if anything of it is here; the first time, all of its changes are read for it.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when a stored change is damaged, or the book cannot be read.
    pub fn fold(&self, assembly: AssemblyId) -> Result<Option<&Fold>, Trouble> {
        self.folds.get(&self.archive, assembly)
    }

    /// Whether anything of an assembly is here.
    pub fn has(&self, assembly: AssemblyId) -> bool {
        self.folds.has(assembly)
    }

    /// An assembly in short, if anything of it is here.
    fn brief(&self, assembly: AssemblyId) -> Result<Option<&Brief>, Trouble> {
        self.folds.brief(&self.archive, assembly)
    }

    /// Every assembly whose record is here, in part or whole.
    pub fn assemblies(&self) -> impl Iterator<Item = AssemblyId> {
        self.folds.towns()
    }

    /// How surely a commit is on disk: SQLite's `synchronous`, which is 2 (FULL).
    ///
    /// # Errors
    /// [`Trouble::Archive`] when SQLite refuses.
    pub fn synchronous(&self) -> Result<i64, Trouble> {
        Ok(self.archive.synchronous()?)
    }

    /// Forgets what was folded, after an error that may have left it ahead of the archive; it is read again when needed.
    fn forget(&mut self) {
        self.folds.forget();
        self.shelves.clear();
    }

    fn known(&self, assembly: AssemblyId) -> Result<&Fold, Trouble> {
        self.fold(assembly)?.ok_or(Trouble::NothingHere { assembly })
    }

    fn pen(&self, assembly: AssemblyId) -> Result<Pen, Trouble> {
        self.archive.pen(assembly)?.ok_or(Trouble::NoPen { assembly })
    }
}

/// What opens a home that is open already.
#[derive(Debug)]
pub struct Spare(folkmoot_archive::Spare);

impl Spare {
    /// Opens the home once more.
    ///
    /// # Errors
    /// As [`Desk::open_existing`].
    pub fn open(&self) -> Result<Desk, Trouble> {
        Desk::over(self.0.open()?)
    }
}

/// Draws random bytes from the system.
fn random<const N: usize>() -> Result<[u8; N], Trouble> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Trouble::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const NOW: i64 = 1_804_000_000;

    #[test]
    fn what_a_desk_wrote_is_no_news_to_it_and_what_another_wrote_is_once() {
        let home = tempfile::tempdir().unwrap();
        let mut first = Desk::open(home.path()).unwrap();
        let town = first.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
        let mut second = first.spare().open().unwrap();
        let opens = |desk: &mut Desk, account: &str| desk.act(town, &[json!({ "do": "ledger.open", "account": account })], NOW).unwrap();
        assert!(!first.others_wrote().unwrap());
        opens(&mut first, "assets:store");
        assert!(!first.others_wrote().unwrap());
        assert!(second.others_wrote().unwrap());
        opens(&mut second, "assets:till");
        assert!(first.others_wrote().unwrap());
        assert!(!first.others_wrote().unwrap());
    }
}
