//! What arrives: frames that a session said, or a bundle, which is read part by part.
//!
//! Acts say which cards and files are asked for, so those go last; of a bundle their parts are read a second time.
//!
//! **Invariant:** of a bundle no more than one part is held at once, whatever it unfolds to, and one of which too much is refused is read
//! no further.

use folkmoot_sync::{Frame, Opened, PartRefusal};

use crate::Trouble;
use crate::receive::Refused;
use crate::taking::Taking;

/// The most that is refused of one bundle before the rest of it is left unread: honest laptops carry nothing that is refused, and newer
/// ones little.
const MOST_REFUSED: usize = 4096;
/// The most letters that are heard of one bundle.
const MOST_LETTERS: usize = 256;

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
            Arriving::Said(frames) => return Ok(AfterActs::Said(self.acts_of(frames)?)),
            Arriving::Packed(opened) => opened,
        };
        let mut again = Vec::new();
        for index in 0..opened.header().parts {
            if self.received.refused.len() >= MOST_REFUSED {
                self.received.damaged_parts.push(index);
                continue;
            }
            match opened.part(index) {
                Ok(frames) => {
                    if !self.acts_of(frames)?.is_empty() {
                        again.push(index);
                    }
                }
                Err(PartRefusal::NotForUs) => self.received.sealed_parts += 1,
                Err(PartRefusal::Newer(_)) => self.received.newer += 1,
                Err(
                    PartRefusal::Missing
                    | PartRefusal::Damaged
                    | PartRefusal::NotAsSigned
                    | PartRefusal::Misplaced
                    | PartRefusal::TooLarge
                    | PartRefusal::Unreadable
                    | PartRefusal::Frame(_),
                ) => self.received.damaged_parts.push(index),
            }
        }
        Ok(AfterActs::Packed(opened, again))
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
