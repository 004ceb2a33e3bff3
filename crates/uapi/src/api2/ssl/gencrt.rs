//! `SSL::gencrt`

use api::{Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result};
use functions::domain::tls::{self, making};

use crate::api2::ssl::wish;

/// Makes a self-signed certificate with the private key of that host, and keeps it with the account's.
#[derive(Input)]
pub struct Params {
    /// The domain, which is the name of the private key too.
    pub host: String,
    /// The country, in two letters.
    #[param(default = "")]
    pub country: String,
    /// The state or province.
    #[param(default = "")]
    pub state: String,
    /// The city.
    #[param(default = "")]
    pub city: String,
    /// The organization.
    #[param(default = "")]
    pub company: String,
    /// The part of the organization.
    #[param(default = "")]
    pub companydivision: String,
    /// The mail address.
    #[param(default = "")]
    pub email: EmailAddress,
}

/// The row.
#[derive(Output)]
pub struct Row {
    /// 1: it is done.
    pub result: u8,
    /// What was done.
    pub output: String,
    /// It in PEM.
    pub text: String,
    /// Its id.
    pub id: String,
}

/// See [`Params`].
pub struct Gencrt;

impl Function for Gencrt {
    const NAME: &'static str = "gencrt";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    type Params = Params;
    type Reply = Vec<Row>;

    fn run(cx: &Cx<'_>, params: Params) -> Result<Self::Reply> {
        let account = tls::own(cx)?;
        let key = wish::key(cx, &account, &params.host)?;
        let wanted = wish::wanted(
            &params.host,
            [
                ("country", "countryName", &params.country),
                ("state", "stateOrProvinceName", &params.state),
                ("city", "localityName", &params.city),
                ("company", "organizationName", &params.company),
                ("companydivision", "organizationalUnitName", &params.companydivision),
                ("email", "emailAddress", params.email.as_str()),
            ],
        )?;
        let (row, _) = making::certificate(cx, &account, &key, &wanted, None)?;
        let output = "Certificate generated!".to_owned();
        Ok(vec![Row { result: 1, output, text: row.pem, id: row.id }])
    }
}
