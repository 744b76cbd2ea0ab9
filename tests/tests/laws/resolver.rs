//! The worked examples of the law of what counts, and the rules around signatures and terms.

use folkmoot::fold::{Against, Status};
use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_testkit::Laptop;
use serde_json::json;

use super::town::{contested, fork};

fn code(status: Status) -> String {
    match status {
        Status::Void { why } => why.facts()["code"].as_str().unwrap().to_owned(),
        Status::Counts | Status::Pending | Status::Contested | Status::Split | Status::Newer => panic!("{status:?} is not void"),
    }
}

fn gather(laptops: &mut [Laptop]) {
    for at in 0..laptops.len() {
        let speaker = laptops[at].clone();
        laptops.iter_mut().for_each(|laptop| laptop.hear(&speaker));
    }
    let speaker = laptops[0].clone();
    laptops.iter_mut().for_each(|laptop| laptop.hear(&speaker));
}

fn remove(by: &mut Laptop, whom: &Laptop) -> ActId {
    by.must(json!({ "do": "roll.remove", "device": whom.device(), "reason": "the laptop was taken at the checkpoint" }))
}

#[test]
fn a_lone_founder_may_do_everything_and_a_second_holder_ends_that() {
    let mut laptops = Laptop::town("Millbrook", ["Ada", "Bo"]);
    laptops[0].open_meeting("2027-03-03", 2);
    let close = laptops[0].close_meeting("2027-03-03");
    assert_eq!(laptops[0].status(close), Status::Pending, "one of two holders is not enough");
    gather(&mut laptops);
    laptops[1].sign(close);
    gather(&mut laptops);
    assert_eq!(laptops[0].status(close), Status::Counts);
}

#[test]
fn what_a_removed_laptop_signed_without_having_heard_is_contested_until_another_signs() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]);
    t[0].open_meeting("2027-03-03", 5);
    gather(&mut t);
    let removal = {
        let ada = t[0].clone();
        remove(&mut t[2], &ada)
    };
    let cy = t[2].clone();
    t[3].hear(&cy);
    t[3].sign(removal);
    let dee = t[3].clone();
    t[4].hear(&dee);
    t[4].sign(removal);
    assert_eq!(t[4].status(removal), Status::Counts, "three of five removed Ada");
    // Ada has not heard of it, and neither has Bo.
    let close = t[0].close_meeting("2027-03-03");
    let ada = t[0].clone();
    t[1].hear(&ada);
    t[1].sign(close);
    gather(&mut t);
    gather(&mut t);
    for laptop in &t {
        assert!(matches!(laptop.status(close), Status::Contested), "{:?}", laptop.status(close));
    }
    t[3].sign(close);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(close), Status::Counts, "it counts without Ada");
    }
}

#[test]
fn an_old_roll_does_not_lower_the_need_of_those_who_know_the_new_one() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus"]);
    // Cy pretends to know only the roll of three.
    let three = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let mut cy = Laptop::blank("Cy", t[0].fold().assembly());
    cy.hear(&three[0]);
    assert_eq!(cy.fold().book().commons.roll.holders().len(), 3);
    let member = cy.enrol("Sly");
    let admission = cy.admit("Sly", member);
    t[0].hear(&cy);
    t[0].sign(admission);
    assert_eq!(t[0].status(admission), Status::Pending, "Ada, up to date, knows that four are needed");
}

