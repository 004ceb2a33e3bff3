//! `Chkservd::get_exim_ports`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Chkservd::get_exim_ports`.
#[derive(Input)]
pub struct Params;

/// What `get_exim_ports` answers.
#[derive(Output)]
pub struct Reply {
    /// The ports.
    pub ports: Vec<i64>,
}

/// See [`Params`].
pub struct GetEximPorts;

impl Function for GetEximPorts {
    const NAME: &'static str = "get_exim_ports";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
