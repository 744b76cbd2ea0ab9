//! Ids: 32-byte BLAKE3 hashes and keys, each with its own type, written as 52 lowercase base32 letters.
//!
//! **Invariant:** every hash is taken under a context of its own, so no id of one kind can pass for another.

use std::fmt;
use std::str::FromStr;

use data_encoding::{Encoding, Specification};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::sync::LazyLock;

/// Why a text is not an id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{text:?} is not an id: an id is 52 letters a-z and digits 2-7")]
pub struct NotAnId {
    /// The text as given.
    pub text: String,
}

static BASE32: LazyLock<Option<Encoding>> = LazyLock::new(|| {
    let mut spec = Specification::new();
    spec.symbols.push_str("abcdefghijklmnopqrstuvwxyz234567");
    spec.encoding().ok()
});

fn to_text(bytes: &[u8; 32]) -> String {
    BASE32.as_ref().map(|code| code.encode(bytes)).unwrap_or_default()
}

fn from_text(text: &str) -> Option<[u8; 32]> {
    BASE32.as_ref()?.decode(text.as_bytes()).ok()?.try_into().ok()
}

/// Hashes `parts` under `context`, each part preceded by its length as 8 big-endian bytes.
pub(crate) fn hash(context: &str, parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for part in parts {
        hasher.update(&(part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

macro_rules! id_type {
    ($(#[doc = $doc:literal])+ $name:ident) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub [u8; 32]);

        impl $name {
            /// The 32 bytes.
            pub fn as_bytes(&self) -> &[u8; 32] {
                &self.0
            }

            /// The first eight letters, enough to tell ids apart on a screen.
            pub fn short(&self) -> String {
                to_text(&self.0).chars().take(8).collect()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&to_text(&self.0))
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, "{}({})", stringify!($name), self.short())
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                from_text(text).map($name).ok_or_else(|| NotAnId { text: text.to_owned() })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl schemars::JsonSchema for $name {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($name).into()
            }
            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({ "type": "string", "pattern": "^[a-z2-7]{52}$", "description": concat!($($doc),+).trim() })
            }
        }
    };
}

id_type!(
    /// Names an assembly: the id of its founding act.
    AssemblyId
);
id_type!(
    /// Names an act, and is its key in the document that files it.
    ActId
);
id_type!(
    /// Names a signed change by the hash of everything in it but the signature.
    ChangeHash
);
id_type!(
    /// A laptop's signing key in one assembly (ed25519 public key).
    DeviceId
);
id_type!(
    /// Names a document by assembly, ring and name; nobody creates it.
    DocId
);
id_type!(
    /// H(card, salt): stands for a person's card in the commons, and tells nothing once the card is struck.
    CardHash
);
id_type!(
    /// H(secret): names an invite, and shows who knows the secret without telling it.
    InviteId
);
id_type!(
    /// BLAKE3 of an attachment's bytes.
    FileHash
);
id_type!(
    /// The digest of one meeting's entries, as a seal names it.
    MinutesHash
);
id_type!(
    /// H(salt, words): stands for what a sealed act says, and tells nothing of it.
    SealedHash
);
id_type!(
    /// The digest of one ring of an assembly: the set of its changes and what each counts for.
    RingHash
);

impl FileHash {
    /// Hashes an attachment's bytes with plain BLAKE3, so that any `b3sum` gives the same.
    pub fn of(bytes: &[u8]) -> Self {
        Self(*blake3::hash(bytes).as_bytes())
    }
}

impl CardHash {
    /// Hashes a card with its salt: the number alone never reveals the person.
    pub fn of(salt: &[u8; 32], card: &[u8]) -> Self {
        Self(hash("folkmoot v0 card", &[salt, card]))
    }
}

impl SealedHash {
    /// Hashes what is said with its salt, so that nobody finds it by guessing.
    pub fn of(salt: &[u8; 32], said: &[u8]) -> Self {
        Self(hash("folkmoot v0 sealed", &[salt, said]))
    }
}

impl InviteId {
    /// Hashes the secret of an invite.
    pub fn of(secret: &[u8]) -> Self {
        Self(hash("folkmoot v0 invite", &[secret]))
    }
}

/// The assembly field of a founding change, which has no assembly yet.
pub const NO_ASSEMBLY: AssemblyId = AssemblyId([0; 32]);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_from_its_letters() {
        let id = ActId(hash("test", &[b"flour"]));
        assert_eq!(id.to_string().parse::<ActId>(), Ok(id));
        assert_eq!(id.to_string().len(), 52);
        assert!("not an id".parse::<ActId>().is_err());
    }

    #[test]
    fn the_parts_of_a_hash_cannot_slide_into_each_other() {
        assert_ne!(hash("test", &[b"ab", b"c"]), hash("test", &[b"a", b"bc"]));
    }
}
