//! Certificates of sites, as visitors see them.

use super::*;

fn identity(name: &str, folder: &Path) -> (TlsIdentity, String) {
    let made =
        rcgen::generate_simple_self_signed([name.to_owned(), "127.0.0.1".to_owned()]).unwrap();
    let path = folder.join(format!("{name}.trusted"));
    fs::write(&path, made.cert.pem()).unwrap();
    let key = Secret::new(made.signing_key.serialize_pem());
    (TlsIdentity { chain: made.cert.pem(), key }, path.display().to_string())
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn sites_show_their_own_certificates() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    world.served("b.test", "other", 5_002);
    let tls_port = world.machine.layout.ports.web_tls;
    let (first, trusted) = identity("a.test", world.machine.folder.path());
    let mut tls = TlsSite {
        domain: "a.test".parse().unwrap(),
        identity: Some(first),
        redirects: true,
        primary_of: None,
    };
    world.tls().apply(&tls).unwrap();
    assert_eq!(world.get_tls("a.test", "/", &["--cacert", &trusted]).2, "site of shop");
    assert_eq!(world.get_tls("b.test", "/", &["--cacert", &trusted]).0, 0);
    assert_eq!(world.get_tls("b.test", "/", &["-k"]).2, "site of other");
    let own = world.tls().own().unwrap().unwrap();
    assert!(own.starts_with("-----BEGIN CERTIFICATE-----"));
    let pem = world.machine.layout.config.join("apache/tls/a.test.pem");
    assert_eq!(fs::metadata(&pem).unwrap().permissions().mode() & 0o777, 0o600);

    let (status, place, _) = world.get("a.test", "/a%20b?c=d");
    assert_eq!((status, place), (301, format!("https://a.test:{tls_port}/a%20b?c=d")));
    assert_eq!(world.get("a.test", "/.well-known/x").0, 404);

    // Who names no site is shown the primary one of the address.
    let unnamed = || {
        let at = format!("https://127.0.0.1:{tls_port}/");
        curl(&["--cacert", &trusted, &at]).0
    };
    assert_eq!(unnamed(), 0);
    tls.primary_of = Some(Ipv4Addr::LOCALHOST.into());
    world.tls().apply(&tls).unwrap();
    assert_eq!(unnamed(), 404, "the certificate is the site's, and no site has that name");
    assert_eq!(world.get_tls("a.test", "/", &["--cacert", &trusted]).2, "site of shop");
    assert_eq!(world.get_tls("b.test", "/", &["-k"]).2, "site of other");
    tls.primary_of = None;
    tls.redirects = false;
    world.tls().apply(&tls).unwrap();
    assert_eq!(unnamed(), 0);
    assert_eq!(world.get("a.test", "/").0, 200);

    tls.identity = None;
    world.tls().apply(&tls).unwrap();
    assert_eq!(world.get_tls("a.test", "/", &["--cacert", &trusted]).0, 0);
    assert_eq!(world.get_tls("a.test", "/", &["-k"]).0, 200);
    world.tls().withdraw(&tls.domain).unwrap();
    assert!(world.tls().list().unwrap().is_empty());
}

#[test]
#[ignore = "needs root and Debian's services; run by cargo xtask host-test"]
fn a_certificate_that_the_web_server_cannot_show_is_taken_back() {
    let world = World::new();
    world.served("a.test", "shop", 5_001);
    let (good, trusted) = identity("a.test", world.machine.folder.path());
    let mut tls = TlsSite {
        domain: "a.test".parse().unwrap(),
        identity: Some(good),
        redirects: false,
        primary_of: None,
    };
    world.tls().apply(&tls).unwrap();
    // Its key is too short for OpenSSL as Debian sets it, though nothing is wrong with its form.
    let folder = world.machine.folder.path();
    let [key, certificate] = ["weak.key", "weak.pem"].map(|name| folder.join(name));
    let made = Command::new("/usr/bin/openssl")
        .args(["req", "-x509", "-newkey", "rsa:1024", "-nodes", "-subj", "/CN=a.test", "-keyout"])
        .args([&key, Path::new("-out"), &certificate])
        .output()
        .unwrap();
    assert!(made.status.success());
    let read = |path: &Path| fs::read_to_string(path).unwrap();
    tls.identity = Some(TlsIdentity { chain: read(&certificate), key: Secret::new(read(&key)) });
    assert!(world.tls().apply(&tls).is_err());
    let name = "a.test".parse().unwrap();
    let file = root::Managed { kind: root::Kind::ApacheTls, name };
    let content = Some([read(&certificate), read(&key)].concat().into_bytes());
    let change = root::Change { file, content };
    let refused = world.machine.client.call(&Verb::Publish(vec![change]));
    assert!(matches!(refused, Err(root::Refusal::Rejected { .. })), "{:?}", refused.err());
    let begun = std::time::Instant::now();
    loop {
        let shown = world.get_tls("a.test", "/", &["--cacert", &trusted]);
        if shown.2 == "site of shop" {
            break;
        }
        assert!(begun.elapsed() < std::time::Duration::from_secs(10), "{shown:?}");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
}
