//! Which drafts there are, how much was typed in them, and how they ended.

use std::collections::BTreeMap;

use serde::Serialize;

use super::acts::{Act, room};
use crate::act::{Author, Entry};
use crate::id::{ActId, DeviceId};

/// How a draft was opened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Opened {
    /// The act.
    pub entry: Entry,
    /// What it is called.
    pub title: String,
    /// What it is to become.
    pub about: Option<String>,
}

/// How a draft ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Closed {
    /// The act.
    pub entry: Entry,
    /// The last edits of the text that it ended with.
    pub follows: Vec<ActId>,
    /// The act that carries that text.
    pub carried_by: Option<ActId>,
}

/// One draft.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Draft {
    /// How it was opened; missing while only edits count.
    pub opened: Option<Opened>,
    /// How many edits count.
    pub edits: u32,
    /// How much of its room is taken, in characters, its first text included.
    pub taken: u64,
    /// The last edit of each laptop, with its place on that laptop's line.
    pub last: BTreeMap<DeviceId, (u64, ActId)>,
    /// Closings; more than one where laptops closed it at once.
    pub closed: BTreeMap<ActId, Closed>,
}

/// The drafts.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Drafts {
    /// By the act that opened it.
    pub all: BTreeMap<ActId, Draft>,
}

impl Drafts {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        let draft = self.all.entry(*act.draft().unwrap_or(&entry.id)).or_default();
        match act {
            Act::Open { title, about, base } => {
                draft.taken = draft.taken.saturating_add(base.chars().count() as u64);
                draft.opened = Some(Opened { entry: entry.clone(), title: title.clone(), about: about.clone() });
            }
            Act::Edit { follows, runs, .. } => {
                draft.edits = draft.edits.saturating_add(1);
                draft.taken = draft.taken.saturating_add(room(follows, runs));
                let last = draft.last.entry(by.device).or_insert((entry.seq, entry.id));
                *last = (*last).max((entry.seq, entry.id));
            }
            Act::Close { follows, carried_by, .. } => {
                let closed = Closed { entry: entry.clone(), follows: follows.clone(), carried_by: *carried_by };
                draft.closed.insert(entry.id, closed);
            }
        }
    }
}
