//! Forged mandates and changes that are dated back, every one that there is in a small town.

use std::collections::BTreeMap;

use folkmoot::fold::Status;
use folkmoot_testkit::judge::judge;
use folkmoot_testkit::{Laptop, keys_of, tried};
use serde_json::{Value as Json, json};

/// A history while it is written, in which each change says what it has seen.
pub(crate) struct Town {
    pub(crate) changes: Vec<Json>,
}

impl Town {
    pub(crate) fn found(people: usize, k: usize) -> Town {
        let devices: Vec<String> = (0..people).map(|number| format!("d{number}")).collect();
        let found = json!({ "id": "found", "device": "d0", "seen": [], "act": { "do": "found", "devices": devices, "k": k } });
        Town { changes: vec![found] }
    }

    pub(crate) fn say(&mut self, id: &str, device: usize, prev: Option<&str>, seen: &[&str], act: Json) {
        self.changes.push(json!({ "id": id, "device": format!("d{device}"), "prev": prev, "seen": seen, "act": act }));
    }

    pub(crate) fn statuses(&self) -> BTreeMap<String, &'static str> {
        let judged = judge(&json!({ "assembly": "found", "changes": self.changes }).to_string()).unwrap();
        judged.changes.into_iter().map(|(id, verdict)| (id, verdict.status)).collect()
    }

    fn status(&self, id: &str) -> &'static str {
        self.statuses()[id]
    }
}

/// Every set of signers of a town of up to seven people and every k, in every run: some 1,800 towns. In each, a signature of nobody's
/// laptop and a second one of whoever signed first come on top, and then the holder of what was granted, or the one that was removed, acts.
#[test]
fn an_act_counts_with_as_many_signers_as_it_needs_and_with_no_fewer_whoever_they_are() {
    let mut histories = 0;
    for people in 1..=7 {
        for signers in 1_u32..1 << people {
            let signs: Vec<usize> = (0..people).filter(|person| signers & (1 << person) != 0).collect();
            for k in 0..=people {
                // Without k: an act on the roll.
                let (act, then) = if k == 0 {
                    (json!({ "do": "remove", "device": "d0" }), json!({ "do": "note" }))
                } else {
                    (json!({ "do": "grant", "device": "d0", "duty": "ledger", "until": 9 }), json!({ "do": "deed", "duty": "ledger" }))
                };
                histories += 1;
                let need = if k == 0 { people / 2 + 1 } else { k.max(2).min(people) };
                let mut town = Town::found(people, k.max(1));
                let prev = |person: usize| (person == 0).then_some("found");
                let sign = || json!({ "do": "sign", "act": "act" });
                town.say("act", signs[0], prev(signs[0]), &["found"], act);
                town.say("again", signs[0], Some("act"), &["act"], sign());
                town.say("nobody's", people, None, &["act"], sign());
                let others: Vec<String> = signs[1..].iter().map(|person| format!("s{person}")).collect();
                for (id, person) in others.iter().zip(&signs[1..]) {
                    town.say(id, *person, prev(*person), &["act"], sign());
                }
                let seen: Vec<&str> = others.iter().map(String::as_str).chain(["again", "nobody's"]).collect();
                town.say("then", 0, Some(if signs[0] == 0 { "again" } else { "found" }), &seen, then);
                let (expected, case) = (signs.len() >= need, format!("{people} people, k {k}, signed by {signs:?}"));
                let status = town.statuses();
                assert_eq!(status["act"], if expected { "counts" } else { "pending" }, "{case}");
                assert_eq!(status["nobody's"], "void", "{case}");
                // What was granted may be done, and whoever was removed does nothing: no sooner and no later.
                assert_eq!(status["then"], if expected == (k > 0) { "counts" } else { "void" }, "{case}");
            }
        }
    }
    tried("sets of signers", histories);
}

