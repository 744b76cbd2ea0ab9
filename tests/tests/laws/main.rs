//! Laws that hold for every history.

mod convergence;
mod duties;
mod forged;
mod forks;
mod histories;
mod inside;
mod kept_up;
mod orders;
mod person;
mod quarrels;
mod resolver;
mod town;
mod void;
mod witness;
