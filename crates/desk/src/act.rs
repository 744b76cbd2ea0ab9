//! Acting: weigh, sign, commit, count; all acts of a list or none.

use ed25519_dalek::SigningKey;
use folkmoot::act::Act;
use folkmoot::change::Ring;
use folkmoot::draft::Element;
use folkmoot::fold::Fold;
use folkmoot::id::{ActId, AssemblyId};
use folkmoot::plain::Member;
use folkmoot::roll;
use folkmoot_archive::{Card, Pen, PenState, Reading, Writing};
use folkmoot_record::gate;
use serde_json::Value as Json;

use crate::elsewhere::{is_stopped, writes_again};
use crate::folds::Folds;
use crate::pens::{admission, is_refused_by_law, pen_to_admit, take_up};
use crate::unheard::is_unheard;
use crate::{Desk, Trouble, witnessing};

/// The JSON schema of every act that this version knows; the contract with programs and windows.
pub fn schema() -> Json {
    schemars::schema_for!(Act).to_value()
}

/// Acts to be filed, and what comes with them.
pub(crate) struct Filing<'a> {
    pub(crate) assembly: AssemblyId,
    pub(crate) acts: &'a [Json],
    /// Cards that the acts name.
    pub(crate) cards: &'a [Card],
    /// Whose key signs them; this laptop's own if nobody's.
    pub(crate) by: Option<&'a Pen>,
    /// Under which number this laptop is admitted besides, with a pen that takes the place of its own where that writes no more.
    pub(crate) admits: Option<Member>,
    pub(crate) now: i64,
}

impl Filing<'_> {
    /// Nothing yet, at a moment.
    pub(crate) fn at(now: i64) -> Filing<'static> {
        Filing { assembly: folkmoot::id::NO_ASSEMBLY, acts: &[], cards: &[], by: None, admits: None, now }
    }
}

impl Desk {
    /// Reads acts from JSON: one object, or a list of them.
    ///
    /// # Errors
    /// [`Trouble::NoActs`] when there is nothing to do.
    pub fn acts_in(json: Json) -> Result<Vec<Json>, Trouble> {
        let acts = match json {
            Json::Array(acts) => acts,
            one @ Json::Object(_) => vec![one],
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::String(_) => Vec::new(),
        };
        if acts.is_empty() { Err(Trouble::NoActs) } else { Ok(acts) }
    }

    /// Does every act of a list, or none. In a later act, the text `#0` stands for the id of the first act of the list, and `#0.7` for the
    /// character 7 of what it typed; but what stands in a field that is called `text` is prose.
    ///
    /// # Errors
    /// [`Trouble::NotAnAct`] or [`Trouble::Refused`] with the act's place in the list; nothing of the list is then recorded.
    pub fn act(&mut self, assembly: AssemblyId, acts: &[Json], now: i64) -> Result<Vec<ActId>, Trouble> {
        self.act_with(assembly, acts, &[], now)
    }

    /// Weighs a list of acts as [`Desk::act`] would, and records nothing; says for each in which ring it would be.
    ///
    /// # Errors
    /// As [`Desk::act`].
    pub fn check(&mut self, assembly: AssemblyId, acts: &[Json], now: i64) -> Result<Vec<Ring>, Trouble> {
        self.refresh()?;
        let pen = pen_to_write_with(&self.archive, &self.folds, assembly)?;
        let fold = self.known(assembly)?;
        if !fold.knows(&pen.device) {
            return Err(Trouble::NotAdmittedYet { assembly });
        }
        let (mut rings, mut done) = (Vec::new(), Vec::new());
        // A later act is weighed by a book that has the earlier ones; a single one needs no book but the one that is here.
        let mut scratch: Option<Fold> = None;
        for (at, json) in acts.iter().enumerate() {
            let act = Act::from_json(&with_references(json, &done)).map_err(|source| Trouble::NotAnAct { at, source })?;
            let book = scratch.as_ref().unwrap_or(fold);
            let (id, change) = sign(book, &pen, &act, now)?;
            book.check(&change).map_err(|refusal| Trouble::Refused { at, refusal })?;
            witnessing::weigh(&self.archive, &self.folds, assembly, json, at)?;
            rings.push(act.ring());
            done.push(id);
            if at + 1 < acts.len() {
                scratch.get_or_insert_with(|| fold.clone()).add(change);
            }
        }
        Ok(rings)
    }

