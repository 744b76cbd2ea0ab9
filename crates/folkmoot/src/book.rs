//! The book: what counts, institution by institution.
//!
//! **Invariant:** counting is commutative. The book of a set of counting acts is the same in whatever order they are counted.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::Serialize;

use crate::act::{Act, Author, Entry, Standing};
use crate::change::Unsigned;
use crate::fold::{Refusal as Law, Seat, View};
use crate::id::{ActId, DeviceId};
use crate::needs::Needs;
use crate::plain::{Duty, Member};
use crate::refusal::Refusal;
use crate::{charter, draft, floor, ledger, mandate, minutes, neighbour, note, people, quiet, roll, sealed, witness};

/// What anyone may read; commons acts are judged by this alone.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Commons {
    /// Devices, members by number, k.
    pub roll: roll::Roll,
    /// Every version of the charter.
    pub charter: charter::Charter,
    /// Meetings, motions, decisions.
    pub minutes: minutes::Minutes,
    /// Cards that were struck: what deletes for good is judged where removals are.
    pub people: people::People,
    /// Grants and recalls, and what delegates agreed to.
    pub mandate: mandate::Mandates,
    /// Accounts, transactions, closings.
    pub ledger: ledger::Ledger,
    /// What it has co-signed for other towns.
    pub witness: witness::Witness,
    /// When it was quiet.
    pub quiet: quiet::Quiet,
}

/// What stays among the assembly's own laptops.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Inside {
    /// Presence by name, objections, notes.
    pub floor: floor::Floor,
    /// Drafts, and how they ended; not their text.
    pub draft: draft::Drafts,
    /// Invites, and towns that are neighbours.
    pub neighbour: neighbour::Neighbours,
    /// That something sealed was written.
    pub sealed: sealed::SealedThings,
}

/// What one person keeps for their own laptops.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Own {
    /// Notes.
    pub notes: note::Notes,
}

/// The whole book of one assembly.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Book {
    /// The commons ring.
    pub commons: Commons,
    /// The assembly ring.
    pub inside: Inside,
    /// The person ring.
    pub own: Own,
}

impl Commons {
    /// Whether somebody may say something of a member that only the member can say: it is themselves, or they facilitate, and so speak for
    /// those without a laptop (A13).
    pub fn may_speak_for(&self, by: &Author, member: Member) -> bool {
        let facilitates = || self.mandate.allows(by.member, Duty::Facilitator, &|_, _| true, &self.roll, &self.minutes).is_some();
        by.member == member || facilitates()
    }
}

impl Book {
    /// What a mandate must be for, that an act may rest on it.
    fn needs<'a>(&'a self, act: &'a Act) -> Needs<'a> {
        let lines_of = |transaction: &ActId| self.commons.ledger.transactions.get(transaction).map(|known| known.postings.as_slice());
        Needs::of(act, &lines_of, &|grant| self.commons.mandate.grants.get(grant).map(|grant| grant.body.as_deref()))
    }

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
            Act::Mandate(act) => mandate::check(act, by, commons).map_err(Refusal::from),
            Act::Ledger(act) => ledger::check(act, by, commons).map_err(Refusal::from),
            Act::People(act) => people::check(act, by, commons).map_err(Refusal::from),
            Act::Floor(act) => floor::check(act, by, self).map_err(Refusal::from),
            Act::Draft(act) => draft::check(act, by, self).map_err(Refusal::from),
            Act::Neighbour(act) => neighbour::check(act, self).map_err(Refusal::from),
            Act::Witness(act) => witness::check(act, commons).map_err(Refusal::from),
            Act::Sealed(act) => sealed::check(act).map_err(Refusal::from),
            Act::Note(act) => note::check(act, by, self).map_err(Refusal::from),
            Act::Quiet(act) => quiet::check(act, commons).map_err(Refusal::from),
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
            Act::People(act) => self.commons.people.count(act, entry),
            Act::Floor(act) => self.inside.floor.count(act, entry),
            Act::Draft(act) => self.inside.draft.count(act, entry, by),
            Act::Neighbour(act) => self.inside.neighbour.count(act, entry, by),
            Act::Witness(act) => self.commons.witness.count(act, entry),
            Act::Sealed(act) => self.inside.sealed.count(act, entry),
            Act::Note(act) => self.own.notes.count(act, entry),
            Act::Quiet(act) => self.commons.quiet.count(act, entry),
        }
    }
}

