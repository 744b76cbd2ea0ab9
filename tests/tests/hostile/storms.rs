//! Somebody on the roll who writes what is dear to judge, as much of it as they like: the law's words for it come in time all the same.

use std::collections::BTreeMap;

use folkmoot::id::{ActId, AssemblyId, ChangeHash, DeviceId};
use folkmoot::witness::Tip;
use folkmoot_desk::Desk;
use folkmoot_sync::Frame;
use folkmoot_testkit::Laptop;
use folkmoot_testkit::judge::judge;
use serde_json::{Value as Json, json};

use crate::town::{CY, DAY, Millbrook, NOW, somewhere};
use crate::watch::{alone, counted, watched};

const ROLL: [&str; 7] = ["Ada", "Bo", "Cy", "Dee", "Eli", "Fay", "Gus"];

/// A history as the judge reads it, in which each goes on from where their line stands.
#[derive(Default)]
struct Story {
    changes: Vec<Json>,
    at: BTreeMap<String, (String, u64)>,
    tips: BTreeMap<&'static str, String>,
}

impl Story {
    /// Seven found a town in which two sign, and have all heard of it.
    fn found() -> Story {
        let mut story = Story::default();
        let founding = story.writes("Ada", &[], &json!({ "do": "found", "devices": ROLL, "k": 2 }));
        for person in &ROLL[1..] {
            story.writes(person, &[&founding], &json!({ "do": "note" }));
        }
        story
    }

    fn writes(&mut self, person: &'static str, seen: &[&str], act: &Json) -> String {
        let prev = self.tips.get(person).cloned();
        let id = self.writes_after(person, prev.as_deref(), seen, act);
        self.tips.insert(person, id.clone());
        id
    }

    /// Somebody writes after an entry of theirs that need not be their last.
    fn writes_after(&mut self, person: &'static str, prev: Option<&str>, seen: &[&str], act: &Json) -> String {
        let id = format!("{person}-{}", self.changes.len());
        let seq = prev.map_or(0, |prev| self.at[prev].1 + 1);
        self.at.insert(id.clone(), (person.to_owned(), seq));
        self.changes.push(json!({ "id": id, "device": person, "epoch": 0, "seq": seq, "prev": prev, "seen": seen, "act": act }));
        id
    }

    /// What each change counts for, told in time.
    fn judged(&self, what: &str) -> BTreeMap<String, &'static str> {
        counted("bombs", self.changes.len());
        let text = json!({ "assembly": self.changes[0]["id"], "changes": self.changes }).to_string();
        let answer = watched(what, || judge(&text).unwrap());
        answer.changes.into_iter().map(|(id, verdict)| (id, verdict.status)).collect()
    }
}

/// Gus kept the ledger until meeting 100, and has entered things ever since as if no word of the 300 meetings after it had come.
#[test]
fn whoever_goes_on_as_if_their_term_were_not_over_keeps_nobody_waiting() {
    let _alone = alone("storms-terms");
    let mut story = Story::found();
    let grant = story.writes("Ada", &[], &json!({ "do": "grant", "device": "Gus", "duty": "ledger", "until": 100 }));
    let granted = story.writes("Bo", &[&grant], &json!({ "do": "sign", "act": grant }));
    let honest = story.writes("Gus", &[&granted], &json!({ "do": "deed", "duty": "ledger" }));
    let late: Vec<String> = (0..800).map(|_| story.writes("Gus", &[], &json!({ "do": "deed", "duty": "ledger" }))).collect();
    let mut heard = honest.clone();
    for number in 1..=400 {
        let meeting = story.writes("Ada", &[&heard], &json!({ "do": "meeting", "n": number }));
        heard = story.writes("Bo", &[&meeting], &json!({ "do": "sign", "act": meeting }));
    }
    let words = story.judged("four hundred meetings, and entries that have heard of none of them");
    assert_eq!(words[&honest], "counts");
    assert!(late.iter().all(|entry| words[entry] == "contested"));
}

