//! `SSL::show_cert`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Shows a stored certificate, raw and parsed.
#[derive(Input)]
pub struct Params {
    /// The friendly name: this or id.
    pub friendly_name: Option<String>,
    /// The ID: this or `friendly_name`.
    pub id: Option<String>,
}

/// What `show_cert` answers.
#[derive(Output)]
pub struct Reply {
    /// The cert.
    pub cert: String,
    /// The details.
    pub details: Details,
    /// The text.
    pub text: String,
}

/// The details.
#[derive(Output)]
pub struct Details {
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
    /// The issuer.
    pub issuer: Issuer,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The modulus.
    pub modulus: Option<String>,
    /// Not after, as a Unix time.
    pub not_after: UnixTime,
    /// Not before, as a Unix time.
    pub not_before: UnixTime,
    /// The signature algorithm.
    pub signature_algorithm: String,
    /// The subject.
    pub subject: Subject,
    /// The validation type.
    pub validation_type: Option<ValidationType>,
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

/// The issuer.
#[derive(Output)]
pub struct Issuer {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
    /// The country name.
    #[param(name = "countryName")]
    pub country_name: String,
    /// The email address.
    #[param(name = "emailAddress")]
    pub email_address: String,
    /// The locality name.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The organization name.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The state or province name.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
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

/// The subject.
#[derive(Output)]
pub struct Subject {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
    /// The country name.
    #[param(name = "countryName")]
    pub country_name: String,
    /// The email address.
    #[param(name = "emailAddress")]
    pub email_address: String,
    /// The locality name.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The organization name.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The state or province name.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
}

/// What `validation_type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum ValidationType {
    /// `ev`.
    #[word("ev")]
    Ev,
    /// `ov`.
    #[word("ov")]
    Ov,
    /// `dv`.
    #[word("dv")]
    Dv,
}

/// See [`Params`].
pub struct ShowCert;

impl Function for ShowCert {
    const NAME: &'static str = "show_cert";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
