//! Keys and certificates for the tests of this module.

use api::Secret;
use functions::testing::World;

use crate::testing::Calls as _;

/// A certificate that another one signed, with its key; all in PEM.
#[derive(Clone)]
pub(crate) struct Signed {
    pub(crate) certificate: String,
    pub(crate) key: String,
    /// The intermediate certificate that signed it.
    pub(crate) bundle: String,
}

/// A private key that was made elsewhere.
pub(crate) fn key() -> Secret {
    Secret::new(unix(&rcgen::KeyPair::generate().unwrap().serialize_pem()))
}

/// A certificate for these names, good in 2026, signed by an intermediate authority.
pub(crate) fn signed(names: &[&str]) -> Signed {
    let authority = |name: &str| {
        let mut params = rcgen::CertificateParams::new(Vec::new()).unwrap();
        params.distinguished_name.push(rcgen::DnType::CommonName, name);
        params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
        params
    };
    let root = rcgen::CertifiedIssuer::self_signed(
        authority("Test root"),
        rcgen::KeyPair::generate().unwrap(),
    )
    .unwrap();
    let issuer = rcgen::CertifiedIssuer::signed_by(
        authority("Test issuer"),
        rcgen::KeyPair::generate().unwrap(),
        &root,
    )
    .unwrap();
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    let mut params = rcgen::CertificateParams::new(names.clone()).unwrap();
    params.distinguished_name.push(rcgen::DnType::CommonName, names[0].as_str());
    params.not_before = rcgen::date_time_ymd(2025, 12, 1);
    params.not_after = rcgen::date_time_ymd(2026, 12, 1);
    let key = rcgen::KeyPair::generate().unwrap();
    let certificate = params.signed_by(&key, &issuer).unwrap();
    Signed {
        certificate: unix(&certificate.pem()),
        key: unix(&key.serialize_pem()),
        bundle: unix(&issuer.pem()),
    }
}

/// The id of a new private key of `alice`.
pub(crate) fn generated(world: &World) -> String {
    let form = [("keytype", "ecdsa-prime256v1")];
    let made = world.uapi_data("alice", "SSL", "generate_key", &form);
    made["id"].as_str().unwrap().to_owned()
}

/// The parameters of a certificate or request that name its owner, and these.
pub(crate) fn subject<'a>(others: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut form = vec![
        ("countryName", "de"),
        ("stateOrProvinceName", "Schleswig-Holstein"),
        ("localityName", "Kiel"),
        ("organizationName", "Alice & Co"),
    ];
    form.extend(others);
    form
}

/// The world with a self-signed certificate of `alice` for `alice.test` and `www.alice.test`.
pub(crate) fn with_certificate(world: World) -> World {
    let key = generated(&world);
    let form = subject(&[("key_id", &key), ("domains", "alice.test,www.alice.test")]);
    world.uapi("alice", "SSL", "generate_cert", &form).unwrap();
    world
}

/// The same, with the certificate on the site `alice.test`.
pub(crate) fn with_installed(world: World) -> World {
    let world = with_certificate(world);
    let form = [("domain", "alice.test")];
    let found = world.uapi_data("alice", "SSL", "fetch_best_for_domain", &form);
    let text = |key: &str| found[key].as_str().unwrap();
    let form = [("domain", "alice.test"), ("cert", text("crt")), ("key", text("key"))];
    world.uapi("alice", "SSL", "install_ssl", &form).unwrap();
    world
}

fn unix(pem: &str) -> String {
    pem.replace("\r\n", "\n")
}
