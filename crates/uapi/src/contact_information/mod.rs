//! The module `ContactInformation` of UAPI: a file a function.

pub mod set_email_addresses;
pub mod unset_email_addresses;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ContactInformation",
    functions: &[
        Entry::of::<set_email_addresses::SetEmailAddresses>(),
        Entry::of::<unset_email_addresses::UnsetEmailAddresses>(),
    ],
};
