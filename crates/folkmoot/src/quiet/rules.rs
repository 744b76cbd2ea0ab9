//! What is refused about quiet periods.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use super::book::{Period, joined};
use crate::book::Commons;
use crate::id::ActId;
use crate::plain::Day;
use crate::refusal::{Principle, Rule, rule};

/// Why a town is not quiet by that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "QuietRefusal")]
pub enum Refusal {
    /// No adopted decision of that id.
    QuietWithoutDecision {
        /// Which.
        decision: ActId,
    },
    /// The decision declared a period before.
    QuietDecisionUsed {
        /// Which.
        decision: ActId,
    },
    /// It would begin before the meeting that decided it: nothing is put off afterwards.
    QuietBeforeDecision {
        /// The day of that meeting.
        decided: Day,
        /// The first day.
        from: Day,
    },
    /// It would end before it begins.
    QuietBackwards {
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
    /// With what it touches it is longer than the charter allows.
    QuietTooLong {
        /// How many days.
        days: u64,
        /// How many are allowed.
        most: u32,
    },
    /// No such period.
    QuietUnknown {
        /// Which.
        quiet: ActId,
    },
    /// It would not end sooner by that.
    QuietNotSooner {
        /// The day that was said.
        day: Day,
        /// The first day.
        from: Day,
        /// The last day.
        until: Day,
    },
}

impl Refusal {
    /// The rule that refuses: quiet needs a decision, has a longest time, and its days are shown (L3, T6).
    pub fn rule(&self) -> Rule {
        rule("L3", Principle::P6)
    }
}

/// Weighs an act about being quiet.
pub fn check(act: &Act, book: &Commons) -> Result<(), Refusal> {
    let quiet = &book.quiet;
    match act {
        Act::Begin { decision, from, until } => {
            let decided = book.minutes.adopted(decision).ok_or(Refusal::QuietWithoutDecision { decision: *decision })?.meeting.day();
            if quiet.declared.values().any(|declared| declared.decision == *decision) {
                return Err(Refusal::QuietDecisionUsed { decision: *decision });
            }
            if *from < decided {
                return Err(Refusal::QuietBeforeDecision { decided, from: *from });
            }
            if until < from {
                return Err(Refusal::QuietBackwards { from: *from, until: *until });
            }
            let most = book.charter.quiet_days(&book.minutes);
            let held = quiet.declared.iter().map(|(id, declared)| quiet.held(id, declared));
            let all = joined(held.chain([Period { from: *from, until: *until }]));
            let days = all.iter().find(|period| period.has(*from)).map_or(0, Period::days);
            if days > u64::from(most) { Err(Refusal::QuietTooLong { days, most }) } else { Ok(()) }
        }
        Act::End { quiet: id, day } => {
            let declared = quiet.declared.get(id).ok_or(Refusal::QuietUnknown { quiet: *id })?;
            let held @ Period { from, until } = quiet.held(id, declared);
            if held.could_end(*day) { Ok(()) } else { Err(Refusal::QuietNotSooner { day: *day, from, until }) }
        }
    }
}
