//! `Integration::fetch_url`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Integration::fetch_url`.
#[derive(Input)]
pub struct Params {
    /// The application.
    pub app: String,
}

/// What `fetch_url` answers.
#[derive(Output)]
pub struct Reply {
    /// The redirect URL.
    pub redirect_url: String,
    /// The URL.
    pub url: String,
}

/// See [`Params`].
pub struct FetchUrl;

impl Function for FetchUrl {
    const NAME: &'static str = "fetch_url";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
