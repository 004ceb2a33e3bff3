//! `listcrts`

use api::{
    Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, UserName, Word, reply,
};

/// Lists domains with installed certificates, of all accounts or one.
#[derive(Input)]
pub struct Params {
    /// 1: only CA-registered certificates.
    #[param(default = 0)]
    pub registered: Flag,
    /// The user: default: all accounts.
    pub user: Option<UserName>,
}

/// What `listcrts` answers.
#[derive(Output)]
pub struct Reply {
    /// The certificate.
    pub crt: Vec<Crt>,
}

/// One item of `crt`.
#[derive(Output)]
pub struct Crt {
    /// The domain.
    pub domain: String,
    /// The domain owners.
    pub domain_owners: Vec<String>,
    /// The domains.
    pub domains: Vec<String>,
    /// The ecdsa curve name.
    pub ecdsa_curve_name: Option<EcdsaCurveName>,
    /// The friendly name.
    pub friendly_name: String,
    /// The ID.
    pub id: String,
    /// Whether it is self signed.
    pub is_self_signed: Flag,
    /// The issuer organization name.
    #[param(name = "issuer.organizationName")]
    pub issuer_organization_name: String,
    /// The key algorithm.
    pub key_algorithm: KeyAlgorithm,
    /// The modulus length.
    pub modulus_length: Option<i64>,
    /// Not after, as a Unix time.
    pub not_after: UnixTime,
    /// The registered flag: 0 or 1.
    pub registered: Flag,
    /// The signature algorithm.
    pub signature_algorithm: String,
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
pub struct Listcrts;

impl Function for Listcrts {
    const NAME: &'static str = "listcrts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
