//! Opening a bundle: what it says on the outside, who packed it, and its parts, each by itself.
//!
//! **Invariant:** no byte anywhere makes this panic, or take more memory than the file and one part; a damaged, lost or foreign part never
//! takes another with it; and where the packer's signature holds, no part is read that it does not name.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::id::DeviceId;

use crate::block::{self, Block};
use crate::bundle::{Bundle, FORMAT, Header, MAGIC, Trailer};
use crate::frame::{Frame, FrameError};
use crate::part;
use crate::sealing::{Identities, NotOpened};

/// Why bytes are not a bundle that this version opens.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BundleError {
    /// The bytes do not begin as a bundle does.
    #[error("these bytes are not a bundle")]
    NotABundle,
    /// A bundle of a later version of Folkmoot.
    #[error("a bundle of format {0}, packed by a newer Folkmoot")]
    NewerFormat(u8),
    /// Both copies of the header are damaged or lost.
    #[error("the header of the bundle is damaged")]
    DamagedHeader,
    /// It is sealed whole, and none of our keys opens it.
    #[error("the bundle is sealed to others")]
    SealedToOthers,
    /// It is sealed whole, and not as it was sealed.
    #[error("the sealed bundle was altered")]
    Altered,
}

/// Who packed a bundle, as far as can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sender {
    /// The device whose signature over the header and all parts holds.
    Signed(DeviceId),
    /// There is a trailer, and its signature does not hold for this header.
    SignatureDoesNotHold,
    /// The trailer is lost or damaged.
    Incomplete,
    /// The trailer is sealed to others.
    Sealed,
}

/// A part that was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("part {index} of a bundle was not read: {why}")]
pub struct PartError {
    /// Which part, from 0.
    pub index: u32,
    /// Why.
    pub why: PartRefusal,
}

/// Why a part was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PartRefusal {
    /// There is no trace of it: the file was cut, or its place is damaged beyond finding.
    #[error("it is not there")]
    Missing,
    /// It is there, and its bytes are not what its packer wrote.
    #[error("it is damaged")]
    Damaged,
    /// None of our keys opens it.
    #[error("it is sealed to others")]
    NotForUs,
    /// The packer's signature names another part in its place.
    #[error("it is not the part that was signed")]
    NotAsSigned,
    /// It was made for another bundle, or for another place in this one.
    #[error("it belongs elsewhere")]
    Misplaced,
    /// It is of a format of a later version.
    #[error("it has format {0}, of a newer Folkmoot")]
    Newer(u8),
    /// It is, or unfolds to, more than a part may hold.
    #[error("it holds more than a part may")]
    TooLarge,
    /// It is as its packer wrote it, and no part.
    #[error("it cannot be read")]
    Unreadable,
    /// It holds something that is not a frame.
    #[error("it holds what is not a frame")]
    Frame(#[source] FrameError),
}

/// An opened bundle; its parts are read one by one.
pub struct Opened<'a> {
    header: Header,
    sender: Sender,
    signed: Option<Vec<[u8; 32]>>,
    parts: BTreeMap<u32, Vec<Block<'a>>>,
    broken: BTreeSet<u32>,
    identities: &'a Identities,
    size: usize,
}