/// Fay and Gus each fork at every entry of theirs, and each branch has heard of one of the other's.
#[test]
fn two_who_fork_at_each_other_s_every_entry_keep_nobody_waiting() {
    let _alone = alone("storms-two");
    let mut story = Story::found();
    let note = json!({ "do": "note" });
    let line = |story: &mut Story, person| (0..300).map(|_| story.writes(person, &[], &note)).collect::<Vec<String>>();
    let (fay, gus) = (line(&mut story, "Fay"), line(&mut story, "Gus"));
    for (of_fay, of_gus) in fay.iter().zip(&gus) {
        story.writes_after("Fay", Some(of_fay), &[of_gus], &note);
        story.writes_after("Gus", Some(of_gus), &[of_fay], &note);
    }
    let words = story.judged("two lines that fork at each entry");
    // The first entry of each comes before the first fork.
    let stands = |line: &[String]| line.iter().filter(|entry| words[*entry] == "counts").count();
    assert_eq!((stands(&fay), stands(&gus)), (1, 1));
}

/// Gus sealed year after year and four took in every third seal; whoever has the laptop now writes beside each of them.
#[test]
fn seals_that_a_majority_took_in_stand_however_often_their_line_forks() {
    let _alone = alone("storms-seals");
    let mut story = Story::found();
    let (seal, note) = (json!({ "do": "seal" }), json!({ "do": "note" }));
    let seals: Vec<String> = (0..200).map(|_| story.writes("Gus", &[], &seal)).collect();
    let beside: Vec<String> = seals.iter().map(|before| story.writes_after("Gus", Some(before), &[], &seal)).collect();
    for person in ["Ada", "Bo", "Cy", "Dee"] {
        for seal in seals.iter().step_by(3) {
            story.writes(person, &[seal], &note);
        }
    }
    for branch in &beside {
        story.writes("Eli", &[branch], &note);
    }
    let words = story.judged("a line of seals that forks at each of them");
    assert!(seals.iter().chain(&beside).all(|seal| words[seal] == "pending"), "one signature is no quorum, frozen or not");
    assert!(words.iter().filter(|(id, _)| !id.starts_with("Gus")).all(|(_, word)| *word == "counts"));
}

/// Whoever has Gus's laptop writes beside every seal of his, the last one first, and each branch has heard of those before it.
#[test]
fn branches_beside_each_of_many_seals_that_have_heard_of_one_another_are_judged_in_time() {
    let _alone = alone("storms-chain");
    let mut story = Story::found();
    let seal = json!({ "do": "seal" });
    let seals: Vec<String> = (0..220).map(|_| story.writes("Gus", &[], &seal)).collect();
    let mut heard: Vec<String> = Vec::new();
    for before in seals[..219].iter().rev() {
        let last: Vec<&str> = heard.last().map(String::as_str).into_iter().collect();
        let branch = story.writes_after("Gus", Some(before), &last, &seal);
        heard.push(branch);
    }
    let words = story.judged("branches at every seal, each of which has heard of the ones before");
    assert_eq!(words[&heard[0]], "pending", "it had not heard of its own fork");
    assert!(heard[1..].iter().all(|branch| words[branch] == "void"));
}

