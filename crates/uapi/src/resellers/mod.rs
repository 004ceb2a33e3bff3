//! The module `Resellers` of UAPI: a file a function.

pub mod list_accounts;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "Resellers", functions: &[Entry::of::<list_accounts::ListAccounts>()] };
