//! What Ada notes alone: on her two laptops, and on nobody else's.

use std::fs;
use std::path::Path;

use folkmoot_testkit::Serving;
use serde_json::{Value as Json, json};

use crate::town::Town;

const NOTE: &str = "canary behind the mill";
const LATER: &str = "canary under the bridge";

const LOOPBACK: [&str; 3] = ["--bind", "127.0.0.1", "--no-lan"];

fn lies_in(dir: &Path, words: &str) -> bool {
    let files = fs::read_dir(dir).unwrap().map(Result::unwrap);
    files
        .filter(|file| file.path().is_file())
        .any(|file| fs::read(file.path()).unwrap().windows(words.len()).any(|part| part == words.as_bytes()))
}

fn notes(town: &Town, about: &[&str]) -> Vec<String> {
    let shown = town.must(&[&["look", "notes"], about].concat()).json["notes"].clone();
    shown.as_array().unwrap().iter().map(|note| note["text"].as_str().unwrap().to_owned()).collect()
}

/// A laptop that Ada lets into Millbrook for somebody, over loopback.
fn admitted(dir: &Path, ada: &Town, serving: &Serving, member: &str) -> Town {
    let code = ada.must(&["device", "invite", "--member", member, "--at", serving.address()]).json["code"].as_str().unwrap().to_owned();
    let new = Town::at(dir);
    new.must(&["device", "join", &code]);
    assert_eq!(meets(&new, serving), 0);
    ada.must(&["device", "admit", "--compared"]);
    assert_eq!(meets(&new, serving), 0);
    new
}

fn meets(town: &Town, serving: &Serving) -> i32 {
    town.say(&[&["sync", serving.address(), "--wait", "20"], &LOOPBACK[..]].concat()).code
}

#[test]
fn ada_s_notes_are_on_her_own_laptops_by_wire_and_by_stick_and_bo_s_holds_not_a_word_of_them() {
    let dir = tempfile::tempdir().unwrap();
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    ada.must(&["enrol", "Bo"]);
    let serving = Serving::of(ada.command(&[&["serve"], &LOOPBACK[..]].concat()));
    ada.must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    let first = ada.must(&["note", "write", NOTE, "--meeting", "2027-03-03"]).ids()[0].clone();
    let file = dir.path().join("own");
    ada.refuses(&["bundle", "write", "--own", file.to_str().unwrap()], 2, "no-other-laptop");

    // Her second laptop is let in, and then Bo's: each meets her first one over the wire.
    let second = admitted(&dir.path().join("second"), &ada, &serving, "Ada");
    let bo = admitted(&dir.path().join("bo"), &ada, &serving, "Bo");
    assert_eq!((meets(&second, &serving), meets(&bo, &serving)), (0, 0));
    assert_eq!(notes(&second, &["2027-03-03"]), [NOTE], "the past of it came too");
    assert_eq!(ada.hashes(), second.hashes());

    second.must(&["note", "write", LATER, "--instead", &first]);
    second.must(&["bundle", "write", "--own", file.to_str().unwrap()]);
    let sealed = fs::read(&file).unwrap();
    assert!(bo.read(&sealed).json["trouble"]["code"] == "bundle-for-others");
    assert_eq!(ada.read(&sealed).code, 0);
    assert_eq!((notes(&ada, &[]), notes(&second, &[])), (vec![LATER.to_owned()], vec![LATER.to_owned()]));
    let there = ada.must(&["look", "sync"]).json["sync"][0]["rings"].clone();
    assert_eq!(there[2]["ring"], "person", "{there}");

    // Bo is told nothing: neither by wire nor by the town's own stick, nor what is not known to be there.
    let stick = dir.path().join("stick");
    ada.must(&["bundle", "write", stick.to_str().unwrap(), "--for", "Millbrook"]);
    assert_eq!(bo.read(&fs::read(&stick).unwrap()).code, 0);
    assert_eq!(meets(&bo, &serving), 0);
    for words in [NOTE, LATER] {
        assert!(lies_in(ada.home(), words) && lies_in(second.home(), words), "the scan would find it");
        assert!(!lies_in(bo.home(), words));
    }
    assert_eq!(notes(&bo, &[]), [""; 0]);
    let rings = |town: &Town| town.must(&["look", "sync"]).json["sync"][0]["rings"].as_array().unwrap().len();
    assert_eq!((rings(&bo), rings(&second)), (2, 3));
    let latest: Json = ada.must(&["look", "home"]).json["latest"].clone();
    assert!(latest.as_array().unwrap().iter().all(|one| one["ring"] != "person"), "others may look on");

    let kept = notes(&ada, &[]).len();
    let note = ada.must(&["look", "notes"]).json["notes"][0]["id"].as_str().unwrap().to_owned();
    ada.must(&["note", "drop", &note]);
    assert_eq!((kept, notes(&ada, &[]).len()), (1, 0));
    ada.refuses(&["note", "drop", &note], 3, "note-gone");
    assert_eq!(ada.act(&json!({ "do": "note.write", "text": " " })).code, 3);
}
