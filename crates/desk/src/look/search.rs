//! Searching the whole book: of each kind what fits best, and how much more there is.

use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::{Day, Duty, Meeting, Member};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::finding::{Fit, Needle, Text};
use super::shelf::{Numbered, Written};
use crate::Trouble;

/// What was found of one kind.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(inline)]
struct Found<T> {
    /// How many there are.
    found: usize,
    /// Those that fit best: by name first, then the latest.
    first: Vec<T>,
}

/// A member who was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundMember<'a> {
    /// The number.
    member: Member,
    /// The names on the cards that are here.
    names: Vec<&'a str>,
    /// The day on which the member left.
    left: Option<Day>,
}

/// A decision that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundDecision<'a> {
    /// Its act.
    id: ActId,
    /// Its number in the register.
    number: u32,
    /// Where it was made.
    meeting: &'a Meeting,
    /// What the motion is called.
    title: Option<&'a str>,
}

/// A clause that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundClause {
    /// Its id.
    clause: String,
    /// The heading.
    heading: String,
}

/// A meeting that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundMeeting<'a> {
    /// Which.
    meeting: &'a Meeting,
    /// Where.
    place: Option<&'a str>,
}

/// A mandate that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundMandate<'a> {
    /// The granting act.
    id: ActId,
    /// Who holds it.
    member: Member,
    /// The name, where it is here.
    name: Option<&'a str>,
    /// What it is to do.
    duty: Duty,
    /// The last day.
    until: Day,
}

/// An entry of the ledger that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundEntry<'a> {
    /// The act that wrote it.
    id: ActId,
    /// The day.
    day: Day,
    /// In words.
    text: &'a str,
    /// Whether it takes another back.
    takes_back: bool,
    /// Whether it was taken back.
    taken_back: bool,
}

/// A town that was found.
#[derive(Debug, Serialize, JsonSchema)]
struct FoundTown {
    /// Its assembly.
    assembly: AssemblyId,
    /// What it is called here.
    name: String,
}

/// What has the words that are looked for, by kind.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Search<'a> {
    /// Members.
    members: Found<FoundMember<'a>>,
    /// Decisions.
    decisions: Found<FoundDecision<'a>>,
    /// Clauses of the charter in force.
    clauses: Found<FoundClause>,
    /// Meetings.
    meetings: Found<FoundMeeting<'a>>,
    /// Mandates.
    mandates: Found<FoundMandate<'a>>,
    /// Entries of the ledger.
    entries: Found<FoundEntry<'a>>,
    /// Towns that this home has heard of.
    towns: Found<FoundTown>,
}

/// Those that fit best come first, otherwise as they came.
struct Best<T> {
    most: usize,
    found: usize,
    by_fit: [Vec<T>; 4],
}

impl<T> Best<T> {
    fn of(most: usize, all: impl Iterator<Item = (T, Option<Fit>)>) -> Best<T> {
        let mut best = Best { most, found: 0, by_fit: [Vec::new(), Vec::new(), Vec::new(), Vec::new()] };
        for (one, fit) in all.filter_map(|(one, fit)| fit.map(|fit| (one, fit))) {
            best.found += 1;
            let [named, name_begins, begins, inside] = &mut best.by_fit;
            let like = match fit {
                Fit::Named => named,
                Fit::NameBegins => name_begins,
                Fit::Begins => begins,
                Fit::Inside => inside,
            };
            if like.len() < most {
                like.push(one);
            }
        }
        best
    }

    fn shown<U>(self, show: impl FnMut(T) -> U) -> Found<U> {
        Found { found: self.found, first: self.by_fit.into_iter().flatten().take(self.most).map(show).collect() }
    }
}

pub(super) fn search<'a>(asked: &Asked<'a>) -> Result<Search<'a>, Trouble> {
    let part = asked.part("search")?;
    let most = part.most();
    let needle = &part.find.unwrap_or_else(|| Needle::of(""));
    Ok(Search {
        members: members(asked, needle, most),
        decisions: decisions(asked, needle, most),
        clauses: clauses(asked, needle, most),
        meetings: meetings(asked, needle, most),
        mandates: mandates(asked, needle, most),
        entries: entries(asked, needle, most),
        towns: towns(asked, needle, most)?,
    })
}

