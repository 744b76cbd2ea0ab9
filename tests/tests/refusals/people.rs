//! What is refused about the cards of Millbrook's people.

use folkmoot::id::CardHash;
use folkmoot::plain::Member;
use folkmoot_testkit::Laptop;
use serde_json::json;

use crate::{Case, refused};

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let strike = |card: CardHash| json!({ "do": "people.strike", "member": 1, "card": card });
    let card = ada.fold().book().commons.roll.members[&Member(1)].card().unwrap();
    let unknown = refused(&ada, "Ada strikes a card that was never hers.", strike(CardHash([7; 32])));
    let facilitated = facilitated();
    let of_another = refused(&facilitated[1], "Bo strikes Ada's card, and does not facilitate.", strike(card));
    ada.must(strike(card));
    vec![unknown, of_another, refused(&ada, "Ada strikes her card twice.", strike(card))]
}

/// Millbrook with two laptops, where Ada facilitates by mandate.
pub(crate) fn facilitated() -> [Laptop; 2] {
    let mut town = Laptop::town("Millbrook", ["Ada", "Bo"]);
    town[0].open_meeting("2027-03-03", 2);
    let decision = town[0].decide("2027-03-03", "Ada facilitates");
    let grant = town[0].must(json!({
        "do": "mandate.grant", "decision": decision, "member": 1, "duty": "facilitator", "from": "2027-03-03", "until": "2027-12-31",
    }));
    let ada = town[0].clone();
    town[1].hear(&ada);
    town[1].sign(grant);
    town
}
