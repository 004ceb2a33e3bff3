//! `SSL::generate_cert`

use api::{
    Cx, Effect, EmailAddress, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// Makes a self-signed certificate and stores it.
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

/// What `generate_cert` answers.
#[derive(Output)]
pub struct Reply {
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
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// The issuer common name.
    #[param(name = "issuer.commonName")]
    pub issuer_common_name: String,
    /// The issuer organization name.
    #[param(name = "issuer.organizationName")]
    pub issuer_organization_name: String,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The modulus.
    pub modulus: Option<String>,
    /// The modulus length.
    pub modulus_length: Option<i64>,
    /// Not after, as a Unix time.
    pub not_after: UnixTime,
    /// Not before, as a Unix time.
    pub not_before: UnixTime,
    /// The serial.
    pub serial: String,
    /// The signature algorithm.
    pub signature_algorithm: String,
    /// The subject common name.
    #[param(name = "subject.commonName")]
    pub subject_common_name: String,
    /// The text.
    pub text: String,
    /// The validation type.
    pub validation_type: Option<String>,
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
pub struct GenerateCert;

impl Function for GenerateCert {
    const NAME: &'static str = "generate_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
