//! The register of decisions, what cites one, and what somebody was asked to do.

use folkmoot::act::Entry;
use folkmoot::fold::Status;
use folkmoot::id::ActId;
use folkmoot::minutes::{Answer, Asked as AskedFor, Decision as Decided, Matter, Outcome};
use folkmoot::plain::{Day, Meeting};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;

/// A decision with the motion that it settles.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Decision<'a> {
    /// Its act.
    id: ActId,
    /// Its number in the register.
    number: u32,
    /// Where it was made.
    meeting: &'a Meeting,
    /// What became of the motion.
    outcome: Outcome,
    /// What the motion is called; none where it does not count.
    title: Option<&'a str>,
    /// What it says.
    text: Option<&'a str>,
    /// What it is about.
    matter: Option<Matter>,
    /// How the hall answered.
    answer: &'a Answer,
    /// When to look at it again.
    review: Option<Day>,
    /// Who wrote it down, and when.
    entry: &'a Entry,
}

/// The register of decisions.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Decisions<'a> {
    /// By number.
    decisions: Vec<Decision<'a>>,
}

/// An act that names a decision.
#[derive(Debug, Serialize, JsonSchema)]
struct Citing<'a> {
    /// Its id.
    id: ActId,
    /// Its kind.
    #[serde(rename = "do")]
    kind: Option<String>,
    /// What it counts for.
    status: &'a Status,
}

/// One decision, and what cites it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OneDecision<'a> {
    /// The decision.
    #[serde(flatten)]
    decision: Decision<'a>,
    /// Every other act that names it.
    cited_by: Vec<Citing<'a>>,
}

/// What somebody was asked to do.
#[derive(Debug, Serialize, JsonSchema)]
struct Action<'a> {
    /// Its act.
    id: ActId,
    /// What was asked.
    action: &'a AskedFor,
    /// The name of who was asked, where the card is here.
    name: Option<String>,
    /// Whether it was done.
    done: bool,
    /// Whether its day is past and it was not done.
    overdue: bool,
}

/// What somebody was asked to do, the first due first.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Actions<'a> {
    /// Whether what was done goes by what clocks claimed.
    by_claims: bool,
    /// By the day on which it is due.
    actions: Vec<Action<'a>>,
}

impl<'a> Decision<'a> {
    pub(super) fn of(asked: &Asked<'a>, decision: &'a Decided) -> Decision<'a> {
        let motion = asked.fold.book().commons.minutes.motions.get(&decision.motion);
        Decision {
            id: decision.entry.id,
            number: decision.number,
            meeting: &decision.meeting,
            outcome: decision.outcome,
            title: motion.map(|motion| motion.title.as_str()),
            text: motion.map(|motion| motion.text.as_str()),
            matter: motion.map(|motion| motion.matter),
            answer: &decision.answer,
            review: decision.review,
            entry: &decision.entry,
        }
    }
}

pub(super) fn decisions<'a>(asked: &Asked<'a>) -> Result<Decisions<'a>, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let mut all: Vec<&Decided> = minutes.decisions.values().filter(|decision| decision.meeting.day() <= asked.as_of).collect();
    all.sort_by_key(|decision| (decision.number, decision.entry.id));
    Ok(Decisions { decisions: all.into_iter().map(|decision| Decision::of(asked, decision)).collect() })
}

pub(super) fn decision<'a>(asked: &Asked<'a>) -> Result<OneDecision<'a>, Trouble> {
    let id = asked.desk.find_decision(asked.assembly, asked.word(0, "decision")?)?;
    let commons = &asked.fold.book().commons;
    let missing = || Trouble::NotInTheBook { what: "decision", asked: id.to_string() };
    let decision = Decision::of(asked, commons.minutes.decisions.get(&id).ok_or_else(missing)?);
    let text = id.to_string();
    // An id stands in an act's bytes as it is said, and the bytes need not be read as an act for that.
    let named = |judged: &folkmoot::fold::Judged<'_>| judged.change.says().act.windows(text.len()).any(|part| part == text.as_bytes());
    let citing = asked.fold.judged().filter(|judged| judged.change.act_id() != id && named(judged));
    let citing = citing.map(|judged| Citing {
        id: judged.change.act_id(),
        kind: judged.change.act().text("do").map(str::to_owned),
        status: judged.status,
    });
    Ok(OneDecision { decision, cited_by: citing.collect() })
}

pub(super) fn actions<'a>(asked: &Asked<'a>) -> Result<Actions<'a>, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let names = asked.desk.names(asked.assembly)?;
    // When something was done, no act names a day; it claims a moment.
    let claimed = |act: &ActId| asked.fold.act(act).is_some_and(|judged| asked.claimed_by(judged.change.says().claimed_at));
    let mut all: Vec<_> = minutes.actions.iter().filter(|(_, action)| asked.by(action.meeting.day())).collect();
    all.sort_by_key(|(id, action)| (action.due, **id));
    let actions = all.into_iter().map(|(id, action)| {
        let done = minutes.done.get(id).into_iter().flatten().any(claimed);
        let name = action.who.and_then(|who| names.get(&who)).map(|card| card.name.clone());
        Action { id: *id, action, name, done, overdue: !done && action.due < asked.as_of }
    });
    Ok(Actions { by_claims: asked.day.is_some(), actions: actions.collect() })
}
