//! Packages and feature lists.

use crate::{Flag, Limit, PackageName, Record, UserName};

/// A package: the settings of the accounts on it.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "packages", key = "name")]
pub struct PackageRecord {
    /// Its name.
    pub name: PackageName,
    /// Who made it.
    pub owner: UserName,
    /// Disk space in MiB.
    pub quota: Limit,
    /// Traffic a month in MiB.
    pub bandwidth: Limit,
    /// FTP accounts.
    pub max_ftp: Limit,
    /// Mailing lists.
    pub max_lists: Limit,
    /// Mailboxes.
    pub max_mailboxes: Limit,
    /// Databases of each kind.
    pub max_databases: Limit,
    /// Subdomains.
    pub max_subdomains: Limit,
    /// Aliases.
    pub max_parked: Limit,
    /// Addon domains.
    pub max_addons: Limit,
    /// Applications run by Passenger.
    pub max_passenger: Limit,
    /// Team users.
    pub max_team_users: Limit,
    /// Mails an hour.
    pub max_email_per_hour: Limit,
    /// The share of mail that may fail, in percent.
    pub max_defer_fail: Limit,
    /// The size of a mailbox in MiB.
    pub max_mailbox_quota: Limit,
    /// Whether CGI programs run.
    pub cgi: Flag,
    /// Whether there is a login shell.
    pub shell: Flag,
    /// Whether accounts get an address of their own.
    pub dedicated_ip: Flag,
    /// Whether Digest Authentication is on.
    pub digest_auth: Flag,
    /// The theme.
    pub theme: String,
    /// The language.
    pub locale: String,
    /// The feature list.
    pub feature_list: PackageName,
    /// The names of its extensions, parted by spaces.
    pub extensions: String,
}

/// A variable of a package extension.
#[derive(Debug, Clone, Record)]
#[record(table = "package_extensions", key = "package,name")]
pub struct PackageExtension {
    /// The package.
    pub package: PackageName,
    /// The variable.
    pub name: String,
    /// Its value.
    pub value: String,
}

/// A feature list.
#[derive(Debug, Clone, Record)]
#[record(table = "feature_lists", key = "name")]
pub struct FeatureListRecord {
    /// Its name.
    pub name: PackageName,
    /// Who made it.
    pub owner: UserName,
}

/// A feature of a list; one that is not there is off.
#[derive(Debug, Clone, Record)]
#[record(table = "feature_list_features", key = "list,feature")]
pub struct FeatureListFeature {
    /// The list.
    pub list: PackageName,
    /// The feature.
    pub feature: String,
    /// Whether it is on.
    pub enabled: Flag,
}
