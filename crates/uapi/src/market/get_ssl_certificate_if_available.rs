//! `Market::get_ssl_certificate_if_available`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, reply};

/// `Market::get_ssl_certificate_if_available`.
#[derive(Input)]
pub struct Params {
    /// The order item ID.
    pub order_item_id: String,
    /// The provider.
    pub provider: String,
}

/// What `get_ssl_certificate_if_available` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificate PEM text.
    pub certificate_pem: Option<String>,
    /// The encrypted action URLs.
    pub encrypted_action_urls: EncryptedActionUrls,
    /// The status code.
    pub status_code: String,
    /// The status message.
    pub status_message: String,
}

/// The encrypted action URLs.
#[derive(Output)]
pub struct EncryptedActionUrls {
    /// The ev click through status.
    #[param(name = "evClickThroughStatus")]
    pub ev_click_through_status: Option<String>,
    /// The ov callback status.
    #[param(name = "ovCallbackStatus")]
    pub ov_callback_status: Option<String>,
}

/// See [`Params`].
pub struct GetSslCertificateIfAvailable;

impl Function for GetSslCertificateIfAvailable {
    const NAME: &'static str = "get_ssl_certificate_if_available";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
