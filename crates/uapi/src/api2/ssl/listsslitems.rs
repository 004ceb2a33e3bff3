//! `SSL::listsslitems`

use crate::ssl::list_ssl_items as twin;
use api::{Cx, Effect, Function, Input, Needs, Result};
use functions::domain::tls::{listing::ItemKinds, names::DomainList};

/// Lists the account's private keys, requests or certificates by domain.
#[derive(Input)]
pub struct Params {
    /// Domains, with commas or `|` between; all where absent.
    #[param(default = DomainList::default())]
    pub domains: DomainList,
    /// What is listed: `key`, `csr`, `crt`, or several of them with commas or `|` between.
    #[param(default = "key")]
    pub items: ItemKinds,
}

/// See [`Params`].
pub struct Listsslitems;

impl Function for Listsslitems {
    const NAME: &'static str = "listsslitems";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Vec<twin::Item>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let Params { domains, items } = params;
        twin::ListSslItems::run(cx, twin::Params { domains, item: items })
    }
}
