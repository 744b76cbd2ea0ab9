//! Hostile bytes from a laptop that is on the roll: nothing panics, hangs or grows, nothing that is no act counts, and whatever was
//! stored opens again.
//!
//! No byte of another laptop comes to a decoder of Automerge's: acts travel in our own form, and documents are built here. These tests
//! show it with inputs that Automerge cannot bear. `cargo xtask hostile` runs them at full size and with other inputs; `FOLKMOOT_SEED=n`
//! makes the mutations of a seed again, and `FOLKMOOT_SIZE=n` says how many.
#![allow(clippy::unwrap_used, reason = "a test stops where it breaks")]

mod bombs;
mod cold;
mod corpus;
mod faults;
mod forks;
mod gate;
mod inputs;
mod mutants;
mod packing;
mod places;
mod readers;
mod storms;
mod town;
mod watch;
