//! The module `WordPressSite` of UAPI: a file a function.

pub mod create;
pub mod retrieve;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WordPressSite",
    functions: &[Entry::of::<create::Create>(), Entry::of::<retrieve::Retrieve>()],
};
