//! What travels between two holders: the frames, the bundle file that a courier carries, and the sessions over a wire.
//!
//! ```text
//! Holder (the desk) --changes--> Frame --> Bundle::pack ----------------------------> courier
//! Holder <-- verify, gate -- Frame <-- Opened::parts <-- Bundle::open <-------------- courier
//! Holder --Holding::missing--> Session::say --> Frame --> Hall <--> net <--> the other laptop's Hall
//! ```
//!
//! **Invariant:** nothing here opens a file, a socket or a clock, and nothing read here is trusted: bytes become frames or a typed
//! refusal, never a panic, and never more memory than the caps allow. Only [`sealing`] draws randomness.

mod block;
mod bytes;
mod limits;
mod part;
mod scope;
mod session;
mod whole;

pub mod bundle;
pub mod frame;
pub mod hall;
pub mod holder;
pub mod holding;
pub mod opened;
pub mod sealing;
pub mod talk;
pub mod vector;

pub use bundle::{Bundle, BundleId, Header, PackError};
pub use frame::{Frame, FrameError};
pub use hall::{Hall, Report};
pub use holder::{Caller, Holder, Met, Standing, TakenIn, Wanted};
pub use holding::{Description, Holding};
pub use limits::Dropped;
pub use opened::{BundleError, Opened, PartError, PartRefusal, Sender};
pub use sealing::{Identities, Recipients, SealError};
pub use session::State;
pub use talk::Talk;
pub use vector::{Digest, Line, Vector};
