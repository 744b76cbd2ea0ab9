//! What the floor remembers.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::acts::Act;
use crate::act::Entry;
use crate::id::ActId;
use crate::plain::{Meeting, Member};

/// The floor, by meeting.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Floor {
    /// By meeting, then act.
    pub said: BTreeMap<Meeting, BTreeMap<ActId, (Entry, Act)>>,
}

impl Floor {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        self.said.entry(act.meeting().clone()).or_default().insert(entry.id, (entry.clone(), act.clone()));
    }

    /// Who is in the hall, by the order in which comings and goings were written down.
    pub fn present(&self, meeting: &Meeting) -> BTreeSet<Member> {
        let Some(said) = self.said.get(meeting) else { return BTreeSet::new() };
        let mut said: Vec<_> = said.values().collect();
        said.sort_by_key(|(entry, _)| entry.order());
        let mut present = BTreeSet::new();
        for (_, act) in said {
            match act {
                Act::Attend { arrived, left, .. } => {
                    present.extend(arrived.iter().copied());
                    left.iter().for_each(|member| {
                        present.remove(member);
                    });
                }
                Act::Object { .. } | Act::Note { .. } => {}
            }
        }
        present
    }
}
