//! `ServiceProxy::unset_all_service_proxy_backends`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `ServiceProxy::unset_all_service_proxy_backends`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct UnsetAllServiceProxyBackends;

impl Function for UnsetAllServiceProxyBackends {
    const NAME: &'static str = "unset_all_service_proxy_backends";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
