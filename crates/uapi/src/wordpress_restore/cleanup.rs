//! `WordPressRestore::cleanup`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// `WordPressRestore::cleanup`.
#[derive(Input)]
pub struct Params {
    /// The site.
    pub site: String,
}

/// See [`Params`].
pub struct Cleanup;

impl Function for Cleanup {
    const NAME: &'static str = "cleanup";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
