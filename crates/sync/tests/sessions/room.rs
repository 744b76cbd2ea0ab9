//! Laptops on which there is no room for what distant towns write: it is not asked for, and nobody calls that the same.

use std::collections::BTreeSet;

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, ChangeHash, DeviceId};
use folkmoot_sync::{Description, Dropped, Frame, Holder, Holding, Line, Met, State};

use crate::laptop::{ASHGROVE, CEDAR_FALLS, Laptop, MILLBROOK, bytes_of};
use crate::road::{Road, THE, two_towns};

/// A town that somebody made up.
fn made_up(number: u32) -> AssemblyId {
    AssemblyId(*blake3::hash(&number.to_be_bytes()).as_bytes())
}

fn make_up(laptop: &mut Laptop, towns: u32) {
    for number in 0..towns {
        laptop.write(made_up(number), Ring::Commons, 66, 10);
    }
}

/// So many that the list of them is cut at its end.
const MORE_THAN_ONE_LIST: u32 = 19_000;

/// A town whose id lies above all that somebody made up.
const LAST: AssemblyId = AssemblyId([0xff; 32]);

/// Towns of one change each, in the order of their numbers.
fn make_up_many(laptop: &mut Laptop, numbers: std::ops::Range<u32>) {
    let line = Line { ring: Ring::Commons, device: DeviceId([66; 32]) };
    for number in numbers {
        let mut hash = *blake3::hash(&number.to_be_bytes()).as_bytes();
        hash[31] = 0;
        laptop.record(made_up(number), Description { line, prev: None, hash: ChangeHash(hash) });
    }
}

/// Cedar Falls has no room for others than itself and Millbrook, which is its neighbour.
fn fills_up(cedar: &mut Laptop) {
    cedar.near = Some(BTreeSet::from([MILLBROOK, CEDAR_FALLS]));
}

fn held(laptop: &Laptop, town: AssemblyId) -> usize {
    laptop.holdings.get(&town).map_or(0, Holding::len)
}

fn meet_again(road: &mut Road) {
    road.ends.iter_mut().for_each(|end| end.close(THE, "goodbye"));
    (road.said, road.trips) = (0, 0);
    road.open().unwrap();
    road.rest();
}

#[test]
fn towns_that_a_neighbour_made_up_are_not_said_where_there_is_no_room_and_its_own_acts_are() {
    // So few that all are shown at once, so many that each is named by its digest, and more.
    for towns in [8, 40, 700] {
        let (mut a, mut b) = two_towns();
        make_up(&mut a, towns);
        fills_up(&mut b);
        let mut road = Road::between(a, b);
        road.rest();
        let cedar = road.ends[1].holder();
        assert_eq!((cedar.size(), held(cedar, MILLBROOK), cedar.left_out), (70, 40, 0), "no more than 70 changes were even said");
        assert_eq!(held(road.ends[0].holder(), CEDAR_FALLS), 30);
        assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart], "nobody says that they hold the same");
        let same = |at: usize| {
            let holder = road.ends[at].holder();
            let Some(Met::Apart { ours, .. }) = holder.met.last() else { panic!("{:?}", holder.met) };
            (*ours, Some((Ring::Commons, holder.mark())))
        };
        [0, 1].map(same).iter().for_each(|(told, all)| assert_eq!(told, all, "of its own town each knows that the other has all of it"));
        let lacking = u64::from(towns) * 10;
        assert!(matches!(cedar.met.last(), Some(Met::Apart { lacking: all, .. }) if *all == lacking), "{:?}", cedar.met);

        // Live, and when they meet again, what the two write goes on crossing and nothing else does.
        road.ends[0].holder_mut().write(MILLBROOK, Ring::Commons, 11, 1);
        road.ends[1].holder_mut().write(CEDAR_FALLS, Ring::Commons, 21, 1);
        road.ends.iter_mut().for_each(|end| end.news().unwrap());
        road.rest();
        meet_again(&mut road);
        let cedar = road.ends[1].holder();
        assert_eq!((held(cedar, MILLBROOK), cedar.size(), cedar.left_out), (41, 72, 0));
        assert_eq!(held(road.ends[0].holder(), CEDAR_FALLS), 31);
        assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);

        road.ends[1].holder_mut().near = None;
        meet_again(&mut road);
        road.require_equal();
        assert_eq!(road.ends[1].holder().size(), 72 + 10 * towns as usize, "when there is room they come");
    }
}

