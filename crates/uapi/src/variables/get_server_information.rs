//! `Variables::get_server_information`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Give server settings that concern accounts.
#[derive(Input)]
pub struct Params {
    /// Repeat or number it (name-1, name-2, ...) for several; default all.
    pub name: Option<String>,
}

/// What `get_server_information` answers.
#[derive(Output)]
pub struct Reply {
    /// The default theme.
    #[param(absent)]
    pub default_theme: Option<String>,
    /// The email filter storage directory.
    #[param(absent)]
    pub email_filter_storage_directory: Option<String>,
    /// The allow park subdomain on hostname flag: 0 or 1.
    #[param(absent)]
    pub allow_park_subdomain_on_hostname: Option<Flag>,
    /// The allow remote domains flag: 0 or 1.
    #[param(absent)]
    pub allow_remote_domains: Option<Flag>,
    /// The allow unregistered domains flag: 0 or 1.
    #[param(absent)]
    pub allow_unregistered_domains: Option<Flag>,
    /// The apache port.
    #[param(absent)]
    pub apache_port: Option<String>,
    /// The apache SSL port.
    #[param(absent)]
    pub apache_ssl_port: Option<String>,
    /// The API shell flag: 0 or 1.
    #[param(absent)]
    pub api_shell: Option<Flag>,
    /// The awstats browser update flag: 0 or 1.
    #[param(absent)]
    pub awstats_browser_update: Option<Flag>,
    /// The awstats reverse DNS flag: 0 or 1.
    #[param(absent)]
    pub awstats_reverse_dns: Option<Flag>,
    /// The cPanel root directory.
    #[param(absent)]
    pub cpanel_root_directory: Option<String>,
    /// The database prefix required flag: 0 or 1.
    #[param(absent)]
    pub database_prefix_required: Option<Flag>,
    /// The display cPanel doclinks flag: 0 or 1.
    #[param(absent)]
    pub display_cpanel_doclinks: Option<Flag>,
    /// The dnsadmin application.
    #[param(absent)]
    pub dnsadmin_app: Option<String>,
    /// The empty trash days.
    #[param(absent)]
    pub empty_trash_days: Option<String>,
    /// The enable file protect flag: 0 or 1.
    #[param(absent)]
    pub enable_file_protect: Option<Flag>,
    /// The file upload maximum bytes.
    #[param(absent)]
    pub file_upload_maximum_bytes: Option<i64>,
    /// The file upload must leave bytes.
    #[param(absent)]
    pub file_upload_must_leave_bytes: Option<i64>,
    /// The file usage flag: 0 or 1.
    #[param(absent)]
    pub file_usage: Option<Flag>,
    /// The FTP server.
    #[param(absent)]
    pub ftp_server: Option<FtpServer>,
    /// The htaccess check recurse.
    #[param(absent)]
    pub htaccess_check_recurse: Option<i64>,
    /// The invite sub flag: 0 or 1.
    #[param(absent)]
    pub invite_sub: Option<Flag>,
    /// The IPv6 listen flag: 0 or 1.
    #[param(absent)]
    pub ipv6_listen: Option<Flag>,
    /// The local nameserver type.
    #[param(absent)]
    pub local_nameserver_type: Option<LocalNameserverType>,
    /// The logout redirect URL.
    #[param(absent)]
    pub logout_redirect_url: Option<String>,
    /// The mailbox storage format.
    #[param(absent)]
    pub mailbox_storage_format: Option<MailboxStorageFormat>,
    /// The mail server.
    #[param(absent)]
    pub mail_server: Option<MailServer>,
    /// The minimum password strength.
    #[param(absent)]
    pub minimum_password_strength: Option<i64>,
    /// The minimum password strength MySQL.
    #[param(absent)]
    pub minimum_password_strength_mysql: Option<i64>,
    /// The MySQL host.
    #[param(absent)]
    pub mysql_host: Option<String>,
    /// The MySQL version.
    #[param(absent)]
    pub mysql_version: Option<String>,
    /// The PHP maximum execution time.
    #[param(absent)]
    pub php_maximum_execution_time: Option<i64>,
    /// The PHP post maximum size.
    #[param(absent)]
    pub php_post_maximum_size: Option<i64>,
    /// The PHP system default version.
    #[param(absent)]
    pub php_system_default_version: Option<String>,
    /// The PHP upload maximum filesize.
    #[param(absent)]
    pub php_upload_maximum_filesize: Option<i64>,
    /// The PHP loader.
    #[param(absent)]
    pub php_loader: Option<String>,
    /// The PHP open basedir home flag: 0 or 1.
    #[param(absent)]
    pub php_open_basedir_home: Option<Flag>,
    /// The phpmyadmin disable search information schema flag: 0 or 1.
    #[param(absent)]
    pub phpmyadmin_disable_search_info_schema: Option<Flag>,
    /// The docroots in public HTML only flag: 0 or 1.
    #[param(absent)]
    pub docroots_in_public_html_only: Option<Flag>,
    /// The require SSL flag: 0 or 1.
    #[param(absent)]
    pub require_ssl: Option<Flag>,
    /// The allow reset password flag: 0 or 1.
    #[param(absent)]
    pub allow_reset_password: Option<Flag>,
    /// The allow reset password for subaccounts flag: 0 or 1.
    #[param(absent)]
    pub allow_reset_password_for_subaccounts: Option<Flag>,
    /// The disable analog flag: 0 or 1.
    #[param(absent)]
    pub disable_analog: Option<Flag>,
    /// The skip apache clients optimizer flag: 0 or 1.
    #[param(absent)]
    pub skip_apache_clients_optimizer: Option<Flag>,
    /// The disable awstats flag: 0 or 1.
    #[param(absent)]
    pub disable_awstats: Option<Flag>,
    /// The skip mailbox warnings check flag: 0 or 1.
    #[param(absent)]
    pub skip_mailbox_warnings_check: Option<Flag>,
    /// The disable boxtrapper flag: 0 or 1.
    #[param(absent)]
    pub disable_boxtrapper: Option<Flag>,
    /// The skip bandwidth limit check flag: 0 or 1.
    #[param(absent)]
    pub skip_bandwidth_limit_check: Option<Flag>,
    /// The disable mailman flag: 0 or 1.
    #[param(absent)]
    pub disable_mailman: Option<Flag>,
    /// The disable roundcube flag: 0 or 1.
    #[param(absent)]
    pub disable_roundcube: Option<Flag>,
    /// The disable spamassassin flag: 0 or 1.
    #[param(absent)]
    pub disable_spamassassin: Option<Flag>,
    /// The disable spambox flag: 0 or 1.
    #[param(absent)]
    pub disable_spambox: Option<Flag>,
    /// The disable webalizer flag: 0 or 1.
    #[param(absent)]
    pub disable_webalizer: Option<Flag>,
    /// The SSL default key type.
    #[param(absent)]
    pub ssl_default_key_type: Option<SslDefaultKeyType>,
    /// The use information schema flag: 0 or 1.
    #[param(absent)]
    pub use_information_schema: Option<Flag>,
    /// The use mail for mailman URL flag: 0 or 1.
    #[param(absent)]
    pub use_mail_for_mailman_url: Option<Flag>,
    /// Whether it is mod userdir enabled.
    #[param(absent)]
    pub is_mod_userdir_enabled: Option<Flag>,
    /// The version.
    #[param(absent)]
    pub version: Option<String>,
}

