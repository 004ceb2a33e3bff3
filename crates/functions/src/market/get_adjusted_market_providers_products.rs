//! `get_adjusted_market_providers_products`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, Value, Word, reply};

/// Lists products of enabled providers, with local price changes applied.
#[derive(Input)]
pub struct Params;

/// What `get_adjusted_market_providers_products` answers.
#[derive(Output)]
pub struct Reply {
    /// The products.
    pub products: Vec<Product>,
}

/// One item of `products`.
#[derive(Output)]
pub struct Product {
    /// The base name.
    pub base_name: String,
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
    pub product_category: Option<String>,
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
    /// The x certificate term.
    #[param(absent)]
    pub x_certificate_term: Option<Vec<Value>>,
    /// The x identity verification.
    #[param(absent)]
    pub x_identity_verification: Option<Vec<XIdentityVerification>>,
    /// The x max HTTP redirects.
    #[param(absent)]
    pub x_max_http_redirects: Option<i64>,
    /// The x payment trigger.
    #[param(absent)]
    pub x_payment_trigger: Option<XPaymentTrigger>,
    /// The x price per domain.
    #[param(absent)]
    pub x_price_per_domain: Option<f64>,
    /// The x price per domain maximum.
    #[param(absent)]
    pub x_price_per_domain_maximum: Option<f64>,
    /// The x price per domain minimum.
    #[param(absent)]
    pub x_price_per_domain_minimum: Option<f64>,
    /// The x price per wildcard domain.
    #[param(absent)]
    pub x_price_per_wildcard_domain: Option<f64>,
    /// The x price per wildcard domain maximum.
    #[param(absent)]
    pub x_price_per_wildcard_domain_maximum: Option<f64>,
    /// The x price per wildcard domain minimum.
    #[param(absent)]
    pub x_price_per_wildcard_domain_minimum: Option<f64>,
    /// The x SSL per domain pricing flag: 0 or 1.
    #[param(absent)]
    pub x_ssl_per_domain_pricing: Option<Flag>,
    /// The x supports DNS dcv flag: 0 or 1.
    #[param(absent)]
    pub x_supports_dns_dcv: Option<Flag>,
    /// The x validation type.
    #[param(absent)]
    pub x_validation_type: Option<XValidationType>,
    /// The x warn after.
    #[param(absent)]
    pub x_warn_after: Option<i64>,
    /// The x wildcard parent domain free flag: 0 or 1.
    #[param(absent)]
    pub x_wildcard_parent_domain_free: Option<Flag>,
}

/// One item of `x_identity_verification`.
#[derive(Output)]
pub struct XIdentityVerification {
    /// The description.
    #[param(absent)]
    pub description: Option<String>,
    /// Whether it is optional.
    #[param(absent)]
    pub is_optional: Option<Flag>,
    /// The label.
    pub label: String,
    /// The name.
    pub name: String,
    /// The options.
    #[param(absent)]
    pub options: Option<Vec<Vec<String>>>,
    /// The pattern.
    #[param(absent)]
    pub pattern: Option<String>,
    /// The type.
    #[param(name = "type", absent)]
    pub kind: Option<String>,
}

/// What `x_payment_trigger` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum XPaymentTrigger {
    /// `checkout`.
    #[word("checkout")]
    Checkout,
    /// `issuance`.
    #[word("issuance")]
    Issuance,
}

/// What `x_validation_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum XValidationType {
    /// `dv`.
    #[word("dv")]
    Dv,
    /// `ev`.
    #[word("ev")]
    Ev,
    /// `ov`.
    #[word("ov")]
    Ov,
}

/// See [`Params`].
pub struct GetAdjustedMarketProvidersProducts;

impl Function for GetAdjustedMarketProvidersProducts {
    const NAME: &'static str = "get_adjusted_market_providers_products";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
