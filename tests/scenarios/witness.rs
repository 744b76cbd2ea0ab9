//! Three towns and a courier: what one seals, the others co-sign; and a town that shows two books is found out when its witnesses meet.

use std::fs;
use std::path::Path;

use serde_json::{Value as Json, json};

use crate::town::{Town, refused};

const MARCH: &str = "2027-03-03";
const APRIL: &str = "2027-04-07";

/// Holds a meeting that decides one thing, and seals its minutes.
fn seals(town: &Town, day: &str, title: &str) {
    let meeting = |words: &[&str]| town.must(&[&["meeting"], words].concat());
    meeting(&["call", day, "--place", "the hall"]);
    meeting(&["open", day, "--present", "1"]);
    meeting(&["move", day, title]);
    let decided = meeting(&["decide", day, "--consent"]).ids()[0].clone();
    let number = town.must(&["look", "decisions"]).json["decisions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["id"] == decided.as_str())
        .unwrap()["number"]
        .to_string();
    meeting(&["close", day]);
    meeting(&["adopt", day, "--decision", &number]);
    meeting(&["seal", day]);
}

fn names(of: &Json) -> Vec<&str> {
    of.as_array().unwrap().iter().map(|one| one["name"].as_str().or(one.as_str()).unwrap()).collect()
}

/// Brings everything that one town may say to another.
fn carry(from: &Town, to: &Town, dir: &Path) {
    let stick = dir.join("stick");
    drop(fs::remove_file(&stick));
    assert_eq!(to.read(&from.pack(&stick)).code, 0);
}

fn home_of(town: &Town) -> Json {
    town.must(&["look", "home"]).json
}

#[test]
fn what_a_town_seals_its_neighbours_co_sign_in_one_step_and_a_town_that_shows_two_books_is_found_out_when_they_meet() {
    let dir = tempfile::tempdir().unwrap();
    let cedar = Town::found(dir.path(), "Cedar Falls", "Bo");
    let [havel, riverside] = [("Havel", "Hana"), ("Riverside", "Rui")].map(|(name, who)| Town::found(dir.path(), name, who));
    for town in [&havel, &riverside] {
        let code = cedar.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
        town.must(&["town", "join", &code]);
    }
    seals(&cedar, MARCH, "We mend the roof");
    cedar.must(&["ledger", "close", "2027-02-28", "--account", "assets:store"]);

    // Both hear of it and co-sign it, each in one step, and once.
    for town in [&havel, &riverside] {
        carry(&cedar, town, dir.path());
        assert_eq!(names(&home_of(town)["to_cosign"]), ["Cedar Falls"]);
        let mut made_up = town.must(&["look", "witness"]).json["to_cosign"][0]["act"].clone();
        made_up["sealed"][0]["act"] = made_up["town"].clone();
        refused(town.act(&json!([made_up])), 3, "cosign-uncounted");
        assert_eq!(town.must(&["cosign"]).ids().len(), 1);
        assert_eq!(names(&home_of(town)["to_cosign"]), [""; 0]);
        assert_eq!(town.must(&["cosign"]).ids().len(), 0, "nothing is left");
        carry(town, &cedar, dir.path());
    }
    let minutes = cedar.must(&["look", "meeting", MARCH]).json;
    assert_eq!((names(&minutes["cosigned"]).len(), &minutes["split"]), (2, &json!([])));
    let closings = cedar.must(&["look", "closings"]).json;
    let mut witnesses = names(&closings["cosigned"]);
    witnesses.sort_unstable();
    assert_eq!(witnesses, ["Havel", "Riverside"]);
    assert!(closings["cosigned"][0]["claimed_at"].as_i64().unwrap() > 0);
    assert_eq!(cedar.must(&["look", "witness"]).json["alone"], json!([]));

    // Somebody in Cedar Falls keeps the book twice, and shows each neighbour another one.
    let other_home = dir.path().join("Cedar Falls, again");
    copy(cedar.home(), &other_home);
    let again = Town::at(&other_home);
    let [cedar, again, havel, riverside] = [cedar, again, havel, riverside].map(|town| town.on(APRIL));
    seals(&cedar, APRIL, "We sell the mill");
    seals(&again, APRIL, "We keep the mill");
    // What its laptop wrote more upon stands in both: a fork freezes the end of a line alone, where one laptop is the whole roll.
    for book in [&cedar, &again] {
        book.must(&["ledger", "open", "assets:mill"]);
    }
    for (shown, to) in [(&cedar, &havel), (&again, &riverside)] {
        carry(shown, to, dir.path());
        assert_eq!(to.must(&["cosign"]).ids().len(), 1, "each of them sees one whole book");
        assert_eq!(home_of(to)["split_towns"], json!([]));
    }

    // The two meet: both know, whoever speaks first, and both can say who was shown what.
    carry(&riverside, &havel, dir.path());
    carry(&havel, &riverside, dir.path());
    for town in [&havel, &riverside] {
        let told = home_of(town)["split_towns"].clone();
        let line = told.as_array().unwrap().iter().find(|one| one["over"] == "line").unwrap_or_else(|| panic!("{told}"));
        assert_eq!((&line["name"], &line["proved"], line["shown"].as_array().unwrap().len()), (&json!("Cedar Falls"), &json!(true), 2));
        let known = town.must(&["look", "towns"]).json["towns"].clone();
        let cedar_there = known.as_array().unwrap().iter().find(|one| one["name"] == "Cedar Falls").unwrap().clone();
        assert!(!cedar_there["split"].as_array().unwrap().is_empty());
        let page = town.must(&["--assembly", "Cedar Falls", "look", "meeting", APRIL]).json;
        let seals = page["split"].as_array().unwrap().iter().find(|one| one["over"] == "minutes").unwrap().clone();
        assert_eq!((&seals["meeting"], seals["witnesses"].as_array().unwrap().len()), (&json!(APRIL), 2));
        let left = town.must(&["cosign"]).json;
        assert_eq!((&left["ids"], &left["left_out"]), (&json!([]), &json!(["Cedar Falls"])), "people look first");
    }
    assert_eq!(havel.commons(), riverside.commons());

    // So does Cedar Falls itself, and whoever only ever hears what the two have signed.
    carry(&havel, &cedar, dir.path());
    assert!(!home_of(&cedar)["split_towns"].as_array().unwrap().is_empty());
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
