//! See [`fuzz::controls`].

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::controls::check(input));
