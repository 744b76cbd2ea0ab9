//! What travels between two holders: the frames, the bundle file that a courier carries, and what a holder lacks.
//!
//! ```text
//! archive --descriptions--> holding::Vector, missing --hashes--> archive --> Frame --> Bundle::pack --> courier
//! archive <-- verify, gate <-- Frame <-- Opened::parts <-- Bundle::open <------------------------------ courier
//! ```
//!
//! **Invariant:** nothing here opens a file, a socket or a clock, and nothing read here is trusted: bytes become frames or a typed
//! refusal, never a panic, and never more memory than the caps allow. Only [`sealing`] draws randomness.

mod block;
mod bytes;
mod part;

pub mod bundle;
pub mod frame;
pub mod holding;
pub mod opened;
pub mod sealing;

pub use bundle::{Bundle, BundleId, Header, PackError};
pub use frame::{Frame, FrameError};
pub use holding::{Description, Line, Vector, missing};
pub use opened::{BundleError, Opened, PartError, PartRefusal, Sender};
pub use sealing::{Identities, Recipients, SealError};
