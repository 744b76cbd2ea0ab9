//! The envelope: one act as one device wrote and signed it.
//!
//! ```text
//! pen --Unsigned::sign--> SignedChange <--SignedChange::decode-- stick, wire, archive
//!                              | verify (strict signature)  | from_archive (verified when it was stored)
//!                              v                            v
//!                          VerifiedChange  <----------------+     the only thing the archive stores and the book counts
//! ```
//!
//! **Invariant:** the envelope is ours, version 0, and holds no other library's serialisation. Its hash leaves the signature out.

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};

use crate::id::{ActId, AssemblyId, ChangeHash, DeviceId, DocId, hash};
use crate::name::DocName;
use crate::value::{NotAValue, Value};

/// The largest signed change that is written or taken in, in bytes.
pub const MAX_CHANGE_BYTES: usize = 256 * 1024;
/// The most tips that one change names in `seen`.
pub const MAX_SEEN: usize = 4096;
/// The version of the envelope that this code writes.
pub const FORMAT: u8 = 0;

const MAGIC: &[u8; 3] = b"FMC";
const SIGNATURE_BYTES: usize = 64;

/// Who may read a change; a lower ring is more public.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Ring {
    /// Anyone.
    Commons,
    /// The assembly's own laptops.
    Assembly,
    /// One person's own laptops.
    Person,
}

impl Ring {
    /// Every ring, the most public first.
    pub const ALL: [Ring; 3] = [Ring::Commons, Ring::Assembly, Ring::Person];

    /// The ring's byte in the envelope.
    pub fn byte(self) -> u8 {
        match self {
            Ring::Commons => 0,
            Ring::Assembly => 1,
            Ring::Person => 2,
        }
    }

    /// The ring of an envelope's byte, if this version knows it.
    pub fn from_byte(byte: u8) -> Option<Ring> {
        Ring::ALL.into_iter().find(|ring| ring.byte() == byte)
    }

    /// The ring's word, as it stands in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Ring::Commons => "commons",
            Ring::Assembly => "assembly",
            Ring::Person => "person",
        }
    }
}

/// Why bytes are not a change that counts on its own.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChangeError {
    /// Not an envelope at all, or cut short, or with bytes left over.
    #[error("these bytes are not a signed change")]
    Malformed,
    /// An envelope of a later version of Folkmoot.
    #[error("a signed change of format {0}, written by a newer Folkmoot")]
    NewerFormat(u8),
    /// Larger than [`MAX_CHANGE_BYTES`].
    #[error("a signed change of {0} bytes is over the limit of {MAX_CHANGE_BYTES}")]
    TooLarge(usize),
    /// The act inside is not in the one form that a value has.
    #[error("the act inside a signed change cannot be read")]
    Act(#[from] NotAValue),
    /// The signature does not verify strictly under the device's key.
    #[error("the signature of device {} does not verify", .0.short())]
    Signature(DeviceId),
}

/// Everything that one device says when it files one act, before it is signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsigned {
    /// The assembly whose record this belongs to; [`crate::id::NO_ASSEMBLY`] in a founding change.
    pub assembly: AssemblyId,
    /// Who may read it.
    pub ring: Ring,
    /// The signing key of the laptop that wrote it.
    pub device: DeviceId,
    /// Counts the restores of this laptop's home.
    pub epoch: u32,
    /// The position in this device's line in this ring, from 0.
    pub seq: u64,
    /// The change before it on the same line.
    pub prev: Option<ChangeHash>,
    /// The tips of other lines that the author had and this line had not named yet, in ascending order.
    pub seen: Vec<ChangeHash>,
    /// The document that files it.
    pub document: DocName,
    /// The act, as [`Value::encode`] writes it.
    pub act: Vec<u8>,
    /// When the author's clock says it was written, in seconds since 1970 (UTC). A claim, never an authority.
    pub claimed_at: i64,
}

/// A change with its signature, not yet checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedChange {
    says: Unsigned,
    signature: [u8; SIGNATURE_BYTES],
}

