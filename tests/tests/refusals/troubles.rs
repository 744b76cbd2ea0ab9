//! The words of every trouble of the desk, each from a trouble as the desk would say it.

use std::collections::BTreeSet;
use std::io;

use folkmoot::act::NotAnAct;
use folkmoot::id::{ActId, AssemblyId, ChangeHash};
use folkmoot_archive::ArchiveError;
use folkmoot_desk::{NotACode, Phrases, Trouble, Unwelcome};
use folkmoot_record::GateRefusal;
use folkmoot_sync::BundleError;

use crate::words::{assert_written, languages};

const MILLBROOK: AssemblyId = AssemblyId([3; 32]);

fn of_what_was_asked() -> Vec<Trouble> {
    let asked = || "Bo".to_owned();
    let path = || "/media/stick/roster.csv".into();
    let found = || "town".to_owned();
    vec![
        Trouble::NotAnAct { at: 0, source: NotAnAct::NoKind },
        Trouble::NotAnAct { at: 0, source: NotAnAct::UnknownKind("meeting.dance".to_owned()) },
        Trouble::NoActs,
        Trouble::ActTooLarge(GateRefusal::TooLarge(300_000)),
        Trouble::NoPen { assembly: MILLBROOK },
        Trouble::NotAdmittedYet { assembly: MILLBROOK },
        Trouble::RestoredUnheard,
        Trouble::WrittenElsewhere,
        Trouble::NotStopped,
        Trouble::NothingHere { assembly: MILLBROOK },
        Trouble::NoAssembly,
        Trouble::WhichAssembly { names: vec!["Millbrook".to_owned(), "Cedar Falls".to_owned()] },
        Trouble::UnknownAssembly { asked: "Ashgrove".to_owned() },
        Trouble::FoundedHere { name: "Millbrook".to_owned() },
        Trouble::InviterUnknown { name: "Millbrook".to_owned() },
        Trouble::OwnInvite,
        Trouble::UnknownView { asked: asked() },
        Trouble::ViewArguments { view: "meeting", usage: "MEETING" },
        Trouble::NotAsOf { view: "roll" },
        Trouble::WhichCard { member: folkmoot::plain::Member(3), names: "Bo, Cy".to_owned() },
        Trouble::NotInTheBook { what: "member", asked: asked() },
        Trouble::Ambiguous { asked: asked() },
        Trouble::TooShort { asked: asked() },
        Trouble::AfterToday { day: "2072-03-03".parse().unwrap(), today: "2027-03-03".parse().unwrap() },
        Trouble::NotMoreThanNothing { quantity: "-5".parse().unwrap() },
        Trouble::NotAName { name: " ".to_owned() },
        Trouble::CharterText { line: 3, text: "We, the people".to_owned() },
        Trouble::WhichMotion { motions: "The roof (abcd2345), The well (efgh2345)".to_owned() },
        Trouble::NoSuchAct { act: ActId([7; 32]) },
        Trouble::KeyLaidDown { act: ActId([7; 32]) },
        Trouble::NotByCode { act: ActId([7; 32]) },
        Trouble::NoSuchPlace { length: 40 },
        Trouble::AirlockShut { source: io::ErrorKind::PermissionDenied.into() },
        Trouble::HarmfulDraft { draft: ActId([7; 32]) },
        Trouble::Code(NotACode::Damaged),
        Trouble::Code(NotACode::OtherKind { found: found(), wanted: "device" }),
        Trouble::Code(NotACode::Spoken),
        Trouble::Code(NotACode::Newer(1)),
        Trouble::Unwelcome(Unwelcome::NotInvited),
        Trouble::Unwelcome(Unwelcome::Expired),
        Trouble::Unwelcome(Unwelcome::Revoked),
        Trouble::Unwelcome(Unwelcome::Used),
        Trouble::Unwelcome(Unwelcome::OfAnother),
        Trouble::File { path: path(), source: io::ErrorKind::NotFound.into() },
        Trouble::FileThere { path: path() },
        Trouble::NobodyToSealTo { assembly: MILLBROOK },
        Trouble::NoOtherLaptop,
        Trouble::NotAskedToCarry { assembly: MILLBROOK, couriers: ["Bo".to_owned(), "Cy".to_owned()].into() },
        Trouble::FileTooLarge { size: 12_000_000 },
        Trouble::PassphrasesDiffer,
        Trouble::Quiet,
        Trouble::QuietDeclared { until: "2027-04-19".parse().unwrap() },
        Trouble::Network { text: "no endpoint could be bound: permission denied".to_owned() },
        Trouble::NobodyToMeet,
        Trouble::Roster { lines: 1 },
        Trouble::RosterColumns { header: "Street;Town".to_owned() },
    ]
}

fn of_the_home() -> Vec<Trouble> {
    let path = || "/home/ada/folkmoot".into();
    let of_the_archive = [
        ArchiveError::NotHere { path: path() },
        ArchiveError::NotABook { path: path() },
        ArchiveError::NewerBook { found: 2, known: 1 },
        ArchiveError::NoAccess { path: path() },
        ArchiveError::AlreadyThere { path: path() },
        ArchiveError::DiskFull,
        ArchiveError::Busy,
        ArchiveError::Io { doing: "reading", path: path(), source: io::ErrorKind::NotFound.into() },
        ArchiveError::Damaged { hash: ChangeHash([7; 32]) },
        ArchiveError::Unsound { path: path(), found: "a page is missing".to_owned() },
        ArchiveError::RolledBack,
        ArchiveError::Locked,
        ArchiveError::WrongPassphrase,
        ArchiveError::PassphraseTooShort { least: 12 },
        ArchiveError::PassphraseThere,
        ArchiveError::NoPassphrase,
        ArchiveError::InUse,
    ];
    of_the_archive.into_iter().map(Trouble::Archive).chain([Trouble::NoRandomness]).collect()
}

fn troubles() -> Vec<Trouble> {
    let of_bundles = [
        BundleError::NotABundle,
        BundleError::NewerFormat(1),
        BundleError::DamagedHeader,
        BundleError::SealedToOthers,
        BundleError::Altered,
    ];
    of_what_was_asked().into_iter().chain(of_bundles.map(Trouble::Bundle)).chain(of_the_home()).collect()
}

#[test]
fn every_language_says_what_the_trouble_is_and_what_to_do() {
    let codes: BTreeSet<String> = troubles().iter().map(|trouble| trouble.code().to_owned()).collect();
    for (language, phrases) in languages() {
        assert_written(&language, &phrases, "trouble-", &codes);
        let spoken = Phrases::of(&language);
        for trouble in troubles() {
            let phrase = spoken.trouble(&trouble);
            assert_ne!(phrase.says, format!("trouble-{}", trouble.code()), "{language}: a fact is missing");
            assert!(!phrase.instead.is_empty(), "{language}: a fact is missing for what to do about {}", trouble.code());
        }
    }
}
