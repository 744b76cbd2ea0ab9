//! What is refused about notes that somebody keeps alone.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::json;

use crate::{Case, refused};

pub(crate) fn cases() -> Vec<Case> {
    let [mut ada, bo] = Laptop::town("Millbrook", ["Ada", "Bo"]);
    ada.must(json!({ "do": "meeting.call", "meeting": "2027-03-03", "place": "the hall" }));
    let first = ada.must(json!({ "do": "note.write", "text": "Ask who has the key.", "meeting": "2027-03-03" }));
    let mut later = ada.clone();
    later.must(json!({ "do": "note.write", "text": "Cy has the key.", "meeting": "2027-03-03", "instead": first }));
    let mut hostile = bo.clone();
    hostile.hear(&ada);
    vec![
        refused(&ada, "Ada notes nothing.", json!({ "do": "note.write", "text": " " })),
        refused(
            &ada,
            "Ada notes something on a meeting that nobody called.",
            json!({ "do": "note.write", "text": "x", "meeting": "2027-04-03" }),
        ),
        refused(
            &later,
            "Ada writes a note anew that another took the place of.",
            json!({ "do": "note.write", "text": "x", "instead": first }),
        ),
        refused(&ada, "Ada puts a note away that nobody wrote.", json!({ "do": "note.drop", "note": ActId([7; 32]) })),
        refused(&hostile, "Bo, to whom Ada's note should never have come, puts it away.", json!({ "do": "note.drop", "note": first })),
    ]
}
