//! Which cards were struck.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::acts::Act;
use crate::act::Entry;
use crate::id::{ActId, CardHash};

/// The people's part of the book.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct People {
    /// Struck cards, with the acts that struck them.
    pub struck: BTreeMap<CardHash, BTreeSet<ActId>>,
}

impl People {
    pub(crate) fn count(&mut self, act: &Act, entry: &Entry) {
        match act {
            Act::Strike { card, .. } => {
                self.struck.entry(*card).or_default().insert(entry.id);
            }
        }
    }
}
