//! The server, asked over TLS.

use std::{net::SocketAddr, sync::Arc};

use api::{
    DomainName, Secret,
    ports::{Site, Tls as _, TlsIdentity, TlsSite},
};
use rustls_pki_types::{CertificateDer, PrivateKeyDer, ServerName, pem::PemObject as _};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
};
use tokio_rustls::{
    TlsConnector,
    rustls::{ClientConfig, RootCertStore, ServerConfig, crypto::ring},
};

use super::{Speech, serve};
use crate::embedded::Machine;

/// A certificate for a name, with its key.
fn identity(name: &str) -> TlsIdentity {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    TlsIdentity { chain: made.cert.pem(), key: Secret::new(made.signing_key.serialize_pem()) }
}

fn domain() -> DomainName {
    "a.test".parse().unwrap()
}

fn tls(identity: Option<TlsIdentity>, redirects: bool) -> TlsSite {
    TlsSite { domain: domain(), identity, redirects, primary_of: None }
}

/// A machine with the site `a.test`, served in some way.
async fn served(speech: Speech) -> (Arc<Machine>, SocketAddr) {
    let machine = Arc::new(Machine::temporary().unwrap());
    let account: api::UserName = "alice".parse().unwrap();
    machine.homes.make(&account).unwrap();
    let document_root = "public_html".to_owned();
    let site =
        Site { domain: domain(), account, document_root, suspended: false, redirects: Vec::new() };
    api::ports::Web::apply(&*machine, &site).unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let meter = Arc::new(|_: &str, _| {});
    tokio::spawn(serve(listener, Arc::clone(&machine), meter, speech, std::future::pending()));
    (machine, address)
}

/// The server's own configuration, for `host.test`.
fn own() -> (TlsIdentity, Speech) {
    let identity = identity("host.test");
    let chain = CertificateDer::from_pem_slice(identity.chain.as_bytes()).unwrap();
    let key = PrivateKeyDer::from_pem_slice(identity.key.reveal().as_bytes()).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![chain], key)
        .unwrap();
    (identity, Speech::Tls(Arc::new(config)))
}

/// Asks for `/` as a browser that trusts one certificate; gives the answer's first line.
async fn ask(at: SocketAddr, name: &str, trusted: &str) -> std::io::Result<String> {
    let mut roots = RootCertStore::empty();
    roots.add(CertificateDer::from_pem_slice(trusted.as_bytes()).unwrap()).unwrap();
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_root_certificates(roots)
        .with_no_client_auth();
    let stream = TcpStream::connect(at).await?;
    let server = ServerName::try_from(name.to_owned()).unwrap();
    let mut stream = TlsConnector::from(Arc::new(config)).connect(server, stream).await?;
    let request = format!("GET / HTTP/1.1\r\nHost: {name}\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await?;
    let mut answer = String::new();
    // The server may end without a farewell.
    drop(stream.read_to_string(&mut answer).await);
    Ok(answer.lines().next().unwrap_or_default().to_owned())
}

async fn ask_plainly(at: SocketAddr, path: &str) -> String {
    let mut stream = TcpStream::connect(at).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: a.test:80\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn a_site_shows_its_own_certificate_to_who_asks_for_it() {
    let (own, speech) = own();
    let (machine, at) = served(speech).await;
    assert!(ask(at, "a.test", &own.chain).await.is_err(), "the name is not in the server's own");
    assert_eq!(ask(at, "host.test", &own.chain).await.unwrap(), "HTTP/1.1 404 Not Found");

    let first = identity("a.test");
    let trusted = first.chain.clone();
    machine.apply(&tls(Some(first), false)).unwrap();
    assert_eq!(ask(at, "a.test", &trusted).await.unwrap(), "HTTP/1.1 200 OK");
    assert_eq!(ask(at, "host.test", &own.chain).await.unwrap(), "HTTP/1.1 404 Not Found");

    let second = identity("a.test");
    let renewed = second.chain.clone();
    machine.apply(&tls(Some(second), false)).unwrap();
    assert!(ask(at, "a.test", &trusted).await.is_err());
    assert_eq!(ask(at, "a.test", &renewed).await.unwrap(), "HTTP/1.1 200 OK");

    api::ports::Tls::withdraw(&*machine, &domain()).unwrap();
    assert!(ask(at, "a.test", &renewed).await.is_err());
}

#[tokio::test]
async fn who_names_no_site_is_shown_the_primary_one_of_the_address() {
    let (_, speech) = own();
    let (machine, at) = served(speech).await;
    let names = ["a.test".to_owned(), "127.0.0.1".to_owned()];
    let made = rcgen::generate_simple_self_signed(names).unwrap();
    let (chain, key) = (made.cert.pem(), made.signing_key.serialize_pem());
    let site = |primary_of: Option<&str>| TlsSite {
        primary_of: primary_of.map(|address| address.parse().unwrap()),
        ..tls(Some(TlsIdentity { chain: chain.clone(), key: Secret::new(key.clone()) }), false)
    };
    // A visitor who calls the server by its address names no site.
    for (primary_of, is_shown) in
        [(None, false), (Some("127.0.0.1"), true), (Some("192.0.2.1"), false)]
    {
        machine.apply(&site(primary_of)).unwrap();
        assert_eq!(ask(at, "127.0.0.1", &chain).await.is_ok(), is_shown, "{primary_of:?}");
        assert_eq!(ask(at, "a.test", &chain).await.unwrap(), "HTTP/1.1 200 OK");
    }
    machine.apply(&site(Some("127.0.0.1"))).unwrap();
    api::ports::Tls::withdraw(&*machine, &domain()).unwrap();
    assert!(ask(at, "127.0.0.1", &chain).await.is_err());
}

#[tokio::test]
async fn who_speaks_no_tls_harms_nobody() {
    let (own, speech) = own();
    let (_machine, at) = served(speech).await;
    let mut stream = TcpStream::connect(at).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\n\r\n").await.unwrap();
    let mut said = Vec::new();
    drop(stream.read_to_end(&mut said).await);
    assert!(!said.starts_with(b"HTTP"));
    assert_eq!(ask(at, "host.test", &own.chain).await.unwrap(), "HTTP/1.1 404 Not Found");
}

#[tokio::test]
async fn visitors_are_sent_to_https_where_the_site_wants_it() {
    let (machine, at) = served(Speech::Plain { tls_port: Some(8443) }).await;
    assert!(ask_plainly(at, "/").await.starts_with("HTTP/1.1 200"));
    machine.apply(&tls(None, true)).unwrap();
    let moved = ask_plainly(at, "/a?b=c").await;
    assert!(moved.starts_with("HTTP/1.1 301"), "{moved}");
    assert!(moved.contains("\nlocation: https://a.test:8443/a?b=c\r\n"), "{moved}");
    assert!(ask_plainly(at, "/.well-known/x").await.starts_with("HTTP/1.1 404"));
}

#[tokio::test]
async fn nobody_is_sent_where_no_one_listens() {
    let (machine, at) = served(Speech::Plain { tls_port: None }).await;
    machine.apply(&tls(None, true)).unwrap();
    assert!(ask_plainly(at, "/").await.starts_with("HTTP/1.1 200"));
}
