//! What the roll of Millbrook refuses while Ada is its only holder.

use folkmoot::id::{CardHash, NO_ASSEMBLY};
use folkmoot_testkit::{Laptop, keys_of};
use serde_json::{Value as Json, json};

use crate::people::facilitated;
use crate::{Case, refused, weighed};

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let bo = ada.enrol("Bo");
    let strange = Laptop::blank("Cy", ada.fold().assembly()).device();
    let card = CardHash([1; 32]);
    let remove = |reason: &str| json!({ "do": "roll.remove", "device": strange, "reason": reason });
    let enrol = |members: Json| json!({ "do": "roll.enrol", "members": members });
    let quorum = |number: u32, k: u32| json!({ "do": "roll.quorum", "number": number, "k": k });
    let [_, other] = facilitated();
    vec![
        weighed(
            &Laptop::blank("Ada", NO_ASSEMBLY),
            "Ada founds a town that has no name.",
            json!({ "do": "roll.found", "name": " ", "card": card, "keys": keys_of("Ada") }),
        ),
        weighed(
            &Laptop::blank("Ada", NO_ASSEMBLY),
            "Ada founds a town with a name that fills the book of every other town.",
            json!({ "do": "roll.found", "name": "x".repeat(201), "card": card, "keys": keys_of("Ada") }),
        ),
        refused(
            &ada,
            "Ada admits a laptop with a key that is longer than any key.",
            json!({ "do": "roll.admit", "member": bo, "device": strange, "keys": { "sealing": "x".repeat(201), "endpoint": strange } }),
        ),
        refused(&ada, "Ada takes a laptop off the roll and does not say why.", remove(" ")),
        refused(&ada, "Ada enters nobody.", enrol(json!([]))),
        refused(&ada, "Ada gives Bo's number to Cy.", enrol(json!([{ "number": bo, "card": card }]))),
        refused(&ada, "Ada enters that member 7 left, who never came.", json!({ "do": "roll.leave", "member": 7, "day": "2027-03-03" })),
        refused(
            &ada,
            "Ada enters Cy and is her own witness.",
            json!({ "do": "roll.enrol", "members": [{ "number": 3, "card": card }], "witness": 1 }),
        ),
        refused(
            &ada,
            "Ada replaces a card that was never Bo's.",
            json!({ "do": "roll.card", "member": bo, "replaces": card, "card": CardHash([2; 32]) }),
        ),
        refused(
            &ada,
            "Ada admits her own laptop for Bo.",
            json!({ "do": "roll.admit", "member": bo, "device": ada.device(), "keys": keys_of("Ada") }),
        ),
        refused(&ada, "Ada removes a laptop that is not on the roll.", remove("it was lost on the road")),
        refused(&ada, "Ada asks for two signers where she is the only one.", quorum(1, 2)),
        refused(&ada, "Ada files the fifth change of signers before the first.", quorum(5, 1)),
        refused(
            &other,
            "Bo enters that Ada left, and does not facilitate.",
            json!({ "do": "roll.leave", "member": 1, "day": "2027-03-03" }),
        ),
    ]
}
