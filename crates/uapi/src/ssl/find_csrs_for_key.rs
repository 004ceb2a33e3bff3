//! `SSL::find_csrs_for_key`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists stored signing requests made with a key.
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
pub struct FindCsrsForKey;

impl Function for FindCsrsForKey {
    const NAME: &'static str = "find_csrs_for_key";
    const NEEDS: Needs = Needs::ACCOUNT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Vec<Item>;

    fn run(_: &Cx<'_>, _: Params) -> Result<Self::Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
