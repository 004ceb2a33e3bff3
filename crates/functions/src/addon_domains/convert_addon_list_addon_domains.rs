//! `convert_addon_list_addon_domains`

use std::collections::BTreeMap;

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the addon domains that belong to the calling user.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The document root.
    pub docroot: String,
    /// The domain type.
    pub domain_type: String,
    /// The IP address.
    pub ip: String,
    /// The IPv6.
    #[param(absent)]
    pub ipv6: Option<String>,
    /// The owner.
    pub owner: String,
    /// The reseller.
    #[param(absent)]
    pub reseller: Option<String>,
    /// The subdomain.
    pub subdomain: String,
}

/// See [`Params`].
pub struct ConvertAddonListAddonDomains;

impl Function for ConvertAddonListAddonDomains {
    const NAME: &'static str = "convert_addon_list_addon_domains";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::ListAccts]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
