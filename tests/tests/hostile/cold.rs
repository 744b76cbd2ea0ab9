//! Drafts as full as the limits let members of a town type them, opened by a process of its own that has read nothing before.
//!
//! In a process that has built a draft once, the room that this took lies free and is taken again, and no growth is seen.

use std::path::Path;
use std::process::Command;

use folkmoot::draft::MAX_RUNS;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot_airlock::Airlock;
use folkmoot_desk::Desk;
use folkmoot_sync::Frame;
use folkmoot_testkit::size;
use serde_json::{Value as Json, json};

use crate::town::{DAY, Millbrook, NOW};
use crate::watch::{alone, counted, looked_over, watched};

/// Tells the process that is to read: a home, its town, the draft, and how many characters it should find.
const READER: &str = "FOLKMOOT_HOSTILE_READER";
/// How many characters a long edit types here, and a short one.
const ROW: usize = 10_000;
const LETTERS: usize = 30;

/// What is typed, edit by edit.
#[derive(Clone, Copy)]
enum Typed {
    /// One row before all else: small on the road.
    Rows(&'static str),
    /// As many places as one edit may change, in the words of the edit before.
    Places,
    /// A few letters, so that there are as many edits as may be.
    Letters,
}

impl Typed {
    /// How many characters each edit types.
    fn characters(self) -> usize {
        match self {
            Typed::Rows(_) | Typed::Places => ROW,
            Typed::Letters => LETTERS,
        }
    }

    fn runs(self, before: ActId, is_first: bool) -> Json {
        match self {
            Typed::Letters => json!([{ "insert": { "text": "ö".repeat(LETTERS) } }]),
            Typed::Rows(letter) => json!([{ "insert": { "text": letter.repeat(ROW) } }]),
            Typed::Places => {
                let (places, words) = (MAX_RUNS as usize, "ö".repeat(ROW / MAX_RUNS as usize));
                let length = if is_first { 17 } else { ROW };
                (0..places).map(|at| json!({ "insert": { "after": format!("{before}.{}", at * 7919 % length), "text": words } })).collect()
            }
        }
    }
}

/// The edits of one hand after `tip`, until no more are taken; `sign` says which act an edit became, if it was taken.
fn typed(draft: ActId, tip: ActId, typed: Typed, mut sign: impl FnMut(&Json) -> Option<ActId>) -> usize {
    let (mut last, mut edits) = (tip, 0);
    loop {
        let edit = json!({ "do": "draft.edit", "draft": draft, "follows": [last], "runs": typed.runs(last, edits == 0) });
        match sign(&edit) {
            Some(id) => (last, edits) = (id, edits + 1),
            None => return edits,
        }
    }
}

/// Cy types until no more is taken, and Bo too if he is asked, unheard of each other; Ada takes it in and opens none of it.
///
/// Says how many characters they typed.
fn as_full_as_may_be(town: &mut Millbrook, kind: Typed, with_bo: bool) -> usize {
    let (assembly, draft) = (town.assembly, town.draft);
    let tip = town.homes[1].desk.draft(assembly, draft).unwrap().tips()[0];
    let mut frames = Vec::new();
    let mut edits = typed(draft, tip, kind, |edit| {
        let act = folkmoot::act::Act::from_json(edit).unwrap();
        let says = town.next(act.ring(), act.document().unwrap().as_str(), act.to_value().unwrap().encode());
        let change = says.clone().sign(&town.cy.pen).verify().unwrap();
        town.cy.fold.check(&change).is_ok().then(|| {
            frames.push(Frame::Change(town.sign(says)));
            change.act_id()
        })
    });
    if with_bo {
        let bo = &mut town.homes[1].desk;
        edits += typed(draft, tip, kind, |edit| Some(bo.act(assembly, std::slice::from_ref(edit), NOW).ok()?[0]));
    }
    for part in frames.chunks(160_000 / kind.characters()) {
        watched("Ada takes in what Cy typed", || drop(town.takes(0, part.to_vec())));
    }
    looked_over("Ada takes in what Bo typed", || town.converge());
    edits * kind.characters()
}

fn read_in_a_process_of_its_own(test: &str, town: &Millbrook, characters: usize) {
    let told = json!([town.dir(0), town.assembly, town.draft, characters]).to_string();
    let mut reader = Command::new(std::env::current_exe().unwrap());
    let read = reader.args(["--exact", test, "--nocapture"]).env(READER, told).output().unwrap();
    let said = String::from_utf8_lossy(&read.stdout);
    println!("{said}");
    assert!(read.status.success() && said.contains("the draft is read"), "{said}{}", String::from_utf8_lossy(&read.stderr));
    counted("bombs", 1);
}

fn be_the_reader(told: &str) {
    let told: Json = serde_json::from_str(told).unwrap();
    let word = |at: usize| told[at].as_str().unwrap().to_owned();
    let (home, assembly) = (word(0), word(1).parse::<AssemblyId>().unwrap());
    let mut desk = looked_over("a home is opened and its book read", || {
        let mut desk = Desk::open_existing(Path::new(&home)).unwrap();
        desk.fold(assembly).unwrap().unwrap().book();
        desk.try_drafts_in(Airlock::of(Path::new(env!("CARGO_BIN_EXE_brittle"))));
        desk
    });
    let shown = looked_over("the draft is opened and shown", || {
        let shown = desk.look(assembly, "draft", &[word(2)], DAY.parse().unwrap()).unwrap();
        (shown["characters"].as_u64(), shown["not_filed"].as_array().map(Vec::len))
    });
    assert!(shown.0 >= told[3].as_u64() && shown.1 == Some(0), "{shown:?}");
    assert!(looked_over("all that is stored is verified", || desk.verify(|_, _| ()).unwrap()).ok);
    println!("the draft is read");
}

fn is_read_in_little_room((name, test): (&'static str, &str), kinds: &[Typed], with_bo: bool) {
    if let Ok(told) = std::env::var(READER) {
        return be_the_reader(&told);
    }
    let _alone = alone(name);
    for kind in kinds {
        let mut town = Millbrook::found();
        let characters = as_full_as_may_be(&mut town, *kind, with_bo);
        read_in_a_process_of_its_own(test, &town, characters);
    }
}

#[test]
fn a_draft_as_full_as_one_hand_can_make_it_is_read_in_little_room() {
    let test = ("bombs-full-drafts-1", "cold::a_draft_as_full_as_one_hand_can_make_it_is_read_in_little_room");
    is_read_in_little_room(test, &[Typed::Rows("x"), Typed::Rows("\u{1f525}")], false);
}

#[test]
fn a_draft_of_as_many_edits_as_may_be_is_read_in_little_room() {
    let test = ("bombs-many-edits", "cold::a_draft_of_as_many_edits_as_may_be_is_read_in_little_room");
    // Two hands need a minute to sign them all.
    is_read_in_little_room(test, &[Typed::Letters], size(0, 1) > 0);
}

#[test]
fn a_draft_as_full_as_two_can_make_it_unheard_is_read_in_little_room() {
    let test = ("bombs-full-drafts-2", "cold::a_draft_as_full_as_two_can_make_it_unheard_is_read_in_little_room");
    is_read_in_little_room(test, &[Typed::Rows("x"), Typed::Places], true);
}
