//! `Sitejet::get_api_token`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// `Sitejet::get_api_token`.
#[derive(Input)]
pub struct Params;

/// See [`Params`].
pub struct GetApiToken;

impl Function for GetApiToken {
    const NAME: &'static str = "get_api_token";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = String;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
