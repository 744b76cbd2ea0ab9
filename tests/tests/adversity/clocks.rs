//! Clocks that are off by fifty years (T9): what counts is the same, with the same ids.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::id::ActId;
use folkmoot_testkit::{Chance, Laptop, size, tried};
use serde_json::{Value as Json, json};

const NOW: i64 = 1_800_000_000;
const FIFTY_YEARS: usize = 50 * 31_556_952;

/// The same year of a town, with clocks that go right or that jump up to fifty years either way before every act.
fn year(seed: u64, wrong: bool) -> [Laptop; 3] {
    let (mut chance, mut clocks) = (Chance::new(seed), Chance::new(seed ^ 0x0c10_c4ed));
    let mut town = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let mut waiting = Vec::new();
    for step in 0..chance.between(15, 40) {
        let (who, other) = (chance.below(3), chance.below(3));
        if wrong {
            let lie = clocks.below(2 * FIFTY_YEARS) as i64 - FIFTY_YEARS as i64;
            town[who].set_clock(NOW + lie);
        }
        let day = format!("2027-{:02}-{:02}", 1 + step % 12, 1 + step % 28);
        match chance.below(8) {
            0 => drop(town[who].act(&json!({ "do": "ledger.open", "account": format!("assets:box {}", step % 5) }))),
            1 => drop(town[who].force(&Laptop::came_in("40", "kg flour", &day))),
            2 => drop(town[who].act(&json!({ "do": "meeting.call", "meeting": day, "place": "the hall" }))),
            3 => waiting.extend(town[who].act(&json!({ "do": "roll.quorum", "number": 1 + step % 2, "k": 1 + step % 3 }))),
            4 => {
                for act in waiting.clone() {
                    drop(town[who].act(&json!({ "do": "roll.sign", "act": act })));
                }
            }
            5 if chance.one_in(3) => {
                let device = town[other].device();
                waiting.extend(town[who].act(&json!({ "do": "roll.remove", "device": device, "reason": "lost" })));
            }
            _ => {
                let speaker = town[other].clone();
                town[who].hear(&speaker);
            }
        }
    }
    for from in 0..3 {
        let speaker = town[from].clone();
        town.iter_mut().for_each(|laptop| laptop.hear(&speaker));
    }
    town
}

fn statuses(laptop: &Laptop) -> BTreeMap<ActId, Json> {
    let judged = laptop.fold().judged();
    judged.map(|judged| (judged.change.act_id(), serde_json::to_value(judged.status).unwrap()["status"].clone())).collect()
}

/// The book without what clocks claimed, and without the order that this makes among lines.
fn book(laptop: &Laptop) -> Json {
    fn without_claims(value: &mut Json) {
        match value {
            Json::Object(fields) => {
                fields.remove("claimed_at");
                fields.values_mut().for_each(without_claims);
            }
            Json::Array(items) => items.iter_mut().for_each(without_claims),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => {}
        }
    }
    let mut book = serde_json::to_value(laptop.fold().book()).unwrap();
    without_claims(&mut book);
    book
}

#[test]
fn with_clocks_that_are_off_by_fifty_years_the_same_counts_and_every_copy_has_one_hash() {
    let (mut chance, wanted) = (Chance::of_the_day(), size(100, 1_000));
    for _ in 0..wanted {
        let seed = chance.number();
        let (right, wrong) = (year(seed, false), year(seed, true));
        let digests: BTreeSet<_> = wrong.iter().map(|laptop| laptop.fold().ring_hash(Ring::Commons)).collect();
        assert_eq!(digests.len(), 1, "seed {seed}: laptops with different clocks hold the same");
        assert_eq!(statuses(&wrong[0]), statuses(&right[0]), "seed {seed}: what counts does not depend on what a clock claims");
        assert_eq!(book(&wrong[0]), book(&right[0]), "seed {seed}");
    }
    tried("years with clocks that are off", wanted);
}
