//! Towns become neighbours and laptops come onto the roll: by codes that hold once, for a while, and until they are taken back.

use std::path::Path;

use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::town::{Answer, Town};

fn three_towns() -> (TempDir, [Town; 3]) {
    let dir = tempfile::tempdir().unwrap();
    let towns = [("Millbrook", "Ada"), ("Cedar Falls", "Bo"), ("Ashgrove", "Cy")].map(|(name, who)| Town::found(dir.path(), name, who));
    (dir, towns)
}

fn text(answer: &Answer, field: &str) -> String {
    answer.json[field].as_str().unwrap_or_else(|| panic!("no {field}: {answer:?}")).to_owned()
}

fn invite(town: &Town) -> String {
    text(&town.must(&["town", "invite"]), "code")
}

/// Writes a bundle for a town, as a courier takes it along.
fn letter(from: &Town, to: &str, file: &Path) -> Vec<u8> {
    from.must(&["bundle", "write", file.to_str().unwrap(), "--for", to]);
    std::fs::read(file).unwrap()
}

/// What a town says of another, or nothing.
fn known(town: &Town, name: &str) -> Json {
    let towns = town.must(&["look", "towns"]).json;
    towns["towns"].as_array().unwrap().iter().find(|known| known["name"] == name).cloned().unwrap_or_default()
}

