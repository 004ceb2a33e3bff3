//! The module `BlockIP` of UAPI: a file a function.

pub mod add_ip;
pub mod remove_ip;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "BlockIP",
    functions: &[Entry::of::<add_ip::AddIp>(), Entry::of::<remove_ip::RemoveIp>()],
};
