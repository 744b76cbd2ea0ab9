//! Honest acts, changed at random and signed anew as Cy; honest bundles and talk, changed at random and signed by nobody.

use folkmoot::change::{MAX_SEEN, Ring, SignedChange, Unsigned, VerifiedChange};
use folkmoot::id::{ActId, ChangeHash};
use folkmoot::value::{MAX_DEPTH, Value};
use folkmoot_desk::Keeper;
use folkmoot_sync::{Frame, Hall};
use folkmoot_testkit::{Chance, size};

use crate::packing::{pack, part, with_parts};
use crate::town::{Millbrook, NOW};
use crate::watch::{alone, counted, watched};

/// How many mutations of one town go before everything is built again and the next town begins.
const ROUND: usize = 300;
/// How many mutations travel in one bundle.
const TOGETHER: usize = 10;

fn mutants() -> usize {
    size(1_500, 100_000)
}

/// The most bytes that one change of a value may make of it: far more than an act may have. Without end, three in a row would come to gigabytes here, before
/// anything is sent to anybody.
const LARGEST: usize = 1 << 20;

/// So many times, or as often as there is room for.
fn times(wanted: usize, bytes: usize) -> usize {
    wanted.min(LARGEST / bytes.max(1)).max(1)
}

/// Numbers, and texts that are numbers somewhere, at the ends of what can be written.
const NUMBERS: [i64; 10] = [0, 1, -1, i64::MAX, i64::MIN, u32::MAX as i64, u32::MAX as i64 + 1, i32::MAX as i64, u16::MAX as i64, 1 << 53];
const TEXTS: [&str; 14] = [
    "",
    " ",
    "0",
    "-0",
    "999999999999999999999999999999",
    "0.0000000000000000000000000001",
    "1e99",
    "9999-12-31",
    "-262143-01-01",
    "2027-02-30",
    "\u{202e}\u{0}\u{7f}",
    "e\u{301}\u{301}\u{301}",
    "../../etc/passwd",
    "<script>alert(1)</script>",
];

/// One value somewhere in an act becomes another.
fn change_a_value(value: &mut Value, chance: &mut Chance, others: &[Value]) {
    match value {
        Value::List(items) if !items.is_empty() && !chance.one_in(4) => {
            let at = chance.below(items.len());
            match chance.below(6) {
                0 => drop(items.remove(at)),
                1 => items.push(items[at].clone()),
                2 => items.reverse(),
                3 => {
                    let wanted = times(chance.between(2, 1_500), items[at].encode().len());
                    *items = std::iter::repeat_n(items[at].clone(), wanted).collect();
                }
                _ => change_a_value(&mut items[at], chance, others),
            }
        }
        Value::Map(fields) if !fields.is_empty() && !chance.one_in(8) => {
            let at = chance.below(fields.len());
            let name = fields.keys().nth(at).unwrap().clone();
            match chance.below(8) {
                0 => drop(fields.remove(&name)),
                1 => drop(fields.insert("zzz".to_owned(), Value::Bool(true))),
                2 => {
                    let taken = fields.remove(&name).unwrap();
                    fields.insert(format!("{name}s"), taken);
                }
                _ => change_a_value(fields.get_mut(&name).unwrap(), chance, others),
            }
        }
        Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) | Value::Map(_) => *value = another(value, chance, others),
    }
}

fn another(value: &Value, chance: &mut Chance, others: &[Value]) -> Value {
    match (chance.below(9), value) {
        (0..=2, Value::Int(_)) => Value::Int(NUMBERS[chance.below(NUMBERS.len())]),
        (0, _) => Value::Int(NUMBERS[chance.below(NUMBERS.len())]),
        (1 | 2, _) => Value::Text(TEXTS[chance.below(TEXTS.len())].to_owned()),
        (3, Value::Text(text)) => Value::Text(text.repeat(times(chance.between(2, 400), text.len()))),
        (4, Value::Text(text)) => Value::Text(text.chars().rev().collect()),
        (5, _) => (0..chance.between(1, MAX_DEPTH + 2)).fold(value.clone(), |inner, _| Value::List(vec![inner])),
        (6, _) => Value::List(vec![Value::Bool(true); chance.between(0, 3_000)]),
        (7, _) => Value::Bool(chance.one_in(2)),
        // A splice: something of another act.
        (_, _) => others[chance.below(others.len())].clone(),
    }
}

/// Every value that stands anywhere in the acts of the town.
fn parts_of(value: &Value, into: &mut Vec<Value>) {
    into.push(value.clone());
    match value {
        Value::List(items) => items.iter().for_each(|item| parts_of(item, into)),
        Value::Map(fields) => fields.values().for_each(|field| parts_of(field, into)),
        Value::Bool(_) | Value::Int(_) | Value::Text(_) => {}
    }
}

