//! The module `ResourceUsage` of UAPI: a file a function.

pub mod get_usages;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "ResourceUsage", functions: &[Entry::of::<get_usages::GetUsages>()] };
