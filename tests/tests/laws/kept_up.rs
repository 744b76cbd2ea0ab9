//! Verdicts that are kept up as changes arrive: what is not judged anew then would have come out otherwise.
//!
//! Each of these histories notices one shortcut of `fold::{grow, reach, sight, upkeep}` being taken too far; random ones hardly ever
//! come to them.

use folkmoot::fold::Status;
use folkmoot_testkit::{Chance, Laptop};
use serde_json::{Value as Json, json};

use crate::forged::Town;
use crate::orders::{comes_to_the_same_in_any_order, many};
use crate::town::{contested, fork, gather, note, pass, remove};

fn sign(act: &str) -> Json {
    json!({ "do": "sign", "act": act })
}

/// d1's signatures fall with its removal, and with them an admission and a grant; each is signed by another, and what rested on it is back.
#[test]
fn what_rested_on_an_admission_or_a_grant_that_fell_is_back_with_it() {
    let mut town = Town::found(4, 2);
    town.say("remove", 2, None, &["found"], json!({ "do": "remove", "device": "d1" }));
    town.say("admit", 0, Some("found"), &[], json!({ "do": "admit", "device": "d9" }));
    town.say("admitted by d1", 1, None, &["admit"], sign("admit"));
    town.say("admitted by d3", 3, None, &["admit"], sign("admit"));
    town.say("grant", 1, Some("admitted by d1"), &[], json!({ "do": "grant", "device": "d3", "duty": "ledger", "until": 9 }));
    town.say("granted by d2", 2, Some("remove"), &["grant"], sign("grant"));
    town.say("removed by d3", 3, Some("admitted by d3"), &["remove"], sign("remove"));
    town.say("deed", 3, Some("removed by d3"), &["granted by d2"], json!({ "do": "deed", "duty": "ledger" }));
    town.say("seal", 2, Some("granted by d2"), &["admitted by d1", "admitted by d3"], json!({ "do": "seal" }));
    town.say("sealed by d9", 9, None, &["seal"], sign("seal"));
    town.say("note", 9, Some("sealed by d9"), &[], json!({ "do": "note" }));
    town.say("removed by d0", 0, Some("admit"), &["remove"], sign("remove"));
    // The deed rests on the grant; of what d9 wrote, a signature, what it signs and a note rest on the admission.
    let (of_the_grant, of_the_admission) = (["grant", "deed"], ["admit", "sealed by d9", "seal", "note"]);
    let fallen = town.statuses();
    for id in of_the_grant.iter().chain(&of_the_admission) {
        assert_eq!(fallen[*id], "contested", "{id}: {fallen:?}");
    }
    town.say("granted by d0", 0, Some("removed by d0"), &["deed"], sign("grant"));
    let granted = town.statuses();
    for (ids, expected) in [(&of_the_grant[..], "counts"), (&of_the_admission[..], "contested")] {
        ids.iter().for_each(|id| assert_eq!(granted[*id], expected, "{id}: {granted:?}"));
    }
    town.say("admitted by d2", 2, Some("seal"), &["note"], sign("admit"));
    let back = town.statuses();
    for id in of_the_grant.iter().chain(&of_the_admission) {
        assert_eq!(back[*id], "counts", "{id}: {back:?}");
    }
}

/// A posting that one laptop and its copy both carry counts once, by whichever road it comes to count.
#[test]
fn what_two_branches_carry_and_others_ratify_is_in_the_book_once() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    t[0].open_accounts();
    pass(&mut t, 0, 1);
    pass(&mut t, 0, 2);
    let mut copied = t[1].clone();
    note(&mut t[2], "barn");
    copied.hear(&t[2]);
    let posting = t[1].must(Laptop::came_in("40", "kg flour", "2027-03-03"));
    assert_eq!(copied.must(Laptop::came_in("40", "kg flour", "2027-03-03")), posting, "the same act, in two changes");
    pass(&mut t, 1, 0);
    t[0].hear(&copied);
    assert_eq!(contested(&t[0], posting), [fork(&t[1], [posting, posting])], "one act, in two changes");
    let ratification = t[0].must(json!({ "do": "roll.ratify", "act": posting }));
    pass(&mut t, 0, 2);
    t[2].sign(ratification);
    pass(&mut t, 2, 0);
    // Whoever counts the store says what is in the book of that past; Rex has heard something else, so he does not judge it by the book of everything.
    let counted = json!([{ "account": "assets:store", "quantity": "40", "commodity": "kg flour" }]);
    let closing = t[0].must(json!({ "do": "ledger.close", "accounts": ["assets:store"], "until": "2027-03-31", "counted": counted }));
    note(&mut t[1], "a cellar that nobody hears of");
    let mut rex = Laptop::blank("Rex", t[0].fold().assembly());
    [1, 0].iter().for_each(|speaker| rex.hear(&t[*speaker]));
    for laptop in [&t[0], &rex] {
        assert_eq!((laptop.status(posting), laptop.status(closing)), (Status::Counts, Status::Pending));
        let store = laptop.fold().book().commons.ledger.balance("assets:store", "kg flour", "2027-12-31".parse().unwrap());
        assert_eq!(store.to_string(), "40");
        comes_to_the_same_in_any_order(laptop, many(), &mut Chance::new(7));
    }
}

