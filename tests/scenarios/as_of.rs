//! How things stood on a day: a view shows it, or says that it cannot; none is silently wrong.

use folkmoot::plain::Day;
use serde_json::Value as Json;

use crate::town::Town;

/// The words of everything that happens in May.
const LATER: [&str; 7] = ["well", "Well", "Ford", "salt", "lamp oil", "Dana", "2027-05"];

/// Millbrook in March and in May; what happens in May has words of its own.
fn millbrook() -> (tempfile::TempDir, Town) {
    let dir = tempfile::tempdir().unwrap();
    let march = Town::at(&dir.path().join("Millbrook")).on("2027-03-03T19:30:00");
    march.must(&["found", "--name", "Millbrook", "--person", "Ada", "--place", "the mill"]);
    march.must(&["enrol", "Bo", "Cy"]);
    march.must(&["ledger", "open", "assets:store", "income:received", "expenses:given"]);
    meeting(&march, "2027-03-03", "Mend the roof", dir.path());
    march.must(&["ledger", "in", "40", "kg flour", "--from", "Cedar Falls"]);
    let march_budget =
        ["ledger", "budget", "Roof", "--account", "expenses:given", "--limit", "20 EUR", "--until", "2027-12-31", "--decision", "1"];
    march.must(&march_budget);
    march.must(&["ledger", "close", "2027-03-02", "--account", "expenses:given"]);
    let may = march.on("2027-05-05T19:30:00");
    may.must(&["enrol", "Dana"]);
    may.must(&["ledger", "open", "assets:salt"]);
    meeting(&may, "2027-05-05", "Dig a well", dir.path());
    let flour = may.must(&["look", "journal"]).json["lines"][0]["id"].as_str().unwrap().to_owned();
    may.must(&["ledger", "in", "7", "kg salt", "--from", "Ford"]);
    may.must(&["ledger", "reverse", &flour, "--reason", "counted in May"]);
    may.must(&[
        "ledger",
        "budget",
        "Well",
        "--account",
        "expenses:given",
        "--limit",
        "9 lamp oil",
        "--until",
        "2028-12-31",
        "--decision",
        "2",
    ]);
    may.must(&["ledger", "close", "2027-05-04", "--account", "income:received", "--counted", "income:received -40 kg flour"]);
    may.must(&["member", "leave", "Cy"]);
    let action = may.must(&["look", "actions"]).json["actions"][0]["id"].as_str().unwrap().to_owned();
    may.must(&["meeting", "done", "2027-03-03", &action]);
    let grant = ["mandate", "grant", "2", "delegate", "--decision", "2", "--from", "2027-05-05", "--until", "2028-12-31"];
    let sent = may.must(&[&grant[..], &["--body", "the Ford", "--item", "lamp oil: as much as they need"]].concat()).ids()[0].clone();
    may.must(&["mandate", "agree", &sent, "7 lamp oil to the Ford"]);
    may.must(&["quiet", "begin", "--until", "2027-05-09", "--decision", "2"]);
    (dir, may)
}

fn meeting(home: &Town, day: &str, title: &str, dir: &std::path::Path) {
    home.must(&["meeting", "call", day, "--place", "the mill"]);
    home.must(&["meeting", "open", day, "--present", "2"]);
    home.must(&["meeting", "move", day, title]);
    let decided = home.must(&["meeting", "decide", day, "--consent"]).ids()[0].clone();
    home.must(&["meeting", "action", day, &format!("{title}: buy what is needed"), "--due", day, "--who", "2"]);
    let text = dir.join(day);
    std::fs::write(&text, format!("# Charter\n## {title}\nWe will: {title}.\n")).unwrap();
    let verb = if day == "2027-03-03" { "adopt" } else { "amend" };
    home.must(&["charter", verb, text.to_str().unwrap(), "--decision", &decided]);
    let until = if verb == "adopt" { "2027-12-31" } else { "2028-12-31" };
    let grant = ["mandate", "grant", "2", if verb == "adopt" { "facilitator" } else { "treasurer" }, "--decision", &decided];
    home.must(&[&grant[..], &["--from", day, "--until", until]].concat());
    home.must(&["meeting", "close", day]);
}

