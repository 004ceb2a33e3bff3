//! `ModSecurity::has_modsecurity_installed`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `ModSecurity::has_modsecurity_installed`.
#[derive(Input)]
pub struct Params;

/// What `has_modsecurity_installed` answers.
#[derive(Output)]
pub struct Reply {
    /// The installed flag: 0 or 1.
    pub installed: Flag,
}

/// See [`Params`].
pub struct HasModsecurityInstalled;

impl Function for HasModsecurityInstalled {
    const NAME: &'static str = "has_modsecurity_installed";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
