//! Letters: answers to invites, said first when two laptops meet, packed into a bundle, or carried by hand.
//!
//! **Invariant:** a letter is believed only for a secret that this home gave out; over a wire it is also from the endpoint that it names.
//! One that is refused changes nothing.

use std::collections::BTreeMap;

use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot_archive::{PenState, Town, Writing};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::codes::Letter;
use crate::invites::{Kept, Used, keep, kept};
use crate::join::{Joined, answer, ask, asked, joined, town_of};
use crate::{AnswerCode, AskCode, Desk, Trouble, refresh};

/// Why an invite does not let somebody in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Unwelcome {
    /// No invite of this home has the secret that was answered with.
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
    /// It came in a bundle and answers no invite of this home, but perhaps one that another laptop of the assembly made.
    ForAnotherLaptop,
}

/// A laptop that asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waiting {
    /// Whose laptop it is.
    pub member: Member,
    /// Its signing key.
    pub device: DeviceId,
    /// Its words, to compare aloud.
    pub words: String,
    /// When it asked.
    pub asked_at: i64,
}

/// Hears a letter, with the endpoint of ours and the proven one of the other laptop when they met over a wire.
pub(crate) fn hear(
    writing: &mut Writing<'_>,
    folds: &BTreeMap<AssemblyId, Fold>,
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
    let mut invites = kept(writing, to)?;
    let heard = match &letter {
        Letter::Answer(answer) => {
            if own.contains(&answer.from) {
                return Err(Trouble::Unwelcome(Unwelcome::NotInvited));
            }
            let found = invites.iter_mut().find(|invite| invite.member.is_none() && answer.answers(&invite.secret()));
            let used = Used { town: Some(answer.from), device: None, endpoint, at: now, ask: None };
            let again = taken(found, used, now)?;
            if !again {
                joins(writing, folds, answer, now)?;
            }
            let words = crate::words(answer.from);
            Heard::Answer { town: answer.from, name: answer.name.clone(), words, again }
        }
        Letter::Ask(ask) => {
            let found = invites.iter_mut().find(|invite| invite.member == Some(ask.member) && ask.answers(&invite.secret()));
            let used = Used { town: None, device: Some(ask.device), endpoint, at: now, ask: Some(ask.to_string()) };
            let again = taken(found, used, now)?;
            Heard::Ask { assembly: to, member: Member(ask.member), device: ask.device, words: ask.words(), again }
        }
    };
    keep(writing, to, &invites)?;
    Ok(heard)
}

/// Uses an invite up for whoever answers it first; says whether it was the same who answered before.
fn taken(invite: Option<&mut Kept>, by: Used, now: i64) -> Result<bool, Trouble> {
    let invite = invite.ok_or(Trouble::Unwelcome(Unwelcome::NotInvited))?;
    if invite.revoked {
        return Err(Trouble::Unwelcome(Unwelcome::Revoked));
    }
    match &invite.used {
        Some(used) if (used.town, used.device, used.endpoint) == (by.town, by.device, by.endpoint) => Ok(true),
        Some(_) => Err(Trouble::Unwelcome(Unwelcome::Used)),
        None if now > invite.until => Err(Trouble::Unwelcome(Unwelcome::Expired)),
        None => {
            invite.used = Some(by);
            Ok(false)
        }
    }
}

fn joins(writing: &mut Writing<'_>, folds: &BTreeMap<AssemblyId, Fold>, answer: &AnswerCode, now: i64) -> Result<(), Trouble> {
    let known = writing.towns()?.into_iter().find(|town| town.assembly == answer.from);
    // Its own record says better what it is called.
    let name = folds.get(&answer.from).map_or(answer.name.as_str(), |fold| fold.book().commons.roll.name());
    let town = known.unwrap_or_else(|| Town { known_by: "answer".to_owned(), ..town_of(answer.from, name, now) });
    Ok(writing.put_town(&Town { joined: true, ..town })?)
}

impl Desk {
    /// Hears a letter, with the endpoint of ours and the proven one of the other laptop when they met over a wire.
    ///
    /// # Errors
    /// [`Trouble::Unwelcome`] when no open invite of this home is answered, or over a wire by another laptop than it names;
    /// [`Trouble::Code`] when it cannot be read; then nothing has changed.
    pub fn hear_letter(&mut self, text: &str, met: Option<(AssemblyId, DeviceId)>, now: i64) -> Result<Heard, Trouble> {
        let Desk { archive, folds, read_to, .. } = self;
        archive.write(|writing| {
            refresh(writing, folds, read_to)?;
            hear(writing, folds, text, met, now)
        })
    }

