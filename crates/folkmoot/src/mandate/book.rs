//! Who holds which duty.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::{Act, Instruction};
use crate::account::lies_in;
use crate::act::Entry;
use crate::id::ActId;
use crate::minutes::Minutes;
use crate::plain::{Day, Duty, Meeting, Member};
use crate::roll::Roll;

/// A granted duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Grant {
    /// The act.
    pub entry: Entry,
    /// The decision behind it.
    pub decision: ActId,
    /// Who.
    pub member: Member,
    /// What.
    pub duty: Duty,
    /// Where, for delegates.
    pub body: Option<String>,
    /// The accounts that a treasurer keeps, each with all below it; none for the whole ledger.
    pub accounts: Vec<String>,
    /// The instructions.
    pub items: Vec<Instruction>,
    /// The first day.
    pub from: Day,
    /// The last day.
    pub until: Day,
    /// The name that may be shown outside.
    pub public_name: Option<String>,
}

impl Grant {
    /// Whether it is for all of some accounts; without any, for the whole ledger.
    pub fn keeps(&self, accounts: &[String]) -> bool {
        self.accounts.is_empty() || !accounts.is_empty() && accounts.iter().all(|account| lies_in(account, &self.accounts))
    }
}

/// A recall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Recall {
    /// The act.
    pub entry: Entry,
    /// The decision behind it.
    pub decision: ActId,
    /// Why.
    pub reason: Option<String>,
}

/// What a delegate agreed to outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Agreed {
    /// The act.
    pub entry: Entry,
    /// The mandate.
    pub grant: ActId,
    /// On which day.
    pub day: Day,
    /// To what.
    pub what: String,
}

/// That a report was heard.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Reported {
    /// The act: who says so, and when their laptop wrote it.
    pub entry: Entry,
    /// On which day it was heard.
    pub day: Day,
}

/// That a meeting missed a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Missed {
    /// The act.
    pub entry: Entry,
    /// The meeting.
    pub meeting: Meeting,
}

/// Where a mandate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Term {
    /// Not begun.
    Ahead,
    /// Held.
    Held,
    /// Past its last day, and no meeting has ended it yet.
    Overdue,
    /// Ended by a meeting after its last day, or because the holder left.
    Ended,
    /// Taken back.
    Recalled,
}

/// The mandates.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Mandates {
    /// By granting act.
    pub grants: BTreeMap<ActId, Grant>,
    /// Recalls by granting act.
    pub recalls: BTreeMap<ActId, BTreeMap<ActId, Recall>>,
    /// What delegates agreed to.
    pub agreed: BTreeMap<ActId, Agreed>,
    /// Reports that were heard, by what was agreed to.
    pub reported: BTreeMap<ActId, BTreeMap<ActId, Reported>>,
    /// Reports that a meeting missed, by what was agreed to.
    pub missed: BTreeMap<ActId, BTreeMap<ActId, Missed>>,
    /// Duties that the assembly has ever given, which from then on are needed.
    pub given: BTreeSet<Duty>,
    /// The grants of each duty by the last day of their terms.
    #[serde(skip)]
    ending: BTreeMap<Duty, BTreeSet<(Day, ActId)>>,
}

impl Mandates {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act.clone() {
            Act::Grant { decision, member, duty, body, accounts, items, from, until, public_name } => {
                self.given.insert(duty);
                self.ending.entry(duty).or_default().insert((until, entry.id));
                let grant = Grant { entry: entry.clone(), decision, member, duty, body, accounts, items, from, until, public_name };
                self.grants.insert(entry.id, grant);
            }
            Act::Recall { decision, grant, reason, .. } => {
                self.recalls.entry(grant).or_default().insert(entry.id, Recall { entry: entry.clone(), decision, reason });
            }
            Act::Agree { grant, day, what } => {
                self.agreed.insert(entry.id, Agreed { entry: entry.clone(), grant, day, what });
            }
            Act::Report { agreed, day } => {
                self.reported.entry(agreed).or_default().insert(entry.id, Reported { entry: entry.clone(), day });
            }
            Act::Miss { agreed, meeting } => {
                self.missed.entry(agreed).or_default().insert(entry.id, Missed { entry: entry.clone(), meeting });
            }
        }
    }

    /// Whether a grant was recalled.
    pub fn recalled(&self, grant: &ActId) -> bool {
        self.recalls.contains_key(grant)
    }

    /// Where a mandate stands on a day, as far as the minutes know.
    pub fn term(&self, id: &ActId, grant: &Grant, roll: &Roll, minutes: &Minutes, as_of: Day) -> Term {
        if self.recalled(id) {
            Term::Recalled
        } else if !roll.belongs(grant.member) || minutes.last_day().is_some_and(|last| last > grant.until) {
            Term::Ended
        } else if as_of < grant.from {
            Term::Ahead
        } else if as_of > grant.until {
            Term::Overdue
        } else {
            Term::Held
        }
    }

    /// The grants of a duty that stand in this book: not recalled, and not ended by a later meeting (R7).
    pub fn held(&self, duty: Duty, minutes: &Minutes) -> impl Iterator<Item = (&ActId, &Grant)> {
        let not_ended = minutes.last_day().map_or(Bound::Unbounded, |last| Bound::Included((last, ActId([0; 32]))));
        let of_the_duty = self.ending.get(&duty).into_iter();
        let held = of_the_duty.flat_map(move |ending| ending.range((not_ended, Bound::Unbounded))).filter(|(_, id)| !self.recalled(id));
        held.filter_map(|(_, id)| self.grants.get_key_value(id))
    }

    /// The members on whose mandate a laptop may do what needs a duty, of the mandates that are for it; none when the duty was never given,
    /// [`None`] when it may not.
    ///
    /// A duty is needed once the assembly has given it to anyone. Where a holder never had a laptop, any laptop writes on that
    /// member's behalf (A13), and what it writes stands and falls with that mandate.
    pub fn allows(
        &self,
        member: Member,
        duty: Duty,
        is_for_it: &dyn Fn(&ActId, &Grant) -> bool,
        roll: &Roll,
        minutes: &Minutes,
    ) -> Option<BTreeSet<Member>> {
        if !self.given.contains(&duty) {
            return Some(BTreeSet::new());
        }
        let for_it = self.held(duty, minutes).filter(|(id, grant)| is_for_it(id, grant));
        let holders: BTreeSet<Member> = for_it.map(|(_, grant)| grant.member).collect();
        if holders.contains(&member) {
            return Some(BTreeSet::from([member]));
        }
        let has_had_a_laptop = |holder: &Member| roll.devices.values().any(|device| device.member == *holder);
        let on_behalf: BTreeSet<Member> = holders.into_iter().filter(|holder| roll.belongs(*holder) && !has_had_a_laptop(holder)).collect();
        Some(on_behalf).filter(|holders| !holders.is_empty())
    }
}
