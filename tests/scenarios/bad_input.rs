//! Bad words: a clear answer, an exit code, and nothing lost or half done.

use serde_json::{Value as Json, json};

use crate::town::{Town, refused};

/// Does something in a town that has a little in its ledger, and requires that the book is as it was.
fn and_the_book_stays_as_it_was(story: impl FnOnce(&Town)) {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    millbrook.must(&["ledger", "in", "40", "kg flour", "--from", "Cedar Falls"]);
    let before = millbrook.hashes();
    story(&millbrook);
    assert_eq!(millbrook.hashes(), before);
}

#[test]
fn what_is_not_json_is_named_with_its_place() {
    and_the_book_stays_as_it_was(|millbrook| {
        for text in ["", "{nope", "[{\"do\": \"ledger.open\"", "40 kg of flour", "{}{}", "\u{feff}[]"] {
            let answer = refused(millbrook.say_with(&["act", "-"], text.as_bytes()), 2, "file");
            assert!(answer.json["trouble"]["facts"]["why"].as_str().unwrap().contains("line 1"), "{answer:?}");
        }
        refused(millbrook.say_with(&["act", "-"], &[0xff, 0xfe, 0x00]), 2, "file");
        millbrook.refuses(&["act", "/no/such/file"], 2, "file");
    });
}

#[test]
fn json_without_an_act_is_no_act() {
    and_the_book_stays_as_it_was(|millbrook| {
        for nothing in [json!([]), json!(null), json!(7), json!("ledger.open")] {
            refused(millbrook.act(&nothing), 2, "no-acts");
        }
        for no_act in [json!({}), json!([7]), json!([[]]), json!({ "do": 7 }), json!({ "account": "assets:store" })] {
            refused(millbrook.act(&no_act), 2, "not-an-act");
        }
    });
}

#[test]
fn an_act_with_a_field_too_many_a_field_too_few_or_an_unknown_kind_is_not_guessed_at() {
    and_the_book_stays_as_it_was(|millbrook| {
        refused(millbrook.act(&json!({ "do": "ledger.open", "account": "assets:cash", "interest": "3" })), 2, "not-an-act");
        refused(millbrook.act(&json!({ "do": "ledger.open" })), 2, "not-an-act");
        let answer = refused(millbrook.act(&json!({ "do": "ledger.lend", "account": "assets:cash" })), 2, "unknown-kind");
        assert_eq!(answer.json["trouble"]["facts"]["kind"], "ledger.lend");
    });
}

#[test]
fn a_quantity_is_never_a_float() {
    and_the_book_stays_as_it_was(|millbrook| {
        let mut flour = Town::flour("1.5", "flour");
        for number in [json!(1.5), json!(1e300), json!(40)] {
            flour["postings"][0]["quantity"] = number;
            refused(millbrook.act(&flour), 2, "not-an-act");
        }
        for text in ["1,5", "NaN", "1e3", "0.0000001", "99999999999999999999999999999", "", "forty"] {
            flour["postings"][0]["quantity"] = json!(text);
            refused(millbrook.act(&flour), 2, "not-an-act");
        }
    });
}

#[test]
fn nesting_and_size_beyond_the_limits_are_refused() {
    and_the_book_stays_as_it_was(|millbrook| {
        let deep = (0..100).fold(json!("flour"), |inner, _| json!([inner]));
        let answer = millbrook.act(&json!({ "do": "ledger.open", "account": deep }));
        assert_eq!((answer.code, &answer.json["trouble"]["code"]), (2, &json!("not-an-act")), "{answer:?}");
        let bottomless = ["[".repeat(100_000), "]".repeat(100_000)].concat();
        refused(millbrook.say_with(&["act", "-"], bottomless.as_bytes()), 2, "file");
        let long = json!({ "do": "ledger.open", "account": "assets:cash", "note": "flour ".repeat(100_000) });
        refused(millbrook.act(&long), 2, "act-too-large");
    });
}

#[test]
fn a_list_whose_third_act_is_refused_leaves_none_of_the_first_two() {
    and_the_book_stays_as_it_was(|millbrook| {
        let first_two = [Town::flour("1", "first"), json!({ "do": "ledger.open", "account": "assets:cash" })];
        let unopened = json!({ "do": "ledger.post", "day": "2027-03-03", "text": "third", "postings": [
            { "account": "assets:barn", "quantity": "1", "commodity": "kg flour" },
            { "account": "assets:store", "quantity": "-1", "commodity": "kg flour" },
        ] });
        let list = |third: Json| Json::Array(first_two.iter().cloned().chain([third]).collect());
        let answer = refused(millbrook.act(&list(unopened)), 3, "account-unknown");
        assert_eq!((&answer.json["refused"], &answer.json["trouble"]["act"]), (&json!(true), &json!(2)));
        refused(millbrook.act(&list(json!({ "do": "ledger.lend" }))), 2, "unknown-kind");
        refused(millbrook.act(&list(json!({ "do": "ledger.open", "account": "assets:cash" }))), 3, "account-opened");
        let weighed = millbrook.home().join("list.json");
        std::fs::write(&weighed, list(Town::flour("2", "third")).to_string()).unwrap();
        millbrook.must(&["act", "--check", weighed.to_str().unwrap()]);
    });
}

