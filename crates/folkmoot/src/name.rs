//! Names of documents: `roll`, `meeting/<id>`, `ledger/2027-Q1`.
//!
//! **Invariant:** a document exists by its name alone, so two laptops that open one quarter offline meet in it.

use std::fmt;
use std::str::FromStr;

use crate::change::Ring;
use crate::id::{AssemblyId, DocId, hash};

/// The longest name of a document, in bytes.
pub const MAX_NAME: usize = 96;

/// A document's name inside one assembly and ring: a kind, and a key where there are many of the kind.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocName(String);

/// Why a text does not name a document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} does not name a document; names look like roll or ledger/2027-Q1")]
pub struct NotAName(pub String);

impl DocName {
    /// Names the one document of a kind.
    ///
    /// # Errors
    /// [`NotAName`] when the kind is not lowercase letters.
    pub fn of(kind: &str) -> Result<DocName, NotAName> {
        kind.parse()
    }

    /// Names one of several documents of a kind.
    ///
    /// # Errors
    /// [`NotAName`] when the key has other characters than letters, digits and hyphens.
    pub fn keyed(kind: &str, key: impl fmt::Display) -> Result<DocName, NotAName> {
        format!("{kind}/{key}").parse()
    }

    /// The whole name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// DocId = H(assembly, ring, kind, key).
    pub fn id(&self, assembly: &AssemblyId, ring: Ring) -> DocId {
        let (kind, key) = self.0.split_once('/').unwrap_or((&self.0, ""));
        DocId(hash("folkmoot v0 document", &[assembly.as_bytes(), &[ring.byte()], kind.as_bytes(), key.as_bytes()]))
    }
}

impl fmt::Display for DocName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for DocName {
    type Err = NotAName;

    fn from_str(text: &str) -> Result<DocName, NotAName> {
        let (kind, key) = match text.split_once('/') {
            Some((kind, key)) => (kind, Some(key)),
            None => (text, None),
        };
        let kind_is_plain = !kind.is_empty() && kind.bytes().all(|byte| byte.is_ascii_lowercase());
        let key_is_plain = key.is_none_or(|key| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
        if kind_is_plain && key_is_plain && text.len() <= MAX_NAME { Ok(DocName(text.to_owned())) } else { Err(NotAName(text.to_owned())) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_names_are_names() {
        for good in ["roll", "ledger/2027-Q1", "meeting/abc234"] {
            assert_eq!(good.parse::<DocName>().unwrap().as_str(), good);
        }
        for bad in ["", "Roll", "ledger/", "a/b/c", "../x", "ledger/2027 Q1", "rôle"] {
            assert!(bad.parse::<DocName>().is_err(), "{bad}");
        }
    }
}
