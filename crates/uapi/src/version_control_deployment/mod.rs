//! The module `VersionControlDeployment` of UAPI: a file a function.

pub mod create;
pub mod delete;
pub mod retrieve;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "VersionControlDeployment",
    functions: &[
        Entry::of::<create::Create>(),
        Entry::of::<delete::Delete>(),
        Entry::of::<retrieve::Retrieve>(),
    ],
};
