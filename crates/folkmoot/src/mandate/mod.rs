//! Mandates: what someone is asked to do, with which latitude, until when, and taking it back.
//!
//! **Invariant:** every mandate has a last day and a decision behind it (C2, C7).

mod acts;
mod book;
mod rules;

pub use acts::*;
pub use book::*;
pub use rules::{Refusal, check};
