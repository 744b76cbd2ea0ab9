//! The house: which assemblies this home serves, and how, before anybody has chosen one.

use std::collections::BTreeSet;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot::plain::Member;
use schemars::JsonSchema;
use serde::Serialize;

use crate::unheard::is_unheard;
use crate::{Desk, KeyLost, Network, Trouble, words};

/// The setting that says which assembly a window has open.
const OPEN: &str = "open-assembly";

/// What a home holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, JsonSchema)]
pub struct House {
    /// The assemblies that it writes for, or asks to.
    pub assemblies: Vec<Housed>,
    /// The towns that it only reads, or will read once their record comes.
    pub towns: Vec<Housed>,
    /// The assembly that a window had open last.
    pub chosen: Option<AssemblyId>,
    /// What the town has chosen about the network.
    pub network: Network,
    /// Whether it came from a backup and has heard nobody since, so that it does not write yet.
    pub restored: bool,
    /// Whether it is closed with a passphrase.
    pub passphrase: bool,
    /// After how many minutes in which nobody touches it it locks itself; 0 is never.
    pub locks_after: u32,
}

/// An assembly, as one home has it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Housed {
    /// The assembly.
    pub assembly: AssemblyId,
    /// Its name.
    pub name: String,
    /// Its words, to compare aloud.
    pub words: String,
    /// Whether this laptop is on its roll, with a key that writes.
    pub admitted: bool,
    /// Why the key that this laptop has there writes no more, if that is so.
    pub lost: Option<KeyLost>,
    /// Whether a key was stopped that goes on if people say that an older copy of this home was brought back.
    pub older: bool,
    /// Whose laptop this is there.
    pub member: Option<Member>,
    /// The key that this laptop signs with there.
    pub device: Option<DeviceId>,
    /// Whether anything of its record has arrived here.
    pub arrived: bool,
    /// How many laptops are on its roll.
    pub laptops: usize,
}

impl Desk {
    /// What this home holds.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn house(&mut self) -> Result<House, Trouble> {
        self.refresh()?;
        let pens = self.archive.pens()?;
        let own: Result<Vec<Housed>, Trouble> = pens.iter().map(|pen| self.housed(pen.assembly, Some(pen.device))).collect();
        let joined = self.archive.towns()?.into_iter().filter(|town| town.joined).map(|town| town.assembly);
        let others: BTreeSet<AssemblyId> = self.assemblies().chain(joined).collect();
        let others = others.into_iter().filter(|assembly| pens.iter().all(|pen| pen.assembly != *assembly));
        let mut restored = false;
        for pen in &pens {
            restored |= is_unheard(&self.archive, pen)?;
        }
        Ok(House {
            towns: others.map(|assembly| self.housed(assembly, None)).collect::<Result<_, Trouble>>()?,
            assemblies: own?,
            chosen: self.archive.setting(OPEN)?.and_then(|chosen| chosen.parse().ok()),
            network: self.network()?,
            restored,
            passphrase: self.has_passphrase(),
            locks_after: self.locks_after()?,
        })
    }

    /// Remembers which assembly a window has open. It is kept in the book: whose laptop this is must not be told by what lies beside it.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be written.
    pub fn remember_open(&mut self, assembly: AssemblyId) -> Result<(), Trouble> {
        let assembly = assembly.to_string();
        if self.archive.setting(OPEN)?.as_ref() == Some(&assembly) {
            return Ok(());
        }
        self.archive.write(|writing| writing.set_setting(OPEN, &assembly).map_err(Trouble::from))
    }

    fn housed(&self, assembly: AssemblyId, device: Option<DeviceId>) -> Result<Housed, Trouble> {
        let town = self.brief(assembly)?;
        let live = device.and_then(|device| town?.live(&device));
        let lost = self.key_lost(assembly)?;
        Ok(Housed {
            assembly,
            name: self.name(assembly),
            words: words(assembly),
            admitted: live.is_some() && lost.is_none(),
            lost,
            older: self.may_be_older(assembly)?,
            member: live.map(|live| live.member),
            device,
            arrived: town.is_some(),
            laptops: town.map_or(0, |town| town.laptops().count()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::CardText;

    const NOW: i64 = 1_804_000_000;

    #[test]
    fn the_assembly_that_was_open_is_kept_in_the_home_and_comes_back_with_it() {
        let home = tempfile::tempdir().unwrap();
        let mut desk = Desk::open(home.path()).unwrap();
        assert_eq!(desk.house().unwrap().chosen, None);
        let towns = ["Millbrook", "Ashgrove"].map(|name| desk.found(name, None, &CardText::named("Ada"), NOW).unwrap());
        for town in towns {
            desk.remember_open(town).unwrap();
            assert_eq!(desk.house().unwrap().chosen, Some(town));
        }
        let before = desk.archive.by_others().unwrap();
        let mut beside = Desk::open_existing(home.path()).unwrap();
        beside.remember_open(towns[1]).unwrap();
        assert_eq!(desk.archive.by_others().unwrap(), before, "what is known already is not written again");
        assert_eq!(beside.house().unwrap().chosen, Some(towns[1]));
    }
}
