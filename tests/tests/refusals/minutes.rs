//! What the minutes of Millbrook refuse: a meeting from its call to its seal.

use folkmoot::id::{ActId, MinutesHash};
use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

const DAY: &str = "2027-03-03";

fn call() -> Json {
    json!({ "do": "meeting.call", "meeting": DAY, "place": "the hall" })
}

fn open(present: u32) -> Json {
    json!({ "do": "meeting.open", "meeting": DAY, "present": present })
}

fn seal(ada: &Laptop) -> Json {
    let digest = ada.fold().book().commons.minutes.meetings[&DAY.parse().unwrap()].digest();
    json!({ "do": "meeting.seal", "meeting": DAY, "digest": digest })
}

pub(crate) fn cases() -> Vec<Case> {
    let ada = Laptop::found("Millbrook", "Ada");
    let mut called = ada.clone();
    called.must(call());
    let mut cases = before_it_opens(&ada, &called);
    called.must(open(1));
    cases.extend(while_it_is_open(&called));
    cases.extend(by_the_charter(&called));
    cases.extend(after_it_closed(called));
    cases
}

fn before_it_opens(ada: &Laptop, called: &Laptop) -> Vec<Case> {
    let item = json!({ "do": "meeting.item", "meeting": DAY, "item": { "title": "" } });
    vec![
        refused(called, "Ada calls the meeting of 3 March again.", call()),
        refused(ada, "Ada calls a meeting nowhere.", but(call(), json!({ "place": "" }))),
        refused(ada, "Ada enters a meeting on paper and is her own witness.", but(call(), json!({ "paper_witness": 1 }))),
        refused(ada, "Ada opens a meeting that nobody called.", open(1)),
        refused(called, "Ada adds an item without a title.", item),
        refused(called, "Ada opens an empty hall.", open(0)),
        refused(called, "Ada counts people before the meeting is open.", json!({ "do": "meeting.presence", "meeting": DAY, "present": 2 })),
        refused(called, "Ada seals a meeting that is not over.", seal(called)),
    ]
}

fn motion(title: &str) -> Json {
    json!({ "do": "meeting.move", "meeting": DAY, "title": title, "text": "We mend the mill" })
}

fn decide(motion: ActId, number: u32) -> Json {
    json!({
        "do": "meeting.decide", "meeting": DAY, "motion": motion, "number": number,
        "answer": { "by": "consent", "objections": 0 }, "outcome": "adopted",
    })
}

fn counted(yes: u32, against: u32) -> Json {
    json!({ "by": "count", "for": yes, "against": against })
}

fn while_it_is_open(ada: &Laptop) -> Vec<Case> {
    let mut moved = ada.clone();
    let mill = moved.must(motion("The mill"));
    let mut taken_back = moved.clone();
    taken_back.must(json!({ "do": "meeting.withdraw", "meeting": DAY, "motion": mill }));
    let mut decided = moved.clone();
    let decision = decided.must(decide(mill, 1));
    let action = json!({ "do": "meeting.action", "meeting": DAY, "what": "Buy planks", "due": "2027-04-01" });
    let correct = json!({ "do": "meeting.correct", "meeting": DAY, "act": decision, "text": "It was the other mill" });
    let done = json!({ "do": "meeting.done", "meeting": DAY, "action": decision });
    let answered = |answer: Json, outcome: &str| but(decide(mill, 1), json!({ "answer": answer, "outcome": outcome }));
    vec![
        refused(ada, "Ada opens the meeting a second time.", open(2)),
        refused(ada, "Ada moves a motion without a title.", motion(" ")),
        refused(ada, "Ada moves a motion that says nothing.", but(motion("The mill"), json!({ "text": "" }))),
        refused(ada, "Ada enters a motion of member 9.", but(motion("The mill"), json!({ "mover": 9 }))),
        refused(ada, "Ada decides what was not moved.", decide(mill, 1)),
        refused(&taken_back, "Ada decides on a motion that was taken back.", decide(mill, 1)),
        refused(&decided, "Ada decides on the mill again.", decide(mill, 2)),
        refused(&moved, "Ada leaves out the first decision.", decide(mill, 2)),
        refused(&moved, "Ada counts two hands of one member.", answered(counted(2, 0), "adopted")),
        refused(&moved, "Ada rejects what nobody objects to.", answered(json!({ "by": "consent", "objections": 0 }), "rejected")),
        refused(&moved, "Ada adopts what the hall voted down.", answered(counted(0, 1), "adopted")),
        refused(ada, "Ada asks somebody to do nothing.", but(action.clone(), json!({ "what": "" }))),
        refused(&moved, "Ada carries out what was not decided.", but(action, json!({ "decision": mill }))),
        refused(ada, "Ada says that something was done which nobody was asked to do.", done),
        refused(&moved, "Ada corrects an entry that is not there.", correct),
        refused(ada, "Ada closes the first meeting as the second.", json!({ "do": "meeting.close", "meeting": DAY, "number": 2 })),
    ]
}

/// A charter that asks for half of the members, and for one way of settling motions.
fn by_the_charter(ada: &Laptop) -> Vec<Case> {
    let chartered = |settings: Json| {
        let mut ada = ada.clone();
        let decision = ada.decide(DAY, "We adopt the charter");
        ada.must(json!({
            "do": "charter.adopt", "decision": decision, "title": "Charter of Millbrook", "settings": settings,
            "clauses": [{ "id": "meetings", "heading": "Meetings", "text": "We decide together." }],
        }));
        for person in ["Bo", "Cy", "Dee"] {
            ada.enrol(person);
        }
        let mill = ada.must(motion("The mill"));
        (ada, mill)
    };
    let mut cases = Vec::new();
    for (story, method, answer) in [
        (
            "Ada counts hands where the charter asks for consent.",
            "consent",
            json!({ "by": "count", "for": 1, "against": 0, "method": "majority" }),
        ),
        ("Ada asks for consent where the charter counts hands.", "majority", json!({ "by": "consent", "objections": 0 })),
        ("Ada asks for consent where the charter wants two thirds.", "two-thirds", json!({ "by": "consent", "objections": 0 })),
    ] {
        let (ada, mill) = chartered(json!({ "method": method }));
        cases.push(refused(&ada, story, but(decide(mill, 2), json!({ "answer": answer }))));
    }
    let (ada, mill) = chartered(json!({ "quorum": 50 }));
    cases.push(refused(&ada, "Ada decides alone where the charter asks for half of four.", decide(mill, 2)));
    cases
}

fn after_it_closed(mut ada: Laptop) -> Vec<Case> {
    let decision = ada.decide(DAY, "We mend the mill");
    ada.close_meeting(DAY);
    let adopt = json!({ "do": "meeting.adopt", "meeting": DAY, "decision": decision });
    let mut cases = vec![
        refused(&ada, "Ada moves a motion after the meeting.", motion("The mill, again")),
        refused(&ada, "Ada seals minutes that nobody adopted.", seal(&ada)),
    ];
    ada.must(adopt.clone());
    cases.push(refused(&ada, "Ada seals other minutes than these.", but(seal(&ada), json!({ "digest": MinutesHash([7; 32]) }))));
    ada.must(seal(&ada));
    cases.push(refused(&ada, "Ada adopts minutes that are sealed.", adopt));
    cases
}
