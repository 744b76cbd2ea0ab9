//! What can go wrong at the desk: a rule's refusal, or a trouble with the home, a file or what was asked.
//!
//! **Invariant:** a trouble carries a code and facts, and its kind says whose it is; the phrase comes from the locales.

mod facts;
mod sorts;

use std::collections::BTreeSet;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

use folkmoot::act::NotAnAct;
use folkmoot::change::ChangeError;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::{Day, Member, Quantity};
use folkmoot::refusal::Refusal;
use folkmoot_archive::ArchiveError;
use folkmoot_record::{GateRefusal, RecordError, SnapshotError};
use folkmoot_sync::{BundleError, PackError, SealError};

use crate::codes::NotACode;
use crate::hearing::Unwelcome;

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
    /// Something came under this laptop's own key that it did not write, so that key signs nothing until people say why.
    #[error("entries came under this laptop's key that it did not write")]
    WrittenElsewhere,
    /// The key was not stopped, or writes no more for another reason.
    #[error("the key of this laptop is not stopped")]
    NotStopped,
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
    /// The laptop whose keys an invite carries is not on the roll as it stands here.
    #[error("who invites is not on the roll of {name:?}")]
    InviterUnknown {
        /// The assembly's name.
        name: String,
    },
    /// The code was made by this laptop itself.
    #[error("the code is this laptop's own")]
    OwnInvite,
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
    /// A view that shows how things stand now was asked about a day.
    #[error("{view} shows no other day")]
    NotAsOf {
        /// The view.
        view: &'static str,
    },
    /// A number that stands for several people, and none was named.
    #[error("which card of number {member}")]
    WhichCard {
        /// The number.
        member: Member,
        /// The names on its cards.
        names: String,
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
    /// A draft has no such place to type in.
    #[error("no such place in a text of {length} characters")]
    NoSuchPlace {
        /// How long the text is.
        length: usize,
    },
    /// Nothing can be tried out before it is built here.
    #[error("what others typed cannot be tried out")]
    AirlockShut {
        /// What the system said.
        source: io::Error,
    },
    /// What tried the draft came to harm, and not from a few edits of it that could be left out.
    #[error("draft {} came to harm where it was tried", .draft.short())]
    HarmfulDraft {
        /// The draft.
        draft: ActId,
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
    /// An invite does not let somebody in.
    #[error(transparent)]
    Unwelcome(#[from] Unwelcome),
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
    /// The act admits a key that this laptop had and laid down: nobody could write with it.
    #[error("{} admits a key that this laptop laid down", .act.short())]
    KeyLaidDown {
        /// The act.
        act: ActId,
    },
    /// The act is too long for a code, or is not for everyone to read.
    #[error("{} is not shown as a code", .act.short())]
    NotByCode {
        /// The act.
        act: ActId,
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
    /// An assembly has asked others to carry what it says to towns.
    #[error("not asked to carry for {}", .assembly.short())]
    NotAskedToCarry {
        /// The assembly.
        assembly: AssemblyId,
        /// Whom it has asked, by name where the card is here.
        couriers: BTreeSet<String>,
    },
    /// No other laptop of the same person is on the roll.
    #[error("no other laptop of one's own")]
    NoOtherLaptop,
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
    /// Two passphrases were typed that should have been one.
    #[error("the two passphrases differ")]
    PassphrasesDiffer,
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
    /// This home is quiet: nothing is to be opened, sent or announced.
    #[error("this home is quiet")]
    Quiet,
    /// An assembly of this home has declared these days to be quiet.
    #[error("quiet until {until}, as it was declared")]
    QuietDeclared {
        /// The last day.
        until: Day,
    },
    /// The way out could not be opened.
    #[error("the network could not be used: {text}")]
    Network {
        /// What the system said.
        text: String,
    },
    /// No other laptop is known that could be met.
    #[error("nobody is known who could be met")]
    NobodyToMeet,
}

impl Trouble {
    /// What the system said about a file; that there is no room is nobody's slip.
    pub fn of_file(path: PathBuf, source: io::Error) -> Trouble {
        let no_room = matches!(source.kind(), ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge);
        if no_room { Trouble::Archive(ArchiveError::DiskFull) } else { Trouble::File { path, source } }
    }
}
