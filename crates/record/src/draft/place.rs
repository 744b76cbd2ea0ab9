//! The place of each edit: what it follows, its device's line, and whether it fits the text that it was typed in.
//!
//! Edits are taken in ascending (depth, id), where depth counts what lies before an edit at most. A device's edits form a line, each
//! following the one before; where two follow the same one, which only a forking device does, the first in that order goes on with the
//! line and each other begins a branch of its own. So a fork takes nobody's words away.
//!
//! **Invariant:** whether an edit fits is decided by what it follows alone, and its place by the set of edits, never by arrival.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU64;

use automerge::{ActorId, Change, ChangeHash};
use folkmoot::draft::{MAX_EDITS, MAX_ROOM, room};
use folkmoot::id::{ActId, DeviceId, DocId};

use super::batch::Batch;
use super::change::{self, Seat, Span};
use super::edit::{Edit, Hand, NotTyped, Opening, Said};
use crate::error::RecordError;

/// The room in one document: what honest laptops may take of it, and as much again for what they typed at once.
const CAPACITY: u64 = 2 * MAX_ROOM;
/// The most edits that one document files, in the same way.
const MOST_EDITS: usize = 2 * MAX_EDITS as usize;
/// The most lines of one device: its own, one for each time that it was restored, and branches of a fork by mistake. More of them would
/// take the room of what others typed, and each edit says how many of each line lie before it.
const MOST_LINES: usize = 8;

/// How many edits of each line; a line beyond the end has none.
type Past = Vec<u32>;
/// The order in which edits are taken: depth, then id.
type Order = (u32, ActId);

/// An edit in its place.
#[derive(Debug)]
pub(super) struct Placed {
    order: Order,
    /// Who typed it; of the opening, nobody.
    hand: Option<Hand>,
    pub(super) line: usize,
    position: u32,
    past: Past,
    pub(super) spans: Vec<Span>,
    pub(super) hash: ChangeHash,
    max_op: u64,
}

impl Placed {
    /// How many characters it typed.
    pub(super) fn typed(&self) -> u32 {
        self.spans.last().map_or(0, |span| span.first + span.count)
    }
}

/// One device's edits, each following the one before.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) actor: ActorId,
    /// Each with the number of its first operation.
    pub(super) edits: Vec<(u64, ActId)>,
}

/// What one device has taken of the room in a draft, in all its epochs: it may begin as many as it likes.
#[derive(Debug, Default, Clone, Copy)]
struct Share {
    room: u64,
    edits: usize,
    lines: usize,
}

impl Share {
    /// Whether it is no more than one device may take: whoever forks does not push out what others typed.
    fn is_fair(&self) -> bool {
        self.room <= MAX_ROOM && self.edits <= MAX_EDITS as usize && self.lines <= MOST_LINES
    }
}

/// Every edit of a draft in its place.
#[derive(Debug, Default)]
pub(super) struct Places {
    doc: Option<DocId>,
    pub(super) placed: BTreeMap<ActId, Placed>,
    pub(super) aside: BTreeMap<ActId, NotTyped>,
    /// The filed edits that no filed one follows.
    pub(super) tips: BTreeSet<ActId>,
    pub(super) lines: Vec<Line>,
    /// The line that each hand began first.
    hands: BTreeMap<Hand, usize>,
    pub(super) actors: BTreeMap<ActorId, usize>,
    taken: u64,
    shares: BTreeMap<DeviceId, Share>,
}

/// What became of edits that were to be placed.
pub(super) enum Taken {
    /// Each has its place, or is set aside.
    InPlace,
    /// One came too late to be put in its place: all are to be placed anew.
    TooLate,
}

/// What becomes of an edit that follows what is filed.
enum Verdict {
    Filed(Box<Change>),
    Aside(NotTyped),
    /// What was filed would be another choice had this been there.
    TooLate,
}

impl Places {
    /// Begins with the opening and its change.
    pub(super) fn begin(doc: DocId, opening: &Opening, first: &Change) -> Places {
        let mut places = Places { doc: Some(doc), ..Places::default() };
        let spans = change::first_spans(opening);
        places.taken = spans.iter().map(|span| u64::from(span.count)).sum();
        let begun = Placed {
            order: (0, opening.id),
            hand: None,
            line: 0,
            position: 0,
            past: Past::new(),
            spans,
            hash: first.hash(),
            max_op: first.max_op(),
        };
        places.begin_line(change::opener(&doc));
        places.keep(opening.id, begun, 1);
        places
    }

    /// How much of the room is taken, in characters.
    pub(super) fn taken(&self) -> u64 {
        self.taken
    }

    /// Places edits and hands out their changes in causal order. Nothing comes too late where these are all (`whole`).
    ///
    /// # Errors
    /// As [`Batch::take`].
    pub(super) fn take(
        &mut self,
        told: &BTreeMap<ActId, Edit>,
        news: Vec<ActId>,
        whole: bool,
        built: &mut Batch<'_>,
    ) -> Result<Taken, RecordError> {
        let mut waiting: BTreeMap<ActId, Vec<ActId>> = BTreeMap::new();
        let mut ready: BTreeSet<Order> = BTreeSet::new();
        let retried = self.aside.iter().filter(|(_, why)| **why == NotTyped::FollowsNothing).map(|(id, _)| *id);
        let mut queue: Vec<ActId> = retried.chain(news).collect();
        loop {
            for id in queue.drain(..) {
                let said = match told.get(&id).map(|edit| edit.said.as_ref()) {
                    Some(Ok(said)) => said,
                    Some(Err(why)) => {
                        self.aside.insert(id, *why);
                        continue;
                    }
                    None => continue,
                };
                match said.follows.iter().find(|edit| !self.placed.contains_key(*edit)) {
                    Some(missing) => waiting.entry(*missing).or_default().push(id),
                    None => drop(ready.insert((self.depth(said), id))),
                }
            }
            let Some(order) = ready.pop_first() else { break };
            let Some((edit, said)) = told.get(&order.1).and_then(|edit| Some((edit, edit.said.as_ref().ok()?))) else { continue };
            match self.place(order, edit.hand, said, whole) {
                Verdict::Filed(change) => {
                    self.aside.remove(&order.1);
                    built.take(*change)?;
                    queue = waiting.remove(&order.1).unwrap_or_default();
                }
                Verdict::Aside(why) => drop(self.aside.insert(order.1, why)),
                Verdict::TooLate => return Ok(Taken::TooLate),
            }
        }
        self.aside.extend(waiting.into_values().flatten().map(|id| (id, NotTyped::FollowsNothing)));
        Ok(Taken::InPlace)
    }