/// Some bytes become others; what the bytes stand for may be anything afterwards.
pub(crate) fn change_bytes(bytes: &mut Vec<u8>, chance: &mut Chance) {
    if bytes.is_empty() {
        bytes.push(chance.below(256) as u8);
    }
    let (at, other) = (chance.below(bytes.len()), chance.below(bytes.len()));
    let (from, to) = (at.min(other), at.max(other) + 1);
    match chance.below(8) {
        0 => bytes[at] ^= 1 << chance.below(8),
        1 => bytes[at] = chance.below(256) as u8,
        2 => bytes.truncate(at),
        3 => bytes.extend_from_within(from..to),
        4 => drop(bytes.drain(from..to)),
        // A length that promises billions, or nothing.
        5 => {
            let length = [u32::MAX, 0, 1 << 24, bytes.len() as u32, i32::MAX as u32][chance.below(5)];
            let end = bytes.len().min(at + 4);
            bytes[at..end].copy_from_slice(&length.to_be_bytes()[..end - at]);
        }
        6 => drop(bytes.splice(at..at, std::iter::repeat_n(5, 5 * chance.between(1, 40)))),
        _ => bytes[from..to].fill([0, 0xff, 0x80, 6][chance.below(4)]),
    }
}

impl Millbrook {
    /// One change that Cy signs: an act of the town's made another, or an envelope that is not as it should be.
    fn mutant(&self, changes: &[VerifiedChange], others: &[Value], late: bool, chance: &mut Chance) -> Unsigned {
        let honest = changes[chance.below(changes.len())].says();
        let mut act = honest.act.clone();
        let (mut ring, mut document) = (honest.ring, honest.document.as_str().to_owned());
        match chance.below(10) {
            0..=5 => {
                let mut value = Value::decode(&act).unwrap();
                (0..chance.between(1, 3)).for_each(|_| change_a_value(&mut value, chance, others));
                act = value.encode();
            }
            6..=8 => (0..chance.between(1, 3)).for_each(|_| change_bytes(&mut act, chance)),
            _ => {}
        }
        if chance.one_in(12) {
            ring = Ring::ALL[chance.below(3)];
        }
        if chance.one_in(12) {
            document = changes[chance.below(changes.len())].says().document.as_str().to_owned();
        }
        let mut says = self.next(ring, &document, act);
        if chance.one_in(6) {
            says.claimed_at = NUMBERS[chance.below(NUMBERS.len())];
        }
        if chance.one_in(20) {
            says.epoch = [1, u32::MAX, 7][chance.below(3)];
        }
        // What breaks Cy's own line comes last: from then on nothing that Cy says counts.
        if late && chance.one_in(3) {
            match chance.below(6) {
                0 => says.prev = None,
                1 => says.prev = Some(changes[chance.below(changes.len())].hash()),
                2 => says.seq = [0, u64::MAX, says.seq.wrapping_add(1), u64::MAX - 1][chance.below(4)],
                3 => says.seen = Vec::new(),
                4 => says.seen = (0..MAX_SEEN as u32).map(made_up).collect(),
                _ => says.seen.extend(changes.iter().map(VerifiedChange::hash)),
            }
            says.seen.sort_unstable();
            says.seen.dedup();
        }
        says
    }
}

/// The hash of a change that nobody wrote.
pub(crate) fn made_up(number: u32) -> ChangeHash {
    ChangeHash(*blake3::hash(&number.to_be_bytes()).as_bytes())
}

#[test]
fn acts_that_were_changed_and_signed_anew_are_refused_or_void_or_what_a_member_may_do() {
    let _alone = alone("mutants");
    let seed = Chance::seed_of_the_day();
    let mut seeds = Chance::new(seed);
    let beginning = Millbrook::found();
    let changes = beginning.changes();
    let mut others = Vec::new();
    changes.iter().for_each(|change| parts_of(&change.act(), &mut others));
    for round in 0..mutants().div_ceil(ROUND) {
        let mut town = beginning.copied();
        // Any of many rounds is brought back as the first one of its own seed.
        let seed = if round == 0 { seed } else { seeds.number() };
        println!("the round of FOLKMOOT_SEED={seed} begins");
        let mut chance = Chance::new(seed);
        for bundle in 0..ROUND / TOGETHER {
            let late = bundle > ROUND / TOGETHER * 2 / 3;
            let what = format!("the round of FOLKMOOT_SEED={seed}, bundle {bundle}");
            let sign = |_| {
                let says = town.mutant(&changes, &others, late, &mut chance);
                Frame::Change(town.sign(says))
            };
            let frames: Vec<Frame> = (0..TOGETHER).map(sign).filter(|frame| frame.encode().is_ok()).collect();
            counted("mutants signed anew", frames.len());
            let said: Vec<String> = frames.iter().map(told).collect();
            watched(&what, || tally(&town.takes(bundle % 2, frames)));
            let stands = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| town.honest_stands(bundle % 2)));
            assert!(stands.is_ok(), "{what}: {said:#?}");
        }
        town.still_stands();
        statuses(&town);
    }
}

