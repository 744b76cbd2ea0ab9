//! Meetings, and what one meeting's minutes say.

use std::collections::BTreeMap;

use folkmoot::act::Entry;
use folkmoot::id::{ActId, MinutesHash};
use folkmoot::minutes::{Asked as AskedFor, Called, Held, Item, Motion};
use folkmoot::plain::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::decisions::Decision;
use super::finding::{Text, dated};
use super::witness::Cosigned;
use crate::{Split, Trouble};

/// How far a meeting has come.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum MeetingStands {
    /// Called.
    Called,
    /// Opened.
    Open,
    /// Closed: it was held.
    Closed,
    /// Its minutes were adopted.
    Adopted,
    /// Its minutes were sealed.
    Sealed,
}

/// A meeting in the list.
#[derive(Debug, Serialize, JsonSchema)]
struct MeetingListed<'a> {
    /// Which.
    meeting: &'a Meeting,
    /// How far it has come.
    standing: MeetingStands,
    /// Where.
    place: Option<&'a str>,
    /// At what hour, in the town's words.
    time: Option<&'a str>,
    /// How many members are present, by the latest count.
    present: u32,
    /// How many decisions were made.
    decisions: usize,
    /// Which of the meetings held it is, once it is closed.
    number: Option<u32>,
    /// Whether it was held on paper and entered afterwards.
    on_paper: bool,
    /// Whether two laptops called it at once.
    called_twice: bool,
}

/// Meetings, the latest first.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Meetings<'a> {
    /// Whether how far each had come goes by what clocks claimed.
    by_claims: bool,
    /// Each that was called.
    meetings: Vec<MeetingListed<'a>>,
    /// How many were called.
    of: usize,
    /// How many of them have what is looked for.
    found: usize,
    /// How many were held.
    held: u32,
}

/// A motion and what became of it.
#[derive(Debug, Serialize, JsonSchema)]
struct MotionPut<'a> {
    /// The motion.
    motion: &'a Motion,
    /// Whether it was taken back.
    withdrawn: bool,
    /// The decision that settled it, if any.
    decision: Option<Decision<'a>>,
}

/// One meeting's minutes; a list of one kind of entry with more than one in it means that laptops wrote at once, or again.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Minutes<'a> {
    /// Which.
    meeting: Meeting,
    /// How far it has come.
    standing: MeetingStands,
    /// How it was called.
    called: Vec<&'a Called>,
    /// Items added to the agenda later.
    items: Vec<&'a Item>,
    /// How many members are present, by the latest count.
    present: u32,
    /// Motions, in the order of entries.
    motions: Vec<MotionPut<'a>>,
    /// What somebody was asked to do.
    actions: Vec<&'a AskedFor>,
    /// Openings, each with the number present.
    opened: Vec<&'a (Entry, u32)>,
    /// Later counts of who is present.
    presence: Vec<&'a (Entry, u32)>,
    /// Closings, each with the meeting's number.
    closed: Vec<&'a (Entry, u32)>,
    /// Adoptions of the minutes, each with the decision.
    adopted: Vec<&'a (Entry, ActId)>,
    /// The decisions by which they were adopted.
    adopting: Vec<Decision<'a>>,
    /// Seals, each with the digest that it seals.
    sealed: Vec<&'a (Entry, MinutesHash)>,
    /// Towns that co-signed a seal.
    cosigned: Vec<Cosigned>,
    /// Where this town was shown to be two.
    split: Vec<Split>,
    /// Corrections, each with the entry that it corrects and what is right.
    corrections: Vec<&'a (Entry, ActId, String)>,
    /// The digest of every entry in them.
    digest: MinutesHash,
}

fn standing(asked: &Asked<'_>, held: &Held) -> MeetingStands {
    if held.sealed.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        MeetingStands::Sealed
    } else if held.adopted.values().any(|(_, decision)| asked.decided_by(decision)) {
        MeetingStands::Adopted
    } else if held.closed.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        MeetingStands::Closed
    } else if held.opened.values().any(|(entry, _)| asked.claimed_by(entry.claimed_at)) {
        MeetingStands::Open
    } else {
        MeetingStands::Called
    }
}

