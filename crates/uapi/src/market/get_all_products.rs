//! `Market::get_all_products`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// `Market::get_all_products`.
#[derive(Input)]
pub struct Params;

/// One item.
#[derive(Output)]
pub struct Item {
    /// The base name.
    pub base_name: Option<String>,
    /// The billing type.
    pub billing_type: String,
    /// The description.
    pub description: String,
    /// The display name.
    pub display_name: String,
    /// The enabled flag: 0 or 1.
    pub enabled: Flag,
    /// The icon.
    pub icon: String,
    /// The icon mime type.
    pub icon_mime_type: String,
    /// The license term.
    pub license_term: i64,
    /// The max users.
    pub max_users: Option<i64>,
    /// The maximum server price.
    pub maximum_server_price: Option<f64>,
    /// The minimum server price.
    pub minimum_server_price: Option<f64>,
    /// The price.
    pub price: Option<f64>,
    /// The price unit.
    pub price_unit: String,
    /// The product.
    pub product: String,
    /// The product category.
    pub product_category: String,
    /// The product group.
    pub product_group: String,
    /// The product ID.
    pub product_id: i64,
    /// The provider display name.
    pub provider_display_name: String,
    /// The provider name.
    pub provider_name: String,
    /// The recommended flag: 0 or 1.
    pub recommended: Flag,
    /// The requires IP address flag: 0 or 1.
    pub requires_ip: Flag,
}

/// See [`Params`].
pub struct GetAllProducts;

impl Function for GetAllProducts {
    const NAME: &'static str = "get_all_products";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
