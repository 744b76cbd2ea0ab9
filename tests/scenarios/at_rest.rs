//! A laptop that is taken (T13): with a passphrase nothing of the book can be read from what lies on disk, and without one all of it can.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use folkmoot_desk::{Cost, Desk, Passphrase};
use folkmoot_testkit::{Chance, Serving};

use crate::town::{Answer, Town, refused};

const PASSPHRASE: &str = "four slow brown oxen";
const ANOTHER: &str = "a wagon full of lamp oil";
/// What is said nowhere but in this book: a founder, a place, a member, a telephone, a household, a motion and its text, where a posting
/// came from, its paper, and a draft.
const CANARIES: [&str; 10] = [
    "Quillfeather",
    "Thornwick",
    "Osseltine",
    "0788-334455-1",
    "Brackenmere",
    "Vellumgate",
    "Marzipane",
    "Hollowtide",
    "Ferrowmint",
    "Junipra",
];
/// What marks the keys of a laptop, and a book that anybody can open.
const MARKS: [&str; 2] = ["AGE-SECRET-KEY-", "SQLite format"];

/// A home, and around it everything that its programs write.
struct Taken {
    dir: tempfile::TempDir,
    /// Where the passphrase lies for the programs, away from the laptop.
    file: Option<PathBuf>,
}

impl Taken {
    fn town(&self) -> Town {
        Town::at(&self.path("home"))
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn command(&self, words: &[&str]) -> Command {
        let mut command = self.town().command(words);
        let log = File::options().create(true).append(true).open(self.path("log")).unwrap();
        command.env("TMPDIR", self.path("tmp")).env("RUST_LOG", "trace").env("RUST_BACKTRACE", "1");
        command.stdin(Stdio::null()).stderr(log);
        if let Some(file) = &self.file {
            command.env("FOLKMOOT_PASSPHRASE_FILE", file);
        }
        command
    }

    fn must(&self, words: &[&str]) -> Answer {
        let answer = Answer::of(&self.command(words).output().unwrap());
        assert_eq!(answer.code, 0, "{words:?}: {answer:?}");
        answer
    }

    /// Which of these letters lie in any file.
    fn found<'a>(&self, wanted: &'a [(String, Vec<u8>)]) -> Vec<&'a str> {
        let files = files(self.dir.path());
        let holds = |bytes: &[u8]| files.iter().any(|file| memchr::memmem::find(file, bytes).is_some());
        wanted.iter().filter(|(_, bytes)| holds(bytes)).map(|(name, _)| name.as_str()).collect()
    }
}

fn files(dir: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![fs::read(path).unwrap()] }).collect()
}

fn plain(texts: &[&str]) -> Vec<(String, Vec<u8>)> {
    texts.iter().map(|text| ((*text).to_owned(), text.as_bytes().to_vec())).collect()
}

fn wide(texts: &[&str]) -> Vec<(String, Vec<u8>)> {
    let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    texts.iter().map(|text| (format!("{text} in two bytes a letter"), wide(text))).collect()
}

/// The key in a home, read by what ARCHITECTURE.md says of its file and by nothing of the house.
fn key_of(home: &Path, passphrase: &str) -> Vec<u8> {
    let file = fs::read(home.join("folkmoot.key")).unwrap();
    let number = |at: usize| u32::from_be_bytes(file[at..at + 4].try_into().unwrap());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(number(8), number(12), 1, Some(32)).unwrap());
    let mut second = [0; 32];
    argon.hash_password_into(passphrase.as_bytes(), &file[16..32], &mut second).unwrap();
    let sealed = Payload { msg: &file[56..104], aad: &file[..32] };
    XChaCha20Poly1305::new_from_slice(&second).unwrap().decrypt(XNonce::from_slice(&file[32..56]), sealed).unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Founds a town, uses every institution, makes a backup, and kills the program that serves, so that its log is left. The code of another
