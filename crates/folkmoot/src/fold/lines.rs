//! Lines and pasts: which change lies in the past of which.
//!
//! A line is one device's changes in one ring; where it forks, each further branch is a line of its own. A past says, for each
//! line, how many of its changes it holds, so "x lies in the past of c" is one comparison.

use std::cmp::Reverse;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::past::Past;
use super::places::Places;
use super::view::View;
use crate::act::{Author, Standing};
use crate::change::{Ring, VerifiedChange};
use crate::id::{ActId, ChangeHash, DeviceId};
use crate::plain::{Duty, Member};
use crate::refusal::Refusal;

/// One change of the causally closed part.
#[derive(Debug, Clone)]
pub(super) struct Kept<V: View> {
    pub(super) change: VerifiedChange,
    /// The act, if this version knows it.
    pub(super) act: Option<V::Act>,
    pub(super) standing: Option<Standing>,
    /// The devices that it puts on the roll, if it is an admission or the founding act.
    pub(super) admits: Vec<DeviceId>,
    pub(super) line: usize,
    pub(super) position: u32,
    pub(super) past: Past,
    /// The author as its own past has it, and what that past needs for a quorum: the law of RESOLVER.md 3.
    pub(super) author: Option<Author>,
    pub(super) majority: u32,
    pub(super) quorum: u32,
    /// Whose laptops may sign it, if it is binding, and take it in: the roll of its own past.
    pub(super) roll: Arc<BTreeMap<DeviceId, Member>>,
    /// The members on one of whose mandates it rests, as its own past has it; none when it needs none, or the duty was given to nobody yet.
    pub(super) rests_on: BTreeSet<Member>,
    /// The duty that it needs.
    pub(super) duty: Option<Duty>,
    pub(super) void: Option<Refusal>,
    /// Whether it signs a mandate that counts already, as its own past has it.
    pub(super) comes_late: bool,
    /// Whether it and all before it follow one another on one device's line.
    pub(super) follows: bool,
}

impl<V: View> Kept<V> {
    pub(super) fn device(&self) -> DeviceId {
        self.change.says().device
    }

    pub(super) fn ring(&self) -> Ring {
        self.change.says().ring
    }

    pub(super) fn id(&self) -> ActId {
        self.change.act_id()
    }

    /// The members on one of whose mandates it may rest: the author's own where the duty was given to nobody yet.
    pub(super) fn rests_on(&self) -> impl Iterator<Item = Member> {
        let own = self.author.filter(|_| self.duty.is_some() && self.rests_on.is_empty()).map(|author| author.member);
        self.rests_on.iter().copied().chain(own)
    }

    /// Whether it needs a duty that was given to nobody yet, as its own past has it.
    pub(super) fn comes_before_the_duty(&self) -> bool {
        self.duty.is_some() && self.rests_on.is_empty()
    }

    /// Whether it is a binding act that others can sign, void or not.
    pub(super) fn binds(&self) -> bool {
        !matches!(self.standing, Some(Standing::Found | Standing::Sign { .. })) && self.is_core()
    }

    /// How many holders its author asks for who signs an act: more than half for the roll itself, and for k no fewer than k either
    /// (RESOLVER.md 3).
    pub(super) fn need_of(&self, act: &Standing) -> u32 {
        match act {
            Standing::Admit { .. } | Standing::Remove { .. } => self.majority,
            Standing::Quorum => self.majority.max(self.quorum),
            Standing::Found
            | Standing::Grant { .. }
            | Standing::Recall { .. }
            | Standing::Meeting { .. }
            | Standing::Ratify { .. }
            | Standing::Binding
            | Standing::Sign { .. }
            | Standing::Deed(_)
            | Standing::Note => self.quorum,
        }
    }

    /// Whether it is a deed or a note that is not void.
    pub(super) fn is_deed(&self) -> bool {
        self.void.is_none() && matches!(self.standing, Some(Standing::Deed(_) | Standing::Note))
    }

