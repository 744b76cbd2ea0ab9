//! Up to which entry what somebody wrote stands, when a laptop is taken off the roll or a mandate is recalled.

use std::collections::BTreeSet;

use folkmoot::act::Cut;
use folkmoot::id::{ActId, AssemblyId, DeviceId};

use crate::{Desk, Trouble};

impl Desk {
    /// The cut up to an entry of a laptop, which is said by its id or the first letters.
    ///
    /// # Errors
    /// As [`Desk::find_act`]; [`Trouble::NotInTheBook`] when it is no entry of this laptop in the commons.
    pub fn cut_of_a_laptop(&self, assembly: AssemblyId, device: DeviceId, last: &str) -> Result<Cut, Trouble> {
        self.cut(assembly, &BTreeSet::from([device]), last)
    }

    /// The cut up to an entry of whoever holds a mandate.
    ///
    /// # Errors
    /// As [`Desk::cut_of_a_laptop`]; [`Trouble::NotInTheBook`] when the act is no mandate.
    pub fn cut_of_a_mandate(&self, assembly: AssemblyId, grant: ActId, last: &str) -> Result<Cut, Trouble> {
        let commons = &self.known(assembly)?.book().commons;
        let granted = commons.mandate.grants.get(&grant);
        let holder = granted.ok_or_else(|| Trouble::NotInTheBook { what: "mandate", asked: grant.to_string() })?.member;
        let theirs = commons.roll.devices.iter().filter(|(_, device)| device.member == holder).map(|(device, _)| *device);
        self.cut(assembly, &theirs.collect(), last)
    }

    fn cut(&self, assembly: AssemblyId, devices: &BTreeSet<DeviceId>, last: &str) -> Result<Cut, Trouble> {
        let act = self.find_act(assembly, last)?;
        let cut = self.known(assembly)?.cut_up_to(devices, &act);
        cut.ok_or_else(|| Trouble::NotInTheBook { what: "entry of theirs", asked: last.to_owned() })
    }
}
