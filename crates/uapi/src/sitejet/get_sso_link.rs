//! `Sitejet::get_sso_link`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::get_sso_link`.
#[derive(Input)]
pub struct Params {
    /// The domain.
    pub domain: String,
    /// The referrer.
    pub referrer: String,
}

/// See [`Params`].
pub struct GetSsoLink;

impl Function for GetSsoLink {
    const NAME: &'static str = "get_sso_link";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