#[test]
fn a_neighbour_of_whom_nothing_is_here_yet_is_heard_without_room_for_others() {
    for towns in [3, 40] {
        let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
        a.write(MILLBROOK, Ring::Commons, 11, 40);
        make_up(&mut a, towns);
        b.write(ASHGROVE, Ring::Commons, 31, 5);
        fills_up(&mut b);
        let mut road = Road::between(a, b);
        road.rest();
        assert_eq!((held(road.ends[1].holder(), MILLBROOK), road.ends[1].holder().size()), (40, 45));
        assert_eq!(held(road.ends[0].holder(), ASHGROVE), 5, "what is here of distant towns is still given");
    }
}

#[test]
fn a_neighbour_of_whom_nothing_is_here_yet_is_heard_though_the_list_of_towns_ends_before_its_id() {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    make_up_many(&mut a, 0..MORE_THAN_ONE_LIST);
    a.write(LAST, Ring::Commons, 11, 40);
    b.near = Some(BTreeSet::from([LAST, CEDAR_FALLS]));
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!((held(road.ends[1].holder(), LAST), road.ends[1].holder().size()), (40, 40));
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
}

#[test]
fn what_a_neighbour_without_room_wrote_is_heard_though_both_lists_of_towns_end_before_its_id() {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    make_up_many(&mut a, 0..MORE_THAN_ONE_LIST);
    make_up_many(&mut b, MORE_THAN_ONE_LIST..2 * MORE_THAN_ONE_LIST);
    a.write(LAST, Ring::Commons, 21, 10);
    b.write(LAST, Ring::Commons, 21, 30);
    let near = Some(BTreeSet::from([MILLBROOK, LAST]));
    (a.asks, b.near) = (near.clone(), near);
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!(held(road.ends[0].holder(), LAST), 30);
    assert_eq!(road.ends[1].holder().size(), MORE_THAN_ONE_LIST as usize + 30, "and nothing that somebody made up came");
}

#[test]
fn where_neither_has_room_for_others_each_still_gives_the_other_its_own() {
    let (mut a, mut b) = two_towns();
    make_up(&mut a, 40);
    b.write(ASHGROVE, Ring::Commons, 31, 5);
    [&mut a, &mut b].into_iter().for_each(fills_up);
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!([0, 1].map(|at| (held(road.ends[at].holder(), MILLBROOK), held(road.ends[at].holder(), CEDAR_FALLS))), [(40, 30); 2]);
    assert_eq!([0, 1].map(|at| road.ends[at].holder().left_out), [0, 0]);
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
}

#[test]
fn where_the_room_ends_while_they_talk_the_rest_is_left_out_and_not_said_again() {
    let (mut a, b) = two_towns();
    make_up(&mut a, 40);
    let mut road = Road::between(a, b);
    while road.ends[1].holder().size() == 30 {
        road.speak(0).unwrap();
        road.speak(1).unwrap();
        if road.under_way[0].len() > 20_000 {
            fills_up(road.ends[1].holder_mut());
        }
        road.listen(0).unwrap();
        road.listen(1).unwrap();
    }
    road.rest();
    let cedar = road.ends[1].holder();
    assert_eq!((cedar.size(), cedar.left_out), (70, 400), "none of it is held against Millbrook");
    assert_eq!([road.state(0), road.state(1)], [State::Apart, State::Apart]);
    meet_again(&mut road);
    assert_eq!(road.ends[1].holder().left_out, 400);
}

#[test]
fn whoever_goes_on_saying_what_there_is_no_room_for_is_sent_away() {
    let (mut a, mut b) = two_towns();
    make_up(&mut a, 1);
    fills_up(&mut b);
    let mut road = Road::between(a, b);
    road.rest();
    let change = |number: u32| {
        let line = Line { ring: Ring::Commons, device: DeviceId([66; 32]) };
        let mut hash = *blake3::hash(&number.to_be_bytes()).as_bytes();
        hash[31] = 0;
        Frame::Change(bytes_of(made_up(number), &Description { line, prev: None, hash: ChangeHash(hash) }))
    };
    let mut pushed = 0;
    let dropped = loop {
        match road.ends[1].hear(THE, (pushed..pushed + 500).map(change).collect(), 0) {
            Ok(()) => pushed += 500,
            Err(dropped) => break dropped,
        }
        assert!(pushed < 20_000, "it is never sent away");
    };
    assert!(matches!(dropped, Dropped::NoRoom), "{dropped:?}");
    assert_eq!(road.ends[1].holder().size(), 70);
}
