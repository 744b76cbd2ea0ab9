//! Reading a typed act straight out of a value.

use serde::de::value::{BorrowedStrDeserializer, Error, MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;

use super::Value;

/// A value as serde reads it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'de>(pub &'de Value);

impl<'de> IntoDeserializer<'de, Error> for Reading<'de> {
    type Deserializer = Reading<'de>;

    fn into_deserializer(self) -> Reading<'de> {
        self
    }
}

impl<'de> Deserializer<'de> for Reading<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Bool(yes) => visitor.visit_bool(*yes),
            // As JSON has it, so that both say the same of a number that does not fit.
            Value::Int(number) => match u64::try_from(*number) {
                Ok(number) => visitor.visit_u64(number),
                Err(_) => visitor.visit_i64(*number),
            },
            Value::Text(text) => visitor.visit_borrowed_str(text),
            Value::List(items) => visitor.visit_seq(SeqDeserializer::new(items.iter().map(Reading))),
            Value::Map(fields) => visitor
                .visit_map(MapDeserializer::new(fields.iter().map(|(name, value)| (BorrowedStrDeserializer::new(name), Reading(value))))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(self, _: &'static str, _: &'static [&'static str], visitor: V) -> Result<V::Value, Error> {
        match self.0 {
            Value::Text(word) => visitor.visit_enum(BorrowedStrDeserializer::new(word)),
            Value::Bool(_) | Value::Int(_) | Value::List(_) | Value::Map(_) => self.deserialize_any(visitor),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}
