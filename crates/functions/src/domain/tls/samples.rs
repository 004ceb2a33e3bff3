//! Certificates for tests.

use api::{
    Host, UnixTime,
    ports::{KeyKind, Wanted},
};

/// A self-signed certificate for a domain and `www.` before it, good now, and its key.
pub(crate) fn self_signed(host: &Host, domain: &str) -> (String, String) {
    let key = host.keys.generate(KeyKind::P256).unwrap();
    let names = vec![domain.to_owned(), format!("www.{domain}")];
    let now = host.clock.now().0;
    let good = (UnixTime(now - 1), UnixTime(now + 86_400));
    let wanted = Wanted { names, subject: Vec::new() };
    let certificate = host.certificates.self_signed(&wanted, &key, good).unwrap();
    (certificate, key.reveal().to_owned())
}
