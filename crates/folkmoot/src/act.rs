//! One thing that an assembly, a member or a town did; one variant an institution, and the kinds live in its folder.
//!
//! **Invariant:** an act of a kind or form that this version does not know is never guessed at: the fold shows it as newer.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::change::Ring;
use crate::id::{ActId, ChangeHash, DeviceId};
use crate::name::{DocName, NotAName};
use crate::plain::{Day, Duty, Member};
use crate::value::{NotAValue, Value, reading};
use crate::{charter, draft, floor, ledger, mandate, minutes, neighbour, note, people, quiet, roll, sealed, witness};

/// An act of a kind that this version knows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Act {
    /// Who may write, and who belongs.
    Roll(roll::Act),
    /// The founding text.
    Charter(charter::Act),
    /// Meetings, motions, decisions.
    Minutes(minutes::Act),
    /// Who is asked to do what, until when.
    Mandate(mandate::Act),
    /// What came in, what went out.
    Ledger(ledger::Act),
    /// Cards of people.
    People(people::Act),
    /// What is said in the hall and stays in the assembly.
    Floor(floor::Act),
    /// Text that people write together.
    Draft(draft::Act),
    /// Invites, and towns that are neighbours.
    Neighbour(neighbour::Act),
    /// What other towns sealed.
    Witness(witness::Act),
    /// What a few members write for one another.
    Sealed(sealed::Act),
    /// What somebody notes for their own laptops.
    Note(note::Act),
    /// When the town is quiet.
    Quiet(quiet::Act),
}

/// Why a value is not an act that this version can read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAnAct {
    /// The value has no text field `do`.
    #[error("an act is an object with a field \"do\" that names its kind, like {{\"do\": \"ledger.post\", ...}}")]
    NoKind,
    /// The kind is not among the ones that this version knows.
    #[error("this version of Folkmoot knows no act {0:?}")]
    UnknownKind(String),
    /// The kind is known, but a field is missing, unknown or of the wrong form.
    #[error("the act {kind:?} cannot be read: {why}")]
    Form {
        /// The kind.
        kind: String,
        /// What is wrong with which field.
        why: String,
    },
    /// The JSON is not a value that the record can hold.
    #[error(transparent)]
    Value(#[from] NotAValue),
    /// The act names a document by a key that is not a name.
    #[error(transparent)]
    Document(#[from] NotAName),
}

/// The last changes of a device that stand, one a line.
pub type Cut = Vec<ChangeHash>;

/// What a recall takes back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Recalled {
    /// One grant, as a town's recalls name it.
    Grant(ActId),
    /// Every grant of a duty to one holder that had not seen the recall, as RESOLVER.md 7 has it.
    Duty {
        /// Whose deeds a cut of it may name.
        device: DeviceId,
        /// Who was asked.
        member: Member,
        /// To do what.
        duty: Duty,
    },
}

/// What an act is to the law of what counts (RESOLVER.md).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Founds the assembly.
    Found,
    /// Binding: puts a device on the roll, by more than half of it.
    Admit {
        /// The device's signing key.
        device: DeviceId,
        /// Whose device it is.
        member: Member,
    },
    /// Binding: takes a device off the roll, by more than half of it.
    Remove {
        /// The device's signing key.
        device: DeviceId,
        /// What of it still stands; without one, what the removal had seen.
        cut: Option<Cut>,
        /// How many changes of it inside the assembly still stand, for an act of the commons cannot see them; without a number, all.
        inside: Option<u64>,
    },
    /// Binding: gives a duty.
    Grant {
        /// Who holds it.
        member: Member,
        /// The duty.
        duty: Duty,
        /// The last day of the term.
        until: Day,
    },
    /// Binding: takes a granted duty back.
    Recall {
        /// What it takes back.
        of: Recalled,
        /// What of the holder's deeds still stands; without one, what the recall had seen.
        cut: Option<Cut>,
    },
    /// Binding: says that a meeting was held on a day, which ends terms.
    Meeting {
        /// The day.
        day: Day,
    },
    /// Binding: makes one contested deed count.
    Ratify {
        /// The deed.
        act: ActId,
    },
    /// Binding: changes how many must sign, by more than half of the roll and no fewer than sign anything else.
    Quorum,
    /// Binding without a further effect on what counts.
    Binding,
    /// Signs a binding act of another.
    Sign {
        /// The binding act.
        act: ActId,
    },
    /// Needs a duty, once the assembly has given that duty to anyone.
    Deed(Duty),
    /// Needs no more than a place on the roll.
    Note,
}

