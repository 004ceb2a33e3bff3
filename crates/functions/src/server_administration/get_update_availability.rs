//! `get_update_availability`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Word, reply};

/// Tell whether a newer product version exists for the release tier.
#[derive(Input)]
pub struct Params;

/// What `get_update_availability` answers.
#[derive(Output)]
pub struct Reply {
    /// The current version.
    pub current_version: String,
    /// The newest version.
    pub newest_version: String,
    /// The tier.
    pub tier: Tier,
    /// The update available flag: 0 or 1.
    pub update_available: Flag,
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

/// See [`Params`].
pub struct GetUpdateAvailability;

impl Function for GetUpdateAvailability {
    const NAME: &'static str = "get_update_availability";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
