//! "Card struck": the name and contacts are deleted wherever the word arrives, and every chain still verifies. With canaries: first it is
//! shown that they can be found where they lie.

use std::fs;
use std::path::{Path, PathBuf};

use crate::town::Town;

/// A member, her telephone and her household, which are said nowhere else.
const CANARIES: [&str; 3] = ["Quillfeather", "0788-334455-1", "Brackenmere"];

/// Every file below a directory.
fn files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Which of the canaries lie in any file of a home, in letters of one byte or two.
fn found(home: &Path) -> Vec<&'static str> {
    let files: Vec<Vec<u8>> = files(home).iter().map(|file| fs::read(file).unwrap()).collect();
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let holds = |bytes: &[u8]| files.iter().any(|file| memchr::memmem::find(file, bytes).is_some());
    CANARIES.into_iter().filter(|canary| holds(canary.as_bytes()) || holds(&wide(canary))).collect()
}

/// What a home tells of the member, by every view that says names.
fn told(town: &Town) -> Vec<String> {
    let views: [&[&str]; 5] = [&["people"], &["names"], &["people", "find=quill"], &["search", "find=quill"], &["home"]];
    let said = views.iter().map(|view| (view, town.must(&[&["look"], *view].concat()).json.to_string()));
    said.filter(|(_, said)| CANARIES.iter().any(|canary| said.contains(canary))).map(|(view, _)| view.join(" ")).collect()
}

/// Brings a laptop of a member onto the roll, with the signature of another holder if there is one, and the whole book onto the laptop.
fn admitted(town: &Town, by: Option<&Town>, laptop: &Town, who: &str, stick: &Path) {
    let code = |answer: crate::town::Answer| answer.json["code"].as_str().unwrap().to_owned();
    let invite = code(town.must(&["device", "invite", "--member", who]));
    let admission = town.must(&["device", "admit", &code(laptop.must(&["device", "join", &invite]))]).ids()[0].clone();
    if let Some(by) = by {
        assert_eq!(by.read(&inside(town, stick)).code, 0);
        by.must(&["sign", &admission]);
        assert_eq!(town.read(&inside(by, stick)).code, 0);
    }
    assert_eq!(laptop.read(&inside(town, stick)).code, 0);
}

/// What a courier carries between the laptops of Millbrook.
fn inside(town: &Town, stick: &Path) -> Vec<u8> {
    drop(fs::remove_file(stick));
    town.must(&["bundle", "write", stick.to_str().unwrap(), "--for", "Millbrook"]);
    fs::read(stick).unwrap()
}

