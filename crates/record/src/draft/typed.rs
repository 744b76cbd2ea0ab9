//! Typing: a splice at a position of the text becomes the words of an edit, which name characters and no positions.
//!
//! **Invariant:** what is filed from those words is what Automerge itself would have written for the splice.

use folkmoot::draft::{Element, Run};
use folkmoot::id::ActId;

use super::DraftDocument;
use crate::error::RecordError;

/// A stretch of text that other text takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Splice {
    /// Where, counted in characters (Unicode scalar values) from 0.
    pub at: usize,
    /// How many characters go.
    pub delete: usize,
    /// What comes there.
    pub insert: String,
}

/// Why a splice cannot be typed.
#[derive(Debug, thiserror::Error)]
pub enum NoSuchPlace {
    /// It reaches past the end of the text, or into the splice before it.
    #[error("there is no such place in a text of {length} characters")]
    Outside {
        /// How long the text is.
        length: usize,
    },
    /// The text that it was meant for is not here.
    #[error("the edit {} is not filed here", .0.short())]
    Unseen(ActId),
    /// The document could not be read.
    #[error(transparent)]
    Record(#[from] RecordError),
}

impl DraftDocument {
    /// Puts splices into the words of an edit. Positions are those of the text that `seen` and all before came to, in ascending order,
    /// none of them moved by the others.
    ///
    /// # Errors
    /// [`NoSuchPlace::Outside`] or [`NoSuchPlace::Unseen`].
    pub fn runs(&self, seen: &[ActId], splices: &[Splice]) -> Result<Vec<Run>, NoSuchPlace> {
        let unseen = |edit: &&ActId| !self.places.placed.contains_key(*edit);
        if let Some(edit) = seen.iter().find(unseen) {
            return Err(NoSuchPlace::Unseen(*edit));
        }
        let heads = if seen == self.tips() { None } else { self.heads_of(seen) };
        let length = self.length(heads.as_deref())?;
        let mut runs = Vec::new();
        let mut typed_to = 0;
        for splice in splices {
            let end = splice.at.checked_add(splice.delete).filter(|end| *end <= length && splice.at >= typed_to);
            typed_to = end.ok_or(NoSuchPlace::Outside { length })?;
            // The character before, where there is one, and those that go.
            let from = splice.at.saturating_sub(1);
            let mut elements = self.elements(from, typed_to, heads.as_deref())?;
            let after = if splice.at == 0 { None } else { elements.next().transpose()? };
            if !splice.insert.is_empty() {
                runs.push(Run::Insert { after, text: splice.insert.clone() });
            }
            runs.extend(in_a_row(elements)?);
        }
        Ok(runs)
    }
}

/// Deletions of the characters, as few as may be.
fn in_a_row(elements: impl Iterator<Item = Result<Element, RecordError>>) -> Result<Vec<Run>, RecordError> {
    let mut rows: Vec<(Element, u32)> = Vec::new();
    for element in elements {
        let element = element?;
        match rows.last_mut() {
            Some((from, count)) if from.act == element.act && from.at + *count == element.at => *count += 1,
            Some(_) | None => rows.push((element, 1)),
        }
    }
    Ok(rows.into_iter().map(|(from, count)| Run::Delete { from, count }).collect())
}
