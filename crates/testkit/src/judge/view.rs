//! The book of a history from a file, as the law judges by it: RESOLVER.md to the letter, and nothing beside it.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use folkmoot::act::{Author, Cut, Entry, Recalled, Standing};
use folkmoot::change::Unsigned;
use folkmoot::fold::{Clause, Seat, View};
use folkmoot::id::{ActId, ChangeHash, DeviceId};
use folkmoot::plain::{Day, Duty, Member};
use folkmoot::refusal::Refusal;
use folkmoot::value::Value;
use folkmoot::{minutes, roll};

use super::file;

/// In a file duties go by any names, and here there are few. So whoever is asked to do one thing is one asked member to the law, and to do
/// another thing, another one: the duty is this one for all.
const THE_DUTY: Duty = Duty::Steward;
/// Meetings are told apart by a day, which is so many days after 1970; nobody holds so many.
const MEETINGS: i64 = 1_000_000;

thread_local! {
    /// The clause that a test leaves out of the law.
    pub(super) static LEFT_OUT: Cell<Option<Clause>> = const { Cell::new(None) };
}

/// An act of a history, read.
#[derive(Debug, Clone)]
pub(super) struct Act {
    standing: Standing,
    /// The devices and the k of the founding act.
    founders: BTreeMap<DeviceId, Member>,
    k: u32,
    /// The number of a meeting.
    number: i64,
    /// Who must have been asked to do it, of a deed.
    asked: Option<Member>,
}

/// A device as acts name it: its number, which is its holder's, and its key.
pub(super) fn device_text(member: Member, device: DeviceId) -> String {
    format!("{member} {device}")
}

fn device_of(text: &str) -> Option<(DeviceId, Member)> {
    let (member, device) = text.split_once(' ')?;
    Some((device.parse().ok()?, Member(member.parse().ok()?)))
}

fn cut_of(cut: Option<Vec<String>>) -> Option<Option<Cut>> {
    let tips = |cut: Vec<String>| cut.iter().map(|tip| tip.parse::<ChangeHash>().ok()).collect::<Option<Cut>>();
    match cut {
        Some(cut) => tips(cut).map(Some),
        None => Some(None),
    }
}

fn day_of(meeting: i64) -> Day {
    Day::of_claim(meeting.clamp(-MEETINGS, MEETINGS) * 86_400)
}

fn act_of(act: file::Act) -> Option<Act> {
    let plain = |standing| Act { standing, founders: BTreeMap::new(), k: 0, number: 0, asked: None };
    let asked = |duty: &str| duty.parse().ok().map(Member);
    Some(match act {
        file::Act::Found { devices, k } => {
            let founders = devices.iter().map(|device| device_of(device)).collect::<Option<_>>()?;
            Act { founders, k, ..plain(Standing::Found) }
        }
        file::Act::Admit { device } => {
            let (device, member) = device_of(&device)?;
            plain(Standing::Admit { device, member })
        }
        file::Act::Remove { device, cut } => plain(Standing::Remove { device: device_of(&device)?.0, cut: cut_of(cut)?, inside: None }),
        file::Act::Grant { duty, until, .. } => {
            plain(Standing::Grant { member: asked(&duty)?, duty: THE_DUTY, until: day_of(until.unwrap_or(i64::MAX)) })
        }
        file::Act::Recall { device, duty, cut } => {
            let of = Recalled::Duty { device: device_of(&device)?.0, member: asked(&duty)?, duty: THE_DUTY };
            plain(Standing::Recall { of, cut: cut_of(cut)? })
        }
        file::Act::Meeting { n } => Act { number: n, ..plain(Standing::Meeting { day: day_of(n) }) },
        file::Act::Seal {} => plain(Standing::Binding),
        file::Act::Ratify { act } => plain(Standing::Ratify { act: act.parse().ok()? }),
        file::Act::Sign { act } => plain(Standing::Sign { act: act.parse().ok()? }),
        file::Act::Deed { duty } => Act { asked: Some(asked(&duty)?), ..plain(Standing::Deed(THE_DUTY)) },
        file::Act::Note {} => plain(Standing::Note),
    })
}

