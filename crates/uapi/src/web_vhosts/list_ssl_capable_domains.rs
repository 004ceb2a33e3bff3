//! `WebVhosts::list_ssl_capable_domains`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// .
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The domain.
    pub domain: String,
    /// Whether it is proxy.
    pub is_proxy: Flag,
    /// The virtual host name.
    pub vhost_name: String,
}

/// See [`Params`].
pub struct ListSslCapableDomains;

impl Function for ListSslCapableDomains {
    const NAME: &'static str = "list_ssl_capable_domains";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
