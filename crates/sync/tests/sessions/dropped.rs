//! Who is sent away, and that nobody else notices.

use folkmoot::change::Ring;
use folkmoot::id::FileHash;
use folkmoot_sync::{Caller, Digest, Dropped, Frame, Hall, Met, Talk, Vector};

use crate::laptop::{Laptop, MILLBROOK, bytes_of, endpoint};
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
fn whoever_floods_is_dropped() {
    let known = two_towns().0.arrived.iter().map(|(assembly, change)| Frame::Change(bytes_of(*assembly, change))).collect::<Vec<_>>();
    let want = Frame::Talk(Talk::Want { assembly: MILLBROOK, cards: Vec::new(), files: Vec::new() });
    let flood = (0..200).flat_map(|_| known.clone().into_iter().chain([want.clone()]));
    assert!(matches!(lied_to(flood.collect()), Err(Dropped::Flood)));
    assert!(matches!(lied_to(vec![Frame::Letter("let me in".to_owned()); 9]), Err(Dropped::Flood)));
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
