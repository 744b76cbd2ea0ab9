//! Drafts: two laptops of one town write one clause, the town adopts it, and no other town ever reads a word that it did not publish.

use std::fs;
use std::path::Path;

use folkmoot::change::{Ring, SignedChange};
use folkmoot_sync::{Bundle, Frame, Identities};
use folkmoot_testkit::{Home, Laptop, keys_of};
use serde_json::{Value as Json, json};
use tempfile::TempDir;

use crate::forged::pack;

const DAY: &str = "2027-03-03";
const CANARY: &str = "the heron sleeps under the weir";

pub(crate) fn home(root: &TempDir, name: &str) -> Home {
    let mut home = Home::new(Path::new(env!("CARGO_BIN_EXE_folkmoot")), &root.path().join(name));
    home.at("2027-03-03T19:30:00");
    home
}

/// Ada's and Bo's laptops, both on Millbrook's roll.
pub(crate) fn millbrook() -> (TempDir, Home, Home) {
    let root = tempfile::tempdir().unwrap();
    let (ada, bo) = (home(&root, "ada"), home(&root, "bo"));
    ada.must(&["found", "--name", "Millbrook", "--person", "Ada Lind"]);
    ada.must(&["enrol", "Bo"]);
    let code = |answer: Json| answer["code"].as_str().unwrap().to_owned();
    let invite = code(ada.must(&["device", "invite", "--member", "Bo"]));
    ada.must(&["device", "admit", &code(bo.must(&["device", "join", &invite]))]);
    carry(&ada, &bo);
    (root, ada, bo)
}

/// Carries all that one laptop of the town has to the other.
pub(crate) fn carry(from: &Home, to: &Home) {
    let file = tempfile::tempdir().unwrap().path().with_extension("bundle");
    from.must(&["bundle", "write", file.to_str().unwrap(), "--for", "Millbrook"]);
    to.must(&["bundle", "read", file.to_str().unwrap()]);
    fs::remove_file(file).unwrap();
}

/// Both hear each other.
fn meet(one: &Home, other: &Home) {
    carry(one, other);
    carry(other, one);
}

fn file(home: &Home, text: &str) -> String {
    let file = home.dir().with_extension("txt");
    fs::write(&file, text).unwrap();
    file.to_str().unwrap().to_owned()
}

fn open(home: &Home, title: &str, text: &str) -> String {
    home.id(&["draft", "open", title, "--text", &file(home, text)])
}

fn set(home: &Home, draft: &str, text: &str) {
    home.must(&["draft", "set", draft, &file(home, text)]);
}

fn shown(home: &Home, draft: &str) -> Json {
    home.must(&["draft", "show", draft])
}

fn text(home: &Home, draft: &str) -> String {
    shown(home, draft)["text"].as_str().unwrap().to_owned()
}

fn assert_same(one: &Home, other: &Home, draft: &str) {
    assert_eq!(shown(one, draft), shown(other, draft));
    assert_eq!(one.verify()["hashes"], other.verify()["hashes"]);
}

#[test]
fn two_laptops_type_in_one_clause_at_once_and_both_words_stay() {
    let (_root, ada, bo) = millbrook();
    let draft = open(&ada, "The mill", "The mill grinds for all.\r\nIt is closed on feast days.\n");
    meet(&ada, &bo);
    // The road is down, and both write.
    set(&ada, "the mill", "The mill grinds for all, and nobody pays.\nIt is closed on feast days.\n");
    ada.must(&["draft", "type", &draft, "--at", "0", "--text", "1. "]);
    set(&bo, &draft[..8], "The old mill by the river grinds for all.\nIt is closed on holy days.\n");
    // The road is open again.
    meet(&ada, &bo);
    assert_eq!(text(&ada, &draft), "1. The old mill by the river grinds for all, and nobody pays.\nIt is closed on holy days.\n");
    assert_same(&ada, &bo, &draft);
    let authors =
        shown(&bo, &draft)["authors"].as_array().unwrap().iter().map(|author| author["member"].as_u64().unwrap()).collect::<Vec<_>>();
    assert_eq!(authors, [1, 2]);
    meet(&ada, &bo);
    assert_eq!(ada.must(&["draft", "list"])["drafts"][0]["edits"], 3, "hearing it twice types nothing twice");
}

