//! Which of its keys a home writes with: one that was laid aside and comes back, and what a recovery card admits.

use super::*;

/// Ada, Bo and Cy, whose laptop Ada and Bo take off the roll, and that asks again; with what shows that Bo's signature is a fork's.
fn cy_is_taken_off() -> (Laptop, Laptop, Laptop, AssemblyId, Vec<u8>) {
    let (mut ada, mut bo, town) = of_two();
    let (mut cy, _, ask) = cy_asks(&mut ada, town);
    let admission = ada.desk.admit(&ask, NOW).unwrap();
    bo.reads(&ada.desk.speak(&[town], NOW).unwrap().0.to_bytes());
    signs(&mut bo, town, admission);
    let inside = bo.desk.speak(&[town], NOW).unwrap().0.to_bytes();
    for laptop in [&mut ada, &mut cy] {
        laptop.reads(&inside);
    }
    cy.desk.act(town, &[json!({ "do": "ledger.open", "account": "assets:mill" })], NOW).unwrap();
    for laptop in [&mut ada, &mut bo] {
        laptop.reads(&cy.packs());
    }
    let code = ada.desk.invite_device(town, Member(3), &[], NOW).unwrap();
    let removal = json!({ "do": "roll.remove", "device": ask.device, "reason": "left on the ferry" });
    let removal = ada.desk.act(town, &[removal], NOW).unwrap()[0];
    bo.reads(&ada.packs());
    let fork = written_by_a_copy(&bo, town);
    signs(&mut bo, town, removal);
    cy.reads(&bo.packs());
    assert_eq!(cy.desk.key_lost(town).unwrap(), Some(crate::KeyLost::TakenOff));
    assert_ne!(cy.desk.join_device(&code, NOW).unwrap().device, ask.device);
    (ada, bo, cy, town, fork)
}

fn aside(laptop: &Laptop) -> Vec<DeviceId> {
    laptop.desk.archive.pens_aside().unwrap().iter().map(|pen| pen.device).collect()
}

#[test]
fn where_the_removal_falls_the_old_key_is_taken_up_again_and_signs() {
    let (_ada, _bo, mut cy, town, fork) = cy_is_taken_off();
    let old = aside(&cy)[0];
    cy.reads(&fork);
    assert_eq!((cy.pens(), aside(&cy)), (vec![old], vec![]), "it is live on the roll again, and the new one is not");
    assert_eq!(cy.desk.key_lost(town).unwrap(), None);
    let noted = cy.desk.act(town, &[json!({ "do": "ledger.open", "account": "assets:till" })], NOW).unwrap();
    assert!(cy.desk.counts(town, &noted[0]).unwrap());
}

#[test]
fn once_the_new_key_is_on_the_roll_the_old_one_opens_and_never_signs_again() {
    let (mut ada, mut bo, mut cy, town, fork) = cy_is_taken_off();
    let (old, new) = (aside(&cy)[0], cy.device());
    ada.reads(&bo.packs());
    let asks = cy.desk.letters_to(town, NOW).unwrap().remove(0).parse().unwrap();
    let admission = ada.desk.admit(&asks, NOW).unwrap();
    bo.reads(&ada.packs());
    signs(&mut bo, town, admission);
    cy.reads(&bo.packs());
    assert_eq!((cy.pens(), aside(&cy)), (vec![new], vec![]));
    assert_eq!(cy.desk.own_devices(town).unwrap(), [new, old]);
    cy.reads(&fork);
    assert_eq!(cy.pens(), [new]);
}

#[test]
fn a_backup_of_a_home_with_a_key_laid_aside_brings_it_back_as_one_that_has_to_hear_others() {
    let (_ada, _bo, cy, town, fork) = cy_is_taken_off();
    let place = tempfile::tempdir().unwrap();
    let [backup, home] = ["backup", "home"].map(|name| place.path().join(name));
    cy.desk.backup(&backup, |_, _| ()).unwrap();
    let old = aside(&cy);
    let desk = Desk::restore(&backup, &home, None, false, NOW, |_, _| ()).unwrap();
    let mut again = Laptop { desk, dir: place };
    again.reads(&fork);
    assert_eq!(again.pens(), old);
    assert_eq!(again.desk.archive.pens().unwrap()[0].epoch, 1);
    assert!(!again.desk.may_write(town).unwrap());
}

#[test]
fn two_programs_that_use_a_card_on_one_home_bring_one_key_onto_the_roll() {
    let (mut ada, town) = Laptop::founds("Millbrook");
    let (card, (), _) = ada.desk.make_card(town, NOW, |_| Ok(())).unwrap();
    let mut new = Laptop::new();
    new.reads(&ada.packs());
    let mut beside = new.desk.spare().open().unwrap();
    let admission = beside.admit_by_card(&card, NOW).unwrap();
    assert!(beside.counts(town, &admission).unwrap());
    // This one has not looked since, and the other is done.
    assert_eq!(new.desk.admit_by_card(&card, NOW).unwrap_err().code(), "founded-here");
    assert_eq!((new.pens().len(), new.desk.archive.former_pens().unwrap().len()), (1, 0));
    let fold = new.desk.fold(town).unwrap().unwrap();
    let laptops = fold.book().commons.roll.live_devices().filter(|(_, known)| !known.paper);
    assert_eq!(laptops.count(), 2, "Ada's first one, and this");
}

