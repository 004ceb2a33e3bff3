//! Park: a file a function.

pub mod listaddondomains;
pub mod listparkeddomains;
pub mod park;
pub mod unpark;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Park",
    functions: &[
        Entry::of::<listaddondomains::Listaddondomains>(),
        Entry::of::<listparkeddomains::Listparkeddomains>(),
        Entry::of::<park::Park>(),
        Entry::of::<unpark::Unpark>(),
    ],
};
