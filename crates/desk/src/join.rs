//! Joining by a code: a town becomes a neighbour, a laptop asks to be admitted.
//!
//! **Invariant:** joining writes down what was read and sends nothing to strangers; what is to be said to them goes out as letters, or is
//! carried by hand. Every laptop of the assembly may say it.

use std::collections::BTreeSet;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::neighbour::Neighbours;
use folkmoot_archive::{Pen, PenState, Reading, Town, Writing};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::folds::Folds;
use crate::hearing::Unwelcome;
use crate::home::{keys_of, new_pen};
use crate::network::Callable;
use crate::pens::{pen_that_stays, take_up};
use crate::{AnswerCode, AskCode, Desk, DeviceCode, TownCode, Trouble};

/// The code of a town that a home joined which only reads; what assemblies joined stands in their books.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Joined {
    code: String,
}

fn joined_key(town: AssemblyId) -> String {
    format!("joined/{town}")
}

fn asked_key(assembly: AssemblyId) -> String {
    format!("asked/{assembly}")
}

/// By which code a town was joined by a home that only reads.
fn joined(reading: &Reading, town: AssemblyId) -> Result<Option<TownCode>, Trouble> {
    let text = reading.setting(&joined_key(town))?.unwrap_or_default();
    let codes: Vec<Joined> = serde_json::from_str(&text).unwrap_or_default();
    Ok(codes.iter().find_map(|joined| joined.code.parse().ok()))
}

/// Forgets by which code a town was joined by a home that only reads.
pub(crate) fn forget(writing: &mut Writing<'_>, town: AssemblyId) -> Result<(), Trouble> {
    Ok(writing.set_setting(&joined_key(town), "[]")?)
}

/// The invite that a pen answers, while it is not on the roll.
pub(crate) fn asked(reading: &Reading, pen: &Pen) -> Result<Option<DeviceCode>, Trouble> {
    if pen.state == PenState::Admitted {
        return Ok(None);
    }
    Ok(reading.setting(&asked_key(pen.assembly))?.and_then(|code| code.parse().ok()))
}

/// What a pen answers to the invite of a town.
pub(crate) fn answer(code: &TownCode, pen: &Pen, name: &str) -> Result<AnswerCode, Trouble> {
    Ok(AnswerCode::of(code, pen.assembly, name, keys_of(pen)?.endpoint))
}

/// What a pen answers to an invite for a laptop.
pub(crate) fn ask(code: &DeviceCode, pen: &Pen) -> Result<AskCode, Trouble> {
    Ok(AskCode::of(code, pen.device, keys_of(pen)?))
}

/// A town that this home hears of by its code, and has not joined for itself.
pub(crate) fn town_of(assembly: AssemblyId, name: &str, now: i64) -> Town {
    Town {
        assembly,
        name: name.to_owned(),
        known_by: "code".to_owned(),
        first_heard: now,
        last_met: None,
        last_road: String::new(),
        joined: false,
        note: String::new(),
    }
}

/// The pen that answers an invite: the one that is here, unless it writes no more, or a new one.
fn pen_that_asks(reading: &Reading, folds: &Folds, code: &DeviceCode, now: i64) -> Result<Pen, Trouble> {
    let town = folds.brief(reading, code.assembly)?;
    let known = pen_that_stays(reading, folds, code.assembly)?;
    if known.as_ref().is_some_and(|pen| town.is_some_and(|town| town.live(&pen.device).is_some())) {
        return Err(Trouble::FoundedHere { name: code.name.clone() });
    }
    for own in reading.pens()?.into_iter().chain(reading.pens_aside()?) {
        if keys_of(&own)?.endpoint == code.endpoint {
            return Err(Trouble::OwnInvite);
        }
    }
    if now > code.until {
        return Err(Trouble::Unwelcome(Unwelcome::Expired));
    }
    // Anybody can write a code, and a home that was on the roll has more to tell than a new one.
    if let Some(town) = town.filter(|town| !town.invites(&code.endpoint, &code.sealing)) {
        return Err(Trouble::InviterUnknown { name: town.name.clone() });
    }
    Ok(match known {
        Some(pen) => Pen { state: PenState::Asked, ..pen },
        None => Pen { assembly: code.assembly, ..new_pen(now)?.0 },
    })
}

