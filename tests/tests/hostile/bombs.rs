//! Small things that would be large: what unfolds, what promises much, what waits for ever.

use ed25519_dalek::SigningKey;
use folkmoot::change::{MAX_CHANGE_BYTES, MAX_SEEN, Ring};
use folkmoot::id::{ChangeHash, DeviceId, FileHash};
use folkmoot::value::{MAX_DEPTH, MAX_VALUES, Value};
use folkmoot_archive::{Archive, MAX_ORPHANS_PER_DEVICE};
use folkmoot_desk::Received;
use folkmoot_sync::{Frame, Talk};
use serde_json::json;

use crate::mutants::made_up;
use crate::packing::{frame, part, with_parts};
use crate::town::{DAY, Millbrook, NOW};
use crate::watch::{alone, counted, watched};

impl Millbrook {
    /// Ada takes in a bundle that only its packer vouches for.
    fn reads(&mut self, what: &str, bundle: &[u8]) -> Received {
        counted("bombs", 1);
        let desk = &mut self.homes[0].desk;
        watched(what, || desk.receive(bundle, "stick", NOW).unwrap())
    }
}

fn a_file(bytes: &[u8]) -> Vec<u8> {
    let frame = Frame::File {
        hash: FileHash::of(bytes),
        assembly: folkmoot::id::AssemblyId([1; 32]),
        ring: Ring::Commons,
        name: "x".into(),
        bytes: bytes.to_vec(),
    };
    frame.encode().unwrap()
}

#[test]
fn a_part_that_unfolds_without_end_is_refused_alone() {
    let _alone = alone("bombs-unfold");
    let mut town = Millbrook::found();
    let bomb = part(0, &vec![0; 40 * 1024 * 1024]);
    assert!(bomb.len() < 64 * 1024);
    let received = town.reads("a part of 40 MB in 40 KB", &with_parts(&[bomb]));
    assert_eq!((received.damaged_parts, received.new.len()), (vec![0], 0));
    town.still_stands();
}

#[test]
fn many_parts_that_each_unfold_as_far_as_they_may_are_not_all_held_at_once() {
    let _alone = alone("bombs-parts");
    let mut town = Millbrook::found();
    let empty = vec![0; 10 * 1024 * 1024];
    let file = a_file(&empty);
    let bundle = with_parts(&(0..16).map(|index| part(index, &file)).collect::<Vec<_>>());
    assert!(bundle.len() < 1024 * 1024);
    let received = town.reads("sixteen files of 10 MB that nobody asked for", &bundle);
    assert_eq!(received.files, 0);
    let changes: Vec<u8> = frame(1, &vec![0; MAX_CHANGE_BYTES]).repeat(39);
    let bundle = with_parts(&(0..8).map(|index| part(index, &changes)).collect::<Vec<_>>());
    let received = town.reads("three hundred empty changes of 256 KB", &bundle);
    assert!(received.new.is_empty());
    let letters = frame(4, &vec![b' '; 4096]).repeat(2_500);
    let bundle = with_parts(&(0..8).map(|index| part(index, &letters)).collect::<Vec<_>>());
    let received = town.reads("twenty thousand letters of 4 KB", &bundle);
    assert!(received.letters.is_empty());
    town.still_stands();
}

#[test]
fn a_part_of_a_million_frames_is_no_part() {
    let _alone = alone("bombs-frames");
    let mut town = Millbrook::found();
    for kind in [1, 2, 4, 20, 200] {
        let million = frame(kind, &[]).repeat(1_000_000);
        let received = town.reads(&format!("a million frames of kind {kind} and no content"), &with_parts(&[part(0, &million)]));
        assert!(received.new.is_empty() && received.refused.len() < 10_000);
    }
    town.still_stands();
}

