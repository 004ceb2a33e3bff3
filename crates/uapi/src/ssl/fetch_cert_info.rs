//! `SSL::fetch_cert_info`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, finding, items::Which};

/// Gives a stored certificate with its private key and its bundle.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// What `fetch_cert_info` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificates up to its authority in PEM; null where none are known.
    pub cabundle: Option<String>,
    /// It in PEM.
    pub certificate: String,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// Its private key in PEM.
    pub key: String,
    /// The address of the account's sites.
    #[param(name = "subject.commonName_ip")]
    pub subject_common_name_ip: String,
}

/// See [`Params`].
pub struct FetchCertInfo;

impl Function for FetchCertInfo {
    const NAME: &'static str = "fetch_cert_info";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let row = params.which.find(&*cx.host.store.read()?, &account)?;
        let found = finding::with_key(cx.host, &account, &row)?;
        Ok(Reply {
            cabundle: found.bundle,
            is_self_signed: found.certificate.self_signed.into(),
            certificate: found.certificate.pem,
            key: found.key.reveal().to_owned(),
            subject_common_name_ip: finding::address(cx.host, &account)?,
        })
    }
}
