//! What the charter says, in every version.

use std::collections::BTreeMap;

use serde::Serialize;

use super::acts::{Act, Clause, Settings};
use crate::act::Entry;
use crate::id::ActId;
use crate::minutes::Minutes;

/// Delegates to each body, unless the charter says otherwise (S000).
pub const DEFAULT_SEATS: u32 = 2;
/// Days to report back, unless the charter says otherwise (T2).
pub const DEFAULT_REPORT_DAYS: u32 = 7;
/// Days to be quiet at a time, unless the charter says otherwise: a little more than a moon.
pub const DEFAULT_QUIET_DAYS: u32 = 30;

/// The charter as it stood after one decision.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Version {
    /// The act that made it.
    pub entry: Option<Entry>,
    /// The decision behind it.
    pub decision: Option<ActId>,
    /// The title.
    pub title: String,
    /// The clauses in order.
    pub clauses: Vec<Clause>,
    /// The numbers.
    pub settings: Settings,
}

/// Every act on the charter that counts.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Charter {
    /// By act.
    pub acts: BTreeMap<ActId, (Entry, Act)>,
}

impl Charter {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        self.acts.insert(entry.id, (entry.clone(), act.clone()));
    }

    /// The acts in the order of the decisions behind them, the first adoption before any amendment.
    fn in_order(&self, minutes: &Minutes) -> Vec<&(Entry, Act)> {
        let mut acts: Vec<_> = self.acts.values().collect();
        acts.sort_by_cached_key(|(entry, act)| {
            let (amends, decision) = match act {
                Act::Adopt { decision, .. } => (false, decision),
                Act::Amend { decision, .. } => (true, decision),
            };
            (amends, minutes.decisions.get(decision).map(|decision| decision.number), entry.order())
        });
        acts
    }

    /// Every version, as it stood after each act.
    pub fn versions(&self, minutes: &Minutes) -> Vec<Version> {
        let mut versions: Vec<Version> = Vec::new();
        for (entry, act) in self.in_order(minutes) {
            let mut version = versions.last().cloned().unwrap_or_default();
            version.entry = Some(entry.clone());
            match act {
                Act::Adopt { decision, title, clauses, settings, .. } => {
                    version.decision = Some(*decision);
                    version.title.clone_from(title);
                    version.clauses.clone_from(clauses);
                    version.settings = settings.clone();
                }
                Act::Amend { decision, set, drop, settings, .. } => {
                    version.decision = Some(*decision);
                    version.clauses.retain(|clause| !drop.contains(&clause.id));
                    set.iter().for_each(|new| version.set(new));
                    version.settings.take(settings);
                }
            }
            versions.push(version);
        }
        versions
    }

    /// The numbers in force.
    pub fn settings(&self, minutes: &Minutes) -> Settings {
        let mut settings = Settings::default();
        for (_, act) in self.in_order(minutes) {
            match act {
                Act::Adopt { settings: adopted, .. } => settings = adopted.clone(),
                Act::Amend { settings: amended, .. } => settings.take(amended),
            }
        }
        settings
    }

    /// Days within which a delegate reports back, by the numbers in force (C4).
    pub fn report_days(&self, minutes: &Minutes) -> u32 {
        self.settings(minutes).report_days.unwrap_or(DEFAULT_REPORT_DAYS)
    }

    /// Days for which the town may be quiet at a time, by the numbers in force (T6).
    pub fn quiet_days(&self, minutes: &Minutes) -> u32 {
        self.settings(minutes).quiet_days.unwrap_or(DEFAULT_QUIET_DAYS)
    }

    /// The charter in force; an empty one before the first adoption.
    pub fn current(&self, minutes: &Minutes) -> Version {
        self.versions(minutes).pop().unwrap_or_default()
    }
}

impl Version {
    fn set(&mut self, new: &Clause) {
        match self.clauses.iter_mut().find(|clause| clause.id == new.id) {
            Some(clause) => clause.clone_from(new),
            None => self.clauses.push(new.clone()),
        }
    }

    /// Delegates to each body, equal for all (C1).
    pub fn seats(&self) -> u32 {
        self.settings.seats.unwrap_or(DEFAULT_SEATS)
    }

    /// Days within which a delegate reports back (C4).
    pub fn report_days(&self) -> u32 {
        self.settings.report_days.unwrap_or(DEFAULT_REPORT_DAYS)
    }
}

impl Settings {
    fn take(&mut self, new: &Settings) {
        self.method = new.method.or(self.method);
        self.quorum = new.quorum.or(self.quorum);
        self.seats = new.seats.or(self.seats);
        self.report_days = new.report_days.or(self.report_days);
        self.quiet_days = new.quiet_days.or(self.quiet_days);
    }
}