    pub(crate) fn act_with(&mut self, assembly: AssemblyId, acts: &[Json], cards: &[Card], now: i64) -> Result<Vec<ActId>, Trouble> {
        self.file(&Filing { assembly, acts, cards, ..Filing::at(now) })
    }

    /// Files a list of acts with what they bring, all of it in one commit or none.
    pub(crate) fn file(&mut self, filing: &Filing<'_>) -> Result<Vec<ActId>, Trouble> {
        let Filing { assembly, acts, now, .. } = *filing;
        let Desk { archive, folds, .. } = self;
        let mut done = Vec::new();
        let outcome = archive.write(|writing| {
            folds.refresh(writing)?;
            // Read inside the transaction: another program may have taken up another pen.
            let pen = &match filing.by {
                Some(by) => by.clone(),
                None => pen_to_write_with(writing, folds, assembly)?,
            };
            let new = filing.admits.map(|_| pen_to_admit(writing, folds, assembly, now)).transpose()?;
            let admission = filing.admits.zip(new.as_ref()).map(|(member, new)| admission(member, new)).transpose()?;
            let acts = || acts.iter().chain(&admission).enumerate();
            for (at, json) in acts() {
                witnessing::weigh(writing, folds, assembly, json, at)?;
            }
            let fold = folds.get_mut(writing, assembly)?.ok_or(Trouble::NothingHere { assembly })?;
            if !fold.knows(&pen.device) {
                return Err(Trouble::NotAdmittedYet { assembly });
            }
            for (at, json) in acts() {
                let json = with_references(json, &done);
                let act = Act::from_json(&json).map_err(|source| Trouble::NotAnAct { at, source })?;
                done.push(file(writing, fold, pen, &act, at, now)?);
            }
            for card in filing.cards {
                writing.put_card(card)?;
            }
            if let Some(new) = &new {
                take_up(writing, Some(fold), new, now)?;
            }
            strike(writing, folds, assembly)?;
            // Read inside the transaction: after it, another program may already have added more.
            Ok::<_, Trouble>(writing.last_arrived()?)
        });
        if let Ok(end) = outcome {
            folds.committed(end);
            return Ok(done);
        }
        // What was rolled back is folded already; what was refused at once is not.
        if !done.is_empty() {
            self.forget();
            self.refresh()?;
        }
        outcome.map(|_| done)
    }

    /// Founds an assembly: its first act, its first pen, its first card, in one commit.
    pub(crate) fn file_founding(&mut self, act: &Act, pen: &mut Pen, card: &mut Card, now: i64) -> Result<AssemblyId, Trouble> {
        let Desk { archive, .. } = self;
        let founded = archive.write(|writing| {
            let mut fold = Fold::new(folkmoot::id::NO_ASSEMBLY);
            let (id, change) = sign(&fold, pen, act, now)?;
            let assembly = AssemblyId(id.0);
            fold = Fold::new(assembly);
            fold.check(&change).map_err(|refusal| Trouble::Refused { at: 0, refusal })?;
            writing.insert_change(&change, now)?;
            pen.assembly = assembly;
            pen.state = PenState::Admitted;
            card.assembly = assembly;
            writing.put_pen(pen)?;
            writing.put_card(card)?;
            Ok::<_, Trouble>(assembly)
        })?;
        self.refresh()?;
        Ok(founded)
    }
}

