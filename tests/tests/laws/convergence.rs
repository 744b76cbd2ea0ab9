//! The same set of changes comes to the same book, whatever the order, the doubles and the parts in which it came.

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId, InviteId};
use folkmoot::plain::Quantity;
use folkmoot_testkit::Laptop;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use serde_json::json;

/// A history of three laptops that act and meet at random; what the rules refuse is sometimes written all the same.
fn history(steps: &[(u8, u8, u8)]) -> Vec<VerifiedChange> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_accounts();
    let bo = ada.enrol("Bo");
    ada.admit("Bo", bo);
    let mut second = Laptop::blank("Bo", ada.fold().assembly());
    second.hear(&ada);
    let cy = ada.enrol("Cy");
    let admission = ada.admit("Cy", cy);
    second.hear(&ada);
    second.sign(admission);
    ada.hear(&second);
    let mut third = Laptop::blank("Cy", ada.fold().assembly());
    third.hear(&ada);
    let mut laptops = [ada, second, third];
    let mut waiting = Vec::new();
    let mut twins: Vec<Laptop> = Vec::new();
    for (step, (who, what, detail)) in steps.iter().enumerate() {
        let at = usize::from(*who) % 3;
        let other = usize::from(*detail) % 3;
        let day = format!("2027-0{}-{:02}", 1 + step % 9, 1 + detail % 28);
        let meeting = format!("2027-0{}-{:02}", 1 + detail % 3, 3);
        match what % 16 {
            0..=2 => drop(laptops[at].act(&Laptop::came_in(&format!("{}.5", detail), "kg flour", &day))),
            3 => {
                let speaker = laptops[other].clone();
                laptops[at].hear(&speaker);
            }
            4 => drop(laptops[at].act(&json!({ "do": "meeting.call", "meeting": meeting, "place": "the hall" }))),
            5 => drop(laptops[at].act(&json!({ "do": "meeting.open", "meeting": meeting, "present": 3 }))),
            6 => {
                let number = laptops[at].fold().book().commons.minutes.held() + 1;
                waiting.extend(laptops[at].act(&json!({ "do": "meeting.close", "meeting": meeting, "number": number })));
            }
            7 => {
                let motion =
                    laptops[at].act(&json!({ "do": "meeting.move", "meeting": meeting, "title": "Cy", "text": "Cy keeps the ledger" }));
                let number = laptops[at].fold().book().commons.minutes.next_decision();
                let Ok(motion) = motion else { continue };
                let decided = laptops[at].act(&json!({ "do": "meeting.decide", "meeting": meeting, "motion": motion, "number": number,
                    "answer": { "by": "count", "for": 2, "against": 1 }, "outcome": "adopted" }));
                let Ok(decision) = decided else { continue };
                waiting.extend(laptops[at].act(&json!({ "do": "mandate.grant", "decision": decision, "member": 1 + detail % 3,
                    "duty": "treasurer", "from": "2027-01-01", "until": "2027-02-01" })));
            }
            8 => {
                for act in waiting.clone() {
                    drop(laptops[at].act(&json!({ "do": "roll.sign", "act": act })));
                }
            }
            9 => {
                let device = laptops[other].device();
                waiting.extend(laptops[at].act(&json!({ "do": "roll.remove", "device": device, "reason": "lost" })));
            }
            // A copied laptop that goes on beside its original: a fork.
            11 => {
                let mut twin = laptops[at].clone();
                twin.force(&Laptop::came_in("3", "kg flour", &day));
                notes(&mut twin, *detail);
                waiting.iter().for_each(|act| drop(twin.act(&json!({ "do": "roll.sign", "act": act }))));
                twins.push(twin);
            }
            12 => {
                if let Some(twin) = twins.last() {
                    laptops[at].hear(twin);
                }
            }
            10 => {
                laptops[at].force(&Laptop::came_in("7", "kg salt", &day));
            }
            13 => neighbours(&mut laptops[at], *detail),
            14 => {
                neighbours(&mut laptops[at], *detail);
                notes(&mut laptops[at], *detail);
            }
            _ => {
                drop(laptops[at].act(&json!({ "do": "floor.note", "meeting": meeting, "text": "the door stood open" })));
                laptops[at].force(&json!({ "do": "moon.greet", "text": "from a newer version" }));
            }
        }
    }
    let all = laptops.clone();
    all.iter().chain(&twins).for_each(|other| laptops[0].hear(other));
    laptops[0].changes().to_vec()
}

