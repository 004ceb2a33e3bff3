//! X.509: certificates and signing requests, made and read.

use crate::{Result, Secret, UnixTime};

use super::PublicKey;

/// Making and reading certificates and signing requests. What is read is given back as facts; what
/// cannot be read is told as a rule, for the one who knows the parameter's name.
pub trait Certificates: Send + Sync {
    /// Makes a certificate that its own key signs, good between two times; PEM.
    fn self_signed(
        &self,
        wanted: &Wanted,
        key: &Secret,
        good: (UnixTime, UnixTime),
    ) -> Result<String>;
    /// Makes the certificate of an authority of that name, which signs others, good between two times;
    /// PEM.
    fn authority(&self, name: &str, key: &Secret, good: (UnixTime, UnixTime)) -> Result<String>;
    /// Makes a certificate that the authority of a name and a key signs, good between two times; PEM.
    fn signed(
        &self,
        wanted: &Wanted,
        key: &Secret,
        authority: (&str, &Secret),
        good: (UnixTime, UnixTime),
    ) -> Result<String>;
    /// Makes a signing request; PEM.
    fn request(&self, wanted: &Wanted, key: &Secret) -> Result<String>;
    /// Reads the certificates of a text in PEM, at least one, in their order.
    fn read(&self, pem: &str) -> Result<Vec<Certificate>, String>;
    /// Reads the signing request of a text in PEM.
    fn read_request(&self, pem: &str) -> Result<SigningRequest, String>;
    /// Whether the one certificate's key signed the other, and may sign certificates.
    fn is_signed_by(&self, certificate: &Certificate, issuer: &Certificate) -> bool;
    /// Whether a certificate leads up to an authority that the machine trusts at a time, by way of
    /// those of its bundle.
    fn is_trusted(&self, certificate: &Certificate, bundle: &[Certificate], now: UnixTime) -> bool;
}

/// What a certificate or a request is to say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// The names that it covers; the first is the common name.
    pub names: Vec<String>,
    /// Attributes of the subject beside the common name, by their names in X.500
    /// (`countryName`, `organizationName`, …, `emailAddress`); empty ones are left out.
    pub subject: Vec<(&'static str, String)>,
}

/// What a certificate says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    /// It in PEM, without what stood around it.
    pub pem: String,
    /// SHA-256 of it in DER, in hexadecimal.
    pub fingerprint: String,
    /// Whose it is: pairs of attribute and value, in order.
    pub subject: Vec<(String, String)>,
    /// Who signed it, in the same way.
    pub issuer: Vec<(String, String)>,
    /// The domains that it covers, wildcards among them; the common name where it names no others.
    pub names: Vec<String>,
    /// Its serial number in hexadecimal.
    pub serial: String,
    /// From when it is good.
    pub not_before: UnixTime,
    /// Until when it is good.
    pub not_after: UnixTime,
    /// Its key.
    pub public: PublicKey,
    /// How it is signed, such as `sha256WithRSAEncryption`.
    pub signature_algorithm: String,
    /// Whether its own key signed it.
    pub self_signed: bool,
    /// Whether it may sign others.
    pub authority: bool,
    /// How its owner was validated, where it says so: `dv`, `ov` or `ev`.
    pub validation: Option<&'static str>,
}

/// What a signing request says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SigningRequest {
    /// It in PEM, without what stood around it.
    pub pem: String,
    /// SHA-256 of it in DER, in hexadecimal.
    pub fingerprint: String,
    /// Whose certificate is asked for: pairs of attribute and value, in order.
    pub subject: Vec<(String, String)>,
    /// The domains that are asked for; the common name where no others are.
    pub names: Vec<String>,
    /// Its key.
    pub public: PublicKey,
}

/// The first value of an attribute in a name.
pub fn attribute<'a>(name: &'a [(String, String)], attribute: &str) -> Option<&'a str> {
    name.iter().find(|(key, _)| key == attribute).map(|(_, value)| value.as_str())
}
