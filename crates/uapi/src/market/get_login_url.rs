//! `Market::get_login_url`

use api::{Cx, Effect, Function, Input, Needs, Result, Url, reply};

/// `Market::get_login_url`.
#[derive(Input)]
pub struct Params {
    /// The provider.
    pub provider: String,
    /// The URL after login.
    pub url_after_login: Url,
}

/// See [`Params`].
pub struct GetLoginUrl;

impl Function for GetLoginUrl {
    const NAME: &'static str = "get_login_url";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