/// A town's book as the law judges by it.
impl View for Book {
    type Act = Act;

    /// Whoever signs is told where it would be in vain.
    const REFUSES_IDLE: bool = true;

    fn read(bytes: &[u8]) -> Option<Act> {
        Act::from_bytes(bytes).ok()
    }

    fn standing(act: &Act) -> Standing {
        act.standing()
    }

    fn is_in_place(act: &Act, says: &Unsigned) -> bool {
        act.ring() == says.ring && act.document().is_ok_and(|document| document == says.document)
    }

    fn is_of_the_roll(act: &Act) -> bool {
        act.is_of_the_roll()
    }

    fn founders(_: &Act, author: DeviceId) -> BTreeMap<DeviceId, Member> {
        BTreeMap::from([(author, roll::FOUNDER)])
    }

    fn is_founded(&self) -> bool {
        self.commons.roll.founded.is_some()
    }

    fn seat(&self, device: &DeviceId) -> Seat {
        let roll = &self.commons.roll;
        match roll.live(device) {
            Some(known) => Seat::Held { member: known.member, paper: known.paper },
            None if roll.removed.contains_key(device) => Seat::Removed,
            None => Seat::Unknown,
        }
    }

    fn roll(&self) -> Arc<BTreeMap<DeviceId, Member>> {
        self.commons.roll.on_the_roll()
    }

    fn k(&self) -> u32 {
        self.commons.roll.k()
    }

    /// A recall names the grant that it takes back and so has seen it: no order among them is asked for.
    fn may_do(&self, act: &Act, duty: Duty, by: &Author, _: &dyn Fn(&ActId, &ActId) -> bool) -> Option<BTreeSet<Member>> {
        let (Commons { mandate, roll, minutes, .. }, needs) = (&self.commons, self.needs(act));
        mandate.allows(by.member, duty, &|_, grant| needs.are_met_by(&grant.accounts, grant.body.as_deref()), roll, minutes)
    }

    fn not_asked(&self, act: &Act, duty: Duty, by: &Author) -> Refusal {
        let Commons { mandate, roll, minutes, .. } = &self.commons;
        let holds_it = mandate.allows(by.member, duty, &|_, _| true, roll, minutes).is_some();
        let why = Some(act).filter(|_| holds_it).and_then(|act| Book::check(self, act, by).err());
        why.unwrap_or_else(|| Law::DutyNotHeld { member: by.member, duty }.into())
    }

    fn is_for<'a>(act: &'a Act, grant: &Act, named: &dyn Fn(&ActId) -> Option<&'a Act>) -> bool {
        let Act::Mandate(mandate::Act::Grant { accounts, body, .. }) = grant else { return false };
        // Asked of every entry in the ledger: where it is kept as a whole, what it writes in need not be read.
        if accounts.is_empty() && matches!(act, Act::Ledger(_)) {
            return true;
        }
        let lines_of = |transaction: &ActId| match named(transaction) {
            Some(Act::Ledger(ledger::Act::Post { postings, .. })) => Some(postings.as_slice()),
            Some(_) | None => None,
        };
        let body_of = |grant: &ActId| match named(grant) {
            Some(Act::Mandate(mandate::Act::Grant { body, .. })) => Some(body.as_deref()),
            Some(_) | None => None,
        };
        Needs::of(act, &lines_of, &body_of).are_met_by(accounts, body.as_deref())
    }

    fn speaks_for(act: &Act) -> Option<(Member, Duty)> {
        match act {
            Act::Roll(roll::Act::Card { member, .. } | roll::Act::Leave { member, .. })
            | Act::People(people::Act::Strike { member, .. }) => Some((*member, Duty::Facilitator)),
            Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::Ledger(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => None,
        }
    }

    fn granted_to(&self, grant: &ActId) -> Option<Member> {
        self.commons.mandate.grants.get(grant).map(|grant| grant.member)
    }

    fn check(&self, act: &Act, by: &Author) -> Result<(), Refusal> {
        Book::check(self, act, by)
    }

    fn count(&mut self, act: &Act, entry: &Entry, by: &Author) {
        Book::count(self, act, entry, by);
    }
}
