//! See `folkmoot_fuzz::gate`.
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| folkmoot_fuzz::gate(bytes));
