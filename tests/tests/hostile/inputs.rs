//! Every input in every place.

use std::collections::BTreeSet;

use folkmoot_archive::{Archive, MAX_QUARANTINE_BYTES_PER_DEVICE, MAX_QUARANTINE_ROWS_PER_DEVICE};

use crate::corpus::{Input, inputs};
use crate::town::Millbrook;
use crate::watch::{alone, counted, watched};

/// How many inputs come to one town before all that it stored is built again from the first act, and the next town begins.
const BATCH: usize = 20;

#[test]
fn every_input_in_every_place_harms_nobody_in_millbrook_part_1() {
    every_input_in_every_place("inputs-1", 0);
}

#[test]
fn every_input_in_every_place_harms_nobody_in_millbrook_part_2() {
    every_input_in_every_place("inputs-2", 1);
}

/// Every second batch, for as many cores as there are.
fn every_input_in_every_place(name: &'static str, part: usize) {
    let _alone = alone(name);
    let beginning = Millbrook::found();
    for batch in inputs().chunks(BATCH).skip(part).step_by(2) {
        let mut town = beginning.copied();
        let mut halls = [town.hall(0), town.hall(1)];
        for (number, input) in batch.iter().enumerate() {
            let home = number % 2;
            town.bears(home, &mut halls[home], input);
        }
        town.quarantine_holds();
        town.still_stands();
    }
}

impl Millbrook {
    /// Puts an input into every place, those where nothing is kept in one home only.
    fn bears(&mut self, home: usize, hall: &mut folkmoot_sync::Hall<folkmoot_desk::Keeper>, input: &Input) {
        let (name, before) = (&input.name, self.counting(home));
        for bytes in input.forms() {
            watched(&format!("{name} as acts"), || self.as_acts(home, bytes));
            watched(&format!("{name} as changes"), || self.as_envelopes(home, bytes));
            watched(&format!("{name} as bundles"), || self.as_bundles(home, bytes));
            watched(&format!("{name} as talk"), || self.as_talk(hall, bytes));
        }
        assert_eq!(self.counting(home), before, "{name}: something of it counts");
        let text = input.as_text();
        watched(&format!("{name} as codes"), || self.as_codes(home, &input.bytes, &text));
        watched(&format!("{name} as text"), || self.as_text(&text));
        watched(&format!("{name} as a card and a receipt"), || self.as_what_acts_name(&input.bytes));
        counted("inputs", 1);
    }

    /// What was refused is kept within its quota, with the reason and who claims it; the rest is counted.
    fn quarantine_holds(&self) {
        for home in 0..self.homes.len() {
            let archive = Archive::open_existing(&self.dir(home)).unwrap();
            let kept = archive.quarantined().unwrap();
            let of_cy: Vec<_> = kept.iter().filter(|(_, entry)| entry.device == Some(self.cy.device)).collect();
            let bytes: usize = of_cy.iter().map(|(_, entry)| entry.bytes.len()).sum();
            assert!(of_cy.len() <= MAX_QUARANTINE_ROWS_PER_DEVICE as usize && bytes as u64 <= MAX_QUARANTINE_BYTES_PER_DEVICE);
            let reasons: BTreeSet<&str> = of_cy.iter().map(|(_, entry)| entry.reason.as_str()).collect();
            assert!(reasons.is_subset(&BTreeSet::from(["act-unreadable"])), "{reasons:?}");
            let dropped: u64 = archive.quarantine_dropped().unwrap().iter().map(|dropped| dropped.count).sum();
            counted("quarantined", kept.len());
            counted("dropped over quota", dropped as usize);
        }
    }
}
