//! `available_transfer_modules`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// List the transfer modules with their priorities.
#[derive(Input)]
pub struct Params;

/// What `available_transfer_modules` answers.
#[derive(Output)]
pub struct Reply {
    /// The modules.
    pub modules: BTreeMap<String, String>,
}

/// See [`Params`].
pub struct AvailableTransferModules;

impl Function for AvailableTransferModules {
    const NAME: &'static str = "available_transfer_modules";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
