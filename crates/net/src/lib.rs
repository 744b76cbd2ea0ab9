//! The way out: the only room that opens a socket. It carries the frames of the sessions between laptops that know each other.
//!
//! ```text
//! another laptop --QUIC--> door (limits, allow-list) --> visit --frames--> clerk --> Sessions (the hall, SQLite behind it)
//! another laptop <--QUIC-- caller (roads, back-off)  <-- visit <--bytes--- clerk <-- Sessions
//! the same network --mDNS--> scout --> caller
//! ```
//!
//! **Invariant:** nothing here reads or judges what a frame says; quiet means that no socket is bound and no packet sent. Relays, lookup
//! services, port mapping and public name servers are off, and nobody but the laptops that [`Sessions`] lets in is sent a byte of it.

mod bind;
mod caller;
mod clerk;
mod config;
mod door;
mod ear;
mod error;
mod event;
mod falls;
mod herald;
mod house;
mod lasting;
mod nets;
mod node;
mod porch;
mod roads;
mod scout;
mod sessions;
mod table;
mod visit;

pub use std::net::{IpAddr, SocketAddr};

pub use folkmoot_sync::{Hall, Report, State};

pub use config::{Config, Limits, Pen};
pub use error::NetError;
pub use event::{Event, Side};
pub use nets::own_addresses;
pub use node::{Handle, Node};
pub use sessions::Sessions;

/// What both ends of a connection must say they speak.
pub const PROTOCOL: &[u8] = b"folkmoot/0";
