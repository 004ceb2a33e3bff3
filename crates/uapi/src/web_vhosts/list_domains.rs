//! `WebVhosts::list_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// The proxy subdomains.
    pub proxy_subdomains: Vec<String>,
    /// The virtual host is SSL flag: 0 or 1.
    pub vhost_is_ssl: Flag,
    /// The virtual host name.
    pub vhost_name: String,
}

/// See [`Params`].
pub struct ListDomains;

impl Function for ListDomains {
    const NAME: &'static str = "list_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