#[test]
fn a_file_made_from_an_older_text_takes_no_newer_words_away() {
    let (_root, ada, bo) = millbrook();
    let draft = open(&ada, "Water", "Water is shared.\n");
    meet(&ada, &bo);
    let seen = shown(&ada, &draft)["tips"][0].as_str().unwrap().to_owned();
    set(&bo, &draft, "By law, water is shared.\n");
    meet(&ada, &bo);
    let edited = file(&ada, "Water is shared by all.\n");
    ada.must(&["draft", "set", &draft, &edited, "--seen", &seen[..8]]);
    assert_eq!(text(&ada, &draft), "By law, water is shared by all.\n");
    let same = ada.must(&["draft", "set", &draft, &file(&ada, "By law, water is shared by all.\n")]);
    assert_eq!(same["ids"], json!([]), "what is said already is not typed");
    let (code, trouble) = ada.say(&["draft", "type", &draft, "--at", "31", "--delete", "2"]);
    assert_eq!((code, &trouble["trouble"]["code"]), (2, &json!("no-such-place")));
}

#[test]
fn the_adopting_act_freezes_the_text_and_what_is_typed_later_has_no_force() {
    let (_root, ada, bo) = millbrook();
    let charter = file(&ada, "# Charter of Millbrook\n\n## Water\nShared.\n\n## The mill\nNobody's.\n");
    ada.must(&["meeting", "call", DAY, "--place", "the mill"]);
    ada.must(&["meeting", "open", DAY, "--present", "2"]);
    ada.must(&["meeting", "move", DAY, "A charter"]);
    ada.must(&["meeting", "decide", DAY, "--consent"]);
    ada.must(&["charter", "adopt", &charter, "--decision", "1"]);
    let draft = ada.id(&["draft", "open", "The mill is ours", "--about", "the-mill"]);
    meet(&ada, &bo);
    set(&bo, &draft, "The mill is everybody's.\n");
    meet(&ada, &bo);
    // Ada puts the motion while Bo types on.
    let motion = ada.id(&["meeting", "move", DAY, "The mill", "--from-draft", &draft]);
    set(&bo, &draft, "The mill is everybody's, and Bo's first.\n");
    meet(&ada, &bo);
    assert_same(&ada, &bo, &draft);
    let after = shown(&bo, &draft);
    assert_eq!(after["frozen"], "The mill is everybody's.\n");
    assert_eq!((&after["later_edits"][0]["by"], after["later_edits"].as_array().unwrap().len()), (&json!(2), 1));
    assert_eq!((&after["closings"][0]["carried_by"], &after["cited_by"][0]["act"]), (&json!(motion), &json!(motion)));
    assert_eq!(bo.must(&["look", "meeting", DAY])["motions"][1]["motion"]["text"], "The mill is everybody's.\n");
    let (code, refused) = bo.say(&["draft", "type", &draft, "--at", "0", "--text", "x"]);
    assert_eq!((code, &refused["trouble"]["code"]), (3, &json!("draft-closed")));
    // What was decided is what the charter says.
    ada.must(&["meeting", "decide", DAY, "--consent"]);
    ada.must(&["charter", "amend", "--from-draft", &draft, "--decision", "2"]);
    meet(&ada, &bo);
    let clauses = bo.must(&["look", "charter"])["clauses"].clone();
    assert_eq!(clauses[1], json!({ "id": "the-mill", "heading": "The mill", "text": "The mill is everybody's." }));
    assert_eq!(shown(&bo, &draft)["cited_by"].as_array().unwrap().len(), 2);
    assert_same(&ada, &bo, &draft);
}

/// Whether any file of a home holds some words as they are.
fn holds(home: &Home, words: &str) -> bool {
    let mut left = vec![home.dir().to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()));
        } else if fs::read(path).unwrap().windows(words.len()).any(|window| window == words.as_bytes()) {
            return true;
        }
    }
    false
}

