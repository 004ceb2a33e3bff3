//! What those without valid credentials may try.

use std::time::Duration;

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::{front, heard, plain};
use crate::{config::Limits, http::tls};

#[tokio::test]
async fn who_shows_nothing_is_refused_with_the_line_that_clients_know() {
    let front = plain().await;
    let said = front.says(b"GET /json-api/version?api.version=1 HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(said.starts_with("HTTP/1.1 403 Forbidden Access denied\r\n"), "{said}");
    assert!(said.contains("\r\nserver: innkeeper\r\n"), "{said}");
    assert!(said.contains("\r\ncontent-length: 120\r\n"), "{said}");
    assert!(said.contains("\r\ncache-control: no-cache, no-store\r\n"), "{said}");
    assert!(said.ends_with("\"result\":\"0\"},\"type\":\"text\"}}"), "{said}");
    let said = front.says(b"GET /json-api/ HTTP/1.1\r\nHost: x\r\n\r\n").await;
    assert!(said.starts_with("HTTP/1.1 403 "), "{said}");
}

#[tokio::test]
async fn stray_bytes_behind_a_body_get_no_second_answer() {
    let front = plain().await;
    let head = "POST /xml-api/version HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\n";
    for stray in ["", "\r\n\r\n", "&b=2\r\n\r\n", "\0\0\0\0 junk junk\r\n\r\n"] {
        let said = front.says(format!("{head}a=1{stray}").as_bytes()).await;
        assert!(said.starts_with("HTTP/1.1 403 "), "{stray:?}: {said}");
        assert_eq!(said.matches("HTTP/1.1").count(), 1, "{stray:?}: {said}");
    }
    let two = front.says(format!("{head}a=1{head}a=1").as_bytes()).await;
    assert_eq!(two.matches("HTTP/1.1 403").count(), 2, "{two}");
}

#[tokio::test]
async fn long_lines_work_and_longer_heads_are_refused() {
    let front = plain().await;
    let line = |length: usize| {
        format!("GET /json-api/version?a={} HTTP/1.1\r\nHost: x\r\n\r\n", "a".repeat(length))
    };
    let head = |length: usize| {
        let field = "a".repeat(length / 2);
        format!("GET /json-api/version HTTP/1.1\r\nHost: x\r\nA: {field}\r\nB: {field}\r\n\r\n")
    };
    for (request, status) in [
        (line(65_000), "403"),
        (line(66_000), "414"),
        (head(120 << 10), "403"),
        (head(200 << 10), "431"),
    ] {
        let said = front.says(request.as_bytes()).await;
        assert!(said.starts_with(&format!("HTTP/1.1 {status} ")), "{status}: {said}");
    }
}

#[tokio::test]
async fn bodies_that_are_too_long_or_compressed_are_refused_unread() {
    let front = plain().await;
    let head = "POST /json-api/version HTTP/1.1\r\nHost: x\r\nAuthorization: whm root:X\r\n";
    for (field, status) in [
        ("Content-Length: 16777217", "413 Payload Too Large"),
        ("Content-Length: 9223372036854775807", "413 Payload Too Large"),
        ("Content-Length: 10\r\nContent-Encoding: gzip", "415 Unsupported Media Type"),
    ] {
        let said = front.says(format!("{head}{field}\r\n\r\n").as_bytes()).await;
        assert!(said.starts_with(&format!("HTTP/1.1 {status}\r\n")), "{field}: {said}");
        assert!(said.contains("\r\nconnection: close\r\n"), "{field}: {said}");
        assert!(
            said.contains("\"result\":\"0\"},\"type\":\"text\",\"error\":\"The body"),
            "{field}: {said}"
        );
    }
}

#[tokio::test]
async fn framing_that_can_be_read_in_two_ways_is_refused() {
    let front = plain().await;
    for fields in [
        "Content-Length: 3\r\nContent-Length: 4",
        "Content-Length: +3",
        "Transfer-Encoding: gzip",
        "Content-Length : 3",
    ] {
        let request =
            format!("POST /json-api/version HTTP/1.1\r\nHost: x\r\n{fields}\r\n\r\n0\r\n\r\n");
        let said = front.says(request.as_bytes()).await;
        assert!(said.starts_with("HTTP/1.1 400 "), "{fields}: {said}");
        assert_eq!(said.matches("HTTP/1.1").count(), 1, "{fields}: {said}");
    }
}

#[tokio::test]
async fn a_body_with_two_lengths_is_chunked_and_the_last() {
    let front = plain().await;
    let head = "POST /json-api/version HTTP/1.1\r\nHost: x\r\n";
    for fields in [
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
    ] {
        let hidden = "GET /json-api/hidden HTTP/1.1\r\nHost: x\r\n\r\n";
        let request = format!("{head}{fields}\r\n\r\n0\r\n\r\n{hidden}");
        let said = front.says(request.as_bytes()).await;
        assert_eq!(said.matches("HTTP/1.1").count(), 1, "{fields}: {said}");
        assert!(said.contains("\r\nconnection: close\r\n"), "{fields}: {said}");
    }
}

#[tokio::test]
async fn other_methods_and_other_versions_are_refused() {
    let front = plain().await;
    for method in ["PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
        let said =
            front.says(format!("{method} /json-api/version HTTP/1.1\r\n\r\n").as_bytes()).await;
        assert!(said.starts_with("HTTP/1.1 405 "), "{method}: {said}");
        assert!(!said.contains("access-control"), "{method}: {said}");
    }
    let said = front.says(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n").await;
    assert!(!said.contains("HTTP/2"), "{said}");
}

#[tokio::test]
async fn one_source_has_its_share_of_connections_only() {
    let limits = Limits { connections_per_source: 2, ..Limits::default() };
    let front = front(limits, None).await;
    let mut held = Vec::new();
    for _ in 0..2 {
        let mut stream = TcpStream::connect(front.address).await.unwrap();
        stream.write_all(b"GET /json-api/ HTTP/1.1\r\n\r\n").await.unwrap();
        assert!(heard(&mut stream).await.starts_with("HTTP/1.1 403 "));
        held.push(stream);
    }
    let mut third = TcpStream::connect(front.address).await.unwrap();
    assert!(!matches!(third.read(&mut [0; 9]).await, Ok(1..)), "the third is closed at once");
}

#[tokio::test]
async fn a_handshake_that_never_comes_holds_nobody_up() {
    let made = rcgen::generate_simple_self_signed(["localhost".to_owned()]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let (cert, key) = (folder.path().join("cert.pem"), folder.path().join("key.pem"));
    std::fs::write(&cert, made.cert.pem()).unwrap();
    std::fs::write(&key, made.signing_key.serialize_pem()).unwrap();
    let front = front(Limits::default(), Some(tls::load(&cert, &key).unwrap())).await;
    let _silent = TcpStream::connect(front.address).await.unwrap();
    let trusted = reqwest::Certificate::from_pem(made.cert.pem().as_bytes()).unwrap();
    let client = reqwest::Client::builder().add_root_certificate(trusted).build().unwrap();
    let url = format!("https://localhost:{}/json-api/version", front.address.port());
    let answer = timeout(Duration::from_secs(5), client.get(url).send()).await.unwrap().unwrap();
    assert_eq!(answer.status(), 403);
    assert!(answer.headers().contains_key("strict-transport-security"));
}

#[tokio::test]
async fn idle_connections_end_with_the_listener() {
    let front = plain().await;
    let mut stream = TcpStream::connect(front.address).await.unwrap();
    stream.write_all(b"GET /json-api/ HTTP/1.1\r\n\r\n").await.unwrap();
    assert!(heard(&mut stream).await.starts_with("HTTP/1.1 403 "));
    front.stop.send(()).unwrap();
    assert_eq!(stream.read(&mut [0; 9]).await.unwrap(), 0);
    drop(stream);
    timeout(Duration::from_secs(3), front.served).await.unwrap().unwrap();
    assert!(TcpStream::connect(front.address).await.is_err());
}
