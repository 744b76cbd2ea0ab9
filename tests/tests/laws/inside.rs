//! What a laptop that was taken off the roll wrote inside the assembly: an act of the commons cannot see it, so it says how much of it was heard.

use folkmoot::act::Act;
use folkmoot::change::Ring;
use folkmoot::fold::{Against, Status};
use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_testkit::{Chance, Laptop, pen_of};
use serde_json::json;

use super::orders::{comes_to_the_same_in_any_order, many};
use super::town::{contested, gather, note, pass};

const DAY: &str = "2027-03-03";

/// Millbrook at a meeting, with what Cy noted there, which all have heard.
fn at_a_meeting() -> (Vec<Laptop>, ActId) {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    t[0].open_meeting(DAY, 3);
    gather(&mut t);
    let heard = jots(&mut t[2], "the roof leaks");
    gather(&mut t);
    (t, heard)
}

fn jots(by: &mut Laptop, text: &str) -> ActId {
    by.must(json!({ "do": "floor.note", "meeting": DAY, "text": text }))
}

/// Ada and Bo take Cy's laptop off the roll, as the desk files it; Cy does not hear of it.
fn remove_cy(t: &mut [Laptop], inside: Option<u64>) -> ActId {
    let mut act = json!({ "do": "roll.remove", "device": t[2].device(), "reason": "taken at the checkpoint" });
    if let Some(inside) = inside {
        act["inside"] = json!(inside);
    }
    let removal = t[0].must(act);
    pass(t, 0, 1);
    t[1].sign(removal);
    pass(t, 1, 0);
    removal
}

#[test]
fn what_nobody_had_heard_inside_does_not_stand_after_a_removal() {
    let (mut t, heard) = at_a_meeting();
    let stands = t[0].fold().stands_inside(t[2].device(), None);
    let removal = remove_cy(&mut t, stands);
    let later = jots(&mut t[2], "everybody left");
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(heard), Status::Counts);
        assert_eq!(contested(laptop, later), [Against::Act { act: removal }]);
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(5));
}

#[test]
fn a_removal_that_does_not_say_how_much_was_heard_leaves_all_of_it() {
    let (mut t, heard) = at_a_meeting();
    remove_cy(&mut t, None);
    let later = jots(&mut t[2], "everybody left");
    gather(&mut t);
    assert_eq!([t[0].status(heard), t[0].status(later)], [Status::Counts, Status::Counts]);
}

/// A change that goes on from another and says a number of its own: it is void, and lifts nothing over the number that the removal says.
#[test]
fn a_change_that_says_a_wrong_number_lets_nothing_stand_and_hinders_no_removal() {
    for (seq, after_itself) in [(1, true), (u64::MAX, true), (1 << 60, false)] {
        let (mut t, _) = at_a_meeting();
        let second = jots(&mut t[2], "the well is dry");
        gather(&mut t);
        let cy = t[2].device();
        let stands = t[0].fold().stands_inside(cy, None);
        assert_eq!(stands, Some(2));
        let unheard = jots(&mut t[2], "everybody left");
        let prev = if after_itself { t[2].changes().last().unwrap().hash() } else { t[0].changes()[0].hash() };
        let act = Act::from_json(&json!({ "do": "floor.note", "meeting": DAY, "text": "a wrong number" })).unwrap();
        let (document, bytes) = (act.document().unwrap(), act.to_value().unwrap().encode());
        let mut says = t[2].fold().next(cy, 0, Ring::Assembly, document, bytes, 1_900_000_000);
        (says.seq, says.prev) = (seq, Some(prev));
        let wrong = says.sign(&pen_of("Cy")).verify().unwrap();
        let removal = remove_cy(&mut t, stands);
        t[2].hear_some([&wrong]);
        gather(&mut t);
        assert_eq!(t[0].fold().stands_inside(cy, None), Some(3), "whoever files another removal names what follows alone");
        for laptop in &t {
            assert_eq!(laptop.status(second), Status::Counts);
            assert_eq!(contested(laptop, unheard), [Against::Act { act: removal }]);
        }
        comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(seq));
    }
}