fn states(town: &Town) -> Vec<String> {
    let invites = town.must(&["town", "invites"]).json;
    invites["invites"].as_array().unwrap().iter().map(|invite| invite["state"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_town_joins_by_its_neighbours_code_and_a_courier_s_bundle_sealed_by_the_code_alone() {
    let (dir, [millbrook, cedar, ashgrove]) = three_towns();
    let invited = millbrook.must(&["town", "invite", "--at", "192.168.1.5:4433", "--at", "[2001:db8::5]:4433"]);
    let joined = cedar.must(&["town", "join", &text(&invited, "code")]);
    assert_eq!(joined.json["words"], invited.json["words"], "both sides have the same words to compare");
    assert_eq!(joined.json["our_words"], cedar.must(&["look", "roll"]).json["words"]);
    assert_eq!((&known(&cedar, "Millbrook")["joined"], &known(&cedar, "Millbrook")["changes"]), (&json!(true), &json!(0)));

    let bundle = letter(&cedar, "Millbrook", &dir.path().join("stick"));
    let closed = ashgrove.read(&bundle);
    assert!(closed.received()["sealed_parts"].as_u64().unwrap() > 0, "it is for Millbrook alone: {closed:?}");
    assert_eq!(known(&millbrook, "Cedar Falls"), Json::Null);
    let read = millbrook.read(&bundle);
    let heard = &read.received()["letters"][0];
    assert_eq!((read.code, &heard["heard"], &heard["name"], &heard["again"]), (0, &json!("answer"), &json!("Cedar Falls"), &json!(false)));
    assert_eq!(heard["words"], joined.json["our_words"]);
    assert_eq!(known(&millbrook, "Cedar Falls")["joined"], true);
    assert_eq!(states(&millbrook), ["used"]);

    let again = millbrook.read(&bundle);
    assert_eq!((again.code, &again.received()["letters"][0]["again"]), (0, &json!(true)), "the same may answer again: {again:?}");
    let back = letter(&millbrook, "Cedar Falls", &dir.path().join("back"));
    assert_eq!(cedar.read(&back).code, 0);
    assert_eq!(cedar.commons(), millbrook.commons());
}

#[test]
fn one_code_lets_in_one_town() {
    let (dir, [millbrook, cedar, ashgrove]) = three_towns();
    let code = invite(&millbrook);
    for town in [&cedar, &ashgrove] {
        town.must(&["town", "join", &code]);
    }
    assert_eq!(millbrook.read(&letter(&cedar, "Millbrook", &dir.path().join("first"))).code, 0);
    let second = millbrook.read(&letter(&ashgrove, "Millbrook", &dir.path().join("second")));
    assert_eq!((second.code, &second.received()["unwelcome"]), (4, &json!(["invite-used"])), "{second:?}");
    assert_eq!(known(&millbrook, "Ashgrove")["joined"], false, "its record is taken in, and it is no neighbour");
    ashgrove.must(&["town", "join", &invite(&millbrook)]);
    assert_eq!(millbrook.read(&letter(&ashgrove, "Millbrook", &dir.path().join("third"))).code, 0);
    assert_eq!(known(&millbrook, "Ashgrove")["joined"], true);
}

#[test]
fn a_code_that_ran_out_is_refused_on_both_sides() {
    let (dir, [millbrook, cedar, ashgrove]) = three_towns();
    let code = invite(&millbrook);
    cedar.on("2027-03-18").refuses(&["town", "join", &code], 2, "invite-expired");
    ashgrove.on("2027-03-16").must(&["town", "join", &code]);
    let bundle = letter(&ashgrove.on("2027-03-16"), "Millbrook", &dir.path().join("stick"));
    let late = millbrook.on("2027-03-18").read(&bundle);
    assert_eq!((late.code, &late.received()["unwelcome"]), (4, &json!(["invite-expired"])), "{late:?}");
    let invites = millbrook.on("2027-03-18").must(&["town", "invites"]).json;
    assert_eq!((&invites["invites"][0]["state"], &invites["invites"][0]["code"]), (&json!("expired"), &Json::Null));
    assert_eq!(millbrook.on("2027-03-16").read(&bundle).code, 0, "a clock that was wrong is set right");
}

#[test]
fn a_code_that_was_taken_back_lets_nobody_in() {
    let (dir, [millbrook, cedar, _]) = three_towns();
    let invited = millbrook.must(&["town", "invite"]);
    cedar.must(&["town", "join", &text(&invited, "code")]);
    millbrook.refuses(&["town", "revoke", "nobody"], 2, "not-in-the-book");
    millbrook.must(&["town", "revoke", &text(&invited, "invite")]);
    let read = millbrook.read(&letter(&cedar, "Millbrook", &dir.path().join("stick")));
    assert_eq!((read.code, &read.received()["unwelcome"]), (4, &json!(["invite-revoked"])), "{read:?}");
    assert_eq!((states(&millbrook), &known(&millbrook, "Cedar Falls")["joined"]), (vec!["revoked".to_owned()], &json!(false)));
}

#[test]
fn an_answer_can_be_carried_by_hand_and_counts_for_its_own_town_alone() {
    let (dir, [millbrook, cedar, ashgrove]) = three_towns();
    let file = dir.path().join("code.txt");
    millbrook.must(&["town", "invite", "--file", file.to_str().unwrap(), "--qr", dir.path().join("code.svg").to_str().unwrap()]);
    assert!(std::fs::read_to_string(dir.path().join("code.svg")).unwrap().contains("<svg"));
    let answer = text(&cedar.must(&["town", "join", file.to_str().unwrap()]), "answer");
    assert_eq!(text(&cedar.must(&["town", "answer", "Millbrook"]), "code"), answer, "it is the same whenever it is asked for");
    ashgrove.refuses(&["town", "accept", &answer], 2, "no-pen");
    millbrook.refuses(&["town", "accept", &answer[..answer.len() - 1]], 2, "code-damaged");
    let accepted = millbrook.must(&["town", "accept", &answer]);
    assert_eq!(accepted.json["heard"]["name"], "Cedar Falls");
    assert_eq!(known(&millbrook, "Cedar Falls")["joined"], true);
    let mut homes = [&millbrook, &cedar].map(|home| home.must(&["town", "invites"]).json["invites"].as_array().unwrap().len());
    homes.sort_unstable();
    assert_eq!(homes, [0, 1]);
    cedar.refuses(&["town", "answer", "Ashgrove"], 2, "unknown-assembly");
}

#[test]
fn a_home_that_only_reads_remembers_a_town_and_answers_nothing() {
    let (dir, [millbrook, ..]) = three_towns();
    let reader = Town::at(&dir.path().join("reader"));
    assert_eq!(reader.must(&["town", "join", &invite(&millbrook)]).json["answer"], Json::Null);
    assert_eq!(states(&millbrook), ["open"]);
    assert_eq!(reader.read(&letter(&millbrook, "Millbrook", &dir.path().join("stick"))).code, 4, "it is sealed to Millbrook's laptops");
    assert_eq!(reader.read(&millbrook.pack(&dir.path().join("open"))).code, 0);
    assert_eq!(known(&reader, "Millbrook")["joined"], true);
    reader.must(&["town", "part", "Millbrook"]);
    assert_eq!(known(&reader, "Millbrook")["joined"], false);
    millbrook.refuses(&["town", "join", &invite(&millbrook)], 2, "founded-here");
}

#[test]
fn a_laptop_asks_by_a_letter_in_a_bundle_and_is_admitted_once_the_words_were_compared() {
    let (dir, [millbrook, ..]) = three_towns();
    millbrook.must(&["enrol", "Dana"]);
    let invited = millbrook.must(&["device", "invite", "--member", "Dana"]);
    let dana = Town::at(&dir.path().join("Dana"));
    let asked = dana.must(&["device", "join", &text(&invited, "code")]);
    assert_eq!(asked.json["words"], invited.json["words"]);
    let read = millbrook.read(&letter(&dana, "Millbrook", &dir.path().join("ask")));
    assert_eq!((read.code, &read.received()["letters"][0]["member"]), (0, &json!(2)), "{read:?}");

    let waiting = millbrook.must(&["device", "admit"]).json["waiting"].clone();
    assert_eq!(waiting, millbrook.must(&["look", "home"]).json["laptops_that_ask"]);
    assert_eq!((waiting.as_array().unwrap().len(), &waiting[0]["words"]), (1, &asked.json["laptop_words"]));
    assert_eq!(millbrook.must(&["look", "roll"]).json["devices"].as_array().unwrap().len(), 1, "nobody was admitted yet");
    let admitted = millbrook.must(&["device", "admit", "--compared"]);
    assert_eq!((&admitted.json["counts"], &admitted.json["laptop_words"]), (&json!(true), &asked.json["laptop_words"]));
    millbrook.refuses(&["device", "admit", "--compared"], 2, "not-in-the-book");

    assert_eq!(dana.read(&letter(&millbrook, "Millbrook", &dir.path().join("welcome"))).code, 0);
    dana.must(&["ledger", "in", "40", "kg flour", "--from", "Cedar Falls"]);
    assert_eq!(millbrook.read(&letter(&dana, "Millbrook", &dir.path().join("flour"))).code, 0);
    assert_eq!(millbrook.hashes(), dana.hashes());
}

#[test]
fn an_invite_for_a_laptop_holds_for_one_laptop_of_that_member() {
    let (dir, [millbrook, ..]) = three_towns();
    millbrook.must(&["enrol", "Dana"]);
    let invited = millbrook.must(&["device", "invite", "--member", "Dana"]);
    let code = text(&invited, "code");
    assert_eq!(text(&millbrook.must(&["device", "invite", "--member", "Dana"]), "code"), code, "asked again, it is the same");
    let [dana, thief] = ["Dana", "thief"].map(|name| Town::at(&dir.path().join(name)));
    let [ask, stolen] = [&dana, &thief].map(|home| text(&home.must(&["device", "join", &code]), "code"));
    assert_eq!(text(&dana.must(&["device", "join", &code]), "code"), ask);
    let late = Town::at(&dir.path().join("late")).on("2027-04-03");
    late.refuses(&["device", "join", &code], 2, "invite-expired");
    millbrook.must(&["device", "admit", &ask]);
    millbrook.refuses(&["device", "admit", &stolen], 2, "invite-used");
    let new = millbrook.must(&["device", "invite", "--member", "Dana"]);
    assert_ne!(text(&new, "code"), code);
    let ask = text(&thief.must(&["device", "join", &text(&new, "code")]), "code");
    millbrook.must(&["device", "revoke", &text(&new, "invite")]);
    millbrook.refuses(&["device", "admit", &ask], 2, "invite-revoked");
}

#[test]
fn codes_that_an_older_build_made_are_joined() {
    let dir = tempfile::tempdir().unwrap();
    let shipped = |name: &str| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures/codes").join(name);
    let ashgrove = Town::found(dir.path(), "Ashgrove", "Cy");
    for file in ["town-v0.txt", "town-v0-with-a-field-of-a-newer-build.txt", "town-v0-with-nothing-that-may-be-left-out.txt"] {
        let joined = ashgrove.must(&["town", "join", shipped(file).to_str().unwrap()]);
        assert_eq!(joined.json["name"], "Cedar Falls");
        assert!(text(&joined, "answer").starts_with("folkmoot:answer:"));
    }
    let laptop = Town::at(&dir.path().join("laptop"));
    assert!(text(&laptop.must(&["device", "join", shipped("device-v0.txt").to_str().unwrap()]), "code").starts_with("folkmoot:ask:"));
    laptop.refuses(&["town", "join", shipped("device-v0.txt").to_str().unwrap()], 2, "code-of-another-kind");
    ashgrove.refuses(&["device", "admit", shipped("ask-v0.txt").to_str().unwrap()], 2, "not-invited");
}

#[test]
fn an_answer_to_an_invite_of_another_laptop_is_passed_over_with_a_word() {
    let (dir, [millbrook, cedar, _]) = three_towns();
    let code = text(&millbrook.must(&["device", "invite", "--member", "Ada"]), "code");
    let second = Town::at(&dir.path().join("second"));
    millbrook.must(&["device", "admit", &text(&second.must(&["device", "join", &code]), "code")]);
    assert_eq!(second.read(&letter(&millbrook, "Millbrook", &dir.path().join("welcome"))).code, 0);
    let open = millbrook.pack(&dir.path().join("open"));
    assert_eq!(cedar.read(&open).code, 0, "now Cedar Falls can seal to both laptops");
    cedar.must(&["town", "join", &invite(&millbrook)]);
    let bundle = letter(&cedar, "Millbrook", &dir.path().join("stick"));
    let heard = |home: &Town| home.read(&bundle).received()["letters"][0]["heard"].clone();
    assert_eq!((heard(&second), heard(&millbrook)), (json!("for-another-laptop"), json!("answer")));
    assert_eq!([&second, &millbrook].map(|home| known(home, "Cedar Falls")["joined"].clone()), [json!(false), json!(true)]);
}
