//! Parts: frames that are compressed and sealed together, and read back without trust.
//!
//! A part is a format byte and a deflated run of bundle id, index and frames; sealed as a whole when the bundle has recipients.
//!
//! **Invariant:** a part never unfolds to more than [`MAX_RAW`] bytes, and reads only in the bundle and at the index it was made for.

use std::io::{self, Write};

use flate2::write::DeflateEncoder;
use flate2::{Compression, Decompress, FlushDecompress, Status};

use crate::bytes::Fields;
use crate::frame::{Frame, MAX_FRAME_BYTES};
use crate::opened::PartRefusal;

/// How many bytes of frames go into one part; a single frame may be larger. Small parts lose little when one is damaged, and each costs
/// about a hundred bytes for every laptop that it is sealed to.
pub(crate) const TARGET: usize = 32 * 1024;
/// The most that a part unfolds to.
pub(crate) const MAX_RAW: usize = NAMED + MAX_FRAME_BYTES;

/// The most frames in one part: more than the smallest of them fill [`TARGET`] with, and few enough to be held at once.
pub(crate) const MAX_FRAMES: usize = 8192;

/// The most that a part takes in the file: what does not compress, and the seals of all recipients.
pub(crate) const MAX_STORED: usize = MAX_RAW + 512 * 1024;

const FORMAT: u8 = 0;
const NAMED: usize = 16 + 4;

/// Compresses frames, with the bundle and the index that they belong to.
pub(crate) fn fold(id: &[u8; 16], index: u32, frames: &[u8]) -> io::Result<Vec<u8>> {
    let mut deflate = DeflateEncoder::new(vec![FORMAT], Compression::default());
    deflate.write_all(id)?;
    deflate.write_all(&index.to_be_bytes())?;
    deflate.write_all(frames)?;
    deflate.finish()
}

/// Reads what [`fold`] wrote.
pub(crate) fn unfold(id: &[u8; 16], index: u32, folded: &[u8]) -> Result<Vec<Frame>, PartRefusal> {
    let (format, deflated) = folded.split_first().ok_or(PartRefusal::Unreadable)?;
    if *format != FORMAT {
        return Err(PartRefusal::Newer(*format));
    }
    let raw = inflate(deflated)?;
    let mut fields = Fields::of(&raw);
    let named = fields.array().zip(fields.u32()).ok_or(PartRefusal::Unreadable)?;
    if named != (*id, index) {
        return Err(PartRefusal::Misplaced);
    }
    let (mut frames, mut rest) = (Vec::new(), fields.rest);
    while !rest.is_empty() {
        if frames.len() == MAX_FRAMES {
            return Err(PartRefusal::TooLarge);
        }
        let (frame, after) = Frame::decode(rest).map_err(PartRefusal::Frame)?;
        frames.push(frame);
        rest = after;
    }
    Ok(frames)
}

fn inflate(deflated: &[u8]) -> Result<Vec<u8>, PartRefusal> {
    let mut raw = Vec::new();
    let mut inflate = Decompress::new(false);
    loop {
        if raw.len() == raw.capacity() {
            let wanted = (raw.len() * 2).max(deflated.len() + 64).min(MAX_RAW + 1);
            raw.reserve_exact(wanted.saturating_sub(raw.len()));
        }
        let rest = deflated.get(inflate.total_in() as usize..).unwrap_or_default();
        let before = (inflate.total_in(), raw.len());
        let status = inflate.decompress_vec(rest, &mut raw, FlushDecompress::None).map_err(|_| PartRefusal::Unreadable)?;
        if raw.len() > MAX_RAW {
            return Err(PartRefusal::TooLarge);
        }
        let stands_still = before == (inflate.total_in(), raw.len()) && raw.len() < raw.capacity();
        match status {
            Status::StreamEnd if inflate.total_in() == deflated.len() as u64 => return Ok(raw),
            Status::StreamEnd => return Err(PartRefusal::Unreadable),
            Status::Ok | Status::BufError if stands_still => return Err(PartRefusal::Unreadable),
            Status::Ok | Status::BufError => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deflated(raw: &[u8]) -> Vec<u8> {
        let mut folded = fold(&[0; 16], 0, raw).unwrap();
        folded.remove(0);
        folded
    }

    #[test]
    fn a_bomb_is_refused_and_what_fits_exactly_is_not() {
        let largest = vec![0; MAX_RAW - NAMED];
        assert_eq!(inflate(&deflated(&largest)).unwrap().len(), MAX_RAW);
        let bomb = deflated(&vec![0; MAX_RAW * 3]);
        assert!(bomb.len() < 64 * 1024);
        assert_eq!(inflate(&bomb), Err(PartRefusal::TooLarge));
        assert_eq!(inflate(&deflated(&vec![0; MAX_RAW - NAMED + 1])), Err(PartRefusal::TooLarge));
        assert_eq!(inflate(&vec![0xff; MAX_RAW * 2]), Err(PartRefusal::Unreadable));
    }

    #[test]
    fn a_part_holds_as_many_frames_as_are_packed_and_no_million() {
        let most = [0xff, 0, 0, 0, 0].repeat(TARGET / crate::frame::HEAD_BYTES);
        assert!(unfold(&[1; 16], 0, &fold(&[1; 16], 0, &most).unwrap()).is_ok());
        let million = [0xff, 0, 0, 0, 0].repeat(1_000_000);
        assert_eq!(unfold(&[1; 16], 0, &fold(&[1; 16], 0, &million).unwrap()), Err(PartRefusal::TooLarge));
    }

    #[test]
    fn a_part_cut_short_or_gone_on_is_unreadable() {
        let folded = fold(&[1; 16], 2, &Frame::Change(vec![5; 300]).encode().unwrap()).unwrap();
        for length in 0..folded.len() {
            assert_eq!(unfold(&[1; 16], 2, &folded[..length]), Err(PartRefusal::Unreadable), "cut at {length}");
        }
        assert_eq!(unfold(&[1; 16], 2, &[folded, vec![0]].concat()), Err(PartRefusal::Unreadable));
    }

    #[test]
    fn a_part_reads_only_where_it_was_made_for() {
        let folded = fold(&[1; 16], 2, &[]).unwrap();
        assert_eq!(unfold(&[1; 16], 2, &folded), Ok(vec![]));
        assert_eq!(unfold(&[1; 16], 3, &folded), Err(PartRefusal::Misplaced));
        assert_eq!(unfold(&[9; 16], 2, &folded), Err(PartRefusal::Misplaced));
        assert_eq!(unfold(&[1; 16], 2, &[1, 2, 3]), Err(PartRefusal::Newer(1)));
    }
}
