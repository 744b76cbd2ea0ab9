//! What the law of what counts refuses: Ada, Bo, Cy and Dee of Millbrook, each with a laptop.

use folkmoot::id::{ActId, CardHash, ChangeHash, NO_ASSEMBLY};
use folkmoot_testkit::{Laptop, keys_of};
use serde_json::{Value as Json, json};

use crate::{Case, forged, refused};

/// Something that anyone on the roll may do while nobody keeps the ledger.
fn open_store() -> Json {
    json!({ "do": "ledger.open", "account": "assets:store" })
}

/// Something binding.
fn two_sign() -> Json {
    json!({ "do": "roll.quorum", "number": 1, "k": 2 })
}

fn sign(act: ActId) -> Json {
    json!({ "do": "roll.sign", "act": act })
}

fn remove(whom: &Laptop) -> Json {
    json!({ "do": "roll.remove", "device": whom.device(), "reason": "the laptop was taken at the checkpoint" })
}

pub(crate) fn cases() -> Vec<Case> {
    let mut cases = vec![not_founded(), second_founding(), chain_broken(), wrong_place()];
    cases.extend([not_on_the_roll(), removed(), paper_card(), own_fork(), duty_not_held()]);
    cases.extend(signing());
    cases.extend([signed_own_removal(), signer_too_new(), stale_removal(), cut_unseen(), nothing_to_ratify()]);
    cases
}

fn not_founded() -> Case {
    let assembly = Laptop::found("Millbrook", "Ada").fold().assembly();
    let bo = Laptop::blank("Bo", assembly);
    let story = "Bo writes for Millbrook and has nothing of it in his past.";
    forged(&bo, "Bo", story, open_store(), |says| {
        assert_eq!(says.assembly, NO_ASSEMBLY);
        says.assembly = assembly;
    })
}

fn second_founding() -> Case {
    let ada = Laptop::found("Millbrook", "Ada");
    let found = json!({ "do": "roll.found", "name": "New Millbrook", "card": CardHash([1; 32]), "keys": keys_of("Ada") });
    refused(&ada, "Ada founds another town inside Millbrook.", found)
}

fn chain_broken() -> Case {
    let ada = Laptop::found("Millbrook", "Ada");
    forged(&ada, "Ada", "Ada's laptop leaves out an entry.", open_store(), |says| says.seq += 1)
}

fn wrong_place() -> Case {
    let ada = Laptop::found("Millbrook", "Ada");
    let story = "Ada's laptop files an account among the mandates.";
    forged(&ada, "Ada", story, open_store(), |says| says.document = "mandates".parse().unwrap())
}

fn not_on_the_roll() -> Case {
    let ada = Laptop::found("Millbrook", "Ada");
    let mut sly = Laptop::blank("Sly", ada.fold().assembly());
    sly.hear(&ada);
    refused(&sly, "Sly writes for Millbrook, where nobody admitted him.", open_store())
}

fn removed() -> Case {
    let [mut ada, mut bo, mut cy] = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    let removal = ada.must(remove(&cy));
    bo.hear(&ada);
    bo.sign(removal);
    cy.hear(&bo);
    refused(&cy, "Cy writes after Ada and Bo removed his laptop.", open_store())
}

fn paper_card() -> Case {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let mut paper = Laptop::blank("Ada's card", ada.fold().assembly());
    ada.must(json!({ "do": "roll.admit", "member": 1, "device": paper.device(), "keys": keys_of("Ada's card"), "paper": true }));
    paper.hear(&ada);
    refused(&paper, "Ada keeps the ledger with her paper card.", open_store())
}

fn own_fork() -> Case {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let mut copy = ada.clone();
    ada.must(open_store());
    copy.must(json!({ "do": "ledger.open", "account": "assets:barn" }));
    ada.hear(&copy);
    refused(&ada, "Ada used an old copy of her home, and both have written.", two_sign())
}

fn duty_not_held() -> Case {
    let [mut ada, mut bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    ada.open_meeting("2027-03-03", 2);
    let decision = ada.decide("2027-03-03", "Bo keeps the ledger");
    let grant = ada.must(json!({
        "do": "mandate.grant", "decision": decision, "member": 2, "duty": "treasurer", "from": "2027-03-03", "until": "2027-12-31",
    }));
    bo.hear(&ada);
    bo.sign(grant);
    ada.hear(&bo);
    refused(&ada, "Ada opens an account after Bo was asked to keep the ledger.", open_store())
}

fn signing() -> Vec<Case> {
    let [mut ada, mut bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let note = ada.must(open_store());
    let void = bo.force(&json!({ "do": "roll.quorum", "number": 1, "k": 9 }));
    let binding = ada.must(two_sign());
    ada.hear(&bo);
    vec![
        refused(&ada, "Ada signs that an account was opened.", sign(note)),
        refused(&ada, "Ada signs that nine of two must sign.", sign(void)),
        refused(&ada, "Ada signs her own act again.", sign(binding)),
    ]
}

fn signed_own_removal() -> Case {
    let [_, mut bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let removal = remove(&bo);
    bo.must(removal);
    refused(&bo, "Bo asks to be removed, and goes on with binding acts.", two_sign())
}

fn signer_too_new() -> Case {
    let [mut ada, mut bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let old = ada.must(two_sign());
    let member = ada.enrol("Cy");
    let admission = ada.admit("Cy", member);
    bo.hear(&ada);
    bo.sign(admission);
    let mut cy = Laptop::blank("Cy", ada.fold().assembly());
    cy.hear(&bo);
    refused(&cy, "Cy signs what Ada wrote before he came onto the roll.", sign(old))
}

fn stale_removal() -> Case {
    let [mut ada, mut bo, mut cy] = Laptop::town("Millbrook", ["Ada", "Bo", "Cy"]);
    bo.must(two_sign());
    let removal = ada.must(remove(&bo));
    cy.hear(&bo);
    cy.hear(&ada);
    refused(&cy, "Cy signs Bo out, and has seen what Bo signed while Ada had not.", sign(removal))
}

fn cut_unseen() -> Case {
    let [ada, bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    let mut removal = remove(&bo);
    removal["cut"] = json!([ChangeHash([7; 32])]);
    refused(&ada, "Ada removes Bo's laptop after an entry that never arrived.", removal)
}

fn nothing_to_ratify() -> Case {
    let ada = Laptop::found("Millbrook", "Ada");
    let founding = ada.changes()[0].act_id();
    refused(&ada, "Ada ratifies the founding, which nobody contests.", json!({ "do": "roll.ratify", "act": founding }))
}
