//! The module `DAV` of UAPI: a file a function.

pub mod disable_shared_global_addressbook;
pub mod enable_shared_global_addressbook;
pub mod get_calendar_contacts_config;
pub mod has_shared_global_addressbook;
pub mod is_dav_service_enabled;
pub mod is_horde_enabled;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "DAV",
    functions: &[
        Entry::of::<disable_shared_global_addressbook::DisableSharedGlobalAddressbook>(),
        Entry::of::<enable_shared_global_addressbook::EnableSharedGlobalAddressbook>(),
        Entry::of::<get_calendar_contacts_config::GetCalendarContactsConfig>(),
        Entry::of::<has_shared_global_addressbook::HasSharedGlobalAddressbook>(),
        Entry::of::<is_dav_service_enabled::IsDavServiceEnabled>(),
        Entry::of::<is_horde_enabled::IsHordeEnabled>(),
    ],
};
