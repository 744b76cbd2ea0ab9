//! See `folkmoot_fuzz::change`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| folkmoot_fuzz::change(bytes));