impl Desk {
    /// Remembers a town by its code as a neighbour of `ours`, and gives the answer that it waits for; a home that only reads answers nothing.
    ///
    /// # Errors
    /// [`Trouble::FoundedHere`] when it is this home's own town, [`Trouble::Unwelcome`] when the code ran out, [`Trouble::WhichAssembly`] when
    /// this home is on several rolls and none is named, [`Trouble::NotAdmittedYet`] when this laptop is not on the roll of `ours`; as
    /// [`Desk::act`].
    pub fn join_town(&mut self, code: &TownCode, ours: Option<AssemblyId>, now: i64) -> Result<Option<AnswerCode>, Trouble> {
        self.refresh()?;
        if self.writes_for(code.assembly)? {
            return Err(Trouble::FoundedHere { name: code.name.clone() });
        }
        if now > code.until {
            return Err(Trouble::Unwelcome(Unwelcome::Expired));
        }
        let by = match ours {
            Some(ours) => Some(self.pen_on_the_roll(ours)?.assembly),
            None => self.only_pen()?.map(|pen| pen.assembly),
        };
        if let Some(ours) = by {
            self.file_join(ours, code, now)?;
        }
        let pen = self.archive.write(|writing| {
            let known = writing.towns()?.into_iter().find(|town| town.assembly == code.assembly);
            let town = known.unwrap_or_else(|| town_of(code.assembly, &code.name, now));
            if by.is_none() {
                let new = Joined { code: code.to_string() };
                writing.set_setting(&joined_key(code.assembly), &serde_json::to_string(&[new]).unwrap_or_default())?;
            }
            let joined = town.joined || by.is_none();
            writing.put_town(&Town { joined, known_by: "code".to_owned(), ..town })?;
            // Read inside the transaction: another program of this home may have taken up another pen since.
            by.map_or(Ok(None), |ours| writing.pen(ours).map_err(Trouble::from))
        })?;
        pen.map(|pen| answer(code, &pen, &self.name(pen.assembly))).transpose()
    }

    /// Tells all laptops of an assembly that it joined a town, unless they know it by this code.
    fn file_join(&mut self, ours: AssemblyId, code: &TownCode, now: i64) -> Result<(), Trouble> {
        let text = code.to_string();
        let known = |known: &Neighbours| known.standing().any(|join| join.code.as_ref() == Some(&text));
        if self.neighbour_book(ours)?.is_some_and(known) {
            return Ok(());
        }
        let (town, name, endpoint) = (code.assembly, &code.name, code.endpoint);
        let join = json!({ "do": "neighbour.join", "town": town, "name": name, "endpoint": endpoint, "code": text });
        self.act(ours, &[join], now)?;
        Ok(())
    }

    /// The pen of the one assembly whose roll this laptop is on, if any.
    fn only_pen(&self) -> Result<Option<Pen>, Trouble> {
        let pens = self.archive.pens()?.into_iter().filter(|pen| self.pen_on_the_roll(pen.assembly).is_ok());
        let mut pens: Vec<Pen> = pens.collect();
        if pens.len() > 1 {
            let names = pens.iter().map(|pen| format!("{} ({})", self.name(pen.assembly), pen.assembly.short()));
            return Err(Trouble::WhichAssembly { names: names.collect() });
        }
        Ok(pens.pop())
    }

    /// Answers an invite: draws this laptop's keys, and gives the code that asks for admission. Asked again, it is the same; where the key
    /// that this laptop had writes no more, a new one takes its place. A key whose admission does not count, or not any more, asks again.
    ///
    /// # Errors
    /// [`Trouble::FoundedHere`] when this home writes for the assembly already, [`Trouble::Unwelcome`] when the code ran out,
    /// [`Trouble::InviterUnknown`] when the assembly's roll is here and has no laptop with the keys of the code.
    pub fn join_device(&mut self, code: &DeviceCode, now: i64) -> Result<AskCode, Trouble> {
        let Desk { archive, folds, .. } = self;
        let pen = archive.write(|writing| {
            // Read inside the transaction: another program of this home may be answering too.
            folds.refresh(writing)?;
            let pen = pen_that_asks(writing, folds, code, now)?;
            take_up(writing, folds.get(writing, code.assembly)?, &pen, now)?;
            writing.set_setting(&asked_key(code.assembly), &code.to_string())?;
            Ok::<_, Trouble>(pen)
        })?;
        ask(code, &pen)
    }

