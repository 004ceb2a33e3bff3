//! Members that listen on this machine.

use std::{
    error::Error as _,
    fs,
    io::{BufRead as _, BufReader, Write as _},
    net::{IpAddr, SocketAddr, TcpListener},
    os::unix::fs::PermissionsExt as _,
    sync::{Arc, mpsc},
    thread,
    time::{Duration, Instant},
};

use rustls_pki_types::{CertificateDer, PrivateKeyDer, pem::PemObject as _};
use tempfile::TempDir;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned, crypto::ring};

use super::*;

const TOKEN: &str = "CANARY0123456789";
const HERE: IpAddr = IpAddr::V4(std::net::Ipv4Addr::LOCALHOST);

/// A server over TLS that gives every caller the same bytes.
struct Listener {
    address: SocketAddr,
    pem: String,
    /// The head of each request.
    asked: mpsc::Receiver<String>,
}

/// One whose certificate is for that name.
fn listener_named(name: &str, answer: Vec<u8>) -> Listener {
    let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
    let (pem, key) = (made.cert.pem(), made.signing_key.serialize_pem());
    let chain = vec![CertificateDer::from_pem_slice(pem.as_bytes()).unwrap()];
    let config = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(chain, PrivateKeyDer::from_pem_slice(key.as_bytes()).unwrap())
        .unwrap();
    let config = Arc::new(config);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let (told, asked) = mpsc::channel();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let tls = ServerConnection::new(Arc::clone(&config)).unwrap();
            let mut stream = BufReader::new(StreamOwned::new(tls, stream.unwrap()));
            let mut head = String::new();
            // A caller who does not trust the certificate says nothing.
            while stream.read_line(&mut head).is_ok_and(|length| length > 2) {}
            if !head.is_empty() && told.send(head).is_ok() {
                // A caller to whom it is too much hangs up.
                drop(stream.get_mut().write_all(&answer));
                stream.get_mut().conn.send_close_notify();
                drop(stream.get_mut().flush());
            }
        }
    });
    Listener { address, pem, asked }
}

fn listener(answer: &str) -> Listener {
    listener_named("127.0.0.1", answer.as_bytes().to_vec())
}

fn http(status: &str, headers: &str, body: &str) -> String {
    let length = body.len();
    format!("HTTP/1.1 {status}\r\nContent-Length: {length}\r\n{headers}\r\n{body}")
}

fn privileges(clustering: u8) -> String {
    let body = format!(
        r#"{{"data":{{"privileges":[{{"all":0,"clustering":{clustering}}}]}},"metadata":{{"version":1,"reason":"OK","result":1,"command":"myprivs"}}}}"#
    );
    http("200 OK", "Content-Type: application/json\r\n", &body)
}

/// A folder with the token, and root's member that is asked with it.
fn member(address: SocketAddr, trusted: Trusted) -> (TempDir, ClusterMember) {
    let folder = tempfile::tempdir().unwrap();
    let token_file = folder.path().join("token");
    fs::write(&token_file, format!("{TOKEN}\n")).unwrap();
    fs::set_permissions(&token_file, fs::Permissions::from_mode(0o600)).unwrap();
    let (owner, user) = ("root".parse().unwrap(), "neighbour".parse().unwrap());
    (folder, ClusterMember { owner, address, hostname: None, user, token_file, trusted })
}

fn exactly(pem: &str) -> Trusted {
    let certificate = CertificateDer::from_pem_slice(pem.as_bytes()).unwrap();
    Trusted::Exactly(Fingerprint::of(&certificate))
}

/// What root gets to know of the one member, within that time.
fn ask_within(member: ClusterMember, patience: Duration) -> Result<Option<bool>> {
    let mut members = ClusterMembers::new([member]);
    members.patience = patience;
    members.takes_from_us(&"root".parse().unwrap(), HERE)
}

fn ask(member: ClusterMember) -> Result<Option<bool>> {
    ask_within(member, PATIENCE)
}

/// The sentence and all causes of an error, which hold no token.
fn whole(error: &Error) -> String {
    assert_eq!(error.kind(), Kind::Unavailable);
    let mut said = format!("{error} {error:?}");
    let mut cause = error.source();
    while let Some(deeper) = cause {
        said = format!("{said} {deeper} {deeper:?}");
        cause = deeper.source();
    }
    assert!(!said.contains("CANARY"), "{said}");
    error.to_string()
}

#[test]
fn the_privileges_of_our_token_decide() {
    for (answer, wanted) in [
        (privileges(1), true),
        (privileges(0), false),
        (http("403 Forbidden", "", "Access denied"), false),
        (http("401 Unauthorized", "", ""), false),
    ] {
        let there = listener(&answer);
        let (_folder, member) = member(there.address, exactly(&there.pem));
        assert_eq!(ask(member).unwrap(), Some(wanted), "{answer}");
        let asked = there.asked.recv().unwrap().to_lowercase();
        assert!(asked.starts_with("get /json-api/myprivs?api.version=1 http/1.1\r\n"), "{asked}");
        let authorization = format!("authorization: whm neighbour:{}\r\n", TOKEN.to_lowercase());
        assert!(asked.contains(&authorization), "{asked}");
        assert!(asked.contains(&format!("host: {}\r\n", there.address)), "{asked}");
    }
}

