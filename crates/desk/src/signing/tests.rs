//! Every act has its words in every language, and so has all that is said beside those that people sign.

use folkmoot::id::{ChangeHash, DeviceId};
use serde_json::{Map, Value as Json, json};

use super::*;
use crate::Phrases;

const NOW: i64 = 1_804_000_000;
const LANGUAGES: [&str; 3] = ["en", "es", "ar"];
const EXAMPLES: &str = include_str!("../../../../assets/examples.json");

/// A town of one laptop, where whatever is filed counts.
fn millbrook() -> (tempfile::TempDir, Desk, AssemblyId) {
    let dir = tempfile::tempdir().unwrap();
    let mut desk = Desk::open(dir.path()).unwrap();
    let town = desk.found("Millbrook", None, &CardText::named("Ada Lind"), NOW).unwrap();
    (dir, desk, town)
}

/// A phrase that is not there, or is told too little, is its key.
fn assert_worded(saying: &Saying) {
    for language in LANGUAGES {
        let said = Phrases::of(language).say(saying);
        assert!(!said.contains("signing-") && !said.contains("number-") && !said.trim().is_empty(), "{language}: {said} of {saying:?}");
    }
}

#[test]
fn every_act_says_in_every_language_what_it_does() {
    let (_dir, desk, town) = millbrook();
    let telling = desk.telling(town).unwrap();
    let examples: Map<String, Json> = serde_json::from_str(EXAMPLES).unwrap();
    for (kind, example) in examples {
        let act = folkmoot::act::Act::from_json(&example).unwrap_or_else(|why| panic!("{kind}: {why}"));
        assert_worded(&telling.says(&act));
        let founding = telling.fold.judged().next().unwrap();
        telling.beside(&act, &founding).iter().for_each(assert_worded);
    }
    for act in [
        json!({ "do": "roll.admit", "member": 1, "device": DeviceId([7; 32]), "keys": { "sealing": "age1", "endpoint": DeviceId([7; 32]) }, "paper": true }),
        json!({ "do": "roll.remove", "device": DeviceId([7; 32]), "reason": "lost", "cut": [], "inside": 0 }),
        json!({ "do": "roll.remove", "device": DeviceId([7; 32]), "reason": "lost", "cut": [ChangeHash([7; 32]), ChangeHash([8; 32])], "inside": 1 }),
        json!({ "do": "mandate.recall", "decision": ActId([7; 32]), "grant": ActId([7; 32]), "cut": [] }),
        json!({ "do": "mandate.recall", "decision": ActId([7; 32]), "grant": ActId([7; 32]), "reason": "asked for it", "cut": [ChangeHash([7; 32])] }),
        json!({ "do": "roll.quorum", "number": 1, "k": 1 }),
        json!({ "do": "ledger.close", "accounts": ["assets:till"], "until": "2027-03-03", "counted": [] }),
    ] {
        let act = folkmoot::act::Act::from_json(&act).unwrap();
        assert_worded(&telling.says(&act));
        let founding = telling.fold.judged().next().unwrap();
        telling.beside(&act, &founding).iter().for_each(assert_worded);
    }
}

#[test]
fn whoever_ratifies_an_entry_about_the_charter_is_told_its_words_and_numbers() {
    let (_dir, mut desk, town) = millbrook();
    let settings = json!({ "method": "majority", "quorum": 0, "seats": 1, "report_days": 3, "quiet_days": 90 });
    let opens = json!({ "id": "right-of-exit", "heading": "Opening hours", "text": "Nobody\nleaves." });
    let amend = json!({ "do": "charter.amend", "decision": ActId([7; 32]), "set": [opens], "drop": ["assembly"], "settings": settings });
    let amend = folkmoot::act::Act::from_json(&amend).unwrap();
    let lines = clauses::of(&amend);
    lines.iter().for_each(assert_worded);
    let said: Vec<String> = lines.iter().map(|line| Phrases::of("en").say(line)).collect();
    assert_eq!(said.len(), 7, "{said:?}");
    assert_eq!(said[0], "Motions are settled by a majority.");
    assert_eq!(said[6], "The clause right-of-exit, Opening hours: Nobody leaves.");
    let long = json!({ "id": "c", "heading": "Meetings", "text": format!("{}nobody leaves", "Every week. ".repeat(500)) });
    let long = json!({ "do": "charter.adopt", "decision": ActId([7; 32]), "title": "Millbrook", "clauses": [long] });
    let lines = clauses::of(&folkmoot::act::Act::from_json(&long).unwrap());
    lines.iter().for_each(assert_worded);
    let last = Phrases::of("en").say(&lines[lines.len() - 1]);
    assert!(lines.len() > 6 && last.ends_with("nobody leaves"), "all of it is said: {last}");
    // The same where it is ratified.
    let decided = desk.act(town, &[json!({ "do": "ledger.open", "account": "assets:mill" })], NOW).unwrap();
    assert_eq!(desk.ratifying(town, &decided).unwrap()[0].len(), 2, "what is no entry about the charter says no more than its sentence");
}

#[test]
fn whoever_signs_is_told_what_stands_beside_the_signatures() {
    let (_dir, desk, town) = millbrook();
    let telling = desk.telling(town).unwrap();
    // A ratification of what binds is void, and could name one that names a third.
    let founding = telling.fold.judged().next().unwrap().change.act_id();
    let ratification = folkmoot::act::Act::from_json(&json!({ "do": "roll.ratify", "act": founding })).unwrap();
    let stranger = telling.holder(&DeviceId([7; 32]));
    for saying in [
        Saying::of("signing-fork").text("key", "abcd").said("who", stranger.clone()),
        Saying::of("signing-fallen").said("entry", telling.entry(&ActId([7; 32]))),
        Saying::of("signing-not-counted").all("who", [stranger.clone()]),
        Saying::of("signing-apart").said("one", stranger).said("other", telling.who(Member(1))),
        Saying::of("signing-against").text("of", "act").said("what", telling.who(Member(9))),
        Saying::of("signing-newer").perhaps("kind", Some("pact.pledge")),
        Saying::nothing_to_sign(),
        telling.says(&ratification),
        Saying::of("signing-term").text("day", "2027-03-03").said("term", telling.who(Member(1))),
        Saying::of("signing-here"),
        Saying::of("signing-not-asked"),
        Saying::of("signing-unopposed"),
    ] {
        assert_worded(&saying);
    }
}

#[test]
fn what_is_told_in_passing_is_cut_short_and_takes_one_line() {
    let long = format!("one\n  two\u{2028}three {}", "x".repeat(5_000));
    let said = Phrases::of("en").say(&Saying::of("signing-member").text("member", &long));
    assert!(said.starts_with("member one two three x") && said.ends_with('…') && said.chars().count() < 1_100, "{said}");
    let many = Phrases::of("en")
        .say(&Saying::of("signing-roll-enrol").some("who", (1..=9).map(|one| Saying::of("signing-member").number("member", one as u64))));
    assert!(many.ends_with("member 8, …"), "{many}");
}

#[test]
fn what_is_not_there_cannot_be_feigned_by_a_word() {
    let said = |body: Option<&str>| {
        let held = Saying::of("signing-mandate-grant").text("who", "Cy").text("duty", "delegate").perhaps("body", body);
        Phrases::of("en").say(&held.texts("accounts", [""; 0]).text("from", "a").text("until", "b"))
    };
    assert_eq!(said(None), "Cy is delegate from a until b");
    assert_eq!(said(Some("0")), "Cy is delegate from a until b, at 0");
}
