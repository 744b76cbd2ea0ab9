//! What can go wrong at the desk: a rule's refusal, or a trouble with the home, a file or what was asked.
//!
//! **Invariant:** a trouble carries a code and facts, and its kind says whose it is; the phrase comes from the locales.

mod facts;

use std::io::{self, ErrorKind};
use std::path::PathBuf;

use folkmoot::act::NotAnAct;
use folkmoot::change::ChangeError;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::{Day, Quantity};
use folkmoot::refusal::Refusal;
use folkmoot_archive::ArchiveError;
use folkmoot_record::{GateRefusal, RecordError, SnapshotError};
use folkmoot_sync::{BundleError, PackError, SealError};

use crate::codes::NotACode;

/// Whose trouble it is, and so what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A rule says no: do something else.
    Refused,
    /// What was asked cannot be understood, or names what is not here: ask again.
    Asked,
    /// What came in is damaged, or only part of it could be used: get it again.
    Damaged,
    /// The home cannot be used as it is: full disk, no access, a newer version.
    Home,
    /// Folkmoot's own fault: bring help.
    Ours,
}

/// Why the desk did not do it; nothing was half done.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// A rule refuses an act.
    #[error("refused by rule {}", .refusal.rule().id)]
    Refused {
        /// Which act of a list, from 0.
        at: usize,
        /// The refusal.
        refusal: Refusal,
    },
    /// Something that was to be an act is not.
    #[error("act {at} cannot be read")]
    NotAnAct {
        /// Which act of a list, from 0.
        at: usize,
        /// Why.
        source: NotAnAct,
    },
    /// A list of acts is empty, or neither an act nor a list.
    #[error("no acts")]
    NoActs,
    /// The act is too large to be filed.
    #[error("the act is too large")]
    ActTooLarge(#[from] GateRefusal),
    /// This home has no pen in the assembly: it only reads.
    #[error("this home does not write for {}", .assembly.short())]
    NoPen {
        /// The assembly.
        assembly: AssemblyId,
    },
    /// This home has a pen that the roll does not know yet.
    #[error("this laptop is not yet on the roll of {}", .assembly.short())]
    NotAdmittedYet {
        /// The assembly.
        assembly: AssemblyId,
    },
    /// A restored home has to hear others before it writes.
    #[error("restored, and nobody was heard since")]
    RestoredUnheard,
    /// Nothing of the assembly is here.
    #[error("nothing of {} is here", .assembly.short())]
    NothingHere {
        /// The assembly.
        assembly: AssemblyId,
    },
    /// No assembly was founded or joined in this home.
    #[error("no assembly here")]
    NoAssembly,
    /// Several assemblies could be meant.
    #[error("which assembly")]
    WhichAssembly {
        /// Their names.
        names: Vec<String>,
    },
    /// No assembly has that name or id.
    #[error("no assembly {asked:?}")]
    UnknownAssembly {
        /// What was asked for.
        asked: String,
    },
    /// A second assembly would be founded in this home under the same name.
    #[error("{name:?} is founded here")]
    FoundedHere {
        /// The name.
        name: String,
    },
    /// No view has that name.
    #[error("no view {asked:?}")]
    UnknownView {
        /// What was asked for.
        asked: String,
    },
    /// A view was asked with words that it does not take.
    #[error("{view} is asked {usage}")]
    ViewArguments {
        /// The view.
        view: &'static str,
        /// How it is asked.
        usage: &'static str,
    },
    /// Something of that name or number is not in the book.
    #[error("no {what} {asked:?}")]
    NotInTheBook {
        /// What kind of thing.
        what: &'static str,
        /// What was asked for.
        asked: String,
    },
    /// Too few letters of an id to look for.
    #[error("{asked:?} is too short")]
    TooShort {
        /// What was asked for.
        asked: String,
    },
    /// A day that has not come yet, where it is most likely a slip of the hand.
    #[error("{day} is after {today}")]
    AfterToday {
        /// The day that was given.
        day: Day,
        /// The day that the clock claims.
        today: Day,
    },
    /// A quantity below nothing, or nothing, where the verb says which way it goes.
    #[error("{quantity} is not more than nothing")]
    NotMoreThanNothing {
        /// The quantity that was given.
        quantity: Quantity,
    },
    /// A card without a name, or with signs that no name has.
    #[error("{name:?} is not a name")]
    NotAName {
        /// What was given.
        name: String,
    },
    /// Words of a charter that would land nowhere in it.
    #[error("line {line} of the charter")]
    CharterText {
        /// Which line, from 1.
        line: usize,
        /// What it says.
        text: String,
    },
    /// Several motions wait, and none was named.
    #[error("which motion")]
    WhichMotion {
        /// Their titles with the first letters of their ids.
        motions: String,
    },
    /// Several things begin with those letters.
    #[error("{asked:?} could be several acts")]
    Ambiguous {
        /// What was asked for.
        asked: String,
    },
    /// The act is signed by others and counts already, or is not here.
    #[error("act {} is not here", .act.short())]
    NoSuchAct {
        /// The act.
        act: ActId,
    },
    /// A code cannot be read.
    #[error(transparent)]
    Code(#[from] NotACode),
    /// A code was made by somebody else, or ran out.
    #[error("this request does not answer an invite of this home")]
    NotInvited,
    /// Neither the file nor what it should hold.
    #[error("{path} cannot be read")]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file is in the way.
    #[error("{path} is there already")]
    FileThere {
        /// The file.
        path: PathBuf,
    },
    /// A bundle cannot be opened at all.
    #[error(transparent)]
    Bundle(#[from] BundleError),
    /// A bundle cannot be packed.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// Keys cannot be used.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// A town without any laptop on its roll cannot be sealed to.
    #[error("{} has no sealing key here", .assembly.short())]
    NobodyToSealTo {
        /// The assembly.
        assembly: AssemblyId,
    },
    /// The attachment is larger than may be kept.
    #[error("a file of {size} bytes is too large")]
    FileTooLarge {
        /// Its size.
        size: u64,
    },
    /// The roster has lines that cannot be used.
    #[error("{lines} lines of the roster cannot be used")]
    Roster {
        /// How many.
        lines: usize,
    },
    /// The roster has no column for names, or is not a table.
    #[error("the roster has no column of names")]
    RosterColumns {
        /// What its first line says.
        header: String,
    },
    /// The archive could not do it.
    #[error(transparent)]
    Archive(#[from] ArchiveError),
    /// The record could not do it.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// A snapshot could not be used.
    #[error(transparent)]
    Snapshot(#[from] SnapshotError),
    /// A change of our own could not be made.
    #[error("while signing")]
    Change(#[from] ChangeError),
    /// The system gave no randomness.
    #[error("the system gives no randomness")]
    NoRandomness,
}

impl Trouble {
    /// What the system said about a file; that there is no room is nobody's slip.
    pub fn of_file(path: PathBuf, source: io::Error) -> Trouble {
        let no_room = matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge);
        if no_room { Trouble::Archive(ArchiveError::DiskFull) } else { Trouble::File { path, source } }
    }

    /// Whose trouble it is.
    pub fn kind(&self) -> Kind {
        match self {
            Trouble::Refused { .. } => Kind::Refused,
            Trouble::NotAnAct { .. }
            | Trouble::NoActs
            | Trouble::ActTooLarge(_)
            | Trouble::NoPen { .. }
            | Trouble::NotAdmittedYet { .. }
            | Trouble::RestoredUnheard
            | Trouble::NothingHere { .. }
            | Trouble::NoAssembly
            | Trouble::WhichAssembly { .. }
            | Trouble::UnknownAssembly { .. }
            | Trouble::FoundedHere { .. }
            | Trouble::UnknownView { .. }
            | Trouble::ViewArguments { .. }
            | Trouble::NotInTheBook { .. }
            | Trouble::TooShort { .. }
            | Trouble::AfterToday { .. }
            | Trouble::NotMoreThanNothing { .. }
            | Trouble::NotAName { .. }
            | Trouble::CharterText { .. }
            | Trouble::WhichMotion { .. }
            | Trouble::Ambiguous { .. }
            | Trouble::NoSuchAct { .. }
            | Trouble::Code(_)
            | Trouble::NotInvited
            | Trouble::File { .. }
            | Trouble::FileThere { .. }
            | Trouble::FileTooLarge { .. }
            | Trouble::NobodyToSealTo { .. }
            | Trouble::Roster { .. }
            | Trouble::RosterColumns { .. } => Kind::Asked,
            Trouble::Bundle(_) => Kind::Damaged,
            Trouble::Archive(error) => match error {
                ArchiveError::NotHere { .. }
                | ArchiveError::NotABook { .. }
                | ArchiveError::NewerBook { .. }
                | ArchiveError::NoAccess { .. }
                | ArchiveError::AlreadyThere { .. }
                | ArchiveError::DiskFull
                | ArchiveError::Busy
                | ArchiveError::Io { .. } => Kind::Home,
                ArchiveError::Damaged { .. } | ArchiveError::DamagedFile { .. } | ArchiveError::Unsound { .. } => Kind::Damaged,
                ArchiveError::Unreadable { .. } | ArchiveError::NotDurable { .. } | ArchiveError::RolledBack | ArchiveError::Sql { .. } => {
                    Kind::Ours
                }
            },
            Trouble::Pack(_)
            | Trouble::Seal(_)
            | Trouble::Record(_)
            | Trouble::Snapshot(_)
            | Trouble::Change(_)
            | Trouble::NoRandomness => Kind::Ours,
        }
    }

    /// The code that names its phrase in every language.
    pub fn code(&self) -> &'static str {
        match self {
            Trouble::Refused { .. } => "refused",
            Trouble::NotAnAct { source, .. } => match source {
                NotAnAct::UnknownKind(_) => "unknown-kind",
                NotAnAct::NoKind | NotAnAct::Form { .. } | NotAnAct::Value(_) | NotAnAct::Document(_) => "not-an-act",
            },
            Trouble::NoActs => "no-acts",
            Trouble::ActTooLarge(_) => "act-too-large",
            Trouble::NoPen { .. } => "no-pen",
            Trouble::NotAdmittedYet { .. } => "not-admitted-yet",
            Trouble::RestoredUnheard => "restored-unheard",
            Trouble::NothingHere { .. } => "nothing-here",
            Trouble::NoAssembly => "no-assembly",
            Trouble::WhichAssembly { .. } => "which-assembly",
            Trouble::UnknownAssembly { .. } => "unknown-assembly",
            Trouble::FoundedHere { .. } => "founded-here",
            Trouble::UnknownView { .. } => "unknown-view",
            Trouble::ViewArguments { .. } => "view-arguments",
            Trouble::NotInTheBook { .. } => "not-in-the-book",
            Trouble::TooShort { .. } => "too-short",
            Trouble::AfterToday { .. } => "after-today",
            Trouble::NotMoreThanNothing { .. } => "not-more-than-nothing",
            Trouble::NotAName { .. } => "not-a-name",
            Trouble::CharterText { .. } => "charter-text",
            Trouble::WhichMotion { .. } => "which-motion",
            Trouble::Ambiguous { .. } => "ambiguous",
            Trouble::NoSuchAct { .. } => "no-such-act",
            Trouble::Code(NotACode::Damaged) => "code-damaged",
            Trouble::Code(NotACode::OtherKind { .. }) => "code-of-another-kind",
            Trouble::Code(NotACode::Newer(_)) => "code-newer",
            Trouble::NotInvited => "not-invited",
            Trouble::File { .. } => "file",
            Trouble::FileThere { .. } => "file-there",
            Trouble::Bundle(BundleError::NotABundle) => "not-a-bundle",
            Trouble::Bundle(BundleError::NewerFormat(_)) => "bundle-newer",
            Trouble::Bundle(BundleError::DamagedHeader) => "bundle-damaged",
            Trouble::NobodyToSealTo { .. } => "nobody-to-seal-to",
            Trouble::FileTooLarge { .. } => "file-too-large",
            Trouble::Roster { .. } => "roster",
            Trouble::RosterColumns { .. } => "roster-columns",
            Trouble::Archive(error) => match error {
                ArchiveError::NotHere { .. } => "home-not-here",
                ArchiveError::NotABook { .. } => "home-not-a-book",
                ArchiveError::NewerBook { .. } => "home-newer",
                ArchiveError::NoAccess { .. } => "home-no-access",
                ArchiveError::AlreadyThere { .. } => "home-already-there",
                ArchiveError::DiskFull => "disk-full",
                ArchiveError::Busy => "home-busy",
                ArchiveError::Io { .. } => "home-io",
                ArchiveError::Damaged { .. } | ArchiveError::DamagedFile { .. } | ArchiveError::Unsound { .. } => "home-damaged",
                ArchiveError::Unreadable { .. } | ArchiveError::NotDurable { .. } | ArchiveError::RolledBack | ArchiveError::Sql { .. } => {
                    "ours"
                }
            },
            Trouble::Pack(_)
            | Trouble::Seal(_)
            | Trouble::Record(_)
            | Trouble::Snapshot(_)
            | Trouble::Change(_)
            | Trouble::NoRandomness => "ours",
        }
    }
}
