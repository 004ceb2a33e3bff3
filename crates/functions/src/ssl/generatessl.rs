//! `generatessl`

use api::{
    Acl, Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, Secret, reply,
};

/// Makes a private key, a CSR and a self-signed certificate.
#[derive(Input)]
pub struct Params {
    /// The domains: comma-separated domains.
    pub domains: String,
    /// The country name: two-letter country code.
    #[param(name = "countryName")]
    pub country_name: Option<String>,
    /// The email address.
    #[param(name = "emailAddress")]
    pub email_address: Option<EmailAddress>,
    /// Bits, at least 1.
    pub keysize: Option<i64>,
    /// The locality name.
    #[param(name = "localityName")]
    pub locality_name: Option<String>,
    /// The organizational unit name.
    #[param(name = "organizationalUnitName")]
    pub organizational_unit_name: Option<String>,
    /// The organization name.
    #[param(name = "organizationName")]
    pub organization_name: Option<String>,
    /// The password: passphrase.
    pub pass: Option<Secret>,
    /// 1: key and CSR only.
    #[param(default = 0)]
    pub skip_certificate: Flag,
    /// The state or province name.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: Option<String>,
}

/// What `generatessl` answers.
#[derive(Output)]
pub struct Reply {
    /// The cert.
    pub cert: String,
    /// The cert ID.
    pub cert_id: String,
    /// The certfile.
    pub certfile: String,
    /// The csr.
    pub csr: String,
    /// The csr ID.
    pub csr_id: String,
    /// The csrfile.
    pub csrfile: String,
    /// The key.
    pub key: String,
    /// The key ID.
    pub key_id: String,
    /// The keyfile.
    pub keyfile: String,
    /// The sender.
    pub sender: String,
    /// The sender host.
    pub sender_host: String,
}

/// See [`Params`].
pub struct Generatessl;

impl Function for Generatessl {
    const NAME: &'static str = "generatessl";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslGencrt]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
