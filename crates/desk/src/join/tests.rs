use std::sync::Barrier;
use std::thread;

use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_sync::{Bundle, Standing};

use super::*;
use crate::CardText;
use crate::homes::copy_of;

mod keys;

const NOW: i64 = 1_804_000_000;

/// A laptop, and where its home lies.
struct Laptop {
    desk: Desk,
    dir: tempfile::TempDir,
}

impl Laptop {
    fn new() -> Laptop {
        let dir = tempfile::tempdir().unwrap();
        Laptop { desk: Desk::open(dir.path()).unwrap(), dir }
    }

    fn founds(name: &str) -> (Laptop, AssemblyId) {
        let mut laptop = Laptop::new();
        let town = laptop.desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        (laptop, town)
    }

    /// What it packs in the open, so that anybody may read it.
    fn packs(&mut self) -> Vec<u8> {
        self.desk.speak(&[], NOW).unwrap().0.to_bytes()
    }

    fn reads(&mut self, bundle: &[u8]) {
        self.desk.receive(bundle, "stick", NOW).unwrap();
    }

    fn invites(&mut self, town: AssemblyId) -> DeviceCode {
        self.desk.invite_device(town, Member(1), &[], NOW).unwrap()
    }

    /// How many parts of what another packs for a town it can open.
    fn opens(&self, bundle: &[u8]) -> usize {
        let identities = self.desk.identities(None).unwrap();
        Bundle::open(bundle, &identities).unwrap().parts().filter(Result::is_ok).count()
    }

    fn takes_off(&mut self, town: AssemblyId, device: DeviceId) {
        let removal = json!({ "do": "roll.remove", "device": device, "reason": "left on the ferry" });
        self.desk.act(town, &[removal], NOW).unwrap();
    }

    fn device(&self) -> DeviceId {
        self.desk.archive.pens().unwrap()[0].device
    }

    fn pens(&self) -> Vec<DeviceId> {
        self.desk.archive.pens().unwrap().iter().map(|pen| pen.device).collect()
    }
}

/// Another laptop of Ada's, let in by the first, with all that is inside.
fn second_of(ada: &mut Laptop, town: AssemblyId) -> Laptop {
    let mut second = Laptop::new();
    let ask = second.desk.join_device(&ada.invites(town), NOW).unwrap();
    ada.desk.admit(&ask, NOW).unwrap();
    let inside = ada.desk.speak(&[town], NOW).unwrap().0.to_bytes();
    second.reads(&inside);
    second
}

/// A code of somebody who is nobody in a town, made with keys of their own.
fn forged(thief: &mut Laptop, town: AssemblyId) -> DeviceCode {
    let from = thief.desk.assemblies().next().unwrap();
    let code = thief.invites(from);
    DeviceCode { assembly: town, name: "Millbrook".to_owned(), ..code }
}

fn refused(joined: Result<AskCode, Trouble>) -> &'static str {
    joined.map(drop).unwrap_err().code()
}

#[test]
fn a_laptop_that_lost_its_key_answers_nobody_but_a_laptop_on_the_roll() {
    let ((mut ada, millbrook), (mut thief, _)) = (Laptop::founds("Millbrook"), Laptop::founds("Elsewhere"));
    let mut second = second_of(&mut ada, millbrook);
    let lost = second.device();
    ada.takes_off(millbrook, lost);
    second.reads(&ada.packs());

    let code = forged(&mut thief, millbrook);
    let genuine = ada.invites(millbrook);
    // Neither both keys of the thief's, nor one of them beside one of Ada's.
    let one_each = DeviceCode { sealing: code.sealing.clone(), ..genuine.clone() };
    let other_each = DeviceCode { endpoint: code.endpoint, ..genuine.clone() };
    for made_up in [&code, &one_each, &other_each] {
        assert_eq!(refused(second.desk.join_device(made_up, NOW)), "inviter-unknown");
    }
    assert_eq!(second.device(), lost, "and no key was drawn for it");
    let packed = second.desk.speak(&[millbrook], NOW).unwrap();
    let bytes = packed.0.to_bytes();
    assert_eq!((packed.1.inside, thief.opens(&bytes)), (true, 0));
    assert!(ada.opens(&bytes) > 0);
    assert_eq!(second.desk.standing(millbrook, &code.endpoint).unwrap(), Standing::Stranger);
    assert!(second.desk.join_device(&genuine, NOW).is_ok());
}

