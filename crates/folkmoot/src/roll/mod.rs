//! The roll: devices, members by number, and how many must sign.
//!
//! **Invariant:** a name never stands here; a member is a number and the hash of a card.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
