//! What the minutes refuse.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Answer, Outcome};
use super::book::Held;
use crate::act::Author;
use crate::book::Commons;
use crate::charter::Method;
use crate::id::ActId;
use crate::plain::{Meeting, Member};
use crate::refusal::{Principle, Rule, rule};

/// Why the minutes say no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "MinutesRefusal")]
pub enum Refusal {
    /// The meeting was called before.
    MeetingCalled {
        /// Which.
        meeting: Meeting,
    },
    /// The meeting was never called.
    MeetingNotCalled {
        /// Which.
        meeting: Meeting,
    },
    /// Only an opened meeting can do this.
    MeetingNotOpen {
        /// Which.
        meeting: Meeting,
    },
    /// The meeting was opened before.
    MeetingOpened {
        /// Which.
        meeting: Meeting,
    },
    /// The meeting is over.
    MeetingClosed {
        /// Which.
        meeting: Meeting,
    },
    /// The minutes are sealed; they can be corrected.
    MinutesSealed {
        /// Which.
        meeting: Meeting,
    },
    /// Only a closed meeting can do this.
    MeetingNotClosed {
        /// Which.
        meeting: Meeting,
    },
    /// A meeting of nobody.
    NobodyPresent,
    /// Words are missing.
    MeetingWithoutWords {
        /// The field.
        field: &'static str,
    },
    /// The witness of a paper meeting is the one who enters it, or not a member.
    PaperWitness {
        /// Who.
        member: Member,
    },
    /// Someone who is not on the roll.
    MinutesNotAMember {
        /// Who.
        member: Member,
    },
    /// No such motion in this meeting.
    MotionUnknown {
        /// Which.
        motion: ActId,
    },
    /// The motion has its decision.
    MotionSettled {
        /// Which.
        motion: ActId,
        /// The number of the decision.
        number: u32,
    },
    /// The motion was taken back.
    MotionWithdrawn {
        /// Which.
        motion: ActId,
    },
    /// A decision out of turn.
    DecisionNumber {
        /// The number it should have.
        next: u32,
    },
    /// A meeting out of turn.
    MeetingNumber {
        /// The number it should have.
        next: u32,
    },
    /// More answers than members present.
    MoreAnswersThanPeople {
        /// Answers.
        answers: u64,
        /// Present.
        present: u32,
    },
    /// The outcome does not follow from the answer.
    OutcomeDoesNotFollow {
        /// What the answer comes to.
        answer: Outcome,
    },
    /// The charter names another way to settle motions.
    OtherMethod {
        /// The charter's.
        method: Method,
    },
    /// Fewer present than the charter asks for.
    QuorumMissing {
        /// Present.
        present: u32,
        /// Needed.
        needed: u32,
    },
    /// No such entry in these minutes.
    EntryUnknown {
        /// Which.
        act: ActId,
    },
    /// No such action item.
    ActionUnknown {
        /// Which.
        action: ActId,
    },
    /// No adopted decision of that id.
    MinutesWithoutDecision {
        /// Which.
        decision: ActId,
    },
    /// The minutes were not adopted.
    NotAdopted {
        /// Which.
        meeting: Meeting,
    },
    /// The seal covers other entries than these.
    OtherDigest {
        /// Which.
        meeting: Meeting,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::MeetingCalled { .. }
            | Refusal::MeetingNotCalled { .. }
            | Refusal::MeetingNotOpen { .. }
            | Refusal::MeetingOpened { .. }
            | Refusal::MeetingClosed { .. }
            | Refusal::MeetingNotClosed { .. }
            | Refusal::NobodyPresent
            | Refusal::MeetingWithoutWords { .. }
            | Refusal::MotionUnknown { .. }
            | Refusal::MeetingNumber { .. } => rule("A1", Principle::P1),
            Refusal::QuorumMissing { .. } => rule("A4", Principle::P3),
            Refusal::MinutesSealed { .. }
            | Refusal::MotionSettled { .. }
            | Refusal::MotionWithdrawn { .. }
            | Refusal::DecisionNumber { .. }
            | Refusal::EntryUnknown { .. }
            | Refusal::ActionUnknown { .. }
            | Refusal::MinutesWithoutDecision { .. }
            | Refusal::NotAdopted { .. }
            | Refusal::OtherDigest { .. } => rule("A7", Principle::P5),
            Refusal::PaperWitness { .. } | Refusal::MinutesNotAMember { .. } | Refusal::MoreAnswersThanPeople { .. } => {
                rule("A13", Principle::P6)
            }
            Refusal::OutcomeDoesNotFollow { .. } | Refusal::OtherMethod { .. } => rule("T8", Principle::P4),
        }
    }
}

