//! A stolen laptop: what the thief wrote is cut off though everybody had heard it, and what was honest is made to count in one step.

use std::fs;

use folkmoot_testkit::tried;
use serde_json::json;

use crate::sealed::{Millbrook, text};
use crate::town::Town;

const ADA: usize = 0;
const BEN: usize = 1;
const CY: usize = 2;

/// What an act counts for in somebody's home.
fn status(town: &Millbrook, at: usize, act: &str) -> String {
    text(&town.laptops[at].must(&["look", "act", act]).json["status"]["status"])
}

#[test]
fn what_a_thief_wrote_is_cut_off_and_what_was_honest_counts_after_all_in_one_step() {
    let town = Millbrook::with(&["Ben", "Cy"]);
    let [ada, _, cy] = [ADA, BEN, CY].map(|at| &town.laptops[at]);
    let posts = |quantity: &str, text: &str| cy.act(&Town::flour(quantity, text)).ids()[0].clone();
    let mine = posts("3", "brought by Cy");
    let thefts: Vec<String> = ["40", "50"].map(|quantity| posts(quantity, "given to a friend of the thief")).to_vec();
    // Cy's sister wrote these on it without knowing.
    let honest: Vec<String> = ["5", "6"].map(|quantity| posts(quantity, "brought by Cy's sister")).to_vec();
    town.everybody_meets();
    let roll = ada.must(&["look", "roll"]).json;
    let device =
        roll["devices"].as_array().unwrap().iter().find(|device| device["name"] == "Cy").map(|device| text(&device["device"])).unwrap();
    assert_eq!(ada.must(&["look", "acts", &format!("by={device}")]).json["of"], json!(5));
    ada.refuses(
        &["device", "remove", &device, "--reason", "stolen", "--up-to", roll["devices"][0]["admitted"]["id"].as_str().unwrap()],
        2,
        "not-in-the-book",
    );
    let removal = ada.must(&["device", "remove", &device, "--reason", "stolen", "--up-to", &mine]).ids();
    town.everybody_meets();
    town.signs(BEN, &removal[0]);
    assert_eq!(status(&town, ADA, &mine), "counts");
    for act in thefts.iter().chain(&honest) {
        assert_eq!(status(&town, ADA, act), "contested", "everybody had heard it, and it is cut off all the same");
    }
    // The thief, who has heard nothing of it, would have every name deleted.
    let strikes = cy.must(&["member", "strike", "1"]).ids();
    let stick = town.dir.path().join("thief");
    let carried = cy.must(&["bundle", "write", stick.to_str().unwrap(), "--for", "Millbrook"]);
    assert!(carried.code == 0);
    ada.read(&fs::read(&stick).unwrap());
    assert_eq!(status(&town, ADA, &strikes[0]), "contested");
    assert!(ada.must(&["look", "names"]).json.to_string().contains("Ada"), "no name is lost");
    // In one step; and whoever signs signs it all at once too.
    let ratified = ada.must(&["ratify", &honest[0], &honest[1]]).ids();
    town.everybody_meets();
    town.laptops[BEN].must(&["sign", &ratified[0], &ratified[1]]);
    town.everybody_meets();
    for at in [ADA, BEN] {
        assert!(honest.iter().all(|act| status(&town, at, act) == "counts"));
        assert!(thefts.iter().all(|act| status(&town, at, act) == "contested"));
    }
    let left: Vec<String> = ada.must(&["ratify"]).json["acts"].as_array().unwrap().iter().map(|act| text(&act["id"])).collect();
    assert_eq!(left, thefts, "what may still be ratified is listed, and no strike is");
    tried("stolen laptop, its entries cut off", 1);
}