/// A change whose signature verified, or that the archive stored after it did.
#[derive(Debug, Clone)]
pub struct VerifiedChange {
    signed: SignedChange,
    hash: ChangeHash,
    act_id: ActId,
}

impl PartialEq for VerifiedChange {
    fn eq(&self, other: &VerifiedChange) -> bool {
        self.signed == other.signed
    }
}

impl Eq for VerifiedChange {}

impl Unsigned {
    /// Writes the fields in order: lengths and numbers big-endian, an absent `prev` as 32 zero bytes.
    fn body(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256 + self.act.len());
        out.extend_from_slice(MAGIC);
        out.push(FORMAT);
        out.extend_from_slice(self.assembly.as_bytes());
        out.push(self.ring.byte());
        out.extend_from_slice(self.device.as_bytes());
        out.extend_from_slice(&self.epoch.to_be_bytes());
        out.extend_from_slice(&self.seq.to_be_bytes());
        out.extend_from_slice(&self.prev.map_or([0; 32], |hash| hash.0));
        out.extend_from_slice(&(self.seen.len() as u16).to_be_bytes());
        for tip in &self.seen {
            out.extend_from_slice(tip.as_bytes());
        }
        let document = self.document.as_str().as_bytes();
        out.push(document.len() as u8);
        out.extend_from_slice(document);
        out.extend_from_slice(&(self.act.len() as u32).to_be_bytes());
        out.extend_from_slice(&self.act);
        out.extend_from_slice(&self.claimed_at.to_be_bytes());
        out
    }

    /// Signs the change with the pen of its device.
    pub fn sign(self, pen: &SigningKey) -> SignedChange {
        let signature = pen.sign(&self.body()).to_bytes();
        SignedChange { says: self, signature }
    }

    /// The id of the act in this change: H(assembly, ring, device, epoch, seq, act).
    pub fn act_id(&self) -> ActId {
        ActId(hash(
            "folkmoot v0 act",
            &[
                self.assembly.as_bytes(),
                &[self.ring.byte()],
                self.device.as_bytes(),
                &self.epoch.to_be_bytes(),
                &self.seq.to_be_bytes(),
                &self.act,
            ],
        ))
    }
}

impl SignedChange {
    /// Reads an envelope that fills `bytes` exactly; nothing in it is trusted yet.
    ///
    /// # Errors
    /// [`ChangeError::TooLarge`], [`ChangeError::NewerFormat`] or [`ChangeError::Malformed`].
    pub fn decode(bytes: &[u8]) -> Result<SignedChange, ChangeError> {
        if bytes.len() > MAX_CHANGE_BYTES {
            return Err(ChangeError::TooLarge(bytes.len()));
        }
        let mut fields = Fields { rest: bytes };
        if fields.take(3)? != MAGIC {
            return Err(ChangeError::Malformed);
        }
        let format = fields.byte()?;
        if format != FORMAT {
            return Err(ChangeError::NewerFormat(format));
        }
        let assembly = AssemblyId(fields.array()?);
        let ring = Ring::from_byte(fields.byte()?).ok_or(ChangeError::Malformed)?;
        let device = DeviceId(fields.array()?);
        let epoch = u32::from_be_bytes(fields.array()?);
        let seq = u64::from_be_bytes(fields.array()?);
        let prev = Some(fields.array()?).filter(|hash| hash != &[0; 32]).map(ChangeHash);
        let tips = u16::from_be_bytes(fields.array()?) as usize;
        if tips > MAX_SEEN {
            return Err(ChangeError::Malformed);
        }
        let mut seen: Vec<ChangeHash> = Vec::new();
        for _ in 0..tips {
            let tip = ChangeHash(fields.array()?);
            if seen.last().is_some_and(|last| *last >= tip) {
                return Err(ChangeError::Malformed);
            }
            seen.push(tip);
        }
        let length = fields.byte()? as usize;
        let name = std::str::from_utf8(fields.take(length)?).map_err(|_| ChangeError::Malformed)?;
        let document: DocName = name.parse().map_err(|_| ChangeError::Malformed)?;
        let length = u32::from_be_bytes(fields.array()?) as usize;
        let act = fields.take(length)?.to_vec();
        let claimed_at = i64::from_be_bytes(fields.array()?);
        let signature = fields.array()?;
        if !fields.rest.is_empty() {
            return Err(ChangeError::Malformed);
        }
        let says = Unsigned { assembly, ring, device, epoch, seq, prev, seen, document, act, claimed_at };
        Ok(SignedChange { says, signature })
    }

