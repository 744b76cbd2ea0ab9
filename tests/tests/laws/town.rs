//! What the laptops of a town do together in these tests.

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