/// Invites, takes back, lets in or parts, with few towns and few invites, so that laptops that are apart get in each other's way.
fn neighbours(laptop: &mut Laptop, detail: u8) {
    let (town, invite) = (AssemblyId([9 + detail / 6 % 2; 32]), InviteId([detail / 12 % 2; 32]));
    let by = if (detail / 24).is_multiple_of(3) { json!(null) } else { json!(invite) };
    drop(laptop.act(&json!({ "do": "neighbour.invite", "invite": invite, "until": 1_900_000_000 })));
    let act = match detail % 6 {
        0 => json!({ "do": "neighbour.revoke", "invite": invite }),
        1 => json!({ "do": "neighbour.part", "town": town, "joins": laptop.fold().book().inside.neighbour.joins_of(&town) }),
        _ => json!({ "do": "neighbour.join", "town": town, "name": "Cedar Falls", "endpoint": laptop.device(), "by": by }),
    };
    drop(laptop.act(&act));
}

/// Notes something alone, writes it anew, or puts it away; in these histories everybody hears of it, as nobody would.
fn notes(laptop: &mut Laptop, detail: u8) {
    let first = laptop.fold().book().own.notes.written.keys().next().copied();
    let act = match (detail % 4, first) {
        (0, Some(note)) => json!({ "do": "note.drop", "note": note }),
        (1, Some(note)) => json!({ "do": "note.write", "text": "again", "instead": note }),
        _ => json!({ "do": "note.write", "text": "who has the key?", "meeting": (detail % 8 == 2).then_some("2027-01-03") }),
    };
    laptop.force(&act);
}

fn fold(changes: impl IntoIterator<Item = VerifiedChange>) -> Fold {
    let mut changes = changes.into_iter().peekable();
    let assembly = changes.peek().unwrap().assembly();
    Fold::of(assembly, changes)
}

/// Shuffles by sorting on random keys, so that a failing case shrinks and replays.
fn shuffled(changes: &[VerifiedChange], keys: &[u64]) -> Vec<VerifiedChange> {
    let mut order: Vec<_> = changes.iter().enumerate().map(|(at, change)| (keys[at % keys.len()].rotate_left(at as u32), change)).collect();
    order.sort_by_key(|(key, _)| *key);
    order.into_iter().map(|(_, change)| change.clone()).collect()
}

fn steps() -> impl Strategy<Value = Vec<(u8, u8, u8)>> {
    prop::collection::vec((any::<u8>(), any::<u8>(), any::<u8>()), 10..60)
}

/// How many histories are tried.
fn cases() -> ProptestConfig {
    ProptestConfig { cases: folkmoot_testkit::size(80, 3_000) as u32, ..ProptestConfig::default() }
}

