//! The ledger: any commodity, balanced line by line in exact decimals, corrected by reversal.
//!
//! **Invariant:** nothing here computes what one town owes another (I8).

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
