//! The module `ExternalAuthentication` of UAPI: a file a function.

pub mod add_authn_link;
pub mod configured_modules;
pub mod get_authn_links;
pub mod has_external_auth_modules_configured;
pub mod remove_authn_link;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "ExternalAuthentication",
    functions: &[
        Entry::of::<add_authn_link::AddAuthnLink>(),
        Entry::of::<configured_modules::ConfiguredModules>(),
        Entry::of::<get_authn_links::GetAuthnLinks>(),
        Entry::of::<has_external_auth_modules_configured::HasExternalAuthModulesConfigured>(),
        Entry::of::<remove_authn_link::RemoveAuthnLink>(),
    ],
};
