//! `restartservice`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Restart a service.
#[derive(Input)]
pub struct Params {
    /// E.g. exim; other names presumably as in servicestatus (not listed).
    pub service: String,
    /// 1: queue the restart.
    #[param(default = 0)]
    pub queue_task: Flag,
}

/// What `restartservice` answers.
#[derive(Output)]
pub struct Reply {
    /// The output.
    #[param(absent)]
    pub output: Option<String>,
    /// The service.
    pub service: String,
}

/// See [`Params`].
pub struct Restartservice;

impl Function for Restartservice {
    const NAME: &'static str = "restartservice";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::Restart, Acl::Clustering]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
