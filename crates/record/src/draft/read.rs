//! Reading a draft: its text now and at an earlier point, and who typed what of it.

use std::collections::BTreeMap;

use automerge::{Automerge, ChangeHash, LoadOptions, ObjId, ROOT, ReadDoc, TextEncoding};
use folkmoot::draft::Element;
use folkmoot::id::ActId;

use super::change::TEXT;
use super::{DraftDocument, NotTyped};
use crate::document::Head;
use crate::error::RecordError;

impl DraftDocument {
    /// The act that opened it, which names it.
    pub fn id(&self) -> ActId {
        self.opening.id
    }

    /// What it is called.
    pub fn title(&self) -> &str {
        &self.opening.title
    }

    /// The text.
    ///
    /// # Errors
    /// [`RecordError::Automerge`] when the document holds none, which would be a fault of ours.
    pub fn text(&self) -> Result<String, RecordError> {
        self.automerge.text(self.object()?).map_err(super::refused)
    }

    /// The text that these edits and all before them came to; [`None`] when one of them is not filed here.
    ///
    /// # Errors
    /// As [`DraftDocument::text`].
    pub fn text_at(&self, tips: &[ActId]) -> Result<Option<String>, RecordError> {
        let Some(heads) = self.heads_of(tips) else { return Ok(None) };
        self.automerge.text_at(self.object()?, &heads).map(Some).map_err(super::refused)
    }

    /// The filed edits that no other follows, in ascending order; at first the opening.
    pub fn tips(&self) -> Vec<ActId> {
        self.places.tips.iter().copied().collect()
    }

    /// The edits that are filed.
    pub fn filed(&self) -> impl Iterator<Item = ActId> {
        self.places.placed.keys().copied().filter(|edit| *edit != self.opening.id)
    }

    /// Whether an edit is filed, or is the opening.
    pub fn is_filed(&self, edit: &ActId) -> bool {
        self.places.placed.contains_key(edit)
    }

    /// The filed edits that are neither among these nor before them.
    pub fn later_than(&self, tips: &[ActId]) -> Vec<ActId> {
        let past = self.places.past_of(tips);
        self.places.placed.keys().filter(|edit| !self.places.holds(&past, edit)).copied().collect()
    }

    /// How much of its room is taken, in characters: what it takes to hold it open.
    pub fn taken(&self) -> u64 {
        self.places.taken()
    }

    /// The acts that were told and are not filed, with the reason.
    pub fn not_filed(&self) -> &BTreeMap<ActId, NotTyped> {
        &self.places.aside
    }

    /// How many characters of the text each act typed.
    ///
    /// # Errors
    /// As [`DraftDocument::text`].
    pub fn standing(&self) -> Result<BTreeMap<ActId, usize>, RecordError> {
        let mut standing = BTreeMap::new();
        for element in self.elements(0, self.length(None)?, None)? {
            *standing.entry(element?.act).or_insert(0) += 1;
        }
        Ok(standing)
    }

    /// The document's last changes, in ascending order; equal sets of edits have equal heads.
    pub fn heads(&self) -> Vec<Head> {
        let mut heads: Vec<Head> = self.automerge.get_heads().into_iter().map(|head| Head(head.0)).collect();
        heads.sort_unstable();
        heads
    }

    /// The document as any Automerge tool opens it.
    pub fn save(&self) -> Vec<u8> {
        self.automerge.save()
    }

    /// Whether the document, saved and loaded again, has the same heads and the same text.
    ///
    /// # Errors
    /// [`RecordError::Automerge`] when what was saved cannot be loaded.
    pub fn reads_back(&self) -> Result<bool, RecordError> {
        let options = LoadOptions::new().text_encoding(TextEncoding::UnicodeCodePoint);
        let again = Automerge::load_with_options(&self.save(), options).map_err(super::refused)?;
        let text = again.text(self.object()?).map_err(super::refused)?;
        Ok(again.get_heads() == self.automerge.get_heads() && text == self.text()?)
    }

    pub(super) fn object(&self) -> Result<ObjId, RecordError> {
        let found = self.automerge.get(ROOT, TEXT).map_err(super::refused)?;
        found.map(|(_, object)| object).ok_or_else(|| RecordError::NotAnAct("a draft without a text".to_owned()))
    }

    /// Automerge's names for edits; [`None`] when one of them is not filed here.
    pub(super) fn heads_of(&self, tips: &[ActId]) -> Option<Vec<ChangeHash>> {
        tips.iter().map(|edit| self.places.placed.get(edit).map(|placed| placed.hash)).collect()
    }

    /// How many characters the text has, now or as it was.
    pub(super) fn length(&self, heads: Option<&[ChangeHash]>) -> Result<usize, RecordError> {
        let text = self.object()?;
        Ok(heads.map_or_else(|| self.automerge.length(&text), |heads| self.automerge.length_at(&text, heads)))
    }

    /// The names of the characters in a stretch of the text, now or as it was, one after the other: a list of them all would be many
    /// times as long as the text.
    pub(super) fn elements(
        &self,
        from: usize,
        to: usize,
        heads: Option<&[ChangeHash]>,
    ) -> Result<impl Iterator<Item = Result<Element, RecordError>>, RecordError> {
        let text = self.object()?;
        let range = match heads {
            None => self.automerge.list_range(text, from..to),
            Some(heads) => self.automerge.list_range_at(text, from..to, heads),
        };
        let named = |id: ObjId| match id {
            ObjId::Id(counter, actor, _) => self.places.element(counter, &actor),
            ObjId::Root => None,
        };
        let strange = || RecordError::NotAnAct("a character that nobody typed".to_owned());
        Ok(range.map(move |item| named(item.id()).ok_or_else(strange)))
    }
}
