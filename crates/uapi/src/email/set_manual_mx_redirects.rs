//! `Email::set_manual_mx_redirects`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Routes domains to fixed mail hosts, past DNS.
#[derive(Input)]
pub struct Params {
    /// The domain: first domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
    /// Host name, IPv4 or IPv6 for the first domain. One or several.
    #[param(family)]
    pub mx_host: Vec<String>,
}

/// See [`Params`].
pub struct SetManualMxRedirects;

impl Function for SetManualMxRedirects {
    const NAME: &'static str = "set_manual_mx_redirects";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Option<String>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
