//! A line: the changes of one device and epoch in one document, by their position, and which of them are filed.
//!
//! **Invariant:** what is filed is a pure function of the set of changes. Taken in ascending (position, hash), a change is filed unless it
//! follows one that is not filed, or its position is taken; so of a fork the branch with the lowest hash is filed, on every laptop.

use std::collections::BTreeMap;

use folkmoot::id::{ChangeHash, DeviceId};

/// Why a change is kept in the archive and not filed in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotFiled {
    /// The same device wrote another change at the same position, with a lower hash.
    Forked,
    /// It follows a change that is not filed.
    OffTheLine,
}

/// Names a line within one document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct LineId {
    pub(crate) device: DeviceId,
    pub(crate) epoch: u32,
}

/// What became of a change that was given to a line.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Placed {
    /// It comes next in the document.
    Next,
    /// It is not filed, and changes nothing about what is.
    Aside,
    /// The line had it.
    Known,
    /// What was filed would be another choice had this been there: the document must be built again.
    TooLate,
}

/// The changes of one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Line {
    /// What is filed, at most one at each position.
    pub(crate) filed: BTreeMap<u64, ChangeHash>,
    /// What is not.
    pub(crate) aside: BTreeMap<(u64, ChangeHash), NotFiled>,
}

impl Line {
    /// Takes in one more change of this line.
    pub(crate) fn place(&mut self, seq: u64, hash: ChangeHash, prev: Option<ChangeHash>) -> Placed {
        if self.filed.get(&seq) == Some(&hash) || self.aside.contains_key(&(seq, hash)) {
            return Placed::Known;
        }
        match self.standing(seq, hash, prev) {
            None if self.filed.range(seq..).next().is_some() => Placed::TooLate,
            None => {
                self.filed.insert(seq, hash);
                Placed::Next
            }
            // With nothing filed at this position, a filed change at the next one may turn out to follow this one.
            Some(_) if !self.filed.contains_key(&seq) && after(seq).is_some_and(|next| self.filed.contains_key(&next)) => Placed::TooLate,
            Some(why) => {
                self.aside.insert((seq, hash), why);
                Placed::Aside
            }
        }
    }

    fn standing(&self, seq: u64, hash: ChangeHash, prev: Option<ChangeHash>) -> Option<NotFiled> {
        let follows_another =
            self.filed.range(..seq).next_back().is_some_and(|(at, before)| after(*at) == Some(seq) && prev != Some(*before));
        let follows_one_aside = seq.checked_sub(1).zip(prev).is_some_and(|place| self.aside.contains_key(&place));
        if follows_another || follows_one_aside {
            return Some(NotFiled::OffTheLine);
        }
        self.filed.get(&seq).filter(|taken| **taken < hash).map(|_| NotFiled::Forked)
    }
}

fn after(seq: u64) -> Option<u64> {
    seq.checked_add(1)
}
