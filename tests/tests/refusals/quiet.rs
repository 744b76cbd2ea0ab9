//! What is refused about the quiet of Millbrook.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::json;

use crate::{Case, refused};

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_meeting("2027-03-03", 1);
    let (decision, another) = (ada.decide("2027-03-03", "We are quiet"), ada.decide("2027-03-03", "We go on being quiet"));
    let nothing = ActId([7; 32]);
    let begin =
        |decision: ActId, from: &str, until: &str| json!({ "do": "quiet.begin", "decision": decision, "from": from, "until": until });
    let end = |quiet: ActId, day: &str| json!({ "do": "quiet.end", "quiet": quiet, "day": day });
    let mut quiet = ada.clone();
    let declared = quiet.must(begin(decision, "2027-03-04", "2027-03-12"));
    vec![
        refused(&ada, "Ada declares a quiet that nobody decided.", begin(nothing, "2027-03-04", "2027-03-12")),
        refused(&quiet, "Ada declares another quiet by the same decision.", begin(decision, "2027-05-01", "2027-05-09")),
        refused(&ada, "Ada declares that the town was quiet all February.", begin(decision, "2027-02-01", "2027-03-12")),
        refused(&ada, "Ada lets the quiet end before it begins.", begin(decision, "2027-03-12", "2027-03-04")),
        refused(&ada, "Ada declares a quiet of a year.", begin(decision, "2027-03-04", "2028-03-03")),
        refused(&quiet, "Ada lets another quiet begin where one ends.", begin(another, "2027-03-13", "2027-04-05")),
        refused(&ada, "Ada ends a quiet that nobody declared.", end(nothing, "2027-03-05")),
        refused(&quiet, "Ada ends the quiet on the day on which it ends.", end(declared, "2027-03-12")),
    ]
}
