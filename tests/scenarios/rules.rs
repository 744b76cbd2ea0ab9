//! Rules of the specification, each from end to end through the real command line.

use std::path::Path;

use folkmoot_testkit::Home;
use serde_json::json;
use tempfile::TempDir;

const DAY: &str = "2027-03-03";

fn millbrook() -> (TempDir, Home) {
    let root = tempfile::tempdir().unwrap();
    let mut home = Home::new(Path::new(env!("CARGO_BIN_EXE_folkmoot")), &root.path().join("ada"));
    home.must(&["found", "--name", "Millbrook", "--person", "Ada Lind", "--place", "the mill"]);
    home.at("2027-03-03T19:30:00");
    (root, home)
}

fn open(home: &Home, present: &str) {
    home.must(&["meeting", "call", DAY, "--place", "the mill"]);
    home.must(&["meeting", "open", DAY, "--present", present]);
}

fn decide(home: &Home, title: &str) -> String {
    home.must(&["meeting", "move", DAY, title]);
    home.id(&["meeting", "decide", DAY, "--consent"])
}

/// A second laptop, of member 2, which has heard everything.
fn second_laptop(home: &Home) -> Home {
    home.must(&["enrol", "Bo"]);
    let text = |answer: serde_json::Value| answer["code"].as_str().unwrap().to_owned();
    let bo = Home::new(Path::new(env!("CARGO_BIN_EXE_folkmoot")), &home.dir().with_file_name("bo"));
    let invite = text(home.must(&["device", "invite", "--member", "Bo"]));
    home.must(&["device", "admit", &text(bo.must(&["device", "join", &invite]))]);
    carry(home, &bo, "first");
    bo
}

fn carry(from: &Home, to: &Home, name: &str) {
    let file = from.dir().with_file_name(name);
    let file = file.to_str().unwrap();
    from.must(&["bundle", "write", file, "--for", "Millbrook"]);
    to.must(&["bundle", "read", file]);
}

#[test]
fn a1_a_decision_exists_only_inside_an_opened_meeting() {
    let (_root, home) = millbrook();
    home.must(&["meeting", "call", DAY, "--place", "the mill"]);
    let (code, refused) = home.say(&["meeting", "move", DAY, "Mend the roof"]);
    assert_eq!((code, refused["trouble"]["code"].as_str(), refused["trouble"]["rule"].as_str()), (3, Some("meeting-not-open"), Some("A1")));
    home.must(&["meeting", "open", DAY, "--present", "1"]);
    decide(&home, "Mend the roof");
    assert_eq!(home.must(&["look", "meeting", DAY])["motions"][0]["decision"]["number"], 1);
    home.must(&["meeting", "close", DAY]);
    assert_eq!(home.say(&["meeting", "move", DAY, "One more thing"]).1["trouble"]["code"], "meeting-closed");
}

#[test]
fn a7_a_decision_is_corrected_by_a_new_entry_and_never_edited() {
    let (_root, home) = millbrook();
    open(&home, "3");
    home.must(&["meeting", "move", DAY, "Mend the roof"]);
    let decision = home.id(&["meeting", "decide", DAY, "--for", "2", "--against", "1"]);
    home.must(&["meeting", "close", DAY]);
    home.must(&["meeting", "correct", DAY, &decision[..10], "3 were for, and nobody against"]);
    let minutes = home.must(&["look", "meeting", DAY]);
    assert_eq!(minutes["motions"][0]["decision"]["answer"]["for"], 2, "what was written stays");
    assert_eq!(minutes["corrections"][0][2], "3 were for, and nobody against");
    for act in ["meeting.edit", "meeting.delete", "decision.delete"] {
        let file = home.dir().join("act.json");
        std::fs::write(&file, json!({ "do": act, "act": decision }).to_string()).unwrap();
        assert_eq!(home.say(&["act", file.to_str().unwrap()]).1["trouble"]["code"], "unknown-kind", "no such act exists");
    }
}

