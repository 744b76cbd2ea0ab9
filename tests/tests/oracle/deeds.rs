//! Sections 6 and 7 of the law: forks, and what needs a duty.

use std::collections::BTreeSet;

use folkmoot::act::{Cut, Recalled, Standing};
use folkmoot::change::Ring;
use folkmoot::plain::{Duty, Member};

use super::law::Case;
use super::record::{Set, each, holds, one};

impl Case<'_> {
    /// Section 6.
    pub(crate) fn is_frozen(&self, at: usize) -> bool {
        let record = self.oracle.record;
        let (all, weighed) = (&record.all, &self.weighed[&at]);
        record.forks(all[at].device, self.set).into_iter().any(|fork| {
            let proves = |later: usize| (fork & (all[later].past | one(later))).count_ones() > 1;
            let took_in = each(self.set)
                .filter(|later| all[*later].ring == all[at].ring && (*later == at || holds(all[*later].past, at) && !proves(*later)));
            let holders: BTreeSet<Member> = took_in.filter_map(|later| weighed.roll.get(&all[later].device).copied()).collect();
            fork & (all[at].past | one(at)) != 0 && holders.len() < weighed.majority
        })
    }

    /// Section 7; a note or a signature is a deed without a duty.
    pub(crate) fn deed_counts(&self, at: usize, counting: Set) -> bool {
        let all = &self.oracle.record.all;
        let counted = || each(counting).map(|act| (act, &all[act].standing));
        let own = all[at].device;
        let admitted = counted().any(|(act, _)| all[act].admits.contains(&own) && holds(all[at].past | one(at), act));
        let removed = counted().any(|(act, standing)| match standing {
            Some(Standing::Remove { device, cut, inside }) => {
                let unheard = || all[at].ring == Ring::Assembly && inside.is_some_and(|heard| all[at].seq() >= heard);
                *device == own && (unheard() || !self.inside(at, act, cut))
            }
            Some(_) | None => false,
        });
        // In the law's own acts it may name what it had not seen.
        let names = |act: usize| holds(all[act].past, at) || all[act].change.is_none();
        let ratified = || counted().any(|(act, standing)| *standing == Some(Standing::Ratify { act: all[at].id }) && names(act));
        let on_duty = match all[at].standing {
            Some(Standing::Deed(duty)) => {
                let before_any = self.weighed[&at].rests_on.is_empty();
                before_any && self.was_seen_by_every_grant(at, duty, counting) || self.has_duty(at, duty, counting)
            }
            Some(_) | None => true,
        };
        (!holds(self.frozen, at) && admitted && !removed && on_duty) || ratified()
    }

    /// Whether a deed that came before its duty was given to anybody was heard by whoever gave it: by the one who asked, or by another than
    /// its author who signed before that counted.
    fn was_seen_by_every_grant(&self, at: usize, needed: Duty, counting: Set) -> bool {
        let all = &self.oracle.record.all;
        let strikes = each(counting).filter(|act| all[*act].removes().is_some()).map(one).fold(0, |a, b| a | b);
        let live = |signature: &usize| !holds(self.frozen, *signature) && self.is_live(*signature, counting, strikes);
        let hears = |signature: &usize| holds(all[*signature].past, at) && self.weighed[signature].member != self.weighed[&at].member;
        let in_time = |signature: &usize, grant: usize| {
            let seen = self.oracle.book(all[*signature].past).counts;
            !each(seen).any(|at| all[at].id == all[grant].id)
        };
        each(counting).all(|grant| match &all[grant].standing {
            Some(Standing::Grant { duty, .. }) if *duty == needed => {
                let heard = holds(all[grant].past, at) || all[at].ring > all[grant].ring;
                heard || self.signed[&grant].iter().filter(|signature| live(signature) && in_time(signature, grant)).any(hears)
            }
            Some(_) | None => true,
        })
    }

    fn has_duty(&self, at: usize, needed: Duty, counting: Set) -> bool {
        let (all, weighed) = (&self.oracle.record.all, &self.weighed[&at]);
        let rests_on = |member: &Member| match weighed.rests_on.is_empty() {
            true => weighed.member == Some(*member),
            false => weighed.rests_on.contains(member),
        };
        each(counting & all[at].past).any(|grant| {
            let Some(Standing::Grant { member, duty, until }) = &all[grant].standing else { return false };
            let ended = each(counting).any(|act| match &all[act].standing {
                Some(Standing::Recall { of: Recalled::Grant(recalled), cut }) => *recalled == all[grant].id && !self.inside(at, act, cut),
                Some(Standing::Recall { of: Recalled::Duty { member: asked, duty: what, .. }, cut }) => {
                    (asked, what) == (member, duty) && !holds(all[grant].past, act) && !self.inside(at, act, cut)
                }
                Some(Standing::Meeting { day }) => day > until && !holds(all[act].past, at) && all[at].ring <= all[act].ring,
                Some(_) | None => false,
            });
            *duty == needed && rests_on(member) && all[grant].is_for(&all[at]) && !ended
        })
    }

    fn inside(&self, at: usize, act: usize, cut: &Option<Cut>) -> bool {
        let record = self.oracle.record;
        if record.all[at].ring > record.all[act].ring {
            return true;
        }
        match cut {
            None => holds(record.all[act].past, at),
            Some(tips) => tips.iter().filter_map(|tip| record.find(tip)).any(|tip| record.on_line(at, tip)),
        }
    }
}
