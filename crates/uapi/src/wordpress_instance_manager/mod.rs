//! The module `WordPressInstanceManager` of UAPI: a file a function.

pub mod cancel_scan;
pub mod change_admin_password;
pub mod cleanup_scan;
pub mod configure_autoupdate;
pub mod get_api_version;
pub mod get_instance_by_id;
pub mod get_instances;
pub mod get_latest_wordpress_version_from_wordpress_org;
pub mod get_scan_results;
pub mod is_installable_addon_available;
pub mod start_scan;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "WordPressInstanceManager",
    functions: &[
        Entry::of::<cancel_scan::CancelScan>(),
        Entry::of::<change_admin_password::ChangeAdminPassword>(),
        Entry::of::<cleanup_scan::CleanupScan>(),
        Entry::of::<configure_autoupdate::ConfigureAutoupdate>(),
        Entry::of::<get_api_version::GetApiVersion>(),
        Entry::of::<get_instance_by_id::GetInstanceById>(),
        Entry::of::<get_instances::GetInstances>(),
        Entry::of::<get_latest_wordpress_version_from_wordpress_org::GetLatestWordpressVersionFromWordpressOrg>(),
        Entry::of::<get_scan_results::GetScanResults>(),
        Entry::of::<is_installable_addon_available::IsInstallableAddonAvailable>(),
        Entry::of::<start_scan::StartScan>(),
    ],
};
