//! What the minutes say.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Answer, Item, Matter, Outcome};
use crate::act::Entry;
use crate::id::{ActId, MinutesHash, hash};
use crate::plain::{Day, Meeting, Member};

/// How a meeting was called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Called {
    /// The act.
    pub entry: Entry,
    /// Where.
    pub place: String,
    /// When.
    pub time: Option<String>,
    /// The agenda.
    pub agenda: Vec<Item>,
    /// Who read the paper, if it was held on paper.
    pub paper_witness: Option<Member>,
}

/// A motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Motion {
    /// The act.
    pub entry: Entry,
    /// Where.
    pub meeting: Meeting,
    /// What it is called.
    pub title: String,
    /// What it says.
    pub text: String,
    /// What it is about.
    pub matter: Matter,
    /// Who moved it.
    pub mover: Option<Member>,
    /// The draft that it was written in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from_draft: Option<ActId>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Decision {
    /// The act.
    pub entry: Entry,
    /// Where.
    pub meeting: Meeting,
    /// Its number in the register.
    pub number: u32,
    /// The motion that it settles.
    pub motion: ActId,
    /// How the hall answered.
    pub answer: Answer,
    /// What became of it.
    pub outcome: Outcome,
    /// When to look at it again.
    pub review: Option<Day>,
}

/// An action item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Asked {
    /// The act.
    pub entry: Entry,
    /// Where.
    pub meeting: Meeting,
    /// What.
    pub what: String,
    /// By when.
    pub due: Day,
    /// Who.
    pub who: Option<Member>,
    /// What it carries out.
    pub decision: Option<ActId>,
}

/// One meeting; a map with more than one entry means that two laptops did the same at once.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Held {
    /// How it was called.
    pub called: BTreeMap<ActId, Called>,
    /// Items added later.
    pub items: BTreeMap<ActId, Item>,
    /// Openings, with the number present.
    pub opened: BTreeMap<ActId, (Entry, u32)>,
    /// Later counts of who is present.
    pub presence: BTreeMap<ActId, (Entry, u32)>,
    /// Corrections: of which entry, in what words.
    pub corrected: BTreeMap<ActId, (Entry, ActId, String)>,
    /// Closings, with the meeting's number.
    pub closed: BTreeMap<ActId, (Entry, u32)>,
    /// Adoptions of the minutes, with the decision.
    pub adopted: BTreeMap<ActId, (Entry, ActId)>,
    /// Seals, with the digest.
    pub sealed: BTreeMap<ActId, (Entry, MinutesHash)>,
    /// Every entry that a seal covers.
    pub entries: BTreeSet<ActId>,
}

/// The minutes.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Minutes {
    /// Meetings by name.
    pub meetings: BTreeMap<Meeting, Held>,
    /// Motions.
    pub motions: BTreeMap<ActId, Motion>,
    /// Motions that were taken back.
    pub withdrawn: BTreeMap<ActId, BTreeSet<ActId>>,
    /// Decisions.
    pub decisions: BTreeMap<ActId, Decision>,
    /// Action items.
    pub actions: BTreeMap<ActId, Asked>,
    /// Action items that were done.
    pub done: BTreeMap<ActId, BTreeSet<ActId>>,
    /// The decisions of each motion that settle it; it follows from the decisions.
    #[serde(skip)]
    settling: BTreeMap<ActId, BTreeSet<ActId>>,
    /// The highest number of a decision; it follows from the decisions.
    #[serde(skip)]
    last_decision: u32,
}

impl Held {
    /// How many members are present, by the latest count.
    pub fn present(&self) -> u32 {
        let latest = self.opened.values().chain(self.presence.values()).max_by_key(|(entry, _)| entry.order());
        latest.map_or(0, |(_, present)| *present)
    }

    /// Whether it was called, and nothing has happened at it yet.
    pub fn is_called(&self) -> bool {
        self.opened.is_empty() && self.closed.is_empty() && self.adopted.is_empty() && self.sealed.is_empty()
    }

    /// Whether it was opened and not closed.
    pub fn is_open(&self) -> bool {
        !self.opened.is_empty() && self.closed.is_empty()
    }

