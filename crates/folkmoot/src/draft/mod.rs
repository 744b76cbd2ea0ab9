//! Drafts: text that people write together, which has no force until an act carries it.
//!
//! A draft is what was typed in it, edit by edit; the text itself is made outside the heart, where Automerge is.
//!
//! **Invariant:** nothing here is ever in the commons, and nothing else asks a draft what it says.

mod acts;
mod book;
mod element;
mod rules;

pub use acts::*;
pub use book::*;
pub use element::{Element, NotAnElement};
pub use rules::{MAX_CHARACTERS, MAX_EDITS, MAX_FOLLOWS, MAX_ROOM, MAX_RUNS, MAX_TITLE, Refusal, check};
