//! Bundles on bad media and in wrong hands: everything intact is taken in, and nothing else is.

use std::collections::BTreeSet;
use std::path::PathBuf;

use crate::forged::{blocks, busy_town, pack};
use crate::town::{Hash, Town, refused};
use folkmoot_testkit::{Chance, tried};

/// A bundle of several parts, a reader who has none of it, and what the reader's commons come to with all of it.
struct Stick {
    dir: tempfile::TempDir,
    bundle: Vec<u8>,
    whole: Vec<Hash>,
    homes: usize,
}

impl Stick {
    fn new() -> Stick {
        let bundle = pack(busy_town(150).changes());
        let dir = tempfile::tempdir().unwrap();
        let first = Town::at(&dir.path().join("first"));
        assert_eq!(first.read(&bundle).code, 0);
        assert!(blocks(&bundle).len() > 6, "several parts");
        Stick { bundle, whole: first.commons(), dir, homes: 0 }
    }

    fn reader(&mut self) -> Town {
        self.homes += 1;
        Town::at(&self.dir.path().join(self.homes.to_string()))
    }

    /// Reads a damaged copy in a new home, then the good one: whatever came of the first, the second completes it.
    fn read_damaged_then_good(&mut self, damaged: &[u8], what: &str) -> i32 {
        let reader = self.reader();
        let answer = reader.read(damaged);
        match answer.code {
            0 => assert_eq!(reader.commons(), self.whole, "{what}"),
            4 if answer.json["ok"] == true => {
                assert_ne!(answer.received()["damaged_parts"], serde_json::json!([]), "{what}: {answer:?}");
                assert!(reader.commons().iter().all(|(_, _, changes, _)| *changes < self.whole[0].2), "{what}");
            }
            4 => assert!(!reader.home().exists(), "{what}: {answer:?}"),
            other => panic!("{what}: exit {other}, {answer:?}"),
        }
        reader.read(&self.bundle);
        assert_eq!(reader.commons(), self.whole, "{what}");
        answer.code
    }
}

#[test]
fn a_bundle_cut_short_anywhere_gives_what_is_before_the_cut_and_the_good_one_gives_the_rest() {
    let (mut stick, mut chance) = (Stick::new(), Chance::of_the_day());
    let pieces = blocks(&stick.bundle);
    let parts_end = stick.bundle.len() - pieces[pieces.len() - 2..].concat().len();
    for _ in 0..8 {
        let length = chance.below(parts_end);
        let cut = stick.bundle[..length].to_vec();
        assert_eq!(stick.read_damaged_then_good(&cut, &format!("cut at {length}")), 4);
    }
    let without_its_end = stick.bundle[..parts_end].to_vec();
    assert_eq!(stick.read_damaged_then_good(&without_its_end, "every part, and no signature of its packer"), 0);
}

#[test]
fn a_flipped_bit_anywhere_costs_at_most_its_part_and_the_good_one_gives_it_back() {
    let (mut stick, mut chance) = (Stick::new(), Chance::of_the_day());
    for _ in 0..8 {
        let (at, bit) = (chance.below(stick.bundle.len()), chance.below(8));
        let mut bent = stick.bundle.clone();
        bent[at] ^= 1 << bit;
        stick.read_damaged_then_good(&bent, &format!("bit {bit} of byte {at}"));
    }
}

#[test]
fn parts_in_any_order_and_the_same_bundle_twice_come_to_the_same() {
    let mut stick = Stick::new();
    let pieces = blocks(&stick.bundle);
    let shuffled = [&pieces[..1], &pieces[1..].iter().rev().cloned().collect::<Vec<_>>()].concat().concat();
    assert_ne!(shuffled, stick.bundle);
    assert_eq!(stick.read_damaged_then_good(&shuffled, "reversed"), 0);
    let twice = [pieces.concat(), pieces[2..].concat()].concat();
    assert_eq!(stick.read_damaged_then_good(&twice, "every part twice"), 0);
    let reader = stick.reader();
    for new in [stick.whole[0].2, 0, 0] {
        let answer = reader.read(&stick.bundle);
        assert_eq!(
            (answer.code, answer.received()["new"].as_object().unwrap().values().map(|new| new.as_u64().unwrap()).sum::<u64>()),
            (0, new)
        );
        assert_eq!(reader.commons(), stick.whole);
    }
}

#[test]
fn what_is_no_bundle_is_named_and_begins_no_home() {
    let mut stick = Stick::new();
    let reader = stick.reader();
    let mut newer = stick.bundle.clone();
    newer[3] = 1;
    let headless = [&stick.bundle[..4], &[0; 500]].concat();
    let cases: [(&[u8], &str); 6] = [
        (b"40 kg of flour from Cedar Falls\n", "not-a-bundle"),
        (b"", "not-a-bundle"),
        (&[0; 100_000], "not-a-bundle"),
        (&newer, "bundle-newer"),
        (&headless, "bundle-damaged"),
        (&stick.bundle[..60], "bundle-damaged"),
    ];
    for (bytes, code) in cases {
        refused(reader.read(bytes), 4, code);
    }
    reader.refuses(&["bundle", "read", "/no/such/stick"], 2, "file");
    assert!(!reader.home().exists());
    assert_eq!(reader.read(&stick.bundle).code, 0);
    for (bytes, code) in cases {
        refused(reader.read(bytes), 4, code);
    }
    assert_eq!(reader.commons(), stick.whole);
}

