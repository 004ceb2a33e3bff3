//! `Market::create_shopping_cart`

use std::collections::BTreeMap;

use api::{Cx, Effect, Function, Input, Needs, Output, Result, Secret, Url, Value, reply};

/// `Market::create_shopping_cart`.
#[derive(Input)]
pub struct Params {
    /// The access token.
    pub access_token: Secret,
    /// The item: list.
    pub item: String,
    /// The provider.
    pub provider: String,
    /// The URL after checkout.
    pub url_after_checkout: Url,
}

/// What `create_shopping_cart` answers.
#[derive(Output)]
pub struct Reply {
    /// The checkout URL.
    pub checkout_url: String,
    /// The order ID.
    pub order_id: String,
    /// The order items.
    pub order_items: Vec<BTreeMap<String, Value>>,
}

/// See [`Params`].
pub struct CreateShoppingCart;

impl Function for CreateShoppingCart {
    const NAME: &'static str = "create_shopping_cart";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
