//! Signed changes and acts: from bytes to what they count for, and into documents.

use std::cell::OnceCell;

use folkmoot::act::Act;
use folkmoot::change::{Ring, SignedChange, Unsigned, VerifiedChange};
use folkmoot::fold::Fold;
use folkmoot::id::{ActId, DeviceId};
use folkmoot::value::Value;
use folkmoot_record::{Document, DraftDocument};
use folkmoot_testkit::pen_of;

use super::town::{BO, town};

const NOW: i64 = 1_900_000_000;

/// What Millbrook has done, and the draft that people write in there.
struct Millbrook {
    fold: Fold,
    changes: Vec<VerifiedChange>,
    draft: ActId,
}

thread_local! {
    static MILLBROOK: OnceCell<Millbrook> = const { OnceCell::new() };
}

fn in_millbrook<T>(work: impl FnOnce(&Millbrook) -> T) -> T {
    let found = || {
        let (ada, draft) = town();
        Millbrook { fold: ada.fold().clone(), changes: ada.changes().to_vec(), draft }
    };
    MILLBROOK.with(|cell| work(cell.get_or_init(found)))
}

fn bo() -> DeviceId {
    DeviceId(pen_of(BO).verifying_key().to_bytes())
}

/// A signed change from a stick: as it is, and signed anew by Bo's laptop.
pub fn change(bytes: &[u8]) {
    let Ok(signed) = SignedChange::decode(bytes) else { return };
    assert_eq!(signed.encode(), bytes, "a change has one form");
    if let Ok(change) = signed.clone().verify() {
        in_millbrook(|town| town.takes(change));
    }
    in_millbrook(|town| {
        for assembly in [signed.claims().assembly, town.fold.assembly()] {
            let says = Unsigned { assembly, device: bo(), ..signed.claims().clone() };
            let Ok(change) = says.sign(&pen_of(BO)).verify() else { continue };
            let stored = VerifiedChange::from_archive(&change.signed().encode());
            assert_eq!(stored.map(|stored| stored.hash()), Ok(change.hash()), "what is stored is read");
            town.takes(change);
        }
    });
}

/// The act in a change that Bo's laptop signed: what the gate lets through is filed in a document and in a draft.
pub fn gate(bytes: &[u8]) {
    in_millbrook(|town| {
        for ring in [Ring::Commons, Ring::Assembly] {
            let draft = format!("draft/{}", town.draft);
            for document in ["future", &draft] {
                let Some(change) = town.next(ring, document, bytes.to_vec()) else { return };
                let Ok(gated) = folkmoot_record::gate(&change) else { return };
                let filed =
                    Document::of(change.doc_id(), [gated]).unwrap_or_else(|why| panic!("what the gate let through is filed: {why}"));
                let acts = filed.acts().unwrap_or_else(|why| panic!("what was filed is read: {why}"));
                assert_eq!(acts.get(&change.act_id()), Some(&change.act()));
                filed.compact().unwrap_or_else(|why| panic!("what was filed is saved and opens again: {why}"));
                if ring == Ring::Assembly && document == draft {
                    town.types(&change);
                }
            }
        }
    });
}

/// An act, as bytes or as the JSON that people and programs write.
pub fn act(bytes: &[u8]) {
    let read = Act::from_bytes(bytes);
    if let Ok(value) = Value::decode(bytes) {
        assert_eq!(value.encode(), bytes, "a value has one form");
        assert_eq!(Value::from_json(&value.to_json()).as_ref(), Ok(&value), "a value is the same in JSON");
        assert_eq!(read, Act::from_value(&value));
        if let Ok(act) = read {
            weigh(&act);
        }
    }
    if let Ok(json) = serde_json::from_slice(bytes)
        && let Ok(act) = Act::from_json(&json)
    {
        weigh(&act);
    }
}

fn weigh(act: &Act) {
    let Ok(value) = act.to_value() else { return };
    assert_eq!(Act::from_value(&value).as_ref(), Ok(act), "an act that is written is read");
    let Ok(document) = act.document() else { return };
    in_millbrook(|town| {
        if let Some(change) = town.next(act.ring(), document.as_str(), value.encode()) {
            drop(town.fold.check(&change));
            town.takes(change);
        }
    });
}

impl Millbrook {
    /// What Bo's laptop would say next.
    fn next(&self, ring: Ring, document: &str, act: Vec<u8>) -> Option<VerifiedChange> {
        let says = self.fold.next(bo(), 0, ring, document.parse().ok()?, act, NOW);
        says.sign(&pen_of(BO)).verify().ok()
    }

    /// Takes a change in as a laptop does, and judges all.
    fn takes(&self, change: VerifiedChange) {
        if folkmoot_record::gate(&change).is_err() {
            return;
        }
        let mut fold = self.fold.clone();
        fold.add(change);
        for ring in Ring::ALL {
            fold.ring_hash(ring);
        }
        assert!(fold.sizes().0 >= self.changes.len());
    }

    /// Types what a change says into the draft.
    fn types(&self, change: &VerifiedChange) {
        let gated = |change| folkmoot_record::gate(change).ok();
        let Some(opening) = self.changes.iter().find(|known| known.act_id() == self.draft).and_then(gated) else { return };
        let mut draft = DraftDocument::begin(opening).unwrap_or_else(|why| panic!("the draft opens: {why}"));
        let edits: Vec<&VerifiedChange> = self.changes.iter().filter(|known| known.doc_id() == change.doc_id()).chain([change]).collect();
        draft
            .file(edits.iter().copied().filter_map(gated))
            .unwrap_or_else(|why| panic!("what the gate let through is typed or set aside: {why}"));
        let text = draft.text().unwrap_or_else(|why| panic!("a draft has a text: {why}"));
        let mut other = DraftDocument::begin(opening).unwrap_or_else(|why| panic!("the draft opens: {why}"));
        for edit in edits.iter().rev().copied().filter_map(gated) {
            other.file([edit]).unwrap_or_else(|why| panic!("what the gate let through is typed or set aside: {why}"));
        }
        assert_eq!(other.text().ok(), Some(text), "a draft is the same whatever the order");
    }
}
