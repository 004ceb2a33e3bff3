//! The module `VersionControl` of UAPI: a file a function.

pub mod create;
pub mod delete;
pub mod retrieve;
pub mod update;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "VersionControl",
    functions: &[
        Entry::of::<create::Create>(),
        Entry::of::<delete::Delete>(),
        Entry::of::<retrieve::Retrieve>(),
        Entry::of::<update::Update>(),
    ],
};
