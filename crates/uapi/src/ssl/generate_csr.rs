//! `SSL::generate_csr`

use api::{
    Cx, Effect, EmailAddress, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// Makes a signing request and stores it.
#[derive(Input)]
pub struct Params {
    /// The country name: two letters.
    #[param(name = "countryName")]
    pub country_name: String,
    /// The domains: comma-separated.
    pub domains: String,
    /// The key ID: stored key.
    pub key_id: String,
    /// The locality name.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The organization name.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The state or province name.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
    /// The email address.
    #[param(name = "emailAddress", default = "")]
    pub email_address: EmailAddress,
    /// Named after the domain where absent.
    pub friendly_name: Option<String>,
    /// The organizational unit name.
    #[param(name = "organizationalUnitName", default = "")]
    pub organizational_unit_name: String,
}

/// What `generate_csr` answers.
#[derive(Output)]
pub struct Reply {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// The domains.
    pub domains: Vec<String>,
    /// The ecdsa curve name.
    pub ecdsa_curve_name: Option<EcdsaCurveName>,
    /// The ecdsa public.
    pub ecdsa_public: Option<String>,
    /// The friendly name.
    pub friendly_name: String,
    /// The ID.
    pub id: String,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The modulus.
    pub modulus: Option<String>,
    /// The text.
    pub text: String,
}

/// What `ecdsa_curve_name` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum EcdsaCurveName {
    /// `prime256v1`.
    #[word("prime256v1")]
    Prime256v1,
    /// `secp384r1`.
    #[word("secp384r1")]
    Secp384r1,
}

/// What `key_algorithm` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyAlgorithm {
    /// `rsaEncryption`.
    #[word("rsaEncryption")]
    RsaEncryption,
    /// `id-ecPublicKey`.
    #[word("id-ecPublicKey")]
    IdEcPublicKey,
}

/// See [`Params`].
pub struct GenerateCsr;

impl Function for GenerateCsr {
    const NAME: &'static str = "generate_csr";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
