//! Who holds which duty, until when.

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::mandate::{Grant, Instruction, Recall, Term};
use folkmoot::plain::{Day, Duty, Member};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::finding::{Text, dated};
use super::part::one_of;
use crate::Trouble;

/// A mandate's card.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Mandate<'a> {
    /// The granting act.
    id: ActId,
    /// Who holds it.
    member: Member,
    /// The name, from the card where it is here, or else the one that may be shown outside.
    name: Option<&'a str>,
    /// What it is to do.
    duty: Duty,
    /// The body outside that a delegate speaks at.
    body: Option<&'a str>,
    /// The accounts that a treasurer keeps, each with all below it; none for the whole ledger.
    accounts: &'a [String],
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
    /// How many there are.
    of: usize,
    /// How many of them have what is looked for.
    found: usize,
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

fn shown<'a>(asked: &Asked<'a>, id: &ActId, grant: &'a Grant) -> Mandate<'a> {
    let commons = &asked.fold.book().commons;
    Mandate {
        id: *id,
        member: grant.member,
        name: named(asked, grant),
        duty: grant.duty,
        body: grant.body.as_deref(),
        accounts: &grant.accounts,
        items: &grant.items,
        from: grant.from,
        until: grant.until,
        decision: commons.minutes.decisions.get(&grant.decision).map(|decision| decision.number),
        granted: &grant.entry,
        term: term(asked, id, grant),
        recalled: recalls(asked, id).collect(),
    }
}

/// The name of whoever holds it, from the card where it is here, or else the one that may be shown outside.
pub(super) fn named<'a>(asked: &Asked<'a>, grant: &'a Grant) -> Option<&'a str> {
    asked.name(grant.member).or(grant.public_name.as_deref())
}

/// What can be found of a mandate.
fn words(asked: &Asked<'_>, grant: &Grant) -> Text {
    let (from, until, member) = (dated(grant.from), dated(grant.until), grant.member.to_string());
    let items = grant.items.iter().flat_map(|item| [item.on.as_str(), item.position.as_str()]);
    let beside = [grant.duty.word(), grant.body.as_deref().unwrap_or_default(), &*from, &*until, &*member];
    let accounts = grant.accounts.iter().map(String::as_str);
    Text::of(named(asked, grant).unwrap_or_default(), beside.into_iter().chain(accounts).chain(items))
}

/// Every grant that had been decided by then, by the last day.
fn granted<'a>(asked: &Asked<'a>) -> Vec<(&'a ActId, &'a Grant)> {
    let grants = asked.fold.book().commons.mandate.grants.iter();
    let mut grants: Vec<_> = grants.filter(|(_, grant)| asked.decided_by(&grant.decision)).collect();
    grants.sort_by_key(|(_, grant)| grant.until);
    grants
}

pub(super) fn mandates<'a>(asked: &Asked<'a>) -> Result<Mandates<'a>, Trouble> {
    let part = asked.part("mandates")?;
    let among = one_of(part.among, ["held", "past"], "mandates")?;
    let member = part.member("mandates")?;
    let fits = |id: &ActId, grant: &Grant| {
        let past = || matches!(term(asked, id, grant), Term::Recalled | Term::Ended);
        member.is_none_or(|member| member == grant.member) && among.is_none_or(|among| (among == "past") == past())
    };
    let mut grants = granted(asked);
    grants.retain(|(id, grant)| fits(id, grant));
    let of = grants.len();
    if let Some(needle) = part.words() {
        grants.retain(|(_, grant)| needle.is_in(&words(asked, grant)));
    }
    let (found, grants) = part.of(grants);
    Ok(Mandates { mandates: grants.into_iter().map(|(id, grant)| shown(asked, id, grant)).collect(), of, found })
}

/// The mandates that are held and end on a day or before it.
pub(super) fn ending<'a>(asked: &Asked<'a>, by: Day) -> Vec<Mandate<'a>> {
    let mut grants = granted(asked);
    grants.retain(|(id, grant)| grant.until <= by && matches!(term(asked, id, grant), Term::Held | Term::Overdue));
    grants.into_iter().map(|(id, grant)| shown(asked, id, grant)).collect()
}

/// Every mandate, those that end last first, each with what can be found of it.
pub(super) fn findable<'a>(asked: &Asked<'a>) -> impl Iterator<Item = (&'a ActId, &'a Grant, Text)> {
    granted(asked).into_iter().rev().map(|(id, grant)| (id, grant, words(asked, grant)))
}

pub(super) fn mandate<'a>(asked: &Asked<'a>) -> Result<Mandate<'a>, Trouble> {
    let word = asked.word(0, "mandate")?;
    let id = asked.desk.find_act(asked.assembly, word)?;
    let grant = asked.fold.book().commons.mandate.grants.get(&id).filter(|grant| asked.decided_by(&grant.decision));
    let grant = grant.ok_or_else(|| Trouble::NotInTheBook { what: "mandate", asked: word.to_owned() })?;
    Ok(shown(asked, &id, grant))
}
