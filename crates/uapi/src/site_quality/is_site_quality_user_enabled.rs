//! `SiteQuality::is_site_quality_user_enabled`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::is_site_quality_user_enabled`.
#[derive(Input)]
pub struct Params;

/// What `is_site_quality_user_enabled` answers.
#[derive(Output)]
pub struct Reply {
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
}

/// See [`Params`].
pub struct IsSiteQualityUserEnabled;

impl Function for IsSiteQualityUserEnabled {
    const NAME: &'static str = "is_site_quality_user_enabled";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
