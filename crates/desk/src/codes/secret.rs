//! The secret of an invite, and what shows that somebody knows it.
//!
//! **Invariant:** neither a proof, nor a name, nor `Debug` tells the secret.

use std::fmt;

use data_encoding::BASE32_NOPAD;

/// What the inviting and the invited know, and nobody else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret(pub [u8; 16]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({})", self.name())
    }
}

impl Secret {
    /// The short name of its invite, which does not tell the secret.
    pub fn name(&self) -> String {
        let hash = blake3::derive_key("folkmoot v0 invite", &self.0);
        BASE32_NOPAD.encode(&hash).to_lowercase().chars().take(6).collect()
    }

    /// What shows that these parts were said by somebody who knows it.
    pub(super) fn proof(&self, context: &'static str, parts: &[&[u8]]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new_derive_key(context);
        for part in std::iter::once(&self.0.as_slice()).chain(parts) {
            hasher.update(&(part.len() as u64).to_be_bytes());
            hasher.update(part);
        }
        *hasher.finalize().as_bytes()
    }
}

/// Compares in a time that does not tell how much is the same.
pub(super) fn same(one: &[u8; 32], other: &[u8; 32]) -> bool {
    blake3::Hash::from(*one) == blake3::Hash::from(*other)
}
