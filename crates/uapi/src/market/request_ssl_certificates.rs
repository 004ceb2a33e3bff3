//! `Market::request_ssl_certificates`

use api::{
    Cx, Effect, Function, Input, JsonText, Needs, Output, Result, Secret, Url, Value, reply,
};

/// `Market::request_ssl_certificates`.
#[derive(Input)]
pub struct Params {
    /// The access token.
    pub access_token: Secret,
    /// The certificate.
    pub certificate: String,
    /// The provider.
    pub provider: String,
    /// The identity verification.
    pub identity_verification: Option<JsonText<Value>>,
    /// The URL after checkout.
    pub url_after_checkout: Option<Url>,
}

/// What `request_ssl_certificates` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates.
    pub certificates: Certificates,
    /// The checkout URL.
    pub checkout_url: String,
    /// The order ID.
    pub order_id: i64,
}

/// The certificates.
#[derive(Output)]
pub struct Certificates {
    /// The key ID.
    pub key_id: String,
    /// The order item ID.
    pub order_item_id: i64,
}

/// See [`Params`].
pub struct RequestSslCertificates;

impl Function for RequestSslCertificates {
    const NAME: &'static str = "request_ssl_certificates";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
