//! Sessions between towns over roads that the test owns: what they cost, what they end in, and who is sent away.
#![allow(clippy::unwrap_used, clippy::panic, clippy::wildcard_enum_match_arm, reason = "a test stops where it breaks")]

mod beside;
mod dropped;
mod laptop;
mod large;
mod road;
mod room;
mod standing;

use std::collections::BTreeSet;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId, FileHash};
use folkmoot_sync::{Caller, Description, Dropped, Frame, Hall, Line, Met, State};
use proptest::prelude::*;

use crate::laptop::{ASHGROVE, CEDAR_FALLS, Laptop, MILLBROOK, endpoint};
use crate::road::{Road, THE, two_towns};

#[test]
fn two_towns_hold_the_same_after_three_half_trips_and_know_so_after_five() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    for _ in 0..3 {
        road.half_trip().unwrap();
    }
    assert_eq!([0, 1].map(|at| road.ends[at].holder().size()), [70, 70]);
    road.rest();
    assert_eq!(road.trips, 5);
    road.require_equal();
}

#[test]
fn meeting_again_with_nothing_new_is_one_round_trip_and_less_than_a_hundred_bytes() {
    let (mut a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.rest();
    road.ends.iter_mut().for_each(|end| end.close(THE, "goodbye"));
    (road.said, road.trips) = (0, 0);
    road.open().unwrap();
    road.rest();
    road.require_equal();
    assert_eq!(road.trips, 2, "half trips");
    assert!(road.said <= 100, "{} bytes", road.said);
    a = Laptop::default();
    assert_eq!(a.size(), 0);
}

#[test]
fn an_act_of_one_town_is_with_the_other_after_half_a_trip_while_they_are_connected() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.rest();
    (road.said, road.trips) = (0, 0);
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Commons, 11, 1);
    road.ends[0].news().unwrap();
    road.half_trip().unwrap();
    assert_eq!(road.ends[1].holder().size(), 71);
    road.rest();
    road.require_equal();
    assert_eq!(road.trips, 3, "the news, the summaries, the rest");
    assert!(road.said < 400, "{} bytes", road.said);
}

#[test]
fn acts_of_both_towns_at_the_same_moment_cross_and_come_to_rest() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.rest();
    for (at, town) in [(0, MILLBROOK), (1, CEDAR_FALLS)] {
        road.ends[at].holder_mut().write(town, Ring::Commons, 11 + 10 * at as u8, 3);
        road.ends[at].news().unwrap();
    }
    road.rest();
    road.require_equal();
    assert_eq!(road.ends[0].holder().size(), 76);
}

#[test]
fn what_is_inside_an_assembly_goes_to_its_own_laptops_and_to_nobody_else() {
    let record = || {
        let (mut a, b) = two_towns();
        a.write(MILLBROOK, Ring::Assembly, 11, 5);
        (a, b)
    };
    let (a, b) = record();
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!(road.ends[1].holder().size(), 70);
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Assembly, 11, 1);
    road.ends[0].news().unwrap();
    assert!(!road.half_trip().unwrap(), "nothing is said about it");
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Commons, 11, 1);
    road.ends[0].news().unwrap();
    road.rest();
    let heard = road.ends[1].holder();
    assert_eq!((heard.size(), heard.waiting.len()), (71, 0), "the news of the commons, and nothing along with it");
    let (mut a, mut b) = record();
    a.own.insert(endpoint(2));
    b.own.insert(endpoint(1));
    let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
    for at in [0, 1] {
        let caller = Caller { ours: MILLBROOK, endpoint: endpoint(2 - at as u8), dialled: at == 0, road: "kitchen table".to_owned() };
        road.ends[at].open(THE, caller, 0).unwrap();
    }
    road.rest();
    assert_eq!(road.ends[1].holder().size(), 75);
}

