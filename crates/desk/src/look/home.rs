//! What is here, what waits for somebody, what is in question.

use std::collections::BTreeSet;

use folkmoot::fold::Status;
use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::{Day, Meeting};
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::decisions::Action;
use super::ledger::Question;
use super::mandates::Mandate;
use super::people::GivenTwice;
use super::record::{Filed, asked_for, can_be_ratified};
use super::reports::Report;
use crate::{KeyLost, LittleRoom, Split, Trouble, Waiting};

/// How many days ahead an end is worth a word.
const SOON: u64 = 30;
/// How many that are overdue are named.
const FEW: usize = 3;
/// How many of the latest acts are shown.
const LATEST: usize = 12;

/// What is here, what waits for somebody, what is in question.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Home<'a> {
    /// The assembly.
    assembly: AssemblyId,
    /// What it calls itself.
    name: &'a str,
    /// Whether this laptop may write for it.
    writes: bool,
    /// Why the key that this laptop has writes no more, if that is so.
    key_lost: Option<KeyLost>,
    /// How many members belong.
    members: u32,
    /// How many of them hold a laptop.
    holders: usize,
    /// How many signed changes are here.
    changes: usize,
    /// How many changes wait for others that have not arrived.
    waiting: usize,
    /// How many binding acts wait for signatures, and are asked for by a laptop on the roll.
    to_sign: usize,
    /// How many contested acts can be ratified.
    to_ratify: usize,
    /// How many acts are void.
    void: usize,
    /// How many acts a newer version wrote.
    newer: usize,
    /// Counts that the ledger no longer agrees with.
    questions: Vec<Question<'a>>,
    /// Laptops that ask to be admitted.
    laptops_that_ask: Vec<Waiting>,
    /// Numbers that two laptops gave at once.
    numbers_given_twice: Vec<GivenTwice>,
    /// How many meetings were called.
    meetings: usize,
    /// Meetings that were opened and not closed.
    open_meetings: Vec<&'a Meeting>,
    /// Laptops whose lines fork.
    forked_laptops: BTreeSet<DeviceId>,
    /// Meetings that were called for today or later and not opened, the first first.
    called_meetings: Vec<&'a Meeting>,
    /// What was asked of somebody and is overdue: a few, the first due first.
    overdue: Vec<Action<'a>>,
    /// Mandates that end within thirty days, or should have ended.
    ending: Vec<Mandate<'a>>,
    /// What delegates agreed to and have still to report, the soonest first.
    to_report: Vec<Report<'a>>,
    /// The last day of the quiet that was declared, while it lasts.
    quiet_until: Option<Day>,
    /// Neighbours that have sealed something which this town has not co-signed, by name.
    to_cosign: Vec<String>,
    /// How many laptops wait to be let into something sealed that this one can read.
    outside_sealed: usize,
    /// Towns that were shown to be two.
    split_towns: Vec<Split>,
    /// That there is little room left on the disk, if there is: what distant towns write is not taken in then.
    little_room: Option<LittleRoom>,
    /// What was written last, the last one first.
    latest: Vec<Filed<'a>>,
}

pub(super) fn home<'a>(asked: &Asked<'a>) -> Result<Home<'a>, Trouble> {
    let commons = &asked.fold.book().commons;
    let (changes, waiting) = asked.fold.sizes();
    let (mut to_ratify, mut void, mut newer) = (0, 0, 0);
    for judged in asked.fold.judged() {
        match judged.status {
            Status::Counts | Status::Pending | Status::Split => {}
            Status::Contested => to_ratify += usize::from(can_be_ratified(&judged)),
            Status::Void { .. } => void += 1,
            Status::Newer => newer += 1,
        }
    }
    let called = super::minutes::called(asked).into_iter().rev();
    let orphans = asked.desk.archive.orphans(asked.assembly)?.len();
    Ok(Home {
        assembly: asked.assembly,
        name: commons.roll.name(),
        writes: asked.desk.may_write(asked.assembly)?,
        key_lost: asked.desk.key_lost(asked.assembly)?,
        members: commons.roll.size(),
        holders: commons.roll.holders().len(),
        changes,
        waiting: waiting + orphans,
        to_sign: asked_for(asked.fold),
        to_ratify,
        void,
        newer,
        questions: super::ledger::questions(asked),
        laptops_that_ask: asked.desk.waiting(asked.assembly)?,
        numbers_given_twice: super::people::given_twice(asked)?,
        meetings: commons.minutes.meetings.values().filter(|held| !held.called.is_empty()).count(),
        open_meetings: commons.minutes.meetings.iter().filter(|(_, held)| held.is_open()).map(|(meeting, _)| meeting).collect(),
        forked_laptops: asked.fold.forkers().collect(),
        called_meetings: called
            .filter(|(meeting, held)| meeting.day() >= asked.as_of && held.is_called())
            .map(|(meeting, _)| meeting)
            .collect(),
        overdue: super::decisions::asked_for(asked).filter(|action| action.is_overdue()).take(FEW).collect(),
        ending: super::mandates::ending(asked, asked.as_of.later(SOON)),
        to_report: super::reports::owed(asked)?,
        quiet_until: super::quiet::until(asked),
        to_cosign: asked.desk.to_cosign(asked.assembly)?.into_iter().map(|one| one.name).collect(),
        outside_sealed: asked.desk.outside_sealed(asked.assembly)?,
        split_towns: asked.desk.split_towns(asked.assembly)?,
        little_room: asked.desk.little_room(),
        latest: super::record::latest(asked, LATEST),
    })
}