#[test]
fn a_term_ends_with_the_first_meeting_after_its_last_day_and_an_honest_posting_can_be_ratified() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let (ada, cy) = (0, 2);
    t[ada].open_accounts();
    t[ada].open_meeting("2027-03-03", 3);
    let decision = t[ada].decide("2027-03-03", "Cy keeps the ledger for a month");
    let grant = t[ada].must(json!({
        "do": "mandate.grant", "decision": decision, "member": 3, "duty": "treasurer", "from": "2027-03-03", "until": "2027-04-02",
    }));
    let close = t[ada].close_meeting("2027-03-03");
    gather(&mut t);
    t[1].sign(grant);
    t[1].sign(close);
    gather(&mut t);
    // Nobody else may post from now on, and says so with the rule.
    let refused = t[1].act(&Laptop::came_in("40", "kg flour", "2027-03-10")).unwrap_err();
    assert_eq!(refused.rule().id, "R7");
    // Cy posts, out of reach; the next meeting is held without having heard it.
    let posting = t[cy].must(Laptop::came_in("40", "kg flour", "2027-04-01"));
    t[ada].open_meeting("2027-04-07", 2);
    let next = t[ada].close_meeting("2027-04-07");
    let speaker = t[ada].clone();
    t[1].hear(&speaker);
    t[1].sign(next);
    gather(&mut t);
    assert_eq!(contested(&t[ada], posting), [Against::Act { act: next }]);
    let refused = t[cy].act(&Laptop::came_in("1", "kg flour", "2027-04-08")).unwrap_err();
    assert_eq!(refused.rule().id, "R7", "Cy has heard that the term is over");
    let ratification = t[ada].must(json!({ "do": "roll.ratify", "act": posting }));
    gather(&mut t);
    t[cy].sign(ratification);
    gather(&mut t);
    assert!(matches!(t[ada].status(posting), Status::Contested), "the poster's own signature does not ratify");
    let signers = t[ada].fold().signers(&ratification);
    assert_eq!((signers.counting, signers.others), (vec![Member(1)], vec![Member(3)]));
    t[1].sign(ratification);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(posting), Status::Counts);
        let store = laptop.fold().book().commons.ledger.balance("assets:store", "kg flour", "2027-12-31".parse().unwrap());
        assert_eq!(store.to_string(), "40");
    }
}

#[test]
fn a_recall_voids_nothing_it_had_seen_and_contests_all_that_it_had_not() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].open_accounts();
    t[0].open_meeting("2027-03-03", 3);
    let decision = t[0].decide("2027-03-03", "Cy keeps the ledger");
    let grant = t[0].must(json!({
        "do": "mandate.grant", "decision": decision, "member": 3, "duty": "treasurer", "from": "2027-03-03", "until": "2027-12-31",
    }));
    gather(&mut t);
    t[1].sign(grant);
    gather(&mut t);
    let before = t[2].must(Laptop::came_in("40", "kg flour", "2027-03-10"));
    gather(&mut t);
    let recall_decision = t[0].decide("2027-03-03", "Cy is recalled");
    let recall = t[0].must(json!({ "do": "mandate.recall", "decision": recall_decision, "grant": grant }));
    let after = t[2].must(Laptop::came_in("2", "kg flour", "2027-03-11"));
    let speaker = t[0].clone();
    t[1].hear(&speaker);
    t[1].sign(recall);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(before), Status::Counts);
        assert_eq!(contested(laptop, after), [Against::Act { act: recall }]);
    }
    assert_eq!(code(force_status(&mut t[2], &Laptop::came_in("3", "kg flour", "2027-03-12"))), "duty-not-held");
}

fn force_status(laptop: &mut Laptop, act: &serde_json::Value) -> Status {
    let id = laptop.force(act);
    laptop.status(id)
}

#[test]
fn a_fork_names_itself_and_stops_nobody_else() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let mut twin = t[1].clone();
    let honest = t[1].must(json!({ "do": "ledger.open", "account": "assets:barn" }));
    let other = twin.must(json!({ "do": "ledger.open", "account": "assets:cellar" }));
    let bo_laptop = t[1].clone();
    t[0].hear(&bo_laptop);
    t[2].hear(&twin);
    gather(&mut t);
    t[0].hear(&twin);
    let bo = t[1].device();
    for at in [0, 2] {
        assert!(t[at].fold().forkers().any(|device| device == bo), "the proof is here");
    }
    assert_eq!(contested(&t[0], other), [fork(&twin, [honest, other])]);
    assert_eq!(contested(&t[0], honest), [fork(&twin, [honest, other])], "no majority had taken it in");
    let after = t[0].must(json!({ "do": "ledger.open", "account": "assets:store" }));
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(after), Status::Counts);
    }
    // Bo's laptop has now seen its own fork and may write no more.
    assert_eq!(code(force_status(&mut t[1], &json!({ "do": "ledger.open", "account": "assets:loft" }))), "own-fork");
}

