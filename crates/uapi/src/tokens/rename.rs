//! `Tokens::rename`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Rename an API token.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
    /// At most 50 characters; letters, digits, dash, underscore.
    pub new_name: String,
}

/// See [`Params`].
pub struct Rename;

impl Function for Rename {
    const NAME: &'static str = "rename";
    const NEEDS: Needs = Needs::Features(&["apitokens"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
