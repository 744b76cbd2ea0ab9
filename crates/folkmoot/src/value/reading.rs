//! Reading a typed act straight out of the bytes of a value, which is done for every change of a book that is opened.
//!
//! **Invariant:** only bytes that [`Value::decode`](super::Value::decode) takes are read here: what is not in its one form was refused
//! when it was verified. What is nested too deep is refused here too, for it would end the program.

use std::fmt::Display;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{self, DeserializeOwned, DeserializeSeed, Deserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::{MAX_DEPTH, NotAValue, Reader};

/// Reads a type out of the bytes of a value.
///
/// # Errors
/// What is wrong with which field, in serde's words.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Unread> {
    T::deserialize(&mut Reader::of(bytes))
}

/// The text under `do`, when the bytes are those of a map that has one.
pub(crate) fn kind(bytes: &[u8]) -> Option<&str> {
    let mut reader = Reader::of(bytes);
    let fields = reader.tag().ok().filter(|tag| *tag == 6).and_then(|_| reader.count().ok())?;
    for _ in 0..fields {
        if reader.text().ok()? == "do" {
            return reader.tag().ok().filter(|tag| *tag == 4).and_then(|_| reader.text().ok());
        }
        reader.skip().ok()?;
    }
    None
}

/// Why a type cannot be read, in words for whoever wrote the value.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Unread(String);

impl de::Error for Unread {
    fn custom<T: Display>(why: T) -> Unread {
        Unread(why.to_string())
    }
}

impl From<NotAValue> for Unread {
    fn from(why: NotAValue) -> Unread {
        Unread(why.to_string())
    }
}

impl<'de> Deserializer<'de> for &mut Reader<'de> {
    type Error = Unread;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        match self.tag()? {
            1 => visitor.visit_bool(false),
            2 => visitor.visit_bool(true),
            3 => {
                let number = self.number()?;
                // As JSON has it, so that both say the same of a number that does not fit.
                match u64::try_from(number) {
                    Ok(number) => visitor.visit_u64(number),
                    Err(_) => visitor.visit_i64(number),
                }
            }
            4 => visitor.visit_borrowed_str(self.text()?),
            5 => self.within(|items| visitor.visit_seq(items)),
            6 => self.within(|items| visitor.visit_map(items)),
            _ => Err(NotAValue::Form.into()),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Unread> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple tuple_struct map struct
        enum identifier ignored_any
    }
}

/// What is left of a list or a map.
struct Items<'r, 'de> {
    reader: &'r mut Reader<'de>,
    left: usize,
}

impl<'de> Reader<'de> {
    /// Reads what a list or a map holds.
    fn within<T>(&mut self, read: impl FnOnce(Items<'_, 'de>) -> Result<T, Unread>) -> Result<T, Unread> {
        if self.depth == MAX_DEPTH {
            return Err(NotAValue::Depth.into());
        }
        self.depth += 1;
        let left = self.count()?;
        let held = read(Items { reader: self, left });
        self.depth -= 1;
        held
    }
}

impl Items<'_, '_> {
    fn next(&mut self) -> bool {
        let more = self.left > 0;
        self.left = self.left.saturating_sub(1);
        more
    }
}

impl<'de> de::SeqAccess<'de> for Items<'_, 'de> {
    type Error = Unread;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Unread> {
        if self.next() { seed.deserialize(&mut *self.reader).map(Some) } else { Ok(None) }
    }
}

impl<'de> de::MapAccess<'de> for Items<'_, 'de> {
    type Error = Unread;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Unread> {
        if !self.next() {
            return Ok(None);
        }
        let name = self.reader.text()?;
        seed.deserialize(BorrowedStrDeserializer::new(name)).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Unread> {
        seed.deserialize(&mut *self.reader)
    }
}

#[cfg(test)]
mod tests {
    use super::super::Value;
    use super::*;

    #[test]
    fn what_is_read_from_bytes_is_what_json_says() {
        let json = serde_json::json!({ "a": [1, -2, true], "do": "roll.found", "z": { "text": "flour", "none": [] } });
        let bytes = Value::from_json(&json).unwrap().encode();
        assert_eq!(read::<serde_json::Value>(&bytes).unwrap(), json);
        assert_eq!(kind(&bytes), Some("roll.found"));
        assert_eq!(kind(&Value::List(Vec::new()).encode()), None);
    }

    #[test]
    fn bytes_that_were_never_verified_are_an_error_and_nothing_worse() {
        let deep: Vec<u8> = std::iter::repeat_n([5, 0, 0, 0, 1], 50_000).flatten().collect();
        for bytes in [&deep[..], &[5, 0xff, 0xff, 0xff, 0xff], &[6, 0, 0, 0, 1, 0, 0, 0, 9], &[4, 0, 0, 0, 1, 0xff], &[9], &[]] {
            assert!(read::<serde_json::Value>(bytes).is_err(), "{:?}", &bytes[..bytes.len().min(9)]);
            assert_eq!(kind(bytes), None);
        }
    }
}
