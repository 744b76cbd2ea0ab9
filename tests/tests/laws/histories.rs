//! The worked examples of the law as files for `cargo xtask judge`, with the answers beside them.

use std::fs;
use std::path::Path;

use folkmoot_testkit::judge::judge;
use serde_json::{Value as Json, json};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/histories")
}

fn answer(name: &str) -> Json {
    let text = fs::read_to_string(folder().join(format!("{name}.json"))).unwrap();
    serde_json::to_value(judge(&text).unwrap()).unwrap()
}

fn status(name: &str, change: &str) -> (String, Json) {
    let answer = answer(name);
    let verdict = &answer["changes"][change];
    (verdict["status"].as_str().unwrap().to_owned(), verdict["why"].clone())
}

fn is(word: &str, why: Json) -> (String, Json) {
    (word.to_owned(), why)
}

/// `UPDATE=1` writes the answers anew; what matters of each is said again below.
#[test]
fn every_worked_example_is_answered_as_before() {
    let mut read = 0;
    for entry in fs::read_dir(folder()).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        let Some(name) = name.strip_suffix(".json").filter(|name| !name.ends_with(".answer")) else { continue };
        let path = folder().join(format!("{name}.answer.json"));
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, format!("{:#}\n", answer(name))).unwrap();
        }
        let before: Json = serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap();
        assert_eq!(answer(name), before, "{name}");
        read += 1;
    }
    assert_eq!(read, 36);
}

#[test]
fn the_worked_examples_come_out_as_the_law_says() {
    assert_eq!(status("millbrook", "seal"), is("contested", json!(["remove-ada"])));
    assert_eq!(status("millbrook-signed-again", "seal"), is("counts", json!([])));
    assert_eq!(status("cedar-falls", "remove-dee"), is("contested", json!(["remove-ada"])));
    assert_eq!(status("old-roll", "admit-sly"), is("pending", json!([])));
    assert_eq!(status("one-stolen-key", "admit-dee"), is("counts", json!([])));
    assert_eq!(status("one-stolen-key", "stolen"), is("contested", json!(["admit-dee", "stolen"])), "the fork has a name");
    assert_eq!(status("one-stolen-key", "admit-fay"), is("contested", json!(["admit-dee", "stolen"])));
    assert_eq!(status("one-stolen-key-signed-again", "admit-fay"), is("counts", json!([])));
    assert_eq!(status("both-signed-out", "remove-eli"), is("counts", json!([])));
    assert_eq!(status("both-signed-out", "remove-ada"), is("pending", json!([])));
    assert_eq!(status("both-signed-out-by-a-fork", "remove-eli"), is("split", json!(["remove-ada"])));
    assert_eq!(status("both-signed-out-by-a-fork", "remove-ada"), is("split", json!(["remove-eli"])));
    assert_eq!(status("term", "posting"), is("contested", json!(["meeting"])));
    assert_eq!(status("term-ratified", "posting"), is("counts", json!([])));
    assert_eq!(status("meeting-saw-the-posting", "posting"), is("counts", json!([])), "the grant beside has it judged anew");
    assert_eq!(status("recall-spares-what-it-saw", "before"), is("counts", json!([])));
    assert_eq!(status("recall-spares-what-it-saw", "beside"), is("contested", json!(["recall"])));
    assert_eq!(status("ratifies-ones-own-deed", "ratify"), is("pending", json!([])), "Ada alone is not two");
    assert_eq!(status("ratifies-ones-own-deed", "beside"), is("contested", json!(["recall"])));
    assert_eq!(status("grant-after-a-recall", "after"), is("counts", json!([])));
    assert_eq!(status("deed-of-one-whose-admission-fell", "note"), is("contested", json!(["admit-dee"])));
    assert_eq!(status("taken-in-by-one-who-knew-of-the-fork", "one"), is("contested", json!(["one", "other"])));
    assert_eq!(status("writes-on-after-seeing-ones-own-fork", "after").0, "void");
    assert_eq!(status("cut-behind-what-was-seen", "kept"), is("counts", json!([])));
    assert_eq!(status("cut-behind-what-was-seen", "cut-off"), is("contested", json!(["remove-cy"])));
    assert_eq!(status("cut-at-what-another-wrote", "remove-cy").0, "void");
    assert_eq!(status("signs-what-it-never-saw", "bo-signs-the-seal").0, "void");
    assert_eq!(status("signs-what-is-void", "bo-signs-the-seal").0, "void");
    assert_eq!(status("signs-a-removal-that-leaves-out-a-signature", "bo-signs-the-removal").0, "void");
    assert_eq!(status("seals-after-signing-ones-own-removal", "seal").0, "void");
    assert_eq!(status("signs-ones-own-removal", "remove-cy"), is("counts", json!([])));
    assert_eq!(status("removal-spares-the-signature-it-saw", "seal"), is("counts", json!([])));
    assert_eq!(status("second-founding", "founds-again"), is("void", json!(["second-founding"])));
    assert_eq!(status("signer-too-new", "seal"), is("pending", json!([])));
    assert_eq!(status("admission-unseen", "admit-dee-again"), is("counts", json!([])));
    assert_eq!(status("admission-unseen", "seal"), is("contested", json!(["admit-dee"])));
    assert_eq!(status("settled-from-the-root", "seal"), is("counts", json!([])));
    assert_eq!(answer("settled-from-the-root")["changes"]["seal"]["settled"], json!(false), "Dee's admission is not settled");
    assert_eq!(status("term-ratified", "too-late"), is("void", json!(["duty-not-held"])));
    assert_eq!(status("grant-without-an-end", "posting"), is("counts", json!([])));
    assert_eq!(status("ratifies-what-it-had-not-seen", "posting"), is("counts", json!([])));
    assert_eq!(status("ratifies-ones-own-deed-unseen", "ratification"), is("pending", json!([])));
    assert_eq!(
        status("signed-out-by-one-too-new", "removes-cy"),
        is("pending", json!([])),
        "Gus signed Bo out, though it counts for nothing"
    );
    assert_eq!(status("signs-ones-own-removal-too-new", "dee-0"), is("counts", json!([])));
    assert_eq!(answer("settled-without-one-too-new")["changes"]["grant"]["settled"], json!(false), "Gus had signed Dee out");
}

