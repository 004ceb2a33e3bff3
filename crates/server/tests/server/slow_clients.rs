//! Clients that take their time, and those that guess: others do not notice.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    process::Command,
    time::{Duration, Instant},
};

use crate::support::{Innkeeper, PASSWORD};

/// How long a whole attack may hold connections.
const SECONDS: &str = "60";

#[test]
fn slow_heads_bodies_and_readers_are_closed_while_others_are_served() {
    let server = Innkeeper::start();
    for mode in ["-H", "-B", "-X"] {
        let url = server.whm("/json-api/version");
        let mut attack = Command::new("slowhttptest");
        attack.args([
            mode, "-c", "300", "-i", "10", "-r", "150", "-l", SECONDS, "-p", "3", "-u", &url,
        ]);
        let attack = attack.stdout(std::process::Stdio::piped()).spawn().unwrap();
        let began = Instant::now();
        while began.elapsed() < Duration::from_secs(5) {
            let asked = Instant::now();
            assert_eq!(server.call("version", &[])["metadata"]["result"], 1);
            assert!(asked.elapsed() < Duration::from_secs(3), "{mode}: others wait");
        }
        let said = attack.wait_with_output().unwrap();
        let said = String::from_utf8_lossy(&said.stdout).into_owned();
        let closed =
            said.contains("No open connections left") || said.contains("closed:             300");
        assert!(closed, "{mode}: slow clients were not closed: {said}");
    }
}

#[test]
fn a_client_that_says_nothing_is_closed() {
    let server = Innkeeper::start();
    let began = Instant::now();
    let mut silent = TcpStream::connect(server.address("whm")).unwrap();
    silent.set_read_timeout(Some(Duration::from_secs(40))).unwrap();
    let mut buffer = [0; 64];
    let read = silent.read(&mut buffer);
    assert!(matches!(read, Ok(0) | Err(_)), "{read:?}");
    assert!(began.elapsed() < Duration::from_secs(35), "{:?}", began.elapsed());
    drop(silent.write_all(b"x"));
}

#[test]
fn guessing_is_slowed_and_tells_nothing() {
    let server = Innkeeper::start();
    server.account("anna");
    let client = server.client();
    let login = |user: &str, password: &str| {
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let response = client.post(server.cpanel("/login")).form(&form).send().unwrap();
        (response.status().as_u16(), response.text().unwrap())
    };
    let wrong = login("anna", "wrong-lamp-1");
    assert_eq!(wrong.0, 401);
    assert_eq!(login("nobody", "wrong-lamp-1"), wrong, "an unknown user is told the same");
    for turn in 0..8 {
        assert_eq!(login("anna", &format!("wrong-lamp-{turn}")), wrong);
    }
    assert_eq!(login("anna", PASSWORD), wrong, "a held user is told the same");
    assert_eq!(server.call("version", &[])["metadata"]["result"], 1, "tokens are not held");
}

#[test]
fn the_lock_survives_a_restart() {
    let mut server = Innkeeper::start();
    server.account("anna");
    for _ in 0..12 {
        assert!(server.log_in(&server.cpanel(""), "anna", "wrong-lamp-1").is_none());
    }
    assert!(server.log_in(&server.cpanel(""), "anna", PASSWORD).is_none());
    server.start_again();
    assert!(server.log_in(&server.cpanel(""), "anna", PASSWORD).is_none());
}