#[test]
fn what_one_person_keeps_goes_to_that_person_s_laptops_and_others_are_not_told_that_it_is() {
    let meet = |kept: u32, same: bool| {
        let (mut a, mut b) = two_towns();
        a.write(MILLBROOK, Ring::Person, 11, kept);
        a.write(MILLBROOK, Ring::Assembly, 11, 5);
        a.own.insert(endpoint(2));
        b.own.insert(endpoint(1));
        if same {
            a.same.insert(endpoint(2));
            b.same.insert(endpoint(1));
        }
        let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
        for at in [0, 1] {
            let caller = Caller { ours: MILLBROOK, endpoint: endpoint(2 - at as u8), dialled: at == 0, road: "kitchen table".to_owned() };
            road.ends[at].open(THE, caller, 0).unwrap();
        }
        road.rest();
        road
    };
    let (none, some) = (meet(0, false), meet(9, false));
    assert_eq!(
        (some.said, some.trips, some.ends[1].holder().size()),
        (none.said, none.trips, 75),
        "the same is said as if there were nothing"
    );
    let mut road = some;
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Person, 11, 1);
    road.ends[0].news().unwrap();
    assert!(!road.half_trip().unwrap(), "nothing is said about it");
    let own = meet(9, true);
    let arrived = &own.ends[1].holder().arrived;
    assert_eq!(own.ends[1].holder().size(), 84);
    let last = arrived.iter().rev().take_while(|(_, change)| change.line.ring == Ring::Person).count();
    assert_eq!(last, 9, "it comes last, when the roll is there");
}

#[test]
fn ashgrove_reads_millbrook_through_cedar_falls() {
    let (mut a, b) = two_towns();
    a.files.insert(FileHash::of(b"40 kg of flour"), Some(b"40 kg of flour".to_vec()));
    let mut first = Road::between(a, b);
    first.ends[1].holder_mut().files.insert(FileHash::of(b"40 kg of flour"), None);
    first.rest();
    let [_, cedar_falls] = first.ends;
    let mut ashgrove = Laptop::knowing(&[1]);
    ashgrove.write(ASHGROVE, Ring::Commons, 31, 4);
    ashgrove.files.insert(FileHash::of(b"40 kg of flour"), None);
    let mut cedar_falls = cedar_falls.into_holder();
    cedar_falls.neighbours.insert(endpoint(2));
    let mut second = Road::between(cedar_falls, ashgrove);
    second.rest();
    second.require_equal();
    let ashgrove = second.ends[1].holder();
    assert_eq!(ashgrove.holdings[&MILLBROOK].len(), 40);
    assert_eq!(ashgrove.files[&FileHash::of(b"40 kg of flour")].as_deref(), Some(&b"40 kg of flour"[..]));
}

#[test]
fn of_two_thousand_towns_only_the_one_that_differs_costs_anything() {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    for laptop in [&mut a, &mut b] {
        for number in 0u16..2000 {
            laptop.write(AssemblyId(*blake3::hash(&number.to_be_bytes()).as_bytes()), Ring::Commons, 5, 2);
        }
    }
    a.write(AssemblyId(*blake3::hash(&77u16.to_be_bytes()).as_bytes()), Ring::Commons, 5, 3);
    let mut road = Road::between(a, b);
    road.rest();
    road.require_equal();
    assert!(road.said < 20_000, "{} bytes", road.said);
    assert!(road.trips <= 7, "{} half trips", road.trips);
}

#[test]
fn a_stranger_is_told_nothing_and_a_good_letter_opens_the_door() {
    let (a, mut b) = two_towns();
    b.neighbours.clear();
    let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
    assert!(matches!(road.open(), Err(Dropped::NotWelcome)), "nobody is expected");

    let (a, mut b) = two_towns();
    b.neighbours.clear();
    b.expects = Some("the secret".to_owned());
    let mut road = Road::between(a, b);
    road.speak(0).unwrap();
    road.speak(1).unwrap();
    assert!(road.under_way[1].is_empty(), "nothing is said before the letter");
    assert!(matches!(road.listen(1), Err(Dropped::NotWelcome)));
    assert!(road.ends[1].reports().is_empty());

    let (mut a, mut b) = two_towns();
    b.neighbours.clear();
    b.expects = Some("the secret".to_owned());
    a.letters = vec!["the secret".to_owned()];
    let mut road = Road::between(a, b);
    road.rest();
    road.require_equal();
}

