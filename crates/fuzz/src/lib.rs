//! What hostile bytes go through: one function for each target of the fuzzer, and each is played by the ordinary tests too.
//!
//! A fuzzer cannot guess a hash or a signature. So each target takes the bytes as they are, and then once more with every checksum put
//! right or signed by a laptop that is on the roll, as whoever means harm would do it.
//!
//! **Invariant:** whatever the bytes, a target comes to its end; it panics only where something does not hold.

mod acts;
mod bundles;
mod codes;
mod frames;
mod holder;
mod sealed;
mod town;

pub use acts::{act, change, gate};
pub use bundles::bundle;
pub use codes::code;
pub use frames::frame;
pub use sealed::{our_key, sealed, sealed_bundles};
pub use town::town;

/// What is done with bytes.
pub type Target = fn(&[u8]);

/// Every target by its name, which is that of its folder in `corpus` too.
pub const TARGETS: [(&str, Target); 7] =
    [("frame", frame), ("bundle", bundle), ("sealed", sealed), ("code", code), ("change", change), ("gate", gate), ("act", act)];
