//! The form of a history in a file.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Why a text is not a history.
#[derive(Debug)]
pub struct NotAHistory(pub(super) String);

impl std::fmt::Display for NotAHistory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotAHistory {}

/// A history: whose founding change is whose, and every change.
#[derive(Debug, Deserialize)]
pub(super) struct History {
    pub(super) assembly: String,
    pub(super) changes: Vec<Change>,
}

/// A change; ids stand for hashes.
///
/// What a file says of its `epoch` and `seq` is not read: a device has one line, which `prev` alone makes (RESOLVER.md 0).
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Change {
    pub(super) id: String,
    pub(super) device: String,
    #[serde(default)]
    pub(super) prev: Option<String>,
    #[serde(default, deserialize_with = "or_none")]
    pub(super) seen: Vec<String>,
    pub(super) act: Act,
}

/// No list is an empty one.
fn or_none<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Vec<String>, D::Error> {
    Ok(Option::deserialize(deserializer)?.unwrap_or_default())
}

/// An act. In a file devices, changes and duties go by their names; in a signed change, by what `write` makes of them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "lowercase")]
pub(super) enum Act {
    Found {
        devices: Vec<String>,
        k: u32,
    },
    Admit {
        device: String,
    },
    Remove {
        device: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut: Option<Vec<String>>,
    },
    Grant {
        device: String,
        duty: String,
        /// Without one, no meeting ends it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        until: Option<i64>,
    },
    Recall {
        device: String,
        duty: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        cut: Option<Vec<String>>,
    },
    Meeting {
        n: i64,
    },
    Seal {},
    Ratify {
        act: String,
    },
    Sign {
        act: String,
    },
    Deed {
        duty: String,
    },
    Note {},
}

/// Reads a history; a change that stands twice in it counts once.
pub(super) fn read(text: &str) -> Result<History, NotAHistory> {
    let mut history: History = serde_json::from_str(text).map_err(|why| NotAHistory(format!("this is not a history: {why}")))?;
    let mut first: BTreeMap<String, Change> = BTreeMap::new();
    let mut twice = None;
    history.changes.retain(|change| match first.get(&change.id) {
        Some(same) => {
            if same != change {
                twice = Some(change.id.clone());
            }
            false
        }
        None => first.insert(change.id.clone(), change.clone()).is_none(),
    });
    match twice {
        Some(id) => Err(NotAHistory(format!("two different changes have the id {id:?}"))),
        None => Ok(history),
    }
}
