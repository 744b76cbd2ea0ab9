//! Documents: every act of an assembly filed in an Automerge document that any Automerge tool can read.
//!
//! A signed change carries the act in our own encoding. The Automerge change that files it is derived from the envelope by one
//! function, the same on every laptop, so two laptops that hold the same changes hold the same document:
//!
//! ```text
//! VerifiedChange --gate--> Gated --expected--> Automerge change --apply--> Document --compact--> snapshot
//!                                                                             ^---- load_own -------'
//! ```
//!
//! A draft is built in the same way from what its edits say was typed: `draft`.
//!
//! **Invariant:** no byte from another machine reaches Automerge. The only changes applied are built here from gated acts, the only
//! bytes loaded are snapshots written here and whose digest was checked first, and no other crate sees an Automerge type.

mod document;
mod draft;
mod error;
mod file;
mod gate;
mod line;
mod read;
mod snapshot;
#[cfg(test)]
mod tests;

pub use document::{Document, Filing, Head};
pub use draft::{DraftDocument, NoSuchPlace, NotTyped, Splice};
pub use error::{RecordError, SnapshotError};
pub use gate::{GateRefusal, Gated, MAX_FIELD_NAME, gate};
pub use line::NotFiled;
