//! `set_tier`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Word, reply};

/// Sets the release tier of the server.
#[derive(Input)]
pub struct Params {
    /// The tier.
    pub tier: Tier,
}

/// What `tier` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Tier {
    /// `edge`.
    #[word("edge")]
    Edge,
    /// `current`.
    #[word("current")]
    Current,
    /// `release`.
    #[word("release")]
    Release,
    /// `stable`.
    #[word("stable")]
    Stable,
    /// `lts`.
    #[word("lts")]
    Lts,
}

/// What `set_tier` answers.
#[derive(Output)]
pub struct Reply {
    /// The tier.
    pub tier: Tier,
}

/// See [`Params`].
pub struct SetTier;

impl Function for SetTier {
    const NAME: &'static str = "set_tier";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
