//! Bundles: as they are, with every checksum put right, and as what a part unfolds to.

use std::io::Write;

use flate2::Compression;
use flate2::write::DeflateEncoder;
use folkmoot_sync::{Bundle, Frame, Identities};

const MARKER: &[u8; 8] = b"\x9bFMB-->\n";
/// Where in a block's head its length, the hash of its body and the check of the head stand, and where the body begins.
const LENGTH: usize = 29;
const HASH: usize = 33;
const CHECK: usize = 65;
const BODY: usize = 73;
const ID: [u8; 16] = [5; 16];

/// A file on a stick.
pub fn bundle(bytes: &[u8]) {
    let nobody = Identities::none();
    for file in [bytes, &put_right(bytes), &holding(bytes)] {
        open(file, &nobody);
    }
}

/// Opens a file, and gives what could be read of it.
pub(crate) fn open(bytes: &[u8], ours: &Identities) -> Vec<Vec<Frame>> {
    let Ok(opened) = Bundle::open(bytes, ours) else { return Vec::new() };
    assert!(opened.missing() <= opened.header().parts);
    // A header may promise many parts, and each that is not there is said.
    opened.parts().take(64).filter_map(Result::ok).collect()
}

/// The same file, in which every block that begins with a marker is as long as the file lets it be and has the hashes that it should.
fn put_right(bytes: &[u8]) -> Vec<u8> {
    let mut out = bytes.to_vec();
    let starts: Vec<usize> = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(MARKER)).collect();
    for (number, start) in starts.iter().enumerate() {
        let end = starts.get(number + 1).copied().unwrap_or(bytes.len());
        let Some(block) = out.get_mut(*start..end).filter(|block| block.len() >= BODY) else { continue };
        let (head, body) = block.split_at_mut(BODY);
        head[LENGTH..HASH].copy_from_slice(&(body.len() as u32).to_be_bytes());
        head[HASH..CHECK].copy_from_slice(blake3::hash(body).as_bytes());
        let check = check(&head[..CHECK]);
        head[CHECK..].copy_from_slice(&check);
    }
    out
}

/// A bundle for anybody with one part that unfolds to these bytes.
fn holding(frames: &[u8]) -> Vec<u8> {
    file(&[], &[&fold(frames).unwrap_or_default()], None)
}

/// A bundle that says that it is sealed to an assembly, with these parts and this trailer.
pub(crate) fn sealed_file(assembly: &[u8; 32], parts: &[&[u8]], trailer: &[u8]) -> Vec<u8> {
    file(assembly, parts, Some(trailer))
}

fn file(assembly: &[u8], parts: &[&[u8]], trailer: Option<&[u8]>) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| BODY + part.len()).sum();
    let assemblies = u16::from(!assembly.is_empty()).to_be_bytes();
    let numbers = [&(parts.len() as u32).to_be_bytes()[..], &(length as u64).to_be_bytes()].concat();
    let header = [&0_i64.to_be_bytes()[..], &assemblies, assembly, &numbers].concat();
    let parts = parts.iter().enumerate().map(|(index, part)| block(1, index as u32, part));
    let trailer = trailer.map(|trailer| block(2, 0, trailer)).unwrap_or_default();
    [&b"FMB\0"[..], &block(0, 0, &header), &parts.collect::<Vec<_>>().concat(), &trailer].concat()
}

/// A part that unfolds to these bytes.
pub(crate) fn fold(frames: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut deflate = DeflateEncoder::new(vec![0], Compression::fast());
    deflate.write_all(&ID)?;
    deflate.write_all(&0_u32.to_be_bytes())?;
    deflate.write_all(frames)?;
    deflate.finish()
}

fn block(kind: u8, index: u32, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u32).to_be_bytes();
    let head = [&MARKER[..], &[kind], &ID, &index.to_be_bytes(), &length, blake3::hash(body).as_bytes()].concat();
    [&head[..], &check(&head), body].concat()
}

fn check(head: &[u8]) -> [u8; 8] {
    let mut check = [0; 8];
    blake3::Hasher::new_derive_key("folkmoot v0 bundle block").update(head).finalize_xof().fill(&mut check);
    check
}