/// Whoever has Cy's laptop asks for a thousand things that somebody would have to sign, and Cy for one, which is that it goes.
#[test]
fn whoever_asks_for_a_thousand_signatures_hides_nothing_that_others_ask_for() {
    let _alone = alone("storms-asking");
    let mut town = Millbrook::found();
    let raises = |number: usize| json!({ "do": "roll.quorum", "number": 1, "k": 2 + number % 2 });
    let asked: Vec<Frame> = (0..1_000).map(|number| Frame::Change(town.act(&raises(number)))).collect();
    counted("bombs", asked.len());
    watched("a thousand acts that wait for signatures", || town.all_take(&asked));
    // Cy, who comes back with another laptop, asks that the first one go.
    let place = somewhere();
    let mut second = Desk::open(place.path()).unwrap();
    let code = town.homes[0].desk.invite_device(town.assembly, CY, &[], NOW).unwrap();
    let asks = second.join_device(&code, NOW).unwrap();
    let admission = town.homes[0].desk.admit(&asks, NOW).unwrap();
    town.converge();
    town.homes[1].desk.act(town.assembly, &[json!({ "do": "roll.sign", "act": admission })], NOW).unwrap();
    town.converge();
    let (spoken, _) = town.homes[0].desk.speak(&[town.assembly], NOW).unwrap();
    second.receive(&spoken.to_bytes(), "stick", NOW).unwrap();
    let cuts_off = json!({ "do": "roll.remove", "device": town.cy.device, "reason": "it was taken" });
    let removal = second.act(town.assembly, &[cuts_off], NOW).unwrap()[0];
    let (spoken, _) = second.speak(&[town.assembly], NOW).unwrap();
    town.homes[1].desk.receive(&spoken.to_bytes(), "stick", NOW).unwrap();
    let waiting = |town: &mut Millbrook, view: &str| {
        let shown = watched("Bo looks at what waits", || town.homes[1].desk.look(town.assembly, view, &[], DAY.parse().unwrap()).unwrap());
        shown["to_sign"].clone()
    };
    let shown = waiting(&mut town, "to-sign");
    let at = shown.as_array().unwrap().iter().position(|one| one["id"] == json!(removal)).unwrap();
    assert!(at < 4, "it stands with the first of what the other asks for, and not in place {at}");
    let before = waiting(&mut town, "home").as_u64().unwrap();
    town.homes[1].desk.act(town.assembly, &[json!({ "do": "roll.sign", "act": removal })], NOW).unwrap();
    assert_eq!(waiting(&mut town, "home").as_u64().unwrap(), before - 1 - asked.len() as u64, "what Cy asked for, nobody does now");
    assert_eq!(
        waiting(&mut town, "to-sign").as_array().unwrap().len() as u64,
        before - 1,
        "whoever wants some of it can sign it all the same"
    );
    town.still_stands();
}

/// Cy signs one and the same act twice, the second time as having heard of more: to the window it would be one line with two keys.
#[test]
fn an_act_that_a_forker_carries_twice_is_asked_for_once() {
    let _alone = alone("storms-twice");
    let mut town = Millbrook::found();
    let opens = |account: &str| json!({ "do": "ledger.open", "account": account });
    let of_cy = Frame::Change(town.act(&opens("assets:mill")));
    town.all_take(&[of_cy]);
    let of_ada = town.homes[0].desk.act(town.assembly, &[opens("assets:barn")], NOW).unwrap()[0];
    town.converge();
    let of_ada = town.homes[0].desk.fold(town.assembly).unwrap().unwrap().act(&of_ada).unwrap().change.hash();
    let raises = folkmoot::act::Act::from_json(&json!({ "do": "roll.quorum", "number": 1, "k": 3 })).unwrap();
    let says = town.next(raises.ring(), raises.document().unwrap().as_str(), raises.to_value().unwrap().encode());
    let heard_more = folkmoot::change::Unsigned { seen: vec![of_ada], ..says.clone() };
    let frames = [says, heard_more].map(|says| Frame::Change(says.sign(&town.cy.pen).encode()));
    counted("bombs", frames.len());
    town.all_take(&frames);
    let shown = town.homes[0].desk.look(town.assembly, "to-sign", &[], DAY.parse().unwrap()).unwrap();
    let of_cy = shown["to_sign"].as_array().unwrap().iter().filter(|one| one["by"] == json!(3));
    assert_eq!(of_cy.count(), 1);
    town.still_stands();
}

/// Everything that a town has signed, as frames.
fn said_by(town: &Laptop) -> Vec<Frame> {
    town.changes().iter().map(|change| Frame::Change(change.signed().encode())).collect()
}

