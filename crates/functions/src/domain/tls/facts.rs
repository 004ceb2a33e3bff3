//! What answers say of keys, requests and certificates.

use api::{
    Flag, Host, Output, Result, UnixTime, Word,
    ports::{Certificate, PublicKey, PublicNumbers, SigningRequest, attribute},
    records::{TlsCertificate, TlsKey, TlsRequest},
};

use super::{certificates, ids, keys, requests};

/// A curve of ECDSA.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Curve {
    /// P-256.
    #[word("prime256v1")]
    P256,
    /// P-384.
    #[word("secp384r1")]
    P384,
}

/// What a key is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum KeyAlgorithm {
    /// RSA.
    #[word("rsaEncryption")]
    Rsa,
    /// ECDSA.
    #[word("id-ecPublicKey")]
    Ecdsa,
}

/// How the owner of a certificate was validated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Word)]
pub enum Validation {
    /// Extended: who they are was looked into.
    #[word("ev")]
    Extended,
    /// The organization.
    #[word("ov")]
    Organization,
    /// The domain only.
    #[word("dv")]
    Domain,
}

/// The numbers of a public key.
#[derive(Debug, Clone, Output)]
pub struct Numbers {
    /// The curve of an ECDSA key; null of RSA.
    pub ecdsa_curve_name: Option<Curve>,
    /// The compressed point of an ECDSA key in hexadecimal; null of RSA.
    pub ecdsa_public: Option<String>,
    /// What the key is of.
    pub key_algorithm: KeyAlgorithm,
    /// The modulus of an RSA key in hexadecimal; null of ECDSA.
    pub modulus: Option<String>,
}

impl From<&PublicKey> for Numbers {
    fn from(public: &PublicKey) -> Self {
        match &public.numbers {
            PublicNumbers::Rsa { modulus, .. } => Self {
                ecdsa_curve_name: None,
                ecdsa_public: None,
                key_algorithm: KeyAlgorithm::Rsa,
                modulus: Some(modulus.clone()),
            },
            PublicNumbers::Ecdsa { curve, point } => Self {
                ecdsa_curve_name: curve.parse().ok(),
                ecdsa_public: Some(ids::compressed(point)),
                key_algorithm: KeyAlgorithm::Ecdsa,
                modulus: None,
            },
        }
    }
}

/// The bits of an RSA key; none of another.
pub fn bits(public: &PublicKey) -> Option<u64> {
    match &public.numbers {
        PublicNumbers::Rsa { bits, .. } => Some(u64::from(*bits)),
        PublicNumbers::Ecdsa { .. } => None,
    }
}

/// A stored key, without its id.
#[derive(Debug, Clone, Output)]
pub struct KeyFacts {
    /// When it was stored.
    pub created: UnixTime,
    /// The name that people gave it.
    pub friendly_name: String,
    /// The bits of an RSA key; null of ECDSA.
    pub modulus_length: Option<u64>,
    /// Its public half.
    #[param(part)]
    pub numbers: Numbers,
}

impl KeyFacts {
    /// Of a stored key.
    pub fn of(host: &Host, key: &TlsKey) -> Result<Self> {
        let public = keys::public(host, key)?;
        Ok(Self {
            created: key.created,
            friendly_name: key.friendly_name.clone(),
            modulus_length: bits(&public),
            numbers: Numbers::from(&public),
        })
    }
}

/// A stored key.
#[derive(Debug, Clone, Output)]
pub struct KeyItem {
    /// Its id.
    pub id: String,
    /// What it is.
    #[param(part)]
    pub facts: KeyFacts,
}

impl KeyItem {
    /// Of a stored key.
    pub fn of(host: &Host, key: &TlsKey) -> Result<Self> {
        Ok(Self { id: key.id.clone(), facts: KeyFacts::of(host, key)? })
    }
}

/// A stored signing request.
#[derive(Debug, Clone, Output)]
pub struct RequestItem {
    /// The common name that is asked for.
    #[param(name = "commonName")]
    pub common_name: String,
    /// When it was stored.
    pub created: UnixTime,
    /// The domains that are asked for.
    pub domains: Vec<String>,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
    /// Its key.
    #[param(part)]
    pub numbers: Numbers,
}

impl RequestItem {
    /// Of a stored request.
    pub fn of(host: &Host, row: &TlsRequest) -> Result<Self> {
        let request: SigningRequest = requests::read(host, row)?;
        let common = attribute(&request.subject, "commonName").map(str::to_owned);
        Ok(Self {
            common_name: common.or_else(|| request.names.first().cloned()).unwrap_or_default(),
            created: row.created,
            domains: request.names,
            friendly_name: row.friendly_name.clone(),
            id: row.id.clone(),
            numbers: Numbers::from(&request.public),
        })
    }
}

