//! Laws that hold for every history.

mod convergence;
mod resolver;
