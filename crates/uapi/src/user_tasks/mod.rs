//! The module `UserTasks` of UAPI: a file a function.

pub mod delete;
pub mod retrieve;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "UserTasks",
    functions: &[Entry::of::<delete::Delete>(), Entry::of::<retrieve::Retrieve>()],
};
