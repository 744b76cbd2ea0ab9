//! A laptop whose key writes no more asks again with a new one, from the home that it has.

use std::fs;

use folkmoot_testkit::{copy_home, tried};
use serde_json::json;

use crate::sealed::{Millbrook, text};
use crate::town::{Town, refused};

const SEALED: &str = "the fence by the mill";
const ADA: usize = 0;
const BEN: usize = 1;
const CY: usize = 2;

/// The keys that the roll has of Cy's laptop, those that were taken off among them, the first admitted first.
fn keys_of_cy(town: &Millbrook) -> Vec<(String, bool)> {
    let roll = town.laptops[ADA].must(&["look", "roll"]).json;
    let mut devices: Vec<_> = roll["devices"].as_array().unwrap().iter().filter(|device| device["name"] == "Cy").cloned().collect();
    devices.sort_by_key(|device| device["admitted"]["seq"].as_u64());
    devices.iter().map(|device| (text(&device["device"]), device["removed"].as_bool().unwrap())).collect()
}

/// Everybody hears of the commons, whoever is on the roll.
fn a_stick_goes_round(town: &Millbrook) {
    let stick = town.dir.path().join("open");
    drop(fs::remove_file(&stick));
    let bundle = town.laptops[ADA].pack(&stick);
    for laptop in &town.laptops {
        laptop.read(&bundle);
    }
}

/// Ada takes a key off the roll, and Ben signs.
fn takes_off(town: &Millbrook, key: &str) {
    let removal = town.laptops[ADA].must(&["device", "remove", key, "--reason", "left on the ferry"]).ids();
    town.everybody_meets();
    town.signs(BEN, &removal[0]);
    a_stick_goes_round(town);
}

/// Ada invites Cy's laptop; it asks, and is admitted by Ada and Ben.
fn asks_and_is_admitted(town: &Millbrook) {
    let code = text(&town.laptops[ADA].must(&["device", "invite", "--member", "Cy"]).json["code"]);
    let asks = town.laptops[CY].must(&["device", "join", &code]);
    let again = town.laptops[CY].must(&["device", "join", &code]).json;
    assert_eq!((&asks.json["new_key"], &again["new_key"]), (&json!(true), &json!(false)));
    assert_eq!(again["code"], asks.json["code"], "asked again, it is the same key");
    assert_eq!(town.words(CY), [SEALED], "while it asks, it reads what it could read");
    let admission = town.laptops[ADA].must(&["device", "admit", &text(&asks.json["code"])]).ids();
    town.everybody_meets();
    town.signs(BEN, &admission[0]);
    a_stick_goes_round(town);
    town.everybody_meets();
    refused(town.laptops[CY].say(&["device", "join", &code]), 2, "founded-here");
}

/// Ada files a binding act; Cy signs it, and it counts everywhere.
fn cy_signs_what_counts(town: &Millbrook) {
    let act = town.laptops[ADA].act(&json!({ "do": "roll.quorum", "number": 1, "k": 2 })).ids();
    town.everybody_meets();
    town.laptops[CY].must(&["sign", &act[0]]);
    let noted = town.laptops[CY].act(&Town::flour("3", "brought by Cy")).ids();
    town.everybody_meets();
    for laptop in &town.laptops {
        for id in [&act[0], &noted[0]] {
            let seen = laptop.must(&["look", "act", id]).json;
            assert_eq!(seen["status"]["status"], "counts", "{seen}");
        }
    }
    // What Cy keeps alone is on Cy's laptop alone.
    let hashes = |laptop: &Town| laptop.hashes().into_iter().filter(|(_, ring, ..)| ring != "person").collect::<Vec<_>>();
    for laptop in &town.laptops[1..] {
        assert_eq!(hashes(laptop), hashes(&town.laptops[ADA]), "all hold the same record, and every chain verifies");
    }
}

