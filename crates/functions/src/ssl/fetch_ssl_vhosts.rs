//! `fetch_ssl_vhosts`

use api::{Acl, Cx, Effect, Flag, Function, Input, Needs, Output, Result, UnixTime, Word, reply};

/// Lists the SSL virtual hosts with their installed certificates.
#[derive(Input)]
pub struct Params;

/// What `fetch_ssl_vhosts` answers.
#[derive(Output)]
pub struct Reply {
    /// The virtual hosts.
    pub vhosts: Vec<Vhost>,
}

/// One item of `vhosts`.
#[derive(Output)]
pub struct Vhost {
    /// The certificate.
    pub crt: Crt,
    /// The document root.
    pub docroot: String,
    /// The domains.
    pub domains: Vec<String>,
    /// The IP address.
    pub ip: String,
    /// The iptype.
    pub iptype: Iptype,
    /// The IPv6.
    pub ipv6: String,
    /// Whether it is primary on IP address.
    pub is_primary_on_ip: Flag,
    /// The mail SNI status flag: 0 or 1.
    pub mail_sni_status: Flag,
    /// The needs SNI flag: 0 or 1.
    pub needs_sni: Flag,
    /// The servername.
    pub servername: String,
    /// The type.
    #[param(name = "type")]
    pub kind: Type,
    /// The user.
    pub user: String,
}

/// The certificate.
#[derive(Output)]
pub struct Crt {
    /// Created, as a Unix time.
    pub created: UnixTime,
    /// The domains.
    pub domains: Vec<String>,
    /// The ecdsa curve name.
    pub ecdsa_curve_name: Option<EcdsaCurveName>,
    /// The ecdsa public.
    pub ecdsa_public: Option<String>,
    /// The encryption algorithm.
    pub encryption_algorithm: EncryptionAlgorithm,
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
    /// The modulus.
    pub modulus: Option<String>,
    /// The modulus length.
    pub modulus_length: Option<i64>,
    /// Not after, as a Unix time.
    pub not_after: UnixTime,
    /// Not before, as a Unix time.
    pub not_before: UnixTime,
    /// The public exponent.
    pub public_exponent: String,
    /// The signature algorithm.
    pub signature_algorithm: String,
    /// The subject common name.
    #[param(name = "subject.commonName")]
    pub subject_common_name: SubjectCommonName,
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

/// What `encryption_algorithm` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum EncryptionAlgorithm {
    /// `rsaEncryption`.
    #[word("rsaEncryption")]
    RsaEncryption,
    /// `id-ecPublicKey`.
    #[word("id-ecPublicKey")]
    IdEcPublicKey,
}

/// The subject common name.
#[derive(Output)]
pub struct SubjectCommonName {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
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

/// What `iptype` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Iptype {
    /// `shared`.
    #[word("shared")]
    Shared,
    /// `dedicated`.
    #[word("dedicated")]
    Dedicated,
}

/// What `type` may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Type {
    /// `addon`.
    #[word("addon")]
    Addon,
    /// `main`.
    #[word("main")]
    Main,
    /// `parked`.
    #[word("parked")]
    Parked,
    /// `sub`.
    #[word("sub")]
    Sub,
}

/// See [`Params`].
pub struct FetchSslVhosts;

impl Function for FetchSslVhosts {
    const NAME: &'static str = "fetch_ssl_vhosts";
    const NEEDS: Needs = Needs::AnyOf(&[Acl::SslInfo, Acl::Ssl]);
    const EFFECT: Effect = Effect::Reads;
    const FINISHED: bool = false;
    type Params = Params;
    type Reply = Reply;

    fn run(_: &Cx<'_>, _: Params) -> Result<Reply> {
        Err(reply::unfinished(Self::NAME))
    }
}