#[test]
fn an_act_that_promises_billions_or_nests_without_end_is_refused_and_one_within_limits_is_kept() {
    let _alone = alone("bombs-acts");
    let mut town = Millbrook::found();
    let promising = |tag: u8| [&[6, 0, 0, 0, 1, 0, 0, 0, 2, b'd', b'o', tag][..], &[0xff; 4]].concat();
    let deep: Vec<u8> = std::iter::repeat_n([5, 0, 0, 0, 1], 50_000).flatten().collect();
    let acts = [promising(4), promising(5), promising(6), vec![5, 0xff, 0xff, 0xff, 0xff], vec![6, 0xff, 0xff, 0xff, 0xff], deep];
    for (number, act) in acts.into_iter().enumerate() {
        let says = town.next(Ring::Assembly, "future", act);
        let frames = vec![Frame::Change(town.sign(says))];
        let received = watched(&format!("promise {number}"), || town.takes(0, frames));
        assert_eq!(received.refused[0].reason, "act-unreadable");
        counted("bombs", 1);
    }
    let full = |levels: usize, values: usize| {
        let wide = Value::List(vec![Value::Bool(true); values]);
        let nested = (0..levels).fold(wide, |inner, _| Value::List(vec![inner]));
        Value::Map([("do".to_owned(), Value::Text("levitate".to_owned())), ("x".to_owned(), nested)].into()).encode()
    };
    let levels = MAX_DEPTH - 2;
    for (act, kept) in
        [(full(levels, MAX_VALUES - levels - 3), true), (full(levels, MAX_VALUES - levels - 2), false), (full(levels + 1, 2), false)]
    {
        for _ in 0..5 {
            let says = town.next(Ring::Assembly, "future", act.clone());
            let frames = vec![Frame::Change(town.sign(says))];
            let received = watched("ten thousand values, sixteen deep", || town.takes(0, frames));
            assert_eq!((received.new.len(), received.refused.len()), if kept { (1, 0) } else { (0, 1) });
            counted("bombs", 1);
        }
    }
    town.still_stands();
}

#[test]
fn acts_as_large_as_a_change_may_be_are_kept_and_larger_ones_are_not() {
    let _alone = alone("bombs-large");
    let mut town = Millbrook::found();
    for (length, fits) in [(MAX_CHANGE_BYTES - 1_000, true), (MAX_CHANGE_BYTES, false)] {
        for _ in 0..8 {
            let note = json!({ "do": "floor.note", "meeting": DAY, "text": "x".repeat(length) });
            let frame = Frame::Change(town.act(&note));
            counted("bombs", 1);
            if fits {
                let received = watched("a note of 256 KB", || town.takes(0, vec![frame]));
                assert_eq!(received.refused.len(), 0);
            } else {
                assert!(frame.encode().is_err(), "it does not even travel");
            }
        }
    }
    town.still_stands();
}

#[test]
fn a_draft_takes_so_much_and_no_more_however_many_type_in_it() {
    let _alone = alone("bombs-drafts");
    let mut town = Millbrook::found();
    // Ada opens it only in the end.
    let mut follows = town.homes[1].desk.draft(town.assembly, town.draft).unwrap().tips();
    for number in 0..30 {
        let insert = json!([{ "insert": { "text": "\u{1f525}".repeat(9_000) } }]);
        let delete = json!([{ "delete": { "from": format!("{}.0", town.draft), "count": u32::MAX } }]);
        let runs = if number < 25 { insert } else { delete };
        let edit = json!({ "do": "draft.edit", "draft": town.draft, "follows": follows, "runs": runs });
        let bytes = town.act(&edit);
        let id = town.cy.fold.judged().last().unwrap().change.act_id();
        watched("an edit that inserts nine thousand characters", || drop(town.takes(0, vec![Frame::Change(bytes)])));
        if town.homes[0].desk.counts(town.assembly, &id).unwrap() {
            follows = vec![id];
        }
        counted("bombs", 1);
    }
    watched("the draft is read", || {
        let draft = town.homes[0].desk.draft(town.assembly, town.draft).unwrap();
        assert!(draft.text().unwrap().contains("The mill is everybody's."));
    });
    town.still_stands();
}