#[test]
fn one_who_was_removed_writes_nothing_that_counts_at_any_place_of_the_past() {
    let mut town = Town::found(5, 2);
    town.say("grant", 1, None, &["found"], json!({ "do": "grant", "device": "d0", "duty": "ledger", "until": 9 }));
    town.say("granted", 2, None, &["grant"], json!({ "do": "sign", "act": "grant" }));
    town.say("seal", 3, None, &["granted"], json!({ "do": "seal" }));
    let line = ["found", "one", "two", "three", "four"];
    for place in 1..line.len() {
        town.say(line[place], 0, Some(line[place - 1]), &["seal"], json!({ "do": "deed", "duty": "ledger" }));
    }
    // The town removes d0 and lets the first two deeds stand; d0 has not heard, or says so.
    town.say("remove", 1, Some("grant"), &["four"], json!({ "do": "remove", "device": "d0", "cut": ["two"] }));
    town.say("removed", 2, Some("granted"), &["remove"], json!({ "do": "sign", "act": "remove" }));
    town.say("gone", 4, None, &["removed"], json!({ "do": "sign", "act": "remove" }));
    for (id, expected) in [("remove", "counts"), ("one", "counts"), ("two", "counts"), ("three", "contested"), ("four", "contested")] {
        assert_eq!(town.status(id), expected, "{id}");
    }
    let mut places = 0;
    for prev in [None].into_iter().chain(line.map(Some)) {
        for seen in [vec!["found"], vec!["seal"], vec!["seal", "granted"], vec!["seal", "four"], vec!["gone"]] {
            for act in [json!({ "do": "deed", "duty": "ledger" }), json!({ "do": "note" }), json!({ "do": "sign", "act": "seal" })] {
                places += 1;
                let mut forged = Town { changes: town.changes.clone() };
                forged.say("forged", 0, prev, &seen, act.clone());
                let status = forged.status("forged");
                assert!(["contested", "void"].contains(&status), "after {prev:?} with {seen:?}: {act} is {status}");
                assert_ne!(forged.status("seal"), "counts", "after {prev:?} with {seen:?}: {act}");
                for stands in ["remove", "one", "two"] {
                    assert_eq!(forged.status(stands), "counts", "{stands}, after {prev:?} with {seen:?}: {act}");
                }
            }
        }
    }
    tried("places of the past", places);
}

/// Ada and Bo hold a laptop each, and Bo signs what Ada files.
#[test]
fn whatever_binds_waits_for_a_second_holder_of_whichever_kind_it_is() {
    let [mut ada, mut bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let day = "2027-03-03";
    let mut kinds = 0;
    let mut binds = |ada: &mut Laptop, bo: &mut Laptop, act: Json| {
        let filed = ada.must(act);
        bo.hear(ada);
        assert_eq!([ada.status(filed), bo.status(filed)], [Status::Pending, Status::Pending], "one alone");
        bo.sign(filed);
        ada.hear(bo);
        assert_eq!([ada.status(filed), bo.status(filed)], [Status::Counts, Status::Counts], "both");
        kinds += 1;
        filed
    };
    let cy = Laptop::blank("Cy", ada.fold().assembly());
    let member = ada.enrol("Cy");
    ada.open_accounts();
    ada.open_meeting(day, 3);
    let decision = ada.decide(day, "Bo keeps the store");
    binds(&mut ada, &mut bo, json!({ "do": "meeting.close", "meeting": day, "number": 1 }));
    ada.must(json!({ "do": "meeting.adopt", "meeting": day, "decision": decision }));
    let digest = ada.fold().book().commons.minutes.meetings[&day.parse().unwrap()].digest();
    binds(&mut ada, &mut bo, json!({ "do": "meeting.seal", "meeting": day, "digest": digest }));
    let grant =
        json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer", "from": day, "until": "2027-12-31" });
    let grant = binds(&mut ada, &mut bo, grant);
    binds(&mut ada, &mut bo, json!({ "do": "mandate.recall", "decision": decision, "grant": grant }));
    let closed = json!({ "do": "ledger.close", "accounts": ["assets:store"], "until": "2027-03-31", "counted": [] });
    binds(&mut ada, &mut bo, closed);
    binds(&mut ada, &mut bo, json!({ "do": "roll.quorum", "number": 1, "k": 2 }));
    binds(&mut ada, &mut bo, json!({ "do": "roll.admit", "member": member, "device": cy.device(), "keys": keys_of("Cy"), "paper": false }));
    binds(&mut ada, &mut bo, json!({ "do": "roll.remove", "device": cy.device(), "reason": "it was left at the ferry" }));
    tried("kinds of binding acts", kinds);
}