#[test]
fn what_the_other_does_not_take_leaves_them_apart_and_at_rest() {
    let (mut a, b) = two_towns();
    let line = Line { ring: Ring::Commons, device: DeviceId([99; 32]) };
    a.record(MILLBROOK, Description { line, prev: None, hash: ChangeHash([0xff; 32]) });
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
    assert!(matches!(road.ends[1].holder().met.last(), Some(Met::Apart { lacking: 1, ours: Some((Ring::Commons, _)) })));
    assert!(matches!(road.ends[0].holder().met.last(), Some(Met::Apart { lacking: 0, ours: None })), "Millbrook's own is not all there");
    road.ends[0].holder_mut().write(MILLBROOK, Ring::Commons, 11, 1);
    road.ends[0].news().unwrap();
    road.rest();
    assert_eq!(road.ends[1].holder().size(), 71, "what they do take goes on crossing");
}

#[test]
fn a_road_that_is_cut_before_anything_was_shown_tells_nothing_of_what_is_missing() {
    for (half_trips, lacking) in [(0, None), (1, None), (2, Some(30)), (3, Some(0)), (4, Some(0))] {
        let (a, b) = two_towns();
        let mut road = Road::between(a, b);
        for _ in 0..half_trips {
            road.half_trip().unwrap();
        }
        road.ends[0].close(THE, "lost");
        let met = road.ends[0].holder().met.last().cloned();
        assert_eq!(met, Some(Met::Parted { why: "lost".to_owned(), lacking }), "{half_trips} half trips");
    }
}

proptest! {
    /// Forks, holes in what each has, cuts of the road at any byte, news in mid talk: in the end both hold the same.
    #[test]
    fn two_laptops_hold_the_same_in_the_end_whatever_the_road_does(
        record in prop::collection::vec((0u8..3, 0u8..4, any::<prop::sample::Index>(), prop::bool::weighted(0.2), 0u8..3), 1..80),
        cuts in prop::collection::vec((0usize..6, any::<prop::sample::Index>()), 0..6),
    ) {
        let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
        let mut all: Vec<(AssemblyId, Description)> = Vec::new();
        for (number, (town, device, earlier, fork, who)) in (1u32..).zip(record) {
            let assembly = AssemblyId([town + 1; 32]);
            let line = Line { ring: Ring::Commons, device: DeviceId([device; 32]) };
            let on_line: Vec<ChangeHash> = all.iter().filter(|(of, change)| *of == assembly && change.line == line).map(|(_, change)| change.hash).collect();
            let prev = if fork && !on_line.is_empty() { Some(on_line[earlier.index(on_line.len())]) } else { on_line.last().copied() };
            let mut hash = *blake3::hash(&number.to_be_bytes()).as_bytes();
            hash[31] = 0;
            let change = Description { line, prev, hash: ChangeHash(hash) };
            all.push((assembly, change));
            for (laptop, keeps) in [(&mut a, who != 0), (&mut b, who != 1)] {
                if keeps && prev.is_none_or(|prev| laptop.holdings.get(&assembly).is_some_and(|held| held.has(&prev))) {
                    laptop.record(assembly, change);
                }
            }
        }
        let either: BTreeSet<ChangeHash> = a.arrived.iter().chain(&b.arrived).map(|(_, change)| change.hash).collect();
        let mut road = Road::between(a, b);
        for (after, at) in cuts {
            for _ in 0..after {
                road.half_trip().unwrap();
            }
            road.speak(0).unwrap();
            road.speak(1).unwrap();
            for listener in [0, 1] {
                // Some whole frames get through, then the road is cut.
                let mut bytes: Vec<u8> = road.under_way[1 - listener].drain(..).collect();
                bytes.truncate(at.index(bytes.len() + 1));
                let mut rest = &bytes[..];
                while let Ok((frame, after)) = Frame::decode(rest) {
                    road.ends[listener].hear(THE, vec![frame], 0).unwrap();
                    rest = after;
                }
            }
            road.ends.iter_mut().for_each(|end| end.close(THE, "cut"));
            road.open().unwrap();
        }
        road.rest();
        road.require_equal();
        prop_assert_eq!(road.ends[0].holder().size(), either.len());
    }
}
