//! The ear: makes frames of the bytes that arrive.
//!
//! **Invariant:** a head that announces too much is refused before any of its content is waited for, and memory grows with what has
//! arrived, never with what was announced.

use folkmoot_sync::frame::{HEAD_BYTES, announced};
use folkmoot_sync::{Frame, FrameError};

/// How many bytes are read at once, and how many may be kept ready between two frames.
pub(crate) const MOUTHFUL: usize = 1024 * 1024;

/// Bytes that have arrived and are not yet a frame.
#[derive(Debug, Default)]
pub(crate) struct Ear {
    held: Vec<u8>,
}

impl Ear {
    /// Hears more bytes, and gives the frames that are whole.
    ///
    /// # Errors
    /// [`FrameError`] when a head announces more than its kind may have, or a whole frame cannot be read.
    pub(crate) fn hear(&mut self, bytes: &[u8]) -> Result<Vec<Frame>, FrameError> {
        self.held.extend_from_slice(bytes);
        let mut frames = Vec::new();
        let mut rest = self.held.as_slice();
        while let Some(head) = rest.first_chunk::<HEAD_BYTES>() {
            if rest.len() < HEAD_BYTES + announced(*head)? {
                break;
            }
            let (frame, after) = Frame::decode(rest)?;
            frames.push(frame);
            rest = after;
        }
        let used = self.held.len() - rest.len();
        self.held.drain(..used);
        if self.held.is_empty() {
            self.held.shrink_to(MOUTHFUL);
        }
        Ok(frames)
    }

    /// The stream has ended.
    ///
    /// # Errors
    /// [`FrameError::CutShort`] when it ended inside a frame.
    pub(crate) fn end(&self) -> Result<(), FrameError> {
        if self.held.is_empty() { Ok(()) } else { Err(FrameError::CutShort) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn frames_are_heard_whole_however_they_are_cut() {
        let said: Vec<Frame> = (0..40u8).map(|number| Frame::Change(vec![number; usize::from(number) * 3])).collect();
        let bytes: Vec<u8> = said.iter().flat_map(|frame| frame.encode().unwrap()).collect();
        for cut in [1, 2, 5, 7, 64, bytes.len()] {
            let mut ear = Ear::default();
            let heard: Vec<Frame> = bytes.chunks(cut).flat_map(|some| ear.hear(some).unwrap()).collect();
            assert_eq!(heard, said);
            assert_eq!(ear.end(), Ok(()));
        }
    }

    #[test]
    fn a_head_that_announces_too_much_is_refused_before_its_content() {
        let mut ear = Ear::default();
        let head = [1, 0xff, 0xff, 0xff, 0xff];
        assert!(matches!(ear.hear(&head), Err(FrameError::TooLarge { .. })));
        assert!(ear.held.capacity() < 64);
    }

    #[test]
    fn a_stream_that_ends_inside_a_frame_is_cut_short() {
        let mut ear = Ear::default();
        let bytes = Frame::Change(vec![7; 30]).encode().unwrap();
        assert_eq!(ear.hear(&bytes[..20]), Ok(Vec::new()));
        assert_eq!(ear.end(), Err(FrameError::CutShort));
    }
}
