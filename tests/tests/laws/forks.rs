//! The worked examples of the law where a line goes two ways: copied laptops and stolen keys.

use folkmoot::act::Act;
use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_testkit::{Laptop, pen_of};
use serde_json::json;

use super::town::{contested, fork, gather, note, pass};

/// Files the admission of a new laptop by the first, lets the second sign it, and everybody take it in.
fn admit(t: &mut Vec<Laptop>, name: &str) -> ActId {
    let member = t[0].enrol(name);
    let admission = t[0].admit(name, member);
    for signer in 1..=t.len() / 2 {
        pass(t, signer - 1, signer);
        t[signer].sign(admission);
    }
    t.push(Laptop::blank(name, t[0].fold().assembly()));
    gather(t);
    for (at, laptop) in t.iter_mut().enumerate() {
        note(laptop, &format!("box {at} after {name}"));
    }
    gather(t);
    admission
}

#[test]
fn one_stolen_key_takes_back_only_what_too_few_had_taken_in() {
    let mut t = Laptop::town("Millbrook", ["Bo", "Ada", "Cy"]).to_vec();
    let mut thief = t[0].clone();
    let written = t[0].changes().len();
    let dees = admit(&mut t, "Dee");
    let elis = admit(&mut t, "Eli");
    // Years later Fay is admitted; Bo signs last, and nobody has written anything since.
    let member = t[1].enrol("Fay");
    let fays = t[1].admit("Fay", member);
    for (from, signer) in [(1, 2), (2, 0)] {
        pass(&mut t, from, signer);
        t[signer].sign(fays);
    }
    gather(&mut t);
    assert_eq!(t[3].status(fays), Status::Counts);
    let first = t[0].changes()[written].act_id();
    let stolen = note(&mut thief, "a hole in the ground");
    t[3].hear(&thief);
    gather(&mut t);
    for laptop in &t {
        assert_eq!([laptop.status(dees), laptop.status(elis)], [Status::Counts, Status::Counts], "everybody had taken them in");
        assert_eq!(contested(laptop, stolen), [fork(&t[0], [first, stolen])]);
        assert_eq!(contested(laptop, fays), [fork(&t[0], [first, stolen])], "two of five are left");
        let signers = laptop.fold().signers(&fays);
        assert_eq!((signers.counting, signers.others, signers.needs), (vec![Member(2), Member(3)], vec![Member(1)], 3));
    }
    t[4].sign(fays);
    gather(&mut t);
    assert!(t.iter().all(|laptop| laptop.status(fays) == Status::Counts), "one more signature restores it");
}

/// Writes the same act at the same place of a copied laptop's line until its hash is the lower one.
fn file_again(copied: &Laptop, other: &mut Laptop, first: &VerifiedChange) -> Laptop {
    for attempt in 0..64 {
        note(other, &format!("attempt {attempt} {}", other.changes().len()));
        let mut again = copied.clone();
        again.hear(other);
        assert_eq!(again.must(first.act().to_json()), first.act_id(), "the act is the same");
        if again.tip() < first.hash() {
            return again;
        }
    }
    unreachable!("every hash is higher")
}

#[test]
fn an_admission_that_a_thief_files_once_more_takes_nothing_from_those_who_came_by_the_first() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    let member = t[0].enrol("Dee");
    gather(&mut t);
    let copied = t[0].clone();
    let admission = t[0].admit("Dee", member);
    let first = t[0].changes().last().unwrap().clone();
    let again = file_again(&copied, &mut t[2].clone(), &first);
    pass(&mut t, 0, 1);
    t[1].sign(admission);
    let mut dee = Laptop::blank("Dee", t[0].fold().assembly());
    dee.hear(&t[1]);
    let deed = note(&mut dee, "barn");
    t.push(dee);
    gather(&mut t);
    t[1].hear(&again);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(laptop.status(deed), Status::Counts);
        assert_eq!(laptop.fold().book().commons.roll.holders().len(), 4);
    }
}