/// town is in the book too.
fn lived_in(away: &Path, code: &str, is_closed: bool) -> Taken {
    let file = away.join("passphrase");
    fs::write(&file, format!("{PASSPHRASE}\n")).unwrap();
    let taken = Taken { dir: tempfile::tempdir().unwrap(), file: is_closed.then_some(file) };
    fs::create_dir(taken.path("tmp")).unwrap();
    taken.must(&["found", "--name", "Millbrook", "--person", "Ada Quillfeather", "--place", "Thornwick"]);
    if is_closed {
        // From here on at next to no cost: the key's own file says what it costs.
        let passphrase = Passphrase::of(PASSPHRASE);
        Desk::set_passphrase(taken.town().home(), Some(&passphrase), Some(&passphrase), Cost::CHEAP).unwrap();
    }
    taken.must(&["enrol", "Bo Osseltine", "--phone", "0788-334455-1", "--household", "Brackenmere"]);
    taken.must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    taken.must(&["meeting", "open", "2027-03-03", "--present", "9"]);
    taken.must(&["meeting", "move", "2027-03-03", "The Vellumgate", "We mend the Marzipane bridge."]);
    taken.must(&["ledger", "open", "assets:store", "income:received", "expenses:given"]);
    let (paper, draft) = (away.join("paper"), away.join("draft"));
    fs::write(&paper, "Receipt of Ferrowmint").unwrap();
    taken.must(&["ledger", "in", "40", "kg flour", "--from", "Hollowtide", "--receipt", paper.to_str().unwrap()]);
    fs::write(&draft, "The Junipra grows.").unwrap();
    taken.must(&["draft", "open", "A hedge", "--text", draft.to_str().unwrap()]);
    taken.must(&["town", "join", code]);
    taken.must(&["backup", taken.path("backup").to_str().unwrap()]);
    let mut serving = Serving::of(taken.command(&["serve", "--bind", "127.0.0.1", "--no-lan"]));
    if let Ok(limits) = fs::read_to_string(format!("/proc/{}/limits", serving.id())) {
        let cores = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
        assert_eq!(
            cores.split_whitespace().skip(4).take(2).collect::<Vec<_>>(),
            ["1", "1"],
            "a core of a program with a key may be written"
        );
    }
    taken.must(&["ledger", "in", "2", "kg salt", "--from", "Hollowtide"]);
    serving.kill();
    let log = taken.town().home().join("folkmoot.db-wal");
    assert!(fs::metadata(&log).is_ok_and(|log| log.len() > 0), "no log is left to look into");
    taken
}

#[test]
fn nothing_of_a_closed_book_can_be_read_from_disk_and_all_of_an_open_one_can() {
    let away = tempfile::tempdir().unwrap();
    let cedar = Town::found(away.path(), "Cedar Falls", "Cy");
    let code = cedar.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    let texts = [&CANARIES[..], &MARKS, &[&code]].concat();
    let open = lived_in(away.path(), &code, false);
    assert_eq!(open.found(&plain(&texts)), texts, "the search finds what is there");
    let closed = lived_in(away.path(), &code, true);
    // It is the same book for whoever knows the passphrase.
    assert_eq!(closed.must(&["look", "balances"]).json, open.must(&["look", "balances"]).json);
    let key = key_of(closed.town().home(), PASSPHRASE);
    let secrets = [PASSPHRASE.to_owned(), hex(&key), hex(&key).to_uppercase()];
    let texts: Vec<&str> = texts.into_iter().chain(secrets.iter().map(String::as_str)).collect();
    let wanted = [plain(&texts), wide(&texts), vec![("the key".to_owned(), key)]].concat();
    assert_eq!(closed.found(&wanted), Vec::<&str>::new());
    for file in [closed.town().home().join("folkmoot.db"), closed.path("backup")] {
        assert!(fs::read(file).unwrap().starts_with(b"Folkmoot closed\0"));
    }
    folkmoot_testkit::tried("canaries and keys looked for", wanted.len());
}

