//! What the charter of Millbrook refuses.

use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_meeting("2027-03-03", 1);
    let motion = ada.must(json!({ "do": "meeting.move", "meeting": "2027-03-03", "title": "A charter in Latin", "text": "We adopt it" }));
    let rejected = ada.must(json!({
        "do": "meeting.decide", "meeting": "2027-03-03", "motion": motion, "number": 1,
        "answer": { "by": "consent", "objections": 1 }, "outcome": "rejected",
    }));
    let decision = ada.decide("2027-03-03", "A charter that everyone can read");
    let clause = |id: &str, text: &str| json!({ "id": id, "heading": "Right of exit", "text": text });
    let adopt = json!({
        "do": "charter.adopt", "decision": decision, "title": "Charter of Millbrook",
        "clauses": [clause("right-of-exit", "Whoever wants to go may go.")],
    });
    let amend = json!({ "do": "charter.amend", "decision": decision, "drop": ["right-of-exit"] });
    let clauses = |clauses: Json| but(adopt.clone(), json!({ "clauses": clauses }));
    let settings = |settings: Json| but(adopt.clone(), json!({ "settings": settings }));
    let mut chartered = ada.clone();
    chartered.must(adopt.clone());
    vec![
        refused(&ada, "Ada enters the charter that the meeting rejected.", but(adopt.clone(), json!({ "decision": rejected }))),
        refused(&chartered, "Ada adopts a second charter.", adopt.clone()),
        refused(&ada, "Ada amends a charter that is not there.", amend.clone()),
        refused(&ada, "Ada adopts a charter without a clause.", clauses(json!([]))),
        refused(&ada, "Ada names a clause in words.", clauses(json!([clause("Right of exit", "Whoever wants to go may go.")]))),
        refused(&ada, "Ada leaves a clause empty.", clauses(json!([clause("right-of-exit", "")]))),
        refused(&chartered, "Ada drops a clause that is not there.", but(amend, json!({ "drop": ["right-of-entry"] }))),
        refused(&ada, "Ada asks for more members than there are.", settings(json!({ "quorum": 101 }))),
        refused(&ada, "Ada gives the town no delegates.", settings(json!({ "seats": 0 }))),
        refused(&ada, "Ada lets delegates report after a month.", settings(json!({ "report_days": 30 }))),
        refused(&ada, "Ada lets the town be quiet for a year.", settings(json!({ "quiet_days": 365 }))),
    ]
}
