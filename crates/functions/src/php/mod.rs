//! PHP: a file a function.

pub mod convert_all_domains_to_fpm;
pub mod get_fpm_count_and_utilization;
pub mod is_conversion_in_progress;
pub mod php_get_default_accounts_to_fpm;
pub mod php_get_handlers;
pub mod php_get_impacted_domains;
pub mod php_get_installed_versions;
pub mod php_get_old_fpm_flag;
pub mod php_get_system_default_version;
pub mod php_get_vhost_versions;
pub mod php_get_vhosts_by_version;
pub mod php_ini_get_content;
pub mod php_ini_get_directives;
pub mod php_ini_set_content;
pub mod php_ini_set_directives;
pub mod php_set_default_accounts_to_fpm;
pub mod php_set_handler;
pub mod php_set_old_fpm_flag;
pub mod php_set_session_save_path;
pub mod php_set_system_default_version;
pub mod php_set_vhost_versions;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "PHP",
    functions: &[
        Entry::of::<convert_all_domains_to_fpm::ConvertAllDomainsToFpm>(),
        Entry::of::<get_fpm_count_and_utilization::GetFpmCountAndUtilization>(),
        Entry::of::<is_conversion_in_progress::IsConversionInProgress>(),
        Entry::of::<php_get_default_accounts_to_fpm::PhpGetDefaultAccountsToFpm>(),
        Entry::of::<php_get_handlers::PhpGetHandlers>(),
        Entry::of::<php_get_impacted_domains::PhpGetImpactedDomains>(),
        Entry::of::<php_get_installed_versions::PhpGetInstalledVersions>(),
        Entry::of::<php_get_old_fpm_flag::PhpGetOldFpmFlag>(),
        Entry::of::<php_get_system_default_version::PhpGetSystemDefaultVersion>(),
        Entry::of::<php_get_vhosts_by_version::PhpGetVhostsByVersion>(),
        Entry::of::<php_get_vhost_versions::PhpGetVhostVersions>(),
        Entry::of::<php_ini_get_content::PhpIniGetContent>(),
        Entry::of::<php_ini_get_directives::PhpIniGetDirectives>(),
        Entry::of::<php_ini_set_content::PhpIniSetContent>(),
        Entry::of::<php_ini_set_directives::PhpIniSetDirectives>(),
        Entry::of::<php_set_default_accounts_to_fpm::PhpSetDefaultAccountsToFpm>(),
        Entry::of::<php_set_handler::PhpSetHandler>(),
        Entry::of::<php_set_old_fpm_flag::PhpSetOldFpmFlag>(),
        Entry::of::<php_set_session_save_path::PhpSetSessionSavePath>(),
        Entry::of::<php_set_system_default_version::PhpSetSystemDefaultVersion>(),
        Entry::of::<php_set_vhost_versions::PhpSetVhostVersions>(),
    ],
};
