//! `Chkservd::get_exim_ports_ssl`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Chkservd::get_exim_ports_ssl`.
#[derive(Input)]
pub struct Params;

/// What `get_exim_ports_ssl` answers.
#[derive(Output)]
pub struct Reply {
    /// The ports.
    pub ports: Vec<i64>,
}

/// See [`Params`].
pub struct GetEximPortsSsl;

impl Function for GetEximPortsSsl {
    const NAME: &'static str = "get_exim_ports_ssl";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
