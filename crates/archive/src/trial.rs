//! A home and some changes to try the archive with.
//!
//! **Invariant:** the same number always gives the same change.

use std::ops::Range;

use ed25519_dalek::SigningKey;
use folkmoot::change::{Ring, Unsigned, VerifiedChange};
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::value::Value;
use tempfile::TempDir;

use crate::{Archive, ArchiveError};

pub(crate) const NOW: i64 = 1_800_000_000;

pub(crate) struct Home {
    pub(crate) archive: Archive,
    dir: TempDir,
}

impl Home {
    pub(crate) fn new() -> Home {
        let dir = tempfile::tempdir().unwrap();
        Home { archive: Archive::open(dir.path()).unwrap(), dir }
    }

    pub(crate) fn store(&mut self, changes: impl IntoIterator<Item = VerifiedChange>) {
        let stored: Result<(), ArchiveError> = self.archive.write(|w| {
            for change in changes {
                assert!(w.insert_change(&change, NOW)?);
            }
            Ok(())
        });
        stored.unwrap();
    }

    /// Leaves room for a few pages more, as on a disk that is nearly full.
    pub(crate) fn fill_up(&self) {
        let conn = &self.archive.reading.conn;
        let pages: i64 = conn.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        conn.pragma_update_and_check(None, "max_page_count", pages + 20, |_| Ok(())).unwrap();
    }

    pub(crate) fn close(self) -> TempDir {
        self.dir
    }

    /// The numbers that stand after some words in any file of the home.
    pub(crate) fn numbers_after(&self, words: &[u8]) -> std::collections::BTreeSet<u32> {
        let files = std::fs::read_dir(self.dir.path()).unwrap().map(|entry| std::fs::read(entry.unwrap().path()).unwrap());
        let numbers = |content: Vec<u8>| {
            let places = (0..content.len()).filter(|at| content[*at..].starts_with(words)).map(|at| at + words.len());
            let digits =
                |at: usize| content[at..].iter().take_while(|byte| byte.is_ascii_digit()).map(|byte| *byte as char).collect::<String>();
            places.filter_map(|at| digits(at).parse().ok()).collect::<Vec<u32>>()
        };
        files.flat_map(numbers).collect()
    }

    /// Whether any file of the home holds these bytes.
    pub(crate) fn holds(&self, bytes: &[u8]) -> bool {
        std::fs::read_dir(self.dir.path()).unwrap().any(|entry| {
            let content = std::fs::read(entry.unwrap().path()).unwrap();
            content.windows(bytes.len()).any(|window| window == bytes)
        })
    }
}

pub(crate) fn town(number: u8) -> AssemblyId {
    AssemblyId([number; 32])
}

pub(crate) fn change_in_ring(assembly: AssemblyId, ring: Ring, seq: u64, document: &str) -> VerifiedChange {
    let pen = SigningKey::from_bytes(&[7; 32]);
    let says = Unsigned {
        assembly,
        ring,
        device: DeviceId(pen.verifying_key().to_bytes()),
        epoch: 0,
        seq,
        prev: None,
        seen: Vec::new(),
        document: document.parse().unwrap(),
        act: Value::Text(format!("posting {seq:05}: 40 kg of flour, {seq} kg of salt")).encode(),
        claimed_at: NOW,
    };
    says.sign(&pen).verify().unwrap()
}

/// A change of some laptop with an act of so many bytes.
pub(crate) fn large(pen: u8, seq: u64, length: usize) -> VerifiedChange {
    let pen = SigningKey::from_bytes(&[pen; 32]);
    let mut says = change(seq).says().clone();
    (says.device, says.act) = (DeviceId(pen.verifying_key().to_bytes()), Value::Text("x".repeat(length)).encode());
    says.sign(&pen).verify().unwrap()
}

pub(crate) fn change(seq: u64) -> VerifiedChange {
    change_in_ring(town(1), Ring::Commons, seq, "ledger/2027-Q1")
}

pub(crate) fn changes(seqs: Range<u64>) -> Vec<VerifiedChange> {
    seqs.map(change).collect()
}
