//! `fetch_service_ssl_components`

use api::{Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists system services with their certificates and keys.
#[derive(Input)]
pub struct Params;

/// What `fetch_service_ssl_components` answers.
#[derive(Output)]
pub struct Reply {
    /// The services.
    pub services: Vec<ServiceItem>,
}

/// One item of `services`.
#[derive(Output)]
pub struct ServiceItem {
    /// The cabundle.
    pub cabundle: String,
    /// The certificate.
    pub certificate: String,
    /// The certificate information.
    pub certificate_info: CertificateInfo,
    /// The key.
    pub key: String,
    /// The service.
    pub service: Service,
}

/// The certificate information.
#[derive(Output)]
pub struct CertificateInfo {
    /// The domains.
    pub domains: Vec<String>,
    /// The ecdsa curve name.
    pub ecdsa_curve_name: Option<EcdsaCurveName>,
    /// The ecdsa public.
    pub ecdsa_public: Option<String>,
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

/// What `service` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Service {
    /// `ftp`.
    #[word("ftp")]
    Ftp,
    /// `exim`.
    #[word("exim")]
    Exim,
    /// `dovecot`.
    #[word("dovecot")]
    Dovecot,
    /// `cpanel`.
    #[word("cpanel")]
    Cpanel,
}

/// See [`Params`].
pub struct FetchServiceSslComponents;

impl Function for FetchServiceSslComponents {
    const NAME: &'static str = "fetch_service_ssl_components";
    const NEEDS: Needs = Needs::ROOT;
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
