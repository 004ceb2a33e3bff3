//! `update_nameservers_config`

use api::{Cx, DomainName, Effect, Function, Input, Needs, Result, reply};

/// Set the server's default nameservers.
#[derive(Input)]
pub struct Params {
    /// The nameserver: NS setting.
    pub nameserver: Option<DomainName>,
    /// The nameserver2: NS2 setting.
    pub nameserver2: Option<DomainName>,
    /// The nameserver3: NS3 setting.
    pub nameserver3: Option<DomainName>,
    /// The nameserver4: NS4 setting.
    pub nameserver4: Option<DomainName>,
}

/// See [`Params`].
pub struct UpdateNameserversConfig;

impl Function for UpdateNameserversConfig {
    const NAME: &'static str = "update_nameservers_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
