//! The module `DirectoryProtection` of UAPI: a file a function.

pub mod list_directories;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DirectoryProtection",
    functions: &[Entry::of::<list_directories::ListDirectories>()],
};
