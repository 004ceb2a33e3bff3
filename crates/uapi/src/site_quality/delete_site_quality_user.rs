//! `SiteQuality::delete_site_quality_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::delete_site_quality_user`.
#[derive(Input)]
pub struct Params;

/// What `delete_site_quality_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The deleted flag: 0 or 1.
    pub deleted: Flag,
}

/// See [`Params`].
pub struct DeleteSiteQualityUser;

impl Function for DeleteSiteQualityUser {
    const NAME: &'static str = "delete_site_quality_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
