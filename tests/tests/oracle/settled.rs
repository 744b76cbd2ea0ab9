//! Section 3's *settled*: a quorum of signatures, each taken in by a majority of its roll who had not signed that signer out before, from
//! signers whose admissions are settled.

use std::collections::BTreeSet;

use folkmoot::act::Standing;
use folkmoot::plain::Member;

use super::law::Case;
use super::record::{Set, each, holds, one};

impl Case<'_> {
    /// The settled ones of what counts; the founding act is settled by itself.
    pub(crate) fn settled(&self, counts: Set, possible: Set) -> Set {
        let all = &self.oracle.record.all;
        let acts = || self.signed.keys().copied().filter(|act| holds(counts, *act));
        let founding = acts().filter(|act| all[*act].standing == Some(Standing::Found));
        let mut settled = founding.map(one).fold(0, |a, b| a | b);
        loop {
            let settles = |act: &usize| {
                let signatures = self.signed[act].iter().copied().filter(|at| {
                    let device = all[*at].device;
                    let admitted = each(settled & all[*at].past).any(|admission| all[admission].admits.contains(&device));
                    let live = !holds(self.frozen, *at) && self.is_live(*at, counts, possible);
                    admitted && live && self.is_held(*at, *act)
                });
                self.are_enough(*act, signatures.collect())
            };
            let next = acts().filter(settles).map(one).fold(settled, |a, b| a | b);
            if next == settled {
                return settled;
            }
            settled = next;
        }
    }

    /// Whether a majority of the roll of a signature holds it, whichever fork of its author is shown, if any is.
    fn is_held(&self, at: usize, act: usize) -> bool {
        let record = self.oracle.record;
        let (all, weighed) = (&record.all, &self.weighed[&at]);
        let forks = record.forks(all[at].device, self.set).into_iter().filter(|fork| fork & (all[at].past | one(at)) != 0);
        forks.chain([0]).all(|fork| {
            let holders: BTreeSet<Member> = each(self.set)
                .filter(|later| all[*later].ring == all[at].ring && (*later == at || holds(all[*later].past, at)))
                .filter(|later| *later == at || (fork & (all[*later].past | one(*later))).count_ones() < 2)
                .filter_map(|later| {
                    let holder = if later == at { weighed.member } else { weighed.roll.get(&all[later].device).copied() }?;
                    (!self.has_signed_out(holder, later, at, act)).then_some(holder)
                })
                .collect();
            holders.len() >= weighed.majority
        })
    }
}
