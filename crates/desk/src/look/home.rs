//! What is here, what waits for somebody, what is in question.

use std::collections::BTreeSet;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Meeting;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use super::ledger::Question;
use super::people::GivenTwice;
use super::record::{waits_for_signatures, word};
use crate::{Trouble, Waiting};

/// What is here, what waits for somebody, what is in question.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Home<'a> {
    /// The assembly.
    assembly: AssemblyId,
    /// What it calls itself.
    name: &'a str,
    /// Whether this laptop may write for it.
    writes: bool,
    /// How many members belong.
    members: u32,
    /// How many of them hold a laptop.
    holders: usize,
    /// How many signed changes are here.
    changes: usize,
    /// How many changes wait for others that have not arrived.
    waiting: usize,
    /// How many binding acts wait for signatures.
    to_sign: usize,
    /// How many acts are contested.
    contested: usize,
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
}

pub(super) fn home<'a>(asked: &Asked<'a>) -> Result<Home<'a>, Trouble> {
    let commons = &asked.fold.book().commons;
    let (changes, waiting) = asked.fold.sizes();
    let count = |wanted: &str| asked.fold.judged().filter(|judged| word(judged.status) == wanted).count();
    let orphans = asked.desk.archive.orphans(asked.assembly)?.len();
    Ok(Home {
        assembly: asked.assembly,
        name: commons.roll.name(),
        writes: asked.desk.may_write(asked.assembly)?,
        members: commons.roll.size(),
        holders: commons.roll.holders().len(),
        changes,
        waiting: waiting + orphans,
        to_sign: asked.fold.judged().filter(waits_for_signatures).count(),
        contested: count("contested"),
        void: count("void"),
        newer: count("newer"),
        questions: super::ledger::questions(asked),
        laptops_that_ask: asked.desk.waiting(asked.assembly)?,
        numbers_given_twice: super::people::given_twice(asked)?,
        meetings: commons.minutes.meetings.values().filter(|held| !held.called.is_empty()).count(),
        open_meetings: commons.minutes.meetings.iter().filter(|(_, held)| held.is_open()).map(|(meeting, _)| meeting).collect(),
        forked_laptops: asked.fold.forkers().collect(),
    })
}
