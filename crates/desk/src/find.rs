//! Finding things by what people call them: a number, a name, or the first letters of an id.

use folkmoot::id::{ActId, AssemblyId, DeviceId};
use folkmoot::plain::Member;

use crate::saying::name_of;
use crate::{Desk, Trouble};

impl Desk {
    /// Finds the act that people mean: by its id or the first letters of it, at least four.
    ///
    /// # Errors
    /// [`Trouble::NotInTheBook`] when there is none, [`Trouble::Ambiguous`] when there are several.
    pub fn find_act(&self, assembly: AssemblyId, asked: &str) -> Result<ActId, Trouble> {
        let missing = || Trouble::NotInTheBook { what: "act", asked: asked.to_owned() };
        if asked.len() < 4 {
            return Err(Trouble::TooShort { asked: asked.to_owned() });
        }
        let fold = self.known(assembly)?;
        if let Some(whole) = asked.parse().ok().filter(|id| fold.act(id).is_some()) {
            return Ok(whole);
        }
        let mut found = fold.judged().map(|judged| judged.change.act_id()).filter(|id| id.to_string().starts_with(asked));
        let first = found.next().ok_or_else(missing)?;
        if found.any(|other| other != first) { Err(Trouble::Ambiguous { asked: asked.to_owned() }) } else { Ok(first) }
    }

    /// Finds a laptop or card that is or was on the roll: by its key or the first letters of it, at least four.
    ///
    /// # Errors
    /// As [`Desk::find_act`].
    pub fn find_laptop(&self, assembly: AssemblyId, asked: &str) -> Result<DeviceId, Trouble> {
        if asked.len() < 4 {
            return Err(Trouble::TooShort { asked: asked.to_owned() });
        }
        let devices = &self.known(assembly)?.book().commons.roll.devices;
        the_one("laptop", asked, devices.keys().copied().filter(|device| device.to_string().starts_with(asked)))
    }

    /// Finds a decision by its number, or as [`Desk::find_act`] does.
    ///
    /// # Errors
    /// As [`Desk::find_act`].
    pub fn find_decision(&self, assembly: AssemblyId, asked: &str) -> Result<ActId, Trouble> {
        let decisions = &self.known(assembly)?.book().commons.minutes.decisions;
        let mut numbered = decisions.iter().filter(|(_, decision)| decision.number.to_string() == asked).map(|(id, _)| *id);
        match (numbered.next(), numbered.next()) {
            (Some(one), None) => Ok(one),
            (Some(_), Some(_)) => Err(Trouble::Ambiguous { asked: asked.to_owned() }),
            (None, _) if asked.len() < 4 => Err(Trouble::NotInTheBook { what: "decision", asked: asked.to_owned() }),
            (None, _) => self.find_act(assembly, asked).map_err(|_| Trouble::NotInTheBook { what: "decision", asked: asked.to_owned() }),
        }
    }

    /// Finds a member by number, or by the name on the card.
    ///
    /// # Errors
    /// As [`Desk::find_act`].
    pub fn find_member(&self, assembly: AssemblyId, asked: &str) -> Result<Member, Trouble> {
        let roll = &self.known(assembly)?.book().commons.roll;
        if let Some(member) = asked.parse().ok().map(Member).filter(|member| roll.members.contains_key(member)) {
            return Ok(member);
        }
        let wanted = name_of(asked).to_lowercase();
        let names = self.names(assembly)?;
        the_one("member", asked, names.iter().filter(|(_, card)| card.name.to_lowercase() == wanted).map(|(member, _)| *member))
    }
}

/// The one thing that was found.
///
/// # Errors
/// [`Trouble::NotInTheBook`] when there is none, [`Trouble::Ambiguous`] when there are several.
pub(crate) fn the_one<T>(what: &'static str, asked: &str, mut found: impl Iterator<Item = T>) -> Result<T, Trouble> {
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (Some(_), Some(_)) => Err(Trouble::Ambiguous { asked: asked.to_owned() }),
        (None, _) => Err(Trouble::NotInTheBook { what, asked: asked.to_owned() }),
    }
}
