//! Which certificates a member may show.

use std::{
    path::{Path, PathBuf},
    str::FromStr,
    sync::Arc,
};

use api::{Error, Kind, Result};
use data_encoding::HEXLOWER_PERMISSIVE;
use rustls_pki_types::{CertificateDer, ServerName, UnixTime, pem::PemObject as _};
use sha2::{Digest as _, Sha256};
use tokio_rustls::{
    TlsConnector,
    rustls::{
        self, CertificateError, ClientConfig, DigitallySignedStruct, RootCertStore,
        SignatureScheme,
        client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier},
        crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature},
    },
};

use crate::system::certificates;

/// The certificates that a member may show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trusted {
    /// One for its name, from an authority that the machine trusts.
    Machine,
    /// One for its name, from an authority in that file, or that very one; PEM.
    File(PathBuf),
    /// That very one, whatever its name and its end.
    Exactly(Fingerprint),
}

/// The SHA-256 of a certificate in DER.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint([u8; 32]);

impl Fingerprint {
    /// That of a certificate.
    pub(super) fn of(certificate: &CertificateDer<'_>) -> Self {
        Self(Sha256::digest(certificate).into())
    }
}

impl FromStr for Fingerprint {
    type Err = String;

    /// Reads hexadecimal digits, with or without colons between the bytes.
    fn from_str(text: &str) -> Result<Self, String> {
        let digits = text.replace(':', "");
        let bytes = HEXLOWER_PERMISSIVE.decode(digits.as_bytes()).ok();
        let bytes = bytes.and_then(|bytes| bytes.try_into().ok()).map(Self);
        bytes.ok_or_else(|| {
            "it must be the SHA-256 of a certificate, 64 hexadecimal digits".to_owned()
        })
    }
}

/// Agrees on TLS with who shows one of these.
pub(super) fn connector(trusted: &Trusted) -> Result<TlsConnector> {
    let provider = Arc::new(ring::default_provider());
    let builder = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_safe_default_protocol_versions()
        .map_err(Error::internal)?;
    let config = match trusted {
        Trusted::Machine => builder.with_root_certificates(of_machine()?),
        Trusted::File(path) => builder.with_root_certificates(of_file(path)?),
        Trusted::Exactly(fingerprint) => {
            builder.dangerous().with_custom_certificate_verifier(Arc::new(Pinned {
                fingerprint: *fingerprint,
                provider,
            }))
        }
    };
    Ok(Arc::new(config.with_no_client_auth()).into())
}

fn of_machine() -> Result<RootCertStore> {
    let message = "This machine has no list of authorities; install ca-certificates.";
    certificates::authorities().ok_or_else(|| Error::new(Kind::Unavailable, message))
}

fn of_file(path: &Path) -> Result<RootCertStore> {
    let wrong = |cause: &dyn std::fmt::Display| {
        Error::new(Kind::Unavailable, format!("{}: {cause}", path.display()))
    };
    let pem = std::fs::read(path).map_err(|cause| wrong(&cause))?;
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let added = roots.add(certificate.map_err(|cause| wrong(&cause))?);
        added.map_err(|cause| wrong(&cause))?;
    }
    if roots.is_empty() { Err(wrong(&"it holds no certificate in PEM")) } else { Ok(roots) }
}

/// Lets one certificate through, which must still sign for itself.
#[derive(Debug)]
struct Pinned {
    fingerprint: Fingerprint,
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        shown: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        if Fingerprint::of(shown) == self.fingerprint {
            return Ok(ServerCertVerified::assertion());
        }
        Err(CertificateError::ApplicationVerificationFailure.into())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls12_signature(message, shown, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        shown: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        verify_tls13_signature(message, shown, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_read_as_programs_print_it() {
        let plain = "ab".repeat(32);
        let colons = vec!["AB"; 32].join(":");
        assert_eq!(plain.parse(), Ok(Fingerprint([0xab; 32])));
        assert_eq!(colons.parse(), Ok(Fingerprint([0xab; 32])));
        for wrong in ["", "ab", &"zz".repeat(32), &"ab".repeat(33)] {
            assert!(wrong.parse::<Fingerprint>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_file_of_authorities_holds_some() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("ca.pem");
        let problem = || connector(&Trusted::File(path.clone())).err().unwrap().to_string();
        assert!(problem().contains("ca.pem"), "there is none: {}", problem());
        std::fs::write(&path, "nothing").unwrap();
        assert!(problem().ends_with("it holds no certificate in PEM"), "{}", problem());
        let made = rcgen::generate_simple_self_signed(["a.test".to_owned()]).unwrap();
        std::fs::write(&path, made.cert.pem()).unwrap();
        assert!(connector(&Trusted::File(path)).is_ok());
    }
}
