//! A number that two laptops gave to two people at once: everybody sees it, and one command settles it alike everywhere.

use std::path::Path;

use folkmoot::id::CardHash;
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::town::Town;

/// Two laptops of Millbrook: Ada's, and Bo's, which has heard everything.
fn two_laptops() -> (TempDir, [Town; 2]) {
    let dir = tempfile::tempdir().unwrap();
    let ada = Town::found(dir.path(), "Millbrook", "Ada");
    ada.must(&["enrol", "Bo"]);
    let bo = Town::at(&dir.path().join("Bo"));
    let code = |answer: Json| answer["code"].as_str().unwrap().to_owned();
    let invite = code(ada.must(&["device", "invite", "--member", "Bo"]).json);
    ada.must(&["device", "admit", &code(bo.must(&["device", "join", &invite]).json)]);
    carry(&ada, &bo, &dir.path().join("first"));
    (dir, [ada, bo])
}

fn carry(from: &Town, to: &Town, file: &Path) -> Vec<String> {
    from.must(&["bundle", "write", file.to_str().unwrap(), "--for", "Millbrook"]);
    to.told(&["bundle", "read", file.to_str().unwrap()])
}

fn member(home: &Town, number: u32) -> Json {
    let people = home.must(&["look", "people"]).json;
    people["members"].as_array().unwrap().iter().find(|member| member["member"] == number).cloned().unwrap_or_default()
}

#[test]
fn whoever_gives_the_highest_number_of_all_leaves_those_below_it_free() {
    let (dir, [ada, bo]) = two_laptops();
    let card = CardHash([7; 32]);
    bo.act(&json!({ "do": "roll.enrol", "members": [{ "number": u32::MAX, "card": card }] })).ids();
    carry(&bo, &ada, &dir.path().join("highest"));
    assert_eq!(ada.must(&["enrol", "Cy", "Di"]).json["members"], json!([3, 4]));
    carry(&ada, &bo, &dir.path().join("next"));
    assert_eq!(bo.must(&["enrol", "Eli"]).json["members"], json!([5]));
}

#[test]
fn both_names_are_shown_and_whoever_is_entered_again_leaves_the_number_to_the_other_on_every_laptop() {
    let (dir, [ada, bo]) = two_laptops();
    ada.must(&["enrol", "Cy Hale", "--household", "the mill"]);
    bo.must(&["enrol", "Dana Reyes"]);
    carry(&ada, &bo, &dir.path().join("1"));
    let said = carry(&bo, &ada, &dir.path().join("2")).join("\n");
    assert!(said.contains("Number 3 was given twice at once, to ") && said.contains("folkmoot member again 3 NAME"), "{said}");
    for home in [&ada, &bo] {
        let three = member(home, 3);
        let mut names: Vec<&str> = three["cards"].as_array().unwrap().iter().map(|card| card["name"].as_str().unwrap()).collect();
        names.sort_unstable();
        assert_eq!((&three["given_twice"], names), (&json!(true), vec!["Cy Hale", "Dana Reyes"]));
        for name in ["Cy", "Dana"] {
            assert_eq!(
                home.must(&["look", "people", &format!("find={name}")]).json["members"].as_array().unwrap().len(),
                1,
                "either name finds the number"
            );
        }
        assert_eq!(home.must(&["look", "home"]).json["numbers_given_twice"][0]["repair"], "folkmoot member again 3 NAME");
    }

    bo.refuses(&["member", "again", "3"], 2, "which-card");
    bo.refuses(&["member", "again", "3", "Eli"], 2, "not-in-the-book");
    bo.refuses(&["member", "again", "2", "Bo"], 2, "not-in-the-book");
    assert_eq!(bo.must(&["member", "again", "3", "cy hale"]).json["member"], 4);
    carry(&bo, &ada, &dir.path().join("3"));
    for home in [&ada, &bo] {
        let (three, four) = (member(home, 3), member(home, 4));
        assert_eq!((&three["card"]["name"], &three["given_twice"], &three["cards"]), (&json!("Dana Reyes"), &json!(false), &Json::Null));
        assert_eq!((&four["card"]["name"], &four["card"]["household"]), (&json!("Cy Hale"), &json!("the mill")));
        assert_eq!(home.must(&["look", "home"]).json["numbers_given_twice"], json!([]));
        assert_eq!(home.must(&["look", "home"]).json["void"], 0);
    }
    assert_eq!(ada.hashes(), bo.hashes());
    ada.refuses(&["member", "again", "3", "Dana Reyes"], 2, "not-in-the-book");
}

#[test]
fn one_person_whom_two_laptops_entered_at_once_keeps_one_card() {
    let (dir, [ada, bo]) = two_laptops();
    for (at, home) in [&ada, &bo].into_iter().enumerate() {
        home.must(&["enrol", "Cy Hale", "--phone", ["0701", "0702"][at]]);
    }
    carry(&ada, &bo, &dir.path().join("1"));
    carry(&bo, &ada, &dir.path().join("2"));
    let stays = member(&ada, 3)["card"].clone();
    ada.must(&["member", "again", "3"]);
    carry(&ada, &bo, &dir.path().join("3"));
    for home in [&ada, &bo] {
        assert_eq!((&member(home, 3)["card"], member(home, 4)), (&stays, Json::Null));
        assert_eq!(home.must(&["look", "home"]).json["numbers_given_twice"], json!([]));
    }
    assert_eq!(ada.hashes(), bo.hashes());
}

#[test]
fn two_laptops_that_settle_it_at_once_in_opposite_ways_come_to_one_state_that_is_settled_again() {
    let (dir, [ada, bo]) = two_laptops();
    ada.must(&["enrol", "Cy"]);
    bo.must(&["enrol", "Dana"]);
    carry(&ada, &bo, &dir.path().join("1"));
    carry(&bo, &ada, &dir.path().join("2"));
    ada.must(&["member", "again", "3", "Cy"]);
    bo.must(&["member", "again", "3", "Dana"]);
    carry(&ada, &bo, &dir.path().join("3"));
    carry(&bo, &ada, &dir.path().join("4"));
    assert_eq!(ada.hashes(), bo.hashes());
    assert_eq!(ada.must(&["look", "home"]).json["numbers_given_twice"][0]["member"], 4);
    bo.must(&["member", "again", "4", "Dana"]);
    carry(&bo, &ada, &dir.path().join("5"));
    for home in [&ada, &bo] {
        let names = [3, 4, 5].map(|number| member(home, number)["card"]["name"].clone());
        assert_eq!(names, [Json::Null, json!("Cy"), json!("Dana")], "number 3 is nobody's any more");
        assert_eq!(home.must(&["look", "home"]).json["numbers_given_twice"], json!([]));
    }
    assert_eq!(ada.hashes(), bo.hashes());
}
