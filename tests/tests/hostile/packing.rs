//! What a hostile hand packs: blocks and frames that no honest packer would write, with every checksum in order.

use ed25519_dalek::SigningKey;
use flate2::Compression;
use flate2::write::DeflateEncoder;
use folkmoot_sync::{Bundle, BundleId, Frame, Recipients};
use std::io::Write;

use crate::town::NOW;

/// The kinds of blocks.
pub(crate) const HEADER: u8 = 0;
pub(crate) const PART: u8 = 1;
pub(crate) const TRAILER: u8 = 2;

const MARKER: &[u8; 8] = b"\x9bFMB-->\n";
const ID: [u8; 16] = [5; 16];

/// A block of a bundle with this body.
pub(crate) fn block(kind: u8, index: u32, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32).to_be_bytes();
    let head = [&MARKER[..], &[kind], &ID, &index.to_be_bytes(), &length, blake3::hash(body).as_bytes()].concat();
    let mut check = [0; 8];
    blake3::Hasher::new_derive_key("folkmoot v0 bundle block").update(&head).finalize_xof().fill(&mut check);
    [&head[..], &check, body].concat()
}

/// A bundle for anybody with these bodies of parts and no trailer.
pub(crate) fn with_parts(bodies: &[Vec<u8>]) -> Vec<u8> {
    let length: u64 = bodies.iter().map(|body| 73 + body.len() as u64).sum();
    let header = [&NOW.to_be_bytes()[..], &[0, 0], &(bodies.len() as u32).to_be_bytes(), &length.to_be_bytes()].concat();
    let parts: Vec<u8> = (0..).zip(bodies).flat_map(|(index, body)| block(PART, index, body)).collect();
    [b"FMB\0", &block(HEADER, 0, &header)[..], &parts, &block(HEADER, 0, &header)].concat()
}

/// The body of a part that unfolds to these bytes.
pub(crate) fn part(index: u32, frames: &[u8]) -> Vec<u8> {
    let mut deflate = DeflateEncoder::new(vec![0], Compression::default());
    deflate.write_all(&ID).unwrap();
    deflate.write_all(&index.to_be_bytes()).unwrap();
    deflate.write_all(frames).unwrap();
    deflate.finish().unwrap()
}

/// A frame of any kind with any content.
pub(crate) fn frame(kind: u8, content: &[u8]) -> Vec<u8> {
    [&[kind], &(content.len() as u32).to_be_bytes()[..], content].concat()
}

/// A bundle for anybody, as an honest packer writes it.
pub(crate) fn pack(frames: Vec<Frame>, pen: &SigningKey) -> Vec<u8> {
    Bundle::pack(frames, &Recipients::anyone(), NOW, BundleId(ID), pen).unwrap().to_bytes()
}