/// The pen of an assembly, in a home that may write.
fn pen_to_write_with(reading: &Reading, folds: &Folds, assembly: AssemblyId) -> Result<Pen, Trouble> {
    let pen = reading.pen(assembly)?.ok_or(Trouble::NoPen { assembly })?;
    if is_stopped(reading, &pen)? && !is_refused_by_law(reading, folds, &pen)? {
        return Err(Trouble::WrittenElsewhere);
    }
    if is_unheard(reading, &pen)? { Err(Trouble::RestoredUnheard) } else { Ok(pen) }
}

/// Files one act inside a transaction that is under way for something else; where it is refused, nothing of it is filed.
pub(crate) fn file_within(
    writing: &mut Writing<'_>,
    folds: &mut Folds,
    assembly: AssemblyId,
    act: &Act,
    now: i64,
) -> Result<ActId, Trouble> {
    let pen = pen_to_write_with(writing, folds, assembly)?;
    let fold = folds.get_mut(writing, assembly)?.filter(|fold| fold.knows(&pen.device)).ok_or(Trouble::NotAdmittedYet { assembly })?;
    file(writing, fold, &pen, act, 0, now)
}

/// A removal says how much of what the laptop wrote inside the assembly stands: the rest of it nobody here has heard.
fn as_heard(fold: &Fold, act: &Act) -> Act {
    let mut act = act.clone();
    if let Act::Roll(roll::Act::Remove { device, cut, inside, .. }) = &mut act {
        *inside = inside.or_else(|| fold.stands_inside(*device, cut.as_ref()));
    }
    act
}

fn sign(fold: &Fold, pen: &Pen, act: &Act, now: i64) -> Result<(ActId, folkmoot::change::VerifiedChange), Trouble> {
    let act = as_heard(fold, act);
    let unreadable = |source| Trouble::NotAnAct { at: 0, source };
    let document = act.document().map_err(unreadable)?;
    let value = act.to_value().map_err(unreadable)?;
    let unsigned = fold.next(pen.device, pen.epoch, act.ring(), document, value.encode(), now);
    let change = unsigned.sign(&SigningKey::from_bytes(&pen.signing)).verify()?;
    gate(&change)?;
    Ok((change.act_id(), change))
}

fn file(writing: &mut Writing<'_>, fold: &mut Fold, pen: &Pen, act: &Act, at: usize, now: i64) -> Result<ActId, Trouble> {
    let (id, change) = sign(fold, pen, act, now)?;
    fold.check(&change).map_err(|refusal| Trouble::Refused { at, refusal })?;
    writing.insert_change(&change, now)?;
    writes_again(writing, pen, act.ring())?;
    fold.add(change);
    Ok(id)
}

/// Deletes the cards that the book says are struck.
pub(crate) fn strike(writing: &mut Writing<'_>, folds: &Folds, assembly: AssemblyId) -> Result<(), Trouble> {
    let Some(fold) = folds.get(writing, assembly)? else { return Ok(()) };
    for card in fold.book().commons.people.struck.keys() {
        if !writing.is_struck(assembly, *card)? {
            writing.strike_card(assembly, *card)?;
        }
    }
    Ok(())
}

/// Puts the ids of earlier acts of the list where `#n` stands for them, alone or before the place of a character.
fn with_references(json: &Json, done: &[ActId]) -> Json {
    match json {
        Json::String(text) => referred(text, done).map_or_else(|| json.clone(), Json::String),
        Json::Array(items) => Json::Array(items.iter().map(|item| with_references(item, done)).collect()),
        // Somebody may type just that in a draft.
        Json::Object(fields) => Json::Object(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), if name == "text" { value.clone() } else { with_references(value, done) }))
                .collect(),
        ),
        Json::Null | Json::Bool(_) | Json::Number(_) => json.clone(),
    }
}

fn referred(text: &str, done: &[ActId]) -> Option<String> {
    let named = text.strip_prefix('#')?;
    let (number, place) = named.split_once('.').unzip();
    let act = *done.get(number.unwrap_or(named).parse::<usize>().ok()?)?;
    match place {
        Some(place) => Some(Element { act, at: place.parse().ok()? }.to_string()),
        None => Some(act.to_string()),
    }
}
