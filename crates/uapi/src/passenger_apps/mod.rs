//! The module `PassengerApps` of UAPI: a file a function.

pub mod disable_application;
pub mod edit_application;
pub mod enable_application;
pub mod ensure_deps;
pub mod list_applications;
pub mod register_application;
pub mod unregister_application;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "PassengerApps",
    functions: &[
        Entry::of::<disable_application::DisableApplication>(),
        Entry::of::<edit_application::EditApplication>(),
        Entry::of::<enable_application::EnableApplication>(),
        Entry::of::<ensure_deps::EnsureDeps>(),
        Entry::of::<list_applications::ListApplications>(),
        Entry::of::<register_application::RegisterApplication>(),
        Entry::of::<unregister_application::UnregisterApplication>(),
    ],
};
