//! Bundles: the file that a courier carries, and how it is packed.
//!
//! ```text
//! "FMB" 0 | header | part 0 | part 1 | ... | trailer | header again          each a block, see `block`
//! ```
//!
//! The header says for whom the bundle is, how large and from when. The trailer names the packing device and the hash of every part, and is
//! signed. In a sealed bundle the parts and the trailer are sealed, so who packed it is not on the outside.
//!
//! **Invariant:** without its seal a bundle is a pure function of what it is packed from; with its seal, a carrier reads nothing but the
//! header.

use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, Write};

use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use folkmoot::id::{AssemblyId, DeviceId};

use crate::block::{self, HEAD_BYTES};
use crate::bytes::Fields;
use crate::frame::{Frame, FrameError};
use crate::part;
use crate::sealing::{MAX_RECIPIENTS, Recipients, SealError};

/// The version of the bundle that this code writes.
pub const FORMAT: u8 = 0;
/// The most parts that one bundle has.
pub const MAX_PARTS: u32 = 65_536;

pub(crate) const MAGIC: &[u8; 3] = b"FMB";

/// Names a bundle: 16 random bytes from its packer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BundleId(pub [u8; 16]);

/// What is on the outside of a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Header {
    /// Names the bundle.
    pub id: BundleId,
    /// When its packer's clock says it was packed, in seconds since 1970 (UTC). A claim.
    pub created: i64,
    /// The assemblies that it is sealed to; none when anyone may read it.
    pub assemblies: BTreeSet<AssemblyId>,
    /// How many parts it was packed in.
    pub parts: u32,
    /// The bytes of all its parts together.
    pub length: u64,
}

/// A packed bundle, ready to be written.
#[derive(Debug, Clone)]
pub struct Bundle {
    header: Header,
    parts: Vec<Vec<u8>>,
    trailer: Vec<u8>,
}

