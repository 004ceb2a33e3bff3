//! `Features::has_features_like`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Tell whether any feature that matches a pattern is on.
#[derive(Input)]
pub struct Params {
    /// Part of a name, or a regular expression where `is_regex` is 1.
    pub pattern: String,
    /// Whether it is regex.
    #[param(default = 0)]
    pub is_regex: Flag,
}

/// What `has_features_like` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it has matching features.
    pub has_matching_features: Flag,
}

/// See [`Params`].
pub struct HasFeaturesLike;

impl Function for HasFeaturesLike {
    const NAME: &'static str = "has_features_like";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
