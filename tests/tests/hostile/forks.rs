//! A laptop on the roll that forks without end: it is shown as a forker, and nobody else is kept from anything.

use folkmoot::act::Act;
use folkmoot::change::{Ring, SignedChange, VerifiedChange};
use folkmoot::id::ChangeHash;
use folkmoot::value::Value;
use folkmoot_sync::Frame;
use folkmoot_testkit::size;
use serde_json::json;

use crate::town::{DAY, Millbrook, NOW};
use crate::watch::{MOST_GROWTH, alone, counted, memory, watched};

impl Millbrook {
    /// Changes of Cy's that follow one and the same, each of which has seen what `sees` says of those before it.
    fn branches(&self, many: usize, sees: impl Fn(&[ChangeHash]) -> Vec<ChangeHash>) -> Vec<Frame> {
        let mut signed = Vec::new();
        let branch = |number: usize| {
            let fields = [("do".to_owned(), Value::Text("levitate".to_owned())), ("number".to_owned(), Value::Int(number as i64))];
            let mut says = self.next(Ring::Commons, "future", Value::Map(fields.into()).encode());
            says.seen = sees(&signed);
            says.seen.sort_unstable();
            let change = says.sign(&self.cy.pen).verify().unwrap();
            signed.push(change.hash());
            Frame::Change(change.signed().encode())
        };
        (0..many).map(branch).collect()
    }

    /// Both homes take frames in, a bundle of so many at a time.
    fn both_take(&mut self, what: &str, frames: &[Frame], at_once: usize) {
        counted("bombs", frames.len());
        for frames in frames.chunks(at_once) {
            let received = [0, 1].map(|home| watched(what, || self.takes(home, frames.to_vec())));
            assert!(received.iter().all(|one| one.new[&self.assembly] == frames.len()), "{received:?}");
        }
    }
}

#[test]
fn whoever_forks_thousands_of_times_keeps_nobody_from_writing() {
    let _alone = alone("forks-siblings");
    let mut town = Millbrook::found();
    let branches = town.branches(5_000, |_| Vec::new());
    town.both_take("a thousand branches of one fork", &branches, 1_000);
    let note = json!({ "do": "floor.note", "meeting": DAY, "text": "somebody has copied Cy's laptop" });
    let note = watched("Ada writes", || town.homes[0].desk.act(town.assembly, &[note], NOW).unwrap());
    assert!(town.homes[0].desk.counts(town.assembly, &note[0]).unwrap());
    town.still_stands();
}

#[test]
fn branches_that_have_each_seen_the_ones_before_cost_no_more_than_others() {
    let _alone = alone("forks-chain");
    let mut town = Millbrook::found();
    let many = size(4_000, 10_000);
    let chain = town.branches(many, |before| before.last().copied().into_iter().collect());
    let before = memory("VmRSS:");
    town.both_take("a thousand branches, each of which has seen the one before", &chain, 1_000);
    let grown = memory("VmRSS:").saturating_sub(before) / 2;
    // With a number for each line in each past it would be twice as much here, and three times with ten thousand.
    assert!(grown < MOST_GROWTH * many as u64 / 10_000, "each home grew by {grown} KiB");
    town.still_stands();
}

#[test]
fn branches_that_have_seen_a_thousand_others_cost_no_more_than_those() {
    let _alone = alone("forks-all-seen");
    let mut town = Millbrook::found();
    let all = town.branches(1_200, |before| if before.len() < 1_000 { Vec::new() } else { before[..1_000].to_vec() });
    town.both_take("branches of one fork, the last of which have seen all the others", &all, 600);
    town.still_stands();
}

/// Cy's laptop kept the ledger for years. Whoever has it now writes beside each entry, the last one first; Ada and Bo cut it off in the middle.
#[test]
fn a_line_that_forks_at_each_of_its_entries_is_judged_and_cut_off_like_any_other() {
    let _alone = alone("forks-everywhere");
    let mut town = Millbrook::found();
    let many = size(300, 1_000);
    let opens = |account: String| json!({ "do": "ledger.open", "account": account });
    let line: Vec<Vec<u8>> = (0..many).map(|number| town.act(&opens(format!("assets:bin-{number}")))).collect();
    town.both_take("what Cy had kept", &line.iter().cloned().map(Frame::Change).collect::<Vec<_>>(), 1_000);
    for (home, account) in [(0, "assets:barn"), (1, "assets:loft")] {
        town.homes[home].desk.act(town.assembly, &[opens(account.to_owned())], NOW).unwrap();
    }
    town.converge();
    let line: Vec<_> = line.iter().map(|bytes| SignedChange::decode(bytes).unwrap().verify().unwrap()).collect();
    let beside = |change: &VerifiedChange| {
        let mut says = change.says().clone();
        says.act = Act::from_json(&opens(format!("assets:hole-{}", says.seq))).unwrap().to_value().unwrap().encode();
        Frame::Change(says.sign(&town.cy.pen).encode())
    };
    let (before, after) = line.split_at(many / 2);
    let [late, early] = [after, before].map(|part| part.iter().rev().map(beside).collect::<Vec<Frame>>());
    town.both_take("branches at the entries of the last years", &late, 500);
    let cut = json!({ "do": "roll.remove", "device": town.cy.device, "reason": "taken", "cut": [after[0].hash()], "inside": 0 });
    let removal = watched("Ada cuts it off", || town.homes[0].desk.act(town.assembly, &[cut], NOW).unwrap())[0];
    town.converge();
    let sign = json!({ "do": "roll.sign", "act": removal });
    watched("Bo signs that", || town.homes[1].desk.act(town.assembly, &[sign], NOW).unwrap());
    town.converge();
    town.both_take("branches at the entries that were left standing", &early, 500);
    let (counting, stands) = (town.counting(0), before.iter().chain(&after[..1]).map(VerifiedChange::act_id));
    assert!(counting.is_superset(&stands.collect()), "what both had taken in before the cut stands");
    assert!(after[1..].iter().all(|change| !counting.contains(&change.act_id())), "what was cut off does not");
    town.still_stands();
}
