//! Snapshots: a saved document beside the positions of its changes, so that filing can go on.
//!
//! `"FMS" | format | document | lines | length, Automerge bytes | digest`; a line is device, epoch, and its positions with hash and standing.
//!
//! **Invariant:** Automerge reads no snapshot whose digest does not match. The digest guards against a failing disk, not against a
//! forger: a snapshot never leaves the laptop that wrote it.

use std::collections::BTreeMap;

use automerge::{ActorId, Automerge};
use folkmoot::id::{ChangeHash, DeviceId, DocId};

use crate::document::Document;
use crate::error::{RecordError, SnapshotError};
use crate::file::{Filed, actor};
use crate::line::{Line, LineId, NotFiled};

const MAGIC: &[u8; 3] = b"FMS";
const FORMAT: u8 = 0;
const DIGEST_BYTES: usize = 32;

const FILED: u8 = 0;
const FORKED: u8 = 1;
const OFF_THE_LINE: u8 = 2;

/// Writes the snapshot of a document.
pub(crate) fn write(document: &Document) -> Vec<u8> {
    let mut out = Vec::new();
    out.extend_from_slice(MAGIC);
    out.push(FORMAT);
    out.extend_from_slice(document.id.as_bytes());
    out.extend_from_slice(&(document.lines.len() as u64).to_be_bytes());
    for (id, line) in &document.lines {
        out.extend_from_slice(id.device.as_bytes());
        out.extend_from_slice(&id.epoch.to_be_bytes());
        out.extend_from_slice(&((line.filed.len() + line.aside.len()) as u64).to_be_bytes());
        line.filed.iter().for_each(|(seq, hash)| write_place(&mut out, *seq, hash, FILED));
        for ((seq, hash), why) in &line.aside {
            let standing = match why {
                NotFiled::Forked => FORKED,
                NotFiled::OffTheLine => OFF_THE_LINE,
            };
            write_place(&mut out, *seq, hash, standing);
        }
    }
    let saved = document.automerge.save();
    out.extend_from_slice(&(saved.len() as u64).to_be_bytes());
    out.extend_from_slice(&saved);
    let digest = digest(&out);
    out.extend_from_slice(&digest);
    out
}

fn write_place(out: &mut Vec<u8>, seq: u64, hash: &ChangeHash, standing: u8) {
    out.extend_from_slice(&seq.to_be_bytes());
    out.extend_from_slice(hash.as_bytes());
    out.push(standing);
}

fn digest(bytes: &[u8]) -> [u8; DIGEST_BYTES] {
    blake3::derive_key("folkmoot v0 snapshot", bytes)
}

/// Reads a snapshot back, and checks that the document inside stands where the lines beside it say.
///
/// # Errors
/// As [`Document::load_own`].
pub(crate) fn read(id: DocId, bytes: &[u8]) -> Result<Document, SnapshotError> {
    let (body, written) = bytes.split_last_chunk::<DIGEST_BYTES>().ok_or(SnapshotError::Damaged)?;
    if digest(body) != *written {
        return Err(SnapshotError::Damaged);
    }
    let mut fields = Fields { rest: body };
    if fields.array()? != *MAGIC {
        return Err(SnapshotError::Damaged);
    }
    let [format] = fields.array()?;
    if format != FORMAT {
        return Err(SnapshotError::NewerFormat(format));
    }
    let named = DocId(fields.array()?);
    if named != id {
        return Err(SnapshotError::OtherDocument(named));
    }
    let mut lines = BTreeMap::new();
    for _ in 0..fields.number()? {
        let line = LineId { device: DeviceId(fields.array()?), epoch: u32::from_be_bytes(fields.array()?) };
        lines.insert(line, fields.line()?);
    }
    let length = usize::try_from(fields.number()?).map_err(|_| SnapshotError::Damaged)?;
    let saved = fields.take(length)?;
    if !fields.rest.is_empty() {
        return Err(SnapshotError::Damaged);
    }
    let automerge = Automerge::load(saved)
        .map_err(|source| RecordError::Automerge { doing: "loading a snapshot of our own", source: Box::new(source) })?;
    let ends = ends(&id, &automerge, &lines)?;
    Ok(Document { id, automerge, lines, ends })
}

/// Reads from the loaded document where each line stands, and checks that against the lines: as no line depends on another, the heads
/// are the last filed changes of the lines and nothing else.
fn ends(id: &DocId, automerge: &Automerge, lines: &BTreeMap<LineId, Line>) -> Result<BTreeMap<LineId, Filed>, SnapshotError> {
    let by_actor: BTreeMap<ActorId, LineId> = lines.keys().map(|line| (actor(&line.device, id, line.epoch), *line)).collect();
    let mut ends = BTreeMap::new();
    for head in automerge.get_heads() {
        let change = automerge.get_change_meta_by_hash(&head).ok_or(SnapshotError::Heads)?;
        let line = by_actor.get(change.actor.as_ref()).ok_or(SnapshotError::Heads)?;
        ends.insert(*line, Filed { count: change.seq, tip: head, max_op: change.max_op });
    }
    let counts_agree = lines.iter().all(|(id, line)| ends.get(id).map_or(0, |end| end.count) == line.filed.len() as u64);
    if counts_agree { Ok(ends) } else { Err(SnapshotError::Heads) }
}

struct Fields<'a> {
    rest: &'a [u8],
}

impl<'a> Fields<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], SnapshotError> {
        let (head, rest) = self.rest.split_at_checked(count).ok_or(SnapshotError::Damaged)?;
        self.rest = rest;
        Ok(head)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], SnapshotError> {
        self.take(N)?.try_into().map_err(|_| SnapshotError::Damaged)
    }

    fn number(&mut self) -> Result<u64, SnapshotError> {
        self.array().map(u64::from_be_bytes)
    }

    fn line(&mut self) -> Result<Line, SnapshotError> {
        let mut line = Line::default();
        for _ in 0..self.number()? {
            let seq = self.number()?;
            let hash = ChangeHash(self.array()?);
            match self.array()? {
                [FILED] => _ = line.filed.insert(seq, hash),
                [FORKED] => _ = line.aside.insert((seq, hash), NotFiled::Forked),
                [OFF_THE_LINE] => _ = line.aside.insert((seq, hash), NotFiled::OffTheLine),
                [_] => return Err(SnapshotError::Damaged),
            }
        }
        Ok(line)
    }
}
