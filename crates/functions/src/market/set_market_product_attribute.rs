//! `set_market_product_attribute`

use api::{Cx, Effect, Function, Input, Needs, Result, reply};

/// Sets one attribute of a product of a Market provider.
#[derive(Input)]
pub struct Params {
    /// E.g. price; the set differs by provider and product.
    pub attribute: String,
    /// The product ID.
    pub product_id: String,
    /// Provider name, e.g. `cPStore`.
    pub provider: String,
    /// The value.
    pub value: String,
}

/// See [`Params`].
pub struct SetMarketProductAttribute;

impl Function for SetMarketProductAttribute {
    const NAME: &'static str = "set_market_product_attribute";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = ();

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
