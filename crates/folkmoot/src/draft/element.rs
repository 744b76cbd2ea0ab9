//! Names one character of a draft for good: the act that typed it, and which of that act's characters it is.
//!
//! **Invariant:** a name holds wherever the character stands and whatever else was typed, and it has one form.

use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::id::ActId;

/// One character of a draft, written `ID.7`: the act that typed it and its place, from 0, among the characters of that act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Element {
    /// The act that typed it: an edit, or the opening with its first text.
    pub act: ActId,
    /// Which of the act's characters it is, from 0.
    pub at: u32,
}

/// Why a text names no character.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} does not name a character; write the act and the character's place in it, like ID.7")]
pub struct NotAnElement(pub String);

impl fmt::Display for Element {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.act, self.at)
    }
}

impl FromStr for Element {
    type Err = NotAnElement;

    fn from_str(text: &str) -> Result<Element, NotAnElement> {
        let read = || {
            let (act, at) = text.split_once('.')?;
            Some(Element { act: act.parse().ok()?, at: at.parse().ok()? })
        };
        read().filter(|element| element.to_string() == text).ok_or_else(|| NotAnElement(text.to_owned()))
    }
}

impl Serialize for Element {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Element {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl JsonSchema for Element {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Element".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": "^[a-z2-7]{52}\\.(0|[1-9][0-9]{0,9})$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_has_one_name() {
        let element = Element { act: ActId([7; 32]), at: 40 };
        let name = element.to_string();
        assert_eq!(name.parse(), Ok(element));
        let id = ActId([7; 32]);
        for bad in
            [format!("{id}.040"), format!("{id}.+40"), format!("{id}"), format!("{id}.4294967296"), format!("{id}.4.0"), ".4".to_owned()]
        {
            assert_eq!(bad.parse::<Element>(), Err(NotAnElement(bad)));
        }
    }
}
