//! The module `Restore` of UAPI: a file a function.

pub mod directory_listing;
pub mod get_users;
pub mod query_file_info;
pub mod restore_file;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Restore",
    functions: &[
        Entry::of::<directory_listing::DirectoryListing>(),
        Entry::of::<get_users::GetUsers>(),
        Entry::of::<query_file_info::QueryFileInfo>(),
        Entry::of::<restore_file::RestoreFile>(),
    ],
};
