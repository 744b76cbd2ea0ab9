//! What the mandates of Millbrook refuse.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_meeting("2027-03-03", 1);
    let decision = ada.decide("2027-03-03", "Who is asked to do what");
    let (bo, cy, dee) = (ada.enrol("Bo"), ada.enrol("Cy"), ada.enrol("Dee"));
    let nothing = ActId([7; 32]);
    let grant = |member: u32, duty: &str| {
        json!({
            "do": "mandate.grant", "decision": decision, "member": member, "duty": duty, "from": "2027-03-03", "until": "2027-12-31",
        })
    };
    let recall = |grant: ActId| json!({ "do": "mandate.recall", "decision": decision, "grant": grant });
    let send = |member: u32, position: &str| {
        let items = json!([{ "on": "The canal", "position": position, "latitude": { "latitude": "ask-home" } }]);
        but(grant(member, "delegate"), json!({ "body": "the circle of the valley", "items": items }))
    };
    let mut sent = ada.clone();
    let bos = sent.must(send(bo, "It stays with the towns"));
    sent.must(send(cy, "It stays with the towns"));
    let mut recalled = sent.clone();
    recalled.must(recall(bos));
    let mut seated = ada.clone();
    seated.must(grant(cy, "board"));
    let agree = |grant: ActId, day: &str, what: &str| json!({ "do": "mandate.agree", "grant": grant, "day": day, "what": what });
    let report = |agreed: ActId, day: &str| json!({ "do": "mandate.report", "agreed": agreed, "day": day });
    let miss = |agreed: ActId, meeting: &str| json!({ "do": "mandate.miss", "agreed": agreed, "meeting": meeting });
    let mut treasured = ada.clone();
    let treasurer = treasured.must(grant(bo, "treasurer"));
    let mut agreed = sent.clone();
    let bo_agreed = agreed.must(agree(bos, "2027-03-05", "40 kg of flour"));
    let mut herself = ada.clone();
    let hers = herself.must(send(1, "It stays with the towns"));
    let adas = herself.must(agree(hers, "2027-03-05", "40 kg of flour"));
    let with = |fields: Json| but(grant(bo, "treasurer"), fields);
    let many: Vec<String> = (0..51).map(|number| format!("assets:store {number}")).collect();
    let mut in_part = ada.clone();
    in_part.must(with(json!({ "accounts": ["assets:water", "expenses:water"] })));
    vec![
        refused(&ada, "Ada makes Bo treasurer without a decision.", with(json!({ "decision": nothing }))),
        refused(&ada, "Ada makes member 9 treasurer.", with(json!({ "member": 9 }))),
        refused(&ada, "Ada ends Bo's term before it begins.", with(json!({ "until": "2027-01-31" }))),
        refused(&ada, "Ada sends Bo out without a word.", grant(bo, "delegate")),
        refused(&ada, "Ada tells Bo the matter, and not what Millbrook wants.", send(bo, "")),
        refused(&sent, "Ada sends Dee, a third delegate.", send(dee, "It stays with the towns")),
        refused(&sent, "Ada sends Bo twice.", send(bo, "It stays with the towns")),
        refused(&seated, "Ada puts Cy on the board twice.", grant(cy, "board")),
        refused(&ada, "Ada makes Cy steward of an account.", but(grant(cy, "steward"), json!({ "accounts": ["assets:water"] }))),
        refused(&ada, "Ada asks Bo to keep what is no account.", with(json!({ "accounts": ["water"] }))),
        refused(&ada, "Ada asks Bo to keep 51 accounts.", with(json!({ "accounts": many }))),
        refused(&in_part, "Ada asks Bo for a part of what he keeps.", with(json!({ "accounts": ["assets:water:tank"] }))),
        refused(&ada, "Ada recalls a mandate that nobody gave.", recall(nothing)),
        refused(&recalled, "Ada recalls Bo twice.", recall(bos)),
        refused(&treasured, "Ada agrees to something as Bo, who keeps the ledger.", agree(treasurer, "2027-03-05", "40 kg of flour")),
        refused(&sent, "Ada writes down what Bo agreed to before he was sent.", agree(bos, "2027-03-01", "40 kg of flour")),
        refused(&sent, "Ada writes down that Bo agreed, and not to what.", agree(bos, "2027-03-05", " ")),
        refused(&sent, "Ada has heard a report of nothing.", report(nothing, "2027-03-05")),
        refused(&herself, "Ada says for the assembly that Ada has reported.", report(adas, "2027-03-05")),
        refused(&agreed, "Ada has heard the report before the circle met.", report(bo_agreed, "2027-03-04")),
        refused(&agreed, "Ada records outside of a meeting that Bo never reported.", miss(bo_agreed, "2027-04-07")),
        refused(&agreed, "Ada records too early that Bo never reported.", miss(bo_agreed, "2027-03-03")),
    ]
}
