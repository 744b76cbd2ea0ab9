//! What Millbrook is refused as a witness of Cedar Falls.

use folkmoot::id::{ActId, AssemblyId, ChangeHash};
use folkmoot::witness::{self, Act, weigh};
use folkmoot_testkit::Laptop;
use serde_json::{Value as Json, json};

use crate::{Case, but, refused};

fn closes(bo: &mut Laptop, until: &str) {
    bo.must(json!({ "do": "ledger.close", "accounts": ["assets:store"], "until": until, "counted": [] }));
}

/// What co-signs all that a town has closed since.
fn cosigns(town: &Laptop, from: usize, follows: &[ActId]) -> Json {
    let fold = town.fold();
    let mut sealed: Vec<_> = fold.book().commons.ledger.closings.values().collect();
    sealed.sort_by_key(|closing| closing.until);
    let mut sealed: Vec<_> =
        sealed[from..].iter().map(|closing| witness::Sealed::Closing { act: closing.entry.id, until: closing.until }).collect();
    sealed.sort();
    let mut act = json!({ "do": "witness.cosign", "town": fold.assembly(), "sealed": sealed, "head": witness::head(fold) });
    if !follows.is_empty() {
        act["follows"] = json!(follows);
    }
    act
}

/// What Millbrook's own desk says, which holds the book of Cedar Falls.
fn weighed(story: &'static str, act: Json, theirs: &Laptop) -> Case {
    let folkmoot::act::Act::Witness(read) = folkmoot::act::Act::from_json(&act).unwrap() else { panic!("{act}") };
    let read: Act = read;
    let refusal = weigh(&read, theirs.fold(), &[]).unwrap_err().into();
    Case { story, act, refusal, heard: None }
}

pub(crate) fn cases() -> Vec<Case> {
    let mut ada = Laptop::found("Millbrook", "Ada");
    let mut bo = Laptop::found("Cedar Falls", "Bo");
    bo.open_accounts();
    closes(&mut bo, "2027-03-31");
    let first = cosigns(&bo, 0, &[]);
    let itself = but(first.clone(), json!({ "town": AssemblyId(ada.fold().assembly().0) }));
    let mut cases = vec![
        refused(&ada, "Millbrook co-signs for itself.", itself),
        refused(&ada, "Ada co-signs and does not say what she saw.", but(first.clone(), json!({ "head": [] }))),
    ];
    let behind = bo.clone();
    closes(&mut bo, "2027-06-30");
    let done = ada.must(cosigns(&bo, 0, &[]));
    cases.push(refused(&ada, "Ada co-signs the closing of March once more.", but(first, json!({ "follows": [done] }))));
    let shown = witness::head(behind.fold());
    closes(&mut bo, "2027-09-30");
    let later = cosigns(&bo, 2, &[done]);
    cases.push(refused(&ada, "Ada leaves out what she co-signed last.", cosigns(&bo, 2, &[])));
    cases.push(refused(
        &ada,
        "Ada co-signs a book of Cedar Falls that ends before the one she co-signed.",
        but(later.clone(), json!({ "head": shown })),
    ));
    cases.push(weighed("Ada co-signs a closing that Cedar Falls has not made.", later.clone(), &behind));
    let mut unseen = later;
    unseen["head"][0]["tip"] = json!(ChangeHash([7; 32]));
    cases.push(weighed("Ada co-signs an end of Cedar Falls' book that is not here.", unseen, &bo));
    cases
}