/// A change in words, for whoever looks for the one that did harm.
fn told(frame: &Frame) -> String {
    let Frame::Change(bytes) = frame else { return "no change".to_owned() };
    let Ok(change) = SignedChange::decode(bytes) else { return "no envelope".to_owned() };
    let says = change.claims();
    let act = Value::decode(&says.act).map_or_else(|why| why.to_string(), |act| act.to_json().to_string());
    let act: String = act.chars().take(1200).chain(format!(" ({} bytes)", says.act.len()).chars()).collect();
    format!("{} {} seq {} epoch {} prev {:?}: {act}", says.ring.word(), says.document, says.seq, says.epoch, says.prev)
}

fn tally(received: &folkmoot_desk::Received) {
    received.refused.iter().for_each(|refused| counted(&format!("refused: {}", refused.reason), 1));
    counted("kept, waiting for others", received.waiting);
}

fn statuses(town: &Millbrook) {
    let fold = town.homes[0].desk.fold(town.assembly).unwrap().unwrap();
    for judged in fold.judged().filter(|judged| judged.change.says().device == town.cy.device) {
        let status = serde_json::to_value(judged.status).unwrap()["status"].as_str().unwrap().to_owned();
        counted(&format!("kept: {status}"), 1);
    }
}

#[test]
fn bundles_and_talk_that_were_changed_on_the_road_bring_nothing() {
    let _alone = alone("roads");
    let mut chance = Chance::of_the_day();
    let mut town = Millbrook::found();
    let acts: Vec<ActId> = town.changes().iter().map(VerifiedChange::act_id).collect();
    let frames: Vec<Frame> = town.changes().iter().map(|change| Frame::Change(change.signed().encode())).collect();
    let said: Vec<u8> = frames.iter().flat_map(|frame| frame.encode().unwrap()).collect();
    let honest = pack(frames, &town.cy.pen);
    let mut hall = town.hall(0);
    for number in 0..mutants() {
        let (mut bundle, mut frames) = (honest.clone(), said.clone());
        (0..chance.between(1, 4)).for_each(|_| change_bytes(&mut bundle, &mut chance));
        (0..chance.between(1, 4)).for_each(|_| change_bytes(&mut frames, &mut chance));
        let repaired = with_parts(&[part(0, &frames)]);
        let what = format!("mutation {number} of the road");
        watched(&what, || {
            for bundle in [bundle, repaired] {
                match town.homes[number % 2].desk.receive(&bundle, "stick", NOW) {
                    Ok(received) => {
                        assert!(received.new.is_empty() && received.waiting == 0, "{received:?}");
                        tally(&received);
                        counted("refused: damaged part", received.damaged_parts.len());
                    }
                    Err(trouble) => counted(&format!("refused: {}", trouble.code()), 1),
                }
            }
        });
        watched(&what, || talk(&mut hall, &town, number as u64, &frames, &mut chance));
    }
    counted("mutated bundles", 2 * mutants());
    counted("mutated sessions", mutants());
    let fold = town.homes[0].desk.fold(town.assembly).unwrap().unwrap();
    let held: Vec<ActId> = fold.judged().map(|judged| judged.change.act_id()).collect();
    assert_eq!(held, acts, "nothing but the honest acts is in the book");
    town.still_stands();
}

/// A session with Cy's laptop that says part of this, and something of its own that was changed.
fn talk(hall: &mut Hall<Keeper>, town: &Millbrook, id: u64, frames: &[u8], chance: &mut Chance) {
    hall.open(id, town.cy_calls(), 0).unwrap();
    for turn in 0..4 {
        let Ok(Some(mut heard)) = hall.say(id, 0) else { break };
        if turn > 0 || chance.one_in(2) {
            change_bytes(&mut heard, chance);
        }
        heard.extend_from_slice(frames);
        let mut rest = &heard[..];
        let mut told = Vec::new();
        while let Ok((frame, after)) = Frame::decode(rest) {
            told.push(frame);
            rest = after;
        }
        if let Err(dropped) = hall.hear(id, told, 0) {
            counted(&format!("session: {}", dropped.code()), 1);
            break;
        }
    }
    hall.close(id, "cut");
}
