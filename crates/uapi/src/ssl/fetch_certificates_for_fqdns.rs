//! `SSL::fetch_certificates_for_fqdns`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists stored certificates that match given domains.
#[derive(Input)]
pub struct Params {
    /// The domains: comma-separated.
    pub domains: String,
}

/// One item.
#[derive(Output)]
pub struct Item {
    /// The cab.
    pub cab: String,
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// The certificate.
    pub crt: String,
    /// The domain is configured flag: 0 or 1.
    pub domain_is_configured: Flag,
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
    /// The issuer text.
    pub issuer_text: String,
    /// The key.
    pub key: String,
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
    /// The subject text.
    pub subject_text: String,
    /// The validation type.
    pub validation_type: Option<ValidationType>,
    /// The verify error.
    pub verify_error: String,
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
pub struct FetchCertificatesForFqdns;

impl Function for FetchCertificatesForFqdns {
    const NAME: &'static str = "fetch_certificates_for_fqdns";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
