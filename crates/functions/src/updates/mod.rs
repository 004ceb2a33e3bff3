//! The version of the server.

pub mod version;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group = Group { title: "Updates", functions: &[Entry::of::<version::Version>()] };