#[test]
fn changes_that_wait_for_others_fill_nobody_s_home() {
    let _alone = alone("bombs-orphans");
    let mut town = Millbrook::found();
    let act = Value::Map([("do".to_owned(), Value::Text("levitate".to_owned()))].into()).encode();
    let mut says = town.next(Ring::Commons, "future", act.clone());
    says.seen = (0..MAX_SEEN as u32).map(made_up).collect();
    says.seen.sort_unstable();
    let frames = vec![Frame::Change(says.clone().sign(&town.cy.pen).encode())];
    assert_eq!(watched("a change that has seen 4096 made-up others", || town.takes(0, frames)).waiting, 1);
    says.seen.push(ChangeHash([0xff; 32]));
    let frames = vec![Frame::Change(says.sign(&town.cy.pen).encode())];
    assert_eq!(watched("a change that has seen 4097", || town.takes(0, frames)).refused[0].reason, "malformed");
    let lone = |town: &Millbrook, pen: &SigningKey, number: u32, act: Vec<u8>| {
        let mut says = town.next(Ring::Commons, "future", act);
        (says.device, says.seq, says.prev) = (DeviceId(pen.verifying_key().to_bytes()), 7, Some(made_up(number)));
        Frame::Change(says.sign(pen).encode())
    };
    // Cy alone has so many waiting and no more.
    let pen = town.cy.pen.clone();
    let frames: Vec<Frame> = (0..2_000).map(|number| lone(&town, &pen, number, act.clone())).collect();
    let received = watched("two thousand changes that wait", || town.takes(0, frames));
    assert_eq!(received.waiting, MAX_ORPHANS_PER_DEVICE as usize - 1);
    assert!(received.refused.iter().all(|refused| refused.reason == "too-many-waiting"));
    // Large ones of laptops that nobody knows.
    let large =
        Value::Map([("do".to_owned(), Value::Text("levitate".to_owned())), ("x".to_owned(), Value::Text("x".repeat(250_000)))].into());
    for number in 0..40u8 {
        let pen = SigningKey::from_bytes(&[number; 32]);
        let frames: Vec<Frame> = (0..8).map(|more| lone(&town, &pen, 10_000 + more, large.encode())).collect();
        watched("large changes of made-up laptops wait", || drop(town.takes(0, frames)));
        counted("bombs", 8);
    }
    let archive = Archive::open_existing(&town.dir(0)).unwrap();
    let waiting = archive.orphans(town.assembly).unwrap();
    let bytes: usize = waiting.iter().map(|orphan| orphan.change.signed().encode().len()).sum();
    assert!(bytes < 20 * 1024 * 1024, "{bytes} bytes wait in {} changes", waiting.len());
    drop(archive);
    watched("a small thing is taken in beside them", || drop(town.takes(0, Vec::new())));
    town.still_stands();
}

#[test]
fn talk_as_long_as_it_may_be_is_heard_or_dropped_and_nothing_is_kept() {
    let _alone = alone("bombs-talk");
    let mut town = Millbrook::found();
    let (mut hall, caller) = (town.hall(0), town.cy_calls());
    let ascending = |each: usize| -> Vec<u8> {
        let entry = |number: u32| [&number.to_be_bytes()[..], &vec![7; each - 4]].concat();
        (0..(Talk::MAX_BYTES / each) as u32 - 1).flat_map(entry).collect()
    };
    for (id, kind) in (1..).zip(16..=23u8) {
        hall.open(id, caller.clone(), 0).unwrap();
        let mut stream = hall.say(id, 0).unwrap().unwrap();
        stream.extend(frame(kind, &ascending(64)));
        watched(&format!("talk of kind {kind} and a megabyte"), || {
            let frames: Result<Vec<Frame>, _> = Frame::decode_all(&stream);
            let outcome = frames.map(|frames| hall.hear(id, frames, 0).and_then(|()| hall.say(id, 0).map(drop)));
            counted(if matches!(outcome, Ok(Ok(()))) { "session: heard" } else { "session: dropped" }, 1);
        });
        hall.close(id, "cut");
        counted("bombs", 1);
    }
    // A hundred wishes, and a flood of turns.
    hall.open(99, caller, 0).unwrap();
    let mut flood = hall.say(99, 0).unwrap().unwrap();
    let want = Talk::Want { assembly: town.assembly, cards: Vec::new(), files: vec![FileHash([1; 32]); 500] };
    flood.extend(Frame::Talk(want).encode().unwrap().repeat(100));
    let frames = Frame::decode_all(&flood).unwrap();
    let dropped = watched("a hundred wishes at once", || hall.hear(99, frames, 0)).unwrap_err();
    assert_eq!(dropped.code(), "flood");
    town.still_stands();
}
