//! `Sitejet::get_preview_url`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::get_preview_url`.
#[derive(Input)]
pub struct Params {
    /// The website ID.
    #[param(name = "websiteId")]
    pub website_id: i64,
}

/// See [`Params`].
pub struct GetPreviewUrl;

impl Function for GetPreviewUrl {
    const NAME: &'static str = "get_preview_url";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
