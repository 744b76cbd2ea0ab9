//! The generic value of an act: what is signed, hashed and filed, whether or not this version knows the kind.
//!
//! **Invariant:** one value has exactly one encoding. There are no floats, no nulls and no unordered maps, and [`Value::decode`]
//! refuses every byte string that [`Value::encode`] would not have written.

pub(crate) mod reading;

use std::collections::BTreeMap;

use serde_json::{Map, Number};

/// The deepest nesting that an act may have.
pub const MAX_DEPTH: usize = 16;
/// The most values (scalars, lists and maps together) that one act may hold.
pub const MAX_VALUES: usize = 10_000;

/// A value as the record keeps it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Value {
    /// True or false.
    Bool(bool),
    /// A whole number.
    Int(i64),
    /// Text; quantities, days and ids are text too.
    Text(String),
    /// Values in order.
    List(Vec<Value>),
    /// Values by name, in the byte order of the names.
    Map(BTreeMap<String, Value>),
}

/// Why bytes or JSON are not a value.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAValue {
    /// The bytes end inside a value, or go on after it.
    #[error("the bytes end too early or too late")]
    Length,
    /// A tag byte, a text or the order of a map's names is not as `encode` writes it.
    #[error("the bytes are not in the one form that a value has")]
    Form,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than {MAX_DEPTH}")]
    Depth,
    /// More than [`MAX_VALUES`] values.
    #[error("more than {MAX_VALUES} values in one act")]
    TooMany,
    /// A number with a fraction or outside 64 bits: quantities are written as text.
    #[error("{0} is not a whole number of 64 bits; write quantities as text, like \"12.50\"")]
    Number(String),
    /// A null inside a list: leave the value out instead.
    #[error("a list may not hold null")]
    Null,
}

impl Value {
    /// Encodes the value: a tag byte, then 8 big-endian bytes for a number, or a 4-byte length and the content.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut Vec<u8>) {
        match self {
            Value::Bool(false) => out.push(1),
            Value::Bool(true) => out.push(2),
            Value::Int(number) => {
                out.push(3);
                out.extend_from_slice(&number.to_be_bytes());
            }
            Value::Text(text) => {
                out.push(4);
                write_text(text, out);
            }
            Value::List(items) => {
                out.push(5);
                out.extend_from_slice(&(items.len() as u32).to_be_bytes());
                items.iter().for_each(|item| item.write(out));
            }
            Value::Map(fields) => {
                out.push(6);
                out.extend_from_slice(&(fields.len() as u32).to_be_bytes());
                for (name, value) in fields {
                    write_text(name, out);
                    value.write(out);
                }
            }
        }
    }

    /// Reads a value that fills `bytes` exactly.
    ///
    /// # Errors
    /// [`NotAValue`] when the bytes are not what [`Value::encode`] writes, or hold more than the limits allow.
    pub fn decode(bytes: &[u8]) -> Result<Value, NotAValue> {
        let mut reader = Reader::of(bytes);
        let value = reader.value(0)?;
        if reader.rest.is_empty() { Ok(value) } else { Err(NotAValue::Length) }
    }

    /// Takes a JSON value; nulls in objects are left out.
    ///
    /// # Errors
    /// [`NotAValue`] for numbers that are not whole, nulls in lists, and values over the limits.
    pub fn from_json(json: &serde_json::Value) -> Result<Value, NotAValue> {
        from_json(json, 0, &mut MAX_VALUES.clone())
    }

    /// The same value as JSON.
    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Value::Bool(yes) => serde_json::Value::Bool(*yes),
            Value::Int(number) => serde_json::Value::Number(Number::from(*number)),
            Value::Text(text) => serde_json::Value::String(text.clone()),
            Value::List(items) => serde_json::Value::Array(items.iter().map(Value::to_json).collect()),
            Value::Map(fields) => {
                serde_json::Value::Object(fields.iter().map(|(name, value)| (name.clone(), value.to_json())).collect::<Map<_, _>>())
            }
        }
    }

    /// The text under `name`, when this is a map that has one.
    pub fn text(&self, name: &str) -> Option<&str> {
        match self {
            Value::Map(fields) => match fields.get(name) {
                Some(Value::Text(text)) => Some(text),
                Some(Value::Bool(_) | Value::Int(_) | Value::List(_) | Value::Map(_)) | None => None,
            },
            Value::Bool(_) | Value::Int(_) | Value::Text(_) | Value::List(_) => None,
        }
    }
}

fn write_text(text: &str, out: &mut Vec<u8>) {
    out.extend_from_slice(&(text.len() as u32).to_be_bytes());
    out.extend_from_slice(text.as_bytes());
}

