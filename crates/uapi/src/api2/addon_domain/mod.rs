//! AddonDomain: a file a function.

pub mod addaddondomain;
pub mod deladdondomain;
pub mod listaddondomains;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "AddonDomain",
    functions: &[
        Entry::of::<addaddondomain::Addaddondomain>(),
        Entry::of::<deladdondomain::Deladdondomain>(),
        Entry::of::<listaddondomains::Listaddondomains>(),
    ],
};
