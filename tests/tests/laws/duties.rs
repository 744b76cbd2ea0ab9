//! A mandate is for what it says: a part of the ledger, or one body outside; what is done rests on a mandate that is for it.

use folkmoot::fold::{Against, Status};
use folkmoot::id::ActId;
use folkmoot::plain::Member;
use folkmoot_testkit::{Chance, Laptop};
use serde_json::{Value as Json, json};

use super::orders::{comes_to_the_same_in_any_order, many};
use super::town::{contested, gather, pass};

const DAY: &str = "2027-03-03";

/// Millbrook at a meeting that has decided who is asked to do what.
fn decided() -> (Vec<Laptop>, ActId) {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]).to_vec();
    t[0].open_meeting(DAY, 3);
    let decision = t[0].decide(DAY, "who is asked to do what");
    gather(&mut t);
    (t, decision)
}

/// Ada files a mandate of Bo's, Cy signs it, and all hear of it.
fn ask_bo(t: &mut [Laptop], decision: ActId, fields: Json) -> ActId {
    let mut act = json!({ "do": "mandate.grant", "decision": decision, "member": 2, "from": DAY, "until": "2027-12-31" });
    act.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    let grant = t[0].must(act);
    pass(t, 0, 2);
    t[2].sign(grant);
    gather(t);
    grant
}

fn keeper_of(parts: &[&str]) -> Json {
    let accounts: Vec<String> =
        ["assets", "expenses"].iter().flat_map(|root| parts.iter().map(move |part| format!("{root}:{part}"))).collect();
    json!({ "duty": "treasurer", "accounts": accounts })
}

/// Ada and Cy take a mandate back; Bo does not hear of it.
fn recall(t: &mut [Laptop], decision: ActId, grant: ActId) -> ActId {
    let recall = t[0].must(json!({ "do": "mandate.recall", "decision": decision, "grant": grant, "reason": "asked back" }));
    pass(t, 0, 2);
    t[2].sign(recall);
    recall
}

fn spend(of: &str) -> Json {
    let line = |account: String, quantity: &str| json!({ "account": account, "quantity": quantity, "commodity": "EUR" });
    let postings = [line(format!("assets:{of}"), "-5"), line(format!("expenses:{of}"), "5")];
    json!({ "do": "ledger.post", "day": "2027-03-10", "text": format!("For the {of}"), "postings": postings })
}

#[test]
fn a_recall_of_one_part_of_the_ledger_reaches_what_is_written_there_alone() {
    let (mut t, decision) = decided();
    for of in ["water", "bread"] {
        for root in ["assets", "expenses"] {
            t[0].must(json!({ "do": "ledger.open", "account": format!("{root}:{of}") }));
        }
    }
    let water = ask_bo(&mut t, decision, keeper_of(&["water"]));
    ask_bo(&mut t, decision, keeper_of(&["bread"]));
    let before = t[1].must(spend("bread"));
    let recall = recall(&mut t, decision, water);
    let (of_water, of_bread) = (t[1].must(spend("water")), t[1].must(spend("bread")));
    let taken_back =
        |transaction: ActId| json!({ "do": "ledger.reverse", "transaction": transaction, "day": "2027-03-11", "reason": "twice" });
    let (water_back, bread_back) = (t[1].must(taken_back(of_water)), t[1].must(taken_back(before)));
    gather(&mut t);
    for laptop in &t {
        for act in [of_water, water_back] {
            assert_eq!(contested(laptop, act), [Against::Act { act: recall }]);
        }
        for act in [before, of_bread, bread_back] {
            assert_eq!(laptop.status(act), Status::Counts);
        }
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(8));
}

/// What goes from one part to another needs one mandate for both.
#[test]
fn whoever_keeps_two_parts_by_two_mandates_moves_nothing_between_them() {
    let (mut t, decision) = decided();
    for account in ["assets:water", "assets:bread"] {
        t[0].must(json!({ "do": "ledger.open", "account": account }));
    }
    ask_bo(&mut t, decision, json!({ "duty": "treasurer", "accounts": ["assets:water"] }));
    ask_bo(&mut t, decision, json!({ "duty": "treasurer", "accounts": ["assets:bread"] }));
    let line = |account: &str, quantity: &str| json!({ "account": account, "quantity": quantity, "commodity": "EUR" });
    let moved = json!({ "do": "ledger.post", "day": "2027-03-10", "text": "lent", "postings": [line("assets:water", "-5"),
        line("assets:bread", "5")] });
    let refused = t[1].act(&moved).unwrap_err();
    assert_eq!(refused.facts()["code"], "kept-apart");
    ask_bo(&mut t, decision, json!({ "duty": "treasurer", "accounts": ["assets:water", "assets:bread"] }));
    t[1].must(moved);
}

