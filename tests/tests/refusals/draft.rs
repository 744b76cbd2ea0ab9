//! What cannot be typed in Millbrook's drafts.

use folkmoot::id::ActId;
use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

fn insert(text: &str) -> Json {
    json!([{ "insert": { "text": text } }])
}

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_meeting("2027-03-03", 1);
    let open = json!({ "do": "draft.open", "title": "The mill" });
    let unknown = ActId([7; 32]);
    let draft = ada.must(open.clone());
    let edit = json!({ "do": "draft.edit", "draft": draft, "follows": [draft], "runs": insert("The mill is everybody's.") });
    let close = json!({ "do": "draft.close", "draft": draft, "follows": [draft] });
    let mut typed = ada.clone();
    typed.must(edit.clone());
    let mut closed = ada.clone();
    closed.must(close.clone());
    let mut full = ada.clone();
    let mut last = draft;
    let row = insert(&"x".repeat(10_000));
    for _ in 0..19 {
        last = full.must(but(edit.clone(), json!({ "follows": [last], "runs": row })));
    }
    let motion = ada.must(json!({ "do": "meeting.move", "meeting": "2027-03-03", "title": "The mill", "text": "Ours" }));
    vec![
        refused(&ada, "Ada opens a draft without a title.", but(open, json!({ "title": " " }))),
        refused(&ada, "Ada types in a draft that nobody opened.", but(edit.clone(), json!({ "draft": unknown }))),
        refused(&closed, "Ada types in a draft that was closed.", edit.clone()),
        refused(&ada, "Ada types nothing.", but(edit.clone(), json!({ "runs": insert("") }))),
        refused(&ada, "Ada gives a draft a very long title.", json!({ "do": "draft.open", "title": "x".repeat(201) })),
        refused(&ada, "Ada types more than one entry holds.", but(edit.clone(), json!({ "runs": insert(&"x".repeat(10_001)) }))),
        refused(&full, "Ada types in a draft that is full.", but(edit.clone(), json!({ "follows": [last], "runs": row }))),
        refused(&typed, "Ada types as if she had typed nothing before.", edit),
        refused(&ada, "Ada closes a draft by a motion that says nothing of it.", but(close, json!({ "carried_by": motion }))),
    ]
}