    /// What a town that is known by its code alone is called there.
    pub(crate) fn name_by_code(&self, assembly: AssemblyId) -> Result<Option<String>, Trouble> {
        let town = self.archive.towns()?.into_iter().find(|town| town.assembly == assembly).map(|town| town.name);
        let asked =
            || -> Result<Option<DeviceCode>, Trouble> { self.pen(assembly).ok().map_or(Ok(None), |pen| asked(&self.archive, &pen)) };
        Ok(match town {
            Some(name) => Some(name),
            None => asked()?.map(|code| code.name),
        })
    }

    /// The keys that a bundle for a town may be sealed to as far as its codes tell, but for those of laptops that its roll knows. For a town that
    /// this home writes for a code is believed only while no roll of it is here; what another assembly of this home noted of it is no reason to
    /// seal what is inside to anyone.
    pub(crate) fn sealing_by_code(&self, town: AssemblyId) -> Result<Vec<String>, Trouble> {
        let mut keys: Vec<String> = joined(&self.archive, town)?.into_iter().map(|code| code.sealing).collect();
        match self.archive.pen(town)? {
            Some(_) if self.has(town) => keys.clear(),
            Some(pen) => keys = asked(&self.archive, &pen)?.map(|code| code.sealing).into_iter().collect(),
            None => {
                for pen in self.archive.pens()? {
                    let codes = self.codes_of_neighbours(pen.assembly)?.into_iter().filter(|code| code.assembly == town);
                    keys.extend(codes.map(|code| code.sealing));
                }
            }
        }
        keys.sort_unstable();
        keys.dedup();
        let known = self.brief(town)?.into_iter().flat_map(|town| &town.devices);
        let known: BTreeSet<&str> = known.map(|device| device.keys.sealing.as_str()).collect();
        keys.retain(|key| !known.contains(key.as_str()));
        Ok(keys)
    }

    /// Whether this laptop asks to be admitted by the code of one with an endpoint key.
    pub(crate) fn asked_by_code_of(&self, ours: AssemblyId, endpoint: &DeviceId) -> Result<bool, Trouble> {
        let Some(pen) = self.archive.pen(ours)? else { return Ok(false) };
        Ok(asked(&self.archive, &pen)?.is_some_and(|code| code.endpoint == *endpoint))
    }

    /// The laptops whose codes were joined, with where they may be called. One that invited this laptop is called until this laptop is on the
    /// roll, or the roll shows that the other left, and not only while no roll is here: a record that was cut on the road, or is of before that laptop was
    /// admitted, does not name it yet, and it may be the only one that says the rest. It is told no more than a neighbour is; what is inside is
    /// sealed to nobody but by the roll.
    pub(crate) fn inviters(&self) -> Result<Vec<Callable>, Trouble> {
        let mut inviters = Vec::new();
        for pen in self.archive.pens()? {
            let ours = pen.assembly;
            for code in self.codes_of_neighbours(ours)? {
                inviters.push(Callable { ours, town: code.assembly, endpoint: code.endpoint, addresses: code.addresses });
            }
            let code = asked(&self.archive, &pen)?;
            inviters.extend(code.map(|code| Callable { ours, town: ours, endpoint: code.endpoint, addresses: code.addresses }));
        }
        let mut standing = Vec::new();
        for inviter in inviters {
            if !self.has_left(inviter.town, &inviter.endpoint)? {
                standing.push(inviter);
            }
        }
        Ok(standing)
    }

    /// Whether the roll of a town shows that the laptop with an endpoint key was taken off it.
    pub(crate) fn has_left(&self, town: AssemblyId, endpoint: &DeviceId) -> Result<bool, Trouble> {
        Ok(self.brief(town)?.is_some_and(|town| town.has_left(endpoint)))
    }
}

#[cfg(test)]
mod tests;