    fn depth(&self, said: &Said) -> u32 {
        let deepest = said.follows.iter().filter_map(|edit| self.placed.get(edit)).map(|edit| edit.order.0).max();
        deepest.map_or(0, |depth| depth.saturating_add(1))
    }

    fn place(&mut self, order: Order, hand: Hand, said: &Said, whole: bool) -> Verdict {
        let Some(doc) = self.doc else { return Verdict::Aside(NotTyped::FollowsNothing) };
        let past = self.past_of(&said.follows);
        if !self.fits(&past, &said.runs) {
            return Verdict::Aside(NotTyped::DoesNotFit);
        }
        let follows: BTreeSet<ActId> = said.follows.iter().copied().collect();
        let named: Vec<&Placed> = follows.iter().filter_map(|edit| self.placed.get(edit)).collect();
        let own = named.iter().filter(|edit| edit.hand == Some(hand)).max_by_key(|edit| edit.order).map(|edit| (edit.line, edit.position));
        let before = own.map(|(line, _)| line).or_else(|| self.hands.get(&hand).copied());
        let next = before.and_then(|line| self.lines.get(line)?.edits.get(own.map_or(0, |(_, position)| position as usize + 1)));
        let next = next.and_then(|(_, edit)| self.placed.get(edit)).map(|edit| edit.order);
        if next.is_some_and(|next| next > order) {
            return Verdict::TooLate;
        }
        let before = before.filter(|_| next.is_none());
        let room = room(&said.follows, &said.runs);
        let taken = self.shares.get(&hand.device).copied().unwrap_or_default();
        let share =
            Share { room: taken.room.saturating_add(room), edits: taken.edits + 1, lines: taken.lines + usize::from(before.is_none()) };
        let room = self.taken.saturating_add(room);
        // What has room depends on what else was taken, so all are taken in order.
        let is_full = room > CAPACITY || self.placed.len() > MOST_EDITS || !share.is_fair();
        if !whole && (is_full || self.aside.values().any(|why| *why == NotTyped::Full)) {
            return Verdict::TooLate;
        }
        if is_full {
            return Verdict::Aside(NotTyped::Full);
        }
        let deps: Vec<ChangeHash> = named.iter().map(|edit| edit.hash).collect();
        let last_op = named.iter().map(|edit| edit.max_op).max().unwrap_or(0);
        let start_op = NonZeroU64::MIN.saturating_add(last_op);
        let line = match before {
            Some(line) => line,
            None => {
                let line = self.begin_line(change::writer(&doc, &hand, next.map(|_| &order.1)));
                self.hands.entry(hand).or_insert(line);
                line
            }
        };
        let position = self.lines.get(line).map_or(0, |line| line.edits.len() as u32);
        let Some(actor) = self.lines.get(line).map(|line| line.actor.clone()) else { return Verdict::Aside(NotTyped::Full) };
        let seat = Seat { actor: &actor, seq: u64::from(position) + 1, start_op, deps };
        let (change, spans) = change::of_edit(&doc, seat, &said.runs, &|element| self.operation(element));
        let placed = Placed { order, hand: Some(hand), line, position, past, spans, hash: change.hash(), max_op: change.max_op() };
        for edit in &follows {
            self.tips.remove(edit);
        }
        self.taken = room;
        self.shares.insert(hand.device, share);
        self.keep(order.1, placed, start_op.get());
        Verdict::Filed(Box::new(change))
    }

    fn begin_line(&mut self, actor: ActorId) -> usize {
        let line = self.lines.len();
        self.actors.insert(actor.clone(), line);
        self.lines.push(Line { actor, edits: Vec::new() });
        line
    }

    fn keep(&mut self, id: ActId, placed: Placed, start_op: u64) {
        if let Some(line) = self.lines.get_mut(placed.line) {
            line.edits.push((start_op, id));
        }
        self.tips.insert(id);
        self.placed.insert(id, placed);
    }

    /// What lies before an edit that follows these, themselves included.
    pub(super) fn past_of(&self, follows: &[ActId]) -> Past {
        let mut past = Past::new();
        for edit in follows.iter().filter_map(|edit| self.placed.get(edit)) {
            past.resize(past.len().max(edit.past.len()).max(edit.line + 1), 0);
            for (known, more) in past.iter_mut().zip(&edit.past) {
                *known = (*known).max(*more);
            }
            if let Some(known) = past.get_mut(edit.line) {
                *known = (*known).max(edit.position + 1);
            }
        }
        past
    }

    /// Whether a past holds an edit.
    pub(super) fn holds(&self, past: &[u32], edit: &ActId) -> bool {
        self.placed.get(edit).is_some_and(|edit| past.get(edit.line).is_some_and(|count| *count > edit.position))
    }
}
