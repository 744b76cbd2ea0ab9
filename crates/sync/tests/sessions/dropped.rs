//! Who is sent away, and that nobody else notices.

use folkmoot::change::Ring;
use folkmoot::id::FileHash;
use folkmoot_sync::{Caller, Digest, Dropped, Frame, Hall, Met, Talk, Vector};

use crate::laptop::{CEDAR_FALLS, Laptop, MILLBROOK, bytes_of, endpoint};
use crate::road::{Road, THE, two_towns};

/// Millbrook, and at the other end a liar whose frames the test writes.
fn lied_to(frames: Vec<Frame>) -> Result<(), Dropped> {
    let (a, _) = two_towns();
    let mut hall = Hall::of(a);
    let caller = Caller { ours: MILLBROOK, endpoint: endpoint(2), dialled: false, road: "footpath".to_owned() };
    hall.open(THE, caller, 0).unwrap();
    hall.open(8, Caller { ours: MILLBROOK, endpoint: endpoint(2), dialled: true, road: "bridge".to_owned() }, 0).unwrap();
    for frame in frames {
        while hall.say(THE, 0)?.is_some() {}
        if let Err(dropped) = hall.hear(THE, vec![frame], 0) {
            assert_eq!(hall.reports().keys().collect::<Vec<_>>(), [&8], "the other session goes on");
            return Err(dropped);
        }
    }
    Ok(())
}

fn summary(turn: u16) -> Frame {
    Frame::Talk(Talk::Summary { turn, towns: 1, root: Digest([9; Digest::BYTES]) })
}

#[test]
fn whoever_speaks_out_of_turn_is_dropped() {
    let vectors = || Frame::Talk(Talk::Vectors { all: true, vectors: Vec::new() });
    assert!(matches!(lied_to(vec![vectors()]), Err(Dropped::OutOfTurn)));
    assert!(matches!(lied_to(vec![summary(2)]), Err(Dropped::OutOfTurn)));
    assert!(matches!(lied_to(vec![summary(1), summary(1)]), Err(Dropped::OutOfTurn)));
    assert!(matches!(lied_to(vec![summary(1), vectors(), vectors()]), Err(Dropped::OutOfTurn)));
    assert!(matches!(lied_to(vec![Frame::Talk(Talk::Given)]), Err(Dropped::OutOfTurn)));
}

#[test]
fn whoever_shows_more_than_they_give_is_dropped() {
    let mut much = Laptop::default();
    much.write(MILLBROOK, Ring::Commons, 11, 90);
    let shown: Vector = much.holdings[&MILLBROOK].vector(Ring::Commons);
    let vectors = Frame::Talk(Talk::Vectors { all: true, vectors: vec![(MILLBROOK, shown)] });
    let lied = lied_to(vec![summary(1), vectors, Frame::Talk(Talk::Said)]);
    assert!(matches!(lied, Err(Dropped::KeptBack)), "{lied:?}");
}

#[test]
fn whoever_sends_what_cannot_be_taken_in_or_what_nobody_asked_for_is_dropped() {
    let torn = (0..70).flat_map(|number| {
        [Frame::Change(vec![number; 3]), Frame::Talk(Talk::Want { assembly: MILLBROOK, cards: Vec::new(), files: Vec::new() })]
    });
    let lied = lied_to(torn.collect());
    assert!(matches!(lied, Err(Dropped::Refused(65))), "{lied:?}");
    let file = Frame::File {
        hash: FileHash::of(b"spam"),
        assembly: MILLBROOK,
        ring: Ring::Commons,
        name: "spam".to_owned(),
        bytes: b"spam".to_vec(),
    };
    assert!(matches!(lied_to(vec![file]), Err(Dropped::Unasked)));
}

#[test]
fn whoever_sends_nothing_but_heads_is_dropped_before_they_pile_up() {
    let (a, _) = two_towns();
    let mut hall = Hall::of(a);
    hall.open(THE, Caller { ours: MILLBROOK, endpoint: endpoint(2), dialled: false, road: "footpath".to_owned() }, 0).unwrap();
    let empty = vec![Frame::Change(Vec::new()); 1000];
    let piled_up = (0..5).take_while(|_| hall.hear(THE, empty.clone(), 0).is_ok()).count();
    assert_eq!(piled_up, 4);
    assert!(matches!(hall.holder().met.last(), Some(Met::Parted { why, .. }) if why == "refused"));
}

