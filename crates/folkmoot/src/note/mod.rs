//! Notes that somebody keeps alone: for the next meeting, for what a delegate will tell, about an entry of the ledger.
//!
//! **Invariant:** no rule of the commons or of the assembly reads one, and they never leave the laptops of one person.

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
