//! The module `CCS` of UAPI: a file a function.

pub mod add_delegate;
pub mod list_delegates;
pub mod list_users;
pub mod remove_delegate;
pub mod update_delegate;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "CCS",
    functions: &[
        Entry::of::<add_delegate::AddDelegate>(),
        Entry::of::<list_delegates::ListDelegates>(),
        Entry::of::<list_users::ListUsers>(),
        Entry::of::<remove_delegate::RemoveDelegate>(),
        Entry::of::<update_delegate::UpdateDelegate>(),
    ],
};