#[test]
fn a_bundle_sealed_to_another_town_stays_closed_and_its_town_reads_it() {
    let dir = tempfile::tempdir().unwrap();
    let [millbrook, cedar, ashgrove] =
        [("Millbrook", "Ada"), ("Cedar Falls", "Bo"), ("Ashgrove", "Cy")].map(|(name, who)| Town::found(dir.path(), name, who));
    millbrook.read(&cedar.pack(&dir.path().join("from-cedar")));
    let file = dir.path().join("for-cedar");
    let words = ["bundle", "write", file.to_str().unwrap(), "--for", "Cedar Falls"];
    assert_eq!(millbrook.must(&words).json["spoken"]["sealed"], true);
    millbrook.refuses(&words, 2, "file-there");
    let before = ashgrove.hashes();
    let sealed = std::fs::read(&file).unwrap();
    let answer = ashgrove.read(&sealed);
    assert_eq!((answer.code, answer.received()["sealed_parts"].as_u64()), (4, Some(1)), "{answer:?}");
    assert_eq!(ashgrove.hashes(), before);
    assert_eq!(cedar.read(&sealed).code, 0);
    assert_eq!(cedar.commons(), millbrook.commons());
    millbrook.refuses(&["bundle", "write", "/dev/null/stick", "--for", "Ashgrove"], 2, "unknown-assembly");
    millbrook.refuses(&["bundle", "write", "/no/such/stick"], 2, "file");
}

/// Two couriers came through the rain: of one stick every second part is gone, of the other one the parts between. Whatever lies behind a part
/// that is damaged is read, so the two together are the whole.
#[test]
fn two_sticks_that_are_each_damaged_half_the_way_through_make_a_whole_one() {
    let mut stick = Stick::new();
    let pieces = blocks(&stick.bundle);
    let parts = 2..pieces.len() - 2;
    assert!(parts.len() >= 4, "several parts");
    let wet = [0, 1].map(|which| {
        let mut wet = pieces.clone();
        for at in parts.clone().skip(which).step_by(2) {
            let middle = wet[at].len() / 2;
            wet[at][middle] ^= 0x10;
        }
        wet.concat()
    });
    for order in [[0, 1], [1, 0]] {
        let reader = stick.reader();
        for which in order {
            let answer = reader.read(&wet[which]);
            let damaged: Vec<usize> = (0..parts.len()).skip(which).step_by(2).collect();
            assert_eq!((answer.code, &answer.received()["damaged_parts"]), (4, &serde_json::json!(damaged)), "{answer:?}");
        }
        assert_eq!(reader.commons(), stick.whole, "{order:?}");
    }
}

#[test]
fn a_tampered_stick_among_good_ones_loses_only_what_was_tampered_with() {
    let dir = tempfile::tempdir().unwrap();
    let towns = [("Millbrook", "Ada"), ("Cedar Falls", "Bo"), ("Ashgrove", "Cy")].map(|(name, who)| Town::found(dir.path(), name, who));
    let flour: Vec<_> = (0..120).map(|number| Town::flour("1", &format!("{number} {}", "sacks ".repeat(800)))).collect();
    let sticks: Vec<PathBuf> = (0..towns.len()).map(|number| dir.path().join(format!("stick-{number}"))).collect();
    for (town, stick) in towns.iter().zip(&sticks) {
        assert_eq!(town.act(&serde_json::json!(flour)).code, 0);
        town.pack(stick);
    }
    let good = std::fs::read(&sticks[1]).unwrap();
    let mut pieces = blocks(&good);
    let middle = pieces[2].len() / 2;
    pieces[2][middle] ^= 0x10;
    let reader = Town::at(&dir.path().join("reader"));
    assert_eq!(reader.read(&std::fs::read(&sticks[0]).unwrap()).code, 0);
    let tampered = reader.read(&pieces.concat());
    assert_eq!((tampered.code, &tampered.received()["damaged_parts"]), (4, &serde_json::json!([0])), "{tampered:?}");
    assert_eq!(reader.read(&std::fs::read(&sticks[2]).unwrap()).code, 0);
    assert_eq!(reader.commons().len(), 2, "the first part of Cedar Falls held its founding");
    assert_eq!(reader.read(&good).code, 0);
    let all: BTreeSet<Hash> = towns.iter().flat_map(Town::commons).collect();
    assert_eq!(reader.commons(), Vec::from_iter(all));
    tried("sticks, one of them tampered with", sticks.len());
}