/// What a bundle for anybody holds.
fn frames(bundle: &[u8]) -> Vec<Frame> {
    let nobody = Identities::none();
    let opened = Bundle::open(bundle, &nobody).unwrap();
    opened.parts().flat_map(|part| part.unwrap()).collect()
}

#[test]
fn a_draft_never_leaves_its_town() {
    let (root, ada, bo) = millbrook();
    let cedar = home(&root, "cedar");
    cedar.must(&["found", "--name", "Cedar Falls", "--person", "Cy"]);
    let invite = cedar.must(&["town", "invite"])["code"].as_str().unwrap().to_owned();
    ada.must(&["town", "join", &invite]);
    let stick = root.path().join("cedar.bundle");
    cedar.must(&["bundle", "write", stick.to_str().unwrap()]);
    ada.must(&["bundle", "read", stick.to_str().unwrap()]);
    let draft = open(&ada, "Weir", CANARY);
    ada.must(&["draft", "type", &draft, "--at", "0", "--text", CANARY]);
    ada.must(&["draft", "close", &draft]);
    // Bo's laptop is of the town, and has it.
    carry(&ada, &bo);
    assert!(text(&bo, &draft).contains(CANARY) && holds(&bo, CANARY));
    // A bundle for Cedar Falls, one for both, and one for anybody hold nothing of it.
    for (name, towns) in [("one", &["--for", "Cedar Falls"][..]), ("both", &["--for", "Cedar Falls", "--for", "Millbrook"]), ("any", &[])] {
        let stick = root.path().join(name);
        let words: Vec<&str> = ["bundle", "write", stick.to_str().unwrap()].iter().chain(towns).copied().collect();
        ada.must(&words);
        cedar.must(&["bundle", "read", stick.to_str().unwrap()]);
        assert!(!holds(&cedar, CANARY) && !holds(&cedar, "draft."), "{name}");
    }
    let bytes = fs::read(root.path().join("any")).unwrap();
    assert!(frames(&bytes).len() > 3);
    for frame in frames(&bytes) {
        let Frame::Change(bytes) = frame else { panic!("nothing but changes is packed: {frame:?}") };
        assert_eq!(SignedChange::decode(&bytes).unwrap().claims().ring, Ring::Commons);
    }
}

#[test]
fn what_a_hostile_laptop_of_the_town_types_is_kept_and_shown_and_alters_nothing() {
    let (root, ada, bo) = millbrook();
    ada.must(&["enrol", "Mallory"]);
    let mut mallory = Laptop::blank("Mallory", ada.must(&["look", "home"])["assembly"].as_str().unwrap().parse().unwrap());
    let admit = json!({ "do": "roll.admit", "member": 3, "device": mallory.device(), "keys": keys_of("Mallory") });
    let admission = ada.id(&["act", &file(&ada, &admit.to_string())]);
    carry(&ada, &bo);
    bo.must(&["sign", &admission]);
    carry(&bo, &ada);
    let stick = root.path().join("commons");
    ada.must(&["bundle", "write", stick.to_str().unwrap()]);
    for frame in frames(&fs::read(&stick).unwrap()) {
        let Frame::Change(bytes) = frame else { continue };
        mallory.hear_some([&SignedChange::decode(&bytes).unwrap().verify().unwrap()]);
    }
    // The first edit names characters that never were; the second leaves the first out, and is void.
    let draft = mallory.must(json!({ "do": "draft.open", "title": "Bait", "base": "honest" }));
    let edit = |runs: Json| json!({ "do": "draft.edit", "draft": draft, "follows": [draft], "runs": runs });
    mallory.must(edit(json!([{ "delete": { "from": format!("{draft}.3"), "count": 10_000 } }])));
    mallory.force(&edit(json!([{ "insert": { "text": "void" } }])));
    let bait = root.path().join("bait");
    fs::write(&bait, pack(mallory.changes())).unwrap();
    assert_eq!(ada.must(&["bundle", "read", bait.to_str().unwrap()])["received"]["refused"], json!([]));
    let draft = draft.to_string();
    let seen = shown(&ada, &draft);
    assert_eq!((&seen["text"], &seen["not_filed"][0]["why"]), (&json!("honest"), &json!("does-not-fit")));
    ada.must(&["draft", "type", &draft, "--at", "6", "--text", " words"]);
    assert_eq!(text(&ada, &draft), "honest words");
    ada.verify();
}

