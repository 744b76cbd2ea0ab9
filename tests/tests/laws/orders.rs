//! Random histories of a town whose laptops are taken off the roll, whose duties end and whose laptops are copied, each heard in many orders.
//!
//! Of its six laptops three sign and three only keep the ledger. Where no copies are made, a removal then strikes no signature, and a fold can go on from one past
//! to a larger one in which deeds fall, which in histories where everybody does everything hardly happens.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::fold::{Against, Fold, Status};
use folkmoot::id::{ActId, ChangeHash, DeviceId, RingHash};
use folkmoot::plain::Duty;
use folkmoot_testkit::{Chance, Laptop, keys_of, size, tried};
use serde_json::json;

use super::town::{gather, pass};

/// Those that sign; the others come after them, in the order of their holders.
const SIGNERS: usize = 3;
const DAYS: [&str; 3] = ["2027-03-03", "2027-04-07", "2027-05-05"];
/// At most so many laptops, copies and newcomers among them.
const LAPTOPS: usize = 9;
const ORDERS: usize = 12;
/// Once in so many changes a fold is asked whether it is sound; what is not stays so for a while.
const ASKED: usize = 12;
const CLOSED: &str = "2027-06-30";
const UNTIL: [&str; 3] = ["2027-03-20", "2027-04-20", "2027-12-31"];

/// What a fold says of everything that it holds.
#[derive(Debug, PartialEq)]
struct Said {
    /// Of each change: what it counts for, what stands against it, and whether it is settled.
    of_each: BTreeMap<ChangeHash, (Status, BTreeSet<Against>, bool)>,
    /// How many changes each ring has, and the digest of them and their book.
    rings: [(usize, RingHash); 3],
}

impl Said {
    fn by(fold: &Fold) -> Said {
        let of_each = fold.judged().map(|judged| {
            let against = fold.against(&judged.change.hash());
            let is_disputed = matches!(judged.status, Status::Contested | Status::Split);
            assert_eq!(against.is_empty(), !is_disputed, "what stands against an act has a name: {:?}, {against:?}", judged.status);
            assert!(against.iter().all(|one| is_so(fold, one)), "{against:?}");
            (judged.change.hash(), (judged.status.clone(), against, fold.settled(&judged.change.act_id())))
        });
        Said { of_each: of_each.collect(), rings: Ring::ALL.map(|ring| fold.ring_hash(ring)) }
    }
}

/// Whether something can stand against an act at all: what strikes is in force or in dispute, what fell is not in force, and who forked shows it.
fn is_so(fold: &Fold, against: &Against) -> bool {
    let status = |act: &ActId| fold.act(act).unwrap().status.clone();
    match against {
        Against::Act { act } => matches!(status(act), Status::Counts | Status::Split),
        Against::Fallen { act } => status(act) != Status::Counts,
        Against::Fork { device, proof } => {
            fold.forkers().any(|forker| forker == *device) && proof.iter().all(|act| fold.act(act).is_some())
        }
    }
}

/// How many orders a history is heard in that was made to show one thing.
pub(crate) fn many() -> usize {
    size(300, 5_000)
}

/// Whatever a laptop has heard, heard anew in other orders, says the same: in most of them most changes are judged by a past that is not everything.
pub(crate) fn comes_to_the_same_in_any_order(laptop: &Laptop, orders: usize, chance: &mut Chance) {
    let (mut changes, expected) = (laptop.changes().to_vec(), Said::by(laptop.fold()));
    for order in 0..orders {
        chance.shuffle(&mut changes);
        let mut fold = Fold::new(laptop.fold().assembly());
        for change in &changes {
            fold.add(change.clone());
            if chance.one_in(ASKED) {
                assert_eq!(fold.unsound(), None, "order {order}");
            }
        }
        assert_eq!(fold.unsound(), None, "order {order}");
        let found = Said::by(&fold);
        let differing: Vec<_> = found.of_each.iter().filter(|(hash, one)| expected.of_each.get(hash) != Some(one)).collect();
        assert!(differing.is_empty(), "order {order} says otherwise of {differing:#?}");
        assert_eq!(found, expected, "order {order}");
    }
}

/// Ada, Bo and Cy, each with a laptop that signs and one that does not, three open meetings, and a decision by which duties are given.
fn millbrook() -> (Vec<Laptop>, ActId) {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    for (at, name) in ["Ada's second", "Bo's second", "Cy's second"].into_iter().enumerate() {
        let admission = t[0].admit(name, at as u32 + 1);
        pass(&mut t, 0, 1);
        t[1].sign(admission);
        pass(&mut t, 1, 0);
        t.push(Laptop::blank(name, t[0].fold().assembly()));
    }
    DAYS.iter().for_each(|day| t[0].open_meeting(day, 3));
    let decision = t[0].decide(DAYS[0], "Everybody keeps the ledger");
    t[0].must(json!({ "do": "ledger.open", "account": "income:received from the commons" }));
    gather(&mut t);
    (t, decision)
}

/// What may happen in a history, more in each.
#[derive(Clone, Copy, PartialEq)]
enum Theme {
    /// Laptops are taken off the roll.
    Roll,
    /// And duties are given and end, and what fell is ratified.
    Duties,
    /// And cuts are named, new laptops let in, and laptops copied, which go on beside their originals.
    Copies,
}

