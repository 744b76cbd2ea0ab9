//! Sticks alone (T17): towns that never meet over a wire, sticks that are tampered with among good ones; in the end all hold the same, and
//! nothing that nobody wrote.

use std::collections::BTreeSet;

use folkmoot::id::ActId;
use folkmoot_testkit::{Chance, size, tried};

use super::homes::{NOW, Town, somewhere};

/// Some bytes of a stick are others: a scratch, a hand that meant it, a stick that was pulled out too early.
fn tampered(stick: &[u8], chance: &mut Chance) -> Vec<u8> {
    let mut bytes = stick.to_vec();
    let (from, length) = (chance.below(bytes.len()), chance.between(1, 4000));
    let until = bytes.len().min(from + length);
    match chance.below(5) {
        0 => bytes[from] ^= 1 << chance.below(8),
        1 => bytes.truncate(from),
        2 => bytes[from..until].fill(0),
        3 => drop(bytes.drain(from..until)),
        _ => (0..until - from).for_each(|at| bytes[from + at] = chance.below(256) as u8),
    }
    bytes
}

#[test]
fn towns_that_exchange_sticks_alone_come_to_the_same_though_some_are_tampered_with() {
    let (mut chance, place, wanted) = (Chance::of_the_day(), somewhere(), size(60, 600));
    let names = ["Millbrook", "Cedar Falls", "Ashgrove", "Stonebridge"];
    let mut towns: Vec<Town> = names.iter().map(|name| Town::found(&place.path().join(name), name)).collect();
    let mut written: BTreeSet<ActId> = BTreeSet::new();
    let (mut bent, mut carried, mut not_all) = (0, 0, 0);
    while carried < wanted {
        let from = chance.below(towns.len());
        let text = format!("{carried} {}", "sacks ".repeat(chance.below(600)));
        written.insert(towns[from].flour(&text));
        let good = towns[from].stick();
        let to = (from + chance.between(1, towns.len() - 1)) % towns.len();
        let is_bent = chance.one_in(3);
        let stick = if is_bent { tampered(&good, &mut chance) } else { good };
        let before: usize = towns[to].desk.assemblies().count();
        match towns[to].desk.receive(&stick, "stick", NOW) {
            Ok(received) => {
                assert!(is_bent || received.is_whole(), "a good stick is taken in whole: {received:?}");
                assert!(received.refused.is_empty(), "what is damaged is no change that could be refused: {received:?}");
                not_all += usize::from(!received.is_whole());
            }
            Err(why) => {
                assert!(is_bent, "a good stick is read: {why}");
                assert_eq!(towns[to].desk.assemblies().count(), before);
                not_all += 1;
            }
        }
        (carried, bent) = (carried + 1, bent + usize::from(is_bent));
    }
    // Good sticks once around, twice: whatever was lost on the way comes all the same.
    for _ in 0..2 {
        for from in 0..towns.len() {
            let stick = towns[from].stick();
            towns.iter_mut().for_each(|town| drop(town.read(&stick)));
        }
    }
    let assemblies: Vec<_> = towns.iter().map(|town| town.assembly).collect();
    for assembly in assemblies {
        let digests: BTreeSet<_> = towns.iter().map(|town| town.commons(assembly)).collect();
        assert_eq!(digests.len(), 1);
        let fold = towns[0].desk.fold(assembly).unwrap().unwrap();
        let posts = fold.judged().filter(|judged| judged.change.says().document.as_str() == "ledger/2027-Q1");
        assert!(posts.map(|judged| judged.change.act_id()).all(|act| written.contains(&act)), "somebody wrote every entry");
    }
    for town in &mut towns {
        assert!(town.desk.verify(|_, _| ()).unwrap().ok);
    }
    assert!(not_all > wanted / 10, "{bent} sticks were tampered with, and {not_all} were not read whole");
    tried("sticks, a third of them tampered with", carried);
}
