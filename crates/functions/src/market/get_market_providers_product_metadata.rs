//! `get_market_providers_product_metadata`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Lists products with the attributes that an administrator can edit.
#[derive(Input)]
pub struct Params;

/// What `get_market_providers_product_metadata` answers.
#[derive(Output)]
pub struct Reply {
    /// The product metadata.
    pub product_metadata: Vec<ProductMetadata>,
}

/// One item of `product_metadata`.
#[derive(Output)]
pub struct ProductMetadata {
    /// The attributes.
    pub attributes: Attributes,
    /// The product ID.
    pub product_id: String,
    /// The provider display name.
    pub provider_display_name: String,
    /// The provider name.
    pub provider_name: String,
}

/// The attributes.
#[derive(Output)]
pub struct Attributes {
    /// The display name.
    pub display_name: DisplayName,
    /// The enabled.
    pub enabled: Enabled,
    /// The icon.
    pub icon: Icon,
    /// The icon mime type.
    pub icon_mime_type: IconMimeType,
    /// The minimum server price.
    pub minimum_server_price: MinimumServerPrice,
    /// The price.
    pub price: Price,
    /// The price unit.
    pub price_unit: PriceUnit,
    /// The product description.
    pub product_description: ProductDescription,
    /// The product group.
    pub product_group: ProductGroup,
    /// The product ID.
    pub product_id: ProductId,
    /// The recommended.
    pub recommended: Recommended,
    /// The x identity verification.
    #[param(absent)]
    pub x_identity_verification: Option<XIdentityVerification>,
    /// The x max HTTP redirects.
    #[param(absent)]
    pub x_max_http_redirects: Option<XMaxHttpRedirects>,
    /// The x price per domain.
    #[param(absent)]
    pub x_price_per_domain: Option<XPricePerDomain>,
    /// The x price per domain maximum.
    #[param(absent)]
    pub x_price_per_domain_maximum: Option<XPricePerDomainMaximum>,
    /// The x price per domain minimum.
    #[param(absent)]
    pub x_price_per_domain_minimum: Option<XPricePerDomainMinimum>,
    /// The x price per wildcard domain.
    #[param(absent)]
    pub x_price_per_wildcard_domain: Option<XPricePerWildcardDomain>,
    /// The x price per wildcard domain maximum.
    #[param(absent)]
    pub x_price_per_wildcard_domain_maximum: Option<XPricePerWildcardDomainMaximum>,
    /// The x price per wildcard domain minimum.
    #[param(absent)]
    pub x_price_per_wildcard_domain_minimum: Option<XPricePerWildcardDomainMinimum>,
    /// The x SSL per domain pricing.
    #[param(absent)]
    pub x_ssl_per_domain_pricing: Option<XSslPerDomainPricing>,
    /// The x supports DNS dcv.
    #[param(absent)]
    pub x_supports_dns_dcv: Option<XSupportsDnsDcv>,
    /// The x warn after.
    #[param(absent)]
    pub x_warn_after: Option<XWarnAfter>,
    /// The x wildcard parent domain free.
    #[param(absent)]
    pub x_wildcard_parent_domain_free: Option<XWildcardParentDomainFree>,
}

/// The display name.
#[derive(Output)]
pub struct DisplayName {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The enabled.
#[derive(Output)]
pub struct Enabled {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The icon.
#[derive(Output)]
pub struct Icon {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The icon mime type.
#[derive(Output)]
pub struct IconMimeType {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The minimum server price.
#[derive(Output)]
pub struct MinimumServerPrice {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The price.
#[derive(Output)]
pub struct Price {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The price unit.
#[derive(Output)]
pub struct PriceUnit {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The product description.
#[derive(Output)]
pub struct ProductDescription {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The product group.
#[derive(Output)]
pub struct ProductGroup {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The product ID.
#[derive(Output)]
pub struct ProductId {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The recommended.
#[derive(Output)]
pub struct Recommended {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x identity verification.
#[derive(Output)]
pub struct XIdentityVerification {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x max HTTP redirects.
#[derive(Output)]
pub struct XMaxHttpRedirects {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per domain.
#[derive(Output)]
pub struct XPricePerDomain {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per domain maximum.
#[derive(Output)]
pub struct XPricePerDomainMaximum {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per domain minimum.
#[derive(Output)]
pub struct XPricePerDomainMinimum {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per wildcard domain.
#[derive(Output)]
pub struct XPricePerWildcardDomain {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per wildcard domain maximum.
#[derive(Output)]
pub struct XPricePerWildcardDomainMaximum {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x price per wildcard domain minimum.
#[derive(Output)]
pub struct XPricePerWildcardDomainMinimum {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x SSL per domain pricing.
#[derive(Output)]
pub struct XSslPerDomainPricing {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x supports DNS dcv.
#[derive(Output)]
pub struct XSupportsDnsDcv {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x warn after.
#[derive(Output)]
pub struct XWarnAfter {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// The x wildcard parent domain free.
#[derive(Output)]
pub struct XWildcardParentDomainFree {
    /// The read only flag: 0 or 1.
    pub read_only: Flag,
}

/// See [`Params`].
pub struct GetMarketProvidersProductMetadata;

impl Function for GetMarketProvidersProductMetadata {
    const NAME: &'static str = "get_market_providers_product_metadata";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
