//! What is too much for one edit is typed by several: all in one commit, each following the one before.
//!
//! **Invariant:** the text is the same as if one edit had typed it all, and nobody else's words come between what was typed in a row.

use folkmoot::draft::{Element, MAX_CHARACTERS, MAX_RUNS, Run};
use serde_json::{Value as Json, json};

/// The runs of each edit, the first of which is the first of the list of acts that they are done in.
///
/// What goes on in a later edit comes after a character of the one before, which has no name yet but its place in that list.
pub(super) fn parts(runs: &[Run]) -> Vec<Vec<Json>> {
    let mut parts = Parts::default();
    for run in runs {
        match run {
            Run::Insert { after, text } => parts.insert(after.map(|after| after.to_string()), text),
            Run::Delete { from, count } => parts.delete(*from, *count),
        }
    }
    parts.ended()
}

/// The text that an opening holds, and the runs of each edit that types the rest; the opening is the first of the list.
pub(super) fn opening(text: &str) -> (&str, Vec<Vec<Json>>) {
    let (base, rest) = at_character(text, MAX_CHARACTERS);
    let mut parts = Parts { before: 1, ..Parts::default() };
    parts.insert(Some(format!("#0.{}", MAX_CHARACTERS - 1)), rest);
    (base, parts.ended())
}

fn at_character(text: &str, count: u32) -> (&str, &str) {
    let end = text.char_indices().nth(count as usize).map_or(text.len(), |(at, _)| at);
    text.split_at(end)
}

/// Edits in the making.
#[derive(Default)]
struct Parts {
    /// How many acts of the list come before the first edit.
    before: usize,
    done: Vec<Vec<Json>>,
    /// The edit that is being made.
    runs: Vec<Json>,
    /// How many characters it types.
    typed: u32,
    /// How many it types or deletes.
    strokes: u32,
}

impl Parts {
    /// How many characters this edit has room for; a new one is begun where there is none.
    fn room(&mut self) -> u32 {
        if self.strokes >= MAX_CHARACTERS || self.runs.len() >= MAX_RUNS as usize {
            self.end_one();
        }
        MAX_CHARACTERS - self.strokes
    }

    fn ended(mut self) -> Vec<Vec<Json>> {
        self.end_one();
        self.done
    }

    fn end_one(&mut self) {
        if !self.runs.is_empty() {
            self.done.push(std::mem::take(&mut self.runs));
            (self.typed, self.strokes) = (0, 0);
        }
    }

    fn insert(&mut self, mut after: Option<String>, mut text: &str) {
        while !text.is_empty() {
            let room = self.room();
            let (now, later) = at_character(text, room);
            let count = now.chars().count() as u32;
            self.runs.push(match &after {
                Some(after) => json!({ "insert": { "after": after, "text": now } }),
                None => json!({ "insert": { "text": now } }),
            });
            (self.typed, self.strokes, text) = (self.typed + count, self.strokes + count, later);
            after = Some(format!("#{}.{}", self.before + self.done.len(), self.typed - 1));
        }
    }

    fn delete(&mut self, mut from: Element, mut count: u32) {
        while count > 0 {
            let now = count.min(self.room());
            self.runs.push(json!({ "delete": { "from": from, "count": now } }));
            (self.strokes, count, from.at) = (self.strokes + now, count - now, from.at.saturating_add(now));
        }
    }
}
