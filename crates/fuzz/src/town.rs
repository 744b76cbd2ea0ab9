//! Millbrook: three laptops that have done a little of everything.

use folkmoot_testkit::Laptop;
use serde_json::json;

/// The laptop that hostile hands sign with; it is on the roll.
pub(crate) const BO: &str = "Bo";

/// The town as Ada's laptop has it, and the draft that people write in.
pub fn town() -> (Laptop, folkmoot::id::ActId) {
    let [mut ada, mut bo, mut cy] = Laptop::town("Millbrook", ["Ada", BO, "Cy"]);
    ada.open_accounts();
    ada.must(Laptop::came_in("40", "kg flour", "2027-03-03"));
    ada.open_meeting("2027-03-03", 12);
    let decision = ada.decide("2027-03-03", "Cy keeps the ledger");
    ada.must(json!({ "do": "charter.adopt", "decision": decision, "title": "Charter of Millbrook",
        "clauses": [{ "id": "exit", "heading": "Leaving", "text": "Whoever wants to leaves." }] }));
    let grant = ada.must(json!({ "do": "mandate.grant", "decision": decision, "member": 3, "duty": "treasurer",
        "from": "2027-03-03", "until": "2027-12-31" }));
    let close = ada.close_meeting("2027-03-03");
    bo.hear(&ada);
    bo.sign(grant);
    bo.sign(close);
    let draft = bo.must(json!({ "do": "draft.open", "title": "The roof", "base": "The roof leaks." }));
    let at = |place: u32| format!("{draft}.{place}");
    bo.must(json!({ "do": "draft.edit", "draft": draft, "follows": [draft],
        "runs": [{ "insert": { "after": at(4), "text": "of the mill " } }, { "delete": { "from": at(9), "count": 2 } }] }));
    cy.hear(&bo);
    cy.must(Laptop::came_in("12.5", "kg salt", "2027-03-05"));
    cy.must(json!({ "do": "roll.quorum", "number": 1, "k": 3 }));
    ada.hear(&cy);
    ada.hear(&bo);
    (ada, draft)
}
