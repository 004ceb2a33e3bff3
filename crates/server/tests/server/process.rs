//! The program as a whole: started as a process, called by its other names, ended by a signal.

use std::{
    fs::{self, Permissions},
    io::{Read as _, Write as _},
    net::TcpStream,
    os::unix::fs::PermissionsExt as _,
    process::Output,
};

use rustix::process::Signal;
use serde_json::Value;

use crate::support::{Innkeeper, Start, command};

/// Serving on free ports.
const SERVE: [&str; 15] = [
    "serve",
    "--whm-port",
    "0",
    "--cpanel-port",
    "0",
    "--webmail-port",
    "0",
    "--dns-port",
    "0",
    "--web-port",
    "0",
    "--web-tls-port",
    "0",
    "--metrics-port",
    "0",
];

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// The exit code, and what was said on standard output.
fn found(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_server_starts_answers_and_ends() {
    let mut server = Innkeeper::start();
    assert!(server.said().contains("first start"), "{}", server.said());
    let token = server.token();
    assert!(!server.said().contains(&token));
    for file in ["root.password", "root.token", "tls/key.pem", "innkeeper.sock"] {
        let mode = fs::metadata(server.data().join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }

    let mut figures = TcpStream::connect(server.address("metrics")).unwrap();
    figures.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    figures.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");

    let second = server.command(&SERVE);
    assert_eq!(second.status.code(), Some(2));
    assert!(stderr(&second).contains("Another innkeeper"), "{}", stderr(&second));

    assert_eq!(server.end(Signal::TERM), Some(0));
    assert!(!server.data().join("innkeeper.sock").exists());

    server.start_again();
    assert_eq!(server.said().matches("first start").count(), 1, "{}", server.said());
    assert_eq!(server.token(), token);
    assert_eq!(server.end(Signal::INT), Some(0));
}

#[test]
fn a_server_that_was_killed_starts_again() {
    let mut server = Innkeeper::start();
    assert_eq!(server.end(Signal::KILL), None);
    server.start_again();
    assert_eq!(server.end(Signal::TERM), Some(0));
}

#[test]
fn functions_are_called_through_the_local_socket() {
    let mut server = Innkeeper::start();

    let version = server.command(&["whmapi1", "--output=json", "version"]);
    assert_eq!(version.status.code(), Some(0), "{}", stderr(&version));
    let answer: Value = serde_json::from_slice(&version.stdout).unwrap();
    assert_eq!(answer["metadata"]["result"], 1);

    let (code, answer) = found(&server.command(&["whmapi1", "nope"]));
    assert_eq!(code, Some(1));
    assert!(answer.starts_with("---\n") && answer.contains("result: 0"), "{answer}");

    let stranger = server.command(&["whmapi1", "--user=nobody", "version"]);
    assert_eq!(found(&stranger), (Some(2), String::new()));

    assert_eq!(server.end(Signal::TERM), Some(0));
    let gone = server.command(&["whmapi1", "version"]);
    assert_eq!(gone.status.code(), Some(2));
    assert!(stderr(&gone).contains("No server runs"), "{}", stderr(&gone));
}

#[test]
fn secrets_that_others_can_read_stop_the_start() {
    let mut server = Innkeeper::start();
    server.end(Signal::TERM);
    fs::set_permissions(server.data().join("root.token"), Permissions::from_mode(0o644)).unwrap();
    let refused = server.command(&SERVE);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("chmod 600"), "{}", stderr(&refused));
}

#[test]
fn a_seeded_store_is_as_it_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let seeded = command(&data, &["seed", "--accounts", "50"]);
    assert_eq!(seeded.status.code(), Some(0), "{}", stderr(&seeded));
    let fine = (Some(0), String::new());
    assert_eq!(found(&command(&data, &["check"])), fine);
    let mut server = Start::default().on(folder);
    let beside = server.command(&["check"]);
    assert_eq!(found(&beside), fine, "{}", stderr(&beside));
    assert_eq!(server.end(Signal::TERM), Some(0));
}

/// A release build has no such place to be killed at.
#[cfg(debug_assertions)]
#[test]
fn an_account_is_whole_or_absent_wherever_its_creation_is_killed() {
    for (place, step) in ["written", "committed", "after-user", "before-site", "applied", "closed"]
        .into_iter()
        .enumerate()
    {
        let environment = &[("INNKEEPER_KILL_AT", step)];
        let mut server = Start { environment, ..Start::default() }.server();
        let words = ["whmapi1", "createacct", "username=amy", "domain=amy.test"];
        let call = server.command(&[&words[..], &["password=Quarry-lamp-7-vivid"]].concat());
        assert_eq!(call.status.code(), Some(2), "{step}: {}", stderr(&call));
        server.start_again();
        assert_eq!(found(&server.command(&["check"])), (Some(0), String::new()), "{step}");
        let amy = server.command(&["whmapi1", "--output=json", "accountsummary", "user=amy"]);
        let amy: Value = serde_json::from_slice(&amy.stdout).unwrap();
        assert_eq!(amy["metadata"]["result"], i32::from(place > 0), "{step}");
    }
}
