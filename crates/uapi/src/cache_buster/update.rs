//! `CacheBuster::update`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `CacheBuster::update`.
#[derive(Input)]
pub struct Params;

/// What `update` answers.
#[derive(Output)]
pub struct Reply {
    /// The cache ID.
    pub cache_id: i64,
}

/// See [`Params`].
pub struct Update;

impl Function for Update {
    const NAME: &'static str = "update";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
