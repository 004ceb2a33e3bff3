//! `convert_addon_fetch_domain_details`

use api::{Acl, Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Give web, IP and mail facts of one addon domain.
#[derive(Input)]
pub struct Params {
    /// The domain: the addon domain.
    pub domain: DomainName,
}

/// What `convert_addon_fetch_domain_details` answers.
#[derive(Output)]
pub struct Reply {
    /// The document root.
    pub docroot: String,
    /// Whether it has dedicated IP address.
    pub has_dedicated_ip: Flag,
    /// Whether it has SSL cert installed.
    pub has_ssl_cert_installed: Flag,
    /// The IP address.
    pub ip: String,
    /// Whether it is SNI supported.
    pub is_sni_supported: Flag,
    /// The number of autoresponders.
    pub number_of_autoresponders: i64,
    /// The number of domain forwarders.
    pub number_of_domain_forwarders: i64,
    /// The number of email accounts.
    pub number_of_email_accounts: i64,
    /// The number of email forwarders.
    pub number_of_email_forwarders: i64,
    /// The owner.
    pub owner: String,
}

/// See [`Params`].
pub struct ConvertAddonFetchDomainDetails;

impl Function for ConvertAddonFetchDomainDetails {
    const NAME: &'static str = "convert_addon_fetch_domain_details";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::AcctSummary]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
