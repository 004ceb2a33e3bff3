//! `SSL::show_cert`

use api::records::TlsCertificate;
use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime};
use functions::domain::tls::{
    self, certificates,
    facts::{DistinguishedName, Numbers, Validation},
    items::Which,
    text,
};

/// Shows a certificate of the account.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// What `show_cert` answers.
#[derive(Output)]
pub struct Reply {
    /// It in PEM.
    pub cert: String,
    /// What it says.
    pub details: Details,
    /// It for people to read.
    pub text: String,
}

/// What a certificate says.
#[derive(Output)]
pub struct Details {
    /// The domains that it covers.
    pub domains: Vec<String>,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// Who signed it.
    pub issuer: DistinguishedName,
    /// Until when it is good.
    pub not_after: UnixTime,
    /// From when it is good.
    pub not_before: UnixTime,
    /// How it is signed.
    pub signature_algorithm: String,
    /// Whose it is.
    pub subject: DistinguishedName,
    /// How its owner was validated; null where it does not say so.
    pub validation_type: Option<Validation>,
    /// Its key.
    #[param(part)]
    pub numbers: Numbers,
}

/// See [`Params`].
pub struct ShowCert;

impl Function for ShowCert {
    const NAME: &'static str = "show_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let row: TlsCertificate = params.which.find(&*cx.host.store.read()?, &account)?;
        let certificate = certificates::read(cx.host, &row)?;
        let details = Details {
            domains: certificate.names.clone(),
            friendly_name: row.friendly_name,
            id: row.id,
            is_self_signed: certificate.self_signed.into(),
            issuer: certificate.issuer.as_slice().into(),
            not_after: certificate.not_after,
            not_before: certificate.not_before,
            signature_algorithm: certificate.signature_algorithm.clone(),
            subject: certificate.subject.as_slice().into(),
            validation_type: certificate.validation.and_then(|word| word.parse().ok()),
            numbers: Numbers::from(&certificate.public),
        };
        Ok(Reply { cert: row.pem, details, text: text::certificate(&certificate) })
    }
}
