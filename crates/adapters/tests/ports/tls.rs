//! What every implementation of the sites' TLS does.

use adapters::system::{MadeKeys, X509};
use api::{
    Kind, UnixTime,
    ports::{Certificates as _, KeyKind, Keys as _, Tls, TlsIdentity, TlsSite, Wanted},
};

use crate::subjects::domain;

fn identity(kind: KeyKind) -> TlsIdentity {
    let key = MadeKeys.generate(kind).unwrap();
    let wanted = Wanted { names: vec!["a.test".to_owned()], subject: Vec::new() };
    let chain = X509.self_signed(&wanted, &key, (UnixTime(0), UnixTime(4_000_000_000))).unwrap();
    TlsIdentity { chain, key }
}

fn site(name: &str, identity: Option<TlsIdentity>) -> TlsSite {
    TlsSite { domain: domain(name), identity, redirects: false, primary_of: None }
}

/// Runs on a port of which no site says anything.
pub(crate) fn suite(port: &dyn Tls) {
    assert!(port.list().unwrap().is_empty());
    for kind in [KeyKind::Rsa2048, KeyKind::P256, KeyKind::P384] {
        port.apply(&site("a.test", Some(identity(kind)))).unwrap();
        assert_eq!(port.list().unwrap(), [domain("a.test")]);
    }
    port.apply(&site("b.test", None)).unwrap();
    let (one, other) = (identity(KeyKind::P256), identity(KeyKind::P256));
    let mixed = TlsIdentity { chain: one.chain, key: other.key };
    let refused = port.apply(&site("c.test", Some(mixed))).unwrap_err();
    assert_eq!(refused.kind(), Kind::BadParam);
    for _ in 0..2 {
        port.withdraw(&domain("a.test")).unwrap();
        assert_eq!(port.list().unwrap(), [domain("b.test")]);
    }
}
