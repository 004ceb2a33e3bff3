//! The module `DirectoryPrivacy` of UAPI: a file a function.

pub mod add_user;
pub mod configure_directory_protection;
pub mod delete_user;
pub mod is_directory_protected;
pub mod list_directories;
pub mod list_users;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DirectoryPrivacy",
    functions: &[
        Entry::of::<add_user::AddUser>(),
        Entry::of::<configure_directory_protection::ConfigureDirectoryProtection>(),
        Entry::of::<delete_user::DeleteUser>(),
        Entry::of::<is_directory_protected::IsDirectoryProtected>(),
        Entry::of::<list_directories::ListDirectories>(),
        Entry::of::<list_users::ListUsers>(),
    ],
};
