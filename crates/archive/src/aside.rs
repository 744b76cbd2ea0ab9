//! What is put aside while a book is closed: a few words that nobody reads but whoever opens the same book again.
//!
//! **Invariant:** it is only ever in memory, and nothing of it can be read without the key of the book, which is forgotten meanwhile.

use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::Archive;
use crate::passphrase::{Key, random};

const NONCE: usize = 24;

/// Words that were put aside.
#[derive(Debug)]
pub struct Aside {
    nonce: [u8; NONCE],
    sealed: Vec<u8>,
}

impl Archive {
    /// Puts words aside, sealed with the key of this book; nothing where the book is not closed with a passphrase.
    pub fn put_aside(&self, words: &str) -> Option<Aside> {
        let nonce = random::<NONCE>().ok()?;
        let sealed = cipher(self.key.as_ref()?)?.encrypt(XNonce::from_slice(&nonce), words.as_bytes()).ok()?;
        Some(Aside { nonce, sealed })
    }

    /// The words that were put aside; nothing where they are of another book, or of none that has a passphrase.
    pub fn taken_up(&self, aside: &Aside) -> Option<Zeroizing<String>> {
        let words = cipher(self.key.as_ref()?)?.decrypt(XNonce::from_slice(&aside.nonce), &aside.sealed[..]).ok()?;
        String::from_utf8(words).ok().map(Zeroizing::new)
    }
}

/// Another key than the one that SQLCipher has.
fn cipher(key: &Key) -> Option<XChaCha20Poly1305> {
    let key = Zeroizing::new(blake3::derive_key("folkmoot v0 put aside", &key.0[..]));
    XChaCha20Poly1305::new_from_slice(&key[..]).ok()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{Cost, Passphrase};

    fn closed(home: &Path, passphrase: &Passphrase) -> Archive {
        drop(Archive::open(home).unwrap());
        Archive::set_passphrase(home, None, Some(passphrase), Cost::CHEAP).unwrap();
        Archive::open_with(home, Some(passphrase)).unwrap()
    }

    #[test]
    fn what_is_put_aside_is_read_by_the_same_book_alone() {
        let (mill, cedar) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let passphrase = Passphrase::of("four slow brown oxen");
        let (before, other) = (closed(mill.path(), &passphrase), closed(cedar.path(), &passphrase));
        let aside = before.put_aside("Slates for the mill, half written").unwrap();
        assert!(!aside.sealed.windows(6).any(|part| part == b"Slates"));
        drop(before);
        let after = Archive::open_with(mill.path(), Some(&passphrase)).unwrap();
        assert_eq!(after.taken_up(&aside).unwrap().as_str(), "Slates for the mill, half written");
        assert!(other.taken_up(&aside).is_none(), "its key is another one");
    }

    #[test]
    fn a_book_that_is_not_closed_puts_nothing_aside() {
        let home = tempfile::tempdir().unwrap();
        assert!(Archive::open(home.path()).unwrap().put_aside("Slates").is_none());
    }
}
