//! Who holds which duty, until when.

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::mandate::{Grant, Instruction, Recall, Term};
use folkmoot::plain::{Day, Duty, Member};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;

/// A mandate's card.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Mandate<'a> {
    /// The granting act.
    id: ActId,
    /// Who holds it.
    member: Member,
    /// The name, from the card where it is here, or else the one that may be shown outside.
    name: Option<String>,
    /// What it is to do.
    duty: Duty,
    /// The body outside that a delegate speaks at.
    body: Option<&'a str>,
    /// The instructions.
    items: &'a [Instruction],
    /// The first day.
    from: Day,
    /// The last day.
    until: Day,
    /// The number of the decision behind it; none where that does not count.
    decision: Option<u32>,
    /// Who wrote it down, and when.
    granted: &'a Entry,
    /// Where it stands.
    term: Term,
    /// Its recalls; more than one where laptops recalled it at once.
    recalled: Vec<&'a Recall>,
}

/// Who holds which duty, until when.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Mandates<'a> {
    /// By the last day.
    mandates: Vec<Mandate<'a>>,
}

/// Where a mandate stands on a day, as far as the minutes know: what was decided later is left out.
fn term(asked: &Asked<'_>, id: &ActId, grant: &Grant) -> Term {
    let commons = &asked.fold.book().commons;
    let Some(day) = asked.day else { return commons.mandate.term(id, grant, &commons.roll, &commons.minutes, asked.as_of) };
    let held = commons.minutes.meetings.iter().filter(|(_, held)| !held.closed.is_empty()).map(|(meeting, _)| meeting.day());
    let ended = held.filter(|held| *held <= day).any(|held| held > grant.until);
    let left = commons.roll.members.get(&grant.member).is_none_or(|member| member.left.values().any(|left| *left <= day));
    if recalls(asked, id).next().is_some() {
        Term::Recalled
    } else if left || ended {
        Term::Ended
    } else if day < grant.from {
        Term::Ahead
    } else if day > grant.until {
        Term::Overdue
    } else {
        Term::Held
    }
}

fn recalls<'b, 'a: 'b>(asked: &'b Asked<'a>, grant: &ActId) -> impl Iterator<Item = &'a Recall> + use<'a, 'b> {
    let all = asked.fold.book().commons.mandate.recalls.get(grant).into_iter().flatten().map(|(_, recall)| recall);
    all.filter(|recall| asked.decided_by(&recall.decision))
}

fn shown<'a>(asked: &Asked<'a>, id: &ActId, grant: &'a Grant, name: Option<String>) -> Mandate<'a> {
    let commons = &asked.fold.book().commons;
    Mandate {
        id: *id,
        member: grant.member,
        name: name.or_else(|| grant.public_name.clone()),
        duty: grant.duty,
        body: grant.body.as_deref(),
        items: &grant.items,
        from: grant.from,
        until: grant.until,
        decision: commons.minutes.decisions.get(&grant.decision).map(|decision| decision.number),
        granted: &grant.entry,
        term: term(asked, id, grant),
        recalled: recalls(asked, id).collect(),
    }
}

pub(super) fn mandates<'a>(asked: &Asked<'a>) -> Result<Mandates<'a>, Trouble> {
    let names = asked.desk.names(asked.assembly)?;
    let name = |grant: &Grant| names.get(&grant.member).map(|card| card.name.clone());
    let grants = asked.fold.book().commons.mandate.grants.iter().filter(|(_, grant)| asked.decided_by(&grant.decision));
    let mut mandates: Vec<Mandate<'_>> = grants.map(|(id, grant)| shown(asked, id, grant, name(grant))).collect();
    mandates.sort_by_key(|mandate| mandate.until);
    Ok(Mandates { mandates })
}

pub(super) fn mandate<'a>(asked: &Asked<'a>) -> Result<Mandate<'a>, Trouble> {
    let word = asked.word(0, "mandate")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let grant = asked.fold.book().commons.mandate.grants.get(&id).filter(|grant| asked.decided_by(&grant.decision));
    let grant = grant.ok_or_else(|| Trouble::NotInTheBook { what: "mandate", asked: word.to_owned() })?;
    let name = asked.desk.names(asked.assembly)?.remove(&grant.member).map(|card| card.name);
    Ok(shown(asked, &id, grant, name))
}
