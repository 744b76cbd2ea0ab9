//! The key of a closed book, wrapped under its passphrase.
//!
//! ```text
//! "FMooKey" 0 | memory in KiB 4 | passes 4 | salt 16 | nonce 24 | key and tag 48 | checksum 16
//! ```
//!
//! Argon2id makes a second key of the passphrase, and XChaCha20-Poly1305 seals the first with it. The checksum is no secret: it tells a
//! damaged file from a wrong passphrase.
//!
//! **Invariant:** without the passphrase it is of no use to anybody; a new passphrase never changes the key.

use argon2::{Algorithm, Argon2, Params, Version};
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use crate::error::ArchiveError;
use crate::passphrase::{Key, Passphrase, random};

const MAGIC: &[u8; 8] = b"FMooKey\0";
const HEAD: usize = 32;
const NONCE: usize = 24;
const SEALED: usize = 48;
/// How long it is.
pub(crate) const LENGTH: usize = HEAD + NONCE + SEALED + 16;
/// What a file may ask for at most: one that a stranger wrote must not stop a laptop.
const MOST: Cost = Cost { memory_kib: 1024 * 1024, passes: 64 };

/// How dear it is to try one passphrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// The memory that it takes, in KiB.
    pub memory_kib: u32,
    /// How often that memory is gone over.
    pub passes: u32,
}

impl Default for Cost {
    /// Under a second on an old laptop; RFC 9106 recommends it where memory is scarce.
    fn default() -> Cost {
        Cost { memory_kib: 64 * 1024, passes: 3 }
    }
}

impl Cost {
    /// Next to nothing, for tests.
    pub const CHEAP: Cost = Cost { memory_kib: 8, passes: 1 };
}

/// A wrapped key, as it lies in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrapped([u8; LENGTH]);

impl Wrapped {
    /// Wraps a key under a passphrase.
    pub(crate) fn wrap(key: &Key, passphrase: &Passphrase, cost: Cost) -> Result<Wrapped, ArchiveError> {
        let mut head = Vec::with_capacity(LENGTH);
        head.extend_from_slice(MAGIC);
        head.extend_from_slice(&cost.memory_kib.to_be_bytes());
        head.extend_from_slice(&cost.passes.to_be_bytes());
        head.extend_from_slice(&random::<16>()?);
        let nonce = random::<NONCE>()?;
        let cipher = cipher(&head, cost, passphrase).ok_or(ArchiveError::NoCipher)?;
        let sealed = cipher.encrypt(XNonce::from_slice(&nonce), Payload { msg: &key.0[..], aad: &head });
        let mut bytes = head;
        bytes.extend_from_slice(&nonce);
        bytes.extend_from_slice(&sealed.map_err(|_| ArchiveError::NoCipher)?);
        let checksum = checksum(&bytes);
        bytes.extend_from_slice(&checksum);
        bytes.try_into().map(Wrapped).map_err(|_| ArchiveError::NoCipher)
    }

    /// Reads what lies in a file; none where it is not whole.
    pub(crate) fn read(bytes: &[u8]) -> Option<Wrapped> {
        let whole: [u8; LENGTH] = bytes.try_into().ok()?;
        let (body, found) = whole.split_at(LENGTH - 16);
        let wrapped = Wrapped(whole);
        let cost = wrapped.cost();
        let can_be_paid = cost.memory_kib <= MOST.memory_kib && cost.passes <= MOST.passes && params(cost).is_some();
        (body.starts_with(MAGIC) && checksum(body) == found && can_be_paid).then_some(wrapped)
    }

    /// The key, for whoever knows the passphrase.
    pub(crate) fn unwrap(&self, passphrase: &Passphrase) -> Result<Key, ArchiveError> {
        let (head, rest) = self.0.split_at(HEAD);
        let (nonce, rest) = rest.split_at(NONCE);
        let cipher = cipher(head, self.cost(), passphrase).ok_or(ArchiveError::NoCipher)?;
        let opened = cipher.decrypt(XNonce::from_slice(nonce), Payload { msg: &rest[..SEALED], aad: head });
        let opened = Zeroizing::new(opened.map_err(|_| ArchiveError::WrongPassphrase)?);
        let mut key = Zeroizing::new([0; 32]);
        if opened.len() == key.len() {
            key.copy_from_slice(&opened);
        }
        Ok(Key(key))
    }

    pub(crate) fn bytes(&self) -> &[u8] {
        &self.0
    }

    fn cost(&self) -> Cost {
        let number = |at: usize| self.0[at..].iter().take(4).fold(0, |number, byte| (number << 8) | u32::from(*byte));
        Cost { memory_kib: number(8), passes: number(12) }
    }
}

/// The cipher that a passphrase makes, with the salt at the end of the head; none where the cost is none that can be paid.
fn cipher(head: &[u8], cost: Cost, passphrase: &Passphrase) -> Option<XChaCha20Poly1305> {
    let mut key = Zeroizing::new([0; 32]);
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params(cost)?);
    argon.hash_password_into(passphrase.bytes(), &head[HEAD - 16..], &mut key[..]).ok()?;
    XChaCha20Poly1305::new_from_slice(&key[..]).ok()
}

fn params(cost: Cost) -> Option<Params> {
    Params::new(cost.memory_kib, cost.passes, 1, Some(32)).ok()
}

fn checksum(bytes: &[u8]) -> [u8; 16] {
    let hash = blake3::derive_key("folkmoot v0 wrapped key", bytes);
    std::array::from_fn(|at| hash[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_passphrase_opens_a_key_and_a_damaged_one_is_told_from_a_wrong_passphrase() {
        let key = Key::draw().unwrap();
        let (right, wrong) = (Passphrase::of("four slow brown oxen"), Passphrase::of("four slow brown oxes"));
        let wrapped = Wrapped::wrap(&key, &right, Cost::CHEAP).unwrap();
        assert_eq!(wrapped.unwrap(&right).unwrap().0, key.0);
        assert!(matches!(wrapped.unwrap(&wrong), Err(ArchiveError::WrongPassphrase)));
        assert_ne!(wrapped, Wrapped::wrap(&key, &right, Cost::CHEAP).unwrap(), "no two are alike");
        for at in 0..LENGTH {
            let mut bent = wrapped.0;
            bent[at] ^= 1;
            assert_eq!(Wrapped::read(&bent), None, "byte {at}");
        }
        assert_eq!(Wrapped::read(&wrapped.0[1..]), None);
        assert_eq!(Wrapped::read(wrapped.bytes()), Some(wrapped));
    }

    #[test]
    fn a_file_that_asks_for_too_much_or_for_nothing_is_not_tried() {
        let wrapped = Wrapped::wrap(&Key::draw().unwrap(), &Passphrase::of("four slow brown oxen"), Cost::CHEAP).unwrap();
        for asked in [u32::MAX, 0] {
            let mut greedy = wrapped.0;
            greedy[8..12].copy_from_slice(&asked.to_be_bytes());
            let sum = checksum(&greedy[..LENGTH - 16]);
            greedy[LENGTH - 16..].copy_from_slice(&sum);
            assert_eq!(Wrapped::read(&greedy), None, "{asked}");
        }
    }

    #[test]
    fn what_is_asked_of_a_stranger_by_default_is_64_mib_three_times() {
        assert_eq!(Cost::default(), Cost { memory_kib: 65_536, passes: 3 });
    }
}
