//! The module `ServerInformation` of UAPI: a file a function.

pub mod get_information;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ServerInformation",
    functions: &[Entry::of::<get_information::GetInformation>()],
};
