//! What a holder has of one assembly, and what another one lacks.
//!
//! A *line* is what one device wrote in one ring. It is a chain, or a tree after a fork. A holder shows each line's length and its tips:
//! whoever has a tip has everything before it.
//!
//! **Invariant:** a line is held only as far as it goes without a hole from its beginning, so nothing that a holder waits for passes
//! for held. When two holders say [`Holding::missing`] to each other until neither has anything to say, they hold the same. Each round
//! adds to what one of them holds; it takes one, two when a line forked, and more only when both have holes that the other fills.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::ChangeHash;

use crate::vector::{Digest, Extent, Line, MAX_TIPS, Vector};

/// A change as far as holding it goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Description {
    /// The line that it is on.
    pub line: Line,
    /// The change before it.
    pub prev: Option<ChangeHash>,
    /// Its hash.
    pub hash: ChangeHash,
}

impl From<&VerifiedChange> for Description {
    fn from(change: &VerifiedChange) -> Description {
        let says = change.says();
        Description { line: Line { ring: says.ring, device: says.device }, prev: says.prev, hash: change.hash() }
    }
}

/// What is held of one assembly, kept up as more arrives.
#[derive(Debug, Default)]
pub struct Holding {
    /// Everything held, in the order in which it came to be held.
    order: Vec<(ChangeHash, Option<u32>)>,
    at: HashMap<ChangeHash, u32>,
    lines: BTreeMap<Line, Held>,
    /// What waits for the change before it.
    early: BTreeMap<ChangeHash, Vec<Description>>,
    /// The digests up to each ring, until the next change.
    digests: [OnceCell<Digest>; 3],
}

#[derive(Debug, Default)]
struct Held {
    changes: Vec<u32>,
    tips: BTreeSet<ChangeHash>,
}

impl Holding {
    /// Holds changes, given in any order.
    pub fn of(ours: &[Description]) -> Holding {
        let mut holding = Holding::default();
        ours.iter().for_each(|change| holding.add(*change));
        holding
    }

    /// Takes in one change; one that is here already changes nothing, one without the change before it waits.
    pub fn add(&mut self, change: Description) {
        let mut ready = vec![change];
        while let Some(change) = ready.pop() {
            if self.at.contains_key(&change.hash) {
                continue;
            }
            match change.prev.map(|prev| self.at.get(&prev).copied().ok_or(prev)).transpose() {
                Ok(prev) => {
                    self.hold(&change, prev);
                    ready.extend(self.early.remove(&change.hash).unwrap_or_default());
                }
                Err(prev) => self.early.entry(prev).or_default().push(change),
            }
        }
    }

    fn hold(&mut self, change: &Description, prev: Option<u32>) {
        let at = self.order.len() as u32;
        self.order.push((change.hash, prev));
        self.at.insert(change.hash, at);
        let held = self.lines.entry(change.line).or_default();
        held.changes.push(at);
        held.tips.insert(change.hash);
        if let Some(prev) = change.prev {
            held.tips.remove(&prev);
        }
        self.digests = Default::default();
    }

    /// How many changes are held.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// Whether nothing is held.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    /// Whether a change is held.
    pub fn has(&self, change: &ChangeHash) -> bool {
        self.at.contains_key(change)
    }

    /// How many changes of a line are held.
    pub fn length(&self, line: &Line) -> u64 {
        self.lines.get(line).map_or(0, |held| held.changes.len() as u64)
    }

    /// Shows what is held in `ring` and the more public ones.
    pub fn vector(&self, ring: Ring) -> Vector {
        let lines = self.lines.iter().filter(|(line, _)| line.ring <= ring);
        Vector(lines.map(|(line, held)| (*line, held.extent())).collect())
    }

    /// What stands for everything held in `ring` and the more public ones; it is the same wherever the same is held.
    pub fn digest(&self, ring: Ring) -> Digest {
        *self.digests[usize::from(ring.byte())].get_or_init(|| self.vector(ring).digest())
    }

    /// What we should say, of `ring` and the more public ones, to a holder who showed `theirs`: in the order in which it came here, so
    /// that each change follows all that it names; what one person keeps comes last, for the roll says who takes it in.
    ///
    /// A tip of theirs that we do not have hides how much of our line they have. Then the one who has less of the line says nothing of it
    /// and the other says all that the known tips do not cover; the next round is exact.
    pub fn missing(&self, theirs: &Vector, ring: Ring) -> Vec<ChangeHash> {
        let mut out: Vec<(bool, u32)> = Vec::new();
        for (line, held) in self.lines.iter().filter(|(line, _)| line.ring <= ring) {
            let shown = theirs.0.get(line);
            if shown == Some(&held.extent()) {
                continue;
            }
            let tips = shown.map(|shown| &shown.tips);
            let all_known = tips.is_none_or(|tips| tips.iter().all(|tip| self.at.contains_key(tip)));
            if all_known || shown.is_some_and(|shown| shown.length <= held.changes.len() as u64) {
                let covered = self.upto(tips.into_iter().flatten());
                out.extend(held.changes.iter().filter(|at| !covered.contains(at)).map(|at| (line.ring == Ring::Person, *at)));
            }
        }
        out.sort_unstable();
        out.iter().map(|(_, at)| self.order[*at as usize].0).collect()
    }

