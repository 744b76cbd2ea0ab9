//! Mandates: what someone is asked to do, with which latitude, until when, and taking it back; and what a delegate agreed to outside, which
//! is void unless it is reported at home in time.
//!
//! **Invariant:** every mandate has a last day and a decision behind it (C2, C7).

mod acts;
mod book;
mod reports;
mod rules;

pub use acts::*;
pub use book::*;
pub use reports::*;
pub use rules::{Refusal, check, missed_in};
