//! Laptops that meet: on loopback, and in network namespaces of their own.
#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stdout, reason = "a test stops where it breaks, and says what was not run")]

mod common;
#[cfg(target_os = "linux")]
mod lan;
mod neighbours;
mod relay;
mod strangers;
