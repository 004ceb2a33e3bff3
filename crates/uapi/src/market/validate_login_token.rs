//! `Market::validate_login_token`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Url, reply};

/// `Market::validate_login_token`.
#[derive(Input)]
pub struct Params {
    /// The login token.
    pub login_token: Secret,
    /// The provider.
    pub provider: String,
    /// The URL after login.
    pub url_after_login: Url,
}

/// What `validate_login_token` answers.
#[derive(Output)]
pub struct Reply {
    /// The access token.
    pub access_token: String,
}

/// See [`Params`].
pub struct ValidateLoginToken;

impl Function for ValidateLoginToken {
    const NAME: &'static str = "validate_login_token";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