/// Weighs an act in the minutes.
pub fn check(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let meeting = act.meeting();
    let nothing = Held::default();
    let held = book.minutes.meetings.get(meeting).unwrap_or(&nothing);
    let member = |member: Member| if book.roll.belongs(member) { Ok(()) } else { Err(Refusal::MinutesNotAMember { member }) };
    if let Act::Call { place, paper_witness, .. } = act {
        if !held.called.is_empty() {
            return Err(Refusal::MeetingCalled { meeting: meeting.clone() });
        }
        words("place", place)?;
        return match paper_witness {
            Some(witness) if *witness == by.member || !book.roll.belongs(*witness) => Err(Refusal::PaperWitness { member: *witness }),
            Some(_) | None => Ok(()),
        };
    }
    if held.called.is_empty() {
        return Err(Refusal::MeetingNotCalled { meeting: meeting.clone() });
    }
    match act {
        Act::Call { .. } => Ok(()),
        Act::Correct { act, text, .. } => {
            words("text", text)?;
            let known = held.entries.contains(act) || held.closed.contains_key(act) || held.corrected.contains_key(act);
            if known { Ok(()) } else { Err(Refusal::EntryUnknown { act: *act }) }
        }
        Act::Done { action, .. } => {
            let known = book.minutes.actions.get(action).is_some_and(|asked| asked.meeting == *meeting);
            if known { Ok(()) } else { Err(Refusal::ActionUnknown { action: *action }) }
        }
        Act::Adopt { decision, .. } => {
            closed(held, meeting)?;
            unsealed(held, meeting)?;
            if book.minutes.adopted(decision).is_some() { Ok(()) } else { Err(Refusal::MinutesWithoutDecision { decision: *decision }) }
        }
        Act::Seal { digest, .. } => {
            closed(held, meeting)?;
            unsealed(held, meeting)?;
            if held.adopted.is_empty() {
                return Err(Refusal::NotAdopted { meeting: meeting.clone() });
            }
            if *digest == held.digest() { Ok(()) } else { Err(Refusal::OtherDigest { meeting: meeting.clone() }) }
        }
        Act::Item { item, .. } => {
            words("title", &item.title)?;
            not_over(held, meeting)
        }
        Act::Open { present, .. } => {
            not_over(held, meeting)?;
            if !held.opened.is_empty() {
                return Err(Refusal::MeetingOpened { meeting: meeting.clone() });
            }
            if *present == 0 { Err(Refusal::NobodyPresent) } else { Ok(()) }
        }
        Act::Presence { .. } => open(held, meeting),
        Act::Move { title, text, mover, .. } => {
            open(held, meeting)?;
            words("title", title)?;
            words("text", text)?;
            mover.map_or(Ok(()), member)
        }
        Act::Withdraw { motion, .. } => {
            open(held, meeting)?;
            unsettled(motion, meeting, book)
        }
        Act::Decide { motion, number, answer, outcome, .. } => {
            open(held, meeting)?;
            unsettled(motion, meeting, book)?;
            let next = book.minutes.next_decision();
            if *number != next {
                return Err(Refusal::DecisionNumber { next });
            }
            follows(answer, *outcome, held.present(), book)
        }
        Act::Action { what, who, decision, .. } => {
            open(held, meeting)?;
            words("what", what)?;
            if let Some(decision) = decision.filter(|decision| book.minutes.adopted(decision).is_none()) {
                return Err(Refusal::MinutesWithoutDecision { decision });
            }
            who.map_or(Ok(()), member)
        }
        Act::Close { number, .. } => {
            open(held, meeting)?;
            let next = book.minutes.held().saturating_add(1);
            if *number == next { Ok(()) } else { Err(Refusal::MeetingNumber { next }) }
        }
    }
}

