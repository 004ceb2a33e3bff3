//! `SSH::get_port`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `SSH::get_port`.
#[derive(Input)]
pub struct Params;

/// What `get_port` answers.
#[derive(Output)]
pub struct Reply {
    /// The port.
    pub port: i64,
}

/// See [`Params`].
pub struct GetPort;

impl Function for GetPort {
    const NAME: &'static str = "get_port";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
