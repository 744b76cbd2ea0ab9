//! What a node is started with.
//!
//! **Invariant:** a pen's secret is wiped when it is dropped and never shown; every default is the most silent one.

use std::fmt;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::time::Duration;

use folkmoot::id::{AssemblyId, DeviceId};
use zeroize::Zeroizing;

/// The endpoint key that one assembly's laptop is met under.
#[derive(Clone)]
pub struct Pen {
    /// The assembly.
    pub assembly: AssemblyId,
    /// The secret half of the endpoint key (ed25519).
    pub secret: Zeroizing<[u8; 32]>,
}

impl Pen {
    /// The public half, which others know this laptop by.
    pub fn endpoint(&self) -> DeviceId {
        DeviceId(*iroh::SecretKey::from_bytes(&self.secret).public().as_bytes())
    }
}

impl fmt::Debug for Pen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pen").field("assembly", &self.assembly).finish_non_exhaustive()
    }
}

/// How a node is to behave.
#[derive(Debug, Clone)]
pub struct Config {
    /// One endpoint is bound for each.
    pub pens: Vec<Pen>,
    /// The UDP port to try first, so that printed codes stay true: the first pen's, and the next ones' after it.
    pub port: Option<u16>,
    /// Where to bind.
    pub bind: Vec<IpAddr>,
    /// The address (URL) of a relay that the town runs itself.
    pub relay: Option<String>,
    /// Whether to announce this laptop on the networks that it is in, and to look for others there.
    pub discovery: bool,
    /// Whether to be silent: nothing is bound and nothing sent.
    pub quiet: bool,
    /// Whether to call again where nobody answered or a connection was lost.
    pub redial: bool,
    /// How much to put up with.
    pub limits: Limits,
}

impl Default for Config {
    fn default() -> Config {
        Config {
            pens: Vec::new(),
            port: None,
            bind: vec![IpAddr::V4(Ipv4Addr::UNSPECIFIED), IpAddr::V6(Ipv6Addr::UNSPECIFIED)],
            relay: None,
            discovery: false,
            quiet: false,
            redial: false,
            limits: Limits::default(),
        }
    }
}

/// How much a node puts up with.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How many connections there may be at once.
    pub connections: usize,
    /// How many of them strangers may have who answer an invite.
    pub strangers: usize,
    /// How long a stranger may take for the letter that makes it known.
    pub letter: Duration,
    /// How many handshakes of others may be under way at once.
    pub handshakes: usize,
    /// How many connections one source may ask for at once.
    pub burst: u32,
    /// After how long a source that has used up its burst may ask once more.
    pub refill: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 64,
            strangers: 4,
            letter: Duration::from_secs(10),
            handshakes: 32,
            burst: 64,
            refill: Duration::from_millis(250),
        }
    }
}
