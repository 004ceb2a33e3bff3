//! The module `cPAddons` of UAPI: a file a function.

pub mod get_available_addons;
pub mod get_instance_settings;
pub mod list_addon_instances;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "cPAddons",
    functions: &[
        Entry::of::<get_available_addons::GetAvailableAddons>(),
        Entry::of::<get_instance_settings::GetInstanceSettings>(),
        Entry::of::<list_addon_instances::ListAddonInstances>(),
    ],
};
