//! Stories, told through the real command line.

mod bad_input;
mod first_brick;
mod kill;
