//! `SiteQuality::create_site_quality_user`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, reply};

/// `SiteQuality::create_site_quality_user`.
#[derive(Input)]
pub struct Params {
    /// The email.
    pub email: String,
    /// The password.
    pub password: Option<Secret>,
}

/// What `create_site_quality_user` answers.
#[derive(Output)]
pub struct Reply {
    /// The application token.
    pub app_token: String,
    /// The username.
    pub username: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Option<Flag>,
}

/// See [`Params`].
pub struct CreateSiteQualityUser;

impl Function for CreateSiteQualityUser {
    const NAME: &'static str = "create_site_quality_user";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
