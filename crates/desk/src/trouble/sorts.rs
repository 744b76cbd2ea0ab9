//! Whose trouble something is, and the code that names its phrase.
//!
//! **Invariant:** every trouble is sorted by hand: no arm takes what nobody thought of.

use folkmoot::act::NotAnAct;
use folkmoot_archive::ArchiveError;
use folkmoot_sync::BundleError;

use super::{Kind, Trouble};
use crate::codes::NotACode;
use crate::hearing::Unwelcome;

impl Trouble {
    /// Whether it is why a letter was not heard, which is no trouble of whatever else came with it.
    pub(crate) fn leaves_a_letter_unheard(&self) -> bool {
        matches!(self, Trouble::Unwelcome(_) | Trouble::Code(_) | Trouble::RestoredUnheard | Trouble::WrittenElsewhere)
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
            | Trouble::WrittenElsewhere
            | Trouble::NotStopped
            | Trouble::NothingHere { .. }
            | Trouble::NoAssembly
            | Trouble::WhichAssembly { .. }
            | Trouble::UnknownAssembly { .. }
            | Trouble::FoundedHere { .. }
            | Trouble::InviterUnknown { .. }
            | Trouble::OwnInvite
            | Trouble::UnknownView { .. }
            | Trouble::ViewArguments { .. }
            | Trouble::NotAsOf { .. }
            | Trouble::WhichCard { .. }
            | Trouble::NotInTheBook { .. }
            | Trouble::TooShort { .. }
            | Trouble::AfterToday { .. }
            | Trouble::NotMoreThanNothing { .. }
            | Trouble::NotAName { .. }
            | Trouble::CharterText { .. }
            | Trouble::WhichMotion { .. }
            | Trouble::NoSuchPlace { .. }
            | Trouble::Ambiguous { .. }
            | Trouble::NoSuchAct { .. }
            | Trouble::KeyLaidDown { .. }
            | Trouble::NotByCode { .. }
            | Trouble::Code(_)
            | Trouble::Unwelcome(_)
            | Trouble::File { .. }
            | Trouble::FileThere { .. }
            | Trouble::FileTooLarge { .. }
            | Trouble::NobodyToSealTo { .. }
            | Trouble::NoOtherLaptop
            | Trouble::NotAskedToCarry { .. }
            | Trouble::Roster { .. }
            | Trouble::RosterColumns { .. }
            | Trouble::PassphrasesDiffer
            | Trouble::Quiet
            | Trouble::QuietDeclared { .. }
            | Trouble::NobodyToMeet => Kind::Asked,
            Trouble::Bundle(_) | Trouble::HarmfulDraft { .. } => Kind::Damaged,
            Trouble::Network { .. } | Trouble::AirlockShut { .. } => Kind::Home,
            Trouble::Archive(error) => match error {
                ArchiveError::WrongPassphrase
                | ArchiveError::PassphraseTooShort { .. }
                | ArchiveError::PassphraseThere
                | ArchiveError::NoPassphrase => Kind::Asked,
                ArchiveError::NotHere { .. }
                | ArchiveError::Locked
                | ArchiveError::InUse
                | ArchiveError::NotABook { .. }
                | ArchiveError::NewerBook { .. }
                | ArchiveError::NoAccess { .. }
                | ArchiveError::AlreadyThere { .. }
                | ArchiveError::DiskFull
                | ArchiveError::Busy
                | ArchiveError::Io { .. } => Kind::Home,
                ArchiveError::Damaged { .. } | ArchiveError::DamagedFile { .. } | ArchiveError::Unsound { .. } => Kind::Damaged,
                ArchiveError::Unreadable { .. }
                | ArchiveError::NotDurable { .. }
                | ArchiveError::RolledBack
                | ArchiveError::NoRandomness
                | ArchiveError::NoCipher
                | ArchiveError::Sql { .. } => Kind::Ours,
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
            Trouble::WrittenElsewhere => "written-elsewhere",
            Trouble::NotStopped => "not-stopped",
            Trouble::NothingHere { .. } => "nothing-here",
            Trouble::NoAssembly => "no-assembly",
            Trouble::WhichAssembly { .. } => "which-assembly",
            Trouble::UnknownAssembly { .. } => "unknown-assembly",
            Trouble::FoundedHere { .. } => "founded-here",
            Trouble::InviterUnknown { .. } => "inviter-unknown",
            Trouble::OwnInvite => "own-invite",
            Trouble::UnknownView { .. } => "unknown-view",
            Trouble::ViewArguments { .. } => "view-arguments",
            Trouble::NotAsOf { .. } => "not-as-of",
            Trouble::WhichCard { .. } => "which-card",
            Trouble::NotInTheBook { .. } => "not-in-the-book",
            Trouble::TooShort { .. } => "too-short",
            Trouble::AfterToday { .. } => "after-today",
            Trouble::NotMoreThanNothing { .. } => "not-more-than-nothing",
            Trouble::NotAName { .. } => "not-a-name",
            Trouble::CharterText { .. } => "charter-text",
            Trouble::WhichMotion { .. } => "which-motion",
            Trouble::NoSuchPlace { .. } => "no-such-place",
            Trouble::AirlockShut { .. } => "airlock-shut",
            Trouble::HarmfulDraft { .. } => "harmful-draft",
            Trouble::Ambiguous { .. } => "ambiguous",
            Trouble::NoSuchAct { .. } => "no-such-act",
            Trouble::Code(NotACode::Damaged) => "code-damaged",
            Trouble::Code(NotACode::OtherKind { .. }) => "code-of-another-kind",
            Trouble::Code(NotACode::Spoken) => "code-spoken",
            Trouble::Code(NotACode::Newer(_)) => "code-newer",
            Trouble::Unwelcome(Unwelcome::NotInvited) => "not-invited",
            Trouble::Unwelcome(Unwelcome::Expired) => "invite-expired",
            Trouble::Unwelcome(Unwelcome::Revoked) => "invite-revoked",
            Trouble::Unwelcome(Unwelcome::Used) => "invite-used",
            Trouble::Unwelcome(Unwelcome::OfAnother) => "letter-of-another",
            Trouble::File { .. } => "file",
            Trouble::FileThere { .. } => "file-there",
            Trouble::Bundle(BundleError::NotABundle) => "not-a-bundle",
            Trouble::Bundle(BundleError::NewerFormat(_)) => "bundle-newer",
            Trouble::Bundle(BundleError::DamagedHeader) => "bundle-damaged",
            Trouble::Bundle(BundleError::SealedToOthers) => "bundle-for-others",
            Trouble::Bundle(BundleError::Altered) => "bundle-altered",
            Trouble::KeyLaidDown { .. } => "key-laid-down",
            Trouble::NotByCode { .. } => "not-by-code",
            Trouble::NobodyToSealTo { .. } => "nobody-to-seal-to",
            Trouble::NoOtherLaptop => "no-other-laptop",
            Trouble::NotAskedToCarry { .. } => "not-asked-to-carry",
            Trouble::FileTooLarge { .. } => "file-too-large",
            Trouble::Roster { .. } => "roster",
            Trouble::RosterColumns { .. } => "roster-columns",
            Trouble::PassphrasesDiffer => "passphrases-differ",
            Trouble::Quiet => "quiet",
            Trouble::QuietDeclared { .. } => "quiet-declared",
            Trouble::Network { .. } => "network",
            Trouble::NobodyToMeet => "nobody-to-meet",
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
                ArchiveError::Locked => "home-locked",
                ArchiveError::WrongPassphrase => "wrong-passphrase",
                ArchiveError::PassphraseTooShort { .. } => "passphrase-too-short",
                ArchiveError::PassphraseThere => "passphrase-there",
                ArchiveError::NoPassphrase => "no-passphrase",
                ArchiveError::InUse => "home-in-use",
                ArchiveError::Unreadable { .. }
                | ArchiveError::NotDurable { .. }
                | ArchiveError::RolledBack
                | ArchiveError::NoRandomness
                | ArchiveError::NoCipher
                | ArchiveError::Sql { .. } => "ours",
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
