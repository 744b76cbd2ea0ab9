//! When the town was, is and will be quiet.

use folkmoot::act::Entry;
use folkmoot::id::ActId;
use folkmoot::plain::Day;
use folkmoot::quiet::Standing;
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
    /// Where the day lies beside it.
    standing: Standing,
    /// The first day from now on that could be its last one instead, if one could.
    soonest: Option<Day>,
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
    let most = commons.charter.quiet_days(&commons.minutes);
    let periods = commons.quiet.periods(most);
    let declared = commons.quiet.declared.iter().filter(|(_, one)| asked.decided_by(&one.decision));
    let mut declared: Vec<QuietPeriod<'_>> = declared
        .map(|(id, one)| {
            let held = commons.quiet.held(id, one);
            // Several that touch may together be longer than the charter allows.
            let counts = held.within(&periods);
            QuietPeriod {
                id: *id,
                from: held.from,
                until: counts.map_or(held.until, |counts| counts.until),
                standing: counts.map_or(Standing::Ended, |counts| counts.stands(asked.as_of)),
                soonest: counts.and_then(|counts| counts.soonest_end(asked.as_of)),
                decision: commons.minutes.decisions.get(&one.decision).map(|decision| decision.number),
                entry: &one.entry,
            }
        })
        .collect();
    declared.sort_by_key(|one| (one.from, one.until, one.id));
    Ok(QuietShown { until: until(asked), most, declared })
}
