//! The tests of the whole house live in this package's test targets; `tests/scenarios` runs beside them with the real binary.
//!
//! **Invariant:** nothing here ships.
