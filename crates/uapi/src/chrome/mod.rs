//! The module `Chrome` of UAPI: a file a function.

pub mod get_dom;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group { title: "Chrome", functions: &[Entry::of::<get_dom::GetDom>()] };
