//! Hearing letters: whether an invite is answered, and that all laptops of the assembly are told.
//!
//! **Invariant:** a letter is believed only for a secret that a laptop of the assembly gave out; over a wire it is also from the endpoint
//! that it names. One that is refused changes nothing; one that is believed is an act.

use std::collections::BTreeMap;

use folkmoot::act::Act;
use folkmoot::id::{ActId, AssemblyId, DeviceId, InviteId};
use folkmoot::neighbour::{self, Join, Neighbours};
use folkmoot::plain::Member;
use folkmoot_archive::{Town, Writing};
use schemars::JsonSchema;
use serde::Serialize;

use crate::act::file_within;
use crate::brief::Brief;
use crate::codes::Letter;
use crate::folds::Folds;
use crate::invites::{Kept, kept};
use crate::join::town_of;
use crate::{AnswerCode, AskCode, Secret, Trouble};

pub(crate) const NOT_INVITED: Trouble = Trouble::Unwelcome(Unwelcome::NotInvited);

/// Why an invite does not let somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unwelcome {
    /// No invite that this home knows of has the secret that was answered with.
    #[error("this does not answer an invite of this home")]
    NotInvited,
    /// It ran out.
    #[error("the invite ran out")]
    Expired,
    /// It was taken back.
    #[error("the invite was taken back")]
    Revoked,
    /// Somebody else answered it first.
    #[error("the invite was answered by another")]
    Used,
    /// The letter is of another laptop than the one that says it.
    #[error("the letter is of another laptop")]
    OfAnother,
}

/// What came of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(tag = "heard", rename_all = "kebab-case")]
pub enum Heard {
    /// A town answered an invite, and is joined.
    Answer {
        /// The town.
        town: AssemblyId,
        /// What it calls itself.
        name: String,
        /// Its words, to compare aloud.
        words: String,
        /// Whether it had answered before.
        again: bool,
    },
    /// A laptop answered an invite, and waits for somebody to admit it.
    Ask {
        /// The assembly.
        assembly: AssemblyId,
        /// Whose laptop it is.
        member: Member,
        /// Its signing key.
        device: DeviceId,
        /// Its words, to compare aloud.
        words: String,
        /// Whether it had asked before.
        again: bool,
    },
    /// It is for an assembly that this home does not write for.
    ForOthers,
    /// It came in a bundle and answers no invite that this home knows of, but perhaps one that another laptop of the assembly made.
    ForAnotherLaptop,
}

/// Hears a letter, with the endpoint of ours and the proven one of the other laptop when they met over a wire.
pub(crate) fn hear(
    writing: &mut Writing<'_>,
    folds: &mut Folds,
    text: &str,
    met: Option<(AssemblyId, DeviceId)>,
    now: i64,
) -> Result<Heard, Trouble> {
    let letter: Letter = text.parse()?;
    let (to, endpoint) = match &letter {
        Letter::Answer(answer) => (answer.to, answer.endpoint),
        Letter::Ask(ask) => (ask.assembly, ask.keys.endpoint),
    };
    if met.is_some_and(|met| met != (to, endpoint)) {
        return Err(Trouble::Unwelcome(Unwelcome::OfAnother));
    }
    let own: Vec<AssemblyId> = writing.pens()?.into_iter().map(|pen| pen.assembly).collect();
    if !own.contains(&to) {
        return Ok(Heard::ForOthers);
    }
    let secrets = kept(writing, to)?;
    let Some(known) = folds.get(writing, to)?.map(|fold| &fold.book().inside.neighbour) else { return Err(NOT_INVITED) };
    match &letter {
        Letter::Answer(answer) => {
            let invite = invite_of(known, &secrets, None, |invite, secret| answer.answers(invite, secret));
            let (invite, until) = invite.filter(|_| !own.contains(&answer.from)).ok_or(NOT_INVITED)?;
            let town = folds.brief(writing, answer.from)?;
            let again = answered(known, town, &invite, answer)?;
            if !again {
                in_time(until, now)?;
                joins(writing, folds, answer, invite, now)?;
            }
            let words = crate::words(answer.from);
            Ok(Heard::Answer { town: answer.from, name: answer.name.clone(), words, again })
        }
        Letter::Ask(ask) => {
            let member = Some(Member(ask.member));
            let (invite, until) = invite_of(known, &secrets, member, |invite, secret| ask.answers(invite, secret)).ok_or(NOT_INVITED)?;
            let again = asked_before(known, &invite, ask)?;
            if !again {
                in_time(until, now)?;
                let act = neighbour::Act::Ask { invite, device: ask.device, keys: ask.keys.clone() };
                file(writing, folds, to, act, now)?;
            }
            Ok(Heard::Ask { assembly: to, member: Member(ask.member), device: ask.device, words: ask.words(), again })
        }
    }
}

