//! Clients that take their time, and those that guess: others do not notice.

use std::{
    io::{Read as _, Write as _},
    net::TcpStream,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

#[test]
fn slow_heads_are_closed_while_others_are_served() {
    attack("-H", SLOW * 2 / 3);
}

/// Who shows no credentials is refused before the body, and so never many at a time.
#[test]
fn slow_bodies_are_closed_while_others_are_served() {
    attack("-B", 0);
}

#[test]
fn slow_readers_are_closed_while_others_are_served() {
    attack("-X", SLOW * 2 / 3);
}

/// How many clients an attack has.
const SLOW: usize = 300;

/// Clients that are slow in one way: at least so many are let in at a time, and all are gone 45
/// seconds later. That is asked of the server's descriptors, since a client that does not read does
/// not see its connection end.
fn attack(mode: &str, at_a_time: usize) {
    let server = Innkeeper::start();
    let idle = descriptors(&server);
    let (url, clients) = (server.whm("/json-api/version"), SLOW.to_string());
    let mut attack = Command::new("slowhttptest");
    attack.args([mode, "-c", &clients, "-i", "10", "-r", "150", "-l", "60", "-u", &url]);
    let mut attack = attack.stdout(Stdio::null()).spawn().unwrap();
    let began = Instant::now();
    let mut most = 0;
    while began.elapsed() < Duration::from_secs(45) {
        let asked = Instant::now();
        assert_eq!(server.call("version", &[])["metadata"]["result"], 1);
        assert!(asked.elapsed() < Duration::from_secs(3), "{mode}: others wait");
        let open = descriptors(&server);
        most = most.max(open);
        if most > idle + at_a_time && began.elapsed() > Duration::from_secs(10) && open < idle + 20
        {
            break;
        }
        std::thread::sleep(Duration::from_millis(200));
    }
    let left = descriptors(&server).saturating_sub(idle);
    drop(attack.kill());
    attack.wait().unwrap();
    assert!(most > idle + at_a_time, "{mode}: there were {most} at the most");
    assert!(left < 20, "{mode}: {left} slow clients are still there");
}

/// How many descriptors the server has open.
fn descriptors(server: &Innkeeper) -> usize {
    std::fs::read_dir(format!("/proc/{}/fd", server.pid())).unwrap().count()
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
    assert!(server.log_in(&server.cpanel(""), "anna", "wrong-lamp-1").is_none());
    // As after many more, which would take long.
    state::raise_failures(&server, 40);
    assert!(server.log_in(&server.cpanel(""), "anna", PASSWORD).is_none());
    server.start_again();
    assert!(server.log_in(&server.cpanel(""), "anna", PASSWORD).is_none());
}
