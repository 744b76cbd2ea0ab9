//! Towns of which more is to be shown than fits into one message.

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_sync::{Caller, Description, Digest, Frame, Hall, Line, State, Talk};

use crate::laptop::{CEDAR_FALLS, Laptop, MILLBROOK, endpoint};
use crate::road::{Road, THE, two_towns};

/// A town that somebody made up, with an id that comes before all others.
const NOWHERE: AssemblyId = AssemblyId([0; 32]);

/// Each of some laptops of a town has written once.
fn crowd(laptop: &mut Laptop, town: AssemblyId, numbers: std::ops::Range<u32>) {
    for number in numbers {
        let mut hash = *blake3::hash(&[&town.0[..], &number.to_be_bytes()].concat()).as_bytes();
        hash[31] = 0;
        let line = Line { ring: Ring::Commons, device: DeviceId(hash) };
        laptop.record(town, Description { line, prev: None, hash: ChangeHash(hash) });
    }
}

fn town(number: u8) -> AssemblyId {
    AssemblyId([number + 10; 32])
}

#[test]
fn a_town_too_large_to_be_shown_keeps_no_other_town_from_being_told() {
    let (mut a, mut b) = two_towns();
    crowd(&mut a, NOWHERE, 0..15_001);
    crowd(&mut b, NOWHERE, 0..15_000);
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
    for end in &road.ends {
        let held = |town| end.holder().holdings.get(&town).map_or(0, folkmoot_sync::Holding::len);
        assert_eq!((held(MILLBROOK), held(CEDAR_FALLS)), (40, 30));
    }
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Commons, 11, 2);
    road.ends[0].news().unwrap();
    road.rest();
    assert_eq!(road.ends[1].holder().holdings[&MILLBROOK].len(), 42, "what is new goes on crossing");
}

#[test]
fn towns_that_never_come_to_the_same_keep_those_after_them_from_nothing() {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    for number in 0..40 {
        crowd(&mut a, town(number), 0..1000);
        crowd(&mut b, town(number), 0..1000);
        if number < 20 {
            // What the other does not take.
            let line = Line { ring: Ring::Commons, device: DeviceId([99; 32]) };
            let hash = ChangeHash([[number; 31].as_slice(), &[0xff]].concat().try_into().unwrap());
            a.record(town(number), Description { line, prev: None, hash });
        } else {
            crowd(if number % 2 == 0 { &mut a } else { &mut b }, town(number), 1000..1001);
        }
    }
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
    for end in &road.ends {
        assert!((20..40).all(|number| end.holder().holdings[&town(number)].len() == 1001));
    }
}

#[test]
fn whoever_claims_to_hold_something_else_in_each_turn_is_shown_all_for_some_turns_and_not_for_ever() {
    let (mut a, _) = two_towns();
    crowd(&mut a, town(1), 0..8000);
    crowd(&mut a, town(2), 0..8000);
    let mut hall = Hall::of(a);
    hall.open(THE, Caller { ours: MILLBROOK, endpoint: endpoint(2), dialled: false, road: "footpath".to_owned() }, 0).unwrap();
    let mut turn = 1;
    loop {
        let root = Digest([turn as u8; Digest::BYTES]);
        let mut said = Vec::new();
        for talk in [Talk::Summary { turn, towns: 3, root }, Talk::Vectors { all: false, vectors: Vec::new() }, Talk::Said] {
            while hall.say(THE, 0).unwrap().is_some() {}
            hall.hear(THE, vec![Frame::Talk(talk)], 0).unwrap();
        }
        while let Some(bytes) = hall.say(THE, 0).unwrap() {
            said.extend(Frame::decode_all(&bytes).unwrap());
        }
        turn += 1;
        if !said.iter().any(|frame| matches!(frame, Frame::Talk(Talk::Summary { .. }))) {
            break;
        }
        assert!(turn < 200, "it goes on for ever");
    }
    assert_eq!(hall.reports()[&THE].state, State::Talking, "it waits for their rest");
    assert!(turn > 10, "all was shown more than once");
}

#[test]
fn what_a_laptop_shows_of_a_town_that_it_was_not_shown_is_not_held_against_it() {
    for (towns, laptops) in [(8, 2000), (20, 800)] {
        let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
        for number in 0..towns {
            crowd(&mut a, town(number), 0..laptops);
            crowd(&mut b, town(number), 0..20);
        }
        crowd(&mut b, town(towns - 1), 5000..5001);
        let mut road = Road::between(a, b);
        road.rest();
        road.require_equal();
        assert_eq!(road.ends[0].holder().size(), usize::from(towns) * laptops as usize + 1);
    }
}
