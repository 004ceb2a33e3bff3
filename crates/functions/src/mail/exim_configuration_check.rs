//! `exim_configuration_check`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Scans the Exim configuration for errors and tries to repair them.
#[derive(Input)]
pub struct Params;

/// What `exim_configuration_check` answers.
#[derive(Output)]
pub struct Reply {
    /// The message.
    #[param(absent)]
    pub message: Option<String>,
}

/// See [`Params`].
pub struct EximConfigurationCheck;

impl Function for EximConfigurationCheck {
    const NAME: &'static str = "exim_configuration_check";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
