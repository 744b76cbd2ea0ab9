//! What every program that serves a home needs beside the desk: the clock, the files that people name, a place on the network,
//! a room to try drafts in, and that no picture of its memory is left on disk.
//!
//! ```text
//! cli, src-tauri -> host -> desk (its keeper answers the sessions), net (its node carries them)
//! ```
//!
//! **Invariant:** it decides nothing: whom a home meets the desk says, how the node. In quiet mode no node is started. The clock is read
//! here and nowhere else.

mod clock;
mod dumps;
pub mod files;
mod picture;
mod post;
mod watch;

pub use clock::{Moment, moment};
pub use dumps::no_core_dumps;
pub use folkmoot_airlock::Airlock;
pub use folkmoot_net::{Event, Handle, IpAddr, Report, Side, SocketAddr, State, own_addresses};
pub use picture::{drawn, squares};
pub use post::{Post, Prepared, Reach};
pub use watch::{Watching, watch};
