//! Which laptops are one person's.

use std::collections::{BTreeMap, BTreeSet};

use super::{Fold, Status};
use crate::act::Standing;
use crate::id::{ActId, DeviceId};

impl Fold {
    /// The laptops of whoever holds one of them, itself among them, and those that were taken off the roll since: they stand under one number,
    /// and each was let in by the signature of another of them. A number alone makes no person: others may admit a laptop in somebody's name, and
    /// a number may be given twice.
    pub fn of_one_person(&self, device: &DeviceId) -> BTreeSet<DeviceId> {
        let known = &self.book().commons.roll.devices;
        let Some(member) = known.get(device).map(|known| known.member) else { return BTreeSet::new() };
        let is_theirs = |device: &DeviceId| known.get(device).is_some_and(|known| known.member == member);
        let core = || self.lines.core.iter().filter(|at| self.status[**at] == Status::Counts).map(|at| &self.lines.kept[*at]);
        let mut admissions: BTreeMap<ActId, DeviceId> = BTreeMap::new();
        for kept in core() {
            if let Some(Standing::Admit { device, .. }) = &kept.standing
                && is_theirs(device)
            {
                admissions.insert(kept.id(), *device);
            }
        }
        let mut ties: BTreeMap<DeviceId, BTreeSet<DeviceId>> = BTreeMap::new();
        for kept in core().filter(|kept| is_theirs(&kept.device())) {
            let act = if let Some(Standing::Sign { act }) = &kept.standing { *act } else { kept.id() };
            if let Some(let_in) = admissions.get(&act) {
                ties.entry(kept.device()).or_default().insert(*let_in);
                ties.entry(*let_in).or_default().insert(kept.device());
            }
        }
        let (mut found, mut next) = (BTreeSet::from([*device]), vec![*device]);
        while let Some(one) = next.pop() {
            next.extend(ties.get(&one).into_iter().flatten().copied().filter(|other| found.insert(*other)));
        }
        found
    }
}