#[test]
fn only_members_of_the_callers_own_cluster_are_asked() {
    let there = listener(&privileges(1));
    let (_folder, member) = member(there.address, exactly(&there.pem));
    let members = ClusterMembers::new([member]);
    let ask = |owner: &str, ip: &str| {
        members.takes_from_us(&owner.parse().unwrap(), ip.parse().unwrap()).unwrap()
    };
    assert_eq!(ask("bob", "127.0.0.1"), None);
    assert_eq!(ask("root", "127.0.0.2"), None);
    assert!(there.asked.try_recv().is_err(), "nobody was asked");
    assert_eq!(ask("root", "::ffff:127.0.0.1"), Some(true), "the same address, written otherwise");
}

#[test]
fn what_is_no_answer_is_an_error() {
    let elsewhere = listener(&privileges(1));
    let location = format!("Location: https://{}/\r\n", elsewhere.address);
    let long = format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(LONG));
    let headers = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(LONG));
    for (answer, said) in [
        (http("302 Found", &location, ""), "answers with the status 302."),
        (http("500 Internal Server Error", "", "sorry"), "answers with the status 500."),
        (http("200 OK", "", "<html>login</html>"), "gives no answer of WHM API 1."),
        (http("200 OK", "", r#"{"metadata":{"result":0}}"#), "gives no answer of WHM API 1."),
        ("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{".to_owned(), "no answer of WHM API 1."),
        ("SSH-2.0-OpenSSH\r\n".to_owned(), "gives no answer of WHM API 1."),
        (long, "gives no answer of WHM API 1."),
        (headers, "gives no answer of WHM API 1."),
    ] {
        let there = listener(&answer);
        let (_folder, member) = member(there.address, exactly(&there.pem));
        let told = whole(&ask(member).unwrap_err());
        assert!(told.starts_with(&format!("The member {} of", there.address)), "{told}");
        assert!(told.ends_with(said), "{told}");
    }
    assert!(elsewhere.asked.try_recv().is_err(), "no redirect is followed");
}

/// More than any answer may be, in bytes.
const LONG: usize = 1 << 20;

#[test]
fn who_is_away_or_silent_does_not_answer() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let some = exactly(&listener("").pem);
    let (_folder, away) = member(closed, some.clone());
    assert!(whole(&ask(away).unwrap_err()).ends_with("does not answer."));

    // The system takes the connection; nobody speaks.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let (_folder, silent) = member(silent.local_addr().unwrap(), some);
    let begun = Instant::now();
    let told = whole(&ask_within(silent, Duration::from_millis(200)).unwrap_err());
    assert!(told.ends_with("does not answer."), "{told}");
    assert!(begun.elapsed() < Duration::from_secs(5));
}

#[test]
fn nothing_is_said_to_a_server_whose_certificate_is_not_the_trusted_one() {
    let there = listener(&privileges(1));
    let named = listener_named("ns1.member.test", privileges(1).into_bytes());
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, pem: &str| {
        let path = folder.path().join(name);
        fs::write(&path, pem).unwrap();
        Trusted::File(path)
    };
    let (own, other) = (file("own.pem", &there.pem), file("other.pem", &named.pem));
    for (address, hostname, trusted, wanted) in [
        (there.address, None, own.clone(), true),
        (there.address, None, exactly(&there.pem), true),
        (named.address, Some("ns1.member.test"), other.clone(), true),
        // Which name it has does not matter where the very certificate is known.
        (named.address, None, exactly(&named.pem), true),
        (there.address, None, other.clone(), false),
        (there.address, None, exactly(&named.pem), false),
        (there.address, Some("ns1.member.test"), own, false),
        (named.address, None, other, false),
    ] {
        let (_folder, mut member) = member(address, trusted);
        member.hostname = hostname.map(str::to_owned);
        let case = format!("{member:?}");
        if wanted {
            assert_eq!(ask(member).unwrap(), Some(true), "{case}");
        } else {
            let told = whole(&ask(member).unwrap_err());
            assert!(told.ends_with("not the one trusted for it."), "{case}: {told}");
        }
    }
    // Whether the machine trusts anybody or not, it does not trust this one.
    let (_folder, of_machine) = member(there.address, Trusted::Machine);
    assert!(ask(of_machine).is_err());
    let heard = |listener: &Listener| listener.asked.try_iter().count();
    assert_eq!((heard(&there), heard(&named)), (2, 2));
}

#[test]
fn the_token_is_read_for_each_question() {
    let there = listener(&privileges(1));
    let (_folder, member) = member(there.address, exactly(&there.pem));
    let path = member.token_file.clone();
    let members = ClusterMembers::new([member]);
    members.check().unwrap();
    let ask = || members.takes_from_us(&"root".parse().unwrap(), HERE);
    assert_eq!(ask().unwrap(), Some(true));
    fs::write(&path, "ANOTHER").unwrap();
    assert_eq!(ask().unwrap(), Some(true));
    let heads: Vec<String> = there.asked.try_iter().collect();
    assert!(heads[0].contains(TOKEN) && heads[1].contains("whm neighbour:ANOTHER\r\n"));
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
    let told = whole(&ask().unwrap_err());
    assert!(told.contains("chmod 600"), "{told}");
    assert_eq!(members.check().unwrap_err().to_string(), told);
}

#[test]
fn silent_members_take_no_more_than_their_share_of_threads() {
    let there = listener(&privileges(1));
    let (_folder, member) = member(there.address, exactly(&there.pem));
    let members = ClusterMembers::new([member]);
    let ask = || members.takes_from_us(&"root".parse().unwrap(), HERE);
    let turns: Vec<_> = (0..QUESTIONS_MAX).map(|_| Turn::take(&members.under_way)).collect();
    assert!(turns.iter().all(Result::is_ok));
    assert_eq!(ask().unwrap_err().kind(), Kind::Busy);
    drop(turns);
    assert_eq!(ask().unwrap(), Some(true), "the refused one took no place");
}
