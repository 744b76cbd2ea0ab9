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
    ada.must(strike(card));
    vec![unknown, refused(&ada, "Ada strikes her card twice.", strike(card))]
}
