//! `SSL::find_certificates_for_key`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists stored certificates made with a key.
#[derive(Input)]
pub struct Params {
    /// The friendly name: this or id.
    pub friendly_name: Option<String>,
    /// The ID: this or `friendly_name`.
    pub id: Option<String>,
}

/// One item.
#[derive(Output)]
pub struct Item {
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
pub struct FindCertificatesForKey;

impl Function for FindCertificatesForKey {
    const NAME: &'static str = "find_certificates_for_key";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
