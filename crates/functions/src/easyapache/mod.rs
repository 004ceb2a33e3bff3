//! EasyApache: a file a function.

pub mod ea4_get_currently_installed_packages;
pub mod ea4_get_ea_pkgs_state;
pub mod ea4_list_profiles;
pub mod ea4_metainfo;
pub mod ea4_migration;
pub mod ea4_pre_migrate_check;
pub mod ea4_recommendations;
pub mod ea4_save_profile;
pub mod ea4_tomcat85_add;
pub mod ea4_tomcat85_list;
pub mod ea4_tomcat85_rem;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "EasyApache",
    functions: &[
        Entry::of::<ea4_get_currently_installed_packages::Ea4GetCurrentlyInstalledPackages>(),
        Entry::of::<ea4_get_ea_pkgs_state::Ea4GetEaPkgsState>(),
        Entry::of::<ea4_list_profiles::Ea4ListProfiles>(),
        Entry::of::<ea4_metainfo::Ea4Metainfo>(),
        Entry::of::<ea4_migration::Ea4Migration>(),
        Entry::of::<ea4_pre_migrate_check::Ea4PreMigrateCheck>(),
        Entry::of::<ea4_recommendations::Ea4Recommendations>(),
        Entry::of::<ea4_save_profile::Ea4SaveProfile>(),
        Entry::of::<ea4_tomcat85_add::Ea4Tomcat85Add>(),
        Entry::of::<ea4_tomcat85_list::Ea4Tomcat85List>(),
        Entry::of::<ea4_tomcat85_rem::Ea4Tomcat85Rem>(),
    ],
};