#[test]
fn a_line_that_begins_after_a_change_of_another_is_void_to_its_end() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    note(&mut t[1], "barn");
    gather(&mut t);
    let document = || "ledger/accounts".parse().unwrap();
    let act = |name: &str| {
        let act = json!({ "do": "ledger.open", "account": format!("assets:{name}") });
        Act::from_json(&act).unwrap().to_value().unwrap().encode()
    };
    let device = t[1].device();
    let mut unsigned = t[1].fold().next(device, 0, Ring::Commons, document(), act("second line"), 1_900_000_000);
    unsigned.prev = Some(t[0].tip());
    unsigned.seq = t[0].changes().iter().filter(|change| change.says().device == t[0].device()).count() as u64;
    let one = unsigned.clone().sign(&pen_of("Bo")).verify().unwrap();
    unsigned.prev = Some(one.hash());
    unsigned.seq += 1;
    unsigned.act = act("second line goes on");
    let two = unsigned.sign(&pen_of("Bo")).verify().unwrap();
    t[0].hear_some([&one, &two]);
    for change in [one, two] {
        assert!(matches!(t[0].status(change.act_id()), Status::Void { .. }), "a device has one line, or it could say two things unseen");
    }
}

#[test]
fn what_only_stands_in_a_less_public_ring_takes_nothing_of_the_commons_in() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].must(json!({ "do": "meeting.call", "meeting": "2027-03-03", "place": "the hall" }));
    gather(&mut t);
    let mut copied = t[1].clone();
    let honest = note(&mut t[1], "barn");
    pass(&mut t, 1, 0);
    t[0].must(json!({ "do": "floor.note", "meeting": "2027-03-03", "text": "Bo opened the barn" }));
    let cellar = note(&mut copied, "cellar");
    t[0].hear(&copied);
    let mut reader = Laptop::blank("Rex", t[0].fold().assembly());
    reader.hear_some(t[0].changes().iter().filter(|change| change.says().ring == Ring::Commons));
    assert_eq!(contested(&reader, honest), [fork(&copied, [honest, cellar])]);
    assert_eq!(t[0].status(honest), reader.status(honest), "the commons alone come to the same");
}

#[test]
fn those_who_came_later_do_not_take_in_for_the_roll_of_the_time() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    let mut copied = t[1].clone();
    let old = note(&mut t[1], "barn");
    // Dee comes to hear of it alone; Ada and Cy, who were there, write nothing since.
    let member = t[0].enrol("Dee");
    let admission = t[0].admit("Dee", member);
    pass(&mut t, 0, 2);
    t[2].sign(admission);
    let mut dee = Laptop::blank("Dee", t[0].fold().assembly());
    dee.hear(&t[2]);
    dee.hear(&t[1]);
    note(&mut dee, "loft");
    t.push(dee);
    let cellar = note(&mut copied, "cellar");
    t[0].hear(&copied);
    gather(&mut t);
    assert_eq!(contested(&t[0], old), [fork(&copied, [old, cellar])]);
}

#[test]
fn one_act_signed_twice_over_by_a_forker_is_never_counted_twice() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].open_accounts();
    gather(&mut t);
    // Bo's copied laptop files the same act at the same place of its line, having seen something else.
    let mut twin = t[1].clone();
    let flour = Laptop::came_in("40", "kg flour", "2027-03-10");
    let one = t[1].must(flour.clone());
    t[0].must(json!({ "do": "ledger.open", "account": "assets:barn" }));
    let ada = t[0].clone();
    twin.hear(&ada);
    assert_eq!(twin.must(flour), one, "the act is the same");
    // Everybody takes both in before seeing that they are two.
    t[0].hear(&twin);
    t[0].must(json!({ "do": "ledger.open", "account": "assets:loft" }));
    let bo = t[1].clone();
    t[2].hear(&bo);
    t[2].must(json!({ "do": "ledger.open", "account": "assets:cellar" }));
    let mut other_order = Laptop::blank("Eli", t[0].fold().assembly());
    other_order.hear(&t[2]);
    other_order.hear(&t[0]);
    t[0].hear(&bo);
    let cy = t[2].clone();
    t[0].hear(&cy);
    for laptop in [&t[0], &other_order] {
        let store = laptop.fold().book().commons.ledger.balance("assets:store", "kg flour", "2027-12-31".parse().unwrap());
        assert!(["0", "40"].contains(&store.to_string().as_str()), "{store} kg came in");
        assert_eq!(laptop.fold().ring_hash(Ring::Commons), t[0].fold().ring_hash(Ring::Commons));
    }
}
