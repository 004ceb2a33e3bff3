//! Accounts, their domains, their features, what they used.

use crate::{
    DomainName, EmailAddress, Flag, HostName, Limit, PackageName, Record, UnixTime, UserName, Word,
};

/// An account as it should be. Amounts of disk are MiB, of bandwidth MiB a month.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "accounts", key = "name")]
pub struct AccountRecord {
    /// The username.
    pub name: UserName,
    /// The name under which it is on the host, where a rename is not applied yet.
    pub formerly: Option<UserName>,
    /// The main domain.
    pub domain: DomainName,
    /// Root or the reseller that owns it.
    pub owner: UserName,
    /// Its package.
    pub package: PackageName,
    /// The contact address.
    pub email: EmailAddress,
    /// A second contact address.
    pub email2: EmailAddress,
    /// The user id on the host.
    pub uid: u32,
    /// The group id on the host.
    pub gid: u32,
    /// The home directory as the account's owner sees it.
    pub home: String,
    /// The login shell.
    pub shell: String,
    /// The IPv4 address of its sites.
    pub ip: String,
    /// Whether that address is its alone.
    pub dedicated_ip: Flag,
    /// The theme of its pages.
    pub theme: String,
    /// The style within the theme.
    pub style: String,
    /// The language of its pages.
    pub locale: String,
    /// The form of its mailboxes.
    pub mailbox_format: String,
    /// Where its mail is taken.
    pub mx_check: String,
    /// When it was made.
    pub created: UnixTime,
    /// When its settings last changed.
    pub modified: UnixTime,
    /// Whether it is suspended.
    pub suspended: Flag,
    /// Why it is suspended.
    pub suspend_reason: String,
    /// When it was suspended.
    pub suspended_at: Option<UnixTime>,
    /// Whether only root may unsuspend it.
    pub locked: Flag,
    /// Whether its FTP accounts stay open while it is suspended.
    pub keeps_ftp: Flag,
    /// Whether its mail may not leave.
    pub mail_suspended: Flag,
    /// Whether its mail waits before it leaves.
    pub mail_held: Flag,
    /// Whether it is in backups.
    pub backup: Flag,
    /// Whether it is in backups of the former form.
    pub legacy_backup: Flag,
    /// Whether CGI programs run.
    pub cgi: Flag,
    /// Whether mail is signed.
    pub dkim: Flag,
    /// Whether senders are published.
    pub spf: Flag,
    /// Whether a mail policy is published.
    pub dmarc: Flag,
    /// Whether mail is checked for spam.
    pub spam_filter: Flag,
    /// Whether spam has a folder of its own.
    pub spam_box: Flag,
    /// Whether its domain is a made-up one for the time being.
    pub temporary_domain: Flag,
    /// The package extensions it has, parted by spaces.
    pub extensions: String,
    /// The feature list it has.
    pub feature_list: PackageName,
    /// The owner of its databases.
    pub database_owner: String,
    /// Further settings by their wire names, as a JSON object of texts.
    pub extras: String,
    /// Disk space.
    pub quota: Limit,
    /// Traffic a month.
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
    /// The size of a mailbox.
    pub max_mailbox_quota: Limit,
    /// Files.
    pub max_inodes: Limit,
    /// Disk in use when last measured, in KiB.
    pub disk_used: u64,
    /// Files when last measured.
    pub inodes_used: u64,
    /// The host that it is placed on, where there are many.
    pub host: Option<HostName>,
}

/// How many accounts an owner has; kept with each change, so that no list need be counted.
#[derive(Debug, Clone, Record)]
#[record(table = "account_counts", key = "owner")]
pub struct AccountCount {
    /// The owner.
    pub owner: UserName,
    /// The number.
    pub accounts: u64,
}

/// A domain of an account.
#[derive(Debug, Clone, PartialEq, Eq, Record)]
#[record(table = "domains", key = "name")]
pub struct DomainRecord {
    /// The domain.
    pub name: DomainName,
    /// The account.
    pub account: UserName,
    /// What it is to the account.
    pub kind: DomainKind,
    /// Where its site lies, below the home.
    pub document_root: String,
    /// For a subdomain the domain that it was made below, for an alias or an addon domain the
    /// domain that it is another name of.
    pub parent: Option<DomainName>,
    /// Whether the web server calls the site by this name, whatever the visitor called it.
    pub canonical: Flag,
}

impl DomainRecord {
    /// An account's main domain.
    pub fn main(name: DomainName, account: UserName, document_root: &str) -> Self {
        let (kind, document_root) = (DomainKind::Main, document_root.to_owned());
        Self { name, account, kind, document_root, parent: None, canonical: Flag(false) }
    }
}

/// A name above a domain; so the domains below a name are found without reading all.
#[derive(Debug, Clone, Record)]
#[record(table = "domains_above", key = "above,domain")]
pub struct DomainAbove {
    /// The name above, of two labels or more.
    pub above: DomainName,
    /// The domain.
    pub domain: DomainName,
}

/// What a domain is to its account.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum DomainKind {
    /// The account's own.
    #[word("main")]
    Main,
    /// A further site.
    #[word("addon")]
    Addon,
    /// Another name of the main site.
    #[word("parked")]
    Parked,
    /// A name below another.
    #[word("sub")]
    Sub,
}

/// What a domain served in a month.
#[derive(Debug, Clone, Record)]
#[record(table = "bandwidth", key = "domain,year,month")]
pub struct Bandwidth {
    /// The domain.
    pub domain: DomainName,
    /// The year.
    pub year: u32,
    /// The month, 1 to 12.
    pub month: u32,
    /// The account.
    pub account: UserName,
    /// The bytes.
    pub bytes: u64,
}

/// A feature forced on or off for one account.
#[derive(Debug, Clone, Record)]
#[record(table = "feature_overrides", key = "account,feature")]
pub struct FeatureOverride {
    /// The account.
    pub account: UserName,
    /// The feature.
    pub feature: String,
    /// Whether it is on.
    pub enabled: Flag,
}

/// A user or group id that may not be given again yet.
#[derive(Debug, Clone, Record)]
#[record(table = "tracked_ids", key = "kind,number")]
pub struct TrackedId {
    /// `uid` or `gid`.
    pub kind: String,
    /// The id.
    pub number: u32,
    /// Whose it was last.
    pub name: UserName,
}