    /// How many changes a holder who showed `theirs` has at the least that are not here, in `ring` and the more public ones.
    pub fn lacks(&self, theirs: &Vector, ring: Ring) -> u64 {
        let lines = theirs.0.iter().filter(|(line, _)| line.ring <= ring);
        let behind = lines.map(|(line, shown)| {
            let held = self.lines.get(line);
            let ours = held.map_or(0, |held| held.changes.len() as u64);
            let differs = held.is_none_or(|held| held.extent() != *shown) && shown.tips.iter().any(|tip| !self.at.contains_key(tip));
            shown.length.saturating_sub(ours).max(u64::from(differs))
        });
        behind.fold(0, u64::saturating_add)
    }

    /// Everything held up to and with `tips`.
    fn upto<'a>(&self, tips: impl Iterator<Item = &'a ChangeHash>) -> BTreeSet<u32> {
        let mut covered = BTreeSet::new();
        for tip in tips {
            let mut at = self.at.get(tip).copied();
            while let Some(here) = at.filter(|at| covered.insert(*at)) {
                at = self.order[here as usize].1;
            }
        }
        covered
    }
}

impl Held {
    fn extent(&self) -> Extent {
        let mut tips = self.tips.clone();
        if tips.len() > MAX_TIPS {
            let mut all = blake3::Hasher::new_derive_key("folkmoot v0 tips");
            tips.iter().for_each(|tip| {
                all.update(tip.as_bytes());
            });
            tips = BTreeSet::from([ChangeHash(*all.finalize().as_bytes())]);
        }
        Extent { length: self.changes.len() as u64, tips }
    }
}

#[cfg(test)]
mod tests {
    use folkmoot::id::DeviceId;
    use proptest::prelude::*;
    use proptest::sample::Index;

    use super::*;

    fn line(number: u8) -> Line {
        Line { ring: Ring::ALL[usize::from(number % 2)], device: DeviceId([number / 2; 32]) }
    }

    /// Changes on three lines; each follows the newest one of its line, or an earlier one when `forks`.
    fn any_record(forks: bool) -> impl Strategy<Value = Vec<Description>> {
        prop::collection::vec((0u8..3, any::<Index>(), prop::bool::weighted(0.3)), 0..70).prop_map(move |steps| {
            let mut record: Vec<Description> = Vec::new();
            for (number, (of, earlier, fork)) in (0u32..).zip(steps) {
                let on_line: Vec<ChangeHash> = record.iter().filter(|change| change.line == line(of)).map(|change| change.hash).collect();
                let prev = if forks && fork && !on_line.is_empty() {
                    Some(on_line[earlier.index(on_line.len())])
                } else {
                    on_line.last().copied()
                };
                let hash = ChangeHash(*blake3::hash(&number.to_be_bytes()).as_bytes());
                record.push(Description { line: line(of), prev, hash });
            }
            record
        })
    }

    /// A part of the record; without holes unless `holes`.
    fn some_of(record: &[Description], keep: &[bool], holes: bool) -> Vec<Description> {
        let mut kept: Vec<Description> = Vec::new();
        for (change, keep) in record.iter().zip(keep.iter().cycle()) {
            let follows = change.prev.is_none_or(|prev| kept.iter().any(|held| held.hash == prev));
            if *keep && (follows || holes) {
                kept.push(*change);
            }
        }
        kept
    }

    fn hear(holder: &mut Vec<Description>, record: &[Description], said: &[ChangeHash]) {
        for hash in said {
            if !holder.iter().any(|held| held.hash == *hash) {
                holder.extend(record.iter().filter(|change| change.hash == *hash));
            }
        }
    }

    fn shown(held: &[Description]) -> Vector {
        Holding::of(held).vector(Ring::Person)
    }

    fn missing(ours: &[Description], theirs: &[Description]) -> Vec<ChangeHash> {
        Holding::of(ours).missing(&shown(theirs), Ring::Person)
    }