#[test]
fn what_is_no_history_is_refused_in_words() {
    let refused = |text: &str| judge(text).unwrap_err().to_string();
    assert!(refused("{").starts_with("this is not a history:"));
    assert!(refused(r#"{"assembly": "a", "changes": [{"id": "a", "device": "d", "act": {"do": "dance"}}]}"#).contains("dance"));
    let change = |k: u32| json!({ "id": "a", "device": "d", "act": { "do": "found", "devices": ["d"], "k": k } });
    let history = |changes: &[Json]| json!({ "assembly": "a", "changes": changes }).to_string();
    assert_eq!(refused(&history(&[change(1), change(2)])), "two different changes have the id \"a\"");
    assert_eq!(judge(&history(&[change(1), change(1)])).unwrap().roll, ["d"], "the same change twice is one");
    let bare = json!({ "id": "a", "device": "d", "epoch": null, "seq": -1, "prev": null, "seen": null, "act": change(1)["act"] });
    assert_eq!(judge(&history(&[bare])).unwrap().roll, ["d"], "what says nothing may be left out");
}

#[test]
fn what_names_what_is_not_here_waits_even_in_a_circle() {
    let note = |id: &str, device: &str, prev: Json, seen: &[&str]| json!({ "id": id, "device": device, "epoch": 0, "seq": 0, "prev": prev, "seen": seen, "act": { "do": "note" } });
    let found = json!({ "id": "f", "device": "d", "prev": null, "seen": [], "act": { "do": "found", "devices": ["d", "e"], "k": 1 } });
    let changes = [note("after", "d", json!("lost"), &["f"]), note("one", "e", json!(null), &["two"]), found];
    let circle = [note("two", "d", json!("f"), &["one"]), note("beside", "e", json!(null), &["f"])];
    let all: Vec<Json> = changes.into_iter().chain(circle).collect();
    let answer = judge(&json!({ "assembly": "f", "changes": all }).to_string()).unwrap();
    let word = |id: &str| answer.changes[id].status;
    assert_eq!([word("after"), word("one"), word("two")], ["waiting"; 3]);
    assert_eq!([word("f"), word("beside")], ["counts"; 2]);
}