#[test]
fn a_laptop_that_was_taken_off_the_roll_asks_again_with_a_new_key_and_signs_and_reads_what_was_sealed_to_the_old_one() {
    let town = Millbrook::with(&["Ben", "Cy"]);
    let thing = town.seals(ADA, &["write", "The fence", "FILE", "--with", "Cy"], SEALED);
    town.everybody_meets();
    assert_eq!(town.words(CY), [SEALED]);
    town.laptops[CY].must(&["note", "write", "ask Ada for the key of the gate"]);
    let notes = || town.laptops[CY].must(&["look", "notes"]).json["notes"].as_array().unwrap().len();
    let old = keys_of_cy(&town)[0].0.clone();

    takes_off(&town, &old);
    let seen = town.laptops[CY].must(&["look", "home"]).json;
    assert_eq!((&seen["writes"], &seen["key_lost"]), (&json!(false), &json!("taken-off")));
    let refusal = refused(town.laptops[CY].act(&Town::flour("1", "with the old key")), 3, "removed");
    assert!(text(&refusal.json["trouble"]["instead"]).contains("invite this laptop anew"), "{refusal:?}");

    asks_and_is_admitted(&town);
    assert_eq!(notes(), 1, "what Cy noted alone is in this home as it was");
    let keys = keys_of_cy(&town);
    assert_eq!((keys.len(), &keys[0], keys[1].1), (2, &(old, true), false), "the old key stays off the roll, and a new one is on it");
    assert_eq!(town.words(CY), [SEALED], "nobody had to tell it again");
    cy_signs_what_counts(&town);
    town.seals(ADA, &["add", &thing, "FILE"], "and the gate in it");
    town.everybody_meets();
    assert_eq!(town.words(CY), [SEALED], "Ada and Ben let the new key in: whose it is Cy has to say");
    town.laptops[ADA].must(&["sealed", "again", &thing, "--also", &keys[1].0]);
    town.everybody_meets();
    assert_eq!(town.words(CY), [SEALED, "and the gate in it"]);
    let seen = town.laptops[CY].must(&["look", "home"]).json;
    assert_eq!((&seen["writes"], &seen["key_lost"]), (&json!(true), &json!(null)));
    tried("laptop taken off the roll, back with a new key", 1);
}

#[test]
fn a_home_that_was_copied_and_forked_asks_again_with_a_new_key_and_the_copy_stays_off_the_roll() {
    let mut town = Millbrook::with(&["Ben", "Cy"]);
    town.seals(ADA, &["write", "The fence", "FILE", "--with", "Cy"], SEALED);
    town.everybody_meets();
    let old = keys_of_cy(&town)[0].0.clone();
    let copy = Town::at(&town.dir.path().join("copy"));
    copy_home(town.laptops[CY].home(), copy.home());
    town.laptops[CY].act(&Town::flour("1", "in the one"));
    copy.act(&Town::flour("2", "and in the other"));
    town.laptops.push(copy);
    town.everybody_meets();

    let seen = town.laptops[CY].must(&["look", "home"]).json;
    assert_eq!((&seen["writes"], &seen["key_lost"]), (&json!(false), &json!("forked")));
    refused(town.laptops[CY].act(&Town::flour("1", "with a key that forked")), 3, "own-fork");
    let copy = town.laptops.pop().unwrap();

    // The key that forked is on the roll still; the laptop that has it is let in under a new one first.
    asks_and_is_admitted(&town);
    takes_off(&town, &old);
    town.everybody_meets();
    let keys = keys_of_cy(&town);
    assert_eq!((keys.len(), &keys[0], keys[1].1), (2, &(old, true), false));
    assert_eq!(town.words(CY), [SEALED]);
    cy_signs_what_counts(&town);
    copy.read(&town.laptops[ADA].pack(&town.dir.path().join("last")));
    let refusal = copy.act(&Town::flour("9", "from the copy"));
    assert_eq!(refusal.code, 3, "{refusal:?}");
    tried("home copied and forked, back with a new key", 1);
}

