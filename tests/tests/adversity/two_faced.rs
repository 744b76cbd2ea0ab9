//! Forks that are shown to two towns (T5): one laptop says two things, each to others; once they meet, everybody has the proof, and what
//! honest people wrote meanwhile counts in both alike.

use std::collections::BTreeSet;

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::id::ActId;
use folkmoot_testkit::{Chance, Laptop, size, tried};
use serde_json::json;

/// One hears some of what another holds, perhaps all; what it names and is not there yet waits.
fn hears_some(to: &mut Laptop, from: &Laptop, chance: &mut Chance) {
    let mut changes: Vec<VerifiedChange> = from.changes().to_vec();
    chance.shuffle(&mut changes);
    let part = chance.between(changes.len() / 2, changes.len());
    to.hear_some(&changes[..part]);
}

fn note(laptop: &mut Laptop, fresh: &mut usize) -> ActId {
    *fresh += 1;
    laptop.must(json!({ "do": "meeting.call", "meeting": format!("20{}-{:02}-{:02}", 27 + *fresh / 300, 1 + *fresh / 25 % 12, 1 + *fresh % 25), "place": "the hall" }))
}

/// Millbrook's Ada, Cy and Dee are honest, Bo's laptop is not; Eve and Fay of two other towns read along.
fn two_faced(seed: u64) {
    let mut chance = Chance::new(seed);
    let [mut ada, mut bo, mut cy, mut dee] = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee"]);
    ada.open_accounts();
    let speaker = ada.clone();
    [&mut bo, &mut cy, &mut dee].into_iter().for_each(|laptop| laptop.hear(&speaker));
    let mut fresh = 0;
    let mut honest = Vec::new();
    for _ in 0..chance.below(4) {
        honest.push(note(&mut ada, &mut fresh));
        let speaker = ada.clone();
        bo.hear(&speaker);
        note(&mut bo, &mut fresh);
    }
    let mut twin = bo.clone();
    for face in [&mut bo, &mut twin] {
        for _ in 0..chance.between(1, 3) {
            note(face, &mut fresh);
        }
    }
    let readers = ["Eve", "Fay"].map(|name| Laptop::blank(name, ada.fold().assembly()));
    let [mut eve, mut fay] = readers;
    eve.hear(&bo);
    fay.hear(&twin);
    // Each face is shown to some of the town as well, and they go on, knowing nothing of the other.
    for (laptop, face) in [(&mut ada, &bo), (&mut cy, &twin), (&mut dee, if chance.one_in(2) { &bo } else { &twin })] {
        if !chance.one_in(4) {
            laptop.hear(face);
        }
        for _ in 0..chance.below(3) {
            honest.push(note(laptop, &mut fresh));
        }
        if chance.one_in(3) {
            honest.push(laptop.must(Laptop::came_in("1.5", "kg flour", "2027-03-03")));
        }
    }
    let mut all = [ada, cy, dee, eve, fay];
    for _ in 0..chance.between(4, 12) {
        let (to, from) = (chance.below(all.len()), chance.below(all.len()));
        let speaker = all[from].clone();
        hears_some(&mut all[to], &speaker, &mut chance);
    }
    for _ in 0..2 {
        for from in 0..all.len() {
            let speaker = all[from].clone();
            all.iter_mut().for_each(|laptop| laptop.hear(&speaker));
        }
    }
    let liar = bo.device();
    for laptop in &all {
        assert_eq!(laptop.fold().forkers().collect::<Vec<_>>(), [liar], "seed {seed}: everybody has the proof, and of nobody else");
        assert_eq!(laptop.fold().sizes().1, 0, "seed {seed}: nothing is held up by it");
        for act in &honest {
            assert_eq!(laptop.status(*act), Status::Counts, "seed {seed}: an honest act");
        }
    }
    let digests: BTreeSet<String> = all.iter().map(|laptop| laptop.fold().ring_hash(Ring::Commons).1.to_string()).collect();
    assert_eq!(digests.len(), 1, "seed {seed}");
}

#[test]
fn a_laptop_with_two_faces_is_found_out_by_everybody_and_honest_towns_stay_one() {
    let (mut chance, wanted) = (Chance::of_the_day(), size(200, 2_000));
    if let Some(seed) = std::env::var("FOLKMOOT_FACES").ok().map(|seed| seed.parse().unwrap()) {
        return two_faced(seed);
    }
    (0..wanted).for_each(|_| two_faced(chance.number()));
    tried("forks that were shown to two towns", wanted);
}
