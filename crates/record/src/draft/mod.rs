//! A draft document: text that people write together, built from what each edit says it typed.
//!
//! An edit names characters by the act that typed them, never by Automerge's numbers. The Automerge change is derived from the edit
//! here, the same on every laptop, so two laptops that hold the same edits hold the same document, whatever order they came in.
//!
//! ```text
//! opening ---> first change       edit ---> place (what it follows, its line) ---> change ---> Automerge text
//!                                   \---> not filed: names what is not there, follows what is not filed, or the draft is full
//! ```
//!
//! **Invariant:** a draft document is a pure function of its opening and the set of edits that it was told, and what is not filed
//! changes nothing of it. It never stands in a bundle; the edits do.

mod batch;
mod change;
mod edit;
mod name;
mod place;
mod read;
#[cfg(test)]
mod tests;
mod typed;

use std::collections::{BTreeMap, BTreeSet};

use automerge::{Automerge, TextEncoding};
use folkmoot::id::{ActId, DocId};

use self::batch::Batch;
pub use self::edit::NotTyped;
use self::edit::{Edit, Opening};
use self::place::{Places, Taken};
pub use self::typed::{NoSuchPlace, Splice};
use crate::error::RecordError;
use crate::gate::Gated;

/// A draft, and what is needed to go on typing in it.
#[derive(Debug)]
pub struct DraftDocument {
    id: DocId,
    opening: Opening,
    told: BTreeMap<ActId, Edit>,
    /// Edits that are set aside whatever they say.
    harmful: BTreeSet<ActId>,
    places: Places,
    automerge: Automerge,
}

impl DraftDocument {
    /// Begins a draft with the act that opened it; its first change is the same, byte for byte, on every laptop.
    ///
    /// # Errors
    /// [`RecordError::NotAnAct`] when the act opens no draft; [`RecordError::Automerge`] when Automerge refuses what was built here.
    pub fn begin(opening: Gated<'_>) -> Result<DraftDocument, RecordError> {
        DraftDocument::begin_without(opening, BTreeSet::new())
    }

    /// Begins a draft in which some edits are set aside as [`NotTyped::Harmful`] when they are told.
    ///
    /// # Errors
    /// As [`DraftDocument::begin`].
    pub fn begin_without(opening: Gated<'_>, harmful: BTreeSet<ActId>) -> Result<DraftDocument, RecordError> {
        let (id, opening) = Opening::of(opening)?;
        let (told, places) = (BTreeMap::new(), Places::default());
        let mut draft = DraftDocument { id, opening, told, harmful, places, automerge: Automerge::new() };
        draft.rebuild()?;
        Ok(draft)
    }

    /// Files what was typed, given in any order, any of it more than once. The caller leaves out what the book says is void.
    ///
    /// # Errors
    /// [`RecordError::OtherDocument`] for an edit of another draft, and the document is as it was; [`RecordError::Automerge`] when
    /// Automerge refuses what was built here, and the document is then to be thrown away.
    pub fn file<'a>(&mut self, edits: impl IntoIterator<Item = Gated<'a>>) -> Result<(), RecordError> {
        let mut news = BTreeMap::new();
        for gated in edits {
            let change = gated.change();
            if change.doc_id() != self.id {
                return Err(RecordError::OtherDocument { change: change.hash(), belongs: change.doc_id() });
            }
            let (id, mut edit) = Edit::of(gated, &self.opening.id);
            if self.harmful.contains(&id) {
                edit.said = Err(NotTyped::Harmful);
            }
            if !self.told.contains_key(&id) {
                news.insert(id, edit);
            }
        }
        let ids = news.keys().copied().collect();
        self.told.extend(news);
        let mut batch = Batch::into(&mut self.automerge);
        match self.places.take(&self.told, ids, false, &mut batch)? {
            Taken::InPlace => batch.give(),
            Taken::TooLate => self.rebuild(),
        }
    }

    fn rebuild(&mut self) -> Result<(), RecordError> {
        let first = change::first(&self.id, &self.opening);
        self.automerge = Automerge::new_with_encoding(TextEncoding::UnicodeCodePoint);
        self.places = Places::begin(self.id, &self.opening, &first);
        let mut batch = Batch::into(&mut self.automerge);
        batch.take(first)?;
        // Nothing comes too late where all are taken in order.
        let all = self.told.keys().copied().collect();
        let (Taken::InPlace | Taken::TooLate) = self.places.take(&self.told, all, true, &mut batch)?;
        batch.give()
    }
}

fn refused(source: automerge::AutomergeError) -> RecordError {
    RecordError::Automerge { doing: "typing in a draft", source: Box::new(source) }
}