/// Whoever was asked to facilitate, and is not any more, deletes no cards by not having heard.
#[test]
fn a_recall_reaches_what_was_said_on_behalf_of_others() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    t[0].open_meeting(DAY, 3);
    let decision = t[0].decide(DAY, "Cy facilitates");
    let grant =
        json!({ "do": "mandate.grant", "decision": decision, "member": 3, "duty": "facilitator", "from": DAY, "until": "2027-12-31" });
    let grant = t[0].must(grant);
    pass(&mut t, 0, 1);
    t[1].sign(grant);
    gather(&mut t);
    let recall = t[0].must(json!({ "do": "mandate.recall", "decision": decision, "grant": grant, "reason": "asked back" }));
    pass(&mut t, 0, 1);
    t[1].sign(recall);
    let card = |at: u32| t[0].fold().book().commons.roll.members[&Member(at)].card().unwrap();
    let (of_ada, own) = (card(1), card(3));
    let strike = t[2].must(json!({ "do": "people.strike", "member": 1, "card": of_ada }));
    let left = t[2].must(json!({ "do": "roll.leave", "member": 2, "day": DAY }));
    let of_oneself = t[2].must(json!({ "do": "people.strike", "member": 3, "card": own }));
    gather(&mut t);
    for laptop in &t {
        for act in [strike, left] {
            assert_eq!(contested(laptop, act), [Against::Act { act: recall }]);
        }
        assert_eq!(laptop.status(of_oneself), Status::Counts, "one's own card needs nobody's mandate");
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(3));
}

/// What a thief wrote was heard by all before anybody knew, in the open and inside.
#[test]
fn under_a_cut_stands_what_was_written_inside_before_what_is_cut_off() {
    let (mut t, _) = at_a_meeting();
    note(&mut t[2], "barn");
    let honest = t[2].tip();
    let of_the_thief = note(&mut t[2], "a hole in the ground");
    let inside = jots(&mut t[2], "everybody left");
    gather(&mut t);
    let cy = t[2].device();
    assert_eq!(t[0].fold().stands_inside(cy, None), Some(2));
    assert_eq!(t[0].fold().stands_inside(cy, Some(&vec![honest])), Some(1), "what knows of the thief's first entry falls with it");
    let last = t[0].fold().change(&honest).unwrap().change.act_id();
    assert_eq!(t[0].fold().cut_up_to(&[cy].into(), &last), Some(vec![honest]));
    assert_eq!(t[0].fold().cut_up_to(&[t[1].device()].into(), &last), None, "it is no entry of Bo's");
    let cut = json!({ "do": "roll.remove", "device": cy, "reason": "stolen", "cut": [honest], "inside": 1 });
    let removal = t[0].must(cut);
    pass(&mut t, 0, 1);
    t[1].sign(removal);
    gather(&mut t);
    for act in [of_the_thief, inside] {
        assert_eq!(contested(&t[0], act), [Against::Act { act: removal }]);
    }
}

/// A strike deletes for good, so it is judged where removals are.
#[test]
fn a_removed_laptop_strikes_nobody_s_card() {
    let (mut t, _) = at_a_meeting();
    let removal = remove_cy(&mut t, None);
    let card = t[0].fold().book().commons.roll.members[&Member(1)].card().unwrap();
    let strike = t[2].must(json!({ "do": "people.strike", "member": 1, "card": card }));
    gather(&mut t);
    for laptop in &t {
        assert_eq!(contested(laptop, strike), [Against::Act { act: removal }]);
        assert!(laptop.fold().book().commons.people.struck.is_empty());
    }
}

#[test]
fn k_is_changed_by_more_than_half_of_the_roll_and_by_no_fewer_than_k() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]).to_vec();
    let higher = t[0].must(json!({ "do": "roll.quorum", "number": 1, "k": 4 }));
    pass(&mut t, 0, 1);
    t[1].sign(higher);
    gather(&mut t);
    assert_eq!(t[0].status(higher), Status::Pending, "two of five cannot ask for four");
    t[2].sign(higher);
    gather(&mut t);
    assert_eq!(t[0].status(higher), Status::Counts);
    let lower = t[0].must(json!({ "do": "roll.quorum", "number": 2, "k": 2 }));
    for signer in [1, 2] {
        pass(&mut t, 0, signer);
        t[signer].sign(lower);
    }
    gather(&mut t);
    assert_eq!(t[0].status(lower), Status::Pending, "three of five cannot take back that four are asked for");
    assert_eq!(t[0].fold().signers(&lower).needs, 4);
    t[3].sign(lower);
    gather(&mut t);
    assert_eq!(t[0].status(lower), Status::Counts);
}
