//! Whether the machine trusts a certificate: its own list of authorities decides.

use std::{
    fs,
    sync::{Arc, OnceLock},
    time::Duration,
};

use api::{UnixTime, ports::Certificate};
use rustls_pki_types::{CertificateDer, ServerName, UnixTime as Moment, pem::PemObject as _};
use tokio_rustls::rustls::{
    RootCertStore,
    client::{WebPkiServerVerifier, danger::ServerCertVerifier as _},
    crypto::ring,
};

/// Where systems keep the authorities that they trust.
const LISTS: [&str; 3] =
    ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/// Whether the certificate leads up to an authority of the machine's, by way of the bundle.
pub(super) fn is_trusted(certificate: &Certificate, bundle: &[Certificate], now: UnixTime) -> bool {
    let der = |one: &Certificate| CertificateDer::from_pem_slice(one.pem.as_bytes()).ok();
    let name = certificate.names.first().map(|name| name.replace("*.", "any."));
    let name = name.and_then(|name| ServerName::try_from(name).ok());
    let (Some(verifier), Some(leaf), Some(name)) = (verifier(), der(certificate), name) else {
        return false;
    };
    let bundle: Vec<_> = bundle.iter().filter_map(der).collect();
    let now = Duration::from_secs(now.0.try_into().unwrap_or_default());
    let now = Moment::since_unix_epoch(now);
    verifier.verify_server_cert(&leaf, &bundle, &name, &[], now).is_ok()
}

/// The authorities that the machine trusts; none where it has no list.
pub(crate) fn authorities() -> Option<RootCertStore> {
    let list = LISTS.iter().find_map(|path| fs::read(path).ok())?;
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(CertificateDer::pem_slice_iter(&list).flatten());
    Some(roots)
}

/// Who decides; none where the machine has no list.
fn verifier() -> Option<&'static Arc<WebPkiServerVerifier>> {
    static VERIFIER: OnceLock<Option<Arc<WebPkiServerVerifier>>> = OnceLock::new();
    VERIFIER
        .get_or_init(|| {
            let (roots, provider) = (Arc::new(authorities()?), Arc::new(ring::default_provider()));
            WebPkiServerVerifier::builder_with_provider(roots, provider).build().ok()
        })
        .as_ref()
}
