//! `setacls`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, UserName, reply};

/// Set the privileges of one reseller.
#[derive(Input)]
pub struct Params {
    /// User is its alias; one of the two is needed.
    pub reseller: UserName,
    /// ACL account summary: view an account summary.
    #[param(name = "acl-acct-summary")]
    pub acl_acct_summary: Option<Flag>,
    /// ACL add package: add and remove packages.
    #[param(name = "acl-add-pkg")]
    pub acl_add_pkg: Option<Flag>,
    /// ACL add package IP address: make packages with a dedicated IP.
    #[param(name = "acl-add-pkg-ip")]
    pub acl_add_pkg_ip: Option<Flag>,
    /// ACL add package shell: make packages with shell.
    #[param(name = "acl-add-pkg-shell")]
    pub acl_add_pkg_shell: Option<Flag>,
    /// ACL all: every privilege: root level.
    #[param(name = "acl-all")]
    pub acl_all: Option<Flag>,
    /// ACL allow addoncreate: make packages with addon domains.
    #[param(name = "acl-allow-addoncreate")]
    pub acl_allow_addoncreate: Option<Flag>,
    /// ACL allow parkedcreate: make packages with parked domains.
    #[param(name = "acl-allow-parkedcreate")]
    pub acl_allow_parkedcreate: Option<Flag>,
    /// ACL allow unlimited bw packages: make packages with unlimited bandwidth.
    #[param(name = "acl-allow-unlimited-bw-pkgs")]
    pub acl_allow_unlimited_bw_pkgs: Option<Flag>,
    /// ACL allow unlimited disk packages: make packages with unlimited disk.
    #[param(name = "acl-allow-unlimited-disk-pkgs")]
    pub acl_allow_unlimited_disk_pkgs: Option<Flag>,
    /// ACL allow unlimited packages: make packages with unlimited features.
    #[param(name = "acl-allow-unlimited-pkgs")]
    pub acl_allow_unlimited_pkgs: Option<Flag>,
    /// ACL basic system information: read basic system information.
    #[param(name = "acl-basic-system-info")]
    pub acl_basic_system_info: Option<Flag>,
    /// ACL basic WHM functions: basic WHM options.
    #[param(name = "acl-basic-whm-functions")]
    pub acl_basic_whm_functions: Option<Flag>,
    /// ACL clustering: use DNS clusters.
    #[param(name = "acl-clustering")]
    pub acl_clustering: Option<Flag>,
    /// ACL cors proxy get: send CORS HTTP requests.
    #[param(name = "acl-cors-proxy-get")]
    pub acl_cors_proxy_get: Option<Flag>,
    /// ACL cPanel API: call cPanel API 1, API 2 and UAPI through WHM.
    #[param(name = "acl-cpanel-api")]
    pub acl_cpanel_api: Option<Flag>,
    /// ACL cPanel integration: manage integration links.
    #[param(name = "acl-cpanel-integration")]
    pub acl_cpanel_integration: Option<Flag>,
    /// ACL create account: create accounts.
    #[param(name = "acl-create-acct")]
    pub acl_create_acct: Option<Flag>,
    /// ACL create DNS: add zones.
    #[param(name = "acl-create-dns")]
    pub acl_create_dns: Option<Flag>,
    /// ACL create user session: make temporary user sessions; lets a token go past its own limits.
    #[param(name = "acl-create-user-session")]
    pub acl_create_user_session: Option<Flag>,
    /// ACL demo setup: set demo mode.
    #[param(name = "acl-demo-setup")]
    pub acl_demo_setup: Option<Flag>,
    /// ACL digest auth: manage digest authentication.
    #[param(name = "acl-digest-auth")]
    pub acl_digest_auth: Option<Flag>,
    /// ACL disallow shell: described as allowing accounts with shell, against its name; older
    /// pages: forbids it.
    #[param(name = "acl-disallow-shell")]
    pub acl_disallow_shell: Option<Flag>,
    /// ACL edit account: edit accounts.
    #[param(name = "acl-edit-account")]
    pub acl_edit_account: Option<Flag>,
    /// ACL edit DNS: edit zones.
    #[param(name = "acl-edit-dns")]
    pub acl_edit_dns: Option<Flag>,
    /// ACL edit MX: edit MX entries.
    #[param(name = "acl-edit-mx")]
    pub acl_edit_mx: Option<Flag>,
    /// ACL edit package: edit packages.
    #[param(name = "acl-edit-pkg")]
    pub acl_edit_pkg: Option<Flag>,
    /// ACL generate email configuration: make mobile email profiles.
    #[param(name = "acl-generate-email-config")]
    pub acl_generate_email_config: Option<Flag>,
    /// ACL kill account: terminate accounts.
    #[param(name = "acl-kill-acct")]
    pub acl_kill_acct: Option<Flag>,
    /// ACL kill DNS: remove zones.
    #[param(name = "acl-kill-dns")]
    pub acl_kill_dns: Option<Flag>,
    /// ACL limit bandwidth: change bandwidth limits; can get round package limits when resource
    /// limits are off.
    #[param(name = "acl-limit-bandwidth")]
    pub acl_limit_bandwidth: Option<Flag>,
    /// ACL list accounts: list accounts.
    #[param(name = "acl-list-accts")]
    pub acl_list_accts: Option<Flag>,
    /// ACL list packages: view packages.
    #[param(name = "acl-list-pkgs")]
    pub acl_list_pkgs: Option<Flag>,
    /// ACL locale edit: make and edit locales.
    #[param(name = "acl-locale-edit")]
    pub acl_locale_edit: Option<Flag>,
    /// ACL mailcheck: troubleshoot mail delivery.
    #[param(name = "acl-mailcheck")]
    pub acl_mailcheck: Option<Flag>,
    /// ACL manage API tokens: manage API tokens; lets a token go past its own limits.
    #[param(name = "acl-manage-api-tokens")]
    pub acl_manage_api_tokens: Option<Flag>,
    /// ACL manage DNS records: manage DNS records.
    #[param(name = "acl-manage-dns-records")]
    pub acl_manage_dns_records: Option<Flag>,
    /// ACL manage oidc: manage external authentication.
    #[param(name = "acl-manage-oidc")]
    pub acl_manage_oidc: Option<Flag>,
    /// ACL manage styles: manage styles.
    #[param(name = "acl-manage-styles")]
    pub acl_manage_styles: Option<Flag>,
    /// ACL MySQL information: read MySQL database and user data.
    #[param(name = "acl-mysql-info")]
    pub acl_mysql_info: Option<Flag>,
    /// ACL nameserver configuration: manage nameservers; called ns-config everywhere else.
    #[param(name = "acl-nameserver-config")]
    pub acl_nameserver_config: Option<Flag>,
    /// ACL ns configuration: manage nameservers; only in the sample call, not in the parameter
    /// list.
    #[param(name = "acl-ns-config")]
    pub acl_ns_config: Option<Flag>,
    /// ACL news: change the server news.
    #[param(name = "acl-news")]
    pub acl_news: Option<Flag>,
    /// ACL park DNS: park zones.
    #[param(name = "acl-park-dns")]
    pub acl_park_dns: Option<Flag>,
    /// ACL passwd: change passwords; lets a token log in with the new one.
    #[param(name = "acl-passwd")]
    pub acl_passwd: Option<Flag>,
    /// ACL public contact: public contact; only in the sample call, not in the parameter list.
    #[param(name = "acl-public-contact")]
    pub acl_public_contact: Option<Flag>,
    /// ACL quota: change quotas; can get round package disk limits when resource limits are off.
    #[param(name = "acl-quota")]
    pub acl_quota: Option<Flag>,
    /// ACL rearrange accounts: rearrange accounts.
    #[param(name = "acl-rearrange-accts")]
    pub acl_rearrange_accts: Option<Flag>,
    /// ACL resftp: resync FTP passwords.
    #[param(name = "acl-resftp")]
    pub acl_resftp: Option<Flag>,
    /// ACL restart: restart services.
    #[param(name = "acl-restart")]
    pub acl_restart: Option<Flag>,
    /// ACL show bandwidth: view account bandwidth.
    #[param(name = "acl-show-bandwidth")]
    pub acl_show_bandwidth: Option<Flag>,
    /// ACL SSL: SSL site management.
    #[param(name = "acl-ssl")]
    pub acl_ssl: Option<Flag>,
    /// ACL SSL buy: buy certificates.
    #[param(name = "acl-ssl-buy")]
    pub acl_ssl_buy: Option<Flag>,
    /// ACL SSL gencrt: generate certificates.
    #[param(name = "acl-ssl-gencrt")]
    pub acl_ssl_gencrt: Option<Flag>,
    /// ACL SSL information: view SSL information.
    #[param(name = "acl-ssl-info")]
    pub acl_ssl_info: Option<Flag>,
    /// ACL stats: view server information.
    #[param(name = "acl-stats")]
    pub acl_stats: Option<Flag>,
    /// ACL status: view server status.
    #[param(name = "acl-status")]
    pub acl_status: Option<Flag>,
    /// ACL suspend account: suspend and unsuspend.
    #[param(name = "acl-suspend-acct")]
    pub acl_suspend_acct: Option<Flag>,
    /// ACL thirdparty: manage third-party services.
    #[param(name = "acl-thirdparty")]
    pub acl_thirdparty: Option<Flag>,
    /// ACL track email: view mail delivery reports.
    #[param(name = "acl-track-email")]
    pub acl_track_email: Option<Flag>,
    /// ACL upgrade account: upgrade and downgrade accounts.
    #[param(name = "acl-upgrade-account")]
    pub acl_upgrade_account: Option<Flag>,
    /// ACL viewglobalpackages: use all global packages.
    #[param(name = "acl-viewglobalpackages")]
    pub acl_viewglobalpackages: Option<Flag>,
    /// Name of a saved list to apply; not together with acl-NAME parameters.
    pub acllist: Option<String>,
    /// Alias of reseller, for old callers.
    pub user: Option<UserName>,
}

/// What `setacls` answers.
#[derive(Output)]
pub struct Reply {
    /// The ACL.
    pub acl: Vec<String>,
}

/// See [`Params`].
pub struct Setacls;

impl Function for Setacls {
    const NAME: &'static str = "setacls";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const LEGACY: Legacy = Legacy::Result;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
