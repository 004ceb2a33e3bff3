//! `SSL::show_csr`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime};
use api::{ports::attribute, records::TlsRequest};
use functions::domain::tls::{
    self,
    facts::{DistinguishedName, Numbers},
    items::Which,
    requests, text,
};

/// Shows a certificate signing request of the account.
#[derive(Input)]
pub struct Params {
    /// Which one.
    #[param(merge)]
    pub which: Which,
}

/// What `show_csr` answers.
#[derive(Output)]
pub struct Reply {
    /// It in PEM.
    pub csr: String,
    /// What it says.
    pub details: Details,
    /// It for people to read.
    pub text: String,
}

/// What a request says.
#[derive(Output)]
pub struct Details {
    /// Whose certificate is asked for.
    #[param(part)]
    pub subject: DistinguishedName,
    /// The part of the organization; empty where none is named.
    #[param(name = "organizationalUnitName")]
    pub organizational_unit_name: String,
    /// When it was stored.
    pub created: UnixTime,
    /// The domains that are asked for.
    pub domains: Vec<String>,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
    /// Its key.
    #[param(part)]
    pub numbers: Numbers,
}

/// See [`Params`].
pub struct ShowCsr;

impl Function for ShowCsr {
    const NAME: &'static str = "show_csr";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    type Params = Params;
    type Reply = Reply;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Reply> {
        let account = tls::own(cx)?;
        let row: TlsRequest = params.which.find(&*cx.host.store.read()?, &account)?;
        let request = requests::read(cx.host, &row)?;
        let unit = attribute(&request.subject, "organizationalUnitName").unwrap_or_default();
        let details = Details {
            subject: request.subject.as_slice().into(),
            organizational_unit_name: unit.to_owned(),
            created: row.created,
            numbers: Numbers::from(&request.public),
            domains: request.names.clone(),
            friendly_name: row.friendly_name,
            id: row.id,
        };
        Ok(Reply { csr: row.pem, details, text: text::request(&request) })
    }
}
