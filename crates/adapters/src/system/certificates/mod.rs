//! X.509, made by rcgen and read by x509-parser.

mod make;
mod read;
#[cfg(test)]
mod tests;
mod trust;

pub(crate) use trust::authorities;

use api::{
    Result, Secret, UnixTime,
    ports::{Certificate, Certificates, SigningRequest, Wanted},
};

/// Certificates made and read in this process.
#[derive(Debug, Clone, Copy, Default)]
pub struct X509;

impl Certificates for X509 {
    fn self_signed(
        &self,
        wanted: &Wanted,
        key: &Secret,
        good: (UnixTime, UnixTime),
    ) -> Result<String> {
        make::self_signed(wanted, key, good)
    }

    fn authority(&self, name: &str, key: &Secret, good: (UnixTime, UnixTime)) -> Result<String> {
        make::authority(name, key, good)
    }

    fn signed(
        &self,
        wanted: &Wanted,
        key: &Secret,
        authority: (&str, &Secret),
        good: (UnixTime, UnixTime),
    ) -> Result<String> {
        make::signed(wanted, key, authority, good)
    }

    fn request(&self, wanted: &Wanted, key: &Secret) -> Result<String> {
        make::request(wanted, key)
    }

    fn read(&self, pem: &str) -> Result<Vec<Certificate>, String> {
        read::certificates(pem)
    }

    fn read_request(&self, pem: &str) -> Result<SigningRequest, String> {
        read::request(pem)
    }

    fn is_signed_by(&self, certificate: &Certificate, issuer: &Certificate) -> bool {
        issuer.authority && read::is_signed_by(certificate, issuer).unwrap_or(false)
    }

    fn is_trusted(&self, certificate: &Certificate, bundle: &[Certificate], now: UnixTime) -> bool {
        trust::is_trusted(certificate, bundle, now)
    }
}