#[test]
fn an_exported_draft_opens_in_any_automerge_tool_and_holds_the_text() {
    let (root, ada, _bo) = millbrook();
    let draft = open(&ada, "Weir", CANARY);
    let out = root.path().join("weir.automerge");
    ada.must(&["export", "document", "assembly", &format!("draft/{draft}"), out.to_str().unwrap()]);
    assert!(fs::read(out).unwrap().starts_with(&[0x85, 0x6f, 0x4a, 0x83]));
    ada.must(&["draft", "type", &draft, "--at", "0", "--text", "At night, "]);
    ada.must(&["export", "document", "assembly", &format!("draft/{draft}"), root.path().join("later").to_str().unwrap()]);
    assert_eq!(ada.must(&["look", "document", "assembly", &format!("draft/{draft}")])["text"], format!("At night, {CANARY}"));
    ada.verify();
}

/// Two serve, both people type in one clause at the same moment, again and again; a neighbour is connected all the while.
#[test]
fn two_laptops_type_in_one_clause_over_a_wire_and_both_keep_their_words_and_the_neighbour_hears_none() {
    let (root, ada, bo) = millbrook();
    let cedar = home(&root, "cedar");
    cedar.must(&["found", "--name", "Cedar Falls", "--person", "Cy"]);
    let serving = ada.serve();
    let code = ada.must(&["town", "invite", "--at", serving.address()])["code"].as_str().unwrap().to_owned();
    cedar.must(&["town", "join", &code]);
    let neighbour = cedar.serve();
    neighbour.wait_for("settled");
    bo.must(&["sync", "Millbrook", "--at", serving.address(), "--bind", "127.0.0.1", "--no-lan"]);
    let other = bo.serve();
    other.wait_for("settled");

    let draft = open(&ada, "Water", "The well is shared.");
    while bo.say(&["draft", "show", &draft]).0 != 0 {
        other.wait_for("settled");
    }
    std::thread::scope(|scope| {
        for (laptop, word) in [(&ada, CANARY), (&bo, "Nobody sells it.")] {
            let draft = &draft;
            scope.spawn(move || {
                // At the beginning, where nobody can be in the middle of what the other has just typed.
                laptop.must(&["draft", "type", draft, "--at", "0", "--text", &format!(" {word} ")]);
            });
        }
    });
    let text = |home: &Home| home.must(&["look", "draft", &draft])["text"].as_str().unwrap().to_owned();
    // Either may be the last to hear; whoever was level all the while says nothing more.
    let same = || text(&ada) == text(&bo) && [CANARY, "Nobody sells it."].iter().all(|words| text(&ada).contains(words));
    let tries = (0..600).find(|_| {
        same() || {
            std::thread::sleep(std::time::Duration::from_millis(100));
            false
        }
    });
    assert!(tries.is_some(), "{} beside {}", text(&ada), text(&bo));
    assert!(text(&bo).contains("The well is shared."), "{}", text(&bo));
    drop((serving, other, neighbour));
    for file in fs::read_dir(cedar.dir()).unwrap().map(|file| file.unwrap().path()) {
        let bytes = fs::read(&file).unwrap();
        assert!(!bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes()), "{} holds the draft", file.display());
    }
    let here = fs::read_dir(bo.dir()).unwrap().map(|file| fs::read(file.unwrap().path()).unwrap());
    assert!(here.into_iter().any(|bytes| bytes.windows(CANARY.len()).any(|window| window == CANARY.as_bytes())), "the positive control");
}
