//! What is refused about one's own notes.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Author;
use crate::book::Book;
use crate::id::ActId;
use crate::plain::Meeting;
use crate::refusal::{Principle, Rule, rule};

/// Why it is not noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "NoteRefusal")]
pub enum Refusal {
    /// A note without words.
    NoteNothing,
    /// The meeting was never called.
    NoteNotCalled {
        /// Which.
        meeting: Meeting,
    },
    /// A note that is not one's own, or that is put away or written anew already.
    NoteGone {
        /// Which.
        note: ActId,
    },
}

impl Refusal {
    /// The rule that refuses: people's data are theirs (O1).
    pub fn rule(&self) -> Rule {
        rule("O1", Principle::P7)
    }
}

/// Weighs an act on one's own notes.
pub fn check(act: &Act, by: &Author, book: &Book) -> Result<(), Refusal> {
    let stands = |note: &ActId| match book.own.notes.of(by.member).any(|known| known.entry.id == *note) {
        true => Ok(()),
        false => Err(Refusal::NoteGone { note: *note }),
    };
    match act {
        Act::Write { text, .. } if text.trim().is_empty() => Err(Refusal::NoteNothing),
        Act::Write { meeting, instead, .. } => {
            let uncalled = |meeting: &&Meeting| book.commons.minutes.meetings.get(*meeting).is_none_or(|held| held.called.is_empty());
            if let Some(meeting) = meeting.as_ref().filter(uncalled) {
                return Err(Refusal::NoteNotCalled { meeting: meeting.clone() });
            }
            instead.as_ref().map_or(Ok(()), stands)
        }
        Act::Drop { note } => stands(note),
    }
}
