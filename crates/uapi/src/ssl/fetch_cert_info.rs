//! `SSL::fetch_cert_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, reply};

/// Reads a stored certificate with key and bundle.
#[derive(Input)]
pub struct Params {
    /// The friendly name: this or id.
    pub friendly_name: Option<String>,
    /// The ID: this or `friendly_name`.
    pub id: Option<String>,
}

/// What `fetch_cert_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The cabundle.
    pub cabundle: Option<String>,
    /// The certificate.
    pub certificate: String,
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// The key.
    pub key: String,
    /// The subject common name IP address.
    #[param(name = "subject.commonName_ip")]
    pub subject_common_name_ip: String,
}

/// See [`Params`].
pub struct FetchCertInfo;

impl Function for FetchCertInfo {
    const NAME: &'static str = "fetch_cert_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