#[test]
fn a_home_whose_copy_goes_on_where_it_stopped_writes_no_more_until_its_people_say_which_it_was() {
    let mut town = Millbrook::with(&["Ben", "Cy"]);
    town.seals(ADA, &["write", "The fence", "FILE", "--with", "Cy"], SEALED);
    town.everybody_meets();
    let old = keys_of_cy(&town)[0].0.clone();
    refused(town.laptops[CY].say(&["device", "brought-back"]), 2, "not-stopped");
    let copied = |name: &str| {
        let copy = Town::at(&town.dir.path().join(name));
        copy_home(town.laptops[CY].home(), copy.home());
        copy
    };
    let (one, other) = (copied("one"), town.dir.path().join("other"));
    one.act(&Town::flour("2", "in the copy"));
    town.laptops[ADA].read(&one.pack(&town.dir.path().join("from-the-copy")));
    // Cy meets Ada, who has heard of it.
    town.laptops[CY].read(&town.laptops[ADA].pack(&town.dir.path().join("from-ada")));
    let seen = town.laptops[CY].must(&["look", "home"]).json;
    assert_eq!((&seen["writes"], &seen["key_lost"], &seen["forked_laptops"]), (&json!(false), &json!("copied"), &json!([])));
    let refusal = refused(town.laptops[CY].act(&Town::flour("1", "as if nothing were")), 2, "written-elsewhere");
    assert!(text(&refusal.json["trouble"]["instead"]).contains("folkmoot device brought-back"), "{refusal:?}");

    // Cy had brought back an older copy, and says so.
    town.laptops[CY].must(&["device", "brought-back"]);
    refused(town.laptops[CY].act(&Town::flour("1", "before anybody was heard")), 2, "restored-unheard");
    town.everybody_meets();
    cy_signs_what_counts(&town);

    // This time nobody did.
    let thief = Town::at(&other);
    copy_home(town.laptops[CY].home(), thief.home());
    thief.act(&Town::flour("9", "in a copy that nobody knows of"));
    town.laptops.push(thief);
    town.everybody_meets();
    drop(town.laptops.pop());
    refused(town.laptops[CY].act(&Town::flour("1", "with a key that two have")), 2, "written-elsewhere");
    asks_and_is_admitted(&town);
    takes_off(&town, &old);
    town.everybody_meets();
    let keys = keys_of_cy(&town);
    assert_eq!((keys.len(), &keys[0], keys[1].1), (2, &(old, true), false));
    assert_eq!(town.words(CY), [SEALED]);
    tried("home copied, and gone on with where it stopped", 1);
}

#[test]
fn in_a_town_of_one_laptop_whose_home_was_copied_the_card_gives_it_a_new_key() {
    let dir = tempfile::tempdir().unwrap();
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    let [card, open, last] = ["card", "open", "last"].map(|name| dir.path().join(name));
    ada.must(&["card", "make", "--file", card.to_str().unwrap()]);
    let copy = Town::at(&dir.path().join("copy"));
    copy_home(ada.home(), copy.home());
    let noted = ada.act(&Town::flour("1", "in the one")).ids();
    copy.act(&Town::flour("2", "and in the other"));
    ada.read(&copy.pack(&open));
    refused(ada.act(&Town::flour("1", "with a key that forked")), 3, "own-fork");
    assert_eq!(ada.must(&["card", "admit", card.to_str().unwrap()]).json["counts"], true);
    let forked = ada.must(&["look", "home"]).json["forked_laptops"][0].clone();
    ada.must(&["device", "remove", &text(&forked), "--reason", "its disk was copied"]);
    ada.must(&["ratify", &noted[0]]);
    let written = ada.act(&Town::flour("3", "with a new key")).ids();
    copy.read(&ada.pack(&last));
    for home in [&ada, &copy] {
        for id in [&noted[0], &written[0]] {
            let seen = home.must(&["look", "act", id]).json;
            assert_eq!(seen["status"]["status"], "counts", "{seen}");
        }
    }
    assert_eq!(ada.hashes(), copy.hashes());
    assert_eq!(copy.act(&Town::flour("9", "from the copy")).code, 3);
}
