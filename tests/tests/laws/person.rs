//! Whose a laptop is: a number alone makes no person.

use std::collections::BTreeSet;

use folkmoot::id::DeviceId;
use folkmoot::plain::Member;
use folkmoot_testkit::{Laptop, pen_of};

fn key(name: &str) -> DeviceId {
    DeviceId(pen_of(name).verifying_key().to_bytes())
}

fn by_others(town: &Laptop, member: u32) -> BTreeSet<DeviceId> {
    town.fold().let_in_by_others(Member(member))
}

#[test]
fn a_laptop_that_others_let_in_under_bo_s_number_is_told_from_those_that_he_let_in() {
    let [mut ada, mut bo, mut cy] = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let others = ada.admit("another Bo", 2);
    cy.hear(&ada);
    cy.sign(others);
    assert_eq!(by_others(&cy, 2), [key("another Bo")].into(), "the first one under a number is that member's, whoever let it in");
    assert_eq!(by_others(&cy, 1), BTreeSet::new());

    bo.hear(&cy);
    let his = bo.admit("Bo's second", 2);
    ada.hear(&bo);
    ada.sign(his);
    assert_eq!(by_others(&ada, 2), [key("another Bo")].into());
    assert_eq!(ada.fold().of_one_person(&key("Bo")), [key("Bo"), key("Bo's second")].into());

    bo.hear(&ada);
    let may_vouch = |device: &str| bo.fold().may_vouch(&key(device), &key("another Bo"));
    assert_eq!(["Bo", "Bo's second", "another Bo", "Cy"].map(may_vouch), [true, false, false, false], "the second came later");
    bo.sign(others);
    assert!(!bo.fold().may_vouch(&key("Bo"), &key("another Bo")), "it is said");
    assert_eq!(by_others(&bo, 2), BTreeSet::new(), "he says that it is his");
    assert_eq!(bo.fold().of_one_person(&key("another Bo")).len(), 3);
}

/// More than half of the town is in league: what it admits in Bo's name signs for all that comes under his number.
#[test]
fn a_laptop_that_others_let_in_makes_itself_nobody_s_by_signing_for_those_that_are_bo_s() {
    let [mut ada, mut bo, mut cy] = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let made_up = ada.admit("another Bo", 2);
    cy.hear(&ada);
    cy.sign(made_up);
    bo.hear(&cy);
    let his = bo.admit("Bo's second", 2);
    let mut thief = Laptop::blank("another Bo", bo.fold().assembly());
    thief.hear(&bo);
    thief.sign(his);
    cy.hear(&thief);
    cy.sign(his);
    let persons = |device: &str| cy.fold().of_one_person(&key(device));
    assert!(cy.fold().book().commons.roll.live(&key("Bo's second")).is_some());
    assert_eq!((persons("Bo"), persons("another Bo")), ([key("Bo"), key("Bo's second")].into(), [key("another Bo")].into()));
    assert_eq!(by_others(&cy, 2), [key("another Bo")].into());
}

/// Bo's only laptop is lost, and without a card others let the next one in: from then on that one stands for him.
#[test]
fn where_the_first_one_is_lost_the_next_and_what_it_lets_in_are_one_person_s() {
    let [mut ada, mut cy, bo] = Laptop::town("Millbrook", ["Ada", "Cy", "Bo"]);
    let removal = ada.must(serde_json::json!({ "do": "roll.remove", "device": bo.device(), "reason": "lost" }));
    cy.hear(&ada);
    cy.sign(removal);
    let next = cy.admit("Bo's next", 3);
    ada.hear(&cy);
    ada.sign(next);
    let mut his = Laptop::blank("Bo's next", ada.fold().assembly());
    his.hear(&ada);
    let third = his.admit("Bo's third", 3);
    ada.hear(&his);
    ada.sign(third);
    assert_eq!(ada.fold().of_one_person(&key("Bo's third")), [key("Bo's next"), key("Bo's third")].into());
    assert_eq!(by_others(&ada, 3), [key("Bo's next"), key("Bo's third")].into(), "whether they are his he says face to face");
}