impl Bundle {
    /// Opens a bundle file: finds its blocks, its header and who packed it.
    ///
    /// # Errors
    /// [`BundleError::NotABundle`] when it does not begin as one, [`BundleError::NewerFormat`] for a later format,
    /// [`BundleError::DamagedHeader`] when neither copy of its header is intact.
    pub fn open<'a>(bytes: &'a [u8], identities: &'a Identities) -> Result<Opened<'a>, BundleError> {
        let (format, blocks) = bytes.strip_prefix(MAGIC).and_then(<[u8]>::split_first).ok_or(BundleError::NotABundle)?;
        if *format != FORMAT {
            return Err(BundleError::NewerFormat(*format));
        }
        let scan = block::scan(blocks);
        let header = header(&scan.intact).ok_or(BundleError::DamagedHeader)?;
        let ours = |id: &[u8; 16]| *id == header.id.0;
        let (mut parts, mut trailer) = (BTreeMap::<u32, Vec<Block<'a>>>::new(), None);
        for block in scan.intact.into_iter().filter(|block| ours(&block.id)) {
            match block.kind {
                block::PART if block.index < header.parts => parts.entry(block.index).or_default().push(block),
                block::TRAILER => trailer = trailer.or(Some(block)),
                _ => {}
            }
        }
        let broken = scan.broken.into_iter().filter(|(id, _)| ours(id)).map(|(_, index)| index).collect();
        let (sender, signed) = who_packed(&header, trailer, identities);
        Ok(Opened { header, sender, signed, parts, broken, identities, size: bytes.len() })
    }
}

/// The header at the front, or else the last of its copies: a bundle carried inside a damaged one lies between them.
fn header(intact: &[Block<'_>]) -> Option<Header> {
    let headers = || intact.iter().filter(|block| block.kind == block::HEADER);
    let chosen = headers().find(|block| block.at == 0).or_else(|| headers().next_back())?;
    Header::read(chosen.id, chosen.body)
}

fn who_packed(header: &Header, trailer: Option<Block<'_>>, identities: &Identities) -> (Sender, Option<Vec<[u8; 32]>>) {
    let Some(trailer) = trailer else {
        return (Sender::Incomplete, None);
    };
    if trailer.body.len() > part::MAX_STORED {
        return (Sender::SignatureDoesNotHold, None);
    }
    let opened = if header.is_sealed() { identities.open(trailer.body) } else { Ok(trailer.body.to_vec()) };
    match opened.map(|body| Trailer::verify(header, &body)) {
        Ok(Some(trailer)) => (Sender::Signed(trailer.device), Some(trailer.hashes)),
        Ok(None) | Err(NotOpened::Unreadable) => (Sender::SignatureDoesNotHold, None),
        Err(NotOpened::NotForUs) => (Sender::Sealed, None),
    }
}

impl Opened<'_> {
    /// What is on its outside.
    pub fn header(&self) -> &Header {
        &self.header
    }

    /// Who packed it.
    pub fn sender(&self) -> Sender {
        self.sender
    }

    /// How many bytes the whole of it is.
    pub fn size(&self) -> usize {
        self.size
    }

    /// How many parts of it are damaged or not there at all.
    pub fn missing(&self) -> u32 {
        self.header.parts - self.parts.len() as u32
    }

    /// Reads its parts in the order in which they were packed, however they lie in the file.
    pub fn parts(&self) -> impl Iterator<Item = Result<Vec<Frame>, PartError>> + '_ {
        (0..self.header.parts).map(|index| self.part(index).map_err(|why| PartError { index, why }))
    }

    /// Reads one part.
    ///
    /// # Errors
    /// [`PartRefusal`] when it is not there, is damaged, or is none of ours.
    pub fn part(&self, index: u32) -> Result<Vec<Frame>, PartRefusal> {
        let Some(candidates) = self.parts.get(&index) else {
            return Err(if self.broken.contains(&index) { PartRefusal::Damaged } else { PartRefusal::Missing });
        };
        let named = self.signed.as_ref().and_then(|hashes| hashes.get(index as usize));
        let block = candidates.iter().find(|block| named.is_none_or(|hash| *hash == block.hash)).ok_or(PartRefusal::NotAsSigned)?;
        if block.body.len() > part::MAX_STORED {
            return Err(PartRefusal::TooLarge);
        }
        if !self.header.is_sealed() {
            return part::unfold(&self.header.id.0, index, block.body);
        }
        let folded = self.identities.open(block.body).map_err(|why| match why {
            NotOpened::NotForUs => PartRefusal::NotForUs,
            NotOpened::Unreadable => PartRefusal::Unreadable,
        })?;
        part::unfold(&self.header.id.0, index, &folded)
    }
}

#[cfg(test)]
mod tests {
    use ed25519_dalek::SigningKey;

    use super::*;
    use crate::bundle::BundleId;
    use crate::sealing::Recipients;

    const ID: [u8; 16] = [5; 16];

