//! What the roll says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use super::acts::{Act, Keys, Kind};
use crate::act::{Author, Entry};
use crate::id::{ActId, CardHash, DeviceId};
use crate::plain::{Day, Member};

/// More than any assembly has members.
const MOST_MEMBERS: u32 = 1 << 24;

/// The founder's number.
pub const FOUNDER: Member = Member(1);

/// How many of so many holders an act on the roll itself needs: floor(n/2) + 1.
pub fn majority(holders: u32) -> u32 {
    holders / 2 + 1
}

/// How many of so many holders any other binding act needs: min(n, max(2, k)).
pub fn need(holders: u32, k: u32) -> u32 {
    k.max(2).min(holders)
}

/// A laptop or paper card that was admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Device {
    /// Whose it is.
    pub member: Member,
    /// Its other keys.
    pub keys: Keys,
    /// Whether it is a paper recovery card.
    pub paper: bool,
    /// The admitting act.
    pub admitted: Entry,
}

/// A member as the commons know one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Enrolment {
    /// Every card that stood for the member, with the acts that named it.
    pub cards: BTreeMap<CardHash, BTreeSet<ActId>>,
    /// Cards that a later one replaced.
    pub replaced: BTreeSet<CardHash>,
    /// The acts that entered this number; more than one means that laptops gave it at once.
    pub entered: BTreeMap<ActId, (CardHash, Kind)>,
    /// The days on which it was entered that the member left.
    pub left: BTreeMap<ActId, Day>,
}

impl Enrolment {
    /// The card that stands for the member: the first that no other replaced.
    pub fn card(&self) -> Option<CardHash> {
        self.standing().next()
    }

    /// Person or institution, as first entered.
    pub fn kind(&self) -> Kind {
        self.entered.values().next().map(|(_, kind)| *kind).unwrap_or_default()
    }

    /// The cards that no other replaced, by hash.
    pub fn standing(&self) -> impl Iterator<Item = CardHash> {
        self.cards.keys().filter(|card| !self.replaced.contains(*card)).copied()
    }

    /// Whether two laptops gave this number to two people at once, and both cards still stand.
    pub fn given_twice(&self) -> bool {
        self.entered.len() > 1 && self.standing().count() > 1
    }
}

/// The roll.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Roll {
    /// The assembly's name and place, with the founding act.
    pub founded: Option<(Entry, String, Option<String>)>,
    /// Members by number.
    pub members: BTreeMap<Member, Enrolment>,
    /// Devices that were admitted, removed ones included.
    pub devices: BTreeMap<DeviceId, Device>,
    /// The removals of a device.
    pub removed: BTreeMap<DeviceId, BTreeSet<ActId>>,
    /// Changes of k: the highest number holds, then the higher k.
    pub quorums: BTreeSet<(u32, u32, ActId)>,
    /// Ratified deeds.
    pub ratified: BTreeMap<ActId, BTreeSet<ActId>>,
    /// The devices that were admitted and not removed, with their holders: every change is weighed by it.
    #[serde(skip)]
    live: Arc<BTreeMap<DeviceId, Member>>,
}

impl Roll {
    /// The assembly's name.
    pub fn name(&self) -> &str {
        self.founded.as_ref().map_or("", |(_, name, _)| name)
    }

    /// The device, if it was admitted and not removed.
    pub fn live(&self, device: &DeviceId) -> Option<&Device> {
        self.devices.get(device).filter(|_| !self.removed.contains_key(device))
    }

    /// Every device that was admitted and not removed.
    pub fn live_devices(&self) -> impl Iterator<Item = (&DeviceId, &Device)> {
        self.devices.iter().filter(|(device, _)| !self.removed.contains_key(*device))
    }

    /// Every device that was admitted and not removed, with its holder.
    pub fn on_the_roll(&self) -> Arc<BTreeMap<DeviceId, Member>> {
        Arc::clone(&self.live)
    }

    /// The members who hold a live device.
    pub fn holders(&self) -> BTreeSet<Member> {
        self.live.values().copied().collect()
    }

