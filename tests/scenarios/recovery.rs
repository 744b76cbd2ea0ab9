//! Recovery cards: a laptop is lost, and its holder comes back with a sheet of paper.

use std::fs;

use folkmoot_testkit::tried;
use serde_json::json;

use crate::town::{Answer, Town, refused};

/// Makes a card and keeps it in a file, as a printed one would be.
pub(crate) fn card(town: &Town, file: &std::path::Path) -> String {
    let path = file.to_str().unwrap().to_owned();
    let made = town.must(&["card", "make", "--file", &path]);
    assert_eq!(fs::read_to_string(file).unwrap().trim(), made.json["code"].as_str().unwrap());
    path
}

/// Brings Bo's laptop onto the roll, and what is there of the assembly onto Bo's laptop.
fn admitted(town: &Town, laptop: &Town, bundle: &std::path::Path) {
    let code = |answer: Answer| answer.json["code"].as_str().unwrap().to_owned();
    let invite = code(town.must(&["device", "invite", "--member", "Bo"]));
    town.must(&["device", "admit", &code(laptop.must(&["device", "join", &invite]))]);
    town.must(&["bundle", "write", bundle.to_str().unwrap(), "--for", "Millbrook"]);
    assert_eq!(laptop.read(&fs::read(bundle).unwrap()).code, 0);
}

fn laptops(town: &Town) -> Vec<(String, bool)> {
    let roll = town.must(&["look", "roll"]).json;
    let devices = roll["devices"].as_array().unwrap().clone();
    devices.iter().map(|device| (device["device"].as_str().unwrap().to_owned(), device["paper"].as_bool().unwrap())).collect()
}

#[test]
fn in_a_town_of_one_laptop_the_card_admits_the_one_that_takes_its_place() {
    let dir = tempfile::tempdir().unwrap();
    let [millbrook, cedar] = [("Millbrook", "Ada"), ("Cedar Falls", "Bo")].map(|(name, who)| Town::found(dir.path(), name, who));
    let stick = |name: &str| dir.path().join(name);
    let paper = card(&millbrook, &stick("card"));
    assert_eq!(laptops(&millbrook).iter().filter(|(_, paper)| *paper).count(), 1);
    let backup = stick("backup");
    millbrook.must(&["backup", backup.to_str().unwrap()]);
    let afterwards = millbrook.act(&Town::flour("40", "sent after the backup")).ids();
    cedar.read(&millbrook.pack(&stick("to-cedar")));
    fs::remove_dir_all(millbrook.home()).unwrap();

    millbrook.must(&["restore", backup.to_str().unwrap()]);
    let flour = Town::flour("1", "with a new key");
    refused(millbrook.act(&flour), 2, "restored-unheard");
    let admitted = millbrook.must(&["card", "admit", &paper]);
    assert_eq!(admitted.json["counts"], true);
    let written = millbrook.act(&flour).ids();
    refused(millbrook.say(&["card", "admit", &paper]), 2, "founded-here");

    // What the lost laptop had sent comes back from the neighbour, and nothing forks.
    assert_eq!(millbrook.read(&cedar.pack(&stick("from-cedar"))).code, 0);
    assert_eq!(cedar.read(&millbrook.pack(&stick("again"))).code, 0);
    for home in [&millbrook, &cedar] {
        for id in afterwards.iter().chain(&written) {
            let seen = home.must(&["look", "act", id, "--assembly", "Millbrook"]).json;
            assert_eq!(seen["status"]["status"], "counts", "{seen}");
        }
        let seen = home.must(&["look", "home", "--assembly", "Millbrook"]).json;
        assert_eq!((&seen["forked_laptops"], &seen["void"]), (&json!([]), &json!(0)), "{seen}");
    }
    assert_eq!(laptops(&millbrook).len(), 3);
    tried("laptop lost, with a backup and a card", 1);
}