    /// Whether it is a binding act or a signature, void or not.
    pub(super) fn is_core(&self) -> bool {
        match self.standing {
            Some(Standing::Deed(_) | Standing::Note) | None => false,
            Some(
                Standing::Found
                | Standing::Admit { .. }
                | Standing::Remove { .. }
                | Standing::Grant { .. }
                | Standing::Recall { .. }
                | Standing::Meeting { .. }
                | Standing::Ratify { .. }
                | Standing::Quorum
                | Standing::Binding
                | Standing::Sign { .. },
            ) => true,
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Line {
    pub(super) ring: Ring,
    pub(super) changes: Vec<usize>,
    /// For each device, the first change of this line that shows any fork of it: all after it do too, and nothing that arrives later
    /// alters that.
    pub(super) aware_from: BTreeMap<DeviceId, u32>,
}

/// Where a line forks: the number of the branches, their ring, and what they follow.
pub(super) type Forked = (u64, Ring, Option<ChangeHash>);
/// Forks by device, in the order of its line, each with its branches in the order of their places.
pub(super) type Forks = BTreeMap<DeviceId, BTreeMap<Forked, Vec<usize>>>;

/// The causally closed part, in an order in which every past comes first.
#[derive(Debug, Clone, Default)]
pub(super) struct Lines<V: View> {
    pub(super) kept: Vec<Kept<V>>,
    pub(super) lines: Vec<Line>,
    /// The lines by device.
    by_device: BTreeMap<DeviceId, Vec<usize>>,
    /// Everything of each ring and the more public ones.
    everything: [Past; 3],
    /// Binding acts and signatures, about one change in a hundred.
    pub(super) core: Vec<usize>,
    /// The same by the device that wrote them.
    core_by: BTreeMap<DeviceId, Vec<usize>>,
    /// The removals among them, void or not.
    pub(super) removals: Vec<usize>,
    /// The devices that a founding act or an admission here names, counting or not.
    pub(super) named: BTreeSet<DeviceId>,
    by_hash: BTreeMap<ChangeHash, usize>,
    /// More than one change carries an act only if its author forked.
    pub(super) by_act: BTreeMap<ActId, Places>,
    /// Whether any act is carried by more than one change.
    carries_twice: bool,
    /// Signatures by the act that they name, void or not.
    signatures: BTreeMap<ActId, Vec<usize>>,
    /// Changes of one device and ring by what they follow; two of them are a fork.
    followers: BTreeMap<(DeviceId, Ring, Option<ChangeHash>), Places>,
    pub(super) forks: Forks,
}

impl<V: View> Lines<V> {
    pub(super) fn find(&self, hash: &ChangeHash) -> Option<usize> {
        self.by_hash.get(hash).copied()
    }

    pub(super) fn holds(past: &Past, kept: &Kept<V>) -> bool {
        past.count(kept.line) > kept.position
    }

    /// Whether `earlier` lies in the past of `later`.
    pub(super) fn before(&self, earlier: usize, later: usize) -> bool {
        match (self.kept.get(earlier), self.kept.get(later)) {
            (Some(earlier), Some(later)) => Lines::holds(&later.past, earlier),
            _ => false,
        }
    }

    /// A citation counts only toward its own ring and more public ones, or a copy of the commons would judge otherwise.
    pub(super) fn misses<'c>(&self, change: &'c VerifiedChange) -> impl Iterator<Item = &'c ChangeHash> {
        let says = change.says();
        says.prev.iter().chain(&says.seen).filter(|hash| self.find(hash).is_none_or(|at| self.kept[at].ring() > says.ring))
    }

    /// What a change has in its past, from the pasts of all that it names.
    pub(super) fn past_of(&self, change: &VerifiedChange) -> Past {
        let says = change.says();
        let mut past = Past::default();
        for at in says.prev.iter().chain(&says.seen).filter_map(|hash| self.find(hash)) {
            let named = &self.kept[at];
            past.join(&named.past);
            past.reach(named.line, named.position + 1);
        }
        past
    }

    /// Everything of a ring and the more public ones.
    pub(super) fn everything(&self, ring: Ring) -> &Past {
        let [commons, assembly, person] = &self.everything;
        match ring {
            Ring::Commons => commons,
            Ring::Assembly => assembly,
            Ring::Person => person,
        }
    }

    /// The changes of `past` that `base` does not hold, in causal order.
    pub(super) fn between(&self, base: &Past, past: &Past) -> Vec<usize> {
        let of_line = |(line, from, to): (usize, u32, u32)| self.lines[line].changes[from as usize..to as usize].iter().copied();
        let mut found: Vec<usize> = past.beyond(base).into_iter().flat_map(of_line).collect();
        found.sort_unstable();
        found
    }

    /// Gives a change its place: on the line it continues, or on a new one.
    pub(super) fn place(&self, change: &VerifiedChange) -> (usize, u32) {
        let prev = change.says().prev.and_then(|prev| self.find(&prev)).map(|at| &self.kept[at]);
        match prev.filter(|prev| prev.device() == change.says().device && prev.ring() == change.says().ring) {
            Some(prev) if self.lines[prev.line].changes.len() as u32 == prev.position + 1 => (prev.line, prev.position + 1),
            Some(_) | None => (self.lines.len(), 0),
        }
    }

    pub(super) fn push(&mut self, kept: Kept<V>) -> usize {
        let at = self.kept.len();
        if kept.line == self.lines.len() {
            self.by_device.entry(kept.device()).or_default().push(kept.line);
            self.lines.push(Line { ring: kept.ring(), changes: Vec::new(), aware_from: BTreeMap::new() });
        }
        self.lines[kept.line].changes.push(at);
        for (ring, past) in Ring::ALL.into_iter().zip(&mut self.everything) {
            if kept.ring() <= ring {
                past.reach(kept.line, kept.position + 1);
            }
        }
        self.by_hash.insert(kept.change.hash(), at);
        self.carries_twice |= take_place(self.by_act.entry(kept.id()), at) > 1;
        let prev = kept.change.says().prev;
        let key = (kept.device(), kept.ring(), prev);
        // Two branches of what somebody keeps alone deceive nobody, and nobody else could take one in: both stand.
        if take_place(self.followers.entry(key), at) > 1 && kept.ring() != Ring::Person {
            // What a branch says of its number may not be so; where what it follows does not follow itself, it has none.
            let before = prev.and_then(|prev| self.find(&prev)).map(|prev| &self.kept[prev]);
            let follows = |before: &&Kept<V>| before.follows && before.device() == kept.device() && before.ring() == kept.ring();
            let number = before.filter(follows).map_or(0, |before| before.change.says().seq.saturating_add(1));
            let first = self.followers.get(&key).map_or(at, |siblings| siblings.all()[0]);
            let forks = self.forks.entry(kept.device()).or_default();
            forks.entry((number, kept.ring(), prev)).or_insert_with(|| vec![first]).push(at);
        }
        if kept.is_core() {
            self.core.push(at);
            self.core_by.entry(kept.device()).or_default().push(at);
        }
        match &kept.standing {
            Some(Standing::Remove { .. }) => self.removals.push(at),
            Some(Standing::Sign { act }) => self.signatures.entry(*act).or_default().push(at),
            Some(_) | None => {}
        }
        // Neighbours hold the commons alone, and must know of the same laptops: what names one elsewhere is void anyhow.
        if kept.ring() == Ring::Commons {
            self.named.extend(&kept.admits);
        }
        self.kept.push(kept);
        self.hear_of_forks(at);
        at
    }

    /// The binding acts and signatures of a device in a past, void or not.
    pub(super) fn core_by<'a>(&'a self, device: DeviceId, past: &'a Past) -> impl Iterator<Item = usize> + 'a {
        self.core_by.get(&device).into_iter().flatten().copied().filter(|at| Lines::holds(past, &self.kept[*at]))
    }

    /// The signatures that name an act, void or not.
    pub(super) fn signatures(&self, act: &ActId) -> impl Iterator<Item = usize> {
        self.signatures.get(act).into_iter().flatten().copied()
    }

    /// Whether any act is carried by more than one change.
    pub(super) fn carries_twice(&self) -> bool {
        self.carries_twice
    }

    /// The changes of a device and ring that follow the same one.
    pub(super) fn siblings(&self, device: DeviceId, ring: Ring, prev: Option<ChangeHash>) -> impl Iterator<Item = usize> {
        self.followers.get(&(device, ring, prev)).into_iter().flat_map(Places::all).copied()
    }

    /// The forks, by device: groups of changes that follow one and the same, each in the order of their places.
    pub(super) fn forks(&self) -> impl Iterator<Item = (DeviceId, &[usize])> {
        self.forks.keys().flat_map(|device| self.forks_of(*device).map(|siblings| (*device, siblings)))
    }

    /// The lines of a device, each with its place.
    pub(super) fn lines_of(&self, device: DeviceId) -> impl Iterator<Item = (usize, &Line)> {
        self.by_device.get(&device).into_iter().flatten().map(|at| (*at, &self.lines[*at]))
    }

    /// How many lines a device has.
    pub(super) fn width(&self, device: DeviceId) -> usize {
        self.by_device.get(&device).map_or(0, Vec::len)
    }

    /// The forks of a device, in the order of its line: the same in every copy.
    pub(super) fn forks_of(&self, device: DeviceId) -> impl Iterator<Item = &[usize]> {
        self.forks.get(&device).into_iter().flat_map(BTreeMap::values).map(Vec::as_slice)
    }

    /// Devices that forked.
    pub(super) fn forkers(&self) -> impl Iterator<Item = DeviceId> {
        self.forks.keys().copied()
    }

    /// The changes that no other has in its past: what a new change names as seen. Of what people keep, those of the devices that are named.
    pub(super) fn tips(&self, ring: Ring, own: &BTreeSet<DeviceId>) -> Vec<usize> {
        let lines = self.lines.iter().filter(|line| line.ring <= ring);
        let mut tips: Vec<usize> = lines.filter_map(|line| line.changes.last().copied()).collect();
        tips.retain(|tip| self.kept[*tip].change.says().ring != Ring::Person || own.contains(&self.kept[*tip].device()));
        let mut covered = Past::default();
        tips.iter().for_each(|tip| covered.join(&self.kept[*tip].past));
        tips.retain(|tip| !Lines::holds(&covered, &self.kept[*tip]));
        tips
    }

    /// The last change of a device's line in a ring; of a forked line, the longest branch, and of equals the one with the lowest hash. One that follows
    /// nothing of its device's is its tip only where there is no other: whoever has the key could lead its owner onto it, where all is void.
    pub(super) fn tip_of(&self, device: DeviceId, ring: Ring) -> Option<usize> {
        let tips = self.lines.iter().filter(|line| line.ring == ring).filter_map(|line| line.changes.last().copied());
        tips.filter(|tip| self.kept[*tip].device() == device).max_by_key(|tip| {
            let kept = &self.kept[*tip];
            (kept.follows, kept.change.says().seq, Reverse(kept.change.hash()))
        })
    }
}

/// Adds a place under a key; gives how many there are.
fn take_place<K: Ord>(entry: Entry<'_, K, Places>, at: usize) -> usize {
    match entry {
        Entry::Occupied(mut taken) => {
            taken.get_mut().push(at);
            taken.get().all().len()
        }
        Entry::Vacant(free) => free.insert(Places::One(at)).all().len(),
    }
}
