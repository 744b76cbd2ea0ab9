//! Codes that people carry from one laptop to another, as text, picture or file.
//!
//! A code is `folkmoot:KIND:LETTERS`; the letters hold a version byte, the content, and four bytes of checksum, so that a mistyped
//! letter is noticed. Version 0.
//!
//! **Invariant:** a code holds nothing that opens more than it says: a town's code only names the town.

use std::fmt;

use data_encoding::BASE32_NOPAD;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::roll::Keys;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const VERSION: u8 = 0;

/// Why a text is not the code that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotACode {
    /// Not a code, or a letter is wrong or missing.
    #[error("a letter of the code is wrong or missing")]
    Damaged,
    /// A code, but for something else.
    #[error("this is a code to {found}, not to {wanted}")]
    OtherKind {
        /// What it is for.
        found: String,
        /// What was wanted.
        wanted: &'static str,
    },
    /// A code of a later version.
    #[error("a code of version {0}, made by a newer Folkmoot")]
    Newer(u8),
}

/// Names a town to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TownCode {
    /// Its assembly.
    #[serde(rename = "a")]
    pub assembly: AssemblyId,
    /// Its name.
    #[serde(rename = "n")]
    pub name: String,
}

/// Invites a laptop into an assembly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeviceCode {
    /// The assembly.
    #[serde(rename = "a")]
    pub assembly: AssemblyId,
    /// Its name.
    #[serde(rename = "n")]
    pub name: String,
    /// Whose laptop it will be.
    #[serde(rename = "m")]
    pub member: u32,
    /// Known to the inviting and the invited laptop only, once.
    #[serde(rename = "s")]
    pub secret: String,
}

/// A laptop's answer: it asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AskCode {
    /// The assembly.
    #[serde(rename = "a")]
    pub assembly: AssemblyId,
    /// Whose laptop it is.
    #[serde(rename = "m")]
    pub member: u32,
    /// Its signing key.
    #[serde(rename = "d")]
    pub device: DeviceId,
    /// Its other keys.
    #[serde(rename = "k")]
    pub keys: Keys,
    /// Proves that it knows the invite's secret.
    #[serde(rename = "p")]
    pub proof: String,
}

impl AskCode {
    /// What proves the knowledge of `secret` for these keys.
    pub(crate) fn proof(secret: &str, device: &DeviceId, keys: &Keys) -> String {
        let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 ask");
        for part in [secret.as_bytes(), device.as_bytes(), keys.sealing.as_bytes(), keys.endpoint.as_bytes()] {
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        BASE32_NOPAD.encode(hasher.finalize().as_bytes()).to_lowercase()
    }
}

/// A kind of code.
pub(crate) trait Code: Serialize + DeserializeOwned {
    const KIND: &'static str;

    fn write(&self) -> String {
        let mut bytes = vec![VERSION];
        bytes.extend(serde_json::to_vec(self).unwrap_or_default());
        let sum = checksum(Self::KIND, &bytes);
        bytes.extend(sum);
        format!("folkmoot:{}:{}", Self::KIND, BASE32_NOPAD.encode(&bytes).to_lowercase())
    }

    fn read(text: &str) -> Result<Self, NotACode> {
        let plain: String = text.chars().filter(|letter| !letter.is_whitespace()).collect::<String>().to_lowercase();
        let (kind, letters) = plain.strip_prefix("folkmoot:").and_then(|rest| rest.split_once(':')).ok_or(NotACode::Damaged)?;
        let bytes = BASE32_NOPAD.decode(letters.to_uppercase().as_bytes()).map_err(|_| NotACode::Damaged)?;
        let (content, sum) = bytes.split_last_chunk::<4>().ok_or(NotACode::Damaged)?;
        if *sum != checksum(kind, content) {
            return Err(NotACode::Damaged);
        }
        if kind != Self::KIND {
            return Err(NotACode::OtherKind { found: kind.to_owned(), wanted: Self::KIND });
        }
        match content.split_first() {
            Some((&VERSION, content)) => serde_json::from_slice(content).map_err(|_| NotACode::Damaged),
            Some((newer, _)) => Err(NotACode::Newer(*newer)),
            None => Err(NotACode::Damaged),
        }
    }
}

fn checksum(kind: &str, content: &[u8]) -> [u8; 4] {
    let mut hasher = blake3::Hasher::new_derive_key("folkmoot v0 code");
    hasher.update(kind.as_bytes());
    hasher.update(content);
    let mut sum = [0; 4];
    sum.copy_from_slice(hasher.finalize().as_bytes().split_at(4).0);
    sum
}

macro_rules! codes {
    ($($code:ident = $kind:literal),*) => {
        $(impl Code for $code {
            const KIND: &'static str = $kind;
        }

        impl fmt::Display for $code {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&Code::write(self))
            }
        }

        impl std::str::FromStr for $code {
            type Err = NotACode;
            fn from_str(text: &str) -> Result<Self, NotACode> {
                Code::read(text)
            }
        })*
    };
}

codes!(TownCode = "town", DeviceCode = "device", AskCode = "ask");

/// Six words that two people compare aloud: they are the same on both laptops, or the town is another.
pub fn words(assembly: AssemblyId) -> String {
    let list = bip39::Language::English.word_list();
    let hash = blake3::derive_key("folkmoot v0 words", assembly.as_bytes());
    let numbers = hash.chunks_exact(2).take(6).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])) % list.len());
    numbers.map(|number| list[number]).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code() -> TownCode {
        TownCode { assembly: AssemblyId([3; 32]), name: "Cedar Falls".to_owned() }
    }

    #[test]
    fn a_code_reads_back_even_when_copied_by_hand() {
        let text = code().to_string();
        assert_eq!(text.parse(), Ok(code()));
        let by_hand: String =
            text.chars().enumerate().flat_map(|(at, letter)| if at % 7 == 6 { vec![letter, '\n'] } else { vec![letter] }).collect();
        assert_eq!(by_hand.parse(), Ok(code()));
    }

    #[test]
    fn one_wrong_letter_is_noticed() {
        let text = code().to_string();
        for at in "folkmoot:town:".len()..text.len() {
            let other = if text.as_bytes()[at] == b'a' { "b" } else { "a" };
            let bent = format!("{}{other}{}", &text[..at], &text[at + 1..]);
            assert_eq!(bent.parse::<TownCode>(), Err(NotACode::Damaged), "letter {at}");
        }
    }

    #[test]
    fn a_code_for_something_else_says_so() {
        let wanted = NotACode::OtherKind { found: "town".to_owned(), wanted: "device" };
        assert_eq!(code().to_string().parse::<DeviceCode>(), Err(wanted));
    }
}
