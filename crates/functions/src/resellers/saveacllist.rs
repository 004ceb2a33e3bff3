//! `saveacllist`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Result, reply};

/// Create or change a saved privilege list.
#[derive(Input)]
pub struct Params {
    /// Name of the list; an existing name changes that list.
    pub acllist: String,
    /// ACL account summary: view an account summary.
    #[param(name = "acl-acct-summary", default = 0)]
    pub acl_acct_summary: Flag,
    /// ACL add package: add and remove packages.
    #[param(name = "acl-add-pkg", default = 0)]
    pub acl_add_pkg: Flag,
    /// ACL add package IP address: make packages with a dedicated IP.
    #[param(name = "acl-add-pkg-ip", default = 0)]
    pub acl_add_pkg_ip: Flag,
    /// ACL add package shell: make packages with shell.
    #[param(name = "acl-add-pkg-shell", default = 0)]
    pub acl_add_pkg_shell: Flag,
    /// ACL all: every privilege: root level.
    #[param(name = "acl-all", default = 0)]
    pub acl_all: Flag,
    /// ACL allow addoncreate: make packages with addon domains.
    #[param(name = "acl-allow-addoncreate", default = 0)]
    pub acl_allow_addoncreate: Flag,
    /// ACL allow emaillimits packages: make packages with other than the default email limits.
    #[param(name = "acl-allow-emaillimits-pkgs", default = 0)]
    pub acl_allow_emaillimits_pkgs: Flag,
    /// ACL allow parkedcreate: make packages with parked domains.
    #[param(name = "acl-allow-parkedcreate", default = 0)]
    pub acl_allow_parkedcreate: Flag,
    /// ACL allow shell: make accounts with shell.
    #[param(name = "acl-allow-shell", default = 0)]
    pub acl_allow_shell: Flag,
    /// ACL allow unlimited bw packages: make packages with unlimited bandwidth.
    #[param(name = "acl-allow-unlimited-bw-pkgs", default = 0)]
    pub acl_allow_unlimited_bw_pkgs: Flag,
    /// ACL allow unlimited disk packages: make packages with unlimited disk.
    #[param(name = "acl-allow-unlimited-disk-pkgs", default = 0)]
    pub acl_allow_unlimited_disk_pkgs: Flag,
    /// ACL allow unlimited packages: make packages with unlimited features.
    #[param(name = "acl-allow-unlimited-pkgs", default = 0)]
    pub acl_allow_unlimited_pkgs: Flag,
    /// ACL basic system information: read basic system information.
    #[param(name = "acl-basic-system-info", default = 0)]
    pub acl_basic_system_info: Flag,
    /// ACL basic WHM functions: basic WHM options.
    #[param(name = "acl-basic-whm-functions", default = 0)]
    pub acl_basic_whm_functions: Flag,
    /// ACL clustering: use DNS clusters.
    #[param(name = "acl-clustering", default = 0)]
    pub acl_clustering: Flag,
    /// ACL cors proxy get: send CORS HTTP requests.
    #[param(name = "acl-cors-proxy-get", default = 0)]
    pub acl_cors_proxy_get: Flag,
    /// ACL cPanel API: call cPanel API 1, API 2 and UAPI through WHM.
    #[param(name = "acl-cpanel-api", default = 0)]
    pub acl_cpanel_api: Flag,
    /// ACL cPanel integration: manage integration links.
    #[param(name = "acl-cpanel-integration", default = 0)]
    pub acl_cpanel_integration: Flag,
    /// ACL create account: create accounts.
    #[param(name = "acl-create-acct", default = 0)]
    pub acl_create_acct: Flag,
    /// ACL create DNS: add zones.
    #[param(name = "acl-create-dns", default = 0)]
    pub acl_create_dns: Flag,
    /// ACL create user session: make temporary user sessions; lets a token go past its own limits.
    #[param(name = "acl-create-user-session", default = 0)]
    pub acl_create_user_session: Flag,
    /// ACL demo setup: set demo mode.
    #[param(name = "acl-demo-setup", default = 0)]
    pub acl_demo_setup: Flag,
    /// ACL digest auth: manage digest authentication.
    #[param(name = "acl-digest-auth", default = 0)]
    pub acl_digest_auth: Flag,
    /// ACL edit account: edit accounts.
    #[param(name = "acl-edit-account", default = 0)]
    pub acl_edit_account: Flag,
    /// ACL edit DNS: edit zones.
    #[param(name = "acl-edit-dns", default = 0)]
    pub acl_edit_dns: Flag,
    /// ACL edit MX: edit MX entries.
    #[param(name = "acl-edit-mx", default = 0)]
    pub acl_edit_mx: Flag,
    /// ACL edit package: edit packages.
    #[param(name = "acl-edit-pkg", default = 0)]
    pub acl_edit_pkg: Flag,
    /// ACL generate email configuration: make mobile email profiles.
    #[param(name = "acl-generate-email-config", default = 0)]
    pub acl_generate_email_config: Flag,
    /// ACL kill account: terminate accounts.
    #[param(name = "acl-kill-acct", default = 0)]
    pub acl_kill_acct: Flag,
    /// ACL kill DNS: remove zones.
    #[param(name = "acl-kill-dns", default = 0)]
    pub acl_kill_dns: Flag,
    /// ACL limit bandwidth: change bandwidth limits; can get round package limits when resource
    /// limits are off.
    #[param(name = "acl-limit-bandwidth", default = 0)]
    pub acl_limit_bandwidth: Flag,
    /// ACL list accounts: list accounts.
    #[param(name = "acl-list-accts", default = 0)]
    pub acl_list_accts: Flag,
    /// ACL list packages: view packages.
    #[param(name = "acl-list-pkgs", default = 0)]
    pub acl_list_pkgs: Flag,
    /// ACL locale edit: make and edit locales.
    #[param(name = "acl-locale-edit", default = 0)]
    pub acl_locale_edit: Flag,
    /// ACL mailcheck: troubleshoot mail delivery.
    #[param(name = "acl-mailcheck", default = 0)]
    pub acl_mailcheck: Flag,
    /// ACL manage API tokens: manage API tokens; lets a token go past its own limits.
    #[param(name = "acl-manage-api-tokens", default = 0)]
    pub acl_manage_api_tokens: Flag,
    /// ACL manage DNS records: manage DNS records.
    #[param(name = "acl-manage-dns-records", default = 0)]
    pub acl_manage_dns_records: Flag,
    /// ACL manage oidc: manage external authentication.
    #[param(name = "acl-manage-oidc", default = 0)]
    pub acl_manage_oidc: Flag,
    /// ACL manage styles: manage styles.
    #[param(name = "acl-manage-styles", default = 0)]
    pub acl_manage_styles: Flag,
    /// ACL MySQL information: read MySQL database and user data.
    #[param(name = "acl-mysql-info", default = 0)]
    pub acl_mysql_info: Flag,
    /// ACL news: change the server news.
    #[param(name = "acl-news", default = 0)]
    pub acl_news: Flag,
    /// ACL ns configuration: manage nameservers.
    #[param(name = "acl-ns-config", default = 0)]
    pub acl_ns_config: Flag,
    /// ACL park DNS: park zones.
    #[param(name = "acl-park-dns", default = 0)]
    pub acl_park_dns: Flag,
    /// ACL passwd: change passwords; lets a token log in with the new one.
    #[param(name = "acl-passwd", default = 0)]
    pub acl_passwd: Flag,
    /// ACL quota: change quotas; can get round package disk limits when resource limits are off.
    #[param(name = "acl-quota", default = 0)]
    pub acl_quota: Flag,
    /// ACL rearrange accounts: rearrange accounts.
    #[param(name = "acl-rearrange-accts", default = 0)]
    pub acl_rearrange_accts: Flag,
    /// ACL resftp: resync FTP passwords.
    #[param(name = "acl-resftp", default = 0)]
    pub acl_resftp: Flag,
    /// ACL restart: restart services.
    #[param(name = "acl-restart", default = 0)]
    pub acl_restart: Flag,
    /// ACL show bandwidth: view account bandwidth.
    #[param(name = "acl-show-bandwidth", default = 0)]
    pub acl_show_bandwidth: Flag,
    /// ACL SSL: SSL site management.
    #[param(name = "acl-ssl", default = 0)]
    pub acl_ssl: Flag,
    /// ACL SSL buy: buy certificates.
    #[param(name = "acl-ssl-buy", default = 0)]
    pub acl_ssl_buy: Flag,
    /// ACL SSL gencrt: generate certificates.
    #[param(name = "acl-ssl-gencrt", default = 0)]
    pub acl_ssl_gencrt: Flag,
    /// ACL SSL information: view SSL information.
    #[param(name = "acl-ssl-info", default = 0)]
    pub acl_ssl_info: Flag,
    /// ACL stats: view server information.
    #[param(name = "acl-stats", default = 0)]
    pub acl_stats: Flag,
    /// ACL status: view server status.
    #[param(name = "acl-status", default = 0)]
    pub acl_status: Flag,
    /// ACL suspend account: suspend and unsuspend.
    #[param(name = "acl-suspend-acct", default = 0)]
    pub acl_suspend_acct: Flag,
    /// ACL thirdparty: manage third-party services.
    #[param(name = "acl-thirdparty", default = 0)]
    pub acl_thirdparty: Flag,
    /// ACL track email: view mail delivery reports.
    #[param(name = "acl-track-email", default = 0)]
    pub acl_track_email: Flag,
    /// ACL upgrade account: upgrade and downgrade accounts.
    #[param(name = "acl-upgrade-account", default = 0)]
    pub acl_upgrade_account: Flag,
    /// ACL viewglobalpackages: use all global packages.
    #[param(name = "acl-viewglobalpackages", default = 0)]
    pub acl_viewglobalpackages: Flag,
}

/// See [`Params`].
pub struct Saveacllist;

impl Function for Saveacllist {
    const NAME: &'static str = "saveacllist";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::ListOf("results");
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