#[test]
fn a13_forty_people_without_laptops_hold_an_assembly_from_one_laptop() {
    let (_root, mut home) = millbrook();
    let names: Vec<String> = (2..=40).map(|number| format!("Neighbour {number}")).collect();
    home.must(&[vec!["enrol"], names.iter().map(String::as_str).collect()].concat());
    open(&home, "40");
    let numbers: Vec<String> = (1..=40).map(|number| number.to_string()).collect();
    home.must(&[vec!["meeting", "attend", DAY], numbers.iter().map(String::as_str).collect(), vec!["--witness", "7"]].concat());
    home.must(&["meeting", "attend", DAY, "--left", "Neighbour 12"]);
    home.must(&["meeting", "present", DAY, "39"]);
    home.must(&["meeting", "move", DAY, "The well is shared", "--mover", "Neighbour 30"]);
    let (code, refused) = home.say(&["meeting", "decide", DAY, "--for", "40", "--against", "0"]);
    assert_eq!((code, refused["trouble"]["code"].as_str()), (3, Some("more-answers-than-people")));
    home.must(&["meeting", "decide", DAY, "--for", "35", "--against", "4"]);
    assert_eq!(home.must(&["look", "floor", DAY])["present"].as_array().unwrap().len(), 39);
    home.must(&["mandate", "grant", "Neighbour 30", "treasurer", "--until", "2027-12-31", "--decision", "1"]);
    home.must(&["ledger", "open", "assets:store", "income:received"]);
    home.must(&["ledger", "in", "40", "kg flour", "--from", "the harvest"]);
    home.must(&["meeting", "close", DAY]);
    // A meeting that was held on paper is entered afterwards; its witness is somebody else than who writes.
    home.at("2027-03-20T10:00:00");
    let on_paper = |witness| ["meeting", "call", "2027-03-17", "--place", "the barn", "--paper-witness", witness];
    assert_eq!(home.say(&on_paper("1")).1["trouble"]["code"], "paper-witness");
    home.must(&on_paper("Neighbour 7"));
    assert_eq!(home.must(&["look", "meetings"])["meetings"][0]["on_paper"], true);
    let commons = home.must(&["look", "acts"]).to_string();
    let in_the_commons =
        |name: &str| home.must(&["look", "document", "commons", "roll"]).to_string().contains(name) || commons.contains(name);
    assert!(!in_the_commons("Neighbour 30"), "a name is in the record");
}

#[test]
fn i4_an_outflow_without_a_decision_is_flagged_and_a_budget_holds_its_limit() {
    let (_root, home) = millbrook();
    home.must(&["ledger", "open", "assets:store", "income:received", "expenses:given", "expenses:wood"]);
    home.must(&["ledger", "in", "500", "EUR", "--from", "the fair"]);
    home.must(&["ledger", "out", "20", "EUR", "--to", "the roof"]);
    open(&home, "1");
    decide(&home, "200 EUR for the oven");
    home.must(&["ledger", "out", "30", "EUR", "--to", "the roof", "--decision", "1"]);
    let budget = home.id(&[
        "ledger",
        "budget",
        "Oven",
        "--account",
        "expenses:wood",
        "--limit",
        "200 EUR",
        "--until",
        "2027-12-31",
        "--decision",
        "1",
    ]);
    let wood = |quantity| ["ledger", "out", quantity, "EUR", "--to", "the wood", "--other", "expenses:wood", "--budget", &budget];
    home.must(&wood("150"));
    let (code, refused) = home.say(&wood("60"));
    assert_eq!(
        (code, refused["trouble"]["code"].as_str(), refused["trouble"]["facts"]["left"].as_str()),
        (3, Some("budget-spent"), Some("50"))
    );
    assert_eq!(home.must(&["look", "budgets"])["budgets"][0]["left"]["EUR"], "50");
    let journal = home.must(&["look", "journal", "assets:store"]);
    let lines = journal["lines"].as_array().unwrap();
    let flagged: Vec<&str> =
        lines.iter().filter(|line| line["uncited_outflow"] == true).map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(flagged, ["20 EUR to the roof"]);
    assert_eq!(lines.last().unwrap()["running"]["EUR"], "300");
}

#[test]
fn i6_a_count_that_later_entries_unsettle_becomes_a_question_with_both_authors() {
    let (_root, mut ada) = millbrook();
    let mut bo = second_laptop(&ada);
    bo.at("2027-04-01T09:00:00");
    ada.at("2027-04-01T09:30:00");
    ada.must(&["ledger", "open", "assets:store", "income:received"]);
    ada.must(&["ledger", "in", "40", "kg flour", "--from", "the harvest", "--day", "2027-03-10"]);
    carry(&ada, &bo, "second");
    // Bo posts out of reach while Ada closes the quarter; both had opened it.
    let late = bo.id(&["ledger", "in", "2", "kg flour", "--from", "a neighbour", "--day", "2027-03-30"]);
    let close = ada.id(&["ledger", "close", "2027-03-31", "--account", "assets:store", "--counted", "assets:store 40 kg flour"]);
    carry(&bo, &ada, "third");
    carry(&ada, &bo, "fourth");
    let (code, refused) = bo.say(&["sign", &close]);
    assert_eq!((code, refused["trouble"]["code"].as_str()), (3, Some("count-differs")), "nobody signs it unknowing");
    bo.must(&["sign", "--knowing", &close]);
    carry(&bo, &ada, "fifth");
    for laptop in [&ada, &bo] {
        let closings = laptop.must(&["look", "closings"]);
        let question = &closings["questions"][0];
        assert_eq!((question["counted"].as_str(), question["balance"].as_str()), (Some("40"), Some("42")), "{closings}");
        assert_eq!(question["closing"]["by"], 1);
        assert_eq!(question["not_seen_by_the_closing"], json!([{ "id": late, "text": "2 kg flour from a neighbour", "by": 2 }]));
        let refused = laptop.say(&["ledger", "in", "1", "kg flour", "--from", "nowhere", "--day", "2027-03-30"]).1;
        assert_eq!(refused["trouble"]["code"], "account-closed");
    }
    assert_eq!(ada.commons(), bo.commons());
}

