//! The module `CustInfo` of cPanel API 2: a file a function.

pub mod displaycontactinfo;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "CustInfo",
    functions: &[Entry::of::<displaycontactinfo::Displaycontactinfo>()],
};
