//! `Tokens::revoke`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// Remove an API token by its name.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct Revoke;

impl Function for Revoke {
    const NAME: &'static str = "revoke";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Flag;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
