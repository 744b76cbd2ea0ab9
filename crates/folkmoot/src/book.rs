//! The book: what counts, institution by institution.
//!
//! **Invariant:** counting is commutative. The book of a set of counting acts is the same in whatever order they are counted.

use serde::Serialize;

use crate::act::{Act, Author, Entry};
use crate::refusal::Refusal;
use crate::{charter, draft, floor, ledger, mandate, minutes, neighbour, people, roll};

/// What anyone may read; commons acts are judged by this alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Commons {
    /// Devices, members by number, k.
    pub roll: roll::Roll,
    /// Every version of the charter.
    pub charter: charter::Charter,
    /// Meetings, motions, decisions.
    pub minutes: minutes::Minutes,
    /// Grants and recalls.
    pub mandate: mandate::Mandates,
    /// Accounts, transactions, closings.
    pub ledger: ledger::Ledger,
}

/// What stays among the assembly's own laptops.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Inside {
    /// Cards that were struck.
    pub people: people::People,
    /// Presence by name, objections, notes.
    pub floor: floor::Floor,
    /// Drafts, and how they ended; not their text.
    pub draft: draft::Drafts,
    /// Invites, and towns that are neighbours.
    pub neighbour: neighbour::Neighbours,
}

/// The whole book of one assembly.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Book {
    /// The commons ring.
    pub commons: Commons,
    /// The assembly ring.
    pub inside: Inside,
}

impl Book {
    /// Weighs an act by the rules of its institution; the law of signatures and duties is weighed by the fold.
    ///
    /// # Errors
    /// The [`Refusal`] of the first rule that says no.
    pub fn check(&self, act: &Act, by: &Author) -> Result<(), Refusal> {
        let commons = &self.commons;
        match act {
            Act::Roll(act) => roll::check(act, by, commons).map_err(Refusal::from),
            Act::Charter(act) => charter::check(act, commons).map_err(Refusal::from),
            Act::Minutes(act) => minutes::check(act, by, commons).map_err(Refusal::from),
            Act::Mandate(act) => mandate::check(act, commons).map_err(Refusal::from),
            Act::Ledger(act) => ledger::check(act, commons).map_err(Refusal::from),
            Act::People(act) => people::check(act, by, self).map_err(Refusal::from),
            Act::Floor(act) => floor::check(act, by, self).map_err(Refusal::from),
            Act::Draft(act) => draft::check(act, by, self).map_err(Refusal::from),
            Act::Neighbour(act) => neighbour::check(act, self).map_err(Refusal::from),
        }
    }

    /// Counts an act that counts.
    pub fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        match act {
            Act::Roll(act) => self.commons.roll.count(act, entry, by),
            Act::Charter(act) => self.commons.charter.count(act, entry),
            Act::Minutes(act) => self.commons.minutes.count(act, entry),
            Act::Mandate(act) => self.commons.mandate.count(act, entry),
            Act::Ledger(act) => self.commons.ledger.count(act, entry),
            Act::People(act) => self.inside.people.count(act, entry),
            Act::Floor(act) => self.inside.floor.count(act, entry),
            Act::Draft(act) => self.inside.draft.count(act, entry, by),
            Act::Neighbour(act) => self.inside.neighbour.count(act, entry, by),
        }
    }
}
