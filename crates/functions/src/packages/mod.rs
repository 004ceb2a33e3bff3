//! Packages: made, changed, given to accounts.

pub mod changepackage;

use api::{Entry, Group};

/// The group.
pub const GROUP: Group =
    Group { title: "Packages", functions: &[Entry::of::<changepackage::ChangePackage>()] };
