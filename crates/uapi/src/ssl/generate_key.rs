//! `SSL::generate_key`

use api::{Cx, Effect, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Makes a private key and stores it.
#[derive(Input)]
pub struct Params {
    /// From type and time where absent.
    pub friendly_name: Option<String>,
    /// RSA bits; keytype is preferred.
    #[param(default = 2048)]
    pub keysize: i64,
    /// System is the server default.
    pub keytype: Option<Keytype>,
}

/// What `keytype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Keytype {
    /// `system`.
    #[word("system")]
    System,
    /// `rsa-2048`.
    #[word("rsa-2048")]
    Rsa2048,
    /// `rsa-4096`.
    #[word("rsa-4096")]
    Rsa4096,
    /// `ecdsa-prime256v1`.
    #[word("ecdsa-prime256v1")]
    EcdsaPrime256v1,
    /// `ecdsa-secp384r1`.
    #[word("ecdsa-secp384r1")]
    EcdsaSecp384r1,
}

/// What `generate_key` answers.
#[derive(Output)]
pub struct Reply {
    /// Created, as a Unix time.
    pub created: UnixTime,
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
    /// The modulus length.
    pub modulus_length: Option<i64>,
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
pub struct GenerateKey;

impl Function for GenerateKey {
    const NAME: &'static str = "generate_key";
    const NEEDS: Needs = Needs::Features(&["sslmanager"]);
    const EFFECT: Effect = Effect::Changes;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
