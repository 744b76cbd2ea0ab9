//! Signatures by code: two laptops of one town, with no network between them and no stick.

use std::fs;

use folkmoot_testkit::Home;
use serde_json::Value as Json;

use crate::drafts::{carry, home, millbrook};

fn code(answer: &Json) -> String {
    answer["code"].as_str().unwrap().to_owned()
}

fn status(home: &Home, act: &str) -> Json {
    home.must(&["look", "act", act])["status"]["status"].clone()
}

/// Ada files the admission of Cy's laptop, which waits for Bo's signature; gives its id.
fn filed(ada: &Home, cy: &Home) -> String {
    let invite = code(&ada.must(&["device", "invite", "--member", "Cy"]));
    ada.must(&["device", "admit", &code(&cy.must(&["device", "join", &invite]))]);
    ada.must(&["look", "to-sign"])["to_sign"][0]["id"].as_str().unwrap().to_owned()
}

#[test]
fn an_admission_goes_out_as_a_picture_and_its_signature_comes_back_as_one() {
    let (root, ada, bo) = millbrook();
    ada.must(&["enrol", "Cy"]);
    carry(&ada, &bo);
    let admission = filed(&ada, &home(&root, "cy"));
    let picture = root.path().join("admission.svg");
    let shown = ada.must(&["code", "show", &admission, "--qr", picture.to_str().unwrap()]);
    assert!(fs::read_to_string(&picture).unwrap().contains("<svg"), "it fits a picture");

    let read = bo.must(&["code", "read", &code(&shown)]);
    assert_eq!(read["received"]["waiting"], 0, "{read}");
    assert_eq!(status(&bo, &admission), "pending");
    bo.must(&["sign", &admission]);
    ada.must(&["code", "read", &code(&bo.must(&["code", "show", &admission[..8]]))]);
    for laptop in [&ada, &bo] {
        assert_eq!(status(laptop, &admission), "counts");
    }
    assert_eq!(ada.commons(), bo.commons());
    let again = ada.must(&["code", "read", &code(&shown)]);
    assert_eq!(again["received"]["new"], serde_json::json!({}), "read twice, it does nothing");
}

#[test]
fn whoever_is_to_sign_an_admission_is_told_the_words_that_the_new_laptop_shows() {
    let (root, ada, bo) = millbrook();
    ada.must(&["enrol", "Cy"]);
    carry(&ada, &bo);
    let invite = code(&ada.must(&["device", "invite", "--member", "Cy"]));
    let asks = home(&root, "cy").must(&["device", "join", &invite]);
    let admitted = ada.must(&["device", "admit", &code(&asks)])["ids"][0].as_str().unwrap().to_owned();
    bo.must(&["code", "read", &code(&ada.must(&["code", "show", &admitted]))]);
    for waiting in [&bo.must(&["look", "to-sign"])["to_sign"][0], &bo.must(&["look", "act", &admitted])] {
        assert_eq!(waiting["laptop_words"], asks["laptop_words"], "{waiting}");
        assert_eq!(waiting["laptop_words"].as_str().unwrap().split_whitespace().count(), 6);
    }
}

#[test]
fn a_laptop_that_lacks_what_came_before_says_so_and_judges_nothing_yet() {
    let (root, ada, bo) = millbrook();
    ada.must(&["enrol", "Cy"]);
    for account in
        ["assets:till", "assets:store", "assets:mill", "income:received", "expenses:given", "assets:barn", "assets:well", "assets:oven"]
    {
        ada.must(&["ledger", "open", account]);
    }
    let admission = filed(&ada, &home(&root, "cy"));
    let shown = code(&ada.must(&["code", "show", &admission]));
    let read = bo.must(&["code", "read", &shown]);
    assert!(read["received"]["waiting"].as_u64().unwrap() > 0, "{read}");
    assert_eq!(bo.say(&["sign", &admission]).0, 2, "nobody signs what they cannot judge");
    let parts = ada.must(&["code", "show", &admission])["of"].as_u64().unwrap();
    assert!(parts > 1, "{parts}");
    for part in (2..=parts).rev() {
        let picture = root.path().join(format!("part-{part}.svg"));
        let further = ada.must(&["code", "show", &admission, "--part", &part.to_string(), "--qr", picture.to_str().unwrap()]);
        bo.must(&["code", "read", &code(&further)]);
    }
    assert_eq!(status(&bo, &admission), "pending", "with the further codes, in whatever order, it can be judged");
    bo.must(&["sign", &admission]);
    ada.must(&["code", "read", &code(&bo.must(&["code", "show", &admission]))]);
    assert_eq!(status(&ada, &admission), "counts");
}

#[test]
fn a_mandate_with_long_instructions_has_a_picture_for_itself() {
    let (root, ada, bo) = millbrook();
    ada.must(&["meeting", "call", "2027-03-03", "--place", "the hall"]);
    ada.must(&["meeting", "open", "2027-03-03", "--present", "12"]);
    ada.must(&["meeting", "move", "2027-03-03", "Bo goes to the Circle"]);
    ada.must(&["meeting", "decide", "2027-03-03", "--consent"]);
    carry(&ada, &bo);
    let long = "Bo agrees to nothing that costs the town more than forty kilos of flour a year. ".repeat(5);
    let items = ["flour", "slates", "the ferry"].map(|matter| format!("{matter}: {}", long.trim()));
    let instructions = items.iter().flat_map(|item| ["--item", item.as_str()]).collect::<Vec<_>>();
    let words = [
        "mandate",
        "grant",
        "2",
        "delegate",
        "--decision",
        "1",
        "--from",
        "2027-03-03",
        "--until",
        "2027-12-31",
        "--public-name",
        "Bo",
        "--body",
        "the Circle",
    ];
    let grant = ada.id(&[&words[..], &instructions[..]].concat());
    let picture = root.path().join("grant.svg");
    let shown = ada.must(&["code", "show", &grant, "--qr", picture.to_str().unwrap()]);
    assert!(fs::read_to_string(&picture).unwrap().contains("<svg"), "it fits a picture");
    bo.must(&["code", "read", &code(&shown)]);
    assert_eq!(status(&bo, &grant), "pending");
}

#[test]
fn what_is_for_the_town_s_own_eyes_is_never_shown_as_a_code() {
    let (root, ada, _bo) = millbrook();
    let text = root.path().join("text");
    fs::write(&text, "The heron sleeps under the weir.").unwrap();
    let inside = ada.id(&["draft", "open", "The mill", "--text", text.to_str().unwrap()]);
    let (code, refused) = ada.say(&["code", "show", &inside]);
    assert_eq!((code, refused["trouble"]["code"].as_str()), (2, Some("not-by-code")), "{refused}");
}
