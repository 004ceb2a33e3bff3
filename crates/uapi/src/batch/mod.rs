//! The module `Batch` of UAPI: a file a function.

pub mod strict;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group { title: "Batch", functions: &[Entry::of::<strict::Strict>()] };
