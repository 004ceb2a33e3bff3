//! `SSL::show_csr`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, reply};

/// Shows a stored signing request, raw and parsed.
#[derive(Input)]
pub struct Params {
    /// The friendly name: this or id.
    pub friendly_name: Option<String>,
    /// The ID: this or `friendly_name`.
    pub id: Option<String>,
}

/// What `show_csr` answers.
#[derive(Output)]
pub struct Reply {
    /// The csr.
    pub csr: String,
    /// The details.
    pub details: Details,
    /// The text.
    pub text: String,
}

/// The details.
#[derive(Output)]
pub struct Details {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
    /// The country name.
    #[param(name = "countryName")]
    pub country_name: String,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// The domains.
    pub domains: Vec<String>,
    /// The email address.
    #[param(name = "emailAddress")]
    pub email_address: String,
    /// The friendly name.
    pub friendly_name: String,
    /// The ID.
    pub id: String,
    /// The key algorithm.
    pub key_algorithm: String,
    /// The locality name.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The modulus.
    pub modulus: Option<String>,
    /// The organization name.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The organizational unit name.
    #[param(name = "organizationalUnitName")]
    pub organizational_unit_name: String,
    /// The state or province name.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
}

/// See [`Params`].
pub struct ShowCsr;

impl Function for ShowCsr {
    const NAME: &'static str = "show_csr";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
