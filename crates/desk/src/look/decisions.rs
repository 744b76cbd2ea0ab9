//! The register of decisions, what cites one, and what somebody was asked to do.

use folkmoot::act::Entry;
use folkmoot::fold::Status;
use folkmoot::id::ActId;
use folkmoot::minutes::{Answer, Asked as AskedFor, Decision as Decided, Matter, Minutes, Outcome};
use folkmoot::plain::{Day, Meeting};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::finding::{Text, dated};
use super::part::one_of;
use super::shelf::Numbered;
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
    /// How many there are.
    of: usize,
    /// How many of them have what is looked for.
    found: usize,
    /// The highest number in the register by then; 0 where there is none.
    last: u32,
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
pub(super) struct Action<'a> {
    /// Its act.
    id: ActId,
    /// What was asked.
    action: &'a AskedFor,
    /// The name of who was asked, where the card is here.
    name: Option<&'a str>,
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
    /// How many there are.
    of: usize,
    /// How many of them have what is looked for.
    found: usize,
}

impl Action<'_> {
    pub(super) fn is_overdue(&self) -> bool {
        self.overdue
    }
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
    let part = asked.part("decisions")?;
    let among = one_of(part.among, ["adopted", "rejected", "deferred"], "decisions")?;
    let minutes = &asked.fold.book().commons.minutes;
    let by_then = |decision: &&Decided| decision.meeting.day() <= asked.as_of && among.is_none_or(|among| among == said(decision.outcome));
    let of = minutes.decisions.values().filter(by_then).count();
    let fits = asked.shelf.register.having(part.words()).filter_map(|line| minutes.decisions.get(&line.decision));
    let (found, shown) = part.of(fits.filter(by_then).collect());
    let last = minutes
        .decisions
        .values()
        .filter(|decision| decision.meeting.day() <= asked.as_of)
        .map(|decision| decision.number)
        .max()
        .unwrap_or(0);
    Ok(Decisions { decisions: shown.into_iter().map(|decision| Decision::of(asked, decision)).collect(), of, found, last })
}

/// The word for an outcome, as in `among=`.
fn said(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Adopted => "adopted",
        Outcome::Rejected => "rejected",
        Outcome::Deferred => "deferred",
    }
}

/// What can be found of a decision.
pub(super) fn words(minutes: &Minutes, line: &Numbered) -> Text {
    let decision = minutes.decisions.get(&line.decision);
    let motion = decision.and_then(|decision| minutes.motions.get(&decision.motion));
    let title = motion.map_or("", |motion| motion.title.as_str());
    let number =
        decision.map(|decision| format!("#{} {} {}", decision.number, decision.meeting, dated(decision.meeting.day()))).unwrap_or_default();
    Text::of(title, [&*number, motion.map_or("", |motion| motion.text.as_str())])
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
    let part = asked.part("actions")?;
    let among = one_of(part.among, ["open", "done"], "actions")?;
    let who = part.member("actions")?;
    let all: Vec<Action<'a>> = asked_for(asked)
        .filter(|action| who.is_none_or(|who| action.action.who == Some(who)) && among.is_none_or(|among| (among == "done") == action.done))
        .collect();
    let of = all.len();
    let has = |action: &Action<'_>| {
        part.words().is_none_or(|needle| {
            needle.is_in(&Text::of(
                &action.action.what,
                [action.name.unwrap_or_default(), &action.action.meeting.to_string(), &dated(action.action.due)],
            ))
        })
    };
    let (found, actions) = part.of(all.into_iter().filter(has).collect());
    Ok(Actions { by_claims: asked.day.is_some(), actions, of, found })
}

/// What somebody was asked to do, the first due first.
pub(super) fn asked_for<'a>(asked: &Asked<'a>) -> impl Iterator<Item = Action<'a>> {
    let minutes = &asked.fold.book().commons.minutes;
    // When something was done, no act names a day; it claims a moment.
    let claimed = move |act: &ActId| asked.fold.act(act).is_some_and(|judged| asked.claimed_by(judged.change.says().claimed_at));
    let mut all: Vec<_> = minutes.actions.iter().filter(|(_, action)| asked.by(action.meeting.day())).collect();
    all.sort_by_key(|(id, action)| (action.due, **id));
    all.into_iter().map(move |(id, action)| {
        let done = minutes.done.get(id).into_iter().flatten().any(claimed);
        let name = action.who.and_then(|who| asked.name(who));
        Action { id: *id, action, name, done, overdue: !done && action.due < asked.as_of }
    })
}
