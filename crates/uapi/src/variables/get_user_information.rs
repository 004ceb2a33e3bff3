//! `Variables::get_user_information`

use std::collections::BTreeMap;

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Value, Word, reply};

/// Give the settings of the account.
#[derive(Input)]
pub struct Params {
    /// Repeat or number it (name-1, name-2, ...) for several; default all.
    pub name: Option<String>,
}

/// What `get_user_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The backup enabled flag: 0 or 1.
    #[param(absent)]
    pub backup_enabled: Option<Flag>,
    /// The bandwidth limit.
    #[param(absent)]
    pub bandwidth_limit: Option<i64>,
    /// The cgi enabled flag: 0 or 1.
    #[param(absent)]
    pub cgi_enabled: Option<Flag>,
    /// The contact email.
    #[param(absent)]
    pub contact_email: Option<String>,
    /// The contact email 2.
    #[param(absent)]
    pub contact_email_2: Option<String>,
    /// The cPanel root directory.
    #[param(absent)]
    pub cpanel_root_directory: Option<String>,
    /// Created, as a Unix time.
    #[param(absent)]
    pub created: Option<UnixTime>,
    /// The created in version.
    #[param(absent)]
    pub created_in_version: Option<String>,
    /// The database owner.
    #[param(absent)]
    pub database_owner: Option<String>,
    /// The dead domains.
    #[param(absent)]
    pub dead_domains: Option<Vec<String>>,
    /// The demo mode flag: 0 or 1.
    #[param(absent)]
    pub demo_mode: Option<Flag>,
    /// The disk block limit.
    #[param(absent)]
    pub disk_block_limit: Option<i64>,
    /// The DKIM enabled flag: 0 or 1.
    #[param(absent)]
    pub dkim_enabled: Option<Flag>,
    /// The domain.
    #[param(absent)]
    pub domain: Option<String>,
    /// The domains.
    #[param(absent)]
    pub domains: Option<Vec<String>>,
    /// The feature.
    #[param(absent)]
    pub feature: Option<BTreeMap<String, Flag>>,
    /// The feature list.
    #[param(absent)]
    pub feature_list: Option<String>,
    /// The gid.
    #[param(absent)]
    pub gid: Option<i64>,
    /// The home.
    #[param(absent)]
    pub home: Option<String>,
    /// The home directory links.
    #[param(absent)]
    pub home_directory_links: Option<Vec<String>>,
    /// The IP address.
    #[param(absent)]
    pub ip: Option<String>,
    /// The lang.
    #[param(absent)]
    pub lang: Option<String>,
    /// Last modified, as a Unix time.
    #[param(absent)]
    pub last_modified: Option<UnixTime>,
    /// The legacy backup enabled flag: 0 or 1.
    #[param(absent)]
    pub legacy_backup_enabled: Option<Flag>,
    /// The locale.
    #[param(absent)]
    pub locale: Option<String>,
    /// The mailbox format.
    #[param(absent)]
    pub mailbox_format: Option<String>,
    /// The maximum addon domains.
    #[param(absent)]
    pub maximum_addon_domains: Option<Value>,
    /// The maximum databases.
    #[param(absent)]
    pub maximum_databases: Option<Value>,
    /// The maximum defer fail percentage.
    #[param(absent)]
    pub maximum_defer_fail_percentage: Option<Value>,
    /// The maximum email account disk quota.
    #[param(absent)]
    pub maximum_email_account_disk_quota: Option<Value>,
    /// The maximum emails per hour.
    #[param(absent)]
    pub maximum_emails_per_hour: Option<Value>,
    /// The maximum FTP accounts.
    #[param(absent)]
    pub maximum_ftp_accounts: Option<Value>,
    /// The maximum mail accounts.
    #[param(absent)]
    pub maximum_mail_accounts: Option<Value>,
    /// The maximum mailing lists.
    #[param(absent)]
    pub maximum_mailing_lists: Option<Value>,
    /// The maximum parked domains.
    #[param(absent)]
    pub maximum_parked_domains: Option<Value>,
    /// The maximum passenger apps.
    #[param(absent)]
    pub maximum_passenger_apps: Option<Value>,
    /// The maximum subdomains.
    #[param(absent)]
    pub maximum_subdomains: Option<Value>,
    /// The mxcheck.
    #[param(absent)]
    pub mxcheck: Option<BTreeMap<String, Mxcheck>>,
    /// The notify account authn link flag: 0 or 1.
    #[param(absent)]
    pub notify_account_authn_link: Option<Flag>,
    /// The notify account authn link notification disabled flag: 0 or 1.
    #[param(absent)]
    pub notify_account_authn_link_notification_disabled: Option<Flag>,
    /// The notify account login flag: 0 or 1.
    #[param(absent)]
    pub notify_account_login: Option<Flag>,
    /// The notify account login for known netblock flag: 0 or 1.
    #[param(absent)]
    pub notify_account_login_for_known_netblock: Option<Flag>,
    /// The notify account login notification disabled flag: 0 or 1.
    #[param(absent)]
    pub notify_account_login_notification_disabled: Option<Flag>,
    /// The notify autossl expiry flag: 0 or 1.
    #[param(absent)]
    pub notify_autossl_expiry: Option<Flag>,
    /// The notify autossl expiry coverage flag: 0 or 1.
    #[param(absent)]
    pub notify_autossl_expiry_coverage: Option<Flag>,
    /// The notify autossl renewal coverage flag: 0 or 1.
    #[param(absent)]
    pub notify_autossl_renewal_coverage: Option<Flag>,
    /// The notify autossl renewal coverage reduced flag: 0 or 1.
    #[param(absent)]
    pub notify_autossl_renewal_coverage_reduced: Option<Flag>,
    /// The notify autossl renewal uncovered domains flag: 0 or 1.
    #[param(absent)]
    pub notify_autossl_renewal_uncovered_domains: Option<Flag>,
    /// The notify bandwidth limit flag: 0 or 1.
    #[param(absent)]
    pub notify_bandwidth_limit: Option<Flag>,
    /// The notify contact address change flag: 0 or 1.
    #[param(absent)]
    pub notify_contact_address_change: Option<Flag>,
    /// The notify contact address change notification disabled flag: 0 or 1.
    #[param(absent)]
    pub notify_contact_address_change_notification_disabled: Option<Flag>,
    /// The notify disk limit flag: 0 or 1.
    #[param(absent)]
    pub notify_disk_limit: Option<Flag>,
    /// The notify password change flag: 0 or 1.
    #[param(absent)]
    pub notify_password_change: Option<Flag>,
    /// The notify password change notification disabled flag: 0 or 1.
    #[param(absent)]
    pub notify_password_change_notification_disabled: Option<Flag>,
    /// The notify SSL expiry flag: 0 or 1.
    #[param(absent)]
    pub notify_ssl_expiry: Option<Flag>,
    /// The notify twofactorauth change flag: 0 or 1.
    #[param(absent)]
    pub notify_twofactorauth_change: Option<Flag>,
    /// The notify twofactorauth change notification disabled flag: 0 or 1.
    #[param(absent)]
    pub notify_twofactorauth_change_notification_disabled: Option<Flag>,
    /// The owner.
    #[param(absent)]
    pub owner: Option<String>,
    /// The package extensions.
    #[param(absent)]
    pub package_extensions: Option<Vec<String>>,
    /// The plan.
    #[param(absent)]
    pub plan: Option<String>,
    /// The pushbullet access token.
    #[param(absent)]
    pub pushbullet_access_token: Option<String>,
    /// The shell.
    #[param(absent)]
    pub shell: Option<String>,
    /// The SPF enabled flag: 0 or 1.
    #[param(absent)]
    pub spf_enabled: Option<Flag>,
    /// The SSL default key type.
    #[param(absent)]
    pub ssl_default_key_type: Option<SslDefaultKeyType>,
    /// The theme.
    #[param(absent)]
    pub theme: Option<String>,
    /// The user ID.
    #[param(absent)]
    pub uid: Option<i64>,
    /// The user.
    #[param(absent)]
    pub user: Option<String>,
    /// The utf8 mailbox flag: 0 or 1.
    #[param(absent)]
    pub utf8_mailbox: Option<Flag>,
}

/// What `mxcheck` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Mxcheck {
    /// `local`.
    #[word("local")]
    Local,
    /// `remote`.
    #[word("remote")]
    Remote,
    /// `secondary`.
    #[word("secondary")]
    Secondary,
}

/// What `ssl_default_key_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SslDefaultKeyType {
    /// `system`.
    #[word("system")]
    System,
    /// `rsa-2048`.
    #[word("rsa-2048")]
    Rsa2048,
    /// `rsa-4096`.
    #[word("rsa-4096")]
    Rsa4096,
    /// `ecdsa-prime256v1`.
    #[word("ecdsa-prime256v1")]
    EcdsaPrime256v1,
    /// `ecdsa-secp384r1`.
    #[word("ecdsa-secp384r1")]
    EcdsaSecp384r1,
}

/// See [`Params`].
pub struct GetUserInformation;

impl Function for GetUserInformation {
    const NAME: &'static str = "get_user_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