    /// A bundle of two parts, and where its blocks begin.
    fn packed(id: [u8; 16], fill: u8) -> (Vec<u8>, Vec<usize>) {
        let frames = (0..2).map(|at| Frame::Change(vec![fill + at; 200_000]));
        let pen = SigningKey::from_bytes(&[7; 32]);
        let bytes = Bundle::pack(frames, &Recipients::anyone(), 1_800_000_000, BundleId(id), &pen).unwrap().to_bytes();
        let starts = block::scan(&bytes).intact.iter().map(|block| block.at).collect();
        (bytes, starts)
    }

    fn parts(bytes: &[u8]) -> Vec<Result<Vec<Frame>, PartRefusal>> {
        let nobody = Identities::none();
        Bundle::open(bytes, &nobody).unwrap().parts().map(|part| part.map_err(|error| error.why)).collect()
    }

    fn forged(index: u32, body: &[u8], with_trailer: bool) -> Vec<u8> {
        let (bytes, at) = packed(ID, 0);
        let rest = if with_trailer { &bytes[at[2]..] } else { &bytes[at[4]..] };
        [&bytes[..at[1]], &block::write(block::PART, &ID, index, body), rest].concat()
    }

    #[test]
    fn another_part_in_the_place_of_a_signed_one_is_refused() {
        let body = part::fold(&ID, 0, &Frame::Change(vec![66]).encode().unwrap()).unwrap();
        assert_eq!(parts(&forged(0, &body, true))[0], Err(PartRefusal::NotAsSigned));
        assert_eq!(parts(&forged(0, &body, false))[0], Ok(vec![Frame::Change(vec![66])]));
    }

    #[test]
    fn a_signed_part_is_found_behind_a_forged_one() {
        let (bytes, at) = packed(ID, 0);
        let forged = block::write(block::PART, &ID, 0, &part::fold(&ID, 0, &[]).unwrap());
        let crowded = [&bytes[..at[1]], &forged, &bytes[at[1]..]].concat();
        assert_eq!(parts(&crowded), parts(&bytes));
    }

    #[test]
    fn a_part_of_another_bundle_does_not_slip_in() {
        let (other, at) = packed([6; 16], 9);
        let (ours, ours_at) = packed(ID, 0);
        let spliced = [&ours[..ours_at[1]], &other[at[1]..at[2]], &ours[ours_at[2]..]].concat();
        assert_eq!(parts(&spliced)[0], Err(PartRefusal::Missing));
        let renamed = &other[at[1] + block::HEAD_BYTES..at[2]];
        assert_eq!(parts(&forged(0, renamed, false))[0], Err(PartRefusal::Misplaced));
    }

    #[test]
    fn a_bomb_and_a_newer_part_are_refused_alone() {
        let bomb = part::fold(&ID, 0, &vec![0; part::MAX_RAW * 2]).unwrap();
        assert_eq!(parts(&forged(0, &bomb, false)), [Err(PartRefusal::TooLarge), Err(PartRefusal::Missing)]);
        assert_eq!(parts(&forged(1, &[1, 2, 3], false)), [Err(PartRefusal::Missing), Err(PartRefusal::Newer(1))]);
    }

    #[test]
    fn a_signature_holds_for_the_whole_header() {
        let (bytes, at) = packed(ID, 0);
        let nobody = Identities::none();
        let mut header = block::scan(&bytes).intact[0].body.to_vec();
        header[7] ^= 1;
        let redated = [&bytes[..at[0]], &block::write(block::HEADER, &ID, 0, &header), &bytes[at[1]..]].concat();
        let opened = Bundle::open(&redated, &nobody).unwrap();
        assert_eq!(opened.sender(), Sender::SignatureDoesNotHold);
        assert!(opened.parts().all(|part| part.is_ok()));
    }

    #[test]
    fn a_bundle_that_lies_inside_a_damaged_one_is_not_taken_for_it() {
        let (inner, _) = packed([6; 16], 9);
        let (ours, at) = packed(ID, 0);
        let mut mixed = [&ours[..at[1]], &inner, &ours[at[1]..]].concat();
        mixed[40] ^= 1;
        let nobody = Identities::none();
        assert_eq!(Bundle::open(&mixed, &nobody).unwrap().header().id, BundleId(ID));
        assert_eq!(parts(&mixed), parts(&ours));
    }
}
