//! The secret of an invite, and what shows that somebody knows it.
//!
//! **Invariant:** neither a proof, nor a name, nor `Debug` tells the secret.

use std::fmt;

use folkmoot::id::InviteId;

/// What the inviting and the invited know, and nobody else.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Secret(pub [u8; 16]);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Secret({})", self.name())
    }
}

impl Secret {
    /// The hash that the book names its invite by.
    pub fn invite(&self) -> InviteId {
        InviteId::of(&self.0)
    }

    /// The short name of its invite, which does not tell the secret.
    pub fn name(&self) -> String {
        short(&self.invite())
    }
}

/// The short name of an invite.
pub(crate) fn short(invite: &InviteId) -> String {
    invite.to_string().chars().take(6).collect()
}

/// What shows that these parts were said by somebody who knows a key.
pub(super) fn proof(context: &'static str, key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new_derive_key(context);
    for part in std::iter::once(&key).chain(parts) {
        hasher.update(&(part.len() as u64).to_be_bytes());
        hasher.update(part);
    }
    *hasher.finalize().as_bytes()
}

/// Compares in a time that does not tell how much is the same.
pub(super) fn same(one: &[u8; 32], other: &[u8; 32]) -> bool {
    blake3::Hash::from(*one) == blake3::Hash::from(*other)
}
