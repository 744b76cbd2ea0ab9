//! Changes on their way into Automerge, so many at once that it needs little room for them.
//!
//! Automerge holds some 700 bytes of each operation that it is given at once, and a few once it has it. But each time it may walk
//! through the whole text.

use automerge::{Automerge, Change};
use folkmoot::draft::MAX_CHARACTERS;

use crate::error::RecordError;

/// The most operations that are given at once: those of three edits as long as may be, which take some 20 MB.
const AT_ONCE: usize = 3 * MAX_CHARACTERS as usize;

/// Changes that Automerge is given when there are enough of them, in the order in which they came.
pub(super) struct Batch<'a> {
    automerge: &'a mut Automerge,
    changes: Vec<Change>,
    operations: usize,
}

impl<'a> Batch<'a> {
    /// Nothing yet.
    pub(super) fn into(automerge: &'a mut Automerge) -> Batch<'a> {
        Batch { automerge, changes: Vec::new(), operations: 0 }
    }

    /// Takes one more change, which depends on none that comes later.
    ///
    /// # Errors
    /// [`RecordError::Automerge`] when Automerge refuses what was built here.
    pub(super) fn take(&mut self, change: Change) -> Result<(), RecordError> {
        if self.operations + change.len() > AT_ONCE {
            self.give()?;
        }
        self.operations += change.len();
        self.changes.push(change);
        Ok(())
    }

    /// Gives Automerge what it has not yet.
    ///
    /// # Errors
    /// As [`Batch::take`].
    pub(super) fn give(&mut self) -> Result<(), RecordError> {
        self.operations = 0;
        self.automerge.apply_changes(std::mem::take(&mut self.changes)).map_err(super::refused)
    }
}
