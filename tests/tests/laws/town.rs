//! What the laptops of a town do together in these tests.

use std::collections::BTreeSet;

use folkmoot::fold::{Against, Status};
use folkmoot::id::{ActId, DeviceId};
use folkmoot_testkit::Laptop;
use serde_json::json;

/// Everybody hears everybody, twice.
pub(crate) fn gather(laptops: &mut [Laptop]) {
    for _ in 0..2 {
        for at in 0..laptops.len() {
            let speaker = laptops[at].clone();
            laptops.iter_mut().for_each(|laptop| laptop.hear(&speaker));
        }
    }
}

/// One hears another.
pub(crate) fn pass(t: &mut [Laptop], from: usize, to: usize) {
    let speaker = t[from].clone();
    t[to].hear(&speaker);
}

/// Files the removal of a laptop.
pub(crate) fn remove(by: &mut Laptop, whom: DeviceId) -> ActId {
    by.must(json!({ "do": "roll.remove", "device": whom, "reason": "the laptop was taken at the checkpoint" }))
}

/// Writes something harmless.
pub(crate) fn note(by: &mut Laptop, text: &str) -> ActId {
    by.must(json!({ "do": "ledger.open", "account": format!("assets:{text}") }))
}

/// What stands against an act that is contested here.
pub(crate) fn contested(laptop: &Laptop, act: ActId) -> Vec<Against> {
    assert_eq!(laptop.status(act), Status::Contested);
    against(laptop, act)
}

/// What stands against an act here.
pub(crate) fn against(laptop: &Laptop, act: ActId) -> Vec<Against> {
    let fold = laptop.fold();
    fold.against(&fold.act(&act).unwrap().change.hash()).into_iter().collect()
}

/// A fork of a laptop's line, which two acts prove.
pub(crate) fn fork(laptop: &Laptop, proof: [ActId; 2]) -> Against {
    Against::Fork { device: laptop.device(), proof: BTreeSet::from(proof) }
}
