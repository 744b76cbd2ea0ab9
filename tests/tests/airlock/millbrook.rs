//! A town in which one laptop types what does harm.

use std::path::Path;

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Member;
use folkmoot_airlock::Airlock;
use folkmoot_desk::{CardText, Desk, Splice, Trouble};
use folkmoot_testkit::copy_home;
use serde_json::json;
use tempfile::TempDir;

const NOW: i64 = 1_804_000_000;

fn brittle() -> Airlock {
    Airlock::of(Path::new(env!("CARGO_BIN_EXE_brittle")))
}

fn pass(from: &mut Desk, to: &mut Desk, town: AssemblyId) {
    let (bundle, _) = from.speak(&[town], NOW).unwrap();
    to.receive(&bundle.to_bytes(), "stick", NOW).unwrap();
}

/// Ada's laptop and Bo's, both on the roll.
fn millbrook() -> (TempDir, Desk, Desk, AssemblyId) {
    let place = tempfile::tempdir().unwrap();
    let [mut ada, mut bo] = ["Ada", "Bo"].map(|name| Desk::open(&place.path().join(name)).unwrap());
    let town = ada.found("Millbrook", None, &CardText::named("Ada"), NOW).unwrap();
    ada.enrol(town, &[CardText::named("Bo")], None, NOW).unwrap();
    let code = ada.invite_device(town, Member(2), &[], NOW).unwrap();
    let ask = bo.join_device(&code, NOW).unwrap();
    ada.admit(&ask, NOW).unwrap();
    pass(&mut ada, &mut bo, town);
    (place, ada, bo, town)
}

fn types(desk: &mut Desk, (town, draft): (AssemblyId, ActId), words: &str) -> ActId {
    let at_the_end = desk.draft(town, draft).unwrap().text().unwrap().chars().count();
    let splice = Splice { at: at_the_end, delete: 0, insert: words.to_owned() };
    desk.type_in(town, draft, &[], &[splice], NOW).unwrap()[0]
}

fn text(desk: &mut Desk, town: AssemblyId, draft: ActId) -> String {
    desk.draft(town, draft).unwrap().text().unwrap()
}

#[test]
fn what_others_typed_is_tried_first_and_what_does_harm_is_kept_set_aside_and_shown_with_its_author() {
    let (place, mut ada, mut bo, town) = millbrook();
    ada.try_drafts_in(brittle());
    let draft = ada.open_draft(town, "The mill", None, "The mill is everybody's.", NOW).unwrap();
    pass(&mut ada, &mut bo, town);
    types(&mut bo, (town, draft), " Nobody sells it.");
    pass(&mut bo, &mut ada, town);
    assert_eq!(text(&mut ada, town, draft), "The mill is everybody's. Nobody sells it.");
    let culprit = types(&mut bo, (town, draft), "harm: overflow");
    types(&mut ada, (town, draft), " It grinds for all.");
    pass(&mut bo, &mut ada, town);
    let honest = "The mill is everybody's. Nobody sells it. It grinds for all.";
    assert_eq!(text(&mut ada, town, draft), honest);
    let today = "2027-03-03".parse().unwrap();
    let shown = ada.look(town, "draft", &[draft.to_string()], today).unwrap();
    assert_eq!(shown["not_filed"], json!([{ "act": culprit, "by": 2, "why": "harmful" }]));
    // Kept and passed on like any other act; and set aside again when the home is opened again.
    assert!(ada.counts(town, &culprit).unwrap() && ada.verify(|_, _| ()).unwrap().ok);
    let mut again = Desk::open_existing(&place.path().join("Ada")).unwrap();
    again.try_drafts_in(brittle());
    assert_eq!(text(&mut again, town, draft), honest);
    types(&mut again, (town, draft), " Always.");
    assert_eq!(text(&mut ada, town, draft), format!("{honest} Always."), "the other program reads it too");
}

#[test]
fn what_a_copy_of_the_home_typed_with_the_same_key_is_tried_like_the_words_of_others() {
    let (place, mut ada, mut bo, town) = millbrook();
    let draft = ada.open_draft(town, "The mill", None, "The mill is everybody's.", NOW).unwrap();
    drop(ada);
    let [home, copy] = ["Ada", "copy"].map(|name| place.path().join(name));
    copy_home(&home, &copy);
    // Whoever copied the home goes on where Ada has stopped: nothing forks, and nobody knows of two.
    let mut thief = Desk::open_existing(&copy).unwrap();
    let culprit = types(&mut thief, (town, draft), "harm: abort");
    pass(&mut thief, &mut bo, town);
    let mut ada = Desk::open_existing(&home).unwrap();
    ada.try_drafts_in(brittle());
    pass(&mut bo, &mut ada, town);
    for _ in 0..2 {
        assert_eq!(text(&mut ada, town, draft), "The mill is everybody's.");
        let shown = ada.look(town, "draft", &[draft.to_string()], "2027-03-03".parse().unwrap()).unwrap();
        assert_eq!(shown["not_filed"], json!([{ "act": culprit, "by": 1, "why": "harmful" }]));
        assert_eq!(ada.verify(|_, _| ()).unwrap().untried_drafts, [""; 0]);
        // And so it is when the home is opened again.
        ada = Desk::open_existing(&home).unwrap();
        ada.try_drafts_in(brittle());
    }
}

#[test]
fn one_s_own_words_need_no_room_and_those_of_others_are_not_built_without_one() {
    let (_place, mut ada, mut bo, town) = millbrook();
    ada.try_drafts_in(Airlock::of(Path::new("/nonexistent")));
    let draft = ada.open_draft(town, "The mill", None, "The mill is everybody's.", NOW).unwrap();
    types(&mut ada, (town, draft), " Nobody sells it.");
    assert_eq!(text(&mut ada, town, draft), "The mill is everybody's. Nobody sells it.");
    pass(&mut ada, &mut bo, town);
    types(&mut bo, (town, draft), " It grinds for all.");
    pass(&mut bo, &mut ada, town);
    assert!(matches!(ada.draft(town, draft), Err(Trouble::AirlockShut { .. })));
    let verified = ada.verify(|_, _| ()).unwrap();
    assert!(verified.ok && verified.untried_drafts == [format!("assembly/draft/{draft}")], "it is kept all the same: {verified:?}");
    ada.try_drafts_in(brittle());
    assert_eq!(text(&mut ada, town, draft), "The mill is everybody's. Nobody sells it. It grinds for all.");
}
