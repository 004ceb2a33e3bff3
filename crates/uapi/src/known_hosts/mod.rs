//! The module `KnownHosts` of UAPI: a file a function.

pub mod create;
pub mod delete;
pub mod update;
pub mod verify;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "KnownHosts",
    functions: &[
        Entry::of::<create::Create>(),
        Entry::of::<delete::Delete>(),
        Entry::of::<update::Update>(),
        Entry::of::<verify::Verify>(),
    ],
};
