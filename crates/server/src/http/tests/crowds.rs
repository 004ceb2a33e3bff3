//! More calls than places: who waits, who does not, and what becomes of those who go.

use api::{Caller, Effect, records::PackageRecord};

use http::{HeaderMap, header::AUTHORIZATION};

use super::*;
use crate::{
    auth,
    call::{Party, Place},
};

/// A front with four places, of which one caller has three.
async fn small() -> Front {
    front(Limits { calls: 4, calls_waiting_per_caller: 2, ..Limits::default() }, None).await
}

impl Front {
    /// Takes all places that one who changes may have, for calls of root's.
    async fn changes(&self) -> Vec<Place> {
        let root = tokio::task::block_in_place(|| self.root());
        let mut places = Vec::new();
        for _ in 0..3 {
            let party = Party::of(&root, Effect::Changes);
            places.push(self.server.pool.place(party, 0).await.unwrap());
        }
        places
    }

    fn root(&self) -> Caller {
        let mut headers = HeaderMap::new();
        let basic = callers::basic(PASSWORD);
        let value = basic.trim_start_matches("Authorization: ").trim();
        headers.insert(AUTHORIZATION, value.parse().unwrap());
        let door = Door { service: Service::Whm, secure: false };
        let source = self.address.ip();
        let attempt = auth::Attempt { door, source, headers: &headers, path_token: None };
        auth::identify(&self.server, &attempt).unwrap()
    }

    /// Begins a call of root's.
    async fn calls(&self, function: &str, password: &str) -> TcpStream {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let head = format!(
            "GET /json-api/{function} HTTP/1.1\r\nHost: a.test\r\nConnection: close\r\n{}\r\n",
            callers::basic(password),
        );
        stream.write_all(head.as_bytes()).await.unwrap();
        stream
    }

    fn has_package(&self, name: &str) -> bool {
        let tx = self.server.host.store.read().unwrap();
        tx.find::<PackageRecord>(&[name.into()]).unwrap().is_some()
    }
}

fn adding(name: &str) -> String {
    format!("addpkg?api.version=1&name={name}")
}

#[tokio::test(flavor = "multi_thread")]
async fn changes_wait_and_reads_and_strangers_do_not() {
    let front = small().await;
    let places = front.changes().await;
    let mut waits = front.calls(&adding("late"), PASSWORD).await;
    assert_eq!(heard(&mut waits).await, "");
    let read = heard(&mut front.calls("version?api.version=1", PASSWORD).await).await;
    assert!(read.contains(r#""result":1"#), "{read}");
    let stranger = heard(&mut front.calls(&adding("theirs"), "wrong").await).await;
    assert!(stranger.starts_with("HTTP/1.1 403 "), "{stranger}");
    drop(places);
    let done = heard(&mut waits).await;
    assert!(done.contains(r#""result":1"#) && front.has_package("late"), "{done}");
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_that_wait_are_told_so() {
    let front = small().await;
    let places = front.changes().await;
    let mut first = front.calls(&adding("a"), PASSWORD).await;
    let mut second = front.calls(&adding("b"), PASSWORD).await;
    assert_eq!(heard(&mut first).await + &heard(&mut second).await, "");
    let busy = heard(&mut front.calls(&adding("c"), PASSWORD).await).await;
    assert!(busy.starts_with("HTTP/1.1 503 ") && busy.contains("retry-after: "), "{busy}");
    drop(places);
    assert!(heard(&mut first).await.contains(r#""result":1"#));
    assert!(heard(&mut second).await.contains(r#""result":1"#));
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_done_for_who_hung_up() {
    let front = small().await;
    let places = front.changes().await;
    let mut gone = front.calls(&adding("gone"), PASSWORD).await;
    assert_eq!(heard(&mut gone).await, "");
    drop(gone);
    // Their room is somebody else's, once the server has seen it.
    let mut stays = front.calls(&adding("one"), PASSWORD).await;
    assert_eq!(heard(&mut stays).await, "");
    let mut also = front.calls(&adding("two"), PASSWORD).await;
    assert_eq!(heard(&mut also).await, "");
    drop(places);
    assert!(heard(&mut stays).await.contains(r#""result":1"#));
    assert!(heard(&mut also).await.contains(r#""result":1"#));
    assert!(!front.has_package("gone"));
}

#[tokio::test(flavor = "multi_thread")]
async fn who_waited_for_long_is_looked_up_again() {
    let front = small().await;
    let places = front.changes().await;
    let mut waits = front.calls(&adding("late"), PASSWORD).await;
    for _ in 0..3 {
        assert_eq!(heard(&mut waits).await, "");
    }
    let tx = front.server.host.store.write().unwrap();
    tx.update::<Login>(&[("generation", 2.into())], &[api::records::is("name", "root")]).unwrap();
    tx.update::<Login>(&[("password", "*".into())], &[api::records::is("name", "root")]).unwrap();
    tx.commit().unwrap();
    drop(places);
    let refused = heard(&mut waits).await;
    assert!(refused.starts_with("HTTP/1.1 403 ") && !front.has_package("late"), "{refused}");
}
