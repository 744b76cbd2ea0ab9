//! What a node tells whoever listens.
//!
//! **Invariant:** a session that was met ends with exactly one [`Event::Dropped`] or [`Event::Closed`]; a call that met nobody with one
//! [`Event::Unreached`], or with [`Event::Dropped`] if somebody was there.

use std::net::SocketAddr;
use std::time::Duration;

use folkmoot::id::{AssemblyId, DeviceId};
use folkmoot_sync::{Caller, Report};

/// Whose doing it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// This node's.
    Ours,
    /// The other end's.
    Theirs,
}

/// Something that happened on the way out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// An endpoint is bound, or its addresses have changed.
    Bound {
        /// The assembly.
        assembly: AssemblyId,
        /// Its endpoint.
        endpoint: DeviceId,
        /// Where it can be called.
        addresses: Vec<SocketAddr>,
    },
    /// A session began.
    Met {
        /// Its number.
        session: u64,
        /// With whom.
        caller: Caller,
    },
    /// A session has come to rest: for the first time, or again after it had something to say.
    Settled {
        /// Its number.
        session: u64,
        /// How it stands.
        report: Report,
    },
    /// One end would not go on.
    Dropped {
        /// The session, if it had come to one.
        session: Option<u64>,
        /// The assembly of ours.
        assembly: AssemblyId,
        /// The other endpoint.
        endpoint: DeviceId,
        /// Who would not go on.
        by: Side,
        /// The code of the reason: of [`folkmoot_sync::Dropped::code`], or "stranger", "replaced", "crowded", "silent".
        reason: String,
    },
    /// A session ended properly, or the connection was lost.
    Closed {
        /// Its number.
        session: u64,
        /// The assembly of ours.
        assembly: AssemblyId,
        /// The other endpoint.
        endpoint: DeviceId,
        /// Whether it ended because the connection was lost.
        lost: bool,
    },
    /// A call met nobody.
    Unreached {
        /// The number that the session would have had.
        session: u64,
        /// The assembly of ours.
        assembly: AssemblyId,
        /// Whom it was to meet.
        endpoint: DeviceId,
        /// Why.
        why: String,
    },
    /// A laptop that may come in is on the same network, or has other addresses there than before.
    Discovered {
        /// The assembly of ours whose endpoint may meet it.
        assembly: AssemblyId,
        /// Its endpoint.
        endpoint: DeviceId,
        /// Where it says that it can be called.
        addresses: Vec<SocketAddr>,
    },
    /// The records failed: every connection is closed, and nobody comes in or is called until they are opened anew.
    Fell {
        /// Why, in words.
        text: String,
        /// After how long that is tried.
        rest: Duration,
    },
    /// The records are open again: whoever comes is let in as before.
    Back,
    /// Something that people may want to know.
    Trouble {
        /// In words.
        text: String,
    },
}