/// The outcome of a decision follows from the count and from the charter's method and quorum (T8, A4).
fn follows(answer: &Answer, outcome: Outcome, present: u32, book: &Commons) -> Result<(), Refusal> {
    if present == 0 {
        return Err(Refusal::NobodyPresent);
    }
    // Putting a motion off binds nobody, so it needs neither a quorum nor the charter's method.
    let settles = outcome != Outcome::Deferred;
    let charter = book.charter.settings(&book.minutes);
    let needed = charter.quorum.map_or(0, |quorum| (u64::from(quorum) * u64::from(book.roll.size())).div_ceil(100) as u32);
    if settles && present < needed {
        return Err(Refusal::QuorumMissing { present, needed });
    }
    let (answers, method, adopts) = match answer {
        Answer::Consent { objections, aside } => (u64::from(*objections) + u64::from(*aside), Method::Consent, *objections == 0),
        Answer::Count { yes, against, abstain, method } => {
            let (yes, no) = (u64::from(*yes), u64::from(*against));
            let method = method.or(charter.method).unwrap_or(Method::Majority);
            let adopts = match method {
                Method::Consent => no == 0 && yes > 0,
                Method::Majority => yes > no,
                Method::TwoThirds => yes > 0 && yes * 3 >= (yes + no) * 2,
            };
            (yes + no + u64::from(*abstain), method, adopts)
        }
    };
    if answers > u64::from(present) {
        return Err(Refusal::MoreAnswersThanPeople { answers, present });
    }
    if let Some(method) = charter.method.filter(|named| settles && *named != method) {
        return Err(Refusal::OtherMethod { method });
    }
    match (adopts, outcome) {
        (true, Outcome::Adopted) | (false, Outcome::Rejected) | (_, Outcome::Deferred) => Ok(()),
        (true, Outcome::Rejected) => Err(Refusal::OutcomeDoesNotFollow { answer: Outcome::Adopted }),
        (false, Outcome::Adopted) => Err(Refusal::OutcomeDoesNotFollow { answer: Outcome::Rejected }),
    }
}

/// The motion was put in this meeting, and is neither taken back nor settled.
fn unsettled(motion: &ActId, meeting: &Meeting, book: &Commons) -> Result<(), Refusal> {
    let motion = *motion;
    if book.minutes.motions.get(&motion).is_none_or(|put| put.meeting != *meeting) {
        return Err(Refusal::MotionUnknown { motion });
    }
    if book.minutes.withdrawn.contains_key(&motion) {
        return Err(Refusal::MotionWithdrawn { motion });
    }
    match book.minutes.settled(&motion) {
        Some(decision) => Err(Refusal::MotionSettled { motion, number: decision.number }),
        None => Ok(()),
    }
}

fn words(field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::MeetingWithoutWords { field }) } else { Ok(()) }
}

fn not_over(held: &Held, meeting: &Meeting) -> Result<(), Refusal> {
    unsealed(held, meeting)?;
    if held.closed.is_empty() { Ok(()) } else { Err(Refusal::MeetingClosed { meeting: meeting.clone() }) }
}

fn unsealed(held: &Held, meeting: &Meeting) -> Result<(), Refusal> {
    if held.sealed.is_empty() { Ok(()) } else { Err(Refusal::MinutesSealed { meeting: meeting.clone() }) }
}

fn open(held: &Held, meeting: &Meeting) -> Result<(), Refusal> {
    not_over(held, meeting)?;
    if held.is_open() { Ok(()) } else { Err(Refusal::MeetingNotOpen { meeting: meeting.clone() }) }
}

fn closed(held: &Held, meeting: &Meeting) -> Result<(), Refusal> {
    if held.closed.is_empty() { Err(Refusal::MeetingNotClosed { meeting: meeting.clone() }) } else { Ok(()) }
}