    /// The digest of every entry but closing, adoption, seal and corrections.
    pub fn digest(&self) -> MinutesHash {
        let parts: Vec<&[u8]> = self.entries.iter().map(|id| id.as_bytes().as_slice()).collect();
        MinutesHash(hash("folkmoot v0 minutes", &parts))
    }
}

impl Minutes {
    /// The decision, if it adopted its motion.
    pub fn adopted(&self, decision: &ActId) -> Option<&Decision> {
        self.decisions.get(decision).filter(|decision| decision.outcome == Outcome::Adopted)
    }

    /// The number that the next decision has.
    pub fn next_decision(&self) -> u32 {
        self.last_decision.saturating_add(1)
    }

    /// How many meetings were held: the highest number that counts.
    pub fn held(&self) -> u32 {
        let closings = self.meetings.values().flat_map(|held| held.closed.values());
        closings.map(|(_, number)| *number).max().unwrap_or(0)
    }

    /// The day of the last meeting that was held.
    pub fn last_day(&self) -> Option<Day> {
        self.meetings.iter().rev().find(|(_, held)| !held.closed.is_empty()).map(|(meeting, _)| meeting.day())
    }

    /// The decision that settled a motion, if any.
    pub fn settled(&self, motion: &ActId) -> Option<&Decision> {
        self.settling.get(motion)?.first().and_then(|decision| self.decisions.get(decision))
    }

    /// Whether a motion waits for its decision.
    pub fn is_open(&self, motion: &ActId) -> bool {
        self.settled(motion).is_none() && !self.withdrawn.contains_key(motion)
    }

    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        let id = entry.id;
        let held = self.meetings.entry(act.meeting().clone()).or_default();
        match act {
            Act::Close { .. } | Act::Adopt { .. } | Act::Seal { .. } | Act::Correct { .. } | Act::Done { .. } => {}
            Act::Call { .. }
            | Act::Item { .. }
            | Act::Open { .. }
            | Act::Presence { .. }
            | Act::Move { .. }
            | Act::Withdraw { .. }
            | Act::Decide { .. }
            | Act::Action { .. } => {
                held.entries.insert(id);
            }
        }
        match act.clone() {
            Act::Call { place, time, agenda, paper_witness, .. } => {
                held.called.insert(id, Called { entry: entry.clone(), place, time, agenda, paper_witness });
            }
            Act::Item { item, .. } => {
                held.items.insert(id, item);
            }
            Act::Open { present, .. } => {
                held.opened.insert(id, (entry.clone(), present));
            }
            Act::Presence { present, .. } => {
                held.presence.insert(id, (entry.clone(), present));
            }
            Act::Correct { act, text, .. } => {
                held.corrected.insert(id, (entry.clone(), act, text));
            }
            Act::Close { number, .. } => {
                held.closed.insert(id, (entry.clone(), number));
            }
            Act::Adopt { decision, .. } => {
                held.adopted.insert(id, (entry.clone(), decision));
            }
            Act::Seal { digest, .. } => {
                held.sealed.insert(id, (entry.clone(), digest));
            }
            Act::Move { meeting, title, text, matter, mover, from_draft } => {
                self.motions.insert(id, Motion { entry: entry.clone(), meeting, title, text, matter, mover, from_draft });
            }
            Act::Withdraw { motion, .. } => {
                self.withdrawn.entry(motion).or_default().insert(id);
            }
            Act::Decide { meeting, motion, number, answer, outcome, review } => {
                if outcome != Outcome::Deferred {
                    self.settling.entry(motion).or_default().insert(id);
                }
                self.last_decision = self.last_decision.max(number);
                self.decisions.insert(id, Decision { entry: entry.clone(), meeting, number, motion, answer, outcome, review });
            }
            Act::Action { meeting, what, due, who, decision } => {
                self.actions.insert(id, Asked { entry: entry.clone(), meeting, what, due, who, decision });
            }
            Act::Done { action, .. } => {
                self.done.entry(action).or_default().insert(id);
            }
        }
    }
}
