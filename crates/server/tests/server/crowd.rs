//! How many may be connected: of one source, and at all, over all listeners together.

use std::{
    io::Read as _,
    net::TcpStream,
    time::{Duration, Instant},
};

use crate::support::Innkeeper;

fn connected(server: &Innkeeper, listener: &str) -> TcpStream {
    let stream = TcpStream::connect(server.address(listener)).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(2))).unwrap();
    stream
}

/// Whether the server has closed a connection on which nothing was sent yet.
fn is_closed(mut stream: &TcpStream) -> bool {
    matches!(stream.read(&mut [0; 16]), Ok(0))
}

#[test]
fn one_source_has_its_places_on_all_listeners_together() {
    let server = Innkeeper::start_set("limits = { connections_per_source = 3 }\n");
    let guests = ["whm", "cpanel", "whm"].map(|listener| connected(&server, listener));
    assert!(guests.iter().all(|guest| !is_closed(guest)));
    assert!(is_closed(&connected(&server, "cpanel")) && is_closed(&connected(&server, "whm")));
    drop(guests);
    let began = Instant::now();
    while is_closed(&connected(&server, "cpanel")) {
        assert!(began.elapsed() < Duration::from_secs(5), "the places are not free again");
    }
}

#[test]
fn who_finds_no_place_is_served_when_there_is_one() {
    let server = Innkeeper::start_set("limits = { connections = 2 }\n");
    let guests = ["whm", "cpanel"].map(|listener| connected(&server, listener));
    assert!(guests.iter().all(|guest| !is_closed(guest)));
    let asked = std::thread::scope(|scope| {
        let asked = scope.spawn(|| server.call("version", &[])["metadata"]["result"].clone());
        std::thread::sleep(Duration::from_millis(300));
        assert!(!asked.is_finished(), "a third was served beside two");
        drop(guests);
        asked.join().unwrap()
    });
    assert_eq!(asked, 1);
}
