//! `modsec_is_installed`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether ModSecurity is installed.
#[derive(Input)]
pub struct Params;

/// What `modsec_is_installed` answers.
#[derive(Output)]
pub struct Reply {
    /// The data.
    pub data: Data,
}

/// The data.
#[derive(Output)]
pub struct Data {
    /// The installed flag: 0 or 1.
    pub installed: Flag,
}

/// See [`Params`].
pub struct ModsecIsInstalled;

impl Function for ModsecIsInstalled {
    const NAME: &'static str = "modsec_is_installed";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