    /// The letters to be said to an endpoint that meets the endpoint of `ours`, for as long as their invites hold.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn letters_for(&self, ours: AssemblyId, endpoint: &DeviceId, now: i64) -> Result<Vec<String>, Trouble> {
        self.letters(now, |by, to, of| by == ours && of == endpoint && !self.has_left(to, of))
    }

    /// The letters that go along in a bundle for a town, or are carried to it by hand.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn letters_to(&self, town: AssemblyId, now: i64) -> Result<Vec<String>, Trouble> {
        self.letters(now, |_, to, _| to == town)
    }

    /// Letters by which assembly of ours says them, to which assembly, to which endpoint.
    fn letters(&self, now: i64, wanted: impl Fn(AssemblyId, AssemblyId, &DeviceId) -> bool) -> Result<Vec<String>, Trouble> {
        let pens = self.archive.pens()?;
        let mut letters = Vec::new();
        for town in self.archive.towns()?.into_iter().filter(|town| town.joined) {
            for joined in joined(&self.archive, town.assembly)? {
                let pen = pens.iter().find(|pen| Some(pen.assembly) == joined.by && pen.state == PenState::Admitted);
                let Some((pen, code)) = pen.zip(Joined::code(&joined)).filter(|(_, code)| now <= code.until) else { continue };
                if wanted(pen.assembly, town.assembly, &code.endpoint) {
                    letters.push(answer(&code, pen, &self.name(pen.assembly))?.to_string());
                }
            }
        }
        for pen in &pens {
            let code = asked(&self.archive, pen)?.filter(|code| now <= code.until);
            if let Some(code) = code.filter(|code| wanted(pen.assembly, pen.assembly, &code.endpoint)) {
                letters.push(ask(&code, pen)?.to_string());
            }
        }
        Ok(letters)
    }

    /// The laptops that ask to be admitted.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn waiting(&self, assembly: AssemblyId) -> Result<Vec<Waiting>, Trouble> {
        let invites = kept(&self.archive, assembly)?;
        let asks = invites.iter().filter_map(|invite| invite.ask().zip(invite.used.as_ref()));
        let shown =
            asks.map(|(ask, used)| Waiting { member: Member(ask.member), device: ask.device, words: ask.words(), asked_at: used.at });
        Ok(shown.collect())
    }

    /// Files the admission of a laptop whose request was carried by hand; others may have to sign it.
    ///
    /// # Errors
    /// As [`Desk::hear_letter`] and [`Desk::admit_waiting`].
    pub fn admit(&mut self, ask: &AskCode, now: i64) -> Result<ActId, Trouble> {
        match self.hear_letter(&ask.to_string(), None, now)? {
            Heard::Ask { .. } => self.admit_asked(ask, now),
            Heard::Answer { .. } | Heard::ForOthers | Heard::ForAnotherLaptop => Err(Trouble::Unwelcome(Unwelcome::NotInvited)),
        }
    }

    /// Files the admission of a laptop that waits for it.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when it does not wait, [`Trouble::Refused`] when a rule refuses.
    pub fn admit_waiting(&mut self, assembly: AssemblyId, device: &DeviceId, now: i64) -> Result<ActId, Trouble> {
        let asks: Vec<AskCode> = kept(&self.archive, assembly)?.iter().filter_map(Kept::ask).collect();
        let missing = || Trouble::NotInTheBook { what: "waiting laptop", asked: device.short() };
        let ask = asks.into_iter().find(|ask| ask.device == *device).ok_or_else(missing)?;
        self.admit_asked(&ask, now)
    }

    fn admit_asked(&mut self, ask: &AskCode, now: i64) -> Result<ActId, Trouble> {
        let act = json!({ "do": "roll.admit", "member": ask.member, "device": ask.device, "keys": ask.keys });
        let admitted = self.act(ask.assembly, &[act], now)?;
        self.archive.write(|writing| {
            let mut invites = kept(writing, ask.assembly)?;
            let answered = invites.iter_mut().filter_map(|invite| invite.used.as_mut()).filter(|used| used.device == Some(ask.device));
            answered.for_each(|used| used.ask = None);
            keep(writing, ask.assembly, &invites)
        })?;
        admitted.first().copied().ok_or(Trouble::NoActs)
    }
}
