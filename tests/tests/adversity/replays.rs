//! Replay and rollback (T2): what was said once is said again, in part, out of order, by others; nobody forgets anything by it.

use folkmoot_desk::Keeper;
use folkmoot_sync::{Caller, Frame, Hall, Holder};
use folkmoot_testkit::{Chance, copy_home, size, tried};

use super::homes::{Town, somewhere};

/// The marker that each block of a bundle begins with.
const MARKER: &[u8] = b"\x9bFMB-->\n";

/// Sticks that a town packed over its first year, the oldest first.
fn sticks(millbrook: &mut Town, chance: &mut Chance) -> Vec<Vec<u8>> {
    let mut sticks = vec![millbrook.stick()];
    for month in 0..6 {
        for number in 0..chance.between(1, 3) {
            millbrook.flour(&format!("{month}.{number} {}", "sacks ".repeat(600)));
        }
        sticks.push(millbrook.stick());
    }
    sticks
}

/// An old stick once more: whole, only some of its blocks in any order, or with blocks of another one among them.
fn again(sticks: &[Vec<u8>], chance: &mut Chance) -> Vec<u8> {
    let stick = &sticks[chance.below(sticks.len())];
    let mut pieces = pieces(stick);
    match chance.below(4) {
        0 => {}
        1 => chance.shuffle(&mut pieces[1..]),
        2 => drop(pieces.remove(chance.between(1, pieces.len() - 1))),
        _ => {
            let other = self::pieces(&sticks[chance.below(sticks.len())]);
            pieces.extend_from_slice(&other[1..]);
        }
    }
    pieces.concat()
}

fn pieces(stick: &[u8]) -> Vec<Vec<u8>> {
    let found = stick.windows(MARKER.len()).enumerate().filter(|(_, window)| *window == MARKER).map(|(at, _)| at);
    let starts: Vec<usize> = std::iter::once(0).chain(found).chain([stick.len()]).collect();
    starts.windows(2).map(|pair| stick[pair[0]..pair[1]].to_vec()).collect()
}

#[test]
fn old_sticks_that_come_again_in_any_way_take_nothing_back() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(120, 500));
    let mut millbrook = Town::found(&place.path().join("Millbrook"), "Millbrook");
    let sticks = sticks(&mut millbrook, &mut chance);
    let assembly = millbrook.assembly;
    let whole = millbrook.commons(assembly);
    let (mut replays, mut readers) = (0, 0);
    while replays < wanted {
        readers += 1;
        let mut cedar = Town::found(&place.path().join(format!("Cedar-{readers}")), "Cedar Falls");
        let mut held = 0;
        for _ in 0..chance.between(8, 16) {
            // What cannot be opened as a bundle at all is refused, and changes nothing either.
            drop(cedar.desk.receive(&again(&sticks, &mut chance), "stick", 1));
            let now = cedar.desk.fold(millbrook.assembly).unwrap().map_or(0, |fold| fold.sizes().0);
            assert!(now >= held, "{held} changes were here, and now {now}");
            held = now;
            replays += 1;
        }
        cedar.read(&sticks[sticks.len() - 1]);
        assert_eq!(cedar.commons(millbrook.assembly), whole);
        // The newest is known: from here on whatever is old is nothing new, also to the one who wrote it.
        for _ in 0..4 {
            let old = again(&sticks, &mut chance);
            for town in [&mut cedar, &mut millbrook] {
                let new = town.desk.receive(&old, "stick", 1).map_or(0, |received| received.new.values().sum::<usize>());
                assert_eq!((new, town.commons(assembly)), (0, whole));
            }
            replays += 1;
        }
        assert_eq!(cedar.forkers(millbrook.assembly), 0);
    }
    tried("old sticks that came again", replays);
}

