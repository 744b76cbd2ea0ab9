//! See `folkmoot_fuzz::sealed`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| folkmoot_fuzz::sealed(bytes));
