//! `Features::has_feature`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Tell whether the account has a feature.
#[derive(Input)]
pub struct Params {
    /// The name.
    pub name: String,
}

/// See [`Params`].
pub struct HasFeature;

impl Function for HasFeature {
    const NAME: &'static str = "has_feature";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