fn into_the_barn() -> Json {
    let mut posting = Laptop::came_in("1", "kg flour", "2027-03-03");
    posting["postings"][0]["account"] = json!("assets:barn");
    posting
}

/// Rex hears of Eli's removal first, and of the account that falls by it later; Cy heard of the account first. What Cy wrote before and after hearing of the
/// removal is judged by what Cy knew, not by what came to Rex first.
#[test]
fn an_account_that_arrives_after_the_removal_by_which_it_falls_is_away_in_the_pasts_of_later_acts() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]);
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    t[ada].open_accounts();
    (1..5).for_each(|other| pass(&mut t, ada, other));
    note(&mut t[eli], "barn");
    let device = t[eli].device();
    let removal = remove(&mut t[ada], device);
    pass(&mut t, ada, bo);
    t[bo].sign(removal);
    pass(&mut t, bo, dee);
    t[dee].sign(removal);
    note(&mut t[bo], "a cellar that nobody hears of");
    pass(&mut t, eli, cy);
    // So many that the past of the last one is nearer to that of the next than any other in which the removal stands already.
    let stood: Vec<_> = (0..3).map(|_| t[cy].must(into_the_barn())).collect();
    pass(&mut t, dee, cy);
    let fell = t[cy].force(&into_the_barn());
    let mut rex = Laptop::blank("Rex", t[cy].fold().assembly());
    [dee, bo, cy].iter().for_each(|speaker| rex.hear(&t[*speaker]));
    for laptop in [&t[cy], &rex] {
        stood.iter().for_each(|posting| assert_eq!(laptop.status(*posting), Status::Counts));
        assert!(matches!(laptop.status(fell), Status::Void { .. }), "{:?}", laptop.status(fell));
    }
    comes_to_the_same_in_any_order(&rex, many(), &mut Chance::new(7));
}

/// Rex has heard something that the others have not, so he judges each of Cy's acts by a book of its own past, made from the one before it.
#[test]
fn an_account_that_falls_and_is_ratified_is_away_and_back_in_the_pasts_of_later_acts() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Dee", "Eli"]);
    let (ada, bo, cy, dee, eli) = (0, 1, 2, 3, 4);
    t[ada].open_accounts();
    (1..5).for_each(|other| pass(&mut t, ada, other));
    let opened = note(&mut t[eli], "barn");
    let device = t[eli].device();
    let removal = remove(&mut t[ada], device);
    pass(&mut t, ada, bo);
    t[bo].sign(removal);
    pass(&mut t, bo, cy);
    pass(&mut t, eli, cy);
    note(&mut t[bo], "a cellar that nobody hears of");
    let stood = t[cy].must(into_the_barn());
    pass(&mut t, cy, dee);
    t[dee].sign(removal);
    pass(&mut t, dee, cy);
    let fell = t[cy].force(&into_the_barn());
    pass(&mut t, cy, ada);
    let ratification = t[ada].must(json!({ "do": "roll.ratify", "act": opened }));
    pass(&mut t, ada, cy);
    note(&mut t[cy], "shed");
    pass(&mut t, cy, dee);
    t[dee].sign(ratification);
    pass(&mut t, dee, cy);
    let stands = t[cy].must(into_the_barn());
    let mut rex = Laptop::blank("Rex", t[cy].fold().assembly());
    rex.hear(&t[bo]);
    rex.hear(&t[cy]);
    for laptop in [&t[cy], &rex] {
        assert_eq!((laptop.status(stood), laptop.status(stands)), (Status::Counts, Status::Counts));
        assert!(matches!(laptop.status(fell), Status::Void { .. }), "{:?}", laptop.status(fell));
    }
    comes_to_the_same_in_any_order(&rex, many(), &mut Chance::new(7));
}

