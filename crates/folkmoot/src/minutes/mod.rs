//! The minutes: meetings called, opened and closed; motions, decisions, actions.
//!
//! **Invariant:** a decision exists only inside an opened meeting, and is corrected by a new entry, never edited (A1, A7).

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
