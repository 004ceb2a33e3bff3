//! `CacheBuster::read`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `CacheBuster::read`.
#[derive(Input)]
pub struct Params;

/// What `read` answers.
#[derive(Output)]
pub struct Reply {
    /// The cache ID.
    pub cache_id: i64,
}

/// See [`Params`].
pub struct Read;

impl Function for Read {
    const NAME: &'static str = "read";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
