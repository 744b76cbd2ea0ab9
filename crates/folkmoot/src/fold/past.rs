//! A past: how many changes of each line it holds.
//!
//! Ten thousand branches may each have seen those before them. So counts stand in leaves of a few lines each, under branches of a few parts each, and a
//! past shares with those that it goes on from whatever is the same. A town without forks has one leaf.

use std::sync::Arc;

/// How many lines are in a leaf, and how many parts in a branch.
const WIDTH: usize = 16;

/// How many changes of each line; a line beyond the end has none.
#[derive(Debug, Clone, Default)]
pub(super) struct Past {
    top: Part,
    /// How many levels of branches stand above the leaves.
    levels: u32,
}

/// The counts of some lines; an empty leaf stands for lines of which there is nothing, however many.
#[derive(Debug, Clone)]
enum Part {
    Leaf(Arc<[u32]>),
    Branch(Arc<[Part]>),
}

impl Default for Part {
    fn default() -> Part {
        Part::Leaf(Arc::default())
    }
}

impl Past {
    pub(super) fn count(&self, line: usize) -> u32 {
        if line >= span(self.levels + 1) {
            return 0;
        }
        let (mut part, mut level) = (&self.top, self.levels);
        loop {
            match part {
                Part::Leaf(counts) => return counts.get(line % WIDTH).copied().unwrap_or(0),
                Part::Branch(parts) => match parts.get(line / span(level) % WIDTH) {
                    Some(next) => (part, level) = (next, level - 1),
                    None => return 0,
                },
            }
        }
    }

    /// Holds so many changes of a line from now on, if it held fewer.
    pub(super) fn reach(&mut self, line: usize, count: u32) {
        let mut levels = self.levels;
        while line >= span(levels + 1) {
            levels += 1;
        }
        self.lift(levels);
        self.top.reach(line, count, levels);
    }

    /// Holds from now on what another one holds, too.
    pub(super) fn join(&mut self, other: &Past) {
        self.lift(other.levels);
        self.top.join(&other.lifted(self.levels));
    }

    /// Whether it holds all that another one holds.
    pub(super) fn covers(&self, other: &Past) -> bool {
        let levels = self.levels.max(other.levels);
        self.lifted(levels).covers(&other.lifted(levels))
    }

    /// The lines of which it holds more than `base` does, with how many that one holds and how many this one.
    pub(super) fn beyond(&self, base: &Past) -> Vec<(usize, u32, u32)> {
        let levels = self.levels.max(base.levels);
        let mut found = Vec::new();
        self.lifted(levels).beyond(&base.lifted(levels), 0, levels, &mut found);
        found
    }

    /// How many changes it holds.
    pub(super) fn changes(&self) -> u64 {
        self.top.changes()
    }

    fn lift(&mut self, levels: u32) {
        self.top = self.lifted(levels.max(self.levels));
        self.levels = levels.max(self.levels);
    }

    /// Its counts under so many levels, which are no fewer than its own.
    fn lifted(&self, levels: u32) -> Part {
        let mut part = self.top.clone();
        if !part.is_empty() {
            (self.levels..levels).for_each(|_| part = Part::Branch(Arc::new([std::mem::take(&mut part)])));
        }
        part
    }
}

impl Part {
    fn is_empty(&self) -> bool {
        matches!(self, Part::Leaf(counts) if counts.is_empty())
    }

    fn reach(&mut self, line: usize, count: u32, level: u32) {
        if level > 0 && self.is_empty() {
            *self = Part::Branch(Arc::default());
        }
        match self {
            Part::Leaf(counts) => {
                let counts = long_enough(counts, line % WIDTH);
                counts[line % WIDTH] = counts[line % WIDTH].max(count);
            }
            Part::Branch(parts) => {
                let at = line / span(level) % WIDTH;
                long_enough(parts, at)[at].reach(line, count, level - 1);
            }
        }
    }

    fn join(&mut self, other: &Part) {
        if self.covers(other) {
            return;
        }
        if other.covers(self) {
            self.clone_from(other);
            return;
        }
        match (self, other) {
            (Part::Leaf(ours), Part::Leaf(theirs)) => {
                long_enough(ours, theirs.len() - 1).iter_mut().zip(theirs.iter()).for_each(|(ours, theirs)| *ours = (*ours).max(*theirs));
            }
            (Part::Branch(ours), Part::Branch(theirs)) => {
                long_enough(ours, theirs.len() - 1).iter_mut().zip(theirs.iter()).for_each(|(ours, theirs)| ours.join(theirs));
            }
            // A leaf beside a branch is empty: one covers the other.
            (Part::Leaf(_), Part::Branch(_)) | (Part::Branch(_), Part::Leaf(_)) => {}
        }
    }

