//! Updates: a file a function.

pub mod accept_eula;
pub mod get_available_tiers;
pub mod get_current_lts_expiration_status;
pub mod get_lts_expire;
pub mod getlongtermsupport;
pub mod installed_versions;
pub mod set_cpanel_updates;
pub mod set_tier;
pub mod update_updateconf;
pub mod version;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Updates",
    functions: &[
        Entry::of::<accept_eula::AcceptEula>(),
        Entry::of::<get_available_tiers::GetAvailableTiers>(),
        Entry::of::<get_current_lts_expiration_status::GetCurrentLtsExpirationStatus>(),
        Entry::of::<get_lts_expire::GetLtsExpire>(),
        Entry::of::<getlongtermsupport::Getlongtermsupport>(),
        Entry::of::<installed_versions::InstalledVersions>(),
        Entry::of::<set_cpanel_updates::SetCpanelUpdates>(),
        Entry::of::<set_tier::SetTier>(),
        Entry::of::<update_updateconf::UpdateUpdateconf>(),
        Entry::of::<version::Version>(),
    ],
};