/// Who writes an act, as the book of its own past has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Author {
    /// The laptop.
    pub device: DeviceId,
    /// Whose laptop it is.
    pub member: Member,
}

/// The head of an act that counts, as the books keep it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Entry {
    /// The act's id.
    pub id: ActId,
    /// The member whose laptop wrote it.
    pub by: Member,
    /// When that laptop's clock says so: seconds since 1970, a claim.
    pub claimed_at: i64,
    /// Its place on that laptop's line.
    pub seq: u64,
}

impl Entry {
    /// What entries are shown in order of: the claimed time, and within one second the order in which a laptop wrote.
    pub fn order(&self) -> (i64, u64, ActId) {
        (self.claimed_at, self.seq, self.id)
    }
}

impl Act {
    /// Reads an act from JSON, as people and programs write it.
    ///
    /// # Errors
    /// [`NotAnAct`], which names the field where one is wrong.
    pub fn from_json(json: &serde_json::Value) -> Result<Act, NotAnAct> {
        Act::from_value(&Value::from_json(json)?)
    }

    /// Reads an act from the generic value.
    ///
    /// # Errors
    /// [`NotAnAct::NoKind`], [`NotAnAct::UnknownKind`] or [`NotAnAct::Form`].
    pub fn from_value(value: &Value) -> Result<Act, NotAnAct> {
        Act::from_bytes(&value.encode())
    }

    /// Reads an act from the bytes of a generic value, as a change that was verified has them.
    ///
    /// # Errors
    /// As [`Act::from_value`].
    pub fn from_bytes(bytes: &[u8]) -> Result<Act, NotAnAct> {
        let kind = reading::kind(bytes).ok_or(NotAnAct::NoKind)?.to_owned();
        fn read<T: serde::de::DeserializeOwned>(kind: String, bytes: &[u8]) -> Result<T, NotAnAct> {
            reading::read(bytes).map_err(|error| {
                let why = error.to_string();
                // A field may have an unknown word too: only the kind itself makes the act one of a newer version.
                if why.starts_with(&format!("unknown variant `{kind}`")) {
                    NotAnAct::UnknownKind(kind)
                } else {
                    NotAnAct::Form { kind, why }
                }
            })
        }
        match kind.split_once('.').map_or("", |(institution, _)| institution) {
            "roll" => read(kind, bytes).map(Act::Roll),
            "charter" => read(kind, bytes).map(Act::Charter),
            "meeting" => read(kind, bytes).map(Act::Minutes),
            "mandate" => read(kind, bytes).map(Act::Mandate),
            "ledger" => read(kind, bytes).map(Act::Ledger),
            "people" => read(kind, bytes).map(Act::People),
            "floor" => read(kind, bytes).map(Act::Floor),
            "draft" => read(kind, bytes).map(Act::Draft),
            "neighbour" => read(kind, bytes).map(Act::Neighbour),
            "witness" => read(kind, bytes).map(Act::Witness),
            "sealed" => read(kind, bytes).map(Act::Sealed),
            "note" => read(kind, bytes).map(Act::Note),
            "quiet" => read(kind, bytes).map(Act::Quiet),
            _ => Err(NotAnAct::UnknownKind(kind)),
        }
    }

    /// The generic value that is signed and filed.
    ///
    /// # Errors
    /// [`NotAnAct::Value`] when the act is over the limits of a value.
    pub fn to_value(&self) -> Result<Value, NotAnAct> {
        let json = serde_json::to_value(self).map_err(|error| NotAnAct::Form { kind: String::new(), why: error.to_string() })?;
        Ok(Value::from_json(&json)?)
    }

