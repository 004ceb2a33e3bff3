//! The module `SubDomain` of UAPI: a file a function.

pub mod addsubdomain;
pub mod changedocroot;
pub mod delsubdomain;
pub mod getreservedsubdomains;
pub mod listsubdomains;
pub mod validregex;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "SubDomain",
    functions: &[
        Entry::of::<addsubdomain::Addsubdomain>(),
        Entry::of::<changedocroot::Changedocroot>(),
        Entry::of::<delsubdomain::Delsubdomain>(),
        Entry::of::<getreservedsubdomains::Getreservedsubdomains>(),
        Entry::of::<listsubdomains::Listsubdomains>(),
        Entry::of::<validregex::Validregex>(),
    ],
};
