//! `Email::unset_manual_mx_redirects`

use std::collections::BTreeMap;

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Removes fixed mail routes.
#[derive(Input)]
pub struct Params {
    /// The domain: first domain. One or several.
    #[param(family)]
    pub domain: Vec<DomainName>,
}

/// See [`Params`].
pub struct UnsetManualMxRedirects;

impl Function for UnsetManualMxRedirects {
    const NAME: &'static str = "unset_manual_mx_redirects";
    const NEEDS: Needs = Needs::Features(&["changemx"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = BTreeMap<String, Option<String>>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
