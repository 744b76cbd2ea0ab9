//! Every refusal has a minimal case that really produces it, and the exact words in which a facilitator reads it.
//!
//! The words lie in one file for each institution beside this one; `UPDATE=1` writes them anew.
//!
//! **Invariant:** what the desk refuses to sign is void in the record for the same reason, and no refusal is without a case.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it breaks, and says why")]

mod charter;
mod draft;
mod floor;
mod law;
mod ledger;
mod mandate;
mod masks;
mod minutes;
mod neighbour;
mod note;
mod people;
mod quiet;
mod roll;
mod sealed;
mod troubles;
mod witness;
mod words;

use folkmoot::act::Act;
use folkmoot::change::{Unsigned, VerifiedChange};
use folkmoot::fold::Status;
use folkmoot::refusal::Refusal;
use folkmoot_testkit::{Laptop, pen_of};
use serde_json::Value as Json;

/// An act that is refused, and why.
struct Case {
    story: &'static str,
    act: Json,
    refusal: Refusal,
    /// Who hears it, as things were before, and the act as it is signed; nobody, where the desk weighs it by two books.
    heard: Option<(Laptop, VerifiedChange)>,
}

/// The cases of one institution.
type Cases = fn() -> Vec<Case>;

/// Every institution with its cases.
const INSTITUTIONS: [(&str, Cases); 14] = [
    ("law", law::cases),
    ("roll", roll::cases),
    ("charter", charter::cases),
    ("minutes", minutes::cases),
    ("mandate", mandate::cases),
    ("ledger", ledger::cases),
    ("people", people::cases),
    ("floor", floor::cases),
    ("draft", draft::cases),
    ("neighbour", neighbour::cases),
    ("witness", witness::cases),
    ("sealed", sealed::cases),
    ("note", note::cases),
    ("quiet", quiet::cases),
];

/// What the desk says before anything is signed.
fn weighed(by: &Laptop, story: &'static str, act: Json) -> Case {
    match by.clone().act(&act) {
        Err(refusal) => Case { story, heard: Some((by.clone(), by.clone().write(&act))), act, refusal },
        Ok(_) => panic!("{story} was not refused: {act}"),
    }
}

/// What the desk says, and what everyone says of the act when a careless laptop signs it all the same.
fn refused(by: &Laptop, story: &'static str, act: Json) -> Case {
    let case = weighed(by, story, act);
    let mut careless = by.clone();
    let id = careless.force(&case.act);
    assert_eq!(careless.status(id), Status::Void { why: case.refusal.clone() }, "{story}");
    case
}

/// What everyone says of an act in an envelope that no desk writes.
fn forged(by: &Laptop, person: &str, story: &'static str, json: Json, bend: impl FnOnce(&mut Unsigned)) -> Case {
    let act = Act::from_json(&json).unwrap();
    let (ring, document) = (act.ring(), act.document().unwrap());
    let mut says = by.fold().next(by.device(), 0, ring, document, act.to_value().unwrap().encode(), 0);
    bend(&mut says);
    let change = says.sign(&pen_of(person)).verify().unwrap();
    let mut everyone = by.clone();
    everyone.hear_some([&change]);
    match everyone.status(change.act_id()) {
        Status::Void { why } => Case { story, act: json, refusal: why, heard: Some((by.clone(), change)) },
        Status::Counts | Status::Pending | Status::Contested | Status::Split | Status::Newer => panic!("{story} was not refused"),
    }
}

/// The same act but for some fields.
fn but(mut act: Json, fields: Json) -> Json {
    let changed = fields.as_object().unwrap().clone();
    act.as_object_mut().unwrap().extend(changed);
    act
}
