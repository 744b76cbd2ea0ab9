//! What is refused about drafts.
//!
//! That an edit names characters which are there is not weighed here: an edit that does not fit its text is kept and not filed.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Run, room};
use super::book::Draft;
use crate::act::Author;
use crate::book::Book;
use crate::id::ActId;
use crate::refusal::{Principle, Rule, rule};

/// The longest title, and the longest word on what a draft is to become, in characters.
pub const MAX_TITLE: u32 = 200;
/// The most characters that one act may type and delete: each is an operation of the document.
pub const MAX_CHARACTERS: u32 = 10_000;
/// The most runs of one edit.
pub const MAX_RUNS: u32 = 1_000;
/// The most edits that one may follow.
pub const MAX_FOLLOWS: u32 = 1_000;
/// The most edits of one draft: so many sentences fill it.
pub const MAX_EDITS: u32 = 5_000;
/// The room in one draft, in characters that are typed and deleted in it: what it costs to open grows with each.
pub const MAX_ROOM: u64 = 200_000;

/// Why it is not typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "DraftRefusal")]
pub enum Refusal {
    /// A draft without a title.
    DraftWithoutTitle,
    /// No such draft.
    DraftUnknown {
        /// Which.
        draft: ActId,
    },
    /// The work on it has ended.
    DraftClosed {
        /// Which.
        draft: ActId,
    },
    /// Nothing is typed and nothing deleted.
    DraftNothing,
    /// More than one act may hold.
    DraftTooMuch {
        /// Of what: characters in the title, characters typed and deleted, runs, edits that it follows.
        field: &'static str,
        /// How many may be.
        most: u32,
    },
    /// So much was typed and deleted in it that it would open slowly.
    DraftFull {
        /// Which.
        draft: ActId,
    },
    /// The text that is changed or closed is not named in its one form, or leaves out what the same laptop typed last.
    DraftFollows {
        /// Which.
        draft: ActId,
    },
    /// The act that is to carry the text is not here, or does not name this draft.
    DraftNotCarried {
        /// Which.
        act: ActId,
    },
}

impl Refusal {
    /// The rule that refuses: what is adopted is read and approved by the assembly itself, and a draft is only on the way there.
    pub fn rule(&self) -> Rule {
        rule("B2", Principle::P1)
    }
}

/// Weighs an act on a draft.
pub fn check(act: &Act, by: &Author, book: &Book) -> Result<(), Refusal> {
    match act {
        Act::Open { title, about, base } => {
            if title.trim().is_empty() {
                return Err(Refusal::DraftWithoutTitle);
            }
            at_most("title", title.chars().count(), MAX_TITLE)?;
            at_most("about", about.iter().flat_map(|about| about.chars()).count(), MAX_TITLE)?;
            at_most("text", base.chars().count(), MAX_CHARACTERS)
        }
        Act::Edit { draft, follows, runs } => {
            let known = open(draft, book)?;
            one_form(follows, draft)?;
            if known.last.get(&by.device).is_some_and(|(_, last)| !follows.contains(last)) {
                return Err(Refusal::DraftFollows { draft: *draft });
            }
            let nothing = |run: &Run| run.strokes() == 0;
            if runs.is_empty() || runs.iter().any(nothing) {
                return Err(Refusal::DraftNothing);
            }
            at_most("runs", runs.len(), MAX_RUNS)?;
            let strokes = runs.iter().map(Run::strokes).fold(0, u64::saturating_add);
            at_most("text", usize::try_from(strokes).unwrap_or(usize::MAX), MAX_CHARACTERS)?;
            let is_full = known.taken.saturating_add(room(follows, runs)) > MAX_ROOM || known.edits >= MAX_EDITS;
            if is_full { Err(Refusal::DraftFull { draft: *draft }) } else { Ok(()) }
        }
        Act::Close { draft, follows, carried_by } => {
            open(draft, book)?;
            one_form(follows, draft)?;
            match carried_by.filter(|act| !carries(act, draft, book)) {
                Some(act) => Err(Refusal::DraftNotCarried { act }),
                None => Ok(()),
            }
        }
    }
}

fn at_most(field: &'static str, count: usize, most: u32) -> Result<(), Refusal> {
    if count > most as usize { Err(Refusal::DraftTooMuch { field, most }) } else { Ok(()) }
}

fn open<'b>(draft: &ActId, book: &'b Book) -> Result<&'b Draft, Refusal> {
    let known = book.inside.draft.all.get(draft).filter(|known| known.opened.is_some());
    let known = known.ok_or(Refusal::DraftUnknown { draft: *draft })?;
    if known.closed.is_empty() { Ok(known) } else { Err(Refusal::DraftClosed { draft: *draft }) }
}

fn one_form(follows: &[ActId], draft: &ActId) -> Result<(), Refusal> {
    at_most("follows", follows.len(), MAX_FOLLOWS)?;
    let ascending = follows.is_sorted_by(|one, next| one < next);
    if follows.is_empty() || !ascending { Err(Refusal::DraftFollows { draft: *draft }) } else { Ok(()) }
}

/// Whether an act of the commons carries the text of a draft: it cites the draft by its id alone.
fn carries(act: &ActId, draft: &ActId, book: &Book) -> bool {
    let motion = book.commons.minutes.motions.get(act).and_then(|motion| motion.from_draft);
    let on_the_charter = book.commons.charter.acts.get(act).and_then(|(_, act)| act.from_draft());
    motion.or(on_the_charter) == Some(*draft)
}
