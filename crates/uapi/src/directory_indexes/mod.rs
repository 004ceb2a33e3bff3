//! The module `DirectoryIndexes` of UAPI: a file a function.

pub mod get_indexing;
pub mod list_directories;
pub mod set_indexing;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DirectoryIndexes",
    functions: &[
        Entry::of::<get_indexing::GetIndexing>(),
        Entry::of::<list_directories::ListDirectories>(),
        Entry::of::<set_indexing::SetIndexing>(),
    ],
};
