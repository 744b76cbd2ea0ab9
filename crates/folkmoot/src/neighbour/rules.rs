//! What is refused about neighbours and invites.
//!
//! That an invite ran out is not weighed here: the book knows no today. Whoever hears the answer looks at the clock.

use schemars::JsonSchema;
use serde::Serialize;

use super::acts::Act;
use super::book::{Invite, Neighbours};
use crate::book::Book;
use crate::id::{AssemblyId, InviteId};
use crate::plain::Member;
use crate::refusal::{Principle, Rule, rule};

/// The longest name and the longest sealing key, in characters.
pub const MAX_NAME: u32 = 200;
/// The longest code, in characters.
pub const MAX_CODE: u32 = 2_000;

/// Why nobody is let in or sent away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[schemars(rename = "NeighbourRefusal")]
#[serde(tag = "code", rename_all = "kebab-case", rename_all_fields = "kebab-case")]
pub enum Refusal {
    /// An invite that was made known before.
    InviteMade {
        /// Which.
        invite: InviteId,
    },
    /// No such invite for a town, or none for a laptop.
    InviteUnknown {
        /// Which.
        invite: InviteId,
    },
    /// The invite was taken back.
    InviteTakenBack {
        /// Which.
        invite: InviteId,
    },
    /// Another answered the invite before, or the town that did was parted with.
    InviteAnswered {
        /// Which.
        invite: InviteId,
    },
    /// An invite for a laptop of nobody.
    InviteForNobody {
        /// Whose.
        member: Member,
    },
    /// An assembly that would be its own neighbour.
    NeighbourItself,
    /// The town is no neighbour, or not by these acts alone.
    NeighbourNot {
        /// Which.
        town: AssemblyId,
    },
    /// More letters than an act may hold.
    NeighbourTooLong {
        /// Of what: the name, the code, the key.
        field: &'static str,
        /// How many may be.
        most: u32,
    },
}

impl Refusal {
    /// The rule that refuses: an invite works while its maker is away, runs out and can be taken back (N4).
    pub fn rule(&self) -> Rule {
        rule("N4", Principle::P7)
    }
}

/// Weighs an act on neighbours.
pub fn check(act: &Act, book: &Book) -> Result<(), Refusal> {
    let known = &book.inside.neighbour;
    match act {
        Act::Invite { invite, member, .. } => {
            if known.invites.contains_key(invite) {
                return Err(Refusal::InviteMade { invite: *invite });
            }
            match member.filter(|member| !book.commons.roll.belongs(*member)) {
                Some(member) => Err(Refusal::InviteForNobody { member }),
                None => Ok(()),
            }
        }
        Act::Revoke { invite } => open(invite, known).map(|_| ()),
        Act::Join { town, name, by, code, .. } => {
            if book.commons.roll.founded.as_ref().is_some_and(|(founded, ..)| founded.id.0 == town.0) {
                return Err(Refusal::NeighbourItself);
            }
            at_most("name", name, MAX_NAME)?;
            at_most("code", code.as_deref().unwrap_or_default(), MAX_CODE)?;
            let Some(invite) = by else { return Ok(()) };
            for_whom(open(invite, known)?, invite, false)?;
            let another = known.answers(invite).any(|join| join.town != *town || !known.stands(join));
            if another { Err(Refusal::InviteAnswered { invite: *invite }) } else { Ok(()) }
        }
        Act::Ask { invite, device, keys } => {
            at_most("key", &keys.sealing, MAX_NAME)?;
            for_whom(open(invite, known)?, invite, true)?;
            let another = known.asks_by(invite).any(|ask| ask.device != *device);
            if another { Err(Refusal::InviteAnswered { invite: *invite }) } else { Ok(()) }
        }
        Act::Part { town, joins } => {
            let standing = known.joins_of(town);
            if standing.is_empty() || *joins != standing { Err(Refusal::NeighbourNot { town: *town }) } else { Ok(()) }
        }
    }
}

fn open<'b>(invite: &InviteId, known: &'b Neighbours) -> Result<&'b Invite, Refusal> {
    let made = known.invite(invite).ok_or(Refusal::InviteUnknown { invite: *invite })?;
    if known.is_revoked(invite) { Err(Refusal::InviteTakenBack { invite: *invite }) } else { Ok(made) }
}

fn for_whom(made: &Invite, invite: &InviteId, laptop: bool) -> Result<(), Refusal> {
    if made.member.is_some() == laptop { Ok(()) } else { Err(Refusal::InviteUnknown { invite: *invite }) }
}

fn at_most(field: &'static str, text: &str, most: u32) -> Result<(), Refusal> {
    if text.chars().count() > most as usize { Err(Refusal::NeighbourTooLong { field, most }) } else { Ok(()) }
}