    /// Exchanges until nobody has anything to say, and counts the rounds.
    fn exchange(record: &[Description], a: &mut Vec<Description>, b: &mut Vec<Description>) -> usize {
        for round in 0.. {
            let (to_b, to_a) = (missing(a, b), missing(b, a));
            if to_b.is_empty() && to_a.is_empty() {
                return round;
            }
            assert!(round < record.len() + 2, "they never finish");
            hear(b, record, &to_b);
            hear(a, record, &to_a);
        }
        0
    }

    fn keep() -> impl Strategy<Value = Vec<bool>> {
        prop::collection::vec(prop::bool::weighted(0.8), 1..70)
    }

    proptest! {
        #[test]
        fn two_holders_without_forks_are_equal_after_one_round_and_nothing_is_said_twice(record in any_record(false), ours in keep(), theirs in keep()) {
            let (mut a, mut b) = (some_of(&record, &ours, false), some_of(&record, &theirs, false));
            let to_b = missing(&a, &b);
            prop_assert!(to_b.iter().all(|hash| !b.iter().any(|held| held.hash == *hash)));
            prop_assert!(exchange(&record, &mut a, &mut b) <= 1);
            prop_assert_eq!(shown(&a), shown(&b));
            prop_assert_eq!(a.len(), b.len());
        }

        #[test]
        fn two_holders_with_forks_are_equal_after_two_rounds(record in any_record(true), ours in keep(), theirs in keep()) {
            let (mut a, mut b) = (some_of(&record, &ours, false), some_of(&record, &theirs, false));
            let either: BTreeSet<ChangeHash> = a.iter().chain(&b).map(|change| change.hash).collect();
            prop_assert!(exchange(&record, &mut a, &mut b) <= 2);
            for holder in [&a, &b] {
                prop_assert_eq!(holder.iter().map(|change| change.hash).collect::<BTreeSet<_>>(), either.clone());
            }
        }

        #[test]
        fn what_waits_for_an_earlier_change_does_not_pass_for_held(record in any_record(true), ours in keep(), theirs in keep()) {
            let (mut a, mut b) = (some_of(&record, &ours, true), some_of(&record, &theirs, true));
            exchange(&record, &mut a, &mut b);
            prop_assert_eq!(shown(&a), shown(&b));
            let mut all = record.clone();
            exchange(&record, &mut a, &mut all);
            prop_assert_eq!(a.len(), record.len());
        }

        #[test]
        fn each_change_is_said_after_the_one_before_it(record in any_record(true)) {
            let said = missing(&record, &[]);
            prop_assert_eq!(said.len(), record.len());
            for change in &record {
                let place = |hash: &ChangeHash| said.iter().position(|said| said == hash);
                prop_assert!(change.prev.is_none_or(|prev| place(&prev) < place(&change.hash)));
            }
        }

        #[test]
        fn a_vector_reads_back_and_has_one_form(record in any_record(true), at in any::<Index>(), bit in 0u8..8) {
            let mut bytes = shown(&record).encode();
            prop_assert_eq!(Vector::decode(&bytes), Some(shown(&record)));
            let at = at.index(bytes.len());
            prop_assert!(at == 0 || Vector::decode(&bytes[..at]).is_none_or(|shorter| shorter.encode() == bytes[..at]));
            bytes[at] ^= 1 << bit;
            prop_assert!(Vector::decode(&bytes).is_none_or(|other| other.encode() == bytes));
        }
    }

    #[test]
    fn holders_with_every_other_change_help_each_other_on_step_by_step() {
        let change =
            |at: u8| Description { line: line(0), prev: at.checked_sub(1).map(|at| ChangeHash([at; 32])), hash: ChangeHash([at; 32]) };
        let record: Vec<Description> = (0..12).map(change).collect();
        let (mut a, mut b): (Vec<_>, Vec<_>) = record.iter().partition(|change| change.hash.0[0] % 2 == 0);
        assert_eq!(exchange(&record, &mut a, &mut b), record.len());
        assert_eq!(shown(&a), shown(&record));
        assert_eq!(shown(&b), shown(&record));
    }

    #[test]
    fn a_line_forked_beyond_counting_still_comes_together() {
        let trunk = Description { line: line(0), prev: None, hash: ChangeHash([0; 32]) };
        let record: Vec<Description> = [trunk]
            .into_iter()
            .chain((1..60).map(|at| Description { line: line(0), prev: Some(trunk.hash), hash: ChangeHash([at; 32]) }))
            .collect();
        let (mut a, mut b) = (record[..40].to_vec(), [&record[..1], &record[20..]].concat());
        assert!(exchange(&record, &mut a, &mut b) <= 2);
        assert_eq!((a.len(), b.len()), (60, 60));
    }
}