#[test]
fn a_laptop_that_is_newer_than_what_is_here_invites_once_its_town_was_heard() {
    let (mut ada, millbrook) = Laptop::founds("Millbrook");
    let mut second = second_of(&mut ada, millbrook);
    let lost = second.device();
    ada.takes_off(millbrook, lost);
    second.reads(&ada.packs());
    let mut third = second_of(&mut ada, millbrook);
    let code = third.invites(millbrook);
    assert_eq!(refused(second.desk.join_device(&code, NOW)), "inviter-unknown");
    second.reads(&ada.packs());
    assert_eq!(second.desk.join_device(&code, NOW).unwrap().assembly, millbrook);
    // Once it is taken off the roll too, it invites nobody.
    ada.takes_off(millbrook, third.device());
    second.reads(&ada.packs());
    assert_eq!(refused(second.desk.join_device(&code, NOW)), "inviter-unknown");
}

#[test]
fn once_a_roll_is_here_nothing_is_sealed_to_whose_code_was_answered_before() {
    let ((mut ada, millbrook), (mut thief, _)) = (Laptop::founds("Millbrook"), Laptop::founds("Elsewhere"));
    let mut new = Laptop::new();
    new.desk.join_device(&forged(&mut thief, millbrook), NOW).unwrap();
    new.reads(&ada.packs());
    let bytes = new.desk.speak(&[millbrook], NOW).unwrap().0.to_bytes();
    assert_eq!(thief.opens(&bytes), 0);
    assert!(ada.opens(&bytes) > 0);
}

#[test]
fn whoever_answered_the_code_of_a_laptop_calls_it_until_its_record_says_that_it_left() {
    let (mut ada, millbrook) = Laptop::founds("Millbrook");
    let old = ada.packs();
    let mut second = second_of(&mut ada, millbrook);
    let mut new = Laptop::new();
    let code = second.invites(millbrook);
    new.desk.join_device(&code, NOW).unwrap();
    let stands = |new: &Laptop| {
        let calls = new.desk.callable().unwrap().iter().any(|callable| callable.endpoint == code.endpoint);
        (calls, new.desk.standing(millbrook, &code.endpoint).unwrap())
    };
    assert_eq!(stands(&new), (true, Standing::Neighbour));
    // The first part of the record, after which the road was cut: its admission comes later.
    new.reads(&old);
    assert_eq!(stands(&new), (true, Standing::Neighbour), "nobody else is known who could say the rest");
    ada.takes_off(millbrook, second.device());
    new.reads(&ada.packs());
    assert_eq!(stands(&new), (false, Standing::Stranger));
}

/// Millbrook with Ada's laptop and Bo's: what is admitted needs both.
fn of_two() -> (Laptop, Laptop, AssemblyId) {
    let (mut ada, town) = Laptop::founds("Millbrook");
    ada.desk.enrol(town, &[CardText::named("Bo"), CardText::named("Cy")], None, NOW).unwrap();
    let mut bo = Laptop::new();
    let code = ada.desk.invite_device(town, Member(2), &[], NOW).unwrap();
    let ask = bo.desk.join_device(&code, NOW).unwrap();
    ada.desk.admit(&ask, NOW).unwrap();
    bo.reads(&ada.desk.speak(&[town], NOW).unwrap().0.to_bytes());
    (ada, bo, town)
}

/// A laptop of Cy's that asks by Ada's invite, whose record it has.
fn cy_asks(ada: &mut Laptop, town: AssemblyId) -> (Laptop, DeviceCode, AskCode) {
    let mut cy = Laptop::new();
    let code = ada.desk.invite_device(town, Member(3), &[], NOW).unwrap();
    let ask = cy.desk.join_device(&code, NOW).unwrap();
    ada.desk.hear_letter(&ask.to_string(), None, NOW).unwrap();
    (cy, code, ask)
}

fn signs(laptop: &mut Laptop, town: AssemblyId, act: ActId) {
    laptop.desk.act(town, &[json!({ "do": "roll.sign", "act": act })], NOW).unwrap();
}

/// What a copy of a laptop's home writes in place of what the laptop writes next, which that proves to be a fork.
fn written_by_a_copy(of: &Laptop, town: AssemblyId) -> Vec<u8> {
    let dir = copy_of(of.dir.path());
    let mut copy = Laptop { desk: Desk::open_existing(dir.path()).unwrap(), dir };
    copy.desk.act(town, &[json!({ "do": "ledger.open", "account": "assets:barn" })], NOW).unwrap();
    copy.packs()
}

/// The laptops that are shown to wait.
fn waiting(laptop: &Laptop, town: AssemblyId) -> Vec<DeviceId> {
    laptop.desk.waiting(town).unwrap().into_iter().map(|waiting| waiting.device).collect()
}

