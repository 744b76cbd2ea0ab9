//! Filing: the one Automerge change that files one act, derived from its envelope alone and its place on its device's line.
//!
//! The change is built operation by operation instead of through a scratch document: it then depends on nothing but the envelope and
//! [`Filed`], costs microseconds, and spells out here the whole of what Automerge is given.
//!
//! **Invariant:** a change depends on nothing but the same line's change before it in this document. Causality between devices stays in
//! the envelope (`prev`, `seen`), so no device's fork can hold up another's acts.

use std::num::NonZeroU64;

use automerge::legacy::{ElementId, Key, ObjectId, Op, OpId, OpType};
use automerge::{ActorId, Change, ChangeHash, ExpandedChange, ObjType, ScalarValue};
use folkmoot::id::{DeviceId, DocId};
use folkmoot::value::Value;

use crate::error::RecordError;
use crate::gate::Gated;

/// The last second of the year 9999.
const LATEST_TIME: i64 = 253_402_300_799;

/// Where a device's line in one document stands after its last filed change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Filed {
    /// How many changes of the line are filed.
    pub(crate) count: u64,
    /// The last one, as Automerge names it.
    pub(crate) tip: ChangeHash,
    /// The number of its last operation.
    pub(crate) max_op: u64,
}

impl Filed {
    /// Where the line stands once `change` is filed.
    pub(crate) fn after(change: &Change) -> Filed {
        Filed { count: change.seq(), tip: change.hash(), max_op: change.max_op() }
    }
}

/// The actor that stands for one device in one document: H(device, document, epoch).
pub(crate) fn actor(device: &DeviceId, document: &DocId, epoch: u32) -> ActorId {
    let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 actor");
    hasher.update(device.as_bytes()).update(document.as_bytes()).update(&epoch.to_be_bytes());
    ActorId::from(hasher.finalize().as_bytes().as_slice())
}

/// Builds the Automerge change that files the act of `gated` after `previous` on its line.
///
/// # Errors
/// [`RecordError::LineFull`] when its operations could not be numbered within 32 bits.
pub(crate) fn expected(previous: Option<Filed>, gated: Gated<'_>) -> Result<Change, RecordError> {
    let change = gated.change();
    let says = change.says();
    let start_op = NonZeroU64::MIN.saturating_add(previous.map_or(0, |filed| filed.max_op));
    let actor_id = actor(&says.device, &change.doc_id(), says.epoch);
    let mut writing = Writing { actor: &actor_id, start_op: start_op.get(), ops: Vec::new() };
    writing.put(&ObjectId::Root, Key::from(change.act_id().to_string()), false, &change.act());
    let operations = writing.ops;
    // Automerge numbers operations with 32 bits and panics beyond.
    if start_op.get().saturating_add(operations.len() as u64) > u64::from(u32::MAX) {
        return Err(RecordError::LineFull(says.device));
    }
    Ok(Change::from(ExpandedChange {
        operations,
        actor_id,
        hash: None,
        seq: previous.map_or(1, |filed| filed.count + 1),
        start_op,
        // Automerge stores differences of times and panics when one overflows; the claim itself is in the envelope.
        time: says.claimed_at.clamp(0, LATEST_TIME),
        message: None,
        deps: previous.map(|filed| filed.tip).into_iter().collect(),
        extra_bytes: Vec::new(),
        author: None,
    }))
}

struct Writing<'a> {
    actor: &'a ActorId,
    start_op: u64,
    ops: Vec<Op>,
}

impl Writing<'_> {
    /// The id that the next operation will have.
    fn next(&self) -> OpId {
        OpId::new(self.start_op + self.ops.len() as u64, self.actor)
    }

    fn put(&mut self, obj: &ObjectId, key: Key, insert: bool, value: &Value) {
        let id = self.next();
        let action = match value {
            Value::Bool(yes) => OpType::Put(ScalarValue::Boolean(*yes)),
            Value::Int(number) => OpType::Put(ScalarValue::Int(*number)),
            Value::Text(text) => OpType::Put(ScalarValue::Str(text.as_str().into())),
            Value::List(_) => OpType::Make(ObjType::List),
            Value::Map(_) => OpType::Make(ObjType::Map),
        };
        self.ops.push(Op { action, obj: obj.clone(), key, pred: Vec::new().into(), insert });
        match value {
            Value::Bool(_) | Value::Int(_) | Value::Text(_) => {}
            Value::List(items) => {
                let list = ObjectId::Id(id);
                let mut after = ElementId::Head;
                for item in items {
                    let element = self.next();
                    self.put(&list, Key::Seq(after), true, item);
                    after = ElementId::Id(element);
                }
            }
            Value::Map(fields) => {
                let map = ObjectId::Id(id);
                fields.iter().for_each(|(name, value)| self.put(&map, Key::from(name), false, value));
            }
        }
    }
}
