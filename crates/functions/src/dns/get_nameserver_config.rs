//! `get_nameserver_config`

use api::{Acl, Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the default nameservers of the caller.
#[derive(Input)]
pub struct Params;

/// What `get_nameserver_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The nameservers.
    pub nameservers: Vec<String>,
}

/// See [`Params`].
pub struct GetNameserverConfig;

impl Function for GetNameserverConfig {
    const NAME: &'static str = "get_nameserver_config";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::NsConfig, Acl::CreateAcct]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
