//! Sealed things: what a few members write for one another alone. Every laptop of the assembly carries it, and theirs alone can read it.
//!
//! **Invariant:** an act tells nothing but that something sealed was written, by which laptop, when, and about how much. For whom it is,
//! what it belongs to and what it says stand in the sealed part, which no rule reads.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{MAX_CONTENT, Refusal, check};
