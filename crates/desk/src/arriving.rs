//! What arrives: frames that a session said, or a bundle, which is read part by part.
//!
//! Acts say which cards and files are asked for, so those go last; of a bundle their parts are read a second time.
//!
//! **Invariant:** of a bundle no more than one part is held at once, whatever it unfolds to; what stands in it twice is weighed once; and one
//! of which too much is refused, or that unfolds to far more than honest ones do, is read no further.

use std::collections::HashSet;

use blake3::Hash;
use folkmoot_sync::frame::MAX_FRAME_BYTES;
use folkmoot_sync::{Frame, Opened, PartRefusal};

use crate::Trouble;
use crate::receive::Refused;
use crate::taking::Taking;

/// The most that is refused of one bundle before the rest of it is left unread: honest laptops carry nothing that is refused, and newer
/// ones little.
const MOST_REFUSED: usize = 4096;
/// The most letters that are heard of one bundle.
const MOST_LETTERS: usize = 256;

/// How many times its own size a bundle may unfold to, beyond what any may ([`crate::Ceiling::unfolded`]): signatures and hashes do not fold
/// at all, text and scans by less than this.
const TIMES_FOLDED: u64 = 16;

/// What was read of a bundle so far.
#[derive(Default)]
struct Unfolding {
    /// The changes in it, by what their bytes hash to.
    changes: HashSet<Hash>,
    /// How many bytes it came to.
    bytes: u64,
}

/// Where frames come from.
pub(crate) enum Arriving<'a> {
    /// A session said them.
    Said(Vec<Frame>),
    /// They lie in the parts of a bundle.
    Packed(&'a Opened<'a>),
}

/// The cards and files that came, or where they lie.
pub(crate) enum AfterActs<'a> {
    Said(Vec<Frame>),
    Packed(&'a Opened<'a>, Vec<u32>),
}

