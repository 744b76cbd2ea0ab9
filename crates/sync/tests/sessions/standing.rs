//! What a laptop may be given can change while it is here.

use folkmoot::change::Ring;
use folkmoot_sync::{Caller, Dropped, Frame, Hall, State, Talk, Vector};

use crate::laptop::{MILLBROOK, endpoint};
use crate::road::{Road, THE, two_towns};

/// Two laptops of Millbrook, the first of which keeps something inside.
fn millbrook() -> Road {
    let (mut a, mut b) = two_towns();
    a.write(MILLBROOK, Ring::Assembly, 11, 5);
    a.own.insert(endpoint(2));
    b.own.insert(endpoint(1));
    let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
    open(&mut road);
    road
}

fn open(road: &mut Road) {
    for at in [0, 1] {
        let caller = Caller { ours: MILLBROOK, endpoint: endpoint(2 - at as u8), dialled: at == 0, road: "kitchen table".to_owned() };
        road.ends[at].open(THE, caller, 0).unwrap();
    }
}

/// The second laptop is stolen, taken off the roll, and something is signed that is none of its business.
fn is_taken_off(road: &mut Road, is_a_neighbour: bool) {
    let a = road.ends[0].holder_mut();
    a.own.clear();
    if !is_a_neighbour {
        a.neighbours.clear();
    }
    a.write(MILLBROOK, Ring::Assembly, 11, 3);
    road.ends[0].news().unwrap();
}

#[test]
fn whoever_is_taken_off_the_roll_in_mid_turn_is_given_nothing_of_what_follows() {
    let vectors = || Frame::Talk(Talk::Vectors { all: true, vectors: vec![(MILLBROOK, Vector::default())] });
    let want = || Frame::Talk(Talk::Want { assembly: MILLBROOK, cards: Vec::new(), files: Vec::new() });
    for (is_a_neighbour, last_word) in [(false, vectors()), (true, vectors()), (false, want()), (true, want())] {
        let mut road = millbrook();
        road.half_trip().unwrap();
        road.speak(0).unwrap();
        is_taken_off(&mut road, is_a_neighbour);
        let dropped = road.ends[0].hear(THE, vec![last_word], 0).unwrap_err();
        assert_eq!(dropped.code(), if is_a_neighbour { "standing-changed" } else { "not-welcome" });
        assert!(road.ends[0].reports().is_empty());
    }
}

#[test]
fn what_was_about_to_be_said_to_a_laptop_that_is_taken_off_the_roll_stays_here() {
    let mut road = millbrook();
    road.half_trip().unwrap();
    road.half_trip().unwrap();
    // Millbrook has heard the vectors, and what they lack waits to be said.
    is_taken_off(&mut road, false);
    assert!(matches!(road.ends[0].say(THE, 0), Err(Dropped::NotWelcome)));
    let held = road.ends[1].holder().holdings.get(&MILLBROOK);
    assert!(held.is_none_or(|held| held.is_empty()));
}

#[test]
fn a_laptop_that_may_be_given_less_comes_again_and_is_given_that() {
    let mut road = millbrook();
    road.half_trip().unwrap();
    is_taken_off(&mut road, true);
    assert!(matches!(road.speak(0), Err(Dropped::Narrowed)));
    road.ends[1].close(THE, "standing-changed");
    road.under_way.iter_mut().for_each(std::collections::VecDeque::clear);
    road.ends[1].holder_mut().own.clear();
    open(&mut road);
    road.rest();
    road.require_equal();
    assert_eq!(road.ends[1].holder().size(), 70, "the commons of both towns, and nothing from inside");
}

#[test]
fn a_laptop_that_is_put_on_the_roll_in_mid_turn_is_given_what_is_inside_in_the_same_session() {
    let (mut a, b) = two_towns();
    a.write(MILLBROOK, Ring::Assembly, 11, 5);
    let mut road = Road { ends: [Hall::of(a), Hall::of(b)], under_way: Default::default(), said: 0, trips: 0 };
    open(&mut road);
    road.half_trip().unwrap();
    for at in [0, 1] {
        road.ends[at].holder_mut().own.insert(endpoint(2 - at as u8));
        road.ends[at].news().unwrap();
    }
    road.rest();
    assert_eq!([road.state(0), road.state(1)], [State::Equal, State::Equal]);
    assert_eq!(road.ends[1].holder().size(), 75);
}