#[test]
fn a_refusal_names_its_rule_and_principle() {
    and_the_book_stays_as_it_was(|millbrook| {
        let unknown =
            millbrook.refuses(&["ledger", "in", "1", "kg flour", "--from", "Bo", "--account", "assets:barn"], 3, "account-unknown");
        assert_eq!(unknown.json["trouble"]["facts"]["account"], "assets:barn");
        let mut flour = Town::flour("40", "flour");
        flour["postings"][1]["quantity"] = json!("-39");
        let unbalanced = refused(millbrook.act(&flour), 3, "unbalanced");
        for refusal in [&unknown, &unbalanced] {
            assert_eq!(refusal.json["refused"], json!(true));
            assert!(refusal.json["trouble"]["rule"].as_str().unwrap().starts_with('I'), "{refusal:?}");
            assert!(refusal.json["trouble"]["principle"].as_str().unwrap().starts_with('P'), "{refusal:?}");
        }
        assert_eq!(
            (&unbalanced.json["trouble"]["facts"]["sum"], &unbalanced.json["trouble"]["facts"]["commodity"]),
            (&json!("1"), &json!("kg flour"))
        );
    });
}

#[test]
fn a_view_that_is_not_there_or_lacks_its_words_says_which_there_are() {
    and_the_book_stays_as_it_was(|millbrook| {
        millbrook.refuses(&["look", "balance-sheet"], 2, "unknown-view");
        let answer = millbrook.refuses(&["look", "meeting"], 2, "view-arguments");
        assert_eq!(answer.json["trouble"]["facts"]["usage"], "MEETING");
        millbrook.refuses(&["look", "document", "commons"], 2, "view-arguments");
        millbrook.refuses(&["look", "meeting", "2027-03-03"], 2, "not-in-the-book");
        millbrook.refuses(&["look", "home", "--assembly", "Cedar Falls"], 2, "unknown-assembly");
    });
}

#[test]
fn words_that_are_no_command_are_answered_in_json_too() {
    and_the_book_stays_as_it_was(|millbrook| {
        for words in
            [&["ledger", "in", "forty", "kg flour", "--from", "Bo"][..], &["lend"], &["look", "--as-of", "soon"], &["found"], &["act"]]
        {
            millbrook.refuses(words, 2, "usage");
        }
        refused(millbrook.on("yesterday").say(&["look", "home"]), 2, "usage");
        assert_eq!(millbrook.command(&["--help"]).output().unwrap().status.code(), Some(0));
    });
}

#[test]
fn a_code_with_a_slip_or_for_something_else_begins_no_home() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    let code = millbrook.must(&["town", "invite"]).json["code"].as_str().unwrap().to_owned();
    let cedar = Town::at(&dir.path().join("Cedar Falls"));
    cedar.refuses(&["town", "join", &code[..code.len() - 1]], 2, "code-damaged");
    cedar.refuses(&["device", "join", &code], 2, "code-of-another-kind");
    cedar.refuses(&["town", "join", "/no/such/file"], 2, "file");
    assert!(!cedar.home().exists());
    cedar.must(&["town", "join", &code]);
}

#[test]
fn a_clock_fifty_years_off_is_remarked_upon_and_changes_no_verdict() {
    let dir = tempfile::tempdir().unwrap();
    let millbrook = Town::found(dir.path(), "Millbrook", "Ada");
    for (text, clock, years) in [("late", "2077-03-03", "later"), ("early", "1977-03-03", "earlier"), ("epoch", "-99999999999", "earlier")]
    {
        let answer = millbrook.on(clock).say_with(&["act", "-"], Town::flour("1", text).to_string().as_bytes());
        assert_eq!(answer.code, 0, "{answer:?}");
        assert!(answer.remarks.contains("Check the clock") && answer.remarks.contains(years), "{clock}: {:?}", answer.remarks);
    }
    let ordinary = millbrook.act(&Town::flour("1", "the clock is set right"));
    assert!(ordinary.remarks.contains("later"), "{:?}", ordinary.remarks);
    assert_eq!(millbrook.on("2027-03-04").act(&Town::flour("1", "and stays right")).remarks, "");
    let all = millbrook.on("1977-01-01").must(&["look", "acts"]).json;
    assert!(all["acts"].as_array().unwrap().iter().all(|act| act["status"]["status"] == "counts"), "{all}");
    let bundle = millbrook.pack(&dir.path().join("stick"));
    let mut readers = ["2027-03-03", "1977-03-03", "2077-03-03"].map(|clock| Town::at(&dir.path().join(clock)).on(clock)).into_iter();
    assert!(readers.all(|reader| reader.read(&bundle).code == 0 && reader.commons() == millbrook.commons()));
}
