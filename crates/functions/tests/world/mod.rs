//! The world of the tests, and its rows as lines.
#![allow(dead_code, unused_imports, reason = "each test uses its own part of it")]

pub(crate) mod dump;

pub(crate) use functions::testing::{PASSWORD, World};