/// Ada's signature under a closing is taken in by three of five, one of whom forks and signs her out as if nothing had been heard. The closing goes on to
/// count by Cy's signature, which nobody has taken in yet: whoever had asked before the removal hears the same as whoever asks now.
#[test]
fn what_was_settled_by_a_signature_that_a_fork_struck_is_settled_no_more_though_it_counts() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy", "Pim", "Quin"]);
    let (ada, bo, cy, pim, quin) = (0, 1, 2, 3, 4);
    t[bo].open_meeting("2027-03-03", 5);
    let close = t[bo].close_meeting("2027-03-03");
    pass(&mut t, bo, ada);
    pass(&mut t, bo, cy);
    t[ada].sign(close);
    t[cy].sign(close);
    let mut copied = t[pim].clone();
    for taker in [pim, bo] {
        pass(&mut t, ada, taker);
        note(&mut t[taker], &format!("of {taker}"));
    }
    let device = t[ada].device();
    let removal = remove(&mut t[quin], device);
    copied.hear(&t[quin]);
    copied.sign(removal);
    t[quin].hear(&copied);
    note(&mut t[quin], "mill");
    pass(&mut t, quin, cy);
    note(&mut t[cy], "roof");
    let mut rex = Laptop::blank("Rex", t[cy].fold().assembly());
    [bo, pim, quin, cy].iter().for_each(|speaker| rex.hear(&t[*speaker]));
    assert_eq!(rex.status(removal), Status::Pending);
    assert!(rex.fold().settled(&close), "Ada's and Bo's signatures are held by three of five");
    t[cy].sign(removal);
    let mut asked_late = Laptop::blank("Rex", t[cy].fold().assembly());
    [bo, pim, quin, cy].iter().for_each(|speaker| asked_late.hear(&t[*speaker]));
    rex.hear(&t[cy]);
    for laptop in [&rex, &asked_late] {
        assert_eq!((laptop.status(removal), laptop.status(close)), (Status::Counts, Status::Counts));
        assert!(!laptop.fold().settled(&close), "Bo's signature alone is held");
    }
    comes_to_the_same_in_any_order(&rex, many(), &mut Chance::new(7));
}

/// A grant, a signature and an entry that Bo's laptop and its copy both carry; Ada and Cy have each signed what they heard of them.
#[test]
fn what_two_branches_carry_takes_and_gives_no_signature_whichever_comes_first() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    t[0].open_meeting("2027-03-03", 3);
    let decision = t[0].decide("2027-03-03", "Cy keeps the ledger");
    let quorum = t[0].must(json!({ "do": "roll.quorum", "number": 1, "k": 3 }));
    gather(&mut t);
    let mut copied = t[1].clone();
    note(&mut t[2], "barn");
    copied.hear(&t[2]);
    let grant = json!({ "do": "mandate.grant", "decision": decision, "member": 3, "duty": "treasurer", "from": "2027-01-01",
        "until": "2027-12-31" });
    let granted = t[1].must(grant.clone());
    assert_eq!(copied.must(grant), granted, "the same act, in two changes");
    assert_eq!(t[1].sign(quorum), copied.sign(quorum));
    pass(&mut t, 1, 0);
    t[0].sign(granted);
    t[2].hear(&copied);
    t[2].sign(granted);
    note(&mut t[2], "loft");
    let entry = note(&mut t[1], "cellar");
    assert_eq!(note(&mut copied, "cellar"), entry);
    for _ in 0..2 {
        gather(&mut t);
        t.iter_mut().for_each(|laptop| laptop.hear(&copied));
    }
    let forked = t[0].fold().forkers().collect::<Vec<_>>();
    assert_eq!(forked, [copied.device()]);
    comes_to_the_same_in_any_order(&t[0], many(), &mut Chance::new(11));
}

/// d3's last change does not follow its deed, though it has seen it; the removal names that one as the end of the line. Then a fork shows.
#[test]
fn what_lies_on_no_line_to_the_tip_of_a_cut_is_outside_of_it_before_its_device_forks_and_after() {
    let mut town = Town::found(4, 2);
    town.say("grant", 0, Some("found"), &[], json!({ "do": "grant", "device": "d3", "duty": "ledger", "until": 9 }));
    town.say("granted", 1, None, &["grant"], sign("grant"));
    town.say("deed", 3, None, &["granted"], json!({ "do": "deed", "duty": "ledger" }));
    town.say("tip", 3, Some("grant"), &["deed"], json!({ "do": "note" }));
    town.say("remove", 0, Some("grant"), &["tip"], json!({ "do": "remove", "device": "d3", "cut": ["tip"] }));
    town.say("removed by d1", 1, Some("granted"), &["remove"], sign("remove"));
    town.say("removed by d2", 2, None, &["remove"], sign("remove"));
    let before = town.statuses();
    assert_eq!((before["tip"], before["remove"], before["deed"]), ("void", "counts", "contested"));
    town.say("branch", 3, None, &["removed by d1", "removed by d2"], json!({ "do": "note" }));
    let status = town.statuses();
    assert_eq!((status["tip"], status["remove"], status["deed"]), ("void", "counts", "contested"));
}
