//! `validate_current_installed_exim_config`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Validates the Exim configuration in use.
#[derive(Input)]
pub struct Params;

/// What `validate_current_installed_exim_config` answers.
#[derive(Output)]
pub struct Reply {
    /// The message.
    pub message: String,
}

/// See [`Params`].
pub struct ValidateCurrentInstalledEximConfig;

impl Function for ValidateCurrentInstalledEximConfig {
    const NAME: &'static str = "validate_current_installed_exim_config";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