    /// k, as the charter of the roll has it: 1 until it is changed.
    pub fn k(&self) -> u32 {
        self.quorums.last().map_or(1, |(_, k, _)| *k)
    }

    /// The number that the next change of k has.
    pub fn next_quorum(&self) -> u32 {
        self.quorums.last().map_or(1, |(number, _, _)| number.saturating_add(1))
    }

    /// How many holders a binding act needs: min(n, max(2, k)).
    pub fn need(&self) -> u32 {
        need(self.holders().len() as u32, self.k())
    }

    /// How many holders an act on the roll itself needs: floor(n/2) + 1.
    pub fn majority(&self) -> u32 {
        majority(self.holders().len() as u32)
    }

    /// Whether a member was entered and has not left.
    pub fn belongs(&self, member: Member) -> bool {
        self.members.get(&member).is_some_and(|enrolment| enrolment.left.is_empty())
    }

    /// How many members belong.
    pub fn size(&self) -> u32 {
        self.members.values().filter(|enrolment| enrolment.left.is_empty()).count() as u32
    }

    /// The first number that nobody has had.
    pub fn next_number(&self) -> Member {
        self.free_numbers().next().unwrap_or(Member(u32::MAX))
    }

    /// The numbers that nobody has had, above all that were given and all under which a laptop stands or stood. A gap is not filled: laptops
    /// and mandates that others signed may stand under the number of a member whose entry fell. What is more than any assembly has members
    /// does not count as given, or whoever gives the highest number of all would be the last to give one.
    pub fn free_numbers(&self) -> impl Iterator<Item = Member> {
        let given = self.members.range(..Member(MOST_MEMBERS)).next_back().map(|(last, _)| *last);
        let held = self.devices.values().map(|device| device.member).filter(|member| *member < Member(MOST_MEMBERS)).max();
        let first = given.max(held).map_or(1, |last| last.0 + 1);
        (first..=u32::MAX).map(Member).filter(|number| !self.members.contains_key(number))
    }

    fn look_who_is_live(&mut self) {
        self.live = Arc::new(self.live_devices().map(|(device, known)| (*device, known.member)).collect());
    }

    fn enrol(&mut self, member: Member, card: CardHash, kind: Kind, entry: &Entry) {
        let enrolment = self.members.entry(member).or_default();
        enrolment.cards.entry(card).or_default().insert(entry.id);
        enrolment.entered.insert(entry.id, (card, kind));
    }

    pub(crate) fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        match act {
            Act::Found { name, place, card, keys } => {
                self.founded = Some((entry.clone(), name.clone(), place.clone()));
                self.enrol(FOUNDER, *card, Kind::Person, entry);
                let device = Device { member: FOUNDER, keys: keys.clone(), paper: false, admitted: entry.clone() };
                self.devices.insert(by.device, device);
                self.look_who_is_live();
            }
            Act::Enrol { members, .. } => members.iter().for_each(|new| self.enrol(new.number, new.card, new.kind, entry)),
            Act::Card { member, replaces, card } => {
                let enrolment = self.members.entry(*member).or_default();
                enrolment.cards.entry(*card).or_default().insert(entry.id);
                enrolment.replaced.insert(*replaces);
            }
            Act::Leave { member, day } => {
                self.members.entry(*member).or_default().left.insert(entry.id, *day);
            }
            Act::Admit { member, device, keys, paper } => {
                let new = Device { member: *member, keys: keys.clone(), paper: *paper, admitted: entry.clone() };
                let first = self.devices.entry(*device).or_insert_with(|| new.clone());
                if entry.id < first.admitted.id {
                    *first = new;
                }
                self.look_who_is_live();
            }
            Act::Remove { device, .. } => {
                self.removed.entry(*device).or_default().insert(entry.id);
                self.look_who_is_live();
            }
            Act::Quorum { number, k } => {
                self.quorums.insert((*number, *k, entry.id));
            }
            Act::Sign { .. } => {}
            Act::Ratify { act } => {
                self.ratified.entry(*act).or_default().insert(entry.id);
            }
        }
    }
}
