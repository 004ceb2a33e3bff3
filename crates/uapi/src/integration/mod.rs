//! The module `Integration` of UAPI: a file a function.

pub mod fetch_url;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group =
    Group { title: "Integration", functions: &[Entry::of::<fetch_url::FetchUrl>()] };