/// What `ftp_server` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum FtpServer {
    /// `pure-ftpd`.
    #[word("pure-ftpd")]
    PureFtpd,
    /// `proftpd`.
    #[word("proftpd")]
    Proftpd,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// What `local_nameserver_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum LocalNameserverType {
    /// `powerdns`.
    #[word("powerdns")]
    Powerdns,
    /// `bind`.
    #[word("bind")]
    Bind,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// What `mailbox_storage_format` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MailboxStorageFormat {
    /// `mdbox`.
    #[word("mdbox")]
    Mdbox,
    /// `maildir`.
    #[word("maildir")]
    Maildir,
}

/// What `mail_server` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum MailServer {
    /// `dovecot`.
    #[word("dovecot")]
    Dovecot,
    /// `disabled`.
    #[word("disabled")]
    Disabled,
}

/// What `ssl_default_key_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum SslDefaultKeyType {
    /// `rsa-2048`.
    #[word("rsa-2048")]
    Rsa2048,
    /// `ecdsa-secp384r1`.
    #[word("ecdsa-secp384r1")]
    EcdsaSecp384r1,
    /// `ecdsa-prime256v1`.
    #[word("ecdsa-prime256v1")]
    EcdsaPrime256v1,
    /// `rsa-4096`.
    #[word("rsa-4096")]
    Rsa4096,
}

/// See [`Params`].
pub struct GetServerInformation;

impl Function for GetServerInformation {
    const NAME: &'static str = "get_server_information";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
