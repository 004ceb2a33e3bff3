//! The module `CacheBuster` of UAPI: a file a function.

pub mod read;
pub mod update;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "CacheBuster",
    functions: &[Entry::of::<read::Read>(), Entry::of::<update::Update>()],
};