#[test]
fn what_a_laptop_said_in_an_old_session_says_nothing_in_a_new_one() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(60, 500));
    let mut millbrook = Town::found(&place.path().join("Millbrook"), "Millbrook");
    let mut cedar = Town::found(&place.path().join("Cedar"), "Cedar Falls");
    let code = millbrook.desk.invite_town(millbrook.assembly, &[], 1).unwrap();
    cedar.desk.join_town(&code, None, 1).unwrap();
    let sticks = [millbrook.stick(), cedar.desk.speak(&[millbrook.assembly], 1).unwrap().0.to_bytes()];
    cedar.read(&sticks[0]);
    millbrook.read(&sticks[1]);
    (0..20).for_each(|number| {
        cedar.flour(&number.to_string());
    });
    let assemblies = [millbrook.assembly, cedar.assembly];
    let endpoint =
        |town: &Town| town.desk.fold(town.assembly).unwrap().unwrap().book().commons.roll.live_devices().next().unwrap().1.keys.endpoint;
    let endpoints = [endpoint(&millbrook), endpoint(&cedar)];
    let mut halls = [millbrook.desk, cedar.desk].map(|desk| Hall::of(Keeper::of(desk, || 1).unwrap()));
    let call = |at: usize| Caller { ours: assemblies[at], endpoint: endpoints[1 - at], dialled: at == 1, road: "path".to_owned() };
    // They meet once, and somebody writes down what Cedar Falls says.
    let mut written: Vec<Vec<u8>> = Vec::new();
    (0..2).for_each(|at| halls[at].open(1, call(at), 0).unwrap());
    for turn in 0..60 {
        let from = turn % 2;
        while let Some(said) = halls[from].say(1, 0).unwrap() {
            halls[1 - from].hear(1, Frame::decode_all(&said).unwrap(), 0).unwrap();
            written.extend((from == 1).then_some(said));
        }
    }
    (0..2).for_each(|at| halls[at].close(1, "goodbye"));
    let held = |hall: &Hall<Keeper>| hall.holder().holdings().values().map(folkmoot_sync::Holding::len).sum::<usize>();
    let before = held(&halls[0]);
    assert!(before > 24 && written.len() > 1, "they met, and both held {before}");
    for round in 0..wanted as u64 {
        halls[0].open(2 + round, call(0), 0).unwrap();
        for _ in 0..chance.between(1, 6) {
            let old = Frame::decode_all(&written[chance.below(written.len())]).unwrap();
            if halls[0].say(2 + round, 0).is_err() || halls[0].hear(2 + round, old, 0).is_err() {
                break;
            }
        }
        halls[0].close(2 + round, "cut");
        assert_eq!(held(&halls[0]), before);
    }
    // Whoever is honest is heard as before.
    let mut hall = halls.into_iter().next().unwrap();
    assert!(hall.holder_mut().desk_mut().verify(|_, _| ()).unwrap().ok);
    tried("old sessions that were said again", wanted);
}

#[test]
fn a_laptop_that_is_set_back_is_found_out_and_takes_nothing_that_others_have() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(12, 100));
    let mut beginning = Town::found(&place.path().join("beginning"), "Millbrook");
    beginning.flour("the first");
    let assembly = beginning.assembly;
    for round in 0..wanted {
        let (now, before) = (place.path().join(format!("{round}-now")), place.path().join(format!("{round}-before")));
        copy_home(&place.path().join("beginning"), &now);
        let open = |dir: &std::path::Path| Town { desk: folkmoot_desk::Desk::open_existing(dir).unwrap(), assembly };
        let mut cedar = Town::found(&place.path().join(format!("{round}-cedar")), "Cedar Falls");
        let mut millbrook = open(&now);
        (0..chance.below(4)).for_each(|number| {
            millbrook.flour(&format!("kept {number}"));
        });
        drop(millbrook);
        copy_home(&now, &before);
        let mut millbrook = open(&now);
        let said: Vec<_> = (0..chance.between(1, 5)).map(|number| millbrook.flour(&format!("said {number}"))).collect();
        cedar.read(&millbrook.stick());
        // The disk of yesterday is put in again, and writes something else on.
        let mut rolled_back = open(&before);
        (0..chance.between(1, 5)).for_each(|number| {
            rolled_back.flour(&format!("otherwise {number}"));
        });
        cedar.read(&rolled_back.stick());
        assert_eq!(cedar.forkers(assembly), 1, "everybody sees that this laptop says two things");
        assert!(said.iter().all(|act| cedar.desk.fold(assembly).unwrap().unwrap().act(act).is_some()), "nothing that was here is gone");
        // Both halves come to the same once they have heard it all.
        let all = cedar.desk.speak(&[], 1).unwrap().0.to_bytes();
        millbrook.read(&all);
        rolled_back.read(&all);
        let digests = [&cedar, &millbrook, &rolled_back].map(|town| town.commons(assembly));
        assert!(digests.iter().all(|digest| *digest == digests[0]), "{digests:?}");
        assert!(millbrook.desk.act(assembly, &[super::homes::flour("more")], 1).is_err(), "a laptop that says two things stops");
    }
    tried("laptops that were set back", wanted);
}
