//! What a hostile hand packs: changes that no honest laptop would send, and bundles that no honest packer would write.

use std::path::Path;

use ed25519_dalek::SigningKey;
use folkmoot::change::VerifiedChange;
use folkmoot_sync::{Bundle, BundleId, Frame, Recipients};
use folkmoot_testkit::Laptop;

/// Where the blocks of a bundle begin, after its first four bytes.
const MARKER: &[u8] = b"\x9bFMB-->\n";
const HEAD: usize = 73;

/// Packs the bytes of signed changes, as they are, for anybody.
pub(crate) fn pack_bytes(changes: impl IntoIterator<Item = Vec<u8>>) -> Vec<u8> {
    let pen = SigningKey::from_bytes(&[7; 32]);
    let frames = changes.into_iter().map(Frame::Change);
    Bundle::pack(frames, &Recipients::anyone(), 1_800_000_000, BundleId([5; 16]), &pen).unwrap().to_bytes()
}

/// Packs changes for anybody.
pub(crate) fn pack<'a>(changes: impl IntoIterator<Item = &'a VerifiedChange>) -> Vec<u8> {
    pack_bytes(changes.into_iter().map(|change| change.signed().encode()))
}

/// A town whose ledger fills several parts of a bundle.
pub(crate) fn busy_town(transactions: usize) -> Laptop {
    let mut ada = Laptop::found("Millbrook", "Ada");
    ada.open_accounts();
    for number in 0..transactions {
        let mut act = Laptop::came_in("40", "kg flour", "2027-03-03");
        let noise = blake3::derive_key("folkmoot test noise", &number.to_be_bytes());
        act["text"] = format!("{number}: {}", blake3::Hash::from(noise).to_hex().repeat(60)).into();
        ada.must(act);
    }
    ada
}

/// Cuts a bundle into its first four bytes and its blocks.
pub(crate) fn blocks(bundle: &[u8]) -> Vec<Vec<u8>> {
    let found = bundle.windows(MARKER.len()).enumerate().filter(|(_, window)| *window == MARKER).map(|(at, _)| at);
    let starts: Vec<usize> = std::iter::once(0).chain(found).chain([bundle.len()]).collect();
    starts.windows(2).map(|pair| bundle[pair[0]..pair[1]].to_vec()).collect()
}

/// A bundle of one part whose packer wrote these bytes as its frames; it has no trailer.
pub(crate) fn with_frames(frames: &[u8]) -> Vec<u8> {
    let honest = blocks(&pack_bytes([vec![1]]));
    let mut head = honest[2][..HEAD].to_vec();
    let raw = [&head[9..29], frames].concat();
    // One stored block of deflate: last, its length, and that length's complement.
    let length = raw.len() as u16;
    let body = [&[0, 1][..], &length.to_le_bytes(), &(!length).to_le_bytes(), &raw].concat();
    head[29..33].copy_from_slice(&(body.len() as u32).to_be_bytes());
    head[33..65].copy_from_slice(blake3::hash(&body).as_bytes());
    let mut check = [0; 8];
    blake3::Hasher::new_derive_key("folkmoot v0 bundle block").update(&head[..65]).finalize_xof().fill(&mut check);
    head[65..].copy_from_slice(&check);
    [&honest[0], &honest[1], &head, &body, &honest[4]].map(|piece| piece.as_slice()).concat()
}

/// Reads a home's numbers beside the chain, without its program.
pub(crate) fn number_in(home: &Path, sql: &str) -> i64 {
    let book = rusqlite::Connection::open(home.join("folkmoot.db")).unwrap();
    book.query_row(sql, [], |row| row.get(0)).unwrap()
}
