//! The module `Fileman` of cPanel API 2: a file a function.

pub mod fileop;
pub mod mkdir;
pub mod mkfile;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Fileman",
    functions: &[
        Entry::of::<fileop::Fileop>(),
        Entry::of::<mkdir::Mkdir>(),
        Entry::of::<mkfile::Mkfile>(),
    ],
};
