//! `SSL::installed_host`

use api::{
    Cx, DomainName, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply,
};

/// Shows a dedicated-IP website's certificate.
#[derive(Input)]
pub struct Params {
    /// Main domain by default.
    pub domain: Option<DomainName>,
    /// The verify certificate flag: 0 or 1.
    #[param(default = 0)]
    pub verify_certificate: Flag,
}

/// What `installed_host` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificate.
    pub certificate: Certificate,
    /// The host.
    pub host: String,
}

/// The certificate.
#[derive(Output)]
pub struct Certificate {
    /// The domains.
    pub domains: Vec<String>,
    /// The ecdsa curve name.
    pub ecdsa_curve_name: Option<EcdsaCurveName>,
    /// The ecdsa public.
    pub ecdsa_public: Option<String>,
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
    #[param(absent)]
    pub verify_error: Option<String>,
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
pub struct InstalledHost;

impl Function for InstalledHost {
    const NAME: &'static str = "installed_host";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
