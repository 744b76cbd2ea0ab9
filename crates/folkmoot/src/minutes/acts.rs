//! The acts of the minutes; what is said by name stays on the floor.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::act::Standing;
use crate::charter::Method;
use crate::id::{ActId, MinutesHash};
use crate::plain::{Day, Duty, Meeting, Member};

/// One item of an agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// What it is about.
    pub title: String,
    /// How long it may take, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
}

/// What a motion is about: only an assembly makes policy (A1, A2).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// What the town does and wants.
    #[default]
    Policy,
    /// How a policy is carried out.
    Administration,
    /// Who is asked to do it.
    Election,
}

/// How the hall answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "by", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Answer {
    /// Consent: how many objections were left standing, how many stood aside.
    Consent {
        /// Objections not integrated.
        objections: u32,
        /// Stand-asides.
        #[serde(default)]
        aside: u32,
    },
    /// A count of hands or papers.
    Count {
        /// For.
        #[serde(rename = "for")]
        yes: u32,
        /// Against.
        against: u32,
        /// Neither.
        #[serde(default)]
        abstain: u32,
        /// What counts as adopted, unless the charter says.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        method: Option<Method>,
    },
}

/// What became of a motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// In force.
    Adopted,
    /// Not.
    Rejected,
    /// Put off.
    Deferred,
}

/// What can be done in the minutes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "do", deny_unknown_fields)]
#[schemars(rename = "MinutesAct")]
pub enum Act {
    /// Calls a meeting, or enters one that was held on paper.
    #[serde(rename = "meeting.call")]
    Call {
        /// Which.
        meeting: Meeting,
        /// Where.
        place: String,
        /// At what hour, in the town's words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        time: Option<String>,
        /// The agenda.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        agenda: Vec<Item>,
        /// Held on paper and entered afterwards; this member read the paper and says so (A13).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        paper_witness: Option<Member>,
    },
    /// Adds an item to the agenda.
    #[serde(rename = "meeting.item")]
    Item {
        /// Where.
        meeting: Meeting,
        /// The item.
        item: Item,
    },
    /// Opens it, with the number of members present.
    #[serde(rename = "meeting.open")]
    Open {
        /// Which.
        meeting: Meeting,
        /// How many members are present, laptop or not (A13).
        present: u32,
    },
    /// Counts who is present anew.
    #[serde(rename = "meeting.presence")]
    Presence {
        /// Where.
        meeting: Meeting,
        /// How many.
        present: u32,
    },
    /// Puts a motion.
    #[serde(rename = "meeting.move")]
    Move {
        /// Where.
        meeting: Meeting,
        /// What it is called.
        title: String,
        /// What it says.
        text: String,
        /// What it is about.
        #[serde(default)]
        matter: Matter,
        /// Who moved it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        mover: Option<Member>,
        /// The draft that it was written in, by its id alone.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        from_draft: Option<ActId>,
    },
    /// Takes a motion back before it is settled.
    #[serde(rename = "meeting.withdraw")]
    Withdraw {
        /// Where.
        meeting: Meeting,
        /// Which motion.
        motion: ActId,
    },
    /// Settles a motion: a decision, numbered.
    #[serde(rename = "meeting.decide")]
    Decide {
        /// Where.
        meeting: Meeting,
        /// Which motion.
        motion: ActId,
        /// One more than the last decision of the assembly (A7).
        number: u32,
        /// How the hall answered.
        answer: Answer,
        /// What became of it.
        outcome: Outcome,
        /// When to look at it again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        review: Option<Day>,
    },
    /// Says what was wrong in an entry, which stays as it is (A7).
    #[serde(rename = "meeting.correct")]
    Correct {
        /// Where.
        meeting: Meeting,
        /// Which entry.
        act: ActId,
        /// What is right.
        text: String,
    },
    /// Asks someone to do something by a day.
    #[serde(rename = "meeting.action")]
    Action {
        /// Where.
        meeting: Meeting,
        /// What.
        what: String,
        /// By which day.
        due: Day,
        /// Who.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        who: Option<Member>,
        /// The decision that it carries out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        decision: Option<ActId>,
    },
    /// Says that it was done.
    #[serde(rename = "meeting.done")]
    Done {
        /// Where it is said: the meeting that asked.
        meeting: Meeting,
        /// Which action.
        action: ActId,
    },
    /// Closes it: the meeting was held (binding).
    #[serde(rename = "meeting.close")]
    Close {
        /// Which.
        meeting: Meeting,
        /// One more than the meetings held before.
        number: u32,
    },
    /// The assembly adopts these minutes by a decision.
    #[serde(rename = "meeting.adopt")]
    Adopt {
        /// Which minutes.
        meeting: Meeting,
        /// The decision.
        decision: ActId,
    },
    /// Seals adopted minutes (binding); from then on they are only corrected.
    #[serde(rename = "meeting.seal")]
    Seal {
        /// Which minutes.
        meeting: Meeting,
        /// The digest of every entry in them.
        digest: MinutesHash,
    },
}

impl Act {
    /// The meeting whose minutes hold the act.
    pub fn meeting(&self) -> &Meeting {
        match self {
            Act::Call { meeting, .. }
            | Act::Item { meeting, .. }
            | Act::Open { meeting, .. }
            | Act::Presence { meeting, .. }
            | Act::Move { meeting, .. }
            | Act::Withdraw { meeting, .. }
            | Act::Decide { meeting, .. }
            | Act::Correct { meeting, .. }
            | Act::Action { meeting, .. }
            | Act::Done { meeting, .. }
            | Act::Close { meeting, .. }
            | Act::Adopt { meeting, .. }
            | Act::Seal { meeting, .. } => meeting,
        }
    }

    pub(crate) fn standing(&self) -> Standing {
        match self {
            Act::Close { meeting, .. } => Standing::Meeting { day: meeting.day() },
            Act::Seal { .. } => Standing::Binding,
            Act::Call { .. }
            | Act::Item { .. }
            | Act::Open { .. }
            | Act::Presence { .. }
            | Act::Move { .. }
            | Act::Withdraw { .. }
            | Act::Decide { .. }
            | Act::Correct { .. }
            | Act::Action { .. }
            | Act::Done { .. }
            | Act::Adopt { .. } => Standing::Deed(Duty::Facilitator),
        }
    }
}
