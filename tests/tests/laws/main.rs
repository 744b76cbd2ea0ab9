//! Laws that hold for every history.

mod convergence;
mod forks;
mod quarrels;
mod resolver;
mod town;