/// Every meeting that was called, the latest first.
pub(super) fn called<'a>(asked: &Asked<'a>) -> Vec<(&'a Meeting, &'a Held)> {
    let meetings = asked.fold.book().commons.minutes.meetings.iter().rev();
    meetings.filter(|(meeting, held)| !held.called.is_empty() && asked.by(meeting.day())).collect()
}

/// What can be found of a meeting.
pub(super) fn words(meeting: &Meeting, held: &Held) -> Text {
    let day = dated(meeting.day());
    let called = held.called.values().flat_map(|called| [called.place.as_str(), called.time.as_deref().unwrap_or_default()]);
    Text::of(&meeting.to_string(), std::iter::once(&*day).chain(called))
}

pub(super) fn meetings<'a>(asked: &Asked<'a>) -> Result<Meetings<'a>, Trouble> {
    let minutes = &asked.fold.book().commons.minutes;
    let part = asked.part("meetings")?;
    let mut all = called(asked);
    let of = all.len();
    if let Some(needle) = part.words() {
        all.retain(|(meeting, held)| needle.is_in(&words(meeting, held)));
    }
    let (found, all) = part.of(all);
    let mut decisions: BTreeMap<&Meeting, usize> = BTreeMap::new();
    for decision in minutes.decisions.values() {
        *decisions.entry(&decision.meeting).or_default() += 1;
    }
    let held = minutes.meetings.iter().filter(|(meeting, _)| asked.by(meeting.day())).flat_map(|(_, held)| held.closed.values());
    let held = held.map(|(_, number)| *number).max().unwrap_or(0);
    let meetings = all.into_iter().map(|(meeting, held)| {
        let called = held.called.values().next();
        MeetingListed {
            meeting,
            standing: standing(asked, held),
            place: called.map(|called| called.place.as_str()),
            time: called.and_then(|called| called.time.as_deref()),
            present: held.present(),
            decisions: decisions.get(meeting).copied().unwrap_or(0),
            number: held.closed.values().map(|(_, number)| *number).next(),
            on_paper: called.is_some_and(|called| called.paper_witness.is_some()),
            called_twice: held.called.len() > 1,
        }
    });
    Ok(Meetings { by_claims: asked.day.is_some(), meetings: meetings.collect(), of, found, held })
}

pub(super) fn named<'a>(asked: &Asked<'a>, view: &'static str) -> Result<(Meeting, Option<&'a Held>), Trouble> {
    let word = asked.word(0, view)?;
    let missing = || Trouble::NotInTheBook { what: "meeting", asked: word.to_owned() };
    let meeting: Meeting = word.parse().map_err(|_| missing())?;
    let held = asked.fold.book().commons.minutes.meetings.get(&meeting);
    Ok((meeting, held))
}

pub(super) fn meeting<'a>(asked: &Asked<'a>) -> Result<Minutes<'a>, Trouble> {
    let (meeting, held) = named(asked, "meeting")?;
    let held = held.ok_or_else(|| Trouble::NotInTheBook { what: "meeting", asked: meeting.to_string() })?;
    let minutes = &asked.fold.book().commons.minutes;
    let mut motions: Vec<&Motion> = minutes.motions.values().filter(|motion| motion.meeting == meeting).collect();
    motions.sort_by_key(|motion| motion.entry.order());
    let motions = motions.into_iter().map(|motion| MotionPut {
        motion,
        withdrawn: minutes.withdrawn.contains_key(&motion.entry.id),
        decision: minutes.settled(&motion.entry.id).map(|decision| Decision::of(asked, decision)),
    });
    Ok(Minutes {
        standing: standing(asked, held),
        called: held.called.values().collect(),
        items: held.items.values().collect(),
        present: held.present(),
        motions: motions.collect(),
        actions: minutes.actions.values().filter(|action| action.meeting == meeting).collect(),
        opened: held.opened.values().collect(),
        presence: held.presence.values().collect(),
        closed: held.closed.values().collect(),
        adopted: held.adopted.values().collect(),
        adopting: held
            .adopted
            .values()
            .filter_map(|(_, decision)| minutes.decisions.get(decision))
            .map(|decision| Decision::of(asked, decision))
            .collect(),
        sealed: held.sealed.values().collect(),
        cosigned: super::witness::cosigned(asked)?.into_iter().filter(|one| held.sealed.contains_key(&one.act)).collect(),
        split: super::witness::split(asked)?,
        corrections: held.corrected.values().collect(),
        digest: held.digest(),
        meeting,
    })
}
