//! The module `SSH` of UAPI: a file a function.

pub mod get_port;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group { title: "SSH", functions: &[Entry::of::<get_port::GetPort>()] };
