//! When a town was quiet, and what is put off by it.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Entry;
use crate::id::ActId;
use crate::plain::Day;

/// A declared period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Declared {
    /// The act.
    pub entry: Entry,
    /// The decision behind it.
    pub decision: ActId,
    /// The first day.
    pub from: Day,
    /// The last day, as it was declared.
    pub until: Day,
}

/// Days without a gap, the first and the last among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Period {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
}

/// Where a day lies beside a period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Before it.
    Ahead,
    /// In it.
    Quiet,
    /// After it.
    Ended,
}

/// What a town has declared.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Quiet {
    /// Periods by the act that declared them.
    pub declared: BTreeMap<ActId, Declared>,
    /// What ended a period sooner, with its last day.
    pub ended: BTreeMap<ActId, BTreeSet<(Day, ActId)>>,
}

impl Period {
    /// Whether a day is among them.
    pub fn has(&self, day: Day) -> bool {
        self.from <= day && day <= self.until
    }

    /// Where a day lies beside it.
    pub fn stands(&self, day: Day) -> Standing {
        match self.has(day) {
            true => Standing::Quiet,
            false if day < self.from => Standing::Ahead,
            false => Standing::Ended,
        }
    }

    /// Whether it would end sooner with a day as its last one (L3).
    pub fn could_end(&self, day: Day) -> bool {
        self.from <= day && day < self.until
    }

    /// The first day, the one that is said or a later one, with which it would end sooner.
    pub fn soonest_end(&self, today: Day) -> Option<Day> {
        Some(self.from.max(today)).filter(|day| self.could_end(*day))
    }

    /// What of it is among some periods, of which none touches another.
    pub fn within(&self, periods: &[Period]) -> Option<Period> {
        let mut common = periods.iter().map(|other| Period { from: self.from.max(other.from), until: self.until.min(other.until) });
        common.find(|common| common.from <= common.until)
    }

    /// How many days there are.
    pub fn days(&self) -> u64 {
        u64::try_from((self.until.0 - self.from.0).num_days() + 1).unwrap_or(0)
    }
}

impl Quiet {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act {
            Act::Begin { decision, from, until } => {
                let declared = Declared { entry: entry.clone(), decision: *decision, from: *from, until: *until };
                self.declared.insert(entry.id, declared);
            }
            Act::End { quiet, day } => {
                self.ended.entry(*quiet).or_default().insert((*day, entry.id));
            }
        }
    }

    /// The days of a declared period: its last one is the earliest that was said.
    pub fn held(&self, id: &ActId, declared: &Declared) -> Period {
        let ended = self.ended.get(id).and_then(|ended| ended.first()).map(|(day, _)| *day);
        Period { from: declared.from, until: ended.map_or(declared.until, |day| day.min(declared.until)) }
    }

    /// The days on which the town was quiet, for as long at a time as the charter allows; what touches is one period.
    pub fn periods(&self, most: u32) -> Vec<Period> {
        let all = self.declared.iter().map(|(id, declared)| self.held(id, declared));
        let mut periods = joined(all);
        for period in &mut periods {
            period.until = period.until.min(period.from.later(u64::from(most.max(1)) - 1));
        }
        periods
    }
}

/// Periods without those that say nothing; those that touch or overlap are one.
pub fn joined(periods: impl IntoIterator<Item = Period>) -> Vec<Period> {
    let mut sorted: Vec<Period> = periods.into_iter().filter(|period| period.from <= period.until).collect();
    sorted.sort_unstable();
    let mut joined: Vec<Period> = Vec::new();
    for period in sorted {
        match joined.last_mut() {
            Some(last) if period.from <= last.until.later(1) => last.until = last.until.max(period.until),
            Some(_) | None => joined.push(period),
        }
    }
    joined
}

/// The last day on which something that is due after so many days is not void yet: quiet days do not count (T6).
pub fn put_off(since: Day, days: u32, quiet: &[Period]) -> Day {
    let mut last = since.later(u64::from(days));
    for period in joined(quiet.iter().copied()) {
        // The first day after `since` that is quiet, as long as it comes before the end that has been reached so far.
        let from = period.from.max(since.later(1));
        if from <= last && from <= period.until {
            last = last.later(Period { from, until: period.until }.days());
        }
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    fn period(from: &str, until: &str) -> Period {
        Period { from: day(from), until: day(until) }
    }

    #[test]
    fn quiet_days_put_an_end_off_and_no_others_do() {
        let since = day("2027-03-10");
        assert_eq!(put_off(since, 7, &[]), day("2027-03-17"));
        assert_eq!(put_off(since, 7, &[period("2027-03-12", "2027-03-20")]), day("2027-03-26"), "nine days quiet, nine days later");
        assert_eq!(put_off(since, 7, &[period("2027-03-01", "2027-03-10")]), day("2027-03-17"), "quiet that was over");
        assert_eq!(put_off(since, 7, &[period("2027-03-01", "2027-03-11")]), day("2027-03-18"), "one day of it was left");
        assert_eq!(put_off(since, 7, &[period("2027-03-17", "2027-03-18")]), day("2027-03-19"), "the last day was quiet");
        assert_eq!(put_off(since, 7, &[period("2027-03-18", "2027-03-30")]), day("2027-03-17"), "void by then");
        let twice = [period("2027-03-22", "2027-03-23"), period("2027-03-12", "2027-03-16"), period("2027-03-14", "2027-03-16")];
        assert_eq!(put_off(since, 7, &twice), day("2027-03-24"), "the second is reached by the first, and no day counts twice");
    }

    #[test]
    fn a_period_ends_sooner_today_or_on_its_first_day_and_never_on_its_last() {
        let april = period("2027-04-11", "2027-04-25");
        let told = |today| (april.stands(day(today)), april.soonest_end(day(today)));
        assert_eq!(told("2027-04-10"), (Standing::Ahead, Some(day("2027-04-11"))));
        assert_eq!(told("2027-04-24"), (Standing::Quiet, Some(day("2027-04-24"))));
        assert_eq!(told("2027-04-25"), (Standing::Quiet, None), "it ends by itself");
        assert_eq!(told("2027-04-26"), (Standing::Ended, None));
    }

    #[test]
    fn what_is_longer_than_the_charter_allows_is_cut_wherever_it_was_declared() {
        let [first, second] = [period("2027-04-01", "2027-04-20"), period("2027-04-21", "2027-05-10")];
        let held = [period("2027-04-01", "2027-04-30")];
        assert_eq!([first, second].map(|one| one.within(&held)), [Some(first), Some(period("2027-04-21", "2027-04-30"))]);
        assert_eq!(period("2027-05-01", "2027-05-10").within(&held), None, "nothing of it was quiet");
    }

    #[test]
    fn what_touches_is_one_period() {
        let two = [period("2027-03-05", "2027-03-06"), period("2027-03-01", "2027-03-04"), period("2027-03-08", "2027-03-07")];
        assert_eq!(joined(two), [period("2027-03-01", "2027-03-06")]);
    }
}