#[test]
fn a_passphrase_is_set_changed_and_taken_off_and_nothing_is_told_without_it() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let before = millbrook.hashes();
    let file = |name: &str, text: &str| {
        let path = dir.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (first, second, short) = (file("first", PASSPHRASE), file("second", ANOTHER), file("short", "eleven lett"));
    let with = |file: &str, words: &[&str]| millbrook.say(&[&["--passphrase-file", file], words].concat());
    for verb in ["change", "remove"] {
        refused(with(&first, &["passphrase", verb]), 2, "no-passphrase");
    }
    refused(with(&short, &["passphrase", "set"]), 2, "passphrase-too-short");
    millbrook.refuses(&["passphrase", "set"], 5, "home-locked");
    assert_eq!(with(&first, &["passphrase", "set"]).code, 0);
    refused(with(&first, &["passphrase", "set"]), 2, "passphrase-there");
    // What the program sets is dear to try, as it should be; from here on it is cheap.
    let passphrase = Passphrase::of(PASSPHRASE);
    Desk::set_passphrase(millbrook.home(), Some(&passphrase), Some(&passphrase), Cost::CHEAP).unwrap();
    for words in [&["look", "home"][..], &["verify"], &["passphrase", "remove"], &["backup", "/nowhere"], &["serve"], &["sync"]] {
        millbrook.refuses(words, 5, "home-locked");
        refused(with(&second, words), 2, "wrong-passphrase");
    }
    let backup = dir.path().join("backup").to_str().unwrap().to_owned();
    assert_eq!(with(&first, &["backup", &backup]).code, 0);
    assert_eq!(with(&first, &["passphrase", "change", "--new-passphrase-file", &second]).code, 0);
    refused(with(&first, &["verify"]), 2, "wrong-passphrase");
    assert_eq!(with(&second, &["passphrase", "remove"]).code, 0);
    assert_eq!(millbrook.hashes(), before);
    let again = Town::at(&dir.path().join("again"));
    again.refuses(&["restore", &backup], 5, "home-locked");
    refused(again.say(&["--passphrase-file", &second, "restore", &backup]), 2, "wrong-passphrase");
    again.must(&["--passphrase-file", &first, "restore", &backup]);
    again.refuses(&["verify"], 5, "home-locked");
    again.must(&["--passphrase-file", &first, "passphrase", "remove"]);
    assert_eq!(again.hashes(), before);
}

#[test]
fn a_home_that_another_program_has_open_keeps_the_passphrase_that_it_has() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let file = dir.path().join("passphrase");
    fs::write(&file, PASSPHRASE).unwrap();
    let set = ["--passphrase-file", file.to_str().unwrap(), "passphrase", "set"];
    let mut serving = Serving::of(millbrook.command(&["serve", "--bind", "127.0.0.1", "--no-lan"]));
    millbrook.refuses(&set, 5, "home-in-use");
    millbrook.act(&Town::flour("1", "while it serves"));
    serving.kill();
    millbrook.must(&set);
}

#[test]
fn setting_and_taking_off_that_is_killed_leaves_the_old_home_or_the_new_one() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let before = millbrook.hashes();
    let file = dir.path().join("passphrase");
    fs::write(&file, PASSPHRASE).unwrap();
    let with = |words: &[&str]| -> Command { millbrook.command(&[&["--passphrase-file", file.to_str().unwrap()], words].concat()) };
    let mut chance = Chance::of_the_day();
    for _ in 0..8 {
        for verb in ["set", "remove"] {
            let mut child = with(&["passphrase", verb]).spawn().unwrap();
            // Not to wait for anything: where in its life it dies is what is tried. The later steps are many in a short time.
            std::thread::sleep(std::time::Duration::from_millis(chance.below(1200) as u64));
            child.kill().unwrap();
            drop(child.wait_with_output());
            let verified = Answer::of(&with(&["verify"]).output().unwrap());
            assert_eq!(verified.code, 0, "{verified:?}");
            assert!(!millbrook.home().join("folkmoot.next").exists());
            assert_eq!(millbrook.home().join("folkmoot.key").exists(), Desk::is_locked(millbrook.home()).unwrap());
        }
    }
    let off = Answer::of(&with(&["passphrase", "remove"]).output().unwrap());
    assert!(off.code == 0 || off.json["trouble"]["code"] == "no-passphrase", "{off:?}");
    assert_eq!(millbrook.hashes(), before);
}

/// The power went between the making of Cy's home and its closing.
#[test]
fn a_home_that_was_begun_and_never_closed_is_closed_before_anything_is_in_it() {
    let dir = tempfile::tempdir().unwrap();
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    ada.must(&["enrol", "Cy"]);
    let file = dir.path().join("passphrase");
    fs::write(&file, PASSPHRASE).unwrap();
    let file = file.to_str().unwrap();
    let cy = Town::at(&dir.path().join("cy"));
    drop(Desk::open(cy.home()).unwrap());
    assert!(!Desk::is_locked(cy.home()).unwrap());
    let code = ada.must(&["device", "invite", "--member", "Cy"]).json["code"].as_str().unwrap().to_owned();
    cy.must(&["--passphrase-file", file, "device", "join", &code]);
    assert!(Desk::is_locked(cy.home()).unwrap());
    // Where something is in it, it stays as it is, and says so.
    let looked = ada.must(&["--passphrase-file", file, "look", "home"]);
    assert!(looked.remarks.contains("this book is open all the same") && !Desk::is_locked(ada.home()).unwrap(), "{looked:?}");
}
