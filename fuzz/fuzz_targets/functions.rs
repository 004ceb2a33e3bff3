//! See [`fuzz::functions`].

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::functions::check(input));