#[test]
fn a_view_shows_how_things_stood_or_says_that_it_cannot() {
    let (_dir, home) = millbrook();
    let views = home.must(&["look"]).json["views"].as_array().unwrap().clone();
    let mut asked = 0;
    for view in &views {
        let name = view["name"].as_str().unwrap();
        let words: Vec<String> = match name {
            "charter-diff" => vec!["1".into(), "1".into()],
            "account" => vec!["assets:store".into()],
            "mandate" => vec![home.must(&["look", "mandates"]).json["mandates"][0]["id"].as_str().unwrap().to_owned()],
            "meeting" | "floor" => vec!["2027-03-03".into()],
            "decision" => vec!["1".into()],
            "act" | "draft" => vec![home.must(&["look", "acts"]).json["acts"][0]["id"].as_str().unwrap().to_owned()],
            "document" => vec!["commons".into(), "charter".into()],
            _ => Vec::new(),
        };
        let words: Vec<&str> = ["look", name].into_iter().chain(words.iter().map(String::as_str)).collect();
        let on_a_day = [&words[..], &["--as-of", "2027-04-01"]].concat();
        if view["as_of"] == "never" {
            home.refuses(&on_a_day, 2, "not-as-of");
            let now = home.say(&words);
            assert!(now.code != 0 || now.json["as_of"] == Json::Null && now.json.get("as_of").is_some(), "{name}: {now:?}");
            continue;
        }
        asked += 1;
        let (now, then) = (home.must(&words).json, home.must(&on_a_day).json);
        assert_eq!(now["as_of"], if view["as_of"] == "always" { "2027-05-05".into() } else { Json::Null }, "{name}");
        assert_eq!(then["as_of"], "2027-04-01", "{name}");
        let then = then.to_string();
        for word in LATER {
            assert!(!then.contains(word), "{name} knew of {word} in April: {then}");
        }
        let knows = LATER.iter().any(|word| now.to_string().replace("\"as_of\":\"2027-05-05\"", "").contains(word));
        assert!(knows || ["charter-diff", "mandate"].contains(&name), "{name} knows nothing of May: {now}");
    }
    assert!(asked >= 14, "{asked}");
}

#[test]
fn who_had_not_left_and_what_was_not_done_is_as_it_was() {
    let (_dir, home) = millbrook();
    let april = |words: &[&str]| home.must(&[words, &["--as-of", "2027-04-01"]].concat()).json;
    let people = april(&["look", "people"]);
    assert_eq!((people["members"].as_array().unwrap().len(), &people["of"], &people["by_claims"]), (3, &3.into(), &true.into()));
    assert!(people["members"].as_array().unwrap().iter().all(|member| member["left"].is_null()), "{people}");
    assert_eq!(home.must(&["look", "people"]).json["of"], 3, "Dana came, Cy left");
    let actions = april(&["look", "actions"]);
    assert_eq!((&actions["actions"][0]["done"], &actions["actions"][0]["overdue"]), (&false.into(), &true.into()));
    assert_eq!(home.must(&["look", "actions"]).json["actions"][0]["done"], true);
    assert_eq!(april(&["look", "meetings"])["held"], 1);
    assert_eq!(april(&["look", "meetings"])["meetings"][0]["standing"], "closed");
    assert_eq!(april(&["look", "journal"])["lines"][0]["reversed"], false);
    assert_eq!(home.must(&["look", "journal"]).json["lines"][0]["reversed"], true);
    assert_eq!(april(&["look", "balances"])["balances"]["assets:store"]["kg flour"], "40");
}

#[test]
fn an_act_says_when_it_claims_to_be_written_and_when_it_arrived_here() {
    let dir = tempfile::tempdir().unwrap();
    let [ada, reader] = [Town::found(dir.path(), "Millbrook", "Ada"), Town::at(&dir.path().join("reader")).on("2027-05-01")];
    let posted = ada.act(&Town::flour("40", "a sack")).ids().remove(0);
    reader.read(&ada.pack(&dir.path().join("stick")));
    let times = |home: &Town| {
        let seen = home.must(&["look", "act", &posted]).json;
        ["claimed_at", "arrived_at"].map(|time| Day::of_claim(seen[time].as_i64().unwrap()).to_string())
    };
    assert_eq!(times(&reader), ["2027-03-03", "2027-05-01"]);
    assert_eq!(times(&ada), ["2027-03-03", "2027-03-03"]);
}
