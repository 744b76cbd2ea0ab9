//! Codes that people carry from one laptop to another, as text, picture or file.
//!
//! A code is `folkmoot:KIND:LETTERS`; the letters, in either case, hold a version byte, the [fields], and four bytes of checksum, so that
//! a mistyped letter is noticed. Version 0.
//!
//! **Invariant:** whatever a code of this version holds besides what this build knows is stepped over, and what it may leave out has a
//! default, so codes of older and newer builds join each other; a later version is told apart from a slip of the hand.

mod acts;
mod addresses;
mod fields;
mod kinds;
mod secret;
#[cfg(test)]
mod tests;

use std::fmt;

pub use acts::ActsCode;
use data_encoding::BASE32_NOPAD;
use folkmoot::id::AssemblyId;

pub(crate) use addresses::addresses;
use fields::{Fields, Out};
pub use kinds::{AnswerCode, AskCode, DeviceCode, RecoveryCard, TownCode};
pub(crate) use kinds::{laptop_words, plain};
pub use secret::Secret;
pub(crate) use secret::short;

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
    /// A secret that was typed where whoever looks on can read it.
    #[error("a card's code among the words of a command, where others can read it")]
    Spoken,
    /// A code of a later version.
    #[error("a code of version {0}, made by a newer Folkmoot")]
    Newer(u8),
}

/// A kind of code.
pub(crate) trait Code: Sized {
    const KIND: &'static str;

    /// Lays out its fields.
    fn put(&self, out: &mut Out);

    /// Reads its fields; none when one that it cannot do without is missing.
    fn take(fields: &Fields<'_>) -> Option<Self>;

    fn write(&self) -> String {
        let mut out = Out(vec![VERSION]);
        self.put(&mut out);
        let mut bytes = out.0;
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
            Some((&VERSION, content)) => Fields::of(content).as_ref().and_then(Self::take).ok_or(NotACode::Damaged),
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
    ($($code:ident),*) => {
        $(impl fmt::Display for $code {
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

codes!(TownCode, DeviceCode, AskCode, AnswerCode, RecoveryCard, ActsCode);

/// What one laptop sends to another as a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Letter {
    Answer(AnswerCode),
    Ask(AskCode),
}

impl std::str::FromStr for Letter {
    type Err = NotACode;
    fn from_str(text: &str) -> Result<Letter, NotACode> {
        match text.parse() {
            Ok(answer) => Ok(Letter::Answer(answer)),
            Err(NotACode::OtherKind { .. }) => text.parse().map(Letter::Ask),
            Err(why) => Err(why),
        }
    }
}

/// Six words that two people compare aloud: they are the same on both laptops, or the town is another.
pub fn words(assembly: AssemblyId) -> String {
    spoken(&blake3::derive_key("folkmoot v0 words", assembly.as_bytes()))
}

fn spoken(hash: &[u8; 32]) -> String {
    let list = bip39::Language::English.word_list();
    let numbers = hash.chunks_exact(2).take(6).map(|pair| usize::from(u16::from_be_bytes([pair[0], pair[1]])) % list.len());
    numbers.map(|number| list[number]).collect::<Vec<_>>().join(" ")
}
