//! The tests of the whole house live in this package's test targets.
