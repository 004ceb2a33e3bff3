//! TLS as the listeners speak it: 1.2 and 1.3, the server's order of ciphers, HTTP/1.1 only.

use std::{io, path::Path, sync::Arc};

use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject};
use tokio_rustls::rustls::{
    ServerConfig,
    crypto::ring,
    version::{TLS12, TLS13},
};

/// The configuration for a certificate with its chain and its key, both files in PEM.
pub fn load(certificate: &Path, key: &Path) -> io::Result<Arc<ServerConfig>> {
    let chain = CertificateDer::pem_file_iter(certificate)
        .and_then(Iterator::collect::<Result<Vec<_>, _>>)
        .map_err(|cause| unreadable(certificate, cause))?;
    let secret = PrivateKeyDer::from_pem_file(key).map_err(|cause| unreadable(key, cause))?;
    let mut config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])
        .map_err(io::Error::other)?
        .with_no_client_auth()
        .with_single_cert(chain, secret)
        .map_err(|cause| unreadable(certificate, cause))?;
    config.ignore_client_order = true;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    // Without tickets a client of TLS 1.2 would make a full handshake each time.
    config.ticketer = ring::Ticketer::new().map_err(io::Error::other)?;
    Ok(Arc::new(config))
}

fn unreadable(file: &Path, cause: impl std::fmt::Display) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, format!("{}: {cause}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_certificate_and_its_key_are_loaded() {
        let folder = tempfile::tempdir().unwrap();
        let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
        let (cert, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
        std::fs::write(&cert, made.cert.pem()).unwrap();
        std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
        let config = load(&cert, &key).unwrap();
        assert!(config.ignore_client_order);
        assert_eq!(config.alpn_protocols, [b"http/1.1".to_vec()]);
    }

    #[test]
    fn a_missing_or_empty_file_is_named() {
        let folder = tempfile::tempdir().unwrap();
        let cert = folder.path().join("cert.pem");
        let said = load(&cert, &cert).unwrap_err().to_string();
        assert!(said.contains("cert.pem"), "{said}");
        std::fs::write(&cert, "").unwrap();
        assert!(load(&cert, &cert).unwrap_err().to_string().contains("cert.pem"));
    }
}