#[test]
fn a_delegate_who_is_recalled_from_one_body_agrees_to_nothing_there_by_being_sent_to_another() {
    let (mut t, decision) = decided();
    let items = json!([{ "on": "The canal", "position": "It stays with the towns", "latitude": { "latitude": "ask-home" } }]);
    let sent = |body: &str| json!({ "duty": "delegate", "body": body, "items": items });
    let valley = ask_bo(&mut t, decision, sent("the circle of the valley"));
    let coast = ask_bo(&mut t, decision, sent("the circle of the coast"));
    let recall = recall(&mut t, decision, valley);
    let agree = |grant: ActId| json!({ "do": "mandate.agree", "grant": grant, "day": "2027-03-05", "what": "40 kg of flour" });
    let (there, elsewhere) = (t[1].must(agree(valley)), t[1].must(agree(coast)));
    gather(&mut t);
    for laptop in &t {
        assert_eq!(contested(laptop, there), [Against::Act { act: recall }]);
        assert_eq!(laptop.status(elsewhere), Status::Counts);
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(9));
}

/// The mandate under which Bo agreed is over when he writes it down, and he was sent there again.
#[test]
fn what_was_agreed_under_one_mandate_rests_on_the_next_one_for_the_same_body() {
    let (mut t, decision) = decided();
    let items = json!([{ "on": "The canal", "position": "It stays with the towns", "latitude": { "latitude": "ask-home" } }]);
    let sent = |from: &str, until: &str| json!({ "duty": "delegate", "body": "the circle of the valley", "items": items, "from": from, "until": until });
    let first = ask_bo(&mut t, decision, sent(DAY, "2027-06-30"));
    ask_bo(&mut t, decision, sent("2027-07-01", "2027-12-31"));
    let agree = |what: &str| json!({ "do": "mandate.agree", "grant": first, "day": "2027-06-28", "what": what });
    let unheard = {
        t[0].open_meeting("2027-07-03", 3);
        let closing = t[0].close_meeting("2027-07-03");
        pass(&mut t, 0, 2);
        t[2].sign(closing);
        t[1].must(agree("40 kg of flour"))
    };
    gather(&mut t);
    let heard = t[1].must(agree("and 2 kg of salt"));
    gather(&mut t);
    for laptop in &t {
        assert_eq!([laptop.status(unheard), laptop.status(heard)], [Status::Counts, Status::Counts]);
    }
}

/// Cy entered Di, Ada and Bo let Di's laptop in; then Cy's laptop is cut off, and nothing that it wrote stands.
#[test]
fn the_number_of_a_member_whose_entry_fell_is_not_given_to_somebody_else() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let di = t[2].enrol("Di");
    pass(&mut t, 2, 0);
    let admission = t[0].admit("Di", di);
    let eli = t[0].enrol("Eli");
    pass(&mut t, 0, 1);
    t[1].sign(admission);
    let cy = t[2].device();
    let removal = t[1].must(json!({ "do": "roll.remove", "device": cy, "reason": "it was taken at the ferry", "cut": [] }));
    pass(&mut t, 1, 0);
    t[0].sign(removal);
    // Of four who hold a laptop three are more than half.
    let mut laptop = Laptop::blank("Di", t[0].fold().assembly());
    laptop.hear(&t[0]);
    laptop.sign(removal);
    t[0].hear(&laptop);
    let roll = &t[0].fold().book().commons.roll;
    assert_eq!((di, eli, t[0].status(removal)), (4, 5, Status::Counts));
    assert!(!roll.members.contains_key(&Member(di)) && roll.live(&laptop.device()).is_some());
    assert_eq!(roll.next_number(), Member(6), "a laptop that others let in stands under 4");
}

/// The same, and nobody was entered after Di.
#[test]
fn the_last_number_is_not_given_again_while_a_laptop_stands_under_it() {
    let mut t = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let di = t[2].enrol("Di");
    pass(&mut t, 2, 0);
    let admission = t[0].admit("Di", di);
    pass(&mut t, 0, 1);
    t[1].sign(admission);
    let cy = t[2].device();
    let removal = t[1].must(json!({ "do": "roll.remove", "device": cy, "reason": "it was taken at the ferry", "cut": [] }));
    pass(&mut t, 1, 0);
    t[0].sign(removal);
    let mut laptop = Laptop::blank("Di", t[0].fold().assembly());
    laptop.hear(&t[0]);
    laptop.sign(removal);
    t[0].hear(&laptop);
    let roll = &t[0].fold().book().commons.roll;
    assert_eq!((t[0].status(removal), roll.members.keys().max()), (Status::Counts, Some(&Member(3))));
    assert_eq!((roll.live(&laptop.device()).map(|live| live.member), roll.next_number()), (Some(Member(di)), Member(5)));
}