/// Why a bundle cannot be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackError {
    /// A frame that cannot be written.
    #[error("while writing a frame")]
    Frame(#[from] FrameError),
    /// The seal failed.
    #[error("while sealing a bundle")]
    Seal(#[from] SealError),
    /// A part could not be compressed.
    #[error("while compressing")]
    Compress(#[source] io::Error),
    /// More than [`MAX_PARTS`].
    #[error("more than {MAX_PARTS} parts in one bundle")]
    TooManyParts,
}

impl fmt::Display for BundleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl Header {
    /// Whether only the recipients can read the bundle.
    pub fn is_sealed(&self) -> bool {
        !self.assemblies.is_empty()
    }

    fn body(&self) -> Vec<u8> {
        let mut out = self.created.to_be_bytes().to_vec();
        out.extend_from_slice(&(self.assemblies.len() as u16).to_be_bytes());
        self.assemblies.iter().for_each(|assembly| out.extend_from_slice(assembly.as_bytes()));
        out.extend_from_slice(&self.parts.to_be_bytes());
        out.extend_from_slice(&self.length.to_be_bytes());
        out
    }

    /// Reads the one form that a header's body has.
    pub(crate) fn read(id: [u8; 16], body: &[u8]) -> Option<Header> {
        let mut fields = Fields::of(body);
        let created = i64::from_be_bytes(fields.array()?);
        let count = usize::from(fields.u16()?);
        let mut assemblies = BTreeSet::new();
        for _ in 0..count {
            let assembly = AssemblyId(fields.array()?);
            if assemblies.last().is_some_and(|last| *last >= assembly) {
                return None;
            }
            assemblies.insert(assembly);
        }
        let parts = fields.u32()?;
        let length = fields.u64()?;
        fields.end()?;
        let is_within_limits = count <= MAX_RECIPIENTS && parts <= MAX_PARTS;
        is_within_limits.then_some(Header { id: BundleId(id), created, assemblies, parts, length })
    }
}

impl Bundle {
    /// Packs frames in their order: into parts of about 32 KiB, each compressed, sealed when there are recipients, and signed for.
    ///
    /// # Errors
    /// [`PackError`] when a frame cannot be written, the seal fails, or the bundle has more than [`MAX_PARTS`] parts.
    pub fn pack(
        frames: impl IntoIterator<Item = Frame>,
        recipients: &Recipients,
        created: i64,
        id: BundleId,
        pen: &SigningKey,
    ) -> Result<Bundle, PackError> {
        let mut parts = Vec::new();
        let mut run = Vec::new();
        for frame in frames {
            let frame = frame.encode()?;
            if !run.is_empty() && run.len() + frame.len() > part::TARGET {
                close(&mut parts, id, &run, recipients)?;
                run.clear();
            }
            run.extend_from_slice(&frame);
        }
        if !run.is_empty() {
            close(&mut parts, id, &run, recipients)?;
        }
        let length = parts.iter().map(|body| (HEAD_BYTES + body.len()) as u64).sum();
        let header = Header { id, created, assemblies: recipients.assemblies(), parts: parts.len() as u32, length };
        let hashes = parts.iter().map(|body| *blake3::hash(body).as_bytes()).collect();
        let trailer = recipients.seal(Trailer::sign(&header, hashes, pen).body())?;
        Ok(Bundle { header, parts, trailer })
    }

    /// What is on its outside.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// The size of the file, in bytes.
    pub fn file_len(&self) -> u64 {
        let header = HEAD_BYTES + self.header.body().len();
        4 + 2 * header as u64 + self.header.length + (HEAD_BYTES + self.trailer.len()) as u64
    }

    /// Writes the file, and says after each part how many of how many are written.
    ///
    /// # Errors
    /// Whatever `out` refuses with.
    pub fn write_to(&self, out: &mut impl Write, mut written: impl FnMut(u32, u32)) -> io::Result<()> {
        out.write_all(&self.front())?;
        for (index, body) in (0..).zip(&self.parts) {
            out.write_all(&self.block(block::PART, index, body))?;
            written(index + 1, self.header.parts);
        }
        out.write_all(&self.back())
    }

    /// The whole file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut out = self.front();
        for (index, body) in (0..).zip(&self.parts) {
            out.extend_from_slice(&self.block(block::PART, index, body));
        }
        out.extend_from_slice(&self.back());
        out
    }

    fn front(&self) -> Vec<u8> {
        [MAGIC.as_slice(), &[FORMAT], &self.block(block::HEADER, 0, &self.header.body())].concat()
    }

    fn back(&self) -> Vec<u8> {
        [self.block(block::TRAILER, 0, &self.trailer), self.block(block::HEADER, 0, &self.header.body())].concat()
    }

    fn block(&self, kind: u8, index: u32, body: &[u8]) -> Vec<u8> {
        block::write(kind, &self.header.id.0, index, body)
    }
}

fn close(parts: &mut Vec<Vec<u8>>, id: BundleId, run: &[u8], recipients: &Recipients) -> Result<(), PackError> {
    let index = u32::try_from(parts.len()).ok().filter(|index| *index < MAX_PARTS).ok_or(PackError::TooManyParts)?;
    parts.push(recipients.seal(part::fold(&id.0, index, run).map_err(PackError::Compress)?)?);
    Ok(())
}

/// Who packed a bundle, and the hash of each of its parts as stored.
pub(crate) struct Trailer {
    pub(crate) device: DeviceId,
    pub(crate) hashes: Vec<[u8; 32]>,
    signature: [u8; 64],
}

impl Trailer {
    fn sign(header: &Header, hashes: Vec<[u8; 32]>, pen: &SigningKey) -> Trailer {
        let signature = pen.sign(&said(header, &hashes)).to_bytes();
        Trailer { device: DeviceId(pen.verifying_key().to_bytes()), hashes, signature }
    }

    fn body(&self) -> Vec<u8> {
        [self.device.as_bytes().as_slice(), &self.signature, self.hashes.as_flattened()].concat()
    }

    /// Reads a trailer whose signature holds strictly for `header`.
    pub(crate) fn verify(header: &Header, body: &[u8]) -> Option<Trailer> {
        let mut fields = Fields::of(body);
        let device = DeviceId(fields.array()?);
        let signature = fields.array()?;
        let (hashes, rest) = fields.rest.as_chunks();
        if hashes.len() != header.parts as usize || !rest.is_empty() {
            return None;
        }
        let key = VerifyingKey::from_bytes(device.as_bytes()).ok()?;
        key.verify_strict(&said(header, hashes), &Signature::from_bytes(&signature)).ok()?;
        Some(Trailer { device, hashes: hashes.to_vec(), signature })
    }
}

/// What the packing device signs; a signed change begins otherwise, so neither passes for the other.
fn said(header: &Header, hashes: &[[u8; 32]]) -> Vec<u8> {
    [MAGIC.as_slice(), &[FORMAT], b" packed ", &header.id.0, &header.body(), hashes.as_flattened()].concat()
}
