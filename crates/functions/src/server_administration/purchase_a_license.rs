//! `purchase_a_license`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Secret, Url, reply};

/// Give a store checkout URL for a licence purchase.
#[derive(Input)]
pub struct Params {
    /// The login token.
    pub login_token: Secret,
    /// The provider: e.g. `cPStore`.
    pub provider: String,
    /// The URL after checkout.
    pub url_after_checkout: Url,
    /// 1: treat as an upgrade.
    #[param(default = 0)]
    pub upgrade: Flag,
}

/// What `purchase_a_license` answers.
#[derive(Output)]
pub struct Reply {
    /// The payload.
    pub payload: Vec<String>,
}

/// See [`Params`].
pub struct PurchaseALicense;

impl Function for PurchaseALicense {
    const NAME: &'static str = "purchase_a_license";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
