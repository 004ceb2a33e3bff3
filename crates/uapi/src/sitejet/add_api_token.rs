//! `Sitejet::add_api_token`

use api::{Cx, Effect, Function, Input, Needs, Result, Secret, reply};

/// `Sitejet::add_api_token`.
#[derive(Input)]
pub struct Params {
    /// The API token.
    pub api_token: Secret,
}

/// See [`Params`].
pub struct AddApiToken;

impl Function for AddApiToken {
    const NAME: &'static str = "add_api_token";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
