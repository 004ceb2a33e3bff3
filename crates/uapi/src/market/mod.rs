//! The module `Market` of UAPI: a file a function.

pub mod cancel_pending_ssl_certificate;
pub mod create_shopping_cart;
pub mod get_all_products;
pub mod get_certificate_status_details;
pub mod get_login_url;
pub mod get_pending_ssl_certificates;
pub mod get_provider_specific_dcv_constraints;
pub mod get_providers_list;
pub mod get_ssl_certificate_if_available;
pub mod process_ssl_pending_queue;
pub mod request_ssl_certificates;
pub mod set_status_of_pending_queue_items;
pub mod set_url_after_checkout;
pub mod validate_login_token;

use api::{Entry, Group};

/// The functions, in the order of the contract.
pub const GROUP: Group = Group {
    title: "Market",
    functions: &[
        Entry::of::<cancel_pending_ssl_certificate::CancelPendingSslCertificate>(),
        Entry::of::<create_shopping_cart::CreateShoppingCart>(),
        Entry::of::<get_all_products::GetAllProducts>(),
        Entry::of::<get_certificate_status_details::GetCertificateStatusDetails>(),
        Entry::of::<get_login_url::GetLoginUrl>(),
        Entry::of::<get_pending_ssl_certificates::GetPendingSslCertificates>(),
        Entry::of::<get_provider_specific_dcv_constraints::GetProviderSpecificDcvConstraints>(),
        Entry::of::<get_providers_list::GetProvidersList>(),
        Entry::of::<get_ssl_certificate_if_available::GetSslCertificateIfAvailable>(),
        Entry::of::<process_ssl_pending_queue::ProcessSslPendingQueue>(),
        Entry::of::<request_ssl_certificates::RequestSslCertificates>(),
        Entry::of::<set_status_of_pending_queue_items::SetStatusOfPendingQueueItems>(),
        Entry::of::<set_url_after_checkout::SetUrlAfterCheckout>(),
        Entry::of::<validate_login_token::ValidateLoginToken>(),
    ],
};
