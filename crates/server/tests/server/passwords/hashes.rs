//! What passwords are kept as, and what checking them tells.

use std::{
    io::Write as _,
    net::IpAddr,
    process::{Command, Stdio},
    time::{Duration, Instant},
};

use reqwest::{Certificate, blocking::Client};

use super::{enter, is_in, opens, set};
use crate::{
    state,
    support::{Innkeeper, PASSWORD},
};

/// What the system's crypt(3) makes of a password, asked by way of Perl.
fn crypt(password: &str, setting: &str) -> String {
    let mut perl = Command::new("/usr/bin/perl")
        .args(["-e", "chomp(my ($p, $s) = <STDIN>); print crypt($p, $s)"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    write!(perl.stdin.take().unwrap(), "{password}\n{setting}\n").unwrap();
    String::from_utf8(perl.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn old_hashes_open_and_are_made_new_once() {
    let server = Innkeeper::start();
    server.reseller("rita");
    let is_current = |hash: &str| hash.starts_with("$y$j75$");
    assert!(is_current(&state::password(&server, "rita")));
    let older = [
        "$1$saltstri$",
        "$6$saltstring$",
        "$5$saltstring$",
        "$2b$05$abcdefghijklmnopqrstuu",
        "$y$j9T$LdJMENpBABJJ3hIHjB1Bi.$",
    ];
    for (turn, setting) in older.into_iter().enumerate() {
        // A verdict on the password would hide the hash.
        let password = format!("Meadow-{turn}-lantern-harbor");
        let hash = crypt(&password, setting);
        assert!(hash.starts_with(setting.get(..3).unwrap()), "{hash}");
        state::plant_password(&server, "rita", &hash);
        assert!(!opens(&server, "rita", "Meadow-lantern-9-wrong"));
        assert_eq!(state::password(&server, "rita"), hash, "a failed login changes nothing");
        let session = enter(&server, "rita", &password).unwrap();
        let renewed = state::password(&server, "rita");
        assert!(is_current(&renewed), "{setting}: {renewed}");
        assert_eq!(crypt(&password, &renewed), renewed);
        assert_eq!(state::machine_password(&server, "rita"), renewed);
        assert!(is_in(&server, &session), "{setting}: the session of this login goes on");
        assert!(opens(&server, "rita", &password) && enter(&server, "rita", &password).is_some());
        assert_eq!(state::password(&server, "rita"), renewed, "{setting}: once");
    }
}

#[test]
fn what_is_no_hash_opens_nothing() {
    let server = Innkeeper::start();
    server.account("anna");
    let locked = format!("!{}", state::password(&server, "anna"));
    for hash in ["", "!", "*", "*0", "*1", "x", locked.as_str()] {
        state::plant_password(&server, "anna", hash);
        for password in [PASSWORD, "", hash] {
            assert!(enter(&server, "anna", password).is_none(), "{hash}: {password}");
        }
        assert_eq!(state::password(&server, "anna"), hash);
        // A good login makes the count of failures begin anew.
        set(&server, "anna", PASSWORD);
        server.data_of("suspendacct", &[("user", "anna")]);
        server.data_of("unsuspendacct", &[("user", "anna")]);
    }
}

/// A client at an address of its own, so that no other's failures are counted for it.
fn client_at(server: &Innkeeper, address: [u8; 4]) -> Client {
    let pem = std::fs::read(server.data().join("tls/cert.pem")).unwrap();
    Client::builder()
        .add_root_certificate(Certificate::from_pem(&pem).unwrap())
        .local_address(IpAddr::from(address))
        .build()
        .unwrap()
}

#[test]
fn an_unknown_user_takes_as_long_as_a_known_one() {
    let server = Innkeeper::start_at_cost(5);
    server.account("anna");
    let mut times = [Vec::new(), Vec::new()];
    for turn in 0..9 {
        for (user, times) in ["anna", "nobody"].into_iter().zip(&mut times) {
            let client = client_at(&server, [127, 0, 1, turn + 1]);
            let form = [("user", user), ("pass", "Wrong-lamp-1-other"), ("login_only", "1")];
            // The connection is made before the clock starts.
            client.get(server.cpanel("/assets/nothing")).send().unwrap();
            let began = Instant::now();
            let answer = client.post(server.cpanel("/login")).form(&form).send().unwrap();
            times.push(began.elapsed());
            assert_eq!(answer.status(), 401);
        }
    }
    let [known, unknown] = times.map(|mut times| {
        times.sort();
        times[times.len() / 2]
    });
    assert!(known > Duration::from_millis(5), "hashing is too quick to tell: {known:?}");
    let (less, more) = (known.min(unknown), known.max(unknown));
    assert!(more < less * 2, "known {known:?}, unknown {unknown:?}");
}
