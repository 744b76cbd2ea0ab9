//! What becomes of what a delegate agreed to: it stands once it was reported at home in time, and is void without that (C4, C5).
//!
//! It is computed from acts and from the day that somebody looks from; nothing here is a verdict, and no act of it is void in the sense of the
//! law of what counts. So a report that comes late by courier, and was heard in time, puts it right in every copy (T2).

use schemars::JsonSchema;
use serde::Serialize;

use super::book::Agreed;
use crate::book::Commons;
use crate::id::ActId;
use crate::plain::Day;
use crate::quiet::{Period, put_off};

/// Until when a report may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Due {
    /// The deadline, which nothing moves.
    pub deadline: Day,
    /// The last day on which it is not void for want of a report: later than the deadline by the days that were quiet (T6).
    pub last: Day,
}

/// Whether what was agreed to stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Validity {
    /// It was reported in time.
    Valid,
    /// A report may still come.
    Pending,
    /// The deadline is over, and nothing is void yet, for quiet days do not count.
    PutOff,
    /// No report is known here; one that was heard in time may still arrive.
    VoidAsFarAsKnown,
    /// The assembly recorded that no report came in time, or that it came too late.
    Void,
}

/// Until when a report may come: by the charter of the delegate's town, its quiet days, and those of whoever looks.
///
/// Whoever was quiet could not hear of a report; so in that copy too nothing is void for it.
pub fn due(agreed: &Agreed, home: &Commons, of_the_reader: &[Period]) -> Due {
    let days = home.charter.report_days(&home.minutes);
    let mut quiet = home.quiet.periods(home.charter.quiet_days(&home.minutes));
    quiet.extend_from_slice(of_the_reader);
    Due { deadline: agreed.day.later(u64::from(days)), last: put_off(agreed.day, days, &quiet) }
}

/// Whether what was agreed to stands, as of a day.
pub fn validity(id: &ActId, agreed: &Agreed, home: &Commons, of_the_reader: &[Period], as_of: Day) -> Validity {
    let due = due(agreed, home, of_the_reader);
    // What was reported, and what a meeting missed, by the day that is asked for.
    let reported = home.mandate.reported.get(id).into_iter().flatten().map(|(_, one)| one.day).filter(|day| *day <= as_of).min();
    let missed = home.mandate.missed.get(id).into_iter().flatten().any(|(_, one)| one.meeting.day() <= as_of);
    if reported.is_some_and(|first| first <= due.last) {
        Validity::Valid
    } else if as_of <= due.deadline {
        Validity::Pending
    } else if as_of <= due.last {
        Validity::PutOff
    } else if missed || reported.is_some() {
        Validity::Void
    } else {
        Validity::VoidAsFarAsKnown
    }
}
