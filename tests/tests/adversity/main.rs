//! What befalls an honest town: old bundles come again, laptops lie about their past, clocks are off, homes are copied and restored,
//! sticks are tampered with. The list is DESIGN.md 8's.
//!
//! `FOLKMOOT_SIZE=full` tries as many as are asked for there, `FOLKMOOT_SIZE=n` so many; each test prints its seed, and `FOLKMOOT_SEED=n`
//! brings it back.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test stops where it breaks")]

mod backdated;
mod cards;
mod clocks;
mod copies;
mod homes;
mod ledger;
mod own;
mod refused;
mod replays;
mod room;
mod sticks;
mod two_faced;
mod unheard;
