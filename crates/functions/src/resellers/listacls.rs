//! `listacls`

use api::{Cx, Effect, Flag, Function, Input, Legacy, Needs, Output, Result, reply};

/// List every saved privilege list with its privileges.
#[derive(Input)]
pub struct Params;

/// What `listacls` answers.
#[derive(Output)]
pub struct Reply {
    /// The ACL.
    pub acl: Vec<AclItem>,
}

/// One item of `acl`.
#[derive(Output)]
pub struct AclItem {
    /// The name.
    pub name: String,
    /// The privileges.
    pub privileges: Privileges,
}

/// The privileges.
#[derive(Output)]
pub struct Privileges {
    /// The account summary flag: 0 or 1.
    #[param(name = "acct-summary")]
    pub acct_summary: Flag,
    /// The add package flag: 0 or 1.
    #[param(name = "add-pkg")]
    pub add_pkg: Flag,
    /// The add package IP address flag: 0 or 1.
    #[param(name = "add-pkg-ip")]
    pub add_pkg_ip: Flag,
    /// The add package shell flag: 0 or 1.
    #[param(name = "add-pkg-shell")]
    pub add_pkg_shell: Flag,
    /// The all flag: 0 or 1.
    pub all: Flag,
    /// The allow addoncreate flag: 0 or 1.
    #[param(name = "allow-addoncreate")]
    pub allow_addoncreate: Flag,
    /// The allow emaillimits packages flag: 0 or 1.
    #[param(name = "allow-emaillimits-pkgs")]
    pub allow_emaillimits_pkgs: Flag,
    /// The allow parkedcreate flag: 0 or 1.
    #[param(name = "allow-parkedcreate")]
    pub allow_parkedcreate: Flag,
    /// The allow shell flag: 0 or 1.
    #[param(name = "allow-shell")]
    pub allow_shell: Flag,
    /// The allow unlimited bw packages flag: 0 or 1.
    #[param(name = "allow-unlimited-bw-pkgs")]
    pub allow_unlimited_bw_pkgs: Flag,
    /// The allow unlimited disk packages flag: 0 or 1.
    #[param(name = "allow-unlimited-disk-pkgs")]
    pub allow_unlimited_disk_pkgs: Flag,
    /// The allow unlimited packages flag: 0 or 1.
    #[param(name = "allow-unlimited-pkgs")]
    pub allow_unlimited_pkgs: Flag,
    /// The basic system information flag: 0 or 1.
    #[param(name = "basic-system-info")]
    pub basic_system_info: Flag,
    /// The basic WHM functions flag: 0 or 1.
    #[param(name = "basic-whm-functions")]
    pub basic_whm_functions: Flag,
    /// The clustering flag: 0 or 1.
    pub clustering: Flag,
    /// The cors proxy get flag: 0 or 1.
    #[param(name = "cors-proxy-get")]
    pub cors_proxy_get: Flag,
    /// The cPanel API flag: 0 or 1.
    #[param(name = "cpanel-api")]
    pub cpanel_api: Flag,
    /// The cPanel integration flag: 0 or 1.
    #[param(name = "cpanel-integration")]
    pub cpanel_integration: Flag,
    /// The create account flag: 0 or 1.
    #[param(name = "create-acct")]
    pub create_acct: Flag,
    /// The create DNS flag: 0 or 1.
    #[param(name = "create-dns")]
    pub create_dns: Flag,
    /// The create user session flag: 0 or 1.
    #[param(name = "create-user-session")]
    pub create_user_session: Flag,
    /// The demo setup flag: 0 or 1.
    #[param(name = "demo-setup")]
    pub demo_setup: Flag,
    /// The digest auth flag: 0 or 1.
    #[param(name = "digest-auth")]
    pub digest_auth: Flag,
    /// The edit account flag: 0 or 1.
    #[param(name = "edit-account")]
    pub edit_account: Flag,
    /// The edit DNS flag: 0 or 1.
    #[param(name = "edit-dns")]
    pub edit_dns: Flag,
    /// The edit MX flag: 0 or 1.
    #[param(name = "edit-mx")]
    pub edit_mx: Flag,
    /// The edit package flag: 0 or 1.
    #[param(name = "edit-pkg")]
    pub edit_pkg: Flag,
    /// The frontpage flag: 0 or 1.
    #[param(absent)]
    pub frontpage: Option<Flag>,
    /// The generate email configuration flag: 0 or 1.
    #[param(name = "generate-email-config")]
    pub generate_email_config: Flag,
    /// The kill account flag: 0 or 1.
    #[param(name = "kill-acct")]
    pub kill_acct: Flag,
    /// The kill DNS flag: 0 or 1.
    #[param(name = "kill-dns")]
    pub kill_dns: Flag,
    /// The limit bandwidth flag: 0 or 1.
    #[param(name = "limit-bandwidth")]
    pub limit_bandwidth: Flag,
    /// The list accounts flag: 0 or 1.
    #[param(name = "list-accts")]
    pub list_accts: Flag,
    /// The list packages flag: 0 or 1.
    #[param(name = "list-pkgs")]
    pub list_pkgs: Flag,
    /// The locale edit flag: 0 or 1.
    #[param(name = "locale-edit")]
    pub locale_edit: Flag,
    /// The mailcheck flag: 0 or 1.
    pub mailcheck: Flag,
    /// The manage API tokens flag: 0 or 1.
    #[param(name = "manage-api-tokens")]
    pub manage_api_tokens: Flag,
    /// The manage DNS records flag: 0 or 1.
    #[param(name = "manage-dns-records")]
    pub manage_dns_records: Flag,
    /// The manage oidc flag: 0 or 1.
    #[param(name = "manage-oidc")]
    pub manage_oidc: Flag,
    /// The manage styles flag: 0 or 1.
    #[param(name = "manage-styles")]
    pub manage_styles: Flag,
    /// The MySQL information flag: 0 or 1.
    #[param(name = "mysql-info")]
    pub mysql_info: Flag,
    /// The news flag: 0 or 1.
    pub news: Flag,
    /// The ns configuration flag: 0 or 1.
    #[param(name = "ns-config")]
    pub ns_config: Flag,
    /// The park DNS flag: 0 or 1.
    #[param(name = "park-dns")]
    pub park_dns: Flag,
    /// The passwd flag: 0 or 1.
    pub passwd: Flag,
    /// The quota flag: 0 or 1.
    pub quota: Flag,
    /// The rearrange accounts flag: 0 or 1.
    #[param(name = "rearrange-accts")]
    pub rearrange_accts: Flag,
    /// The resftp flag: 0 or 1.
    pub resftp: Flag,
    /// The restart flag: 0 or 1.
    pub restart: Flag,
    /// The show bandwidth flag: 0 or 1.
    #[param(name = "show-bandwidth")]
    pub show_bandwidth: Flag,
    /// The SSL flag: 0 or 1.
    pub ssl: Flag,
    /// The SSL buy flag: 0 or 1.
    #[param(name = "ssl-buy")]
    pub ssl_buy: Flag,
    /// The SSL gencrt flag: 0 or 1.
    #[param(name = "ssl-gencrt")]
    pub ssl_gencrt: Flag,
    /// The SSL information flag: 0 or 1.
    #[param(name = "ssl-info")]
    pub ssl_info: Flag,
    /// The stats flag: 0 or 1.
    pub stats: Flag,
    /// The status flag: 0 or 1.
    pub status: Flag,
    /// The suspend account flag: 0 or 1.
    #[param(name = "suspend-acct")]
    pub suspend_acct: Flag,
    /// The thirdparty flag: 0 or 1.
    pub thirdparty: Flag,
    /// The track email flag: 0 or 1.
    #[param(name = "track-email")]
    pub track_email: Flag,
    /// The upgrade account flag: 0 or 1.
    #[param(name = "upgrade-account")]
    pub upgrade_account: Flag,
    /// The viewglobalpackages flag: 0 or 1.
    pub viewglobalpackages: Flag,
}

/// See [`Params`].
pub struct Listacls;

impl Function for Listacls {
    const NAME: &'static str = "listacls";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const LEGACY: Legacy = Legacy::BareAs("acl", "acls");
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
