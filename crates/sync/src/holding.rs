//! What a holder has of one assembly, and what another one lacks.
//!
//! A *line* is what one device wrote in one ring. It is a chain, or a tree after a fork. A holder shows each line's length and its tips:
//! whoever has a tip has everything before it.
//!
//! **Invariant:** a line is shown only as far as it is held without a hole from its beginning, so nothing that a holder waits for passes
//! for held. When two holders say [`missing`] to each other until neither has anything to say, they hold the same. Each round adds to
//! what one of them holds; it takes one, two when a line forked, and more only when both have holes that the other fills.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::change::{Ring, VerifiedChange};
use folkmoot::id::{ChangeHash, DeviceId};

use crate::bytes::Fields;

/// The most tips that a line is shown by; a line forked more often is shown by the hash of its tips.
pub const MAX_TIPS: usize = 16;

const FORMAT: u8 = 0;

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

/// What one device wrote in one ring; the more public ring comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Line {
    /// The ring.
    pub ring: Ring,
    /// The device.
    pub device: DeviceId,
}

/// How much of each line of an assembly a holder has.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Vector(BTreeMap<Line, Extent>);

/// How much of one line a holder has: the number of changes, and those that no other follows.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Extent {
    length: u64,
    tips: BTreeSet<ChangeHash>,
}

impl From<&VerifiedChange> for Description {
    fn from(change: &VerifiedChange) -> Description {
        let says = change.says();
        Description { line: Line { ring: says.ring, device: says.device }, prev: says.prev, hash: change.hash() }
    }
}

/// What we should say to a holder who showed `theirs`: line by line, each change after the one before it.
///
/// A tip of theirs that we do not have hides how much of our line they have. Then the one who has less of the line says nothing of it and
/// the other says all that the known tips do not cover; the next round is exact.
pub fn missing(ours: &[Description], theirs: &Vector) -> Vec<ChangeHash> {
    let mut out = Vec::new();
    for (line, held) in held(ours) {
        let shown = theirs.0.get(&line);
        let extent = held.extent();
        if shown == Some(&extent) {
            continue;
        }
        let tips = shown.map(|shown| &shown.tips);
        let all_known = tips.is_none_or(|tips| tips.iter().all(|tip| held.prev.contains_key(tip)));
        if all_known || shown.is_some_and(|shown| shown.length <= extent.length) {
            let covered = held.upto(tips.into_iter().flatten());
            out.extend(held.in_order.iter().filter(|hash| !covered.contains(hash)));
        }
    }
    out
}

impl Vector {
    /// Shows what a holder has.
    pub fn of(ours: &[Description]) -> Vector {
        Vector(held(ours).into_iter().map(|(line, held)| (line, held.extent())).collect())
    }

    /// Writes the vector: for each line its ring, device, length and tips.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = vec![FORMAT];
        for (line, extent) in &self.0 {
            out.push(line.ring.byte());
            out.extend_from_slice(line.device.as_bytes());
            out.extend_from_slice(&extent.length.to_be_bytes());
            out.push(extent.tips.len() as u8);
            extent.tips.iter().for_each(|tip| out.extend_from_slice(tip.as_bytes()));
        }
        out
    }

    /// Reads what [`Vector::encode`] wrote; nothing else is a vector.
    pub fn decode(bytes: &[u8]) -> Option<Vector> {
        let mut fields = Fields::of(bytes);
        if fields.byte()? != FORMAT {
            return None;
        }
        let mut lines: BTreeMap<Line, Extent> = BTreeMap::new();
        while !fields.rest.is_empty() {
            let line = Line { ring: Ring::from_byte(fields.byte()?)?, device: DeviceId(fields.array()?) };
            let length = fields.u64()?;
            let count = usize::from(fields.byte()?);
            let mut tips: BTreeSet<ChangeHash> = BTreeSet::new();
            for _ in 0..count {
                let tip = ChangeHash(fields.array()?);
                if tips.last().is_some_and(|last| *last >= tip) {
                    return None;
                }
                tips.insert(tip);
            }
            let comes_next = lines.last_key_value().is_none_or(|(last, _)| *last < line);
            if !comes_next || count == 0 || count > MAX_TIPS || length < count as u64 {
                return None;
            }
            lines.insert(line, Extent { length, tips });
        }
        Some(Vector(lines))
    }
}

