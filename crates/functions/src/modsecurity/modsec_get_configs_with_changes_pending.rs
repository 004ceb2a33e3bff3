//! `modsec_get_configs_with_changes_pending`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List configuration files that have staged changes.
#[derive(Input)]
pub struct Params;

/// What `modsec_get_configs_with_changes_pending` answers.
#[derive(Output)]
pub struct Reply {
    /// The configs.
    pub configs: Vec<String>,
}

/// See [`Params`].
pub struct ModsecGetConfigsWithChangesPending;

impl Function for ModsecGetConfigsWithChangesPending {
    const NAME: &'static str = "modsec_get_configs_with_changes_pending";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
