//! A record document: the acts of one document, filed in Automerge.
//!
//! **Invariant:** a document is a pure function of the set of changes it was given, whatever their order: [`Document::of`] is the law,
//! and [`Document::file`] either gives the same or says that a rebuild is needed. It is a cache, never the only copy of anything.

use std::collections::BTreeMap;

use automerge::{Automerge, Change};
use folkmoot::id::{ActId, ChangeHash, DocId};
use folkmoot::value::Value;

use crate::error::{RecordError, SnapshotError};
use crate::file::{Filed, expected};
use crate::gate::Gated;
use crate::line::{Line, LineId, NotFiled, Placed};
use crate::{read, snapshot};

/// The hash of an Automerge change that no other depends on; it means nothing outside this laptop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Head(pub [u8; 32]);

/// What became of changes given to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[must_use]
pub enum Filing {
    /// The document is as if it had been built from all of them at once.
    Filed,
    /// One arrived too late to be put in its place; the document is as it was, and is to be built again with [`Document::of`].
    RebuildNeeded,
}

/// A record document and what is needed to go on filing in it.
#[derive(Debug)]
pub struct Document {
    pub(crate) id: DocId,
    pub(crate) automerge: Automerge,
    pub(crate) lines: BTreeMap<LineId, Line>,
    pub(crate) ends: BTreeMap<LineId, Filed>,
}

impl Document {
    /// Builds the document `id` from its changes, given in any order, any of them more than once.
    ///
    /// # Errors
    /// [`RecordError::OtherDocument`] for a change of another document, [`RecordError::LineFull`] when a line runs out of numbers.
    pub fn of<'a>(id: DocId, changes: impl IntoIterator<Item = Gated<'a>>) -> Result<Document, RecordError> {
        let mut document = Document { id, automerge: Automerge::new(), lines: BTreeMap::new(), ends: BTreeMap::new() };
        let filing = document.file(changes)?;
        // Into an empty document nothing comes too late, because `file` goes in ascending order of position and hash.
        debug_assert_eq!(filing, Filing::Filed);
        Ok(document)
    }

    /// Files more changes, given in any order; those the document has are passed over.
    ///
    /// # Errors
    /// As [`Document::of`], and the document is as it was; [`RecordError::Automerge`] when Automerge refuses what was built here, and the
    /// document is then to be thrown away.
    pub fn file<'a>(&mut self, changes: impl IntoIterator<Item = Gated<'a>>) -> Result<Filing, RecordError> {
        let mut arrivals: BTreeMap<LineId, BTreeMap<(u64, ChangeHash), Gated<'a>>> = BTreeMap::new();
        for gated in changes {
            let change = gated.change();
            if change.doc_id() != self.id {
                return Err(RecordError::OtherDocument { change: change.hash(), belongs: change.doc_id() });
            }
            let line = LineId { device: change.says().device, epoch: change.says().epoch };
            arrivals.entry(line).or_default().insert((change.says().seq, change.hash()), gated);
        }
        let mut built = Vec::new();
        let mut lines = BTreeMap::new();
        let mut ends = BTreeMap::new();
        for (id, arrivals) in arrivals {
            let mut line = self.lines.get(&id).cloned().unwrap_or_default();
            let mut end = self.ends.get(&id).copied();
            for ((seq, hash), gated) in arrivals {
                match line.place(seq, hash, gated.change().says().prev) {
                    Placed::Next => {
                        let change = expected(end, gated)?;
                        end = Some(Filed::after(&change));
                        built.push(change);
                    }
                    Placed::Aside | Placed::Known => {}
                    Placed::TooLate => return Ok(Filing::RebuildNeeded),
                }
            }
            lines.insert(id, line);
            ends.extend(end.map(|end| (id, end)));
        }
        self.apply(built)?;
        self.lines.extend(lines);
        self.ends.extend(ends);
        Ok(Filing::Filed)
    }

    fn apply(&mut self, built: Vec<Change>) -> Result<(), RecordError> {
        self.automerge
            .apply_changes(built)
            .map_err(|source| RecordError::Automerge { doing: "filing acts in a document", source: Box::new(source) })
    }

    /// The document's id.
    pub fn id(&self) -> DocId {
        self.id
    }

    /// The last filed change of each line, in ascending order; equal sets of changes have equal heads.
    pub fn heads(&self) -> Vec<Head> {
        let mut heads: Vec<Head> = self.automerge.get_heads().into_iter().map(|head| Head(head.0)).collect();
        heads.sort_unstable();
        heads
    }

    /// Reads every filed act back from the Automerge document.
    ///
    /// # Errors
    /// [`RecordError::NotAnAct`] when the document holds something that was not filed here.
    pub fn acts(&self) -> Result<BTreeMap<ActId, Value>, RecordError> {
        read::acts(&self.automerge)
    }

    /// The changes that were given and are not filed, with the reason.
    pub fn not_filed(&self) -> BTreeMap<ChangeHash, NotFiled> {
        self.lines.values().flat_map(|line| line.aside.iter().map(|((_, hash), why)| (*hash, *why))).collect()
    }

    /// The document as any Automerge tool opens it.
    pub fn save(&self) -> Vec<u8> {
        self.automerge.save()
    }

    /// Writes a snapshot, and gives it out only after it was loaded again and held the same heads, lines and acts.
    ///
    /// # Errors
    /// [`SnapshotError`] when the reloaded document differs in anything; keep the old snapshot and the changes.
    pub fn compact(&self) -> Result<Vec<u8>, SnapshotError> {
        let bytes = snapshot::write(self);
        let again = Document::load_own(self.id, &bytes)?;
        if again.heads() != self.heads() || again.lines != self.lines || again.ends != self.ends {
            return Err(SnapshotError::Heads);
        }
        if again.acts()? != self.acts()? {
            return Err(SnapshotError::Acts);
        }
        Ok(bytes)
    }

    /// Opens a snapshot that [`Document::compact`] wrote on this laptop; bytes from anywhere else must never come here.
    ///
    /// # Errors
    /// [`SnapshotError`] when the bytes are not as they were written, are of another document, or do not stand where they say.
    pub fn load_own(id: DocId, bytes: &[u8]) -> Result<Document, SnapshotError> {
        snapshot::read(id, bytes)
    }
}