    fn covers(&self, other: &Part) -> bool {
        match (self, other) {
            (Part::Leaf(ours), Part::Leaf(theirs)) => {
                Arc::ptr_eq(ours, theirs) || (0..theirs.len()).all(|at| ours.get(at).copied().unwrap_or(0) >= theirs[at])
            }
            (Part::Branch(ours), Part::Branch(theirs)) => {
                let covers = |(at, theirs): (usize, &Part)| ours.get(at).unwrap_or(&Part::default()).covers(theirs);
                Arc::ptr_eq(ours, theirs) || theirs.iter().enumerate().all(covers)
            }
            (Part::Branch(_), Part::Leaf(_)) => true,
            (Part::Leaf(_), Part::Branch(_)) => false,
        }
    }

    fn beyond(&self, base: &Part, first: usize, level: u32, found: &mut Vec<(usize, u32, u32)>) {
        match (self, base) {
            (Part::Leaf(counts), Part::Leaf(base)) => {
                let lines = counts.iter().enumerate().map(|(at, count)| (first + at, base.get(at).copied().unwrap_or(0), *count));
                found.extend(lines.filter(|(_, base, count)| count > base));
            }
            (Part::Branch(ours), Part::Branch(theirs)) if Arc::ptr_eq(ours, theirs) => {}
            (Part::Branch(parts), base) => {
                let of_base = |at: usize| match base {
                    Part::Branch(parts) => parts.get(at).cloned().unwrap_or_default(),
                    Part::Leaf(_) => Part::default(),
                };
                for (at, part) in parts.iter().enumerate() {
                    part.beyond(&of_base(at), first + at * span(level), level - 1, found);
                }
            }
            // Empty, and so beyond nothing.
            (Part::Leaf(_), Part::Branch(_)) => {}
        }
    }

    fn changes(&self) -> u64 {
        match self {
            Part::Leaf(counts) => counts.iter().map(|count| u64::from(*count)).sum(),
            Part::Branch(parts) => parts.iter().map(Part::changes).sum(),
        }
    }
}

/// How many lines are in a part under so many levels of branches.
fn span(levels: u32) -> usize {
    WIDTH.saturating_pow(levels)
}

/// What a part is made of, for writing, with a place at `at`.
fn long_enough<T: Clone + Default>(shared: &mut Arc<[T]>, at: usize) -> &mut [T] {
    if at >= shared.len() {
        *shared = shared.iter().cloned().chain(std::iter::repeat_with(T::default)).take(at + 1).collect();
    }
    Arc::make_mut(shared)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Lines near the beginning, and few far off: one leaf, and four levels.
    fn some_counts() -> impl Strategy<Value = Vec<(usize, u32)>> {
        prop::collection::vec((prop_oneof![0..8_usize, 0..40_usize, 0..5_000_usize], 1..9_u32), 0..30)
    }

    fn past(counts: &[(usize, u32)]) -> (Past, Vec<u32>) {
        let (mut past, mut plain) = (Past::default(), vec![0; 5_000]);
        for (line, count) in counts {
            past.reach(*line, *count);
            plain[*line] = plain[*line].max(*count);
        }
        (past, plain)
    }

    proptest! {
        #[test]
        fn a_past_is_a_number_for_each_line(one in some_counts(), other in some_counts(), of_both in any::<bool>()) {
            let (one, plain_one) = past(&one);
            let (mut other, mut plain_other) = past(&other);
            if of_both {
                other.join(&one);
                plain_other.iter_mut().zip(&plain_one).for_each(|(other, one)| *other = (*other).max(*one));
            }
            prop_assert!((0..6_000).all(|line| other.count(line) == plain_other.get(line).copied().unwrap_or(0)));
            prop_assert_eq!(other.changes(), plain_other.iter().map(|count| u64::from(*count)).sum::<u64>());
            let more = |one: &[u32], other: &[u32]| {
                (0..5_000).filter(|line| one[*line] > other[*line]).map(|line| (line, other[line], one[line])).collect::<Vec<_>>()
            };
            prop_assert_eq!(one.beyond(&other), more(&plain_one, &plain_other));
            prop_assert_eq!(other.beyond(&one), more(&plain_other, &plain_one));
            prop_assert_eq!(other.covers(&one), more(&plain_one, &plain_other).is_empty());
            prop_assert_eq!(one.covers(&other), more(&plain_other, &plain_one).is_empty());
        }
    }

    #[test]
    fn a_past_that_goes_on_from_another_shares_what_is_the_same() {
        let (before, _) = past(&(0..4_096).map(|line| (line, 1)).collect::<Vec<_>>());
        let mut after = before.clone();
        after.reach(4_000, 2);
        after.join(&before);
        let leaves = |past: &Past| {
            let (mut open, mut leaves) = (vec![&past.top], Vec::new());
            while let Some(part) = open.pop() {
                match part {
                    Part::Leaf(counts) => leaves.push(counts.as_ptr()),
                    Part::Branch(parts) => open.extend(parts.iter()),
                }
            }
            leaves
        };
        let (of_before, of_after) = (leaves(&before), leaves(&after));
        assert_eq!((of_before.len(), of_after.iter().filter(|leaf| !of_before.contains(leaf)).count()), (256, 1));
    }
}
