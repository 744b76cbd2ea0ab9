//! Which laptops are one person's.
//!
//! A number alone makes no person: others may admit a laptop in somebody's name, and a number may be given twice. Nor does a signature under an
//! admission by whoever stands under the same number: such a laptop could sign for those of the person in whose name it was admitted. So it
//! goes by who was there first.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fold, Status};
use crate::act::Standing;
use crate::id::{ActId, DeviceId};
use crate::plain::Member;

/// The laptops and cards under a number, each with those whose admission it signed or filed.
type LetsIn = BTreeMap<DeviceId, BTreeSet<DeviceId>>;

impl Fold {
    /// The laptops of whoever holds one of them, itself among them, and those that were taken off the roll since: the first under the number with
    /// all that it let in, and that these did; of the others again the first with those that it let in, and so on. Where several
    /// came first at once each stands alone.
    pub fn of_one_person(&self, device: &DeviceId) -> BTreeSet<DeviceId> {
        let known = &self.book().commons.roll.devices;
        let Some(member) = known.get(device).map(|known| known.member) else { return BTreeSet::new() };
        let mut rest = self.lets_in(member);
        while let Some(person) = self.person_of_the_first(&rest) {
            if person.contains(device) {
                return person;
            }
            rest.retain(|other, _| !person.contains(other));
        }
        [*device].into()
    }

    /// The laptops and cards that came under a member's number when there was another already, and that this one did not let in, nor one that it
    /// let in. Where several came first at once that is said of all.
    pub fn let_in_by_others(&self, member: Member) -> BTreeSet<DeviceId> {
        let lets_in = self.lets_in(member);
        let person = self.person_of_the_first(&lets_in).unwrap_or_default();
        lets_in.into_keys().filter(|device| !person.contains(device)).collect()
    }

    /// Whether a laptop may say by its signature that another one, which others let in under its number, is its holder's: it is the first one's
    /// there, and was on the roll when that one was admitted (RESOLVER.md 3).
    pub fn may_vouch(&self, device: &DeviceId, other: &DeviceId) -> bool {
        let roll = &self.book().commons.roll;
        let Some((own, others)) = roll.live(device).zip(roll.live(other)) else { return false };
        let by_others = self.let_in_by_others(own.member);
        let may_sign = self.carrier(&others.admitted.id).is_some_and(|at| self.lines.kept[at].roll.contains_key(device));
        own.member == others.member && by_others.contains(other) && !by_others.contains(device) && may_sign
    }

    /// The one that was there before all the others, with those that it let in, that these did, and so on; none where several came at once.
    fn person_of_the_first(&self, lets_in: &LetsIn) -> Option<BTreeSet<DeviceId>> {
        let known = &self.book().commons.roll.devices;
        let came_before =
            |one: &DeviceId, other: &DeviceId| one == other || self.before(&known[one].admitted.id, &known[other].admitted.id);
        let first = *lets_in.keys().find(|one| lets_in.keys().all(|other| came_before(one, other)))?;
        let (mut found, mut next) = (BTreeSet::from([first]), vec![first]);
        while let Some(one) = next.pop() {
            let let_in = lets_in.get(&one).into_iter().flatten().copied();
            next.extend(let_in.filter(|other| lets_in.contains_key(other) && found.insert(*other)));
        }
        Some(found)
    }

    fn lets_in(&self, member: Member) -> LetsIn {
        let devices = self.book().commons.roll.devices.iter().filter(|(_, device)| device.member == member);
        let mut lets_in: LetsIn = devices.map(|(device, _)| (*device, BTreeSet::new())).collect();
        let core = || self.lines.core.iter().filter(|at| self.verdicts().status[**at] == Status::Counts).map(|at| &self.lines.kept[*at]);
        let mut admissions: BTreeMap<ActId, DeviceId> = BTreeMap::new();
        for kept in core() {
            if let Some(Standing::Admit { device, .. }) = &kept.standing
                && lets_in.contains_key(device)
            {
                admissions.insert(kept.id(), *device);
            }
        }
        for kept in core() {
            let signed = if let Some(Standing::Sign { act }) = &kept.standing { *act } else { kept.id() };
            if let Some((by, let_in)) = lets_in.get_mut(&kept.device()).zip(admissions.get(&signed)) {
                by.insert(*let_in);
            }
        }
        lets_in
    }
}