/// One step of one laptop; what its own view refuses is written all the same every other time.
fn step(t: &mut Vec<Laptop>, decision: ActId, theme: Theme, chance: &mut Chance) {
    let at = chance.below(t.len());
    let barn = format!("assets:barn {}", chance.below(2));
    let kinds = match theme {
        Theme::Roll => 14,
        Theme::Duties => 19,
        Theme::Copies => 25,
    };
    let kind = chance.below(if at < SIGNERS { kinds } else { 8 });
    let act = match kind {
        0..=4 => {
            let from = chance.below(t.len());
            return pass(t, from, at);
        }
        5 | 6 => json!({ "do": "ledger.open", "account": barn }),
        7 => {
            let mut posting = Laptop::came_in("1", "kg flour", DAYS[chance.below(DAYS.len())]);
            posting["postings"][0]["account"] = json!(barn);
            posting
        }
        8 | 9 => {
            let target = t[chance.between(SIGNERS, t.len() - 1)].device();
            let cut = if theme == Theme::Copies && chance.one_in(2) { written(&t[at], target, chance) } else { None };
            json!({ "do": "roll.remove", "device": target, "reason": "lost", "cut": cut.map(|tip| [tip]) })
        }
        10..=12 => {
            let waiting = with(&t[at], |status| *status == Status::Pending);
            let whatever = chance.one_in(4);
            for act in waiting {
                let sign = json!({ "do": "roll.sign", "act": act });
                if whatever {
                    t[at].force(&sign);
                } else {
                    drop(t[at].act(&sign));
                }
            }
            return;
        }
        // Says what the book of its past holds.
        13 => {
            let balance = t[at].fold().book().commons.ledger.balance(&barn, "kg flour", CLOSED.parse().unwrap());
            let counted = json!([{ "account": barn, "quantity": balance, "commodity": "kg flour" }]);
            json!({ "do": "ledger.close", "accounts": [barn], "until": CLOSED, "counted": counted })
        }
        14 => match with(&t[at], |status| matches!(status, Status::Contested)).pop() {
            Some(act) => json!({ "do": "roll.ratify", "act": act }),
            None => return,
        },
        15 => {
            let until = UNTIL[chance.below(UNTIL.len())];
            json!({ "do": "mandate.grant", "decision": decision, "member": chance.between(1, 3), "duty": Duty::Treasurer, "from": "2027-01-01",
                "until": until })
        }
        16 => match t[at].fold().book().commons.mandate.grants.keys().last() {
            Some(grant) => json!({ "do": "mandate.recall", "decision": decision, "grant": grant, "reason": "asked back" }),
            None => return,
        },
        17 | 18 => {
            let number = t[at].fold().book().commons.minutes.held() + 1;
            json!({ "do": "meeting.close", "meeting": DAYS[chance.below(DAYS.len())], "number": number })
        }
        19 | 20 if t.len() < LAPTOPS => {
            let (of, both) = (chance.below(t.len()), chance.one_in(2));
            let waiting = with(&t[of], |status| *status == Status::Pending);
            let act = match waiting.get(chance.below(2 * waiting.len().max(1))) {
                Some(act) => json!({ "do": "roll.sign", "act": act }),
                None => json!({ "do": "ledger.open", "account": barn }),
            };
            let mut copied = t[of].clone();
            copied.set_clock(1_900_000_000);
            copied.force(&act);
            if both {
                t[of].force(&act);
            }
            return t.push(copied);
        }
        // Goes on from what another laptop wrote, as if that were its own line.
        21 => {
            let theirs = t[at].changes()[chance.below(t[at].changes().len())].clone();
            let change = t[at].says(&json!({ "do": "ledger.open", "account": barn }), Some(&theirs), Vec::new(), 1_900_000_000);
            return t[at].hear_some([&change]);
        }
        _ => {
            let name = format!("a third {}", chance.below(2));
            let newcomer = Laptop::blank(&name, t[at].fold().assembly());
            let device = newcomer.device();
            if t.len() < LAPTOPS && t.iter().all(|laptop| laptop.device() != device) {
                t.push(newcomer);
            }
            json!({ "do": "roll.admit", "member": chance.between(1, 3), "device": device, "keys": keys_of(&name) })
        }
    };
    if chance.one_in(2) {
        t[at].force(&act);
    } else {
        drop(t[at].act(&act));
    }
}

/// One of the changes of a device that a laptop has heard.
fn written(laptop: &Laptop, device: DeviceId, chance: &mut Chance) -> Option<ChangeHash> {
    let theirs: Vec<ChangeHash> =
        laptop.changes().iter().filter(|change| change.says().device == device).map(|change| change.hash()).collect();
    theirs.get(chance.below(theirs.len().max(1))).copied()
}

fn with(laptop: &Laptop, which: impl Fn(&Status) -> bool) -> Vec<ActId> {
    laptop.fold().judged().filter(|judged| which(judged.status)).map(|judged| judged.change.act_id()).collect()
}

#[test]
fn whatever_falls_and_comes_back_every_order_of_hearing_it_says_the_same() {
    let begin = millbrook();
    let histories = size(300, 3_000);
    let mut met: BTreeMap<String, usize> = BTreeMap::new();
    for seed in 0..histories as u64 {
        println!("history {seed}");
        let mut chance = Chance::new(seed);
        let theme = [Theme::Roll, Theme::Duties, Theme::Copies][chance.below(3)];
        let (mut t, decision) = (begin.0.clone(), begin.1);
        for _ in 0..chance.between(20, 70) {
            step(&mut t, decision, theme, &mut chance);
        }
        let mut rex = Laptop::blank("Rex", t[0].fold().assembly());
        t.iter().for_each(|laptop| rex.hear(laptop));
        comes_to_the_same_in_any_order(&rex, ORDERS, &mut chance);
        for judged in rex.fold().judged() {
            *met.entry(json!(judged.status)["status"].as_str().unwrap().to_owned()).or_default() += 1;
        }
    }
    println!("{met:?}");
    for word in ["counts", "pending", "contested", "void"] {
        assert!(met.get(word).is_some_and(|count| *count > 50), "too few are {word}: {met:?}");
    }
    tried(&format!("histories, each heard in {ORDERS} orders"), histories);
}
