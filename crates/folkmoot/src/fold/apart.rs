//! Whether enough of an act's signers stand together, where some have signed others out (RESOLVER.md 3).
//!
//! No two who are apart are counted together, so this asks for the largest set of holders without such a pair: whoever is apart from nobody is in it,
//! and of the rest what hangs together is looked at by itself, the most quarrelsome first. A town that somebody made up for this could else
//! hold up whoever reads of it.

use std::collections::{BTreeMap, BTreeSet};

use crate::plain::Member;

/// A live signature, whose it is, and how many holders its own past asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Signer {
    pub(super) need: u32,
    pub(super) holder: Member,
    pub(super) at: usize,
}

/// Signers, each with those whom it cannot be counted together with.
type Quarrel = BTreeMap<usize, BTreeSet<usize>>;

/// Whether some set of signers, no two of them apart, has at least as many holders as the largest need in it.
pub(super) fn enough(mut signers: Vec<Signer>, apart: &dyn Fn(&Signer, &Signer) -> bool) -> bool {
    signers.sort_unstable();
    let mut holders = BTreeSet::new();
    let reaches = |holders: &mut BTreeSet<Member>, signer: &Signer| {
        holders.insert(signer.holder);
        holders.len() as u32 >= signer.need
    };
    if !signers.iter().any(|signer| reaches(&mut holders, signer)) {
        return false;
    }
    let mut quarrel = Quarrel::new();
    for (one, signer) in signers.iter().enumerate() {
        for (other, _) in signers.iter().enumerate().skip(one + 1).filter(|(_, beside)| apart(signer, beside)) {
            quarrel.entry(one).or_default().insert(other);
            quarrel.entry(other).or_default().insert(one);
        }
    }
    if quarrel.is_empty() {
        return true;
    }
    // A set whose largest need is `need` is among those who ask for no more, and has that many holders.
    let needs: BTreeSet<u32> = signers.iter().map(|signer| signer.need).collect();
    needs.into_iter().any(|need| {
        let asked = signers.partition_point(|signer| signer.need <= need);
        most_holders(&signers[..asked], &quarrel) >= need as usize
    })
}

/// The most holders of some signers of whom no two are apart.
fn most_holders(signers: &[Signer], quarrel: &Quarrel) -> usize {
    let is_free = |at: &usize| !quarrel.get(at).is_some_and(|others| others.iter().any(|other| *other < signers.len()));
    let free: BTreeSet<Member> = (0..signers.len()).filter(is_free).map(|at| signers[at].holder).collect();
    let mut rest = Quarrel::new();
    for at in (0..signers.len()).filter(|at| !free.contains(&signers[*at].holder)) {
        let of_one = |other: &usize| *other != at && signers[*other].holder == signers[at].holder;
        let is_here = |other: &usize| *other < signers.len() && !free.contains(&signers[*other].holder);
        // One signature of a holder counts as much as all.
        let mut others: BTreeSet<usize> = (0..signers.len()).filter(of_one).collect();
        others.extend(quarrel.get(&at).into_iter().flatten().copied().filter(is_here));
        rest.insert(at, others);
    }
    free.len() + largest(rest)
}

/// The size of the largest set in which nobody quarrels.
fn largest(mut quarrel: Quarrel) -> usize {
    let mut taken = 0;
    // Whoever quarrels with one other at most may always be taken.
    while let Some(at) = quarrel.iter().find(|(_, others)| others.len() < 2).map(|(at, _)| *at) {
        take(&mut quarrel, at);
        taken += 1;
    }
    while let Some(first) = quarrel.keys().next().copied() {
        let together = hangs_together(&quarrel, first);
        taken += largest_of_part(together.into_iter().filter_map(|at| quarrel.remove_entry(&at)).collect());
    }
    taken
}

