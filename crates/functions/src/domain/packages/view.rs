//! A package as replies show it. Three functions show the same settings, and each writes the flags
//! among them in another way.

use api::{Flag, Limit, Output, PackageName, YesNo, records::PackageRecord};

use super::{TeamUsers, extensions::Variables};

/// The keys that a package has in some reply.
pub const KEYS: &[&str] = &[
    "BWLIMIT",
    "CGI",
    "CPMOD",
    "DIGESTAUTH",
    "FEATURELIST",
    "FRONTPAGE",
    "HASSHELL",
    "IP",
    "LANG",
    "MAXADDON",
    "MAXFTP",
    "MAXLST",
    "MAXPARK",
    "MAXPOP",
    "MAXSQL",
    "MAXSUB",
    "MAX_DEFER_FAIL_PERCENTAGE",
    "MAX_EMAILACCT_QUOTA",
    "MAX_EMAIL_PER_HOUR",
    "MAX_TEAM_USERS",
    "QUOTA",
    "_PACKAGE_EXTENSIONS",
    "name",
];

macro_rules! view {
    (
        $(#[doc = $doc:literal])* $name:ident, cgi: $cgi:ident, flags: $flag:ident,
        $($(#[$meta:meta])* $extra:ident: $ty:ty = $value:expr;)*
    ) => {
        $(#[doc = $doc])*
        #[derive(Debug, Output)]
        pub struct $name {
            $($(#[$meta])* $extra: $ty,)*
            /// Traffic a month, in MB.
            #[param(name = "BWLIMIT")]
            bandwidth: Limit,
            /// Whether CGI programs run.
            #[param(name = "CGI")]
            cgi: $cgi,
            /// The theme.
            #[param(name = "CPMOD")]
            theme: String,
            /// Whether Digest Authentication is on.
            #[param(name = "DIGESTAUTH")]
            digest_auth: YesNo,
            /// The feature list.
            #[param(name = "FEATURELIST")]
            feature_list: PackageName,
            /// Deprecated: always off.
            #[param(name = "FRONTPAGE")]
            frontpage: $cgi,
            /// Whether there is a login shell.
            #[param(name = "HASSHELL")]
            shell: $flag,
            /// Whether accounts get an address of their own.
            #[param(name = "IP")]
            dedicated_ip: $flag,
            /// The language.
            #[param(name = "LANG")]
            locale: String,
            /// Addon domains.
            #[param(name = "MAXADDON")]
            max_addons: Limit,
            /// FTP accounts.
            #[param(name = "MAXFTP")]
            max_ftp: Limit,
            /// Mailing lists.
            #[param(name = "MAXLST")]
            max_lists: Limit,
            /// Aliases.
            #[param(name = "MAXPARK")]
            max_parked: Limit,
            /// Mailboxes.
            #[param(name = "MAXPOP")]
            max_mailboxes: Limit,
            /// Databases of each kind.
            #[param(name = "MAXSQL")]
            max_databases: Limit,
            /// Subdomains.
            #[param(name = "MAXSUB")]
            max_subdomains: Limit,
            /// The share of mail that may fail, in percent.
            #[param(name = "MAX_DEFER_FAIL_PERCENTAGE")]
            max_defer_fail: Limit,
            /// The size of a mailbox, in MB.
            #[param(name = "MAX_EMAILACCT_QUOTA")]
            max_mailbox_quota: Limit,
            /// Mails an hour.
            #[param(name = "MAX_EMAIL_PER_HOUR")]
            max_email_per_hour: Limit,
            /// Disk space, in MB.
            #[param(name = "QUOTA")]
            quota: Limit,
            /// The names of its extensions, parted by spaces.
            #[param(name = "_PACKAGE_EXTENSIONS")]
            extensions: String,
            /// The variables of its extensions.
            #[param(merge)]
            variables: Variables,
        }

        impl From<(PackageRecord, Variables)> for $name {
            fn from((package, variables): (PackageRecord, Variables)) -> Self {
                $(let $extra = $value(&package);)*
                Self {
                    $($extra,)*
                    bandwidth: package.bandwidth,
                    cgi: $cgi(package.cgi.0),
                    theme: package.theme,
                    digest_auth: YesNo(package.digest_auth.0),
                    feature_list: package.feature_list,
                    frontpage: $cgi(false),
                    shell: $flag(package.shell.0),
                    dedicated_ip: $flag(package.dedicated_ip.0),
                    locale: package.locale,
                    max_addons: package.max_addons,
                    max_ftp: package.max_ftp,
                    max_lists: package.max_lists,
                    max_parked: package.max_parked,
                    max_mailboxes: package.max_mailboxes,
                    max_databases: package.max_databases,
                    max_subdomains: package.max_subdomains,
                    max_defer_fail: package.max_defer_fail,
                    max_mailbox_quota: package.max_mailbox_quota,
                    max_email_per_hour: package.max_email_per_hour,
                    quota: package.quota,
                    extensions: package.extensions,
                    variables,
                }
            }
        }
    };
}

view! {
    /// A package by itself, without its name.
    Single, cgi: Flag, flags: Flag,
    /// Team users; null for the server's own limit.
    #[param(name = "MAX_TEAM_USERS")]
    max_team_users: TeamUsers = team_users;
}

view! {
    /// A package in the list of packages.
    Listed, cgi: YesNo, flags: YesNo,
    /// Its name.
    name: PackageName = name;
    /// Team users; null for the server's own limit.
    #[param(name = "MAX_TEAM_USERS")]
    max_team_users: TeamUsers = team_users;
}

view! {
    /// A package that matches.
    Match, cgi: Flag, flags: YesNo,
    /// Its name.
    name: PackageName = name;
}

fn name(package: &PackageRecord) -> PackageName {
    package.name.clone()
}

fn team_users(package: &PackageRecord) -> TeamUsers {
    TeamUsers(package.max_team_users)
}