#[test]
fn without_a_backup_a_neighbour_s_bundle_and_the_card_are_enough() {
    let dir = tempfile::tempdir().unwrap();
    let [millbrook, cedar] = [("Millbrook", "Ada"), ("Cedar Falls", "Bo")].map(|(name, who)| Town::found(dir.path(), name, who));
    let stick = |name: &str| dir.path().join(name);
    let paper = card(&millbrook, &stick("card"));
    cedar.read(&millbrook.pack(&stick("to-cedar")));
    fs::remove_dir_all(millbrook.home()).unwrap();
    let again = Town::at(&dir.path().join("again"));
    assert_eq!(again.read(&cedar.pack(&stick("from-cedar"))).code, 0);
    let admitted = again.must(&["card", "admit", &paper, "--assembly", "Millbrook"]);
    assert_eq!(admitted.json["counts"], true);
    assert_eq!(again.act(&Town::flour("1", "from the new laptop")).code, 0);
    tried("laptop lost, with a card and a neighbour", 1);
}

#[test]
fn a_card_signs_in_its_holder_s_stead() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let stick = |name: &str| dir.path().join(name);
    let paper = card(&millbrook, &stick("card"));
    millbrook.must(&["enrol", "Bo"]);
    let second = Town::at(&dir.path().join("second"));
    admitted(&millbrook, &second, &stick("open"));
    // Two holders now: what Bo files waits for Ada, whose laptop lies in the river.
    let waits = second.act(&json!({ "do": "roll.quorum", "number": 1, "k": 2 })).ids();
    let seen = second.must(&["look", "act", &waits[0]]).json;
    assert_eq!(seen["status"]["status"], "pending", "{seen}");
    assert_eq!(second.must(&["card", "sign", &paper, &waits[0]]).code, 0);
    let seen = second.must(&["look", "act", &waits[0]]).json;
    assert_eq!(seen["status"]["status"], "counts", "{seen}");
    let bent = format!("{}a", fs::read_to_string(stick("card")).unwrap().trim());
    assert_eq!(refused(second.say_with(&["card", "sign", "-", &waits[0]], bent.as_bytes()), 2, "code-damaged").remarks.find(&bent), None);
    // Whoever else uses this laptop reads the words of its commands.
    assert_eq!(refused(second.say(&["card", "sign", &bent, &waits[0]]), 2, "code-spoken").remarks.find(&bent), None);
}

#[test]
fn a_card_that_was_taken_off_the_roll_admits_nobody() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let stick = |name: &str| dir.path().join(name);
    let paper = card(&millbrook, &stick("card"));
    let device = laptops(&millbrook).into_iter().find(|(_, paper)| *paper).unwrap().0;
    millbrook.must(&["device", "remove", &device, "--reason", "the drawer was broken open"]);
    let again = Town::at(&dir.path().join("again"));
    again.read(&millbrook.pack(&stick("bundle")));
    let before = again.hashes();
    refused(again.say(&["card", "admit", &paper, "--assembly", "Millbrook"]), 3, "removed");
    assert_eq!(again.hashes(), before);
    assert_eq!(again.must(&["look", "home", "--assembly", "Millbrook"]).json["writes"], false);
}

#[test]
fn where_the_card_cannot_be_kept_none_is_made() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let paper = dir.path().join("card");
    fs::write(&paper, "what lay there before").unwrap();
    let before = millbrook.hashes();
    refused(millbrook.say(&["card", "make", "--file", paper.to_str().unwrap()]), 2, "file-there");
    assert_eq!((millbrook.hashes(), fs::read_to_string(&paper).unwrap()), (before, "what lay there before".to_owned()));
}

#[test]
fn a_restored_laptop_keeps_its_key_where_other_holders_can_be_heard() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let stick = |name: &str| dir.path().join(name);
    let paper = card(&millbrook, &stick("card"));
    millbrook.must(&["enrol", "Bo"]);
    let second = Town::at(&dir.path().join("second"));
    admitted(&millbrook, &second, &stick("open"));
    let backup = stick("backup");
    millbrook.must(&["backup", backup.to_str().unwrap()]);
    fs::remove_dir_all(millbrook.home()).unwrap();
    millbrook.must(&["restore", backup.to_str().unwrap()]);
    let before = millbrook.hashes();
    refused(millbrook.say(&["card", "admit", &paper]), 2, "restored-unheard");
    assert_eq!(millbrook.hashes(), before);
    // Its key is still its own: once Bo was heard, it writes.
    second.must(&["bundle", "write", stick("from-bo").to_str().unwrap(), "--for", "Millbrook"]);
    assert_eq!(millbrook.read(&fs::read(stick("from-bo")).unwrap()).code, 0);
    assert_eq!(millbrook.act(&Town::flour("1", "with the old key")).code, 0);
    tried("laptop lost, with a backup and another holder", 1);
}
