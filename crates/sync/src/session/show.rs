//! What is shown of each town, where the vectors of all that differ do not fit into one message.
//!
//! **Invariant:** as long as neither end comes to hold anything else, each turn shows towns that the turns before it did not, until there is none
//! left that fits into a message; so no town, however large or whatever its id, keeps another from being shown.

use std::collections::{BTreeMap, BTreeSet};

use folkmoot::id::AssemblyId;

use super::{Session, Stage};
use crate::holder::Holder;
use crate::holding::Holding;
use crate::talk::Talk;
use crate::vector::{Digest, Vector};

/// Up to how many assemblies all vectors are shown at once, without asking first which differ.
pub(super) const FEW: u32 = 16;
/// How many turns are begun to show more, as long as nothing comes of them: more than what is held honestly needs.
const MAX_FURTHER: u32 = 64;

/// What was shown, and what they told.
#[derive(Debug, Default)]
pub(super) struct Show {
    /// What both summaries came to: our number of assemblies and what stands for them, and theirs.
    roots: Option<[(u32, Digest); 2]>,
    /// Whether the summaries named so few assemblies that nobody was asked which differ.
    few: bool,
    /// How many turns were begun to show more since anything new came here.
    further: u32,
    /// The towns that were shown since both came to that.
    already: BTreeSet<AssemblyId>,
    /// The last of them.
    last: Option<AssemblyId>,
    /// The towns that were shown in this turn, unless it was all of them.
    some: Option<BTreeSet<AssemblyId>>,
    /// What stands for what they last showed of towns, where they are few.
    told: BTreeMap<AssemblyId, Digest>,
}

impl Show {
    /// Both summaries of a turn are known.
    pub(super) fn compare(&mut self, ours: (u32, Digest), theirs: (u32, Digest)) {
        self.few = ours.0.max(theirs.0) <= FEW;
        let before = self.roots.replace([ours, theirs]);
        if before != Some([ours, theirs]) {
            self.already.clear();
        }
        // What they come to is their word alone, and may be another one each turn.
        if before.is_none_or(|[before, _]| before != ours) {
            self.further = 0;
        }
    }

    /// They have shown these vectors.
    pub(super) fn hear(&mut self, theirs: &BTreeMap<AssemblyId, Vector>) {
        for (town, vector) in theirs {
            if vector.is_empty() {
                self.told.remove(town);
            } else if self.told.len() < FEW as usize || self.told.contains_key(town) {
                self.told.insert(*town, vector.digest());
            }
        }
    }
}

impl Session {
    /// Shows the vectors of what differs, as many as fit; the rest has its turn later. Of a town that is not shown nothing is said to us: so
    /// where there is no room for what others write, near towns alone are.
    pub(super) fn say_vectors<H: Holder>(&mut self, holder: &H) {
        let here = self.differ.iter().filter(|town| self.has_room && holder.holdings().contains_key(*town));
        let (mut vectors, some) = fitting(here.map(|town| (*town, self.scope.vector(holder, town))));
        let some = some || !self.has_room;
        self.show.some = None;
        if some {
            let candidates = self.to_show(holder);
            let (before, after): (Vec<AssemblyId>, Vec<AssemblyId>) =
                candidates.into_iter().partition(|town| Some(*town) <= self.show.last);
            (vectors, _) = fitting(after.into_iter().chain(before).map(|town| (town, self.scope.vector(holder, &town))));
            self.show.last = vectors.last().map_or(self.show.last, |(town, _)| Some(*town));
            self.show.already.extend(vectors.iter().map(|(town, _)| *town));
            self.show.some = Some(vectors.iter().map(|(town, _)| *town).collect());
            vectors.sort_unstable_by_key(|(town, _)| *town);
        }
        self.say_talk(Talk::Vectors { all: !some, vectors });
        self.stage = Stage::Vectors;
    }

    /// Whether they have been shown how much of a town is here, so that they say what is lacking.
    pub(super) fn has_shown(&self, town: &AssemblyId) -> bool {
        let whole = || self.show.few || self.differ.contains(town);
        self.show.some.as_ref().map_or_else(whole, |some| some.contains(town))
    }

    /// Whether a further turn would show a town that no turn has shown since both came to hold what they do; it is to be begun then.
    pub(super) fn has_more_to_show<H: Holder>(&mut self, holder: &H) -> bool {
        let fits = |town| size(&self.scope.vector(holder, &town)) <= ROOM;
        let has_more = self.show.some.is_some() && self.show.further < MAX_FURTHER && self.to_show(holder).into_iter().any(fits);
        self.show.further += u32::from(has_more);
        has_more
    }

    /// The towns that differ as far as is known, and were not shown yet. One that they hold and we do not is among them: shown as empty.
    fn to_show<H: Holder>(&self, holder: &H) -> BTreeSet<AssemblyId> {
        let mut towns = self.differ.clone();
        if self.show.few && !self.has_room {
            // They learn from nothing else that what they gave has come.
            towns.clone_from(&self.near);
        } else if self.show.few {
            let (ours, told) = (self.scope.digests(holder), &self.show.told);
            towns = ours.keys().chain(told.keys()).filter(|town| ours.get(*town) != told.get(*town)).copied().collect();
        }
        if !self.has_room {
            towns.retain(|town| self.near.contains(town));
            // That they hold a town need not have been said: their list of them ends where the message does.
            towns.extend(self.near.iter().filter(|town| holder.holdings().get(*town).is_none_or(Holding::is_empty)));
        }
        towns.retain(|town| !self.show.already.contains(town));
        towns
    }
}

/// How many bytes of one message vectors may take up.
const ROOM: usize = Talk::MAX_BYTES - 1;

fn size(vector: &Vector) -> usize {
    32 + 4 + vector.encode().len()
}

/// The vectors that fit into one message, in their order, and whether any does not.
fn fitting(vectors: impl Iterator<Item = (AssemblyId, Vector)>) -> (Vec<(AssemblyId, Vector)>, bool) {
    let (mut left, mut fitting, mut any_does_not) = (ROOM, Vec::new(), false);
    for (town, vector) in vectors {
        match left.checked_sub(size(&vector)) {
            Some(rest) => {
                left = rest;
                fitting.push((town, vector));
            }
            None => any_does_not = true,
        }
    }
    (fitting, any_does_not)
}
