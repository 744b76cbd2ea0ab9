//! Blocks: how the pieces of a bundle lie in the file, each found and checked by itself.
//!
//! ```text
//! marker 8 | kind 1 | bundle id 16 | index 4 | length 4 | BLAKE3 of the body 32 | check of the head 8 | body
//! ```
//!
//! **Invariant:** every intact block of a file is found, whatever lies between the blocks, and a hostile file costs no more hashing than
//! three times its size.

use crate::bytes::Fields;

pub(crate) const HEADER: u8 = 0;
pub(crate) const PART: u8 = 1;
pub(crate) const TRAILER: u8 = 2;

pub(crate) const HEAD_BYTES: usize = 73;
const MARKER: &[u8; 8] = b"\x9bFMB-->\n";
const CHECKED: usize = HEAD_BYTES - 8;

/// A block whose body has the hash that its head names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Block<'a> {
    /// Where in the file it begins.
    pub(crate) at: usize,
    pub(crate) kind: u8,
    pub(crate) id: [u8; 16],
    pub(crate) index: u32,
    pub(crate) hash: [u8; 32],
    pub(crate) body: &'a [u8],
}

/// What a file holds.
#[derive(Debug, Default)]
pub(crate) struct Scan<'a> {
    /// The intact blocks, in the order of the file.
    pub(crate) intact: Vec<Block<'a>>,
    /// The bundle ids and indexes of parts whose head is intact and whose body is not.
    pub(crate) broken: Vec<([u8; 16], u32)>,
}

/// Frames a body.
pub(crate) fn write(kind: u8, id: &[u8; 16], index: u32, body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(HEAD_BYTES + body.len());
    out.extend_from_slice(MARKER);
    out.push(kind);
    out.extend_from_slice(id);
    out.extend_from_slice(&index.to_be_bytes());
    out.extend_from_slice(&(body.len() as u32).to_be_bytes());
    out.extend_from_slice(blake3::hash(body).as_bytes());
    let check = check(&out);
    out.extend_from_slice(&check);
    out.extend_from_slice(body);
    out
}

/// Finds the blocks of a file; where one is damaged, goes on at the next marker.
pub(crate) fn scan(bytes: &[u8]) -> Scan<'_> {
    let mut found = Scan::default();
    let mut hashing_left = bytes.len().saturating_mul(3);
    let mut at = 0;
    while let Some(start) = next_marker(bytes, at) {
        at = start + 1;
        let Some((block, announced)) = head(&bytes[start..]) else { continue };
        let body = bytes.get(start + HEAD_BYTES..).and_then(|rest| rest.get(..announced));
        let Some(left) = hashing_left.checked_sub(body.map_or(0, <[u8]>::len)) else { break };
        hashing_left = left;
        match body {
            Some(body) if blake3::hash(body).as_bytes() == &block.hash => {
                found.intact.push(Block { at: start, body, ..block });
                at = start + HEAD_BYTES + announced;
            }
            Some(_) | None if block.kind == PART => found.broken.push((block.id, block.index)),
            Some(_) | None => {}
        }
    }
    found
}

fn next_marker(bytes: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    rest.windows(MARKER.len()).position(|window| window == MARKER).map(|offset| from + offset)
}

/// Reads a head whose check holds, and the length of the body that should follow.
fn head(bytes: &[u8]) -> Option<(Block<'_>, usize)> {
    let mut fields = Fields::of(bytes);
    fields.take(MARKER.len())?;
    let kind = fields.byte()?;
    let id = fields.array()?;
    let index = fields.u32()?;
    let announced = fields.u32()? as usize;
    let hash = fields.array()?;
    let holds = fields.array()? == check(bytes.get(..CHECKED)?);
    holds.then_some((Block { at: 0, kind, id, index, hash, body: &[] }, announced))
}

fn check(head: &[u8]) -> [u8; 8] {
    let mut check = [0; 8];
    blake3::Hasher::new_derive_key("folkmoot v0 bundle block").update(head).finalize_xof().fill(&mut check);
    check
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_found_after_damage_and_inside_what_was_lost() {
        let blocks: Vec<Vec<u8>> = (0..3).map(|index| write(PART, &[7; 16], index, &[index as u8; 100])).collect();
        let half_lost = [&b"dust"[..], &blocks[0][..120], &blocks[1], b"more dust", &blocks[2]].concat();
        let found = scan(&half_lost);
        assert_eq!(found.intact.iter().map(|block| block.index).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(found.broken, [([7; 16], 0)]);
    }

    #[test]
    fn a_file_of_heads_that_all_claim_the_rest_of_it_ends_the_search() {
        let claims_much = {
            let mut head = write(PART, &[7; 16], 0, &[])[..CHECKED].to_vec();
            head[29..33].copy_from_slice(&100_000u32.to_be_bytes());
            let check = check(&head);
            [head, check.to_vec()].concat()
        };
        let hostile = claims_much.repeat(4000);
        assert!(scan(&hostile).broken.len() < 10);
    }
}
