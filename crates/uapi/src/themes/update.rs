//! `Themes::update`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Themes::update`.
#[derive(Input)]
pub struct Params {
    /// The theme.
    pub theme: String,
}

/// See [`Params`].
pub struct Update;

impl Function for Update {
    const NAME: &'static str = "update";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
