//! `innkeeper-root`: the privileged process.

fn main() {}
