//! Why a rule says no: typed, with the rule's id and principle, phrased by the edge in the reader's language.
//!
//! **Invariant:** no refusal carries a sentence; it carries a code and the facts that the sentence needs.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{charter, draft, floor, fold, ledger, mandate, minutes, neighbour, note, people, quiet, roll, sealed, witness};

/// The seven governance principles of the founding documents (S000).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub enum Principle {
    /// Subsidiarity is the default.
    P1,
    /// No central authority, ever.
    P2,
    /// Mandated, recallable delegates.
    P3,
    /// Consent, not majority rule over towns.
    P4,
    /// Open commons by default.
    P5,
    /// Distributed power.
    P6,
    /// Right of exit and right of entry.
    P7,
}

/// A rule by its id in the specification (A1, C3, I6), or R with its section in the resolver's law, and the principle it serves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Rule {
    /// The id, stable across versions.
    pub id: &'static str,
    /// The principle.
    pub principle: Principle,
}

/// A rule with its id and principle.
pub(crate) const fn rule(id: &'static str, principle: Principle) -> Rule {
    Rule { id, principle }
}

/// Why an act is refused, by the institution that refuses it; serialised as `{"code": ..., facts}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(untagged)]
pub enum Refusal {
    /// The law of what counts refuses it.
    Law(fold::Refusal),
    /// The roll refuses it.
    Roll(roll::Refusal),
    /// The charter refuses it.
    Charter(charter::Refusal),
    /// The minutes refuse it.
    Minutes(minutes::Refusal),
    /// The mandates refuse it.
    Mandate(mandate::Refusal),
    /// The ledger refuses it.
    Ledger(ledger::Refusal),
    /// The people's cards refuse it.
    People(people::Refusal),
    /// The floor refuses it.
    Floor(floor::Refusal),
    /// The drafts refuse it.
    Draft(draft::Refusal),
    /// The invites or the neighbours refuse it.
    Neighbour(neighbour::Refusal),
    /// A witness is refused.
    Witness(witness::Refusal),
    /// Something sealed is refused.
    Sealed(sealed::Refusal),
    /// A note of one's own is refused.
    Note(note::Refusal),
    /// A quiet period is refused.
    Quiet(quiet::Refusal),
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::Law(refusal) => refusal.rule(),
            Refusal::Roll(refusal) => refusal.rule(),
            Refusal::Charter(refusal) => refusal.rule(),
            Refusal::Minutes(refusal) => refusal.rule(),
            Refusal::Mandate(refusal) => refusal.rule(),
            Refusal::Ledger(refusal) => refusal.rule(),
            Refusal::People(refusal) => refusal.rule(),
            Refusal::Floor(refusal) => refusal.rule(),
            Refusal::Draft(refusal) => refusal.rule(),
            Refusal::Neighbour(refusal) => refusal.rule(),
            Refusal::Witness(refusal) => refusal.rule(),
            Refusal::Sealed(refusal) => refusal.rule(),
            Refusal::Note(refusal) => refusal.rule(),
            Refusal::Quiet(refusal) => refusal.rule(),
        }
    }

    /// The code and the facts, as an object; the code names the phrase in every language.
    pub fn facts(&self) -> serde_json::Map<String, serde_json::Value> {
        match serde_json::to_value(self) {
            Ok(serde_json::Value::Object(facts)) => facts,
            Ok(_) | Err(_) => serde_json::Map::new(),
        }
    }
}

macro_rules! refused_by {
    ($($institution:ident => $variant:ident),* $(,)?) => {
        $(impl From<$institution::Refusal> for Refusal {
            fn from(refusal: $institution::Refusal) -> Refusal {
                Refusal::$variant(refusal)
            }
        })*
    };
}

refused_by!(fold => Law, roll => Roll, charter => Charter, minutes => Minutes, mandate => Mandate, ledger => Ledger, people => People, floor => Floor, draft => Draft,
    neighbour => Neighbour, witness => Witness, sealed => Sealed, note => Note, quiet => Quiet);