#[test]
fn the_histories_are_worth_judging() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut seen = std::collections::BTreeMap::new();
    for _ in 0..60 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        let fold = fold(history(&steps));
        let known = &fold.book().inside.neighbour;
        for (word, some) in [
            ("neighbour", known.standing().count()),
            ("parted", known.ended.len()),
            ("taken back", known.revoked.len()),
            ("noted", fold.book().own.notes.written.len()),
            ("put away", fold.book().own.notes.gone.len()),
        ] {
            *seen.entry(word.to_owned()).or_insert(0) += some;
        }
        for judged in fold.judged() {
            let word = serde_json::to_value(judged.status).unwrap()["status"].as_str().unwrap().to_owned();
            *seen.entry(word).or_insert(0) += 1;
        }
        *seen.entry("forked".to_owned()).or_insert(0) += fold.forkers().count();
    }
    for word in ["counts", "pending", "contested", "void", "newer", "forked", "neighbour", "parted", "taken back", "noted", "put away"] {
        assert!(seen.get(word).is_some_and(|count| *count > 5), "too few are {word}: {seen:?}");
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_order_and_any_doubles_come_to_one_hash(steps in steps(), keys in prop::collection::vec(any::<u64>(), 8..16)) {
        let changes = history(&steps);
        let plain = fold(changes.clone());
        let mut mixed = shuffled(&changes, &keys);
        mixed.extend(changes.iter().take(changes.len() / 2).cloned());
        let other = fold(mixed);
        for ring in Ring::ALL {
            prop_assert_eq!(plain.ring_hash(ring), other.ring_hash(ring));
        }
        prop_assert_eq!(plain.book(), other.book());
    }

    #[test]
    fn the_commons_alone_come_to_the_commons_part_of_all(steps in steps()) {
        let changes = history(&steps);
        let all = fold(changes.clone());
        let commons = fold(changes.into_iter().filter(|change| change.says().ring == Ring::Commons));
        prop_assert_eq!(&all.book().commons, &commons.book().commons);
        prop_assert_eq!(all.ring_hash(Ring::Commons), commons.ring_hash(Ring::Commons));
    }

    #[test]
    fn all_but_what_one_person_keeps_comes_to_that_part_of_all(steps in steps()) {
        let changes = history(&steps);
        let all = fold(changes.clone());
        let open = fold(changes.into_iter().filter(|change| change.says().ring < Ring::Person));
        prop_assert_eq!((&all.book().commons, &all.book().inside), (&open.book().commons, &open.book().inside));
        for ring in [Ring::Commons, Ring::Assembly] {
            prop_assert_eq!(all.ring_hash(ring), open.ring_hash(ring));
        }
        let split = |fold: &Fold| fold.forkers().collect::<std::collections::BTreeSet<_>>();
        prop_assert_eq!(split(&all), split(&open), "what is kept alone accuses nobody");
    }

    #[test]
    fn a_void_act_is_void_in_every_copy_and_counts_in_none(steps in steps(), keys in prop::collection::vec(any::<u64>(), 8..16)) {
        let changes = history(&steps);
        let whole = fold(changes.clone());
        // A forker carries one act by two changes, of which one may be void and the other count: the act does then.
        let is_void = |id: &ActId| whole.act(id).is_some_and(|judged| matches!(judged.status, Status::Void { .. }));
        let void: Vec<_> = whole.judged().map(|judged| judged.change.act_id()).filter(is_void).collect();
        let part: Vec<_> = shuffled(&changes, &keys).into_iter().take(changes.len() * 2 / 3).collect();
        let part = Fold::of(whole.assembly(), part);
        for id in &void {
            if let Some(judged) = part.act(id) {
                let same = matches!(judged.status, Status::Void { .. });
                prop_assert!(same);
            }
        }
        let book = serde_json::to_string(whole.book()).unwrap();
        for id in void {
            prop_assert!(!book.contains(&id.to_string()), "a void act stands in the book");
        }
    }

    #[test]
    fn every_balance_is_the_sum_of_its_lines_and_every_commodity_comes_to_nothing(steps in steps()) {
        let fold = fold(history(&steps));
        let ledger = &fold.book().commons.ledger;
        let end = "2099-12-31".parse().unwrap();
        let mut sums = std::collections::BTreeMap::new();
        for line in ledger.journal(end) {
            for posting in &line.transaction.postings {
                let sum = sums.entry((posting.account.clone(), posting.commodity.clone())).or_insert(Quantity::ZERO);
                *sum = *sum + if line.reversal.is_some() { posting.quantity.reversed() } else { posting.quantity };
            }
        }
        for ((account, commodity), sum) in &sums {
            prop_assert_eq!(ledger.balance(account, commodity, end), *sum);
        }
        for commodity in ["kg flour", "kg salt"] {
            let all: Quantity = sums.iter().filter(|((_, of), _)| of == commodity).map(|(_, sum)| *sum).sum();
            prop_assert!(all.is_zero());
        }
    }
}

#[test]
fn two_treasurers_add_fifty_entries_each_offline_and_merge_to_the_same_totals_in_both_orders() {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_accounts();
    let bo = ada.enrol("Bo");
    ada.admit("Bo", bo);
    let mut second = Laptop::blank("Bo", ada.fold().assembly());
    second.hear(&ada);
    for entry in 1..=50 {
        ada.must(Laptop::came_in(&format!("{entry}.25"), "kg flour", "2027-01-15"));
        second.must(Laptop::came_in(&format!("{entry}.50"), "kg flour", "2027-02-15"));
    }
    let (one, other) = (ada.clone(), second.clone());
    ada.hear(&other);
    second.hear(&one);
    for laptop in [&ada, &second] {
        let store = laptop.fold().book().commons.ledger.balance("assets:store", "kg flour", "2027-03-31".parse().unwrap());
        assert_eq!(store.to_string(), "2587.5");
    }
    assert_eq!(ada.fold().ring_hash(Ring::Commons), second.fold().ring_hash(Ring::Commons));
}

#[test]
fn two_branches_of_what_one_keeps_alone_both_stand_and_others_are_told_of_no_fork() {
    let [mut ada, _] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let mut restored = ada.clone();
    let note = |text: &str| json!({ "do": "note.write", "text": text });
    ada.must(note("before the laptop was lost"));
    restored.must(note("after the old backup was put back"));
    ada.hear(&restored);
    ada.must(note("and on"));
    let fold = ada.fold();
    assert_eq!((fold.book().own.notes.written.len(), fold.forkers().count()), (3, 0));
}
