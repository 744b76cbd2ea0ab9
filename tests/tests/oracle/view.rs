//! Section 2 of the law: what its own view says of a change, with the few rules of institutions that these histories meet.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::act::{Act, Cut, Recalled, Standing};
use folkmoot::id::{ActId, DeviceId, NO_ASSEMBLY};
use folkmoot::plain::{Day, Duty, Member};
use folkmoot::{floor, ledger, mandate, minutes, roll};

use super::law::{Oracle, Weighed};
use super::record::{Set, Written, each, holds, is_within, one};

/// What a change knows of the world: the acts that count in its past.
struct View<'a> {
    counting: Vec<&'a Written>,
    roll: BTreeMap<DeviceId, Member>,
    admitted: BTreeMap<DeviceId, (ActId, Member, bool)>,
}

impl<'a> View<'a> {
    fn new(counting: Vec<&'a Written>) -> View<'a> {
        let mut admitted: BTreeMap<DeviceId, (ActId, Member, bool)> = BTreeMap::new();
        for act in &counting {
            let admits = match &act.act {
                Some(Act::Roll(roll::Act::Found { .. })) => Some((act.device, Member(1), false)),
                Some(Act::Roll(roll::Act::Admit { device, member, paper, .. })) => Some((*device, *member, *paper)),
                Some(_) | None => None,
            };
            if let Some((device, member, paper)) = admits {
                let first = admitted.entry(device).or_insert((act.id, member, paper));
                *first = (*first).min((act.id, member, paper));
            }
        }
        let removed: BTreeSet<DeviceId> = counting.iter().filter_map(|act| act.removes()).collect();
        let live = admitted.iter().filter(|(device, _)| !removed.contains(*device));
        View { roll: live.map(|(device, (_, member, _))| (*device, *member)).collect(), admitted, counting }
    }

    fn holders(&self) -> usize {
        self.roll.values().collect::<BTreeSet<_>>().len()
    }

    fn quorum(&self) -> (u32, u32) {
        let changes = self.counting.iter().filter_map(|act| match &act.act {
            Some(Act::Roll(roll::Act::Quorum { number, k })) => Some((*number, *k)),
            Some(_) | None => None,
        });
        changes.max().unwrap_or((0, 1))
    }

    fn any(&self, which: impl Fn(&Act) -> bool) -> bool {
        self.counting.iter().filter_map(|act| act.act.as_ref()).any(which)
    }

    fn belongs(&self, member: Member) -> bool {
        let entered = |act: &Act| match act {
            Act::Roll(roll::Act::Found { .. }) => member == Member(1),
            Act::Roll(roll::Act::Enrol { members, .. }) => members.iter().any(|new| new.number == member),
            Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::Ledger(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => false,
        };
        self.any(entered)
    }

    fn grants(&self) -> impl Iterator<Item = (&'a Written, Member, Duty, Day)> {
        self.counting.iter().filter_map(|act| match &act.standing {
            Some(Standing::Grant { member, duty, until }) => Some((*act, *member, *duty, *until)),
            Some(_) | None => None,
        })
    }

    fn recalled(&self, id: ActId) -> bool {
        self.counting.iter().any(|act| matches!(&act.standing, Some(Standing::Recall { of: Recalled::Grant(grant), .. }) if *grant == id))
    }

    /// On whose mandate a member may do what needs a duty: nobody's while it was never given, and [`None`] when the member may not.
    fn allows(&self, member: Member, needed: Duty, deed: &Written) -> Option<BTreeSet<Member>> {
        if self.grants().all(|(_, _, duty, _)| duty != needed) {
            return Some(BTreeSet::new());
        }
        let over = |until: Day| self.counting.iter().any(|act| matches!(&act.standing, Some(Standing::Meeting { day }) if *day > until));
        let standing = self
            .grants()
            .filter(|(grant, _, duty, until)| *duty == needed && grant.is_for(deed) && !self.recalled(grant.id) && !over(*until));
        let holders: BTreeSet<Member> = standing.map(|(_, member, ..)| member).collect();
        if holders.contains(&member) {
            return Some(BTreeSet::from([member]));
        }
        let has_had_a_laptop = |holder: &Member| self.admitted.values().any(|(_, member, _)| member == holder);
        let without: BTreeSet<Member> = holders.into_iter().filter(|holder| !has_had_a_laptop(holder)).collect();
        Some(without).filter(|holders| !holders.is_empty())
    }

    fn meeting(&self, of: &minutes::Act) -> (bool, bool, bool) {
        let is = |wanted: &dyn Fn(&minutes::Act) -> bool| {
            self.any(|act| matches!(act, Act::Minutes(act) if act.meeting() == of.meeting() && wanted(act)))
        };
        let called = is(&|act| matches!(act, minutes::Act::Call { .. }));
        let opened = is(&|act| matches!(act, minutes::Act::Open { .. }));
        (called, opened, is(&|act| matches!(act, minutes::Act::Close { .. })))
    }

    fn adopted(&self, decision: ActId) -> bool {
        self.counting.iter().any(|act| act.id == decision && matches!(act.act, Some(Act::Minutes(minutes::Act::Decide { .. }))))
    }

    /// The rules of institutions.
    fn refuses(&self, act: &Act, own: &Written) -> bool {
        match act {
            Act::Roll(roll::Act::Admit { member, device, .. }) => self.admitted.contains_key(device) || !self.belongs(*member),
            Act::Roll(roll::Act::Remove { device, .. }) => !self.roll.contains_key(device),
            Act::Roll(roll::Act::Quorum { number, k }) => *number != self.quorum().0 + 1 || *k == 0 || *k as usize > self.holders(),
            Act::Minutes(close @ minutes::Act::Close { number, .. }) => {
                let numbers = self.counting.iter().filter_map(|act| match &act.act {
                    Some(Act::Minutes(minutes::Act::Close { number, .. })) => Some(*number),
                    Some(_) | None => None,
                });
                self.meeting(close) != (true, true, false) || *number != numbers.max().unwrap_or(0) + 1
            }
            Act::Mandate(mandate::Act::Grant { decision, member, duty, accounts, body, .. }) => {
                let alike = || {
                    self.grants().filter(|(grant, _, same, _)| same == duty && grant.body() == body.as_deref() && !self.recalled(grant.id))
                };
                let held = alike().any(|(grant, holder, ..)| {
                    let kept = grant.keeps();
                    let all_of_it = kept.is_empty() || !accounts.is_empty() && accounts.iter().all(|account| is_within(account, kept));
                    holder == *member && all_of_it
                });
                let taken = *duty == Duty::Delegate && alike().count() >= 2;
                !self.adopted(*decision) || !self.belongs(*member) || held || taken
            }
            Act::Mandate(mandate::Act::Agree { grant, .. }) => {
                let named = self.grants().find(|(known, ..)| known.id == *grant);
                let theirs = |delegate: Member| {
                    let member = self.roll.get(&own.device);
                    member.and_then(|member| self.allows(*member, Duty::Delegate, own)).is_some_and(|on| on.contains(&delegate))
                };
                named.is_none_or(|(known, delegate, duty, _)| duty != Duty::Delegate || self.recalled(known.id) || !theirs(delegate))
            }
            Act::Mandate(mandate::Act::Recall { decision, grant, .. }) => {
                !self.adopted(*decision) || self.grants().all(|(known, ..)| known.id != *grant) || self.recalled(*grant)
            }
            Act::Floor(floor::Act::Note { meeting, .. }) => {
                !self.any(|act| matches!(act, Act::Minutes(minutes::Act::Call { meeting: called, .. }) if called == meeting))
            }
            Act::Ledger(ledger::Act::Open { account, .. }) => {
                self.any(|act| matches!(act, Act::Ledger(ledger::Act::Open { account: opened, .. }) if opened == account))
            }
            Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::Ledger(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => false,
        }
    }
}

impl Oracle<'_> {
    pub(crate) fn weigh(&self, at: usize) -> Weighed {
        let all = &self.record.all;
        let own = &all[at];
        let book = self.book(own.past);
        let view = View::new(each(book.counts).map(|at| &all[at]).collect());
        if own.standing == Some(Standing::Found) {
            let roll = BTreeMap::from([(own.device, Member(1))]);
            let void = own.change.as_ref().unwrap().says().assembly != NO_ASSEMBLY || !view.counting.is_empty() || own.prev.is_some();
            return Weighed { void, member: Some(Member(1)), roll, majority: 1, need: 1, rests_on: BTreeSet::new() };
        }
        let member = view.roll.get(&own.device).copied();
        let rests_on = match (&own.standing, member) {
            (Some(Standing::Deed(duty)), Some(member)) => view.allows(member, *duty, own),
            (Some(_) | None, _) => Some(BTreeSet::new()),
        };
        let n = view.holders();
        Weighed {
            void: member.is_none() || rests_on.is_none() || self.is_void(at, &view),
            member,
            majority: n / 2 + 1,
            need: n.min((view.quorum().1 as usize).max(2)),
            roll: view.roll,
            rests_on: rests_on.unwrap_or_default(),
        }
    }

    fn is_void(&self, at: usize, view: &View<'_>) -> bool {
        let own = &self.record.all[at];
        let paper = view.admitted.get(&own.device).is_some_and(|(_, _, paper)| *paper);
        let only_the_roll = paper && !matches!(own.act, Some(Act::Roll(_)));
        let forked = !self.record.forks(own.device, own.past | one(at)).is_empty();
        if !self.line_holds(at) || only_the_roll || forked {
            return true;
        }
        let (Some(act), Some(standing)) = (&own.act, &own.standing) else { return false };
        let against_the_law = match standing {
            Standing::Sign { act } => self.may_not_sign(own, *act),
            Standing::Ratify { act } => !each(own.past).any(|deed| {
                let known = &self.record.all[deed];
                known.id == *act && known.standing.is_some() && !known.is_core() && !self.weighed(deed).void
            }),
            Standing::Remove { device, cut, .. } => self.cuts_wrongly(own.past, cut, &|tip| self.record.all[tip].device == *device),
            Standing::Recall { of: Recalled::Grant(grant), cut } => {
                let holder = view.grants().find(|(known, ..)| known.id == *grant).map(|(_, member, ..)| member);
                self.cuts_wrongly(own.past, cut, &|tip| self.weighed(tip).member == holder)
            }
            Standing::Recall { of: Recalled::Duty { .. }, .. }
            | Standing::Found
            | Standing::Admit { .. }
            | Standing::Grant { .. }
            | Standing::Meeting { .. }
            | Standing::Quorum
            | Standing::Binding
            | Standing::Deed(_)
            | Standing::Note => false,
        };
        against_the_law || own.is_core() && self.signed_itself_out(own) || view.refuses(act, own)
    }

    /// A line is one device's, in one ring, without a gap from its beginning on.
    fn line_holds(&self, at: usize) -> bool {
        let own = &self.record.all[at];
        let Some(prev) = own.prev else { return own.change.as_ref().unwrap().says().seq == 0 };
        let before = &self.record.all[prev];
        let (a, b) = (before.change.as_ref().unwrap().says(), own.change.as_ref().unwrap().says());
        before.device == own.device && before.ring == own.ring && a.seq + 1 == b.seq && a.epoch <= b.epoch && self.line_holds(prev)
    }

    pub(crate) fn cuts_wrongly(&self, past: Set, cut: &Option<Cut>, theirs: &dyn Fn(usize) -> bool) -> bool {
        cut.iter().flatten().any(|tip| !self.record.find(tip).is_some_and(|tip| holds(past, tip) && theirs(tip)))
    }

    /// The changes that a signature signs: each that carries the act and that it has seen, unless it is void or from before the signer's time.
    fn may_not_sign(&self, own: &Written, id: ActId) -> bool {
        let all = &self.record.all;
        let carries = |at: &usize| all[*at].id == id && all[*at].binds() && !self.weighed(*at).void;
        let open = |at: &usize| self.weighed(*at).roll.contains_key(&own.device);
        let signs = |at: usize| all[at].id == id || all[at].standing == Some(Standing::Sign { act: id });
        let acts: Vec<usize> = each(own.past).filter(carries).filter(open).collect();
        let leaves_out = |act: usize| {
            each(own.past).any(|at| {
                let theirs = all[act].removes() == Some(all[at].device) && all[at].is_core() && !self.weighed(at).void;
                theirs && !holds(all[act].past, at) && !signs(at)
            })
        };
        let before = each(own.past).any(|at| all[at].device == own.device && signs(at));
        acts.is_empty() || before || acts.into_iter().any(leaves_out)
    }

    pub(crate) fn signed_itself_out(&self, own: &Written) -> bool {
        let all = &self.record.all;
        let mine = |at: &usize| all[*at].device == own.device && !self.weighed(*at).void;
        each(own.past).filter(mine).any(|at| match &all[at].standing {
            Some(Standing::Sign { act }) => {
                each(own.past).any(|signed| all[signed].id == *act && all[signed].removes() == Some(own.device))
            }
            Some(_) | None => all[at].removes() == Some(own.device),
        })
    }
}