/// No words find nothing.
fn fit(needle: &Needle, text: &Text) -> Option<Fit> {
    if needle.is_empty() { None } else { needle.fit(text) }
}

fn members<'a>(asked: &Asked<'a>, needle: &Needle, most: usize) -> Found<FoundMember<'a>> {
    let wanted = asked.fold.book().commons.roll.members.iter().filter(|_| !needle.is_empty());
    let fits = wanted.map(|(member, enrolment)| ((*member, enrolment), super::people::fit(asked, needle, *member, enrolment)));
    Best::of(most, fits).shown(|(member, enrolment)| FoundMember {
        member,
        names: super::people::cards(asked, enrolment).map(|kept| kept.card.name.as_str()).collect(),
        left: enrolment.left.values().copied().next(),
    })
}

fn decisions<'a>(asked: &Asked<'a>, needle: &Needle, most: usize) -> Found<FoundDecision<'a>> {
    let minutes = &asked.fold.book().commons.minutes;
    let lines = asked.shelf.register.lines().rev();
    let fits = lines.map(|(line, text): (&Numbered, _)| (line.decision, text.and_then(|text| fit(needle, text))));
    let fits = fits.filter_map(|(decision, fit)| minutes.decisions.get(&decision).map(|decision| (decision, fit)));
    Best::of(most, fits).shown(|decision| FoundDecision {
        id: decision.entry.id,
        number: decision.number,
        meeting: &decision.meeting,
        title: minutes.motions.get(&decision.motion).map(|motion| motion.title.as_str()),
    })
}

fn clauses(asked: &Asked<'_>, needle: &Needle, most: usize) -> Found<FoundClause> {
    let commons = &asked.fold.book().commons;
    let clauses = if needle.is_empty() { Vec::new() } else { commons.charter.current(&commons.minutes).clauses };
    let fits = clauses.into_iter().map(|clause| {
        let text = Text::of(&clause.heading, [clause.text.as_str()]);
        (clause, fit(needle, &text))
    });
    Best::of(most, fits).shown(|clause| FoundClause { clause: clause.id, heading: clause.heading })
}

fn meetings<'a>(asked: &Asked<'a>, needle: &Needle, most: usize) -> Found<FoundMeeting<'a>> {
    let called = super::minutes::called(asked).into_iter();
    let fits = called.map(|(meeting, held)| ((meeting, held), fit(needle, &super::minutes::words(meeting, held))));
    Best::of(most, fits)
        .shown(|(meeting, held)| FoundMeeting { meeting, place: held.called.values().map(|called| called.place.as_str()).next() })
}

fn mandates<'a>(asked: &Asked<'a>, needle: &Needle, most: usize) -> Found<FoundMandate<'a>> {
    let fits = super::mandates::findable(asked).map(|(id, grant, text)| ((id, grant), fit(needle, &text)));
    Best::of(most, fits).shown(|(id, grant)| FoundMandate {
        id: *id,
        member: grant.member,
        name: super::mandates::named(asked, grant),
        duty: grant.duty,
        until: grant.until,
    })
}

fn entries<'a>(asked: &Asked<'a>, needle: &Needle, most: usize) -> Found<FoundEntry<'a>> {
    let ledger = &asked.fold.book().commons.ledger;
    let lines = asked.shelf.journal.lines().rev();
    let fits = lines.map(|(line, text): (&Written, _)| (line, text.and_then(|text| fit(needle, text))));
    Best::of(most, fits).shown(|line| FoundEntry {
        id: if line.back {
            ledger.reversal(&line.transaction).map_or(line.transaction, |reversal| reversal.entry.id)
        } else {
            line.transaction
        },
        day: line.day,
        text: ledger.transactions.get(&line.transaction).map_or("", |transaction| transaction.text.as_str()),
        takes_back: line.back,
        taken_back: !line.back && ledger.reversal(&line.transaction).is_some_and(|reversal| asked.by(reversal.day)),
    })
}

fn towns(asked: &Asked<'_>, needle: &Needle, most: usize) -> Result<Found<FoundTown>, Trouble> {
    let towns = asked.desk.archive.towns()?.into_iter().map(|town| {
        let text = Text::of(&town.name, []);
        (town, fit(needle, &text))
    });
    Ok(Best::of(most, towns).shown(|town| FoundTown { assembly: town.assembly, name: town.name }))
}
