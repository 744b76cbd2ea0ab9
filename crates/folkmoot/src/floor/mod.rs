//! The floor: presence by name, named objections and notes, for the assembly's own laptops.
//!
//! **Invariant:** nothing of it enters the commons but counts.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
