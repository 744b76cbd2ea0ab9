//! The Automerge changes of a draft, each derived from one act and its place, operation by operation.
//!
//! **Invariant:** a change says nothing but what its act says: characters inserted and characters deleted in the one text, no time, no
//! message, no other object. Nothing that travels is ever decoded by Automerge.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ActorId, Change, ChangeHash, ExpandedChange, ObjType, ScalarValue};
use folkmoot::draft::Run;
use folkmoot::id::{ActId, DocId};

use super::edit::{Hand, Opening};

/// The key of the title in a draft document.
const TITLE: &str = "title";
/// The key of the text in a draft document.
pub(super) const TEXT: &str = "text";
/// The number of the operation that makes the text; the title's is the one before, the first character's the one after.
const TEXT_OP: u64 = 2;

/// The numbers of the operations that inserted some of an act's characters in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    /// The first character, among those of the act.
    pub(super) first: u32,
    /// How many.
    pub(super) count: u32,
    /// The number of the operation that inserted the first.
    pub(super) op: u64,
}

/// Where a change goes: its line, and what it stands on.
pub(super) struct Seat<'a> {
    pub(super) actor: &'a ActorId,
    pub(super) seq: u64,
    pub(super) start_op: NonZeroU64,
    pub(super) deps: Vec<ChangeHash>,
}

/// The actor of the opening.
pub(super) fn opener(doc: &DocId) -> ActorId {
    ActorId::from(half("folkmoot v0 draft opening", &[doc.as_bytes()]).as_slice())
}

/// The actor that stands for a device's line; of a line that forks, each further branch is named by the edit that begins it.
///
/// Automerge puts words that were typed at once in the order of their actors. A branch has its device's name and more behind it, so a
/// fork never moves the words of two others past each other.
pub(super) fn writer(doc: &DocId, hand: &Hand, branch: Option<&ActId>) -> ActorId {
    let mut name = half("folkmoot v0 draft writer", &[hand.device.as_bytes(), doc.as_bytes(), &hand.epoch.to_be_bytes()]).to_vec();
    name.extend(branch.iter().flat_map(|edit| half("folkmoot v0 draft branch", &[edit.as_bytes()])));
    ActorId::from(name)
}

/// Half of a hash: enough for a name among the few that type in one draft.
fn half(context: &'static str, parts: &[&[u8]]) -> [u8; 16] {
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for part in parts {
        hasher.update(part);
    }
    let mut half = [0; 16];
    hasher.finalize_xof().fill(&mut half);
    half
}

/// The first change of a draft: its title, and the text that it begins with.
pub(super) fn first(doc: &DocId, opening: &Opening) -> Change {
    let actor = opener(doc);
    let mut typing = Typing { text: ObjectId::Id(OpId::new(TEXT_OP, &actor)), actor: &actor, start_op: 1, ops: Vec::new() };
    let put =
        |key: &str, action| Op { action, obj: ObjectId::Root, key: Key::from(key.to_owned()), pred: Vec::new().into(), insert: false };
    typing.ops.push(put(TITLE, OpType::Put(ScalarValue::Str(opening.title.as_str().into()))));
    typing.ops.push(put(TEXT, OpType::Make(ObjType::Text)));
    typing.insert(ElementId::Head, &opening.base);
    let operations = typing.ops;
    built(operations, Seat { actor: &actor, seq: 1, start_op: NonZeroU64::MIN, deps: Vec::new() })
}

/// The operations that inserted the text that a draft begins with.
pub(super) fn first_spans(opening: &Opening) -> Vec<Span> {
    let count = opening.base.chars().count() as u32;
    if count == 0 { Vec::new() } else { vec![Span { first: 0, count, op: TEXT_OP + 1 }] }
}

/// The change of one edit. `place` finds the operation of each character that the edit names.
pub(super) fn of_edit(
    doc: &DocId,
    seat: Seat<'_>,
    runs: &[Run],
    place: &dyn Fn(&folkmoot::draft::Element) -> Option<OpId>,
) -> (Change, Vec<Span>) {
    let text = ObjectId::Id(OpId::new(TEXT_OP, &opener(doc)));
    let mut typing = Typing { text, actor: seat.actor, start_op: seat.start_op.get(), ops: Vec::new() };
    let mut spans: Vec<Span> = Vec::new();
    for run in runs {
        match run {
            Run::Insert { after, text } => {
                let first = spans.last().map_or(0, |span| span.first + span.count);
                spans.push(Span { first, count: run.typed() as u32, op: typing.next().counter() });
                let after = after.as_ref().and_then(place).map_or(ElementId::Head, ElementId::Id);
                typing.insert(after, text);
            }
            Run::Delete { from, count } => {
                let elements = (from.at..from.at.saturating_add(*count)).map(|at| folkmoot::draft::Element { act: from.act, at });
                elements.filter_map(|element| place(&element)).for_each(|element| typing.delete(element));
            }
        }
    }
    let operations = typing.ops;
    (built(operations, seat), spans)
}

fn built(operations: Vec<Op>, seat: Seat<'_>) -> Change {
    Change::from(ExpandedChange {
        operations,
        actor_id: seat.actor.clone(),
        hash: None,
        seq: seat.seq,
        start_op: seat.start_op,
        // Times are claims and stand in the envelope; of one act there may be several.
        time: 0,
        message: None,
        deps: seat.deps,
        extra_bytes: Vec::new(),
        author: None,
    })
}

struct Typing<'a> {
    text: ObjectId,
    actor: &'a ActorId,
    start_op: u64,
    ops: Vec<Op>,
}

impl Typing<'_> {
    /// The id that the next operation will have.
    fn next(&self) -> OpId {
        OpId::new(self.start_op + self.ops.len() as u64, self.actor)
    }

    fn insert(&mut self, mut after: ElementId, text: &str) {
        for character in text.chars() {
            let id = self.next();
            let action = OpType::Put(ScalarValue::from(character));
            self.ops.push(Op { action, obj: self.text.clone(), key: Key::Seq(after), pred: Vec::new().into(), insert: true });
            after = ElementId::Id(id);
        }
    }

    fn delete(&mut self, element: OpId) {
        let key = Key::Seq(ElementId::Id(element.clone()));
        self.ops.push(Op { action: OpType::Delete, obj: self.text.clone(), key, pred: vec![element].into(), insert: false });
    }
}
