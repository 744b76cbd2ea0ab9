//! The charter: clauses with stable ids, adopted and amended by decision.
//!
//! **Invariant:** no version is ever overwritten; every one can be read and compared.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
