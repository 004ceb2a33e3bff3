//! The module `LangPHP` of UAPI: a file a function.

pub mod php_get_domain_handler;
pub mod php_get_impacted_domains;
pub mod php_get_installed_versions;
pub mod php_get_system_default_version;
pub mod php_get_vhost_versions;
pub mod php_ini_get_user_basic_directives;
pub mod php_ini_get_user_content;
pub mod php_ini_get_user_paths;
pub mod php_ini_set_user_basic_directives;
pub mod php_ini_set_user_content;
pub mod php_set_vhost_versions;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "LangPHP",
    functions: &[
        Entry::of::<php_get_domain_handler::PhpGetDomainHandler>(),
        Entry::of::<php_get_impacted_domains::PhpGetImpactedDomains>(),
        Entry::of::<php_get_installed_versions::PhpGetInstalledVersions>(),
        Entry::of::<php_get_system_default_version::PhpGetSystemDefaultVersion>(),
        Entry::of::<php_get_vhost_versions::PhpGetVhostVersions>(),
        Entry::of::<php_ini_get_user_basic_directives::PhpIniGetUserBasicDirectives>(),
        Entry::of::<php_ini_get_user_content::PhpIniGetUserContent>(),
        Entry::of::<php_ini_get_user_paths::PhpIniGetUserPaths>(),
        Entry::of::<php_ini_set_user_basic_directives::PhpIniSetUserBasicDirectives>(),
        Entry::of::<php_ini_set_user_content::PhpIniSetUserContent>(),
        Entry::of::<php_set_vhost_versions::PhpSetVhostVersions>(),
    ],
};
