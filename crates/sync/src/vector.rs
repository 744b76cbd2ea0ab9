//! How much of each line of an assembly a holder shows to another: the lines' lengths and tips.
//!
//! **Invariant:** a vector has one encoding, and whatever else is not a vector.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::Ring;
use folkmoot::id::{ChangeHash, DeviceId};

use crate::bytes::Fields;

/// The most tips that a line is shown by; a line forked more often is shown by the hash of its tips.
pub const MAX_TIPS: usize = 16;

const FORMAT: u8 = 0;

/// What one device wrote in one ring; the more public ring comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The ring.
    pub ring: Ring,
    /// The device.
    pub device: DeviceId,
}

/// How much of each line of an assembly a holder has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vector(pub(crate) BTreeMap<Line, Extent>);

/// How much of one line a holder has: the number of changes, and those that no other follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Extent {
    pub(crate) length: u64,
    pub(crate) tips: BTreeSet<ChangeHash>,
}

/// What stands for everything that a holder has of an assembly, or of all that it shows: 192 bits of BLAKE3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest(pub [u8; Digest::BYTES]);

impl Digest {
    /// How long a digest is.
    pub const BYTES: usize = 24;

    pub(crate) fn of(purpose: &'static str, bytes: &[u8]) -> Digest {
        let mut digest = [0; Digest::BYTES];
        blake3::Hasher::new_derive_key(purpose).update(bytes).finalize_xof().fill(&mut digest);
        Digest(digest)
    }
}

impl Vector {
    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many changes it shows, in all lines.
    pub fn changes(&self) -> u64 {
        self.0.values().fold(0, |sum, extent| sum.saturating_add(extent.length))
    }

    /// What stands for it; equal vectors have equal digests.
    pub fn digest(&self) -> Digest {
        Digest::of("folkmoot v0 vector", &self.encode())
    }

    /// Writes the vector: for each line its ring, device, length and tips.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![FORMAT];
        for (line, extent) in &self.0 {
            out.push(line.ring.byte());
            out.extend_from_slice(line.device.as_bytes());
            out.extend_from_slice(&extent.length.to_be_bytes());
            out.push(extent.tips.len() as u8);
            extent.tips.iter().for_each(|tip| out.extend_from_slice(tip.as_bytes()));
        }
        out
    }

    /// Reads what [`Vector::encode`] wrote; nothing else is a vector.
    pub fn decode(bytes: &[u8]) -> Option<Vector> {
        let mut fields = Fields::of(bytes);
        if fields.byte()? != FORMAT {
            return None;
        }
        let mut lines: BTreeMap<Line, Extent> = BTreeMap::new();
        while !fields.rest.is_empty() {
            let line = Line { ring: Ring::from_byte(fields.byte()?)?, device: DeviceId(fields.array()?) };
            let extent = extent(&mut fields)?;
            if lines.last_key_value().is_some_and(|(last, _)| *last >= line) {
                return None;
            }
            lines.insert(line, extent);
        }
        Some(Vector(lines))
    }
}

fn extent(fields: &mut Fields<'_>) -> Option<Extent> {
    let length = fields.u64()?;
    let count = usize::from(fields.byte()?);
    let mut tips: BTreeSet<ChangeHash> = BTreeSet::new();
    for _ in 0..count {
        let tip = ChangeHash(fields.array()?);
        if tips.last().is_some_and(|last| *last >= tip) {
            return None;
        }
        tips.insert(tip);
    }
    (1..=MAX_TIPS).contains(&count).then_some(Extent { length, tips }).filter(|extent| extent.length >= count as u64)
}
