//! What the roll refuses.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use crate::act::Author;
use crate::book::Commons;
use crate::id::DeviceId;
use crate::plain::Member;
use crate::refusal::{Principle, Rule, rule};

/// The most members that one act may enter.
const MAX_ENROLLED: usize = 1_000;
/// The longest name, place and sealing key, in characters: every town that hears of this one keeps them.
const MAX_NAME: u32 = 200;

/// Why the roll says no.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
#[schemars(rename = "RollRefusal")]
pub enum Refusal {
    /// An assembly, or a reason, without words.
    NoWords {
        /// The field.
        field: &'static str,
    },
    /// More letters than others have to keep.
    RollTooLong {
        /// Of what: the name, the place, the key.
        field: &'static str,
        /// How many may be.
        most: u32,
    },
    /// An act that enters nobody, or too many at once.
    EnrolsTooFewOrMany {
        /// How many.
        members: usize,
        /// The most.
        most: usize,
    },
    /// A number that is zero, given already, or twice in one act.
    NumberGiven {
        /// Which.
        member: Member,
        /// The next free one.
        free: Member,
    },
    /// A member who is not on the roll, or has left.
    NotAMember {
        /// Who.
        member: Member,
    },
    /// A witness who is the author.
    OwnWitness {
        /// Who.
        member: Member,
    },
    /// What only another member, or whoever facilitates, can say.
    OfAnother {
        /// Whose matter it is.
        member: Member,
    },
    /// A card that does not stand for the member, or is replaced by itself.
    NotTheirCard {
        /// Whose.
        member: Member,
    },
    /// A key that is or was on the roll.
    KeyKnown {
        /// Which.
        device: DeviceId,
    },
    /// A device that is not on the roll.
    DeviceUnknown {
        /// Which.
        device: DeviceId,
    },
    /// A k that nobody could reach, or nobody needs.
    QuorumOutOfReach {
        /// What was asked.
        k: u32,
        /// How many holders there are.
        holders: u32,
    },
    /// A change of k that does not follow the last one.
    QuorumOutOfTurn {
        /// The number it should have.
        next: u32,
    },
}

impl Refusal {
    /// The rule that refuses.
    pub fn rule(&self) -> Rule {
        match self {
            Refusal::NoWords { field: "reason" } => rule("R2", Principle::P2),
            Refusal::RollTooLong { field: "key", .. } => rule("R2", Principle::P2),
            Refusal::NoWords { .. } | Refusal::RollTooLong { .. } | Refusal::EnrolsTooFewOrMany { .. } | Refusal::NumberGiven { .. } => {
                rule("A13", Principle::P6)
            }
            Refusal::NotAMember { .. } | Refusal::OwnWitness { .. } | Refusal::NotTheirCard { .. } => rule("A13", Principle::P6),
            Refusal::OfAnother { .. } => rule("O1", Principle::P7),
            Refusal::KeyKnown { .. } | Refusal::DeviceUnknown { .. } => rule("R2", Principle::P2),
            Refusal::QuorumOutOfReach { .. } | Refusal::QuorumOutOfTurn { .. } => rule("R3", Principle::P2),
        }
    }
}

/// Weighs an act on the roll; the founding act is weighed by the law of what counts.
pub fn check(act: &Act, by: &Author, book: &Commons) -> Result<(), Refusal> {
    let roll = &book.roll;
    let may_speak_for = |member: Member| if book.may_speak_for(by, member) { Ok(()) } else { Err(Refusal::OfAnother { member }) };
    let belongs = |member: Member| if roll.belongs(member) { Ok(()) } else { Err(Refusal::NotAMember { member }) };
    match act {
        Act::Found { name, .. } if name.trim().is_empty() => Err(Refusal::NoWords { field: "name" }),
        Act::Found { name, place, keys, .. } => {
            at_most("name", name)?;
            at_most("place", place.as_deref().unwrap_or_default())?;
            at_most("key", &keys.sealing)
        }
        Act::Enrol { members, witness } => {
            if members.is_empty() || members.len() > MAX_ENROLLED {
                return Err(Refusal::EnrolsTooFewOrMany { members: members.len(), most: MAX_ENROLLED });
            }
            let mut given = BTreeSet::new();
            for new in members {
                if new.number.0 == 0 || roll.members.contains_key(&new.number) || !given.insert(new.number) {
                    return Err(Refusal::NumberGiven { member: new.number, free: roll.next_number() });
                }
            }
            match witness {
                Some(witness) if *witness == by.member => Err(Refusal::OwnWitness { member: *witness }),
                Some(witness) => belongs(*witness),
                None => Ok(()),
            }
        }
        Act::Card { member, replaces, card } => {
            belongs(*member)?;
            may_speak_for(*member)?;
            let stands = roll.members.get(member).is_some_and(|enrolment| enrolment.cards.contains_key(replaces));
            if stands && replaces != card { Ok(()) } else { Err(Refusal::NotTheirCard { member: *member }) }
        }
        Act::Leave { member, .. } => {
            belongs(*member)?;
            may_speak_for(*member)
        }
        Act::Admit { member, device, keys, .. } => {
            at_most("key", &keys.sealing)?;
            if roll.devices.contains_key(device) {
                return Err(Refusal::KeyKnown { device: *device });
            }
            belongs(*member)
        }
        Act::Remove { device, reason, .. } => {
            if reason.trim().is_empty() {
                return Err(Refusal::NoWords { field: "reason" });
            }
            if roll.live(device).is_none() { Err(Refusal::DeviceUnknown { device: *device }) } else { Ok(()) }
        }
        Act::Quorum { number, k } => {
            let next = roll.quorums.last().map_or(1, |(number, _, _)| number.saturating_add(1));
            let holders = roll.holders().len() as u32;
            if *number != next {
                return Err(Refusal::QuorumOutOfTurn { next });
            }
            if *k == 0 || *k > holders { Err(Refusal::QuorumOutOfReach { k: *k, holders }) } else { Ok(()) }
        }
        Act::Sign { .. } | Act::Ratify { .. } => Ok(()),
    }
}

fn at_most(field: &'static str, text: &str) -> Result<(), Refusal> {
    if text.chars().count() > MAX_NAME as usize { Err(Refusal::RollTooLong { field, most: MAX_NAME }) } else { Ok(()) }
}
