//! `ServiceProxy::set_service_proxy_backends`

use api::{Cx, Effect, Function, Input, Needs, Result, Word, reply};

/// `ServiceProxy::set_service_proxy_backends`.
#[derive(Input)]
pub struct Params {
    /// The general.
    pub general: Option<String>,
    /// The service group.
    pub service_group: Option<ServiceGroup>,
    /// The service group backend.
    pub service_group_backend: Option<String>,
}

/// What `service_group` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ServiceGroup {
    /// `Mail`.
    #[word("Mail")]
    Mail,
}

/// See [`Params`].
pub struct SetServiceProxyBackends;

impl Function for SetServiceProxyBackends {
    const NAME: &'static str = "set_service_proxy_backends";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
