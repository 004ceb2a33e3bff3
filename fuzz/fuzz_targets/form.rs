//! See [`fuzz::form`].

#![no_main]

libfuzzer_sys::fuzz_target!(|input: &[u8]| fuzz::form::check(input));
