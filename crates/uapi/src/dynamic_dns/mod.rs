//! The module `DynamicDNS` of UAPI: a file a function.

pub mod create;
pub mod delete;
pub mod list;
pub mod recreate;
pub mod set_description;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DynamicDNS",
    functions: &[
        Entry::of::<create::Create>(),
        Entry::of::<delete::Delete>(),
        Entry::of::<list::List>(),
        Entry::of::<recreate::Recreate>(),
        Entry::of::<set_description::SetDescription>(),
    ],
};