#[test]
fn whoever_floods_is_dropped() {
    let known = two_towns().0.arrived.iter().map(|(assembly, change)| Frame::Change(bytes_of(*assembly, change))).collect::<Vec<_>>();
    let want = Frame::Talk(Talk::Want { assembly: MILLBROOK, cards: Vec::new(), files: Vec::new() });
    let flood = (0..200).flat_map(|_| known.clone().into_iter().chain([want.clone()]));
    assert!(matches!(lied_to(flood.collect()), Err(Dropped::Flood)));
    assert!(matches!(lied_to(vec![Frame::Letter("let me in".to_owned()); 9]), Err(Dropped::Flood)));
}

#[test]
fn whoever_says_more_that_waits_than_anybody_keeps_waiting_is_dropped() {
    let (town, first) = two_towns().0.arrived.first().cloned().unwrap();
    let waits = |number: u32| {
        let mut bytes = bytes_of(town, &first);
        // Of a past that nobody has.
        bytes[65..69].copy_from_slice(&number.to_be_bytes());
        bytes[97..101].copy_from_slice(&number.to_be_bytes());
        bytes[69..97].fill(7);
        bytes[101..129].fill(7);
        Frame::Change(bytes)
    };
    assert!(lied_to((0..16_000).map(waits).collect()).is_ok(), "so much may wait of one that was long unheard of");
    assert!(matches!(lied_to((0..40_000).map(waits).collect()), Err(Dropped::Flood)));
}

#[test]
fn whoever_falls_silent_in_mid_turn_is_dropped_after_a_minute_and_quiet_neighbours_never() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.rest();
    assert!(road.ends[0].tick(10 * 3_600_000).is_empty(), "quiet is no trouble");
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.speak(0).unwrap();
    assert!(road.ends[0].tick(59_000).is_empty());
    let stalled = road.ends[0].tick(61_000);
    assert!(matches!(stalled[..], [(THE, Dropped::Stalled)]), "{stalled:?}");
    let met = road.ends[0].holder().met.last().cloned();
    assert!(matches!(met, Some(Met::Parted { ref why, .. }) if why == "stalled"), "{met:?}");
}

#[test]
fn whoever_falls_silent_in_mid_turn_is_dropped_though_it_is_looked_each_second_whether_there_is_something_to_say() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.speak(0).unwrap();
    for second in 1..=60 {
        assert!(road.ends[0].say(THE, second * 1000).unwrap().is_none());
        assert!(road.ends[0].tick(second * 1000).is_empty());
    }
    assert!(matches!(road.ends[0].tick(61_000)[..], [(THE, Dropped::Stalled)]));
}

#[test]
fn whoever_is_spoken_to_after_hours_of_quiet_has_a_minute_to_answer() {
    let (a, b) = two_towns();
    let mut road = Road::between(a, b);
    road.rest();
    let morning = 10 * 3_600_000;
    road.ends[1].holder_mut().write(CEDAR_FALLS, Ring::Commons, 21, 1);
    road.ends[1].news().unwrap();
    let said = road.ends[1].say(THE, morning).unwrap().unwrap();
    road.ends[0].hear(THE, Frame::decode_all(&said).unwrap(), morning).unwrap();
    assert!(road.ends[0].tick(morning + 1000).is_empty(), "the answer is about to be said");
    assert!(road.ends[0].say(THE, morning + 2000).unwrap().is_some());
    assert!(road.ends.iter_mut().all(|end| end.tick(morning + 60_000).is_empty()));
}

#[test]
fn a_receipt_on_a_slow_road_is_awaited_and_given_as_long_as_it_goes_on() {
    let (mut a, mut b) = two_towns();
    let receipt = FileHash::of(&[7; 200_000]);
    a.files.insert(receipt, Some(vec![7; 200_000]));
    b.files.insert(receipt, None);
    let mut road = Road::between(a, b);
    while road.under_way[0].len() < 200_000 {
        road.listen(0).unwrap();
        road.listen(1).unwrap();
        let said = road.ends[0].say(THE, 0).unwrap();
        road.under_way[0].extend(said.unwrap_or_default());
        road.speak(1).unwrap();
    }
    // Ten minutes later the last of it arrives.
    for second in (0..600).step_by(50) {
        road.ends[0].went(THE, second * 1000);
        road.ends[1].came(THE, second * 1000);
        assert!(road.ends.iter_mut().all(|end| end.tick(second * 1000 + 49_000).is_empty()), "{second}");
    }
    for (end, code) in road.ends.iter_mut().zip(["it does not read", "it does not send"]) {
        assert!(matches!(end.tick(700_000)[..], [(THE, Dropped::Stalled)]), "{code}");
    }
}
