//! What opens a closed home: the words that its people know, and the key that those words guard.
//!
//! **Invariant:** neither is ever shown: both wipe themselves, and no `Debug`, error or log holds a letter of them.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::error::ArchiveError;

/// How many characters a passphrase has at least.
pub const LEAST: usize = 12;

/// How every closed file begins: it stands in the place of SQLCipher's salt, which a key that was drawn at random does not need.
pub(crate) const CLOSED: &[u8; 16] = b"Folkmoot closed\0";

/// The words that open a home.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Takes what somebody typed: the same letters are the same passphrase, however a keyboard composes them.
    pub fn of(typed: &str) -> Passphrase {
        // As long as it may become, so that it never moves and leaves a copy behind.
        let mut text = Zeroizing::new(String::with_capacity(typed.len() * 3));
        text.extend(typed.nfc());
        Passphrase(text)
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Requires that it may guard a home from now on.
    ///
    /// # Errors
    /// [`ArchiveError::PassphraseTooShort`] under [`LEAST`] characters, blanks at its ends left out.
    pub fn require_long(&self) -> Result<(), ArchiveError> {
        if self.0.trim().chars().count() < LEAST { Err(ArchiveError::PassphraseTooShort { least: LEAST }) } else { Ok(()) }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// The key of a closed book, drawn at random.
#[derive(Clone)]
pub(crate) struct Key(pub(crate) Zeroizing<[u8; 32]>);

impl Key {
    pub(crate) fn draw() -> Result<Key, ArchiveError> {
        random().map(|bytes| Key(Zeroizing::new(bytes)))
    }

    /// The key as SQLCipher reads it.
    pub(crate) fn spoken(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(3 + 2 * (32 + CLOSED.len())));
        text.push_str("x'");
        for byte in self.0.iter().chain(CLOSED) {
            for half in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(half), 16).unwrap_or_default());
            }
        }
        text.push('\'');
        text
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key")
    }
}

/// Draws random bytes from the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], ArchiveError> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| ArchiveError::NoRandomness)?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_opens_a_home_is_never_shown() {
        let key = Key(Zeroizing::new([0xab; 32]));
        assert_eq!(format!("{key:?} {:?}", Passphrase::of("four slow brown oxen")), "Key Passphrase");
        assert_eq!(key.spoken().as_str(), format!("x'{}466f6c6b6d6f6f7420636c6f73656400'", "ab".repeat(32)));
        assert_eq!(key.spoken().capacity(), key.spoken().len(), "it never moves, so that no copy stays behind");
    }

    #[test]
    fn no_two_books_have_one_key() {
        assert_ne!(Key::draw().unwrap().0, Key::draw().unwrap().0);
    }

    #[test]
    fn the_same_letters_are_the_same_passphrase_and_few_of_them_are_none() {
        assert_eq!(Passphrase::of("caf\u{e9} au lait noir"), Passphrase::of("cafe\u{301} au lait noir"));
        assert!(Passphrase::of("اثنا عشر حرفا").require_long().is_ok());
        for short in ["", "eleven chrs", "eleven chrs          "] {
            assert!(matches!(Passphrase::of(short).require_long(), Err(ArchiveError::PassphraseTooShort { least: 12 })), "{short}");
        }
    }
}
