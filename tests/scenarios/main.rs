//! Stories, told through the real command line.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test stops where it breaks, and says its seed")]

mod airlock;
mod as_of;
mod at_rest;
mod bad_bundle;
mod bad_home;
mod bad_input;
mod by_code;
mod cable;
mod disk;
mod drafts;
mod faults;
mod first_brick;
mod forged;
mod invites;
mod kill;
mod neighbours;
mod new_key;
mod notes;
mod quiet;
mod recovery;
mod restored;
mod rules;
mod sealed;
mod signing;
mod stolen;
mod strangers;
mod struck;
mod town;
mod twice;
mod verbs;
mod weather;
mod wire;
mod witness;
