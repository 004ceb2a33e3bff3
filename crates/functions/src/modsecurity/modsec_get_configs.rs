//! `modsec_get_configs`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// List configuration files and whether each is active.
#[derive(Input)]
pub struct Params;

/// What `modsec_get_configs` answers.
#[derive(Output)]
pub struct Reply {
    /// The configs.
    pub configs: Vec<Config>,
}

/// One item of `configs`.
#[derive(Output)]
pub struct Config {
    /// The active flag: 0 or 1.
    pub active: Flag,
    /// The configuration.
    pub config: String,
    /// The vendor ID.
    pub vendor_id: String,
}

/// See [`Params`].
pub struct ModsecGetConfigs;

impl Function for ModsecGetConfigs {
    const NAME: &'static str = "modsec_get_configs";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