/// One line, as far as it is held without a hole from its beginning.
#[derive(Default)]
struct Held {
    in_order: Vec<ChangeHash>,
    prev: BTreeMap<ChangeHash, Option<ChangeHash>>,
}

fn held(ours: &[Description]) -> BTreeMap<Line, Held> {
    let mut after: BTreeMap<(Line, Option<ChangeHash>), BTreeSet<ChangeHash>> = BTreeMap::new();
    for change in ours {
        after.entry((change.line, change.prev)).or_default().insert(change.hash);
    }
    let beginnings: Vec<Line> = after.keys().filter(|(_, prev)| prev.is_none()).map(|(line, _)| *line).collect();
    beginnings.into_iter().map(|line| (line, Held::along(line, &after))).collect()
}

impl Held {
    fn along(line: Line, after: &BTreeMap<(Line, Option<ChangeHash>), BTreeSet<ChangeHash>>) -> Held {
        let mut held = Held::default();
        let mut next: Vec<Option<ChangeHash>> = vec![None];
        while let Some(prev) = next.pop() {
            for hash in after.get(&(line, prev)).into_iter().flatten() {
                if held.prev.insert(*hash, prev).is_none() {
                    held.in_order.push(*hash);
                    next.push(Some(*hash));
                }
            }
        }
        held
    }

    fn extent(&self) -> Extent {
        let followed: BTreeSet<&ChangeHash> = self.prev.values().flatten().collect();
        let mut tips: BTreeSet<ChangeHash> = self.prev.keys().filter(|hash| !followed.contains(hash)).copied().collect();
        if tips.len() > MAX_TIPS {
            let mut all = blake3::Hasher::new_derive_key("folkmoot v0 tips");
            tips.iter().for_each(|tip| {
                all.update(tip.as_bytes());
            });
            tips = BTreeSet::from([ChangeHash(*all.finalize().as_bytes())]);
        }
        Extent { length: self.in_order.len() as u64, tips }
    }

    /// Everything held up to and with `tips`.
    fn upto<'a>(&self, tips: impl Iterator<Item = &'a ChangeHash>) -> BTreeSet<ChangeHash> {
        let mut covered = BTreeSet::new();
        for tip in tips {
            let mut at = Some(*tip).filter(|tip| self.prev.contains_key(tip));
            while let Some(hash) = at.filter(|hash| covered.insert(*hash)) {
                at = self.prev.get(&hash).copied().flatten();
            }
        }
        covered
    }
}

#[cfg(test)]
mod tests {
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

    /// Exchanges until nobody has anything to say, and counts the rounds.
    fn exchange(record: &[Description], a: &mut Vec<Description>, b: &mut Vec<Description>) -> usize {
        for round in 0.. {
            let (to_b, to_a) = (missing(a, &Vector::of(b)), missing(b, &Vector::of(a)));
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
            let to_b = missing(&a, &Vector::of(&b));
            prop_assert!(to_b.iter().all(|hash| !b.iter().any(|held| held.hash == *hash)));
            prop_assert!(exchange(&record, &mut a, &mut b) <= 1);
            prop_assert_eq!(Vector::of(&a), Vector::of(&b));
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
            prop_assert_eq!(Vector::of(&a), Vector::of(&b));
            let mut all = record.clone();
            exchange(&record, &mut a, &mut all);
            prop_assert_eq!(a.len(), record.len());
        }

        #[test]
        fn each_change_is_said_after_the_one_before_it(record in any_record(true)) {
            let said = missing(&record, &Vector::default());
            prop_assert_eq!(said.len(), record.len());
            for change in &record {
                let place = |hash: &ChangeHash| said.iter().position(|said| said == hash);
                prop_assert!(change.prev.is_none_or(|prev| place(&prev) < place(&change.hash)));
            }
        }

        #[test]
        fn a_vector_reads_back_and_has_one_form(record in any_record(true), at in any::<Index>(), bit in 0u8..8) {
            let mut bytes = Vector::of(&record).encode();
            prop_assert_eq!(Vector::decode(&bytes), Some(Vector::of(&record)));
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
        assert_eq!(Vector::of(&a), Vector::of(&record));
        assert_eq!(Vector::of(&b), Vector::of(&record));
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