fn from_json(json: &serde_json::Value, depth: usize, left: &mut usize) -> Result<Value, NotAValue> {
    if depth > MAX_DEPTH {
        return Err(NotAValue::Depth);
    }
    *left = left.checked_sub(1).ok_or(NotAValue::TooMany)?;
    Ok(match json {
        serde_json::Value::Null => return Err(NotAValue::Null),
        serde_json::Value::Bool(yes) => Value::Bool(*yes),
        serde_json::Value::Number(number) => Value::Int(number.as_i64().ok_or_else(|| NotAValue::Number(number.to_string()))?),
        serde_json::Value::String(text) => Value::Text(text.clone()),
        serde_json::Value::Array(items) => {
            Value::List(items.iter().map(|item| from_json(item, depth + 1, left)).collect::<Result<_, _>>()?)
        }
        serde_json::Value::Object(fields) => Value::Map(
            fields
                .iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| Ok((name.clone(), from_json(value, depth + 1, left)?)))
                .collect::<Result<_, NotAValue>>()?,
        ),
    })
}

/// Reads a hostile byte string without ever allocating more than it holds.
struct Reader<'a> {
    rest: &'a [u8],
    left: usize,
    /// How many lists and maps a typed reading is in.
    depth: usize,
}

impl<'a> Reader<'a> {
    fn of(bytes: &'a [u8]) -> Reader<'a> {
        Reader { rest: bytes, left: MAX_VALUES, depth: 0 }
    }

    fn take(&mut self, count: usize) -> Result<&'a [u8], NotAValue> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(NotAValue::Length)?;
        self.rest = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], NotAValue> {
        self.take(N)?.try_into().map_err(|_| NotAValue::Length)
    }

    fn tag(&mut self) -> Result<u8, NotAValue> {
        self.array().map(|[tag]| tag)
    }

    fn number(&mut self) -> Result<i64, NotAValue> {
        self.array().map(i64::from_be_bytes)
    }

    fn count(&mut self) -> Result<usize, NotAValue> {
        self.array().map(|count| u32::from_be_bytes(count) as usize)
    }

    fn text(&mut self) -> Result<&'a str, NotAValue> {
        let length = self.count()?;
        std::str::from_utf8(self.take(length)?).map_err(|_| NotAValue::Form)
    }

    /// Goes on after the next value.
    fn skip(&mut self) -> Result<(), NotAValue> {
        self.value(0).map(drop)
    }

    fn value(&mut self, depth: usize) -> Result<Value, NotAValue> {
        if depth > MAX_DEPTH {
            return Err(NotAValue::Depth);
        }
        self.left = self.left.checked_sub(1).ok_or(NotAValue::TooMany)?;
        match self.tag()? {
            1 => Ok(Value::Bool(false)),
            2 => Ok(Value::Bool(true)),
            3 => Ok(Value::Int(self.number()?)),
            4 => Ok(Value::Text(self.text()?.to_owned())),
            5 => {
                let count = self.count()?;
                let mut items = Vec::new();
                for _ in 0..count {
                    items.push(self.value(depth + 1)?);
                }
                Ok(Value::List(items))
            }
            6 => {
                let count = self.count()?;
                let mut fields = BTreeMap::new();
                for _ in 0..count {
                    let name = self.text()?;
                    if fields.last_key_value().is_some_and(|(last, _): (&String, _)| last.as_str() >= name) {
                        return Err(NotAValue::Form);
                    }
                    let value = self.value(depth + 1)?;
                    fields.insert(name.to_owned(), value);
                }
                Ok(Value::Map(fields))
            }
            _ => Err(NotAValue::Form),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_value() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![any::<bool>().prop_map(Value::Bool), any::<i64>().prop_map(Value::Int), ".{0,12}".prop_map(Value::Text),];
        leaf.prop_recursive(4, 64, 6, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
                prop::collection::btree_map(".{0,6}", inner, 0..6).prop_map(Value::Map),
            ]
        })
    }

    proptest! {
        #[test]
        fn a_value_reads_back_and_so_does_its_json(value in any_value()) {
            prop_assert_eq!(Value::decode(&value.encode()), Ok(value.clone()));
            prop_assert_eq!(Value::from_json(&value.to_json()), Ok(value));
        }

        #[test]
        fn whatever_decodes_encodes_to_the_same_bytes(bytes in prop::collection::vec(0u8..8, 0..40)) {
            if let Ok(value) = Value::decode(&bytes) {
                prop_assert_eq!(value.encode(), bytes);
            }
        }
    }

    #[test]
    fn names_out_of_order_or_twice_are_refused() {
        let mut bytes = Value::Map([("a".to_owned(), Value::Bool(true)), ("b".to_owned(), Value::Bool(true))].into()).encode();
        assert!(Value::decode(&bytes).is_ok());
        let second = bytes.len() - 2;
        bytes[second] = b'a';
        assert_eq!(Value::decode(&bytes), Err(NotAValue::Form));
    }

    #[test]
    fn a_small_file_cannot_promise_a_large_list_or_a_deep_one() {
        assert_eq!(Value::decode(&[5, 0xff, 0xff, 0xff, 0xff]), Err(NotAValue::Length));
        let deep: Vec<u8> = std::iter::repeat_n([5, 0, 0, 0, 1], 20).flatten().collect();
        assert_eq!(Value::decode(&deep), Err(NotAValue::Depth));
    }

    #[test]
    fn money_is_never_a_float() {
        let json = serde_json::json!({ "quantity": 12.5 });
        assert!(matches!(Value::from_json(&json), Err(NotAValue::Number(_))));
    }
}
