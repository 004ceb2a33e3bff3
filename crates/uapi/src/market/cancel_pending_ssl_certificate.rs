//! `Market::cancel_pending_ssl_certificate`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// `Market::cancel_pending_ssl_certificate`.
#[derive(Input)]
pub struct Params {
    /// The order item ID.
    pub order_item_id: String,
    /// The provider.
    pub provider: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// Created time, as a Unix time.
    pub created_time: UnixTime,
    /// The csr.
    pub csr: String,
    /// The domains.
    pub domains: Vec<String>,
    /// The expired flag: 0 or 1.
    pub expired: Flag,
    /// First poll time, as a Unix time.
    pub first_poll_time: UnixTime,
    /// Last poll time, as a Unix time.
    pub last_poll_time: UnixTime,
    /// The last status code.
    pub last_status_code: LastStatusCode,
    /// The order ID.
    pub order_id: String,
    /// The order item ID.
    pub order_item_id: String,
    /// The product ID.
    pub product_id: String,
    /// The provider.
    pub provider: String,
    /// The status.
    pub status: Status,
    /// The support URI.
    pub support_uri: String,
    /// The virtual host names.
    pub vhost_names: Vec<String>,
}

/// What `last_status_code` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum LastStatusCode {
    /// `CertificateNotFound`.
    #[word("CertificateNotFound")]
    CertificateNotFound,
    /// `RequiresApproval`.
    #[word("RequiresApproval")]
    RequiresApproval,
    /// `OrderCanceled`.
    #[word("OrderCanceled")]
    OrderCanceled,
    /// `OrderItemCanceled`.
    #[word("OrderItemCanceled")]
    OrderItemCanceled,
}

/// What `status` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Status {
    /// `confirmed`.
    #[word("confirmed")]
    Confirmed,
    /// `unconfirmed`.
    #[word("unconfirmed")]
    Unconfirmed,
}

/// See [`Params`].
pub struct CancelPendingSslCertificate;

impl Function for CancelPendingSslCertificate {
    const NAME: &'static str = "cancel_pending_ssl_certificate";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
