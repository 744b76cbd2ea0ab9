//! Section 2 of the law to the letter, for histories in the law's own acts.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::{Recalled, Standing};
use folkmoot::id::DeviceId;
use folkmoot::plain::{Day, Duty, Member};

use super::law::{Oracle, Weighed};
use super::record::{Written, each, holds, one};

/// The day that stands for a meeting.
pub(crate) fn day_of(meeting: i64) -> Day {
    Day::of_claim(meeting * 86_400)
}

impl Oracle<'_> {
    /// The k of the charter is 2 or 3, and stands in the founding change alone, which is the first.
    pub(crate) fn weigh_plainly(&self, at: usize) -> Weighed {
        let all = &self.record.all;
        let own = &all[at];
        let book = self.book(own.past);
        let counting: Vec<&Written> = each(book.counts).map(|at| &all[at]).collect();
        let was_on_it: BTreeSet<DeviceId> = counting.iter().flat_map(|act| act.admits.iter().copied()).collect();
        let removed: BTreeSet<DeviceId> = counting.iter().filter_map(|act| act.removes()).collect();
        let live = was_on_it.difference(&removed);
        let roll: BTreeMap<DeviceId, Member> = live.map(|device| (*device, self.record.holder(*device))).collect();
        let n = roll.len();
        if own.standing == Some(Standing::Found) {
            let void = at != 0;
            return Weighed { void, member: Some(self.record.holder(own.device)), roll, majority: 1, need: 1, rests_on: BTreeSet::new() };
        }
        let member = roll.get(&own.device).copied();
        let rests_on = member.filter(|_| matches!(own.standing, Some(Standing::Deed(_))));
        Weighed {
            void: member.is_none() || self.is_refused(at, &counting, &was_on_it),
            member,
            majority: n / 2 + 1,
            need: n.min(self.record.k.max(2)),
            roll,
            rests_on: rests_on.into_iter().collect(),
        }
    }

    fn is_refused(&self, at: usize, counting: &[&Written], was_on_it: &BTreeSet<DeviceId>) -> bool {
        let all = &self.record.all;
        let own = &all[at];
        let shows_a_fork = !self.record.forks(own.device, own.past | one(at)).is_empty();
        let refused = match own.standing.as_ref().unwrap() {
            Standing::Admit { device, .. } => was_on_it.contains(device),
            Standing::Deed(duty) => !self.holds_duty(own, *duty, counting),
            Standing::Remove { device, cut, .. } | Standing::Recall { of: Recalled::Duty { device, .. }, cut } => {
                self.cuts_wrongly(own.past, cut, &|tip| all[tip].device == *device)
            }
            Standing::Sign { act } => {
                let signed = each(own.past).find(|at| all[*at].id == *act);
                signed.is_none_or(|signed| self.weighed(signed).void || self.leaves_out(own, signed))
            }
            Standing::Meeting { day } => {
                let held = counting.iter().filter_map(|act| match &act.standing {
                    Some(Standing::Meeting { day }) => Some(*day),
                    Some(_) | None => None,
                });
                let count = held.max().unwrap_or(day_of(0));
                day.0.signed_duration_since(count.0).num_days() != 1
            }
            Standing::Found
            | Standing::Grant { .. }
            | Standing::Recall { of: Recalled::Grant(_), .. }
            | Standing::Ratify { .. }
            | Standing::Quorum
            | Standing::Binding
            | Standing::Note => false,
        };
        refused || shows_a_fork || own.is_core() && self.signed_itself_out(own)
    }

    fn holds_duty(&self, own: &Written, needed: Duty, counting: &[&Written]) -> bool {
        counting.iter().any(|grant| {
            let Some(Standing::Grant { member, duty, until }) = &grant.standing else { return false };
            let (asked, grant_at) = ((*member, *duty), self.record.find(&grant.hash).unwrap());
            let ended = counting.iter().any(|act| match &act.standing {
                Some(Standing::Meeting { day }) => day > until,
                Some(Standing::Recall { of: Recalled::Duty { member, duty, .. }, .. }) => {
                    let recall = self.record.find(&act.hash).unwrap();
                    (*member, *duty) == asked && !holds(self.record.all[grant_at].past, recall)
                }
                Some(_) | None => false,
            });
            asked == (self.record.holder(own.device), needed) && !ended
        })
    }

    /// Whether a removal leaves out a signature of its target that a signer of it has seen.
    fn leaves_out(&self, own: &Written, removal: usize) -> bool {
        let all = &self.record.all;
        each(own.past).any(|at| {
            let signs_it = at == removal || all[at].standing == Some(Standing::Sign { act: all[removal].id });
            let theirs = all[removal].removes() == Some(all[at].device) && all[at].is_core() && !self.weighed(at).void;
            theirs && !signs_it && !holds(all[removal].past, at)
        })
    }
}