#[test]
fn i8_nothing_keeps_what_one_town_owes_another() {
    let (_root, home) = millbrook();
    for account in ["liabilities:Cedar Falls", "receivable:Cedar Falls", "debts:Ashgrove"] {
        let (code, refused) = home.say(&["ledger", "open", account]);
        assert_eq!((code, refused["trouble"]["rule"].as_str()), (3, Some("I8")), "{account}");
    }
}

#[test]
fn c1_a_third_delegate_to_one_body_is_refused_and_a_recall_frees_the_seat() {
    let (_root, home) = millbrook();
    home.must(&["enrol", "Bo", "Cy"]);
    open(&home, "3");
    decide(&home, "Delegates to the Spring Circle");
    let send = |member| {
        [
            "mandate",
            "grant",
            member,
            "delegate",
            "--body",
            "Spring Circle",
            "--item",
            "Flour: give 40 kg",
            "--until",
            "2027-06-30",
            "--decision",
            "1",
        ]
    };
    home.must(&send("1"));
    let second = home.id(&send("2"));
    let (code, refused) = home.say(&send("3"));
    assert_eq!((code, refused["trouble"]["code"].as_str(), refused["trouble"]["rule"].as_str()), (3, Some("seats-taken"), Some("C1")));
    home.must(&["mandate", "recall", &second, "--decision", "1", "--reason", "spoke beyond the instructions"]);
    assert_eq!(home.must(&["look", "mandate", &second])["term"], "recalled");
    home.must(&send("3"));
    let without_instructions = ["mandate", "grant", "2", "delegate", "--body", "Autumn Circle", "--until", "2027-12-31", "--decision", "1"];
    assert_eq!(home.say(&without_instructions).1["trouble"]["rule"], "C2");
}

#[test]
fn a4_a_treasurer_who_is_asked_to_keep_some_accounts_writes_in_those_alone() {
    let (_root, home) = millbrook();
    home.must(&["ledger", "open", "assets:water", "expenses:water:pipes", "assets:bread"]);
    open(&home, "3");
    decide(&home, "Ada keeps the money for the water");
    let grant = ["mandate", "grant", "Ada Lind", "treasurer", "--until", "2027-12-31", "--decision", "1"];
    let grant = [&grant[..], &["--account", "assets:water", "--account", "expenses:water"]].concat();
    home.must(&grant);
    assert_eq!(home.must(&["look", "mandates"])["mandates"][0]["accounts"], json!(["assets:water", "expenses:water"]));
    home.must(&["ledger", "post", "A pipe", "--line", "expenses:water:pipes 5 EUR", "--line", "assets:water -5 EUR"]);
    let (code, refused) =
        home.say(&["ledger", "post", "Lent to the bakers", "--line", "assets:bread 5 EUR", "--line", "assets:water -5 EUR"]);
    assert_eq!((code, refused["trouble"]["code"].as_str(), refused["trouble"]["rule"].as_str()), (3, Some("not-kept"), Some("A4")));
    assert_eq!(refused["trouble"]["facts"]["account"], "assets:bread");
    assert_eq!(home.say(&["ledger", "open", "assets:wood"]).1["trouble"]["code"], "not-kept");
}

#[test]
fn j6_once_somebody_was_asked_to_carry_whoever_was_not_says_that_they_do_it_all_the_same() {
    let (_root, home) = millbrook();
    let bo = second_laptop(&home);
    open(&home, "2");
    decide(&home, "Bo carries to the other towns");
    let grant = home.id(&["mandate", "grant", "Bo", "courier", "--until", "2027-12-31", "--decision", "1"]);
    carry(&home, &bo, "asked");
    bo.must(&["sign", &grant]);
    carry(&bo, &home, "signed");
    let file = |name: &str| home.dir().with_file_name(name).to_str().unwrap().to_owned();
    bo.must(&["bundle", "write", &file("by Bo")]);
    let (code, refused) = home.say(&["bundle", "write", &file("by Ada")]);
    assert_eq!((code, refused["trouble"]["code"].as_str()), (2, Some("not-asked-to-carry")));
    assert_eq!(refused["trouble"]["facts"]["couriers"], json!(["Bo"]));
    assert!(!std::path::Path::new(&file("by Ada")).exists());
    home.must(&["bundle", "write", &file("by Ada"), "--all-the-same"]);
    home.must(&["bundle", "write", &file("for Millbrook"), "--for", "Millbrook"]);
}

#[test]
fn a_refused_founding_leaves_no_home_behind() {
    let root = tempfile::tempdir().unwrap();
    let home = Home::new(Path::new(env!("CARGO_BIN_EXE_folkmoot")), &root.path().join("ada"));
    assert_eq!(home.say(&["found", "--name", " ", "--person", "Ada Lind"]).1["trouble"]["code"], "no-words");
    assert_eq!(home.say(&["found", "--name", "Millbrook", "--person", " "]).1["trouble"]["code"], "not-a-name");
    assert!(!home.dir().exists());
}