/// The same for a part that hangs together and in which everybody quarrels with two at least.
fn largest_of_part(mut part: Quarrel) -> usize {
    let most = part.iter().max_by_key(|(_, others)| others.len()).map(|(at, others)| (*at, others.len()));
    match most {
        // Everybody quarrels with two: they stand in a ring.
        Some((_, 2)) | None => part.len() / 2,
        Some((at, _)) => {
            let mut with = part.clone();
            take(&mut with, at);
            drop_one(&mut part, at);
            (1 + largest(with)).max(largest(part))
        }
    }
}

/// Takes one, and leaves out those who quarrel with it.
fn take(quarrel: &mut Quarrel, at: usize) {
    for other in quarrel.get(&at).cloned().unwrap_or_default() {
        drop_one(quarrel, other);
    }
    quarrel.remove(&at);
}

fn drop_one(quarrel: &mut Quarrel, at: usize) {
    for other in quarrel.remove(&at).unwrap_or_default() {
        if let Some(others) = quarrel.get_mut(&other) {
            others.remove(&at);
        }
    }
}

/// All who quarrel with one, with those who quarrel with them, and so on.
fn hangs_together(quarrel: &Quarrel, first: usize) -> BTreeSet<usize> {
    let (mut found, mut open) = (BTreeSet::from([first]), vec![first]);
    while let Some(at) = open.pop() {
        open.extend(quarrel.get(&at).into_iter().flatten().copied().filter(|other| found.insert(*other)));
    }
    found
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use proptest::prelude::*;
    use proptest::test_runner::{Config, TestRunner};

    use super::*;

    /// As the law says it: some set of them, tried one after the other.
    fn by_trying(signers: &[Signer], apart: &dyn Fn(&Signer, &Signer) -> bool) -> bool {
        (0_u32..1 << signers.len()).any(|set| {
            let some: Vec<&Signer> = signers.iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|(_, signer)| signer).collect();
            let holders: BTreeSet<Member> = some.iter().map(|signer| signer.holder).collect();
            let need = some.iter().map(|signer| signer.need).max().unwrap_or(u32::MAX);
            holders.len() as u32 >= need && some.iter().all(|one| some.iter().all(|other| !apart(one, other)))
        })
    }

    fn signers(count: usize, need: u32) -> Vec<Signer> {
        (0..count).map(|at| Signer { need, holder: Member(at as u32), at }).collect()
    }

    #[test]
    fn who_stands_together_is_as_if_every_set_had_been_tried() {
        let signer = |(at, (need, holder)): (usize, (u32, u32))| Signer { need, holder: Member(holder), at };
        let signers = prop::collection::vec((1_u32..7, 0_u32..7), 1..11)
            .prop_map(move |some| some.into_iter().enumerate().map(signer).collect::<Vec<Signer>>());
        let towns = (signers, 1_u32..7, prop::collection::vec(any::<u32>(), 10 * 10));
        let enough_are = Cell::new(0);
        let tried = TestRunner::new(Config { cases: 3_000, ..Config::default() }).run(&towns, |(some, density, chances)| {
            let apart = |one: &Signer, other: &Signer| {
                let pair = 10 * one.at.min(other.at) + one.at.max(other.at);
                one.holder != other.holder && chances[pair].is_multiple_of(density)
            };
            let found = enough(some.clone(), &apart);
            enough_are.set(enough_are.get() + u32::from(found));
            prop_assert_eq!(found, by_trying(&some, &apart));
            Ok(())
        });
        tried.unwrap();
        assert!((500..2_500).contains(&enough_are.get()), "{} of 3,000", enough_are.get());
    }

    /// Sixty holders in pairs, threes or rings of five: half, a third and two fifths of them stand together.
    #[test]
    fn a_large_town_that_is_at_odds_is_judged_all_the_same() {
        for (ring, together) in [(2, 30), (3, 20), (5, 24)] {
            let next =
                |one: &Signer, other: &Signer| one.at / ring == other.at / ring && [1, ring - 1].contains(&(one.at.abs_diff(other.at)));
            assert!(enough(signers(60, together), &next));
            assert!(!enough(signers(60, together + 1), &next), "rings of {ring}");
        }
    }
}
