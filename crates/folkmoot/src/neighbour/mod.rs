//! Neighbours: whom the assembly has invited, which towns it is neighbours with, and that it has parted with one.
//!
//! **Invariant:** nothing here is ever in the commons; an invite is named by a hash of its secret, which is in no act.

mod acts;
mod book;
mod rules;
#[cfg(test)]
mod tests;

pub use acts::*;
pub use book::*;
pub use rules::{MAX_CODE, MAX_NAME, Refusal, check};