#[test]
fn an_admission_that_nobody_signs_keeps_no_laptop_from_asking_and_being_let_in() {
    let (mut ada, mut bo, town) = of_two();
    let (mut cy, code, ask) = cy_asks(&mut ada, town);
    bo.reads(&ada.desk.speak(&[town], NOW).unwrap().0.to_bytes());
    // Bo files one with keys that are not the laptop's own, and one under another number.
    let keys = json!({ "sealing": ada.invites(town).sealing, "endpoint": DeviceId([7; 32]) });
    let made_up = [
        json!({ "do": "roll.admit", "member": 3, "device": ask.device, "keys": keys }),
        json!({ "do": "roll.admit", "member": 2, "device": ask.device, "keys": ask.keys }),
    ];
    bo.desk.act(town, &made_up, NOW).unwrap();
    for laptop in [&mut ada, &mut cy] {
        laptop.reads(&bo.packs());
    }
    assert_eq!(cy.desk.join_device(&code, NOW).unwrap(), ask, "asked again, it is the same");
    assert_eq!((waiting(&ada, town), waiting(&bo, town)), (vec![ask.device], vec![ask.device]));

    let admission = ada.desk.admit(&ask, NOW).unwrap();
    assert_eq!(waiting(&ada, town), [], "it waits for signatures, and is not filed twice");
    cy.reads(&ada.packs());
    assert_eq!(cy.desk.join_device(&code, NOW).unwrap(), ask);
    bo.reads(&ada.packs());
    signs(&mut bo, town, admission);
    cy.reads(&bo.packs());
    assert_eq!(refused(cy.desk.join_device(&code, NOW)), "founded-here");
    let fold = cy.desk.fold(town).unwrap().unwrap();
    let known = fold.book().commons.roll.live(&ask.device).unwrap();
    assert_eq!((known.member, &known.keys), (Member(3), &ask.keys));
}

#[test]
fn a_laptop_whose_admission_fell_asks_again_and_is_seen_to_wait() {
    let (mut ada, mut bo, town) = of_two();
    let (mut cy, _, ask) = cy_asks(&mut ada, town);
    let admission = ada.desk.admit(&ask, NOW).unwrap();
    bo.reads(&ada.packs());
    let stick = written_by_a_copy(&bo, town);
    signs(&mut bo, town, admission);
    cy.reads(&bo.packs());
    assert!(cy.desk.may_write(town).unwrap());
    // A copy of Bo's home has written too: nobody but Bo had taken the signature in.
    for laptop in [&mut ada, &mut bo, &mut cy] {
        laptop.reads(&stick);
    }
    ada.reads(&bo.packs());
    assert!(!cy.desk.may_write(town).unwrap() && !cy.desk.counts(town, &admission).unwrap());

    assert_eq!(waiting(&ada, town), [ask.device], "its request is here still");
    let again = ada.desk.invite_device(town, Member(3), &[], NOW).unwrap();
    let asks = cy.desk.join_device(&again, NOW).unwrap();
    assert_eq!(cy.pens(), [asks.device]);
    assert_eq!(cy.desk.letters_to(town, NOW).unwrap(), [asks.to_string()], "and it says so to whom it meets");
    assert!(ada.desk.hear_letter(&asks.to_string(), None, NOW).is_ok());
    assert!(waiting(&ada, town).contains(&asks.device));
    assert!(ada.desk.admit(&asks, NOW).is_ok());
}

#[test]
fn two_programs_that_answer_an_invite_at_once_answer_with_one_key() {
    let (mut ada, town) = Laptop::founds("Millbrook");
    let code = ada.invites(town);
    let record = ada.packs();
    let mut second = second_of(&mut ada, town);
    ada.takes_off(town, second.device());
    second.reads(&ada.packs());
    for _ in 0..20 {
        let mut new = Laptop::new();
        new.reads(&record);
        for laptop in [&mut new, &mut second] {
            let begin = Barrier::new(2);
            let mut spare = Laptop { desk: laptop.desk.spare().open().unwrap(), dir: tempfile::tempdir().unwrap() };
            let answers = |desk: &mut Desk| {
                begin.wait();
                desk.join_device(&code, NOW).unwrap()
            };
            let (one, other) = thread::scope(|scope| {
                let other = scope.spawn(|| answers(&mut spare.desk));
                (answers(&mut laptop.desk), other.join().unwrap())
            });
            assert_eq!(one, other);
            assert_eq!(laptop.pens(), [one.device]);
        }
    }
}