/// Each says of Millbrook that it saw a thousand laptops there, of which nobody has heard.
#[test]
fn towns_that_somebody_made_up_and_all_that_they_claim_to_have_seen_keep_nobody_waiting() {
    let _alone = alone("storms-witnesses");
    let mut millbrook = Millbrook::found();
    for town in 0..60u32 {
        let mut made_up = Laptop::found(&format!("Town {town}"), "Nobody");
        let key = |laptop: u32| DeviceId(*blake3::hash(&(town * 1_000 + laptop).to_be_bytes()).as_bytes());
        let mut seen: Vec<Tip> = (0..1_000).map(|laptop| Tip { device: key(laptop), length: 7, tip: ChangeHash(key(laptop).0) }).collect();
        seen.sort_unstable();
        made_up.must(json!({ "do": "witness.cosign", "town": millbrook.assembly, "sealed": [], "head": seen, "follows": [] }));
        counted("bombs", 1);
        watched("a town that somebody made up", || drop(millbrook.takes(0, said_by(&made_up))));
    }
    let ada = &mut millbrook.homes[0].desk;
    let mut look = |view: &str| watched(view, || ada.look(millbrook.assembly, view, &[], DAY.parse().unwrap()).unwrap());
    let [home, towns, witness] = ["home", "towns", "witness"].map(&mut look);
    assert_eq!([&home["split_towns"], &witness["split"]], [&json!([]), &json!([])], "nobody's word is taken");
    assert_eq!(towns["towns"].as_array().unwrap().len(), 60, "{towns}");
    millbrook.still_stands();
}

/// Mallory's town is a neighbour. It has seen two books of each of five hundred towns of which nobody has heard, and of Millbrook's lines
/// hundreds of ends, none of which is here.
#[test]
fn a_neighbour_who_has_seen_two_books_of_every_town_fills_nobody_s_first_page() {
    let _alone = alone("storms-neighbour");
    let mut millbrook = Millbrook::found();
    let [mut one, mut other] = Laptop::town("Mallory's", ["Mallory", "Nobody"]);
    let join =
        json!({ "do": "neighbour.join", "town": one.fold().assembly(), "name": "Mallory's", "endpoint": one.device(), "code": null });
    millbrook.homes[0].desk.act(millbrook.assembly, &[join], NOW).unwrap();
    let key = |number: u32| *blake3::hash(&number.to_be_bytes()).as_bytes();
    let cosigns = |town: [u8; 32], head: Vec<Tip>, follows: &[ActId]| json!({ "do": "witness.cosign", "town": AssemblyId(town), "sealed": [], "head": head, "follows": follows });
    for town in 0..500 {
        for (laptop, book) in [(&mut one, 1), (&mut other, 2)] {
            let end = Tip { device: DeviceId(key(7)), length: 1, tip: ChangeHash(key(town * 2 + book)) };
            laptop.must(cosigns(key(town), vec![end], &[]));
        }
    }
    let mut last = Vec::new();
    for head in 0..20 {
        let ends = (0..500).map(|end| Tip {
            device: DeviceId(key(7)),
            length: 7 + u64::from(head),
            tip: ChangeHash(key(100_000 + head * 1_000 + end)),
        });
        let mut ends: Vec<Tip> = ends.collect();
        ends.sort_unstable();
        last = vec![one.must(cosigns(*millbrook.assembly.as_bytes(), ends, &last))];
    }
    counted("bombs", 1_020);
    for laptop in [&one, &other] {
        watched("what a neighbour has seen", || drop(millbrook.takes(0, said_by(laptop))));
    }
    let ada = &mut millbrook.homes[0].desk;
    let mut look = |view: &str| watched(view, || ada.look(millbrook.assembly, view, &[], DAY.parse().unwrap()).unwrap());
    let [home, witness, _] = ["home", "witness", "towns"].map(&mut look);
    assert_eq!([&home["split_towns"], &witness["split"]], [&json!([]), &json!([])]);
    millbrook.still_stands();
}
