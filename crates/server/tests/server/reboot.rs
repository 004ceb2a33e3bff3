//! A reboot: everything ends and is there again, on the same ports, with what was kept.

use std::{
    net::TcpStream,
    thread::sleep,
    time::{Duration, Instant},
};

use crate::support::{Innkeeper, PASSWORD, Start};

const PATIENCE: Duration = Duration::from_secs(30);

/// Waits until the server was ready that often.
fn await_start(server: &Innkeeper, times: usize) {
    let begun = Instant::now();
    while server.log().matches("the server is ready").count() < times {
        assert!(begun.elapsed() < PATIENCE, "{}", server.log());
        sleep(Duration::from_millis(20));
    }
}

fn started() -> Innkeeper {
    Start { environment: &[("INNKEEPER_LOG", "info")], ..Start::default() }.server()
}

/// Asks for a reboot as old clients do.
fn reboot(server: &Innkeeper, query: &str) -> serde_json::Value {
    let url = server.whm(&format!("/json-api/reboot{query}"));
    let token = format!("whm root:{}", server.token());
    server.client().get(url).header("Authorization", token).send().unwrap().json().unwrap()
}

#[test]
fn all_is_there_again_under_the_new_name() {
    let mut server = started();
    server.account("anna");
    let before = server.data_of("listaccts", &[]);
    server.data_of("sethostname", &[("hostname", "new.host.example.net")]);
    let certificate = || std::fs::read(server.data().join("tls/cert.pem")).unwrap();
    let former = certificate();
    assert_eq!(reboot(&server, ""), serde_json::json!({"reboot": "normal"}));
    await_start(&server, 2);
    assert_ne!(certificate(), former, "it names the host as it is called now");
    assert_eq!(server.data_of("listaccts", &[]), before);
    let local = server.command(&["whmapi1", "version", "--output=json"]);
    assert!(local.status.success(), "{local:?}");
    for listener in ["dns", "web", "web-tls", "metrics"] {
        TcpStream::connect(server.address(listener)).unwrap();
    }

    let (session, prefix) = server.log_in(&server.cpanel(""), "anna", PASSWORD).unwrap();
    assert_eq!(reboot(&server, "?api.version=1")["data"]["reboot"], "normal");
    await_start(&server, 3);
    let page = session.get(server.cpanel(&format!("{prefix}/"))).send().unwrap();
    assert_eq!(page.status(), 200, "sessions go on");
    assert!(server.terminate());
}

#[test]
fn by_force_nobody_is_waited_for() {
    let server = started();
    // Visitors who say nothing are waited for else.
    let visitors: Vec<TcpStream> = ["whm", "web", "dns", "metrics"]
        .iter()
        .map(|listener| TcpStream::connect(server.address(listener)).unwrap())
        .collect();
    let begun = Instant::now();
    assert_eq!(reboot(&server, "?force=1")["reboot"], "force");
    await_start(&server, 2);
    assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
    drop(visitors);
    assert!(server.data_of("version", &[])["version"].is_string());
}
