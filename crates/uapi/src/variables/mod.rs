//! The module `Variables` of UAPI: a file a function.

pub mod get_server_information;
pub mod get_session_information;
pub mod get_user_information;

mod picked;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Variables",
    functions: &[
        Entry::of::<get_server_information::GetServerInformation>(),
        Entry::of::<get_session_information::GetSessionInformation>(),
        Entry::of::<get_user_information::GetUserInformation>(),
    ],
};
