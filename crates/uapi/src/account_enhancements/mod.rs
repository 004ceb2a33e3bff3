//! The module `AccountEnhancements` of UAPI: a file a function.

pub mod has_enhancement;
pub mod list;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "AccountEnhancements",
    functions: &[Entry::of::<has_enhancement::HasEnhancement>(), Entry::of::<list::List>()],
};
