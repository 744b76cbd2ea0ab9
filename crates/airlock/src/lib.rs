//! The airlock: one child process of the same program, in which a draft is built, saved and read again before the program itself
//! builds it.
//!
//! What a draft is made of comes from others, and Automerge may panic, hang, overflow its stack or take all memory on what nobody has
//! thought of. In the child that ends the child: it has no keys, no files, no network and no way to start anything, so much memory and
//! no more, and so much of a processor for each thing it is asked.
//!
//! ```text
//! desk --> Airlock (the door, in the program) ==pipe==> serve (the room, behind its walls) --> record: begin, file, save, load
//!             \--> heads: build it here too, it has to come to the same
//!             \--> Harm: that edit is kept, and set aside
//! ```
//!
//! **Invariant:** nothing that happens in the room reaches the program but a short answer within a time, and nothing of the program's is
//! in the room but the acts of one draft.

mod door;
mod room;
mod talk;
mod walls;

pub use door::{Airlock, Closed, Harm};
pub use room::{Room, TryDrafts, serve};

/// The word that a program which is started as a room gets as its first argument.
pub const WORD: &str = "--airlock";