/// What a certificate says.
#[derive(Debug, Clone, Output)]
pub struct CertificateFacts {
    /// The domains that it covers.
    pub domains: Vec<String>,
    /// Whether its own key signed it.
    pub is_self_signed: Flag,
    /// The common name of who signed it.
    #[param(name = "issuer.commonName")]
    pub issuer_common_name: String,
    /// The organization of who signed it.
    #[param(name = "issuer.organizationName")]
    pub issuer_organization_name: String,
    /// The bits of an RSA key; null of ECDSA.
    pub modulus_length: Option<u64>,
    /// Until when it is good.
    pub not_after: UnixTime,
    /// From when it is good.
    pub not_before: UnixTime,
    /// How it is signed.
    pub signature_algorithm: String,
    /// Its common name.
    #[param(name = "subject.commonName")]
    pub subject_common_name: String,
    /// How its owner was validated; null where it does not say so.
    pub validation_type: Option<Validation>,
    /// Its key.
    #[param(part)]
    pub numbers: Numbers,
}

impl From<&Certificate> for CertificateFacts {
    fn from(certificate: &Certificate) -> Self {
        let of_issuer = |name| attribute(&certificate.issuer, name).unwrap_or_default().to_owned();
        Self {
            domains: certificate.names.clone(),
            is_self_signed: certificate.self_signed.into(),
            issuer_common_name: of_issuer("commonName"),
            issuer_organization_name: of_issuer("organizationName"),
            modulus_length: bits(&certificate.public),
            not_after: certificate.not_after,
            not_before: certificate.not_before,
            signature_algorithm: certificate.signature_algorithm.clone(),
            subject_common_name: certificates::common_name(certificate),
            validation_type: certificate.validation.and_then(|word| word.parse().ok()),
            numbers: Numbers::from(&certificate.public),
        }
    }
}

/// The names of a certificate's owner and signer, attribute and value on lines of their own.
#[derive(Debug, Clone, Output)]
pub struct Texts {
    /// Who signed it.
    pub issuer_text: String,
    /// Whose it is.
    pub subject_text: String,
}

impl From<&Certificate> for Texts {
    fn from(certificate: &Certificate) -> Self {
        let lines = |name: &[(String, String)]| {
            let lines = name.iter().map(|(key, value)| format!("{key}\n{value}"));
            lines.collect::<Vec<_>>().join("\n")
        };
        Self { issuer_text: lines(&certificate.issuer), subject_text: lines(&certificate.subject) }
    }
}

/// A stored certificate.
#[derive(Debug, Clone, Output)]
pub struct CertificateItem {
    /// When it was stored.
    pub created: UnixTime,
    /// The name that people gave it.
    pub friendly_name: String,
    /// Its id.
    pub id: String,
    /// What it says.
    #[param(part)]
    pub facts: CertificateFacts,
}

impl CertificateItem {
    /// Of a stored certificate, read already.
    pub fn of(row: &TlsCertificate, certificate: &Certificate) -> Self {
        Self {
            created: row.created,
            friendly_name: row.friendly_name.clone(),
            id: row.id.clone(),
            facts: CertificateFacts::from(certificate),
        }
    }
}

/// The name of an owner or a signer, attribute by attribute; empty where one is not there.
#[derive(Debug, Clone, Output)]
pub struct DistinguishedName {
    /// The common name.
    #[param(name = "commonName")]
    pub common_name: String,
    /// The country, in two letters.
    #[param(name = "countryName")]
    pub country_name: String,
    /// The mail address.
    #[param(name = "emailAddress")]
    pub email_address: String,
    /// The city.
    #[param(name = "localityName")]
    pub locality_name: String,
    /// The organization.
    #[param(name = "organizationName")]
    pub organization_name: String,
    /// The state or province.
    #[param(name = "stateOrProvinceName")]
    pub state_or_province_name: String,
}

impl From<&[(String, String)]> for DistinguishedName {
    fn from(name: &[(String, String)]) -> Self {
        let of = |key| attribute(name, key).unwrap_or_default().to_owned();
        Self {
            common_name: of("commonName"),
            country_name: of("countryName"),
            email_address: of("emailAddress"),
            locality_name: of("localityName"),
            organization_name: of("organizationName"),
            state_or_province_name: of("stateOrProvinceName"),
        }
    }
}
