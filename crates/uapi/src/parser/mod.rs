//! The module `Parser` of UAPI: a file a function.

pub mod firstfile_relative_uri;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Parser",
    functions: &[Entry::of::<firstfile_relative_uri::FirstfileRelativeUri>()],
};
