//! `servicestatus`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell which services are installed, enabled, monitored and running.
#[derive(Input)]
pub struct Params {
    /// Left out: all services.
    pub service: Option<String>,
}

/// What `servicestatus` answers.
#[derive(Output)]
pub struct Reply {
    /// The service.
    pub service: Vec<Service>,
}

/// One item of `service`.
#[derive(Output)]
pub struct Service {
    /// The display name.
    pub display_name: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The installed flag: 0 or 1.
    pub installed: Flag,
    /// The monitored flag: 0 or 1.
    pub monitored: Flag,
    /// The name.
    pub name: String,
    /// The running flag: 0 or 1.
    #[param(absent)]
    pub running: Option<Flag>,
}

/// See [`Params`].
pub struct Servicestatus;

impl Function for Servicestatus {
    const NAME: &'static str = "servicestatus";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Status, Acl::Restart]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