    /// The bytes that are stored and sent.
    pub fn encode(&self) -> Vec<u8> {
        let mut bytes = self.says.body();
        bytes.extend_from_slice(&self.signature);
        bytes
    }

    /// What the change claims, before anything was checked.
    pub fn claims(&self) -> &Unsigned {
        &self.says
    }

    /// Checks the signature strictly and reads the act.
    ///
    /// # Errors
    /// [`ChangeError::Malformed`] when it names more than [`MAX_SEEN`] tips and could not be read again, [`ChangeError::Signature`] when the
    /// signature does not verify (weak keys included), [`ChangeError::Act`] when the act is not in its one form.
    pub fn verify(self) -> Result<VerifiedChange, ChangeError> {
        if self.says.seen.len() > MAX_SEEN {
            return Err(ChangeError::Malformed);
        }
        let device = self.says.device;
        let key = VerifyingKey::from_bytes(device.as_bytes()).map_err(|_| ChangeError::Signature(device))?;
        key.verify_strict(&self.says.body(), &Signature::from_bytes(&self.signature)).map_err(|_| ChangeError::Signature(device))?;
        Value::decode(&self.says.act)?;
        Ok(self.verified())
    }

    fn verified(self) -> VerifiedChange {
        let hash = ChangeHash(hash("folkmoot v0 change", &[&self.says.body()]));
        let act_id = self.says.act_id();
        VerifiedChange { signed: self, hash, act_id }
    }
}

impl VerifiedChange {
    /// Reads a change that was verified before it was stored; only the archive may call this, and compares its hash.
    ///
    /// # Errors
    /// As [`SignedChange::decode`]: neither the signature nor the act is looked at again.
    pub fn from_archive(bytes: &[u8]) -> Result<VerifiedChange, ChangeError> {
        Ok(SignedChange::decode(bytes)?.verified())
    }

    /// The fields that the device signed.
    pub fn says(&self) -> &Unsigned {
        &self.signed.says
    }

    /// The change as it is stored and sent.
    pub fn signed(&self) -> &SignedChange {
        &self.signed
    }

    /// The hash that `prev` and `seen` name it by.
    pub fn hash(&self) -> ChangeHash {
        self.hash
    }

    /// The id of its act, recomputed from the bytes.
    pub fn act_id(&self) -> ActId {
        self.act_id
    }

    /// The act as a generic value, known to this version or not.
    pub fn act(&self) -> Value {
        // These bytes were read before, or there would be no verified change.
        Value::decode(&self.says().act).unwrap_or_else(|_| Value::Map(BTreeMap::new()))
    }

    /// The assembly whose record it belongs to; of a founding change, the one it founds.
    pub fn assembly(&self) -> AssemblyId {
        if self.says().assembly == crate::id::NO_ASSEMBLY { AssemblyId(self.act_id.0) } else { self.says().assembly }
    }

    /// The document that files it.
    pub fn doc_id(&self) -> DocId {
        self.says().document.id(&self.assembly(), self.says().ring)
    }
}

struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], ChangeError> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(ChangeError::Malformed)?;
        self.rest = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], ChangeError> {
        self.take(N)?.try_into().map_err(|_| ChangeError::Malformed)
    }

    fn byte(&mut self) -> Result<u8, ChangeError> {
        self.array::<1>().map(|[byte]| byte)
    }
}
