//! `get_login_url`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Url, reply};

/// Returns the login URL of the vendor store or a market provider.
#[derive(Input)]
pub struct Params {
    /// The provider: e.g. `cPStore`.
    pub provider: String,
    /// Where the browser goes after login.
    pub url_after_login: Url,
}

/// What `get_login_url` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: String,
}

/// See [`Params`].
pub struct GetLoginUrl;

impl Function for GetLoginUrl {
    const NAME: &'static str = "get_login_url";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
