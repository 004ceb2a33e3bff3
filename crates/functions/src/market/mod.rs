//! Market: a file a function.

pub mod disable_market_provider;
pub mod enable_market_provider;
pub mod get_adjusted_market_providers_products;
pub mod get_market_providers_commission_config;
pub mod get_market_providers_list;
pub mod get_market_providers_product_metadata;
pub mod get_market_providers_products;
pub mod set_market_product_attribute;
pub mod set_market_provider_commission_id;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Market",
    functions: &[
        Entry::of::<disable_market_provider::DisableMarketProvider>(),
        Entry::of::<enable_market_provider::EnableMarketProvider>(),
        Entry::of::<get_adjusted_market_providers_products::GetAdjustedMarketProvidersProducts>(),
        Entry::of::<get_market_providers_commission_config::GetMarketProvidersCommissionConfig>(),
        Entry::of::<get_market_providers_list::GetMarketProvidersList>(),
        Entry::of::<get_market_providers_product_metadata::GetMarketProvidersProductMetadata>(),
        Entry::of::<get_market_providers_products::GetMarketProvidersProducts>(),
        Entry::of::<set_market_product_attribute::SetMarketProductAttribute>(),
        Entry::of::<set_market_provider_commission_id::SetMarketProviderCommissionId>(),
    ],
};