/// The invite that a letter answers, and until when it may be answered: known by its hash, and by its secret where it was made.
fn invite_of(
    known: &Neighbours,
    kept: &[Kept],
    member: Option<Member>,
    answers: impl Fn(&InviteId, Option<&Secret>) -> bool,
) -> Option<(InviteId, i64)> {
    let secrets: BTreeMap<InviteId, Secret> = kept.iter().map(|kept| (kept.secret().invite(), kept.secret())).collect();
    let made = known.invites.keys().filter_map(|id| Some((id, known.invite(id)?)));
    let mut of_them = made.filter(|(id, made)| made.member == member && answers(id, secrets.get(id)));
    of_them.next().map(|(id, made)| (*id, made.until))
}

/// Whether a town has answered an invite before.
///
/// # Errors
/// [`Trouble::Unwelcome`] when the invite was taken back, or another answered it, or the town that did was parted with.
fn answered(known: &Neighbours, town: Option<&Brief>, invite: &InviteId, answer: &AnswerCode) -> Result<bool, Trouble> {
    let (theirs, others): (Vec<&Join>, Vec<&Join>) = known.answers(invite).partition(|join| join.town == answer.from);
    let parted = !theirs.is_empty() && !theirs.iter().any(|join| known.stands(join));
    if known.is_revoked(invite) || parted {
        return Err(Trouble::Unwelcome(Unwelcome::Revoked));
    }
    let met = theirs.iter().any(|join| join.endpoint == answer.endpoint)
        || !theirs.is_empty() && town.is_some_and(|town| town.laptop_at(&answer.endpoint).is_some());
    if !met && !others.is_empty() { Err(Trouble::Unwelcome(Unwelcome::Used)) } else { Ok(met) }
}

/// Whether a laptop has asked by an invite before.
///
/// # Errors
/// [`Trouble::Unwelcome`] when the invite was taken back, or another laptop answered it.
fn asked_before(known: &Neighbours, invite: &InviteId, ask: &AskCode) -> Result<bool, Trouble> {
    if known.is_revoked(invite) {
        return Err(Trouble::Unwelcome(Unwelcome::Revoked));
    }
    let asks: Vec<_> = known.asks_by(invite).collect();
    let again = asks.iter().any(|asked| asked.device == ask.device);
    if !again && !asks.is_empty() { Err(Trouble::Unwelcome(Unwelcome::Used)) } else { Ok(again) }
}

fn in_time(until: i64, now: i64) -> Result<(), Trouble> {
    if now > until { Err(Trouble::Unwelcome(Unwelcome::Expired)) } else { Ok(()) }
}

/// Tells all laptops of the assembly that a town answered.
fn joins(writing: &mut Writing<'_>, folds: &mut Folds, answer: &AnswerCode, invite: InviteId, now: i64) -> Result<(), Trouble> {
    // Its own record says better what it is called.
    let name = folds.brief(writing, answer.from)?.map_or(&answer.name, |town| &town.name).clone();
    let (town, endpoint) = (answer.from, answer.endpoint);
    let act = neighbour::Act::Join { town, name: answer.name.clone(), endpoint, by: Some(invite), code: None };
    file(writing, folds, answer.to, act, now)?;
    if writing.towns()?.iter().all(|known| known.assembly != town) {
        writing.put_town(&Town { known_by: "answer".to_owned(), ..town_of(town, &name, now) })?;
    }
    Ok(())
}

/// Files what was heard; a laptop that may not write is not the one that was asked.
fn file(writing: &mut Writing<'_>, folds: &mut Folds, assembly: AssemblyId, act: neighbour::Act, now: i64) -> Result<ActId, Trouble> {
    let may_not = |why: &Trouble| matches!(why, Trouble::Refused { .. } | Trouble::NotAdmittedYet { .. });
    file_within(writing, folds, assembly, &Act::Neighbour(act), now).map_err(|why| if may_not(&why) { NOT_INVITED } else { why })
}
