//! The demo as a test.
