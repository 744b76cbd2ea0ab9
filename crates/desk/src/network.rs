//! What this home needs to meet others over a wire: its endpoint keys, whom it may call and where, and the town's own choices.
//!
//! **Invariant:** nothing here opens a socket; a home that chose quiet mode says so before any is opened.

use std::collections::BTreeMap;

use folkmoot::id::{AssemblyId, DeviceId};
use zeroize::Zeroizing;

use crate::brief::Brief;
use crate::home::public;
use crate::{Desk, Trouble};

const QUIET: &str = "quiet";
const PORT: &str = "port";
const RELAY: &str = "relay";
const HIDDEN: &str = "not-announced";

/// What a town has chosen about the network.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
pub struct Network {
    /// No socket, no packet, no announcement.
    pub quiet: bool,
    /// Whether this laptop announces itself on the networks that it is in, and looks for others there.
    pub announced: bool,
    /// The UDP port that printed codes name.
    pub port: Option<u16>,
    /// The address of a relay of the town's own.
    pub relay: Option<String>,
}

/// The secret half of an endpoint key, which wipes itself.
pub type EndpointSecret = Zeroizing<[u8; 32]>;

/// The endpoint key that others meet whoever has its secret half under.
pub fn endpoint_of(secret: &EndpointSecret) -> DeviceId {
    public(secret)
}

/// A laptop that may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callable {
    /// The assembly of ours whose endpoint calls.
    pub ours: AssemblyId,
    /// The other's assembly.
    pub town: AssemblyId,
    /// Its endpoint key.
    pub endpoint: DeviceId,
    /// Where it was met or said that it would be, addresses with ports.
    pub addresses: Vec<String>,
}

impl Desk {
    /// What the town has chosen about the network.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn network(&self) -> Result<Network, Trouble> {
        let set = |key: &str| Ok::<_, Trouble>(self.archive.setting(key)?.filter(|value| !value.is_empty()));
        Ok(Network {
            quiet: set(QUIET)?.is_some(),
            announced: set(HIDDEN)?.is_none(),
            port: set(PORT)?.and_then(|port| port.parse().ok()),
            relay: set(RELAY)?,
        })
    }

    /// Keeps what the town chooses about the network.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be written.
    pub fn set_network(&mut self, network: &Network) -> Result<(), Trouble> {
        let yes = |yes: bool| if yes { "yes" } else { "" };
        let port = network.port.map(|port| port.to_string()).unwrap_or_default();
        let relay = network.relay.clone().unwrap_or_default();
        self.archive.write(|writing| {
            writing.set_setting(QUIET, yes(network.quiet))?;
            writing.set_setting(HIDDEN, yes(!network.announced))?;
            writing.set_setting(PORT, &port)?;
            writing.set_setting(RELAY, &relay).map_err(Trouble::from)
        })
    }

    /// The UDP port at which this laptop is met for an assembly: the one that was chosen, or one of the next where it is on several rolls;
    /// none where none was chosen, or in quiet mode.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn port_of(&self, ours: AssemblyId) -> Result<Option<u16>, Trouble> {
        let Network { port, quiet, .. } = self.network()?;
        let place = (0u16..).zip(self.archive.pens()?).find(|(_, pen)| pen.assembly == ours).map(|(place, _)| place);
        Ok(port.filter(|_| !quiet).zip(place).and_then(|(port, place)| port.checked_add(place)))
    }

    /// The endpoint keys of this laptop, one for each assembly.
    ///
    /// # Errors
    /// [`Trouble::Quiet`] in quiet mode, in which nothing is to be opened; [`Trouble::NoAssembly`] when this home has no key.
    pub fn endpoints(&self) -> Result<Vec<(AssemblyId, EndpointSecret)>, Trouble> {
        if self.network()?.quiet {
            return Err(Trouble::Quiet);
        }
        let endpoints: Vec<_> = self.archive.pens()?.into_iter().map(|pen| (pen.assembly, pen.endpoint)).collect();
        if endpoints.is_empty() { Err(Trouble::NoAssembly) } else { Ok(endpoints) }
    }

    /// The laptops of this home's assemblies and of their neighbours, with where they may be called.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be read.
    pub fn callable(&self) -> Result<Vec<Callable>, Trouble> {
        let pens = self.archive.pens()?;
        let met: BTreeMap<(AssemblyId, DeviceId), Vec<String>> =
            self.archive.meetings()?.into_iter().map(|met| ((met.ours, met.endpoint), met.addresses)).collect();
        let mut found: BTreeMap<(AssemblyId, DeviceId), Callable> = BTreeMap::new();
        for pen in &pens {
            for town in self.neighbours(pen.assembly)?.into_iter().chain([pen.assembly]) {
                let laptops = self.brief(town)?.into_iter().flat_map(Brief::laptops);
                let others = laptops.filter(|laptop| pens.iter().all(|own| own.device != laptop.id));
                for endpoint in others.map(|laptop| laptop.keys.endpoint) {
                    let key = (pen.assembly, endpoint);
                    let addresses = met.get(&key).cloned().unwrap_or_default();
                    found.insert(key, Callable { ours: pen.assembly, town, endpoint, addresses });
                }
            }
        }
        for inviter in self.inviters()? {
            let callable =
                found.entry((inviter.ours, inviter.endpoint)).or_insert_with(|| Callable { addresses: Vec::new(), ..inviter.clone() });
            callable.addresses.extend(inviter.addresses);
            callable.addresses.sort();
            callable.addresses.dedup();
        }
        Ok(found.into_values().collect())
    }

    /// Remembers where a laptop was met.
    ///
    /// # Errors
    /// [`Trouble::Archive`] when the book cannot be written.
    pub fn found_at(&mut self, ours: AssemblyId, endpoint: DeviceId, addresses: &[String]) -> Result<(), Trouble> {
        let mut met = self.meeting(ours, endpoint)?;
        if met.addresses == addresses || addresses.is_empty() {
            return Ok(());
        }
        met.addresses = addresses.to_vec();
        self.archive.write(|writing| writing.put_meeting(&met).map_err(Trouble::from))
    }
}
