//! What can go wrong with a document or its snapshot.
//!
//! **Invariant:** an Automerge error is carried as an opaque source: nobody outside this crate matches on it.

use std::error::Error;

use folkmoot::id::{ChangeHash, DeviceId, DocId};

/// Why a document cannot be built, filed in or read.
#[derive(Debug, thiserror::Error)]
pub enum RecordError {
    /// The caller handed over a change of another document.
    #[error("change {} belongs in document {}, not here", .change.short(), .belongs.short())]
    OtherDocument {
        /// The change.
        change: ChangeHash,
        /// The document it names.
        belongs: DocId,
    },
    /// One line holds more operations than Automerge can number (2^32).
    #[error("the line of device {} in this document is full", .0.short())]
    LineFull(DeviceId),
    /// The document holds something that is not the filing of an act.
    #[error("the document holds {0}, which files no act")]
    NotAnAct(String),
    /// Automerge refused a change that was built here.
    #[error("while {doing}")]
    Automerge {
        /// What was being done.
        doing: &'static str,
        /// Automerge's own error.
        source: Box<dyn Error + Send + Sync>,
    },
}

/// Why a snapshot is not given out, or not opened.
#[derive(Debug, thiserror::Error)]
pub enum SnapshotError {
    /// Not a snapshot, cut short, changed on disk, or with bytes left over.
    #[error("these bytes are not a snapshot as it was written")]
    Damaged,
    /// Written by a later version of Folkmoot.
    #[error("a snapshot of format {0}, written by a newer Folkmoot")]
    NewerFormat(u8),
    /// The snapshot of another document.
    #[error("this is the snapshot of document {}", .0.short())]
    OtherDocument(DocId),
    /// The reloaded document has other heads or lines than the one that was saved, or than the snapshot says.
    #[error("the reloaded document does not stand where the snapshot says")]
    Heads,
    /// The reloaded document holds other acts than the one that was saved.
    #[error("the reloaded document holds other acts")]
    Acts,
    /// The document inside cannot be read.
    #[error("the document inside a snapshot cannot be read")]
    Record(#[from] RecordError),
}
