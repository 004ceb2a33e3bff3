//! `SiteQuality::has_site_quality_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::has_site_quality_user`.
#[derive(Input)]
pub struct Params;

/// What `has_site_quality_user` answers.
#[derive(Output)]
pub struct Reply {
    /// Whether it has site quality user.
    pub has_site_quality_user: Flag,
}

/// See [`Params`].
pub struct HasSiteQualityUser;

impl Function for HasSiteQualityUser {
    const NAME: &'static str = "has_site_quality_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
