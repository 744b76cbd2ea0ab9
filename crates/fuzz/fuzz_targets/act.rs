//! See `folkmoot_fuzz::act`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| folkmoot_fuzz::act(bytes));
