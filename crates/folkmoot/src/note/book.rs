//! What somebody noted.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::acts::Act;
use crate::act::Entry;
use crate::id::ActId;
use crate::plain::{Meeting, Member};

/// A note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The act.
    pub entry: Entry,
    /// In words.
    pub text: String,
    /// The meeting that it is about.
    pub meeting: Option<Meeting>,
    /// The act that it is about.
    pub act: Option<ActId>,
}

/// Notes, with those that others took the place of.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Notes {
    /// By act.
    pub written: BTreeMap<ActId, Note>,
    /// Those that another took the place of, and those that were put away.
    pub gone: BTreeSet<ActId>,
}

impl Notes {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act {
            Act::Write { text, meeting, act, instead } => {
                let note = Note { entry: entry.clone(), text: text.clone(), meeting: meeting.clone(), act: *act };
                self.written.insert(entry.id, note);
                self.gone.extend(instead);
            }
            Act::Drop { note } => {
                self.gone.insert(*note);
            }
        }
    }

    /// The notes of a member that stand. Where two laptops wrote one anew at once, both stand.
    pub fn of(&self, member: Member) -> impl Iterator<Item = &Note> {
        self.written.values().filter(move |note| note.entry.by == member && !self.gone.contains(&note.entry.id))
    }
}
