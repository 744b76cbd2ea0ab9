//! Letters: answers to invites, said first when two laptops meet, packed into a bundle, or carried by hand.
//!
//! **Invariant:** a letter is said to laptops of the town that invited and to nobody else, and as long as the invite holds.

use folkmoot::act::Act;
use folkmoot::fold::{Fold, Status};
use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;
use folkmoot::roll::{self, Keys};
use folkmoot_archive::PenState;
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::json;

use crate::codes::laptop_words;
use crate::hearing::{Heard, NOT_INVITED, hear};
use crate::join::{answer, ask, asked};
use crate::{AskCode, Desk, Trouble};

/// A laptop that asks to be admitted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Waiting {
    /// The request, by which it is admitted: somebody else may have asked in this laptop's name, with keys that are not its own.
    pub ask: ActId,
    /// Whose laptop it is.
    pub member: Member,
    /// Its signing key.
    pub device: DeviceId,
    /// Its words, to compare aloud.
    pub words: String,
    /// When it asked.
    pub asked_at: i64,
}

impl Desk {
    /// Hears a letter, with the endpoint of ours and the proven one of the other laptop when they met over a wire.
    ///
    /// # Errors
    /// [`Trouble::Unwelcome`] when no open invite of the assembly is answered, or over a wire by another laptop than it names;
    /// [`Trouble::Code`] when it cannot be read; then nothing has changed.
    pub fn hear_letter(&mut self, text: &str, met: Option<(AssemblyId, DeviceId)>, now: i64) -> Result<Heard, Trouble> {
        let Desk { archive, folds, .. } = self;
        let heard = archive.write(|writing| {
            folds.refresh(writing)?;
            let heard = hear(writing, folds, text, met, now)?;
            Ok::<_, Trouble>((heard, writing.last_arrived()?))
        });
        match heard {
            Ok((heard, end)) => {
                folds.committed(end);
                Ok(heard)
            }
            Err(unheard @ (Trouble::Unwelcome(_) | Trouble::Code(_))) => Err(unheard),
            Err(trouble) => {
                self.forget();
                self.refresh()?;
                Err(trouble)
            }
        }
    }

    /// The letters to be said to an endpoint that meets the endpoint of `ours`, for as long as their invites hold.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn letters_for(&self, ours: AssemblyId, endpoint: &DeviceId, now: i64) -> Result<Vec<String>, Trouble> {
        // Any laptop of that town hears it, and tells the one that made the invite.
        self.letters(
            now,
            |by, to, of| Ok(by == ours && ((of == endpoint && !self.has_left(to, of)?) || self.is_on_the_roll(to, endpoint)?)),
        )
    }

    /// The letters that go along in a bundle for a town, or are carried to it by hand.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn letters_to(&self, town: AssemblyId, now: i64) -> Result<Vec<String>, Trouble> {
        self.letters(now, |_, to, _| Ok(to == town))
    }

    /// Letters by which assembly of ours says them, to which assembly, to which endpoint.
    fn letters(
        &self,
        now: i64,
        wanted: impl Fn(AssemblyId, AssemblyId, &DeviceId) -> Result<bool, Trouble>,
    ) -> Result<Vec<String>, Trouble> {
        let pens = self.archive.pens()?;
        let mut letters = Vec::new();
        for pen in pens.iter().filter(|pen| pen.state == PenState::Admitted) {
            for code in self.codes_of_neighbours(pen.assembly)?.into_iter().filter(|code| now <= code.until) {
                if wanted(pen.assembly, code.assembly, &code.endpoint)? {
                    letters.push(answer(&code, pen, &self.name(pen.assembly))?.to_string());
                }
            }
        }
        for pen in &pens {
            let code = asked(&self.archive, pen)?.filter(|code| now <= code.until);
            if let Some(code) = code
                && wanted(pen.assembly, pen.assembly, &code.endpoint)?
            {
                letters.push(ask(&code, pen)?.to_string());
            }
        }
        Ok(letters)
    }

    /// The laptops that ask to be admitted: those that no admission which counts has named, nor one of just this request that waits for
    /// signatures; but for keys that this laptop laid down.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn waiting(&self, assembly: AssemblyId) -> Result<Vec<Waiting>, Trouble> {
        let Some(fold) = self.fold(assembly)? else { return Ok(Vec::new()) };
        let known = &fold.book().inside.neighbour;
        let laid_down = self.laid_down(assembly)?;
        let was_let_in = |device| fold.book().commons.roll.devices.contains_key(device) || laid_down.contains(device);
        let asks = known.asks.iter().filter(|(_, ask)| !known.is_revoked(&ask.invite) && !was_let_in(&ask.device));
        let mut waiting: Vec<Waiting> = Vec::new();
        for (id, ask) in asks {
            let Some(member) = known.invite(&ask.invite).and_then(|made| made.member) else { continue };
            if is_filed(fold, member, &ask.device, &ask.keys) {
                continue;
            }
            let (device, words) = (ask.device, laptop_words(assembly, &ask.device, &ask.keys));
            // Asked again by another invite, it is the same; with other keys it has other words, and both are shown.
            if !waiting.iter().any(|one| (one.device, one.member, &one.words) == (device, member, &words)) {
                waiting.push(Waiting { ask: *id, member, device, words, asked_at: ask.entry.claimed_at });
            }
        }
        waiting.sort_by_key(|waiting| waiting.asked_at);
        Ok(waiting)
    }

    /// Files the admission of a laptop whose request was carried by hand; others may have to sign it.
    ///
    /// # Errors
    /// As [`Desk::hear_letter`] and [`Desk::admit_waiting`].
    pub fn admit(&mut self, ask: &AskCode, now: i64) -> Result<ActId, Trouble> {
        match self.hear_letter(&ask.to_string(), None, now)? {
            Heard::Ask { .. } => self.admit_asked(ask.assembly, Member(ask.member), &ask.device, &ask.keys, now),
            Heard::Answer { .. } | Heard::ForOthers | Heard::ForAnotherLaptop => Err(NOT_INVITED),
        }
    }

    /// Files the admission that a request asks for, with the keys whose words were compared.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when it does not wait, [`Trouble::Refused`] when a rule refuses.
    pub fn admit_waiting(&mut self, assembly: AssemblyId, ask: ActId, now: i64) -> Result<ActId, Trouble> {
        let waits = self.waiting(assembly)?.into_iter().find(|waiting| waiting.ask == ask);
        let asked = self.neighbour_book(assembly)?.and_then(|known| known.asks.get(&ask)).cloned();
        let missing = || Trouble::NotInTheBook { what: "waiting laptop", asked: ask.short() };
        let (waits, asked) = waits.zip(asked).ok_or_else(missing)?;
        self.admit_asked(assembly, waits.member, &asked.device, &asked.keys, now)
    }

    fn admit_asked(&mut self, assembly: AssemblyId, member: Member, device: &DeviceId, keys: &Keys, now: i64) -> Result<ActId, Trouble> {
        let act = json!({ "do": "roll.admit", "member": member, "device": device, "keys": keys });
        self.act(assembly, &[act], now)?.first().copied().ok_or(Trouble::NoActs)
    }
}

/// Whether an admission of just this laptop waits for signatures: whoever wants it signs that one.
fn is_filed(fold: &Fold, member: Member, device: &DeviceId, keys: &Keys) -> bool {
    let asked = Act::Roll(roll::Act::Admit { member, device: *device, keys: keys.clone(), paper: false });
    fold.knows(device) && fold.judged().any(|judged| *judged.status == Status::Pending && judged.act == Some(&asked))
}
