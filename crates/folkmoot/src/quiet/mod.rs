//! Quiet periods: for some time a town says nothing to anybody, and what waits for a word from outside is not lost by it (L3, T6).
//!
//! Quiet itself is what a laptop does (no socket, no packet, no announcement) and needs no act. A declared period is an act of the commons:
//! it goes out with everything else once the quiet is over, and until then nothing is void for want of a word. Whoever wants nobody to know
//! declares none, and then nothing is put off for it.
//!
//! **Invariant:** deadlines run on; only becoming void is put off, never for longer than the charter lets a town be quiet, whatever was
//! declared at once by whom.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
