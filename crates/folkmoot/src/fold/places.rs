//! Places in the closed part: nearly always just one.

use std::slice;

/// One place or several, in the order in which they were taken.
#[derive(Debug, Clone)]
pub(super) enum Places {
    One(usize),
    Several(Vec<usize>),
}

impl Places {
    pub(super) fn push(&mut self, at: usize) {
        match self {
            Places::One(first) => *self = Places::Several(vec![*first, at]),
            Places::Several(all) => all.push(at),
        }
    }

    pub(super) fn all(&self) -> &[usize] {
        match self {
            Places::One(at) => slice::from_ref(at),
            Places::Several(all) => all,
        }
    }
}
