//! `ServiceProxy::get_service_proxy_backends`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `ServiceProxy::get_service_proxy_backends`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The backend.
    pub backend: String,
    /// The service group.
    pub service_group: Option<String>,
}

/// See [`Params`].
pub struct GetServiceProxyBackends;

impl Function for GetServiceProxyBackends {
    const NAME: &'static str = "get_service_proxy_backends";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
