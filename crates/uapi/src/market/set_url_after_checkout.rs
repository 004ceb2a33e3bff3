//! `Market::set_url_after_checkout`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Url, reply};

/// `Market::set_url_after_checkout`.
#[derive(Input)]
pub struct Params {
    /// The access token.
    pub access_token: Secret,
    /// The order ID.
    pub order_id: i64,
    /// The provider.
    pub provider: String,
    /// The URL after checkout.
    pub url_after_checkout: Url,
}

/// What `set_url_after_checkout` answers.
#[derive(Output)]
pub struct Reply {
    /// The error type.
    pub error_type: Option<String>,
}

/// See [`Params`].
pub struct SetUrlAfterCheckout;

impl Function for SetUrlAfterCheckout {
    const NAME: &'static str = "set_url_after_checkout";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