impl Taking<'_, '_, '_> {
    /// Takes in the acts, and says what is to be taken in after them.
    pub(crate) fn acts<'b>(&mut self, arriving: Arriving<'b>) -> Result<AfterActs<'b>, Trouble> {
        let opened = match arriving {
            // A session counts what it says twice.
            Arriving::Said(frames) => return Ok(AfterActs::Said(self.acts_of(frames)?)),
            Arriving::Packed(opened) => opened,
        };
        let (mut again, mut unfolding) = (Vec::new(), Unfolding::default());
        let most = self.unfolded.saturating_add(TIMES_FOLDED.saturating_mul(opened.size() as u64));
        for index in 0..opened.header().parts {
            if self.received.refused.len() >= MOST_REFUSED || unfolding.bytes > most {
                self.received.damaged_parts.push(index);
                continue;
            }
            match opened.part(index) {
                Ok(frames) => {
                    unfolding.bytes += frames.iter().map(|frame| frame.size() as u64).sum::<u64>();
                    let fresh = self.once(frames, &mut unfolding.changes);
                    if !self.acts_of(fresh)?.is_empty() {
                        again.push(index);
                    }
                }
                Err(PartRefusal::NotForUs) => self.received.sealed_parts += 1,
                Err(PartRefusal::Newer(_)) => self.received.newer += 1,
                Err(PartRefusal::Missing | PartRefusal::Damaged | PartRefusal::NotAsSigned) => self.received.damaged_parts.push(index),
                // Whoever packed it meant it so, and it may have been as large as a part can be.
                Err(PartRefusal::Misplaced | PartRefusal::TooLarge | PartRefusal::Unreadable | PartRefusal::Frame(_)) => {
                    unfolding.bytes += MAX_FRAME_BYTES as u64;
                    self.received.damaged_parts.push(index);
                }
            }
        }
        Ok(AfterActs::Packed(opened, again))
    }

    /// Leaves out the changes that stood in the bundle before.
    fn once(&mut self, mut frames: Vec<Frame>, changes: &mut HashSet<Hash>) -> Vec<Frame> {
        frames.retain(|frame| match frame {
            Frame::Change(bytes) => {
                let is_new = changes.insert(blake3::hash(bytes));
                self.received.known += usize::from(!is_new);
                is_new
            }
            Frame::Card { .. } | Frame::File { .. } | Frame::Letter(_) | Frame::Talk(_) | Frame::Unknown { .. } => true,
        });
        frames
    }

    /// Takes in the acts among frames, and gives back the cards and files.
    fn acts_of(&mut self, frames: Vec<Frame>) -> Result<Vec<Frame>, Trouble> {
        let mut beside = Vec::new();
        for frame in frames {
            match frame {
                Frame::Change(bytes) => self.change(&bytes)?,
                Frame::Unknown { .. } => self.received.newer += 1,
                after_acts @ (Frame::Card { .. } | Frame::File { .. }) => beside.push(after_acts),
                Frame::Letter(letter) if self.letters.len() < MOST_LETTERS => self.letters.push(letter),
                // Nobody looks at thousands of letters later: what they come to is said, and they can be carried again.
                Frame::Letter(_) => {
                    self.received.refused.push(Refused { reason: "too-many-letters".to_owned(), assembly: None, device: None });
                }
                // What a session says is of the moment; in a bundle it says nothing.
                Frame::Talk(_) => {}
            }
        }
        Ok(beside)
    }

    /// Takes in the cards and files.
    pub(crate) fn after_acts(&mut self, after: AfterActs<'_>) -> Result<(), Trouble> {
        match after {
            AfterActs::Said(frames) => frames.into_iter().try_for_each(|frame| self.beside(frame)),
            AfterActs::Packed(opened, again) => {
                for frame in again.into_iter().filter_map(|index| opened.part(index).ok()).flatten() {
                    self.beside(frame)?;
                }
                Ok(())
            }
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops where it breaks")]
mod tests {
    use ed25519_dalek::SigningKey;
    use folkmoot::change::Ring;
    use folkmoot::id::{AssemblyId, FileHash};
    use folkmoot_sync::{Bundle, BundleId, Recipients};
    use tempfile::TempDir;

    use crate::receive::Received;
    use crate::{CardText, Ceiling, Desk};

    use super::*;

    const NOW: i64 = 1_804_000_000;

    fn founded(place: &TempDir, name: &str) -> Desk {
        let mut desk = Desk::open(&place.path().join(name)).unwrap();
        desk.found(name, None, &CardText::named("Ada"), NOW).unwrap();
        desk
    }

    fn reads(desk: &mut Desk, frames: Vec<Frame>) -> Received {
        let pen = SigningKey::from_bytes(&[9; 32]);
        let bundle = Bundle::pack(frames, &Recipients::anyone(), NOW, BundleId([1; 16]), &pen).unwrap();
        desk.receive(&bundle.to_bytes(), "stick", NOW).unwrap()
    }

    #[test]
    fn what_stands_in_a_bundle_a_thousand_times_is_weighed_once() {
        let place = tempfile::tempdir().unwrap();
        let [cedar, mut millbrook] = ["Cedar Falls", "Millbrook"].map(|name| founded(&place, name));
        let founding = cedar.archive.changes_since(0, None).unwrap().remove(0).1.signed().encode();
        let received = reads(&mut millbrook, vec![Frame::Change(founding); 1000]);
        assert_eq!((received.new.len(), received.known, received.proved.len()), (1, 999, 1));
        assert!(received.is_whole(), "{received:?}");
    }

    #[test]
    fn a_bundle_that_unfolds_to_far_more_than_it_holds_is_read_no_further() {
        let place = tempfile::tempdir().unwrap();
        let [cedar, mut millbrook] = ["Cedar Falls", "Millbrook"].map(|name| founded(&place, name));
        let founding = Frame::Change(cedar.archive.changes_since(0, None).unwrap().remove(0).1.signed().encode());
        let zeros = |number: u8| {
            let bytes = vec![number; 1024 * 1024];
            let (hash, name) = (FileHash::of(&bytes), "zeros".to_owned());
            Frame::File { hash, assembly: AssemblyId([1; 32]), ring: Ring::Commons, name, bytes }
        };
        let bomb = |megabytes: u8| (0..megabytes).map(zeros).chain([founding.clone()]).collect::<Vec<_>>();
        millbrook.under(Ceiling { unfolded: 10 * 1024 * 1024, ..Ceiling::default() });
        let received = reads(&mut millbrook, bomb(12));
        assert!(received.new.is_empty() && !received.damaged_parts.is_empty(), "the founding stands behind it: {received:?}");
        let received = reads(&mut millbrook, bomb(8));
        assert!(received.is_whole() && received.new.len() == 1, "{received:?}");
    }
}
