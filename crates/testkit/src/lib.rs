//! Laptops, homes and stories for tests and for the demo; nothing of it ships.
//!
//! **Invariant:** a test owns every clock and every seed here, so a failing test fails again.

mod cable;
mod chance;
mod home;
pub mod judge;
mod laptop;
pub mod masked;
mod mount;
mod size;
pub mod story;

pub use cable::{Cable, End, Listening};
pub use chance::Chance;
pub use home::{Home, Serving, copy_home};
pub use laptop::{Laptop, keys_of, pen_of};
pub use mount::{READ_ONLY, SMALL_DISK, fill, mounted, on_a_mount};
pub use size::{not_run, size, tried};
