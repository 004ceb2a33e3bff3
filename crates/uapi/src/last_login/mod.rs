//! The module `LastLogin` of UAPI: a file a function.

pub mod get_last_or_current_logged_in_ip;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "LastLogin",
    functions: &[Entry::of::<get_last_or_current_logged_in_ip::GetLastOrCurrentLoggedInIp>()],
};
