//! Edits in a room that does harm on request.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use folkmoot::change::VerifiedChange;
use folkmoot::draft::{MAX_CHARACTERS, MAX_ROOM};
use folkmoot::id::ActId;
use folkmoot_airlock::{Airlock, Closed, Harm};
use folkmoot_record::{DraftDocument, Head, gate};
use folkmoot_testkit::{Laptop, tried};
use serde_json::json;

/// A draft that Ada and Bo type in, as it is on Ada's laptop.
struct Draft {
    ada: Laptop,
    bo: Laptop,
    id: ActId,
    /// The last words of each.
    last: [ActId; 2],
}

impl Draft {
    fn open(title: &str) -> Draft {
        let [mut ada, bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
        let id = ada.act(&json!({ "do": "draft.open", "title": title, "about": null, "base": "" })).unwrap();
        Draft { ada, bo, id, last: [id, id] }
    }

    /// Ada types words before all others.
    fn types(&mut self, words: &str) -> ActId {
        self.last[0] = typed(&mut self.ada, self.id, [self.last[0]].into(), words);
        self.last[0]
    }

    /// Bo types words that Ada does not build upon.
    fn bo_types(&mut self, words: &str) -> ActId {
        self.bo.hear(&self.ada);
        self.last[1] = typed(&mut self.bo, self.id, self.last.into(), words);
        self.ada.hear(&self.bo);
        self.last[1]
    }

    fn opening(&self) -> &VerifiedChange {
        self.ada.changes().iter().find(|change| change.act_id() == self.id).unwrap()
    }

    fn edits(&self) -> Vec<VerifiedChange> {
        let document = format!("draft/{}", self.id);
        self.ada.changes().iter().filter(|change| change.says().document.as_str() == document).cloned().collect()
    }

    /// What the draft comes to without some of its edits.
    fn without(&self, harmful: &[ActId]) -> Vec<Head> {
        let mut document = DraftDocument::begin(gate(self.opening()).unwrap()).unwrap();
        let edits = self.edits();
        document.file(edits.iter().filter(|edit| !harmful.contains(&edit.act_id())).map(|edit| gate(edit).unwrap())).unwrap();
        document.heads()
    }
}

fn typed(laptop: &mut Laptop, draft: ActId, follows: BTreeSet<ActId>, words: &str) -> ActId {
    let runs = json!([{ "insert": { "after": null, "text": words } }]);
    laptop.act(&json!({ "do": "draft.edit", "draft": draft, "follows": follows, "runs": runs })).unwrap()
}

fn brittle() -> Airlock {
    Airlock::of(Path::new(env!("CARGO_BIN_EXE_brittle")))
}

#[test]
fn whatever_an_edit_does_the_others_are_built_and_it_is_named() {
    let mut draft = Draft::open("The mill");
    let mut airlock = brittle();
    draft.types("the mill is everybody's. ");
    assert_eq!(airlock.go_on(draft.opening(), &draft.edits(), 1).unwrap(), Some(draft.without(&[])));
    assert_eq!((airlock.stands_at(&draft.id), airlock.harmful().len()), (1, 0));
    let harms = ["panic", "abort", "hang", "overflow", "memory", "chatter", "unreadable"];
    let mut culprits = Vec::new();
    for harm in harms {
        culprits.push(draft.bo_types(&format!("harm: {harm}")));
        draft.types("nobody sells it. ");
    }
    assert_eq!(airlock.go_on(draft.opening(), &draft.edits(), 2).unwrap(), None, "they cannot all be filed");
    assert_eq!(airlock.stands_at(&draft.id), 0, "that room has ended");
    assert_eq!(airlock.sift(draft.opening(), &draft.edits(), 2).unwrap(), draft.without(&culprits));
    let found: Vec<Harm> = culprits.iter().map(|culprit| airlock.harmful()[culprit]).collect();
    assert_eq!(found, [Harm::Ended, Harm::Ended, Harm::Ended, Harm::Ended, Harm::Ended, Harm::Silent, Harm::Refused]);
    assert_eq!(airlock.harmful().len(), culprits.len(), "nobody else is named");
    // The room stands where it came to, and goes on from there.
    let next = draft.types("it grinds for all. ");
    let next = draft.edits().into_iter().filter(|edit| edit.act_id() == next).collect::<Vec<_>>();
    assert_eq!(airlock.go_on(draft.opening(), &next, 3).unwrap(), Some(draft.without(&culprits)));
    tried("edits that do harm", culprits.len());
}

#[test]
fn an_edit_in_the_room_reaches_no_file_no_socket_and_no_other_program() {
    let mut draft = Draft::open("The mill");
    draft.types("reach: out");
    let mut airlock = brittle();
    assert_eq!(airlock.go_on(draft.opening(), &draft.edits(), 1).unwrap(), Some(draft.without(&[])), "something was allowed in the room");
    // Outside of it, all that is allowed.
    assert!(fs::File::open("/etc/passwd").is_ok() && std::process::Command::new("/bin/true").status().unwrap().success());
}

#[test]
fn a_long_draft_is_tried_like_any_other_and_one_of_many_edits_is_found() {
    let mut draft = Draft::open("The whole charter");
    for _ in 0..6 {
        draft.types(&"whoever wants to leave, leaves. ".repeat(300));
    }
    for number in 0..60 {
        draft.types(&format!("{number} nobody sells it. "));
    }
    let culprit = draft.bo_types("harm: abort");
    draft.types("the mill is everybody's. ");
    let mut airlock = brittle();
    assert_eq!(airlock.go_on(draft.opening(), &draft.edits(), 1).unwrap(), None);
    assert_eq!(airlock.sift(draft.opening(), &draft.edits(), 1).unwrap(), draft.without(&[culprit]));
    assert_eq!(airlock.go_on(draft.opening(), &[], 1).unwrap(), Some(draft.without(&[culprit])));
    assert_eq!(airlock.harmful().keys().collect::<Vec<_>>(), [&culprit]);
    let mut anew = Airlock::of(Path::new(env!("CARGO_BIN_EXE_brittle")));
    let honest: Vec<VerifiedChange> = draft.edits().into_iter().filter(|edit| edit.act_id() != culprit).collect();
    assert_eq!(anew.go_on(draft.opening(), &honest, 1).unwrap(), Some(draft.without(&[culprit])));
}

#[test]
fn a_draft_that_is_as_full_as_two_can_make_it_unheard_stands_and_nobody_is_blamed() {
    let mut draft = Draft::open("Everything");
    let (id, words) = (draft.id, "ö".repeat(MAX_CHARACTERS as usize));
    draft.bo.hear(&draft.ada);
    for laptop in [&mut draft.ada, &mut draft.bo] {
        let mut last = id;
        // Each edit names a place and what it follows.
        for _ in 0..MAX_ROOM / (u64::from(MAX_CHARACTERS) + 8) {
            last = typed(laptop, id, [last].into(), &words);
        }
    }
    draft.ada.hear(&draft.bo);
    let mut airlock = brittle();
    assert_eq!(airlock.go_on(draft.opening(), &draft.edits(), 1).unwrap(), Some(draft.without(&[])));
    assert!(airlock.harmful().is_empty());
}

#[test]
fn a_draft_of_many_harmful_edits_is_refused_whole_and_the_next_one_opens() {
    let (mut bad, mut good) = (Draft::open("The well"), Draft::open("The mill"));
    for _ in 0..9 {
        bad.bo_types("harm: abort");
    }
    good.types("the mill is everybody's");
    let mut airlock = brittle();
    assert_eq!(airlock.go_on(bad.opening(), &bad.edits(), 1).unwrap(), None);
    assert!(matches!(airlock.sift(bad.opening(), &bad.edits(), 1), Err(Closed::Harmful)));
    assert!(matches!(airlock.go_on(bad.opening(), &bad.edits(), 1), Err(Closed::Harmful)), "nor is it opened the next time");
    assert_eq!(airlock.go_on(good.opening(), &good.edits(), 2).unwrap(), Some(good.without(&[])));
    // Where there is no room, or one that does not come up behind its walls, no draft is to blame.
    for program in ["/nonexistent", "/bin/true", "/bin/echo"] {
        let tried = Airlock::of(Path::new(program)).go_on(good.opening(), &good.edits(), 1);
        assert!(matches!(tried, Err(Closed::NotStarted(_))), "{program}: {tried:?}");
    }
}

#[test]
fn what_automerge_cannot_bear_ends_the_room_and_not_the_town() {
    let mut airlock = brittle();
    let (mut ended, mut borne) = (0, 0);
    for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/hostile")).unwrap() {
        let name = file.unwrap().file_name().into_string().unwrap();
        if name == "README.md" {
            continue;
        }
        let mut draft = Draft::open(&name);
        draft.types("the mill is everybody's. ");
        let culprit = draft.bo_types(&format!("decode: {name}"));
        draft.types("nobody sells it. ");
        let heads = match airlock.go_on(draft.opening(), &draft.edits(), 1).unwrap() {
            Some(heads) => heads,
            None => airlock.sift(draft.opening(), &draft.edits(), 1).unwrap(),
        };
        let harmful: Vec<ActId> = airlock.harmful().keys().copied().filter(|act| *act == culprit).collect();
        assert_eq!(heads, draft.without(&harmful), "{name}");
        if harmful.is_empty() { borne += 1 } else { ended += 1 }
    }
    println!("{ended} inputs ended a room, {borne} did not");
    assert!(ended > 100, "the inputs do harm: {ended}");
    tried("inputs that end whoever decodes them", ended);
}
