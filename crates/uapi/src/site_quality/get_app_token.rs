//! `SiteQuality::get_app_token`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `SiteQuality::get_app_token`.
#[derive(Input)]
pub struct Params;

/// What `get_app_token` answers.
#[derive(Output)]
pub struct Reply {
    /// The application token.
    pub app_token: String,
}

/// See [`Params`].
pub struct GetAppToken;

impl Function for GetAppToken {
    const NAME: &'static str = "get_app_token";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
