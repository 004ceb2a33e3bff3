//! `ea4_migration`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// Migrate the server from `EasyApache` 3 to 4 (guess from the name).
#[derive(Input)]
pub struct Params;

/// What `ea4_migration` answers.
#[derive(Output)]
pub struct Reply {
    /// The build.
    pub build: i64,
}

/// See [`Params`].
pub struct Ea4Migration;

impl Function for Ea4Migration {
    const NAME: &'static str = "ea4_migration";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