/// The book: whom it has on the roll, who was asked to do what, and how many meetings were held.
#[derive(Debug, Clone, Default)]
pub(super) struct Town {
    founded: bool,
    k: u32,
    admitted: BTreeMap<DeviceId, Member>,
    removed: BTreeSet<DeviceId>,
    grants: BTreeMap<Member, BTreeSet<(ActId, Day)>>,
    recalls: BTreeMap<Member, BTreeSet<ActId>>,
    meetings: i64,
}

impl Town {
    pub(super) fn on_the_roll(&self) -> impl Iterator<Item = &DeviceId> {
        self.admitted.keys().filter(|device| !self.removed.contains(*device))
    }
}

impl View for Town {
    type Act = Act;

    const REFUSES_IDLE: bool = false;

    fn keeps(clause: Clause) -> bool {
        LEFT_OUT.get() != Some(clause)
    }

    fn read(bytes: &[u8]) -> Option<Act> {
        act_of(serde_json::from_value(Value::decode(bytes).ok()?.to_json()).ok()?)
    }

    fn standing(act: &Act) -> Standing {
        act.standing.clone()
    }

    fn is_in_place(_: &Act, _: &Unsigned) -> bool {
        true
    }

    fn is_of_the_roll(_: &Act) -> bool {
        true
    }

    fn founders(act: &Act, _: DeviceId) -> BTreeMap<DeviceId, Member> {
        act.founders.clone()
    }

    fn is_founded(&self) -> bool {
        self.founded
    }

    fn seat(&self, device: &DeviceId) -> Seat {
        match self.admitted.get(device) {
            Some(_) if self.removed.contains(device) => Seat::Removed,
            Some(member) => Seat::Held { member: *member, paper: false },
            None => Seat::Unknown,
        }
    }

    fn roll(&self) -> Arc<BTreeMap<DeviceId, Member>> {
        let live = self.admitted.iter().filter(|(device, _)| !self.removed.contains(*device));
        Arc::new(live.map(|(device, member)| (*device, *member)).collect())
    }

    fn k(&self) -> u32 {
        self.k
    }

    fn may_do(&self, act: &Act, _: Duty, _: &Author, before: &dyn Fn(&ActId, &ActId) -> bool) -> Option<BTreeSet<Member>> {
        let asked = act.asked?;
        let recalled = |grant: &ActId| self.recalls.get(&asked).into_iter().flatten().any(|recall| !before(recall, grant));
        let mut grants = self.grants.get(&asked).into_iter().flatten();
        let held = grants.any(|(grant, until)| day_of(self.meetings) <= *until && !recalled(grant));
        held.then(|| BTreeSet::from([asked]))
    }

    fn granted_to(&self, _: &ActId) -> Option<Member> {
        None
    }

    fn check(&self, act: &Act, _: &Author) -> Result<(), Refusal> {
        if let Standing::Admit { device, .. } = &act.standing
            && self.admitted.contains_key(device)
        {
            return Err(roll::Refusal::KeyKnown { device: *device }.into());
        }
        let next = self.meetings + 1;
        if matches!(act.standing, Standing::Meeting { .. }) && act.number != next {
            return Err(minutes::Refusal::MeetingNumber { next: u32::try_from(next).unwrap_or(u32::MAX) }.into());
        }
        Ok(())
    }

    fn count(&mut self, act: &Act, entry: &Entry, _: &Author) {
        match &act.standing {
            Standing::Found => {
                (self.founded, self.k) = (true, act.k);
                self.admitted.extend(&act.founders);
            }
            Standing::Admit { device, member } => drop(self.admitted.insert(*device, *member)),
            Standing::Remove { device, .. } => drop(self.removed.insert(*device)),
            Standing::Grant { member, until, .. } => drop(self.grants.entry(*member).or_default().insert((entry.id, *until))),
            Standing::Recall { of: Recalled::Duty { member, .. }, .. } => drop(self.recalls.entry(*member).or_default().insert(entry.id)),
            Standing::Meeting { .. } => self.meetings = self.meetings.max(act.number),
            Standing::Recall { of: Recalled::Grant(_), .. }
            | Standing::Ratify { .. }
            | Standing::Quorum
            | Standing::Binding
            | Standing::Sign { .. }
            | Standing::Deed(_)
            | Standing::Note => {}
        }
    }
}
