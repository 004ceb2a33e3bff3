//! The module `Personalization` of UAPI: a file a function.

pub mod get;
pub mod set;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Personalization",
    functions: &[Entry::of::<get::Get>(), Entry::of::<set::Set>()],
};
