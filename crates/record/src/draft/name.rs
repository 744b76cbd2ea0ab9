//! Characters by name: whether an edit's names fit its text, and which operation of Automerge stands for which character.
//!
//! **Invariant:** whether a name fits is decided by what the edit follows alone.

use automerge::ActorId;
use automerge::legacy::OpId;
use folkmoot::draft::{Element, Run};
use folkmoot::id::ActId;

use super::place::{Placed, Places};

impl Places {
    /// Whether every character that is named was typed before, and none is deleted twice.
    pub(super) fn fits(&self, past: &[u32], runs: &[Run]) -> bool {
        let typed = |act: &ActId| if self.holds(past, act) { self.placed.get(act).map_or(0, Placed::typed) } else { 0 };
        let mut deleted: Vec<(ActId, u32, u32)> = Vec::new();
        for run in runs {
            match run {
                Run::Insert { after, .. } => {
                    if after.is_some_and(|after| after.at >= typed(&after.act)) {
                        return false;
                    }
                }
                Run::Delete { from, count } => match from.at.checked_add(*count) {
                    Some(end) if end <= typed(&from.act) => deleted.push((from.act, from.at, end)),
                    Some(_) | None => return false,
                },
            }
        }
        deleted.sort_unstable();
        runs.iter().all(|run| run.strokes() > 0) && deleted.is_sorted_by(|one, next| one.0 != next.0 || one.2 <= next.1)
    }

    /// The operation that inserted a character.
    pub(super) fn operation(&self, element: &Element) -> Option<OpId> {
        let edit = self.placed.get(&element.act)?;
        let at = edit.spans.partition_point(|span| span.first <= element.at).checked_sub(1)?;
        let span = edit.spans.get(at).filter(|span| element.at - span.first < span.count)?;
        Some(OpId::new(span.op + u64::from(element.at - span.first), &self.lines.get(edit.line)?.actor))
    }

    /// The character that an operation inserted.
    pub(super) fn element(&self, counter: u64, actor: &ActorId) -> Option<Element> {
        let line = self.lines.get(*self.actors.get(actor)?)?;
        let at = line.edits.partition_point(|(start, _)| *start <= counter).checked_sub(1)?;
        let (_, act) = line.edits.get(at)?;
        let spans = &self.placed.get(act)?.spans;
        let span = spans.get(spans.partition_point(|span| span.op <= counter).checked_sub(1)?)?;
        let within = u32::try_from(counter - span.op).ok().filter(|within| *within < span.count)?;
        Some(Element { act: *act, at: span.first + within })
    }
}