    /// The ring that an act of this kind belongs to.
    pub fn ring(&self) -> Ring {
        match self {
            Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::Ledger(_)
            | Act::People(_)
            | Act::Witness(_)
            | Act::Quiet(_) => Ring::Commons,
            Act::Floor(_) | Act::Draft(_) | Act::Neighbour(_) | Act::Sealed(_) => Ring::Assembly,
            Act::Note(_) => Ring::Person,
        }
    }

    /// The document that files it.
    ///
    /// # Errors
    /// [`NotAnAct::Document`] when its key is not a name.
    pub fn document(&self) -> Result<DocName, NotAnAct> {
        Ok(match self {
            Act::Roll(_) => DocName::of("roll")?,
            Act::Charter(_) => DocName::of("charter")?,
            Act::Mandate(_) => DocName::of("mandates")?,
            Act::People(_) => DocName::of("people")?,
            Act::Minutes(act) => DocName::keyed("meeting", act.meeting())?,
            Act::Ledger(act) => DocName::keyed("ledger", act.section())?,
            Act::Floor(act) => DocName::keyed("meeting", act.meeting())?,
            Act::Draft(draft::Act::Edit { draft, .. }) => DocName::keyed("draft", draft)?,
            Act::Draft(draft::Act::Open { .. } | draft::Act::Close { .. }) => DocName::of("drafts")?,
            Act::Neighbour(_) => DocName::of("neighbours")?,
            Act::Sealed(_) => DocName::of("sealed")?,
            Act::Note(_) => DocName::of("notes")?,
            Act::Quiet(_) => DocName::of("quiet")?,
            Act::Witness(act) => DocName::keyed("witness", act.town())?,
        })
    }

    /// The file that lies beside the chain for it, if it names one.
    pub fn attachment(&self) -> Option<&ledger::Receipt> {
        match self {
            Act::Ledger(act) => act.receipt(),
            Act::Roll(_)
            | Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => None,
        }
    }

    /// Whether it is an act on the roll, which alone a paper recovery card may file.
    pub(crate) fn is_of_the_roll(&self) -> bool {
        match self {
            Act::Roll(_) => true,
            Act::Charter(_)
            | Act::Minutes(_)
            | Act::Mandate(_)
            | Act::Ledger(_)
            | Act::People(_)
            | Act::Floor(_)
            | Act::Draft(_)
            | Act::Neighbour(_)
            | Act::Witness(_)
            | Act::Sealed(_)
            | Act::Note(_)
            | Act::Quiet(_) => false,
        }
    }

    /// What it is to the law of what counts.
    pub fn standing(&self) -> Standing {
        match self {
            Act::Roll(act) => act.standing(),
            Act::Charter(_) | Act::Quiet(_) => Standing::Deed(Duty::Facilitator),
            Act::Minutes(act) => act.standing(),
            Act::Mandate(act) => act.standing(),
            Act::Ledger(act) => act.standing(),
            Act::People(_) | Act::Draft(_) | Act::Neighbour(_) | Act::Sealed(_) | Act::Note(_) => Standing::Note,
            // It binds the town to nothing: it says what its people have seen. That many towns say so makes it strong, and not how many of one.
            Act::Floor(_) | Act::Witness(_) => Standing::Deed(Duty::Facilitator),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn an_unknown_word_in_a_field_is_not_taken_for_an_unknown_kind() {
        let recall = json!({ "do": "mandate.revoke", "grant": "x" });
        assert_eq!(Act::from_json(&recall), Err(NotAnAct::UnknownKind("mandate.revoke".to_owned())));
        let motion = json!({ "do": "meeting.move", "meeting": "2027-03-03", "title": "t", "text": "t", "matter": "gossip" });
        assert!(matches!(Act::from_json(&motion), Err(NotAnAct::Form { why, .. }) if why.contains("gossip")));
    }
}
