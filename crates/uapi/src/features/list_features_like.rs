//! `Features::list_features_like`

use api::{Cx, Effect, Flag, Function, Input, Needs, Result, reply};

/// List the features that are on and match a pattern.
#[derive(Input)]
pub struct Params {
    /// Part of a name, or a regular expression where `is_regex` is 1.
    pub pattern: String,
    /// Whether it is regex.
    #[param(default = 0)]
    pub is_regex: Flag,
}

/// See [`Params`].
pub struct ListFeaturesLike;

impl Function for ListFeaturesLike {
    const NAME: &'static str = "list_features_like";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<String>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
