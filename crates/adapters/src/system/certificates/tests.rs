//! What is made is read back; what is made elsewhere is read as well.

use api::ports::{KeyKind, Keys as _, attribute};

use super::*;
use crate::system::MadeKeys;

const FROM: UnixTime = UnixTime(1_767_225_600);
const UNTIL: UnixTime = UnixTime(1_767_225_600 + 365 * 86_400);

fn wanted(names: &[&str]) -> Wanted {
    let names = names.iter().map(|name| (*name).to_owned()).collect();
    let subject = vec![
        ("countryName", "DE".to_owned()),
        ("organizationName", "Müller & Söhne".to_owned()),
        ("organizationalUnitName", String::new()),
        ("emailAddress", "hostmaster@a.test".to_owned()),
    ];
    Wanted { names, subject }
}

#[test]
fn a_self_signed_certificate_says_what_was_wanted() {
    let key = MadeKeys.generate(KeyKind::P256).unwrap();
    let wanted = wanted(&["a.test", "*.a.test"]);
    let pem = X509.self_signed(&wanted, &key, (FROM, UNTIL)).unwrap();
    let [read] = &X509.read(&pem).unwrap()[..] else { panic!("one certificate") };
    assert_eq!(read.pem, pem);
    assert_eq!(read.names, ["a.test", "*.a.test"]);
    assert_eq!((read.not_before, read.not_after), (FROM, UNTIL));
    assert_eq!(attribute(&read.subject, "commonName"), Some("a.test"));
    assert_eq!(attribute(&read.subject, "organizationName"), Some("Müller & Söhne"));
    assert_eq!(attribute(&read.subject, "organizationalUnitName"), None);
    assert_eq!(attribute(&read.subject, "emailAddress"), Some("hostmaster@a.test"));
    assert_eq!(read.public, MadeKeys.public(&key).unwrap());
    assert_eq!(read.signature_algorithm, "ecdsa-with-SHA256");
    assert!(read.self_signed && !read.authority && read.validation.is_none());
    assert_eq!(read.serial.len(), 32);
}

#[test]
fn a_request_says_what_was_wanted() {
    let key = MadeKeys.generate(KeyKind::Rsa2048).unwrap();
    let pem = X509.request(&wanted(&["a.test", "www.a.test"]), &key).unwrap();
    let read = X509.read_request(&pem).unwrap();
    assert_eq!(read.pem, pem);
    assert_eq!(read.names, ["a.test", "www.a.test"]);
    assert_eq!(attribute(&read.subject, "countryName"), Some("DE"));
    assert_eq!(read.public, MadeKeys.public(&key).unwrap());
    assert!(X509.read_request(&pem.replace("-----\nMII", "-----\nMIJ")).is_err());
    assert!(X509.read(&pem).is_err());
}

#[test]
fn who_signed_whom_is_seen() {
    let root_key = rcgen::KeyPair::generate().unwrap();
    let mut root = rcgen::CertificateParams::new(Vec::new()).unwrap();
    root.distinguished_name.push(rcgen::DnType::CommonName, "Test root");
    root.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let root_pem = root.self_signed(&root_key).unwrap().pem();
    let issuer = rcgen::Issuer::new(root, &root_key);
    let leaf_key = rcgen::KeyPair::generate().unwrap();
    let leaf = rcgen::CertificateParams::new(["a.test".to_owned()]).unwrap();
    let leaf = leaf.signed_by(&leaf_key, &issuer).unwrap().pem();
    let both = X509.read(&format!("{leaf}\n{root_pem}")).unwrap();
    let [leaf, root] = &both[..] else { panic!("two certificates") };
    assert!(root.authority && root.self_signed && !leaf.self_signed);
    assert!(X509.is_signed_by(leaf, root) && !X509.is_signed_by(root, leaf));
    assert_eq!(leaf.issuer, root.subject);
}

#[test]
fn what_is_no_certificate_is_refused() {
    let empty = "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n";
    for text in ["", "x", empty, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
        assert_eq!(X509.read(text).unwrap_err(), "it is no certificate in PEM", "{text}");
        assert!(X509.read_request(text).is_err());
    }
}

#[test]
fn an_authority_signs_certificates_of_servers() {
    let (authority_key, key) =
        (MadeKeys.generate(KeyKind::P256).unwrap(), MadeKeys.generate(KeyKind::Rsa2048).unwrap());
    let authority = X509.authority("Test authority", &authority_key, (FROM, UNTIL)).unwrap();
    let authority = X509.read(&authority).unwrap().remove(0);
    assert!(authority.authority && authority.self_signed);
    let wanted = Wanted { names: vec!["a.test".to_owned()], subject: Vec::new() };
    let by = ("Test authority", &authority_key);
    let signed = X509.signed(&wanted, &key, by, (FROM, UNTIL)).unwrap();
    let signed = X509.read(&signed).unwrap().remove(0);
    assert!(X509.is_signed_by(&signed, &authority) && !X509.is_signed_by(&authority, &signed));
    assert!(!signed.authority && !signed.self_signed);
    assert_eq!((signed.names, signed.not_after), (wanted.names, UNTIL));
    assert_eq!(attribute(&signed.issuer, "commonName"), Some("Test authority"));
    assert_eq!(signed.public, MadeKeys.public(&key).unwrap());
}
