//! The module `Tokens` of UAPI: a file a function.

pub mod create_full_access;
pub mod list;
pub mod rename;
pub mod revoke;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Tokens",
    functions: &[
        Entry::of::<create_full_access::CreateFullAccess>(),
        Entry::of::<list::List>(),
        Entry::of::<rename::Rename>(),
        Entry::of::<revoke::Revoke>(),
    ],
};
