//! Reading acts back from a document.
//!
//! **Invariant:** what [`crate::file`] writes is read back as the same value, and anything else is an error, never a guess.

use std::collections::BTreeMap;

use automerge::hydrate;
use automerge::{Automerge, ScalarValue};
use folkmoot::id::ActId;
use folkmoot::value::Value;

use crate::error::RecordError;

/// Reads every act that the document files.
///
/// # Errors
/// [`RecordError::NotAnAct`] when a key is not an act id, or a value is of a type that no act holds.
pub(crate) fn acts(automerge: &Automerge) -> Result<BTreeMap<ActId, Value>, RecordError> {
    let hydrate::Value::Map(root) = automerge.hydrate(None) else {
        return Err(RecordError::NotAnAct("a root that is not a map".to_owned()));
    };
    root.iter()
        .map(|(key, field)| {
            let id: ActId = key.parse().map_err(|_| RecordError::NotAnAct(format!("the key {key:?}")))?;
            Ok((id, value(&field.value)?))
        })
        .collect()
}

fn value(held: &hydrate::Value) -> Result<Value, RecordError> {
    match held {
        hydrate::Value::Scalar(scalar) => match scalar {
            ScalarValue::Boolean(yes) => Ok(Value::Bool(*yes)),
            ScalarValue::Int(number) => Ok(Value::Int(*number)),
            ScalarValue::Str(text) => Ok(Value::Text(text.to_string())),
            ScalarValue::Bytes(_)
            | ScalarValue::Uint(_)
            | ScalarValue::F64(_)
            | ScalarValue::Counter(_)
            | ScalarValue::Timestamp(_)
            | ScalarValue::Unknown { .. }
            | ScalarValue::Null => Err(RecordError::NotAnAct(format!("the value {scalar}"))),
        },
        hydrate::Value::List(items) => items.iter().map(|item| value(&item.value)).collect::<Result<_, _>>().map(Value::List),
        hydrate::Value::Map(fields) => {
            fields.iter().map(|(name, field)| Ok((name.clone(), value(&field.value)?))).collect::<Result<_, _>>().map(Value::Map)
        }
        hydrate::Value::Text(_) => Err(RecordError::NotAnAct("a text that people write together".to_owned())),
    }
}
