//! Laptops, towns and clocks for tests; nothing of it ships.
//!
//! **Invariant:** a test owns every clock and every seed here, so a failing test fails again.

mod laptop;

pub use laptop::{Laptop, keys_of, pen_of};
