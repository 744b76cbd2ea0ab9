//! People: their cards lie beside the chain, and can be struck.
//!
//! **Invariant:** no act holds a name; striking a card leaves every chain whole.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
