//! What is not written down of Millbrook's floor.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::json;

use crate::{Case, but, refused};

pub(crate) fn cases() -> Vec<Case> {
    let ada = Laptop::found("Millbrook", "Ada");
    let mut hall = ada.clone();
    hall.open_meeting("2027-03-03", 1);
    let attend = json!({ "do": "floor.attend", "meeting": "2027-03-03", "arrived": [1] });
    let object = json!({
        "do": "floor.object", "meeting": "2027-03-03", "motion": ActId([7; 32]), "member": 1, "reason": "The mill belongs to all of us",
    });
    vec![
        refused(&ada, "Ada writes down who came to a meeting that nobody called.", attend.clone()),
        refused(&hall, "Ada writes down that member 9 came.", but(attend.clone(), json!({ "arrived": [9] }))),
        refused(&hall, "Ada writes down who came, and is her own witness.", but(attend.clone(), json!({ "witness": 1 }))),
        refused(&hall, "Ada writes down that nobody came.", but(attend, json!({ "arrived": [] }))),
        refused(&hall, "Ada objects to what was not moved.", object),
    ]
}
