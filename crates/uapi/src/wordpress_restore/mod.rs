//! The module `WordPressRestore` of UAPI: a file a function.

pub mod any_running;
pub mod cleanup;
pub mod start;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WordPressRestore",
    functions: &[
        Entry::of::<any_running::AnyRunning>(),
        Entry::of::<cleanup::Cleanup>(),
        Entry::of::<start::Start>(),
    ],
};