#[test]
fn a_struck_card_is_gone_from_every_home_that_hears_of_it_and_every_chain_still_verifies() {
    let dir = tempfile::tempdir().unwrap();
    let stick = dir.path().join("stick");
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    ada.must(&["enrol", "Bo", "Cy", "Dee"]);
    ada.must(&["enrol", "Quillfeather", "--phone", "0788-334455-1", "--household", "Brackenmere"]);
    // What she did stays, under her number.
    ada.must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    ada.must(&["meeting", "open", "2027-03-03", "--present", "4"]);
    ada.must(&["meeting", "attend", "2027-03-03", "Quillfeather", "Ada"]);
    let [bo, old, late] = ["bo", "old", "late"].map(|name| Town::at(&dir.path().join(name)));
    admitted(&ada, None, &bo, "Bo", &stick);
    admitted(&ada, Some(&bo), &old, "Cy", &stick);
    let backup = dir.path().join("backup");
    ada.must(&["backup", backup.to_str().unwrap()]);
    let courier = inside(&bo, &stick);
    for home in [&ada, &bo, &old] {
        assert_eq!(found(home.home()), CANARIES, "the control: it can be found");
        assert_eq!(told(home).len(), 4, "{:?}", told(home));
    }
    assert!(memchr::memmem::find(&fs::read(&backup).unwrap(), b"Quillfeather").is_some());

    // Bo's laptop serves while the word arrives, so its log is left open and nobody closes the book.
    let serving = bo.must(&["look", "home"]).json["changes"].as_u64().unwrap();
    let before = ada.hashes();
    ada.must(&["member", "strike", "Quillfeather"]);
    assert_eq!(found(ada.home()), [""; 0]);
    assert_eq!(told(&ada), [""; 0]);
    let open = folkmoot_desk::Desk::open_existing(bo.home()).unwrap();
    assert_eq!(bo.read(&inside(&ada, &stick)).code, 0);
    assert!(bo.must(&["look", "home"]).json["changes"].as_u64().unwrap() > serving);
    assert_eq!(found(bo.home()), [""; 0], "with another program beside that has the book open");
    drop(open);
    assert_eq!(told(&bo), [""; 0]);

    // The courier comes late, with a bundle that still holds the card; twice, to each.
    for home in [&ada, &bo, &ada, &bo] {
        let answer = home.read(&courier);
        assert_eq!((answer.code, &answer.received()["cards"]), (0, &0.into()), "{answer:?}");
        assert_eq!(found(home.home()), [""; 0]);
    }

    // An old laptop returns: it says what it has, is not believed, and hears.
    old.must(&["meeting", "note", "2027-03-03", "The old laptop says that the roof leaks"]);
    assert_eq!(found(old.home()), CANARIES, "nobody has told it yet");
    assert_eq!(ada.read(&inside(&old, &stick)).code, 0);
    assert_eq!(found(ada.home()), [""; 0]);
    assert_eq!(old.read(&inside(&ada, &stick)).code, 0);
    assert_eq!((found(old.home()), told(&old)), (vec![], vec![]));

    // A backup of before is put back: it holds the card until it hears of it, which it does before it writes.
    let restored = Town::at(&dir.path().join("restored"));
    restored.must(&["restore", backup.to_str().unwrap()]);
    assert_eq!(found(restored.home()), CANARIES, "the backup file keeps what it has, and says so");
    restored.refuses(&["enrol", "Eve"], 2, "restored-unheard");
    assert_eq!(restored.read(&inside(&bo, &stick)).code, 0);
    assert_eq!((found(restored.home()), told(&restored)), (vec![], vec![]));

    // A laptop that comes afterwards, and hears of everything from the bundle of before and then from Bo, keeps nothing either.
    admitted(&ada, Some(&bo), &late, "Dee", &stick);
    assert_eq!(late.read(&courier).code, 4, "it was sealed before this laptop came");
    assert_eq!((found(late.home()), told(&late)), (vec![], vec![]));

    // Every chain still verifies, and what was there is there.
    for home in [&ada, &bo, &old, &restored, &late] {
        home.must(&["verify"]);
        let member = home.must(&["look", "people", "5"]).json.to_string();
        assert!(member.contains("5"), "the number stays: {member}");
    }
    assert_eq!(before[0].0, ada.hashes()[0].0);
    assert_eq!(bo.read(&inside(&ada, &stick)).code, 0);
    assert_eq!(bo.hashes(), ada.hashes());
}

#[test]
fn two_laptops_that_meet_over_a_wire_leave_no_card_that_one_of_them_knows_to_be_struck() {
    let dir = tempfile::tempdir().unwrap();
    let stick = dir.path().join("stick");
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    ada.must(&["enrol", "Bo"]);
    ada.must(&["enrol", "Quillfeather", "--phone", "0788-334455-1", "--household", "Brackenmere"]);
    let bo = Town::at(&dir.path().join("bo"));
    admitted(&ada, None, &bo, "Bo", &stick);
    ada.must(&["member", "strike", "Quillfeather"]);
    assert_eq!(found(bo.home()), CANARIES);
    let serving = folkmoot_testkit::Serving::of(bo.command(&["serve", "--bind", "127.0.0.1", "--no-lan"]));
    let met = ada.must(&["sync", "Millbrook", "--at", serving.address(), "--bind", "127.0.0.1", "--no-lan"]);
    assert_eq!(met.json["met"][0]["same"], true, "{met:?}");
    assert_eq!(found(bo.home()), [""; 0], "while the program that heard of it goes on serving");
    assert_eq!((found(ada.home()), told(&ada), told(&bo)), (vec![], vec![], vec![]));
    drop(serving);
    assert_eq!(bo.hashes(), ada.hashes());
}
