//! Receipts on the road: asked for, awaited and given, whatever else is said meanwhile.

use folkmoot::change::Ring;
use folkmoot::id::{AssemblyId, FileHash};
use folkmoot_sync::State;

use crate::laptop::{CEDAR_FALLS, Laptop, MILLBROOK};
use crate::road::{Road, two_towns};

/// A paper of a town: at one laptop it lies in a drawer, at the other an act names it.
fn paper(here: &mut Laptop, there: &mut Laptop, town: AssemblyId, text: &str) -> FileHash {
    let hash = FileHash::of(text.as_bytes());
    here.files.insert(hash, Some(text.as_bytes().to_vec()));
    there.files.insert(hash, None);
    there.papers.insert(hash, town);
    hash
}

#[test]
fn a_receipt_that_is_under_way_when_somebody_has_news_arrives_all_the_same() {
    for whose_news in [0, 1] {
        let (mut a, mut b) = two_towns();
        let receipt = paper(&mut a, &mut b, MILLBROOK, "40 kg of flour");
        let mut road = Road::between(a, b);
        for _ in 0..5 {
            road.half_trip().unwrap();
        }
        assert!(road.ends[1].holder().files[&receipt].is_none());
        // Millbrook gives what it was asked for; before Cedar Falls hears it, a delegate signs something.
        road.speak(0).unwrap();
        assert!(!road.under_way[0].is_empty(), "the receipt is on its way");
        let (town, device) = [(MILLBROOK, 11), (CEDAR_FALLS, 21)][whose_news];
        road.ends[whose_news].holder_mut().write(town, Ring::Commons, device, 1);
        road.ends[whose_news].news().unwrap();
        road.speak(1).unwrap();
        road.listen(1).unwrap();
        assert!(road.ends[1].holder().files[&receipt].is_some(), "or it waits to be taken in");
        road.rest();
        road.require_equal();
        assert_eq!(road.ends[1].holder().files[&receipt].as_deref(), Some(&b"40 kg of flour"[..]));
    }
}

#[test]
fn a_laptop_that_lacks_a_receipt_of_each_of_many_towns_is_given_them_all() {
    let (mut a, mut b) = (Laptop::knowing(&[2]), Laptop::knowing(&[1]));
    for number in 0u16..100 {
        let town = AssemblyId(*blake3::hash(&number.to_be_bytes()).as_bytes());
        a.write(town, Ring::Commons, 5, 2);
        b.write(town, Ring::Commons, 5, 1);
        paper(&mut a, &mut b, town, &format!("receipt {number}"));
    }
    let mut road = Road::between(a, b);
    road.rest();
    road.require_equal();
    assert!(road.ends[1].holder().files.values().all(Option::is_some));
}

#[test]
fn of_many_thousand_papers_of_one_town_all_that_the_other_has_come_and_the_rest_is_asked_for_once() {
    let (mut a, mut b) = two_towns();
    for number in 0..34_000 {
        let hash = paper(&mut a, &mut b, MILLBROOK, &format!("paper {number}"));
        if number % 2 == 0 {
            a.files.remove(&hash);
        }
    }
    let mut road = Road::between(a, b);
    road.rest();
    assert_eq!([road.state(0), road.state(1)], [State::Equal, State::Equal]);
    assert_eq!(road.ends[1].holder().files.values().filter(|paper| paper.is_some()).count(), 17_000);
}
