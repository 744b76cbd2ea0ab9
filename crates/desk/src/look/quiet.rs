//! When the town was, is and will be quiet.

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::plain::Day;
use schemars::JsonSchema;
use serde::Serialize;

use super::Asked;
use crate::Trouble;

/// A quiet period that was declared.
#[derive(Debug, Serialize, JsonSchema)]
struct QuietPeriod<'a> {
    /// The act that declared it.
    id: ActId,
    /// The first day.
    from: Day,
    /// The last day.
    until: Day,
    /// Whether it was ended sooner than it was declared.
    ended: bool,
    /// The number of the decision behind it; none where that does not count.
    decision: Option<u32>,
    /// Who wrote it down, and when.
    entry: &'a Entry,
}

/// Quiet periods.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct QuietShown<'a> {
    /// The last day of the period that the day lies in, if it lies in one.
    until: Option<Day>,
    /// For how many days the charter lets the town be quiet at a time.
    most: u32,
    /// What was declared, the first day first.
    declared: Vec<QuietPeriod<'a>>,
}

/// The last day of the declared quiet that the day lies in.
pub(super) fn until(asked: &Asked<'_>) -> Option<Day> {
    let commons = &asked.fold.book().commons;
    let periods = commons.quiet.periods(commons.charter.quiet_days(&commons.minutes));
    periods.into_iter().find(|period| period.has(asked.as_of)).map(|period| period.until)
}

pub(super) fn quiet<'a>(asked: &Asked<'a>) -> Result<QuietShown<'a>, Trouble> {
    let commons = &asked.fold.book().commons;
    let declared = commons.quiet.declared.iter().filter(|(_, one)| asked.decided_by(&one.decision));
    let mut declared: Vec<QuietPeriod<'_>> = declared
        .map(|(id, one)| QuietPeriod {
            id: *id,
            from: one.from,
            until: commons.quiet.last_day(id, one),
            ended: commons.quiet.ended.contains_key(id),
            decision: commons.minutes.decisions.get(&one.decision).map(|decision| decision.number),
            entry: &one.entry,
        })
        .collect();
    declared.sort_by_key(|one| (one.from, one.until, one.id));
    Ok(QuietShown { until: until(asked), most: commons.charter.quiet_days(&commons.minutes), declared })
}