#[test]
fn a_stranger_a_second_founding_and_a_signature_out_of_nothing_are_void() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let mut sly = Laptop::blank("Sly", t[0].fold().assembly());
    sly.hear(&t[0]);
    assert_eq!(code(force_status(&mut sly, &json!({ "do": "ledger.open", "account": "assets:store" }))), "not-on-the-roll");
    let nothing = ActId([5; 32]);
    assert_eq!(code(force_status(&mut t[1], &json!({ "do": "roll.sign", "act": nothing }))), "nothing-to-sign");
    let found =
        json!({ "do": "roll.found", "name": "Mine", "card": folkmoot::id::CardHash([1; 32]), "keys": folkmoot_testkit::keys_of("Bo") });
    assert_eq!(code(force_status(&mut t[1], &found)), "second-founding");
}

#[test]
fn a_key_that_was_removed_never_returns() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let cy = t[2].clone();
    let removal = remove(&mut t[0], &cy);
    gather(&mut t);
    t[1].sign(removal);
    gather(&mut t);
    assert_eq!(t[0].status(removal), Status::Counts);
    let again = json!({ "do": "roll.admit", "member": 3, "device": cy.device(), "keys": folkmoot_testkit::keys_of("Cy") });
    assert_eq!(t[0].act(&again).unwrap_err().facts()["code"], "key-known");
}

#[test]
fn a_treasurer_without_a_laptop_is_written_for_until_the_mandate_is_recalled() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo"]);
    t[0].open_accounts();
    let dee = t[0].enrol("Dee");
    t[0].open_meeting("2027-03-03", 3);
    let decision = t[0].decide("2027-03-03", "Dee keeps the ledger");
    let grant = t[0].must(json!({
        "do": "mandate.grant", "decision": decision, "member": dee, "duty": "treasurer", "from": "2027-03-03", "until": "2027-12-31",
    }));
    gather(&mut t);
    t[1].sign(grant);
    gather(&mut t);
    let posted = t[0].must(Laptop::came_in("40", "kg flour", "2027-03-10"));
    assert_eq!(t[0].status(posted), Status::Counts);
    // Bo writes for Dee once more, out of reach; what was written on her behalf falls with her mandate.
    let late = t[1].must(Laptop::came_in("2", "kg flour", "2027-03-11"));
    let mut without_it = t[0].clone();
    let recall = without_it.must(json!({ "do": "mandate.recall", "decision": decision, "grant": grant }));
    t[0].hear(&without_it);
    gather(&mut t);
    t[1].sign(recall);
    gather(&mut t);
    assert_eq!(contested(&t[0], late), [Against::Act { act: recall }]);
    assert_eq!(t[0].act(&Laptop::came_in("1", "kg flour", "2027-03-11")).unwrap_err().rule().id, "R7");
    assert_eq!(t[0].status(posted), Status::Counts);
}

#[test]
fn what_stays_inside_the_assembly_outlives_the_term_and_the_laptop_of_whoever_wrote_it() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].open_meeting("2027-03-03", 3);
    let decision = t[0].decide("2027-03-03", "Cy facilitates in March");
    let grant = t[0].must(json!({
        "do": "mandate.grant", "decision": decision, "member": 3, "duty": "facilitator", "from": "2027-03-03", "until": "2027-03-31",
    }));
    gather(&mut t);
    t[1].sign(grant);
    gather(&mut t);
    let attended = t[2].must(json!({ "do": "floor.attend", "meeting": "2027-03-03", "arrived": [1, 2, 3], "witness": 2 }));
    let close = t[2].close_meeting("2027-03-03");
    gather(&mut t);
    t[1].sign(close);
    let late = "2027-04-07";
    t[2].must(json!({ "do": "meeting.call", "meeting": late, "place": "the hall" }));
    t[2].must(json!({ "do": "meeting.open", "meeting": late, "present": 3 }));
    let next = t[2].close_meeting(late);
    gather(&mut t);
    t[1].sign(next);
    let cy = t[2].device();
    let removal = t[0].must(json!({ "do": "roll.remove", "device": cy, "reason": "lost on the road" }));
    gather(&mut t);
    t[1].sign(removal);
    gather(&mut t);
    assert_eq!(t[0].status(next), Status::Counts);
    assert_eq!(t[0].status(removal), Status::Counts);
    assert_eq!(t[0].status(attended), Status::Counts, "no commons act can have seen it, so none can end it");
    assert_eq!(t[0].fold().book().inside.floor.present(&"2027-03-03".parse().unwrap()).len(), 3);
}
