//! RPM: a file a function.

pub mod delete_rpm_version;
pub mod edit_rpm_version;
pub mod get_rpm_version_data;
pub mod install_rpm_plugin;
pub mod list_rpms;
pub mod package_manager_fixcache;
pub mod package_manager_get_build_log;
pub mod package_manager_get_package_info;
pub mod package_manager_is_performing_actions;
pub mod package_manager_list_packages;
pub mod package_manager_resolve_actions;
pub mod package_manager_submit_actions;
pub mod package_manager_upgrade;
pub mod uninstall_rpm_plugin;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "RPM",
    functions: &[
        Entry::of::<delete_rpm_version::DeleteRpmVersion>(),
        Entry::of::<edit_rpm_version::EditRpmVersion>(),
        Entry::of::<get_rpm_version_data::GetRpmVersionData>(),
        Entry::of::<install_rpm_plugin::InstallRpmPlugin>(),
        Entry::of::<list_rpms::ListRpms>(),
        Entry::of::<package_manager_fixcache::PackageManagerFixcache>(),
        Entry::of::<package_manager_get_build_log::PackageManagerGetBuildLog>(),
        Entry::of::<package_manager_get_package_info::PackageManagerGetPackageInfo>(),
        Entry::of::<package_manager_is_performing_actions::PackageManagerIsPerformingActions>(),
        Entry::of::<package_manager_list_packages::PackageManagerListPackages>(),
        Entry::of::<package_manager_resolve_actions::PackageManagerResolveActions>(),
        Entry::of::<package_manager_submit_actions::PackageManagerSubmitActions>(),
        Entry::of::<package_manager_upgrade::PackageManagerUpgrade>(),
        Entry::of::<uninstall_rpm_plugin::UninstallRpmPlugin>(),
    ],
};