/// The first mandate for the ledger is Bo's, filed by Ada and signed by Bo. Ada has entered something before; Bo does while nobody but Ada
/// has signed; Cy hears of none of it, and goes on entering things and speaking for others.
#[test]
fn whoever_has_not_heard_that_a_duty_was_given_needs_a_mandate_all_the_same() {
    let (mut t, decision) = decided();
    for root in ["assets", "expenses"] {
        t[0].must(json!({ "do": "ledger.open", "account": format!("{root}:bread") }));
    }
    let before = t[0].must(spend("bread"));
    gather(&mut t);
    let ask = |member: u32, duty: &str| json!({ "do": "mandate.grant", "decision": decision, "member": member, "duty": duty, "from": DAY, "until": "2027-12-31" });
    let [grant, facilitates] = [ask(2, "treasurer"), ask(1, "facilitator")].map(|act| t[0].must(act));
    pass(&mut t, 0, 1);
    let of_bo = t[1].must(spend("bread"));
    let of_ada = t[0].must(spend("bread"));
    for act in [grant, facilitates] {
        t[1].sign(act);
    }
    pass(&mut t, 1, 0);
    let of_cy = t[2].must(spend("bread"));
    let card = |t: &[Laptop], at: u32| t[0].fold().book().commons.roll.members[&Member(at)].card().unwrap();
    let strikes = |t: &[Laptop], at: u32| json!({ "do": "people.strike", "member": at, "card": card(t, at) });
    let (of_another, own) = (strikes(&t, 1), strikes(&t, 3));
    let [of_another, own] = [of_another, own].map(|act| t[2].must(act));
    gather(&mut t);
    let again = t[0].must(ask(1, "treasurer"));
    pass(&mut t, 0, 1);
    t[1].sign(again);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(
            [before, of_bo, own].map(|act| laptop.status(act)),
            [const { Status::Counts }; 3],
            "given later, given to Bo, and about oneself"
        );
        assert_eq!(contested(laptop, of_cy), [Against::Act { act: grant }], "a later mandate had heard of it, and that helps nothing");
        assert_eq!(contested(laptop, of_another), [Against::Act { act: facilitates }]);
        assert_eq!(contested(laptop, of_ada), [Against::Act { act: grant }], "Ada had filed it herself");
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(11));
    let ratification = t[0].must(json!({ "do": "roll.ratify", "act": of_cy }));
    pass(&mut t, 0, 1);
    t[1].sign(ratification);
    assert_eq!(t[1].status(of_cy), Status::Counts, "what was honest is ratified in one step");
}

/// Ada asks that Bo keep the ledger, and goes on keeping it herself until Bo and Cy have signed.
#[test]
fn until_enough_have_signed_a_mandate_the_duty_is_nobody_s_as_far_as_they_had_heard() {
    let (mut t, decision) = decided();
    for root in ["assets", "expenses"] {
        t[0].must(json!({ "do": "ledger.open", "account": format!("{root}:bread") }));
    }
    let grant = t[0]
        .must(json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer", "from": DAY, "until": "2027-12-31" }));
    let heard_by_bo = t[0].must(spend("bread"));
    gather(&mut t);
    let heard_by_nobody = t[0].must(spend("bread"));
    let heard_by_oneself = t[2].must(spend("bread"));
    let mut early = t[0].clone();
    for at in [2, 1] {
        t[at].sign(grant);
        early.hear(&t[at]);
        assert_eq!(early.status(heard_by_bo), Status::Counts);
    }
    gather(&mut t);
    for laptop in t.iter().chain([&early]) {
        assert_eq!(laptop.status(heard_by_bo), Status::Counts);
        for act in [heard_by_nobody, heard_by_oneself] {
            assert_eq!(contested(laptop, act), [Against::Act { act: grant }], "one's own signature vouches for nothing of one's own");
        }
    }
    comes_to_the_same_in_any_order(&t[0], many() / 10, &mut Chance::new(12));
}

/// Ada has entered something that neither Bo nor she herself named in the mandate; Cy signs that once it counts, and names all of it.
#[test]
fn a_signature_under_a_mandate_that_counts_already_vouches_for_nothing_that_came_before() {
    let (mut t, decision) = decided();
    for root in ["assets", "expenses"] {
        t[0].must(json!({ "do": "ledger.open", "account": format!("{root}:bread") }));
    }
    let grant = t[0]
        .must(json!({ "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer", "from": DAY, "until": "2027-12-31" }));
    gather(&mut t);
    let unheard = t[0].must(spend("bread"));
    t[1].sign(grant);
    gather(&mut t);
    assert_eq!(t[2].status(grant), Status::Counts);
    t[2].sign(grant);
    gather(&mut t);
    for laptop in &t {
        assert_eq!(contested(laptop, unheard), [Against::Act { act: grant }]);
    }
}