#[test]
fn a_key_whose_admission_fell_is_the_one_that_a_card_admits_again() {
    let (mut ada, mut bo, town) = of_two();
    let (card, (), paper) = ada.desk.make_card(town, NOW, |_| Ok(())).unwrap();
    bo.reads(&ada.packs());
    signs(&mut bo, town, paper);
    ada.reads(&bo.packs());
    let (mut cy, _, ask) = cy_asks(&mut ada, town);
    let admission = ada.desk.admit(&ask, NOW).unwrap();
    bo.reads(&ada.packs());
    let stick = written_by_a_copy(&bo, town);
    signs(&mut bo, town, admission);
    cy.reads(&bo.packs());
    assert!(cy.desk.may_write(town).unwrap());
    cy.reads(&stick);
    assert!(!cy.desk.may_write(town).unwrap() && cy.desk.key_lost(town).unwrap().is_none());
    cy.desk.admit_by_card(&card, NOW).unwrap();
    assert_eq!((cy.pens(), aside(&cy)), (vec![ask.device], vec![]), "what fell may come to count again");
}

#[test]
fn an_answer_to_a_town_and_an_invite_are_of_the_key_that_another_program_has_taken_up() {
    let ((mut ada, town), (mut cedar, theirs)) = (Laptop::founds("Millbrook"), Laptop::founds("Cedar Falls"));
    let code = cedar.desk.invite_town(theirs, &[], NOW).unwrap();
    let (card, (), _) = ada.desk.make_card(town, NOW, |_| Ok(())).unwrap();
    let mut second = second_of(&mut ada, town);
    second.desk.join_town(&code, None, NOW).unwrap();
    ada.reads(&second.desk.speak(&[town], NOW).unwrap().0.to_bytes());
    ada.takes_off(town, second.device());
    let mut beside = second.desk.spare().open().unwrap();
    beside.receive(&ada.packs(), "stick", NOW).unwrap();
    beside.admit_by_card(&card, NOW).unwrap();
    let answered = second.desk.join_town(&code, Some(town), NOW).unwrap().unwrap();
    let here = keys_of(&second.desk.archive.pens().unwrap()[0]).unwrap().endpoint;
    assert_eq!((answered.endpoint, second.invites(town).endpoint), (here, here));
}

#[test]
fn of_a_key_that_was_given_up_for_the_old_one_the_home_says_that_nobody_has_it() {
    let (mut ada, mut bo, mut cy, town, fork) = cy_is_taken_off();
    ada.reads(&bo.packs());
    let asks: AskCode = cy.desk.letters_to(town, NOW).unwrap().remove(0).parse().unwrap();
    ada.desk.hear_letter(&asks.to_string(), None, NOW).unwrap();
    for laptop in [&mut ada, &mut cy] {
        laptop.reads(&fork);
    }
    cy.reads(&ada.desk.speak(&[town], NOW).unwrap().0.to_bytes());
    assert_ne!(cy.device(), asks.device, "the old one is back");
    assert_eq!((waiting(&ada, town), waiting(&cy, town)), (vec![asks.device], vec![]), "its own holder lets it in no more");

    let admission = ada.desk.admit(&asks, NOW).unwrap();
    cy.reads(&ada.packs());
    assert_eq!(cy.desk.weigh_again(town, admission).unwrap_err().code(), "key-laid-down");
}

#[test]
fn a_key_that_a_home_laid_down_is_shown_on_the_roll_until_people_take_it_off() {
    let (mut ada, town) = Laptop::founds("Millbrook");
    let (card, (), _) = ada.desk.make_card(town, NOW, |_| Ok(())).unwrap();
    let (place, old) = (tempfile::tempdir().unwrap(), ada.device());
    let [backup, home] = ["backup", "home"].map(|name| place.path().join(name));
    ada.desk.backup(&backup, |_, _| ()).unwrap();
    let desk = Desk::restore(&backup, &home, None, false, NOW, |_, _| ()).unwrap();
    let mut again = Laptop { desk, dir: place };
    again.desk.admit_by_card(&card, NOW).unwrap();
    let were_ours = |laptop: &mut Laptop| {
        let roll = laptop.desk.look(town, "roll", &[], "2027-03-03".parse().unwrap()).unwrap();
        let laptops = roll["devices"].as_array().unwrap().clone();
        let ours = laptops.iter().filter(|laptop| laptop["was_ours"] == true).map(|laptop| laptop["device"].clone());
        ours.collect::<Vec<_>>()
    };
    assert_eq!((were_ours(&mut again), were_ours(&mut ada)), (vec![json!(old)], vec![]));
    again.takes_off(town, old);
    assert!(were_ours(&mut again).is_empty());
}
