//! Calls of several functions at once.

pub mod batch;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group = Group { title: "Integration", functions: &[Entry::of::<batch::Batch>()] };
