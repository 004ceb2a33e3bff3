//! The server, asked over a socket.

use std::{
    collections::BTreeMap,
    fs,
    os::unix::fs::symlink,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use api::{
    DomainName, Flag,
    ports::{Site, Web as _},
    records::{Redirect, RedirectKind, WwwRule},
};
use tempfile::TempDir;
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{TcpListener, TcpStream},
    sync::oneshot,
};

use super::{Speech, serve};
use crate::embedded::Machine;

/// A machine with the site `a.test`, served.
struct World {
    folder: TempDir,
    machine: Arc<Machine>,
    counted: Arc<Mutex<BTreeMap<String, u64>>>,
    address: std::net::SocketAddr,
    end: oneshot::Sender<()>,
    server: tokio::task::JoinHandle<()>,
}

impl World {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let machine = Arc::new(Machine::open(folder.path()).unwrap());
        machine.homes.make(&"alice".parse().unwrap()).unwrap();
        let counted: Arc<Mutex<BTreeMap<String, u64>>> = Arc::default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (end, ended) = oneshot::channel();
        let totals = Arc::clone(&counted);
        let meter = Arc::new(move |domain: &str, bytes| {
            *totals.lock().unwrap().entry(domain.to_owned()).or_default() += bytes;
        });
        let shutdown = async { drop(ended.await) };
        let speech = Speech::Plain { tls_port: None };
        let server = tokio::spawn(serve(listener, Arc::clone(&machine), meter, speech, shutdown));
        let world = Self { folder, machine, counted, address, end, server };
        world.site(false);
        world
    }

    fn site(&self, suspended: bool) {
        self.machine.apply(&Site { suspended, ..site("a.test", "public_html") }).unwrap();
    }

    fn root(&self) -> PathBuf {
        self.folder.path().join("homes/alice/public_html")
    }

    /// The whole answer, as sent.
    async fn raw(&self, method: &str, host: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        let request =
            format!("{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        answer
    }

    /// The status and the body.
    async fn get(&self, path: &str) -> (String, String) {
        let answer = self.raw("GET", "a.test", path).await;
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.split(' ').nth(1).unwrap().to_owned(), body.to_owned())
    }

    /// Waits until all answers are counted.
    async fn end(self) -> BTreeMap<String, u64> {
        self.end.send(()).unwrap();
        self.server.await.unwrap();
        self.counted.lock().unwrap().clone()
    }
}

fn site(domain: &str, document_root: &str) -> Site {
    Site {
        domain: DomainName::of_site(domain).unwrap(),
        account: "alice".parse().unwrap(),
        document_root: document_root.to_owned(),
        suspended: false,
        redirects: Vec::new(),
    }
}

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[tokio::test]
async fn a_site_is_found_by_its_name_in_any_form() {
    let world = World::new().await;
    for host in ["a.test", "A.Test:8080", "www.a.test", "WWW.A.TEST.:80"] {
        let answer = world.raw("GET", host, "/").await;
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains("It works"), "{answer}");
        assert!(answer.contains("content-type: text/html"), "{answer}");
    }
    for host in ["b.test", "x.a.test", "www.www.a.test", "127.0.0.1", ""] {
        let answer = world.raw("GET", host, "/").await;
        assert!(answer.starts_with("HTTP/1.1 404 ") && answer.contains("No such site"), "{answer}");
    }
}

#[tokio::test]
async fn files_folders_and_what_is_neither() {
    let world = World::new().await;
    let root = world.root();
    write(&root.join("style.css"), "body{}");
    write(&root.join("with space/index.html"), "inner");
    write(&root.join("bare/file.txt"), "text");
    write(&root.join(".well-known/acme"), "token");
    assert_eq!(world.get("/style.css?v=1").await, ("200".into(), "body{}".into()));
    assert!(world.raw("GET", "a.test", "/style.css").await.contains("content-type: text/css"));
    assert_eq!(world.get("/with%20space/").await, ("200".into(), "inner".into()));
    assert_eq!(world.get("/.well-known/acme").await.1, "token");
    let moved = world.raw("GET", "a.test", "//with%20space").await;
    assert!(moved.starts_with("HTTP/1.1 301 "), "{moved}");
    assert!(moved.contains("location: /with%20space/\r\n"), "{moved}");
    let bare = world.get("/bare/").await;
    assert!(bare.0 == "403" && !bare.1.contains("file.txt"), "{bare:?}");
    assert_eq!(world.get("/nothing").await.0, "404");
    assert_eq!(world.get("/style.css/").await.0, "404");
}

#[tokio::test]
async fn nothing_outside_of_the_sites_folder_is_served() {
    let world = World::new().await;
    let root = world.root();
    write(&root.join("../secret"), "secret");
    write(&root.join(".env"), "secret");
    write(&root.join("config.php"), "secret");
    write(&root.join("config.PHP7.bak"), "secret");
    symlink("/etc", root.join("etc")).unwrap();
    symlink("../secret", root.join("link")).unwrap();
    symlink("/etc/passwd", root.join("passwd.html")).unwrap();
    rustix::fs::mknodat(
        rustix::fs::CWD,
        root.join("pipe"),
        rustix::fs::FileType::Fifo,
        0o644.into(),
        0,
    )
    .unwrap();
    for path in [
        "/../secret",
        "/%2e%2e/secret",
        "/..%2fsecret",
        "/x/../../secret",
        "/.env",
        "/%2eenv",
        "/config.php",
        "/config.PHP7.bak",
        "/config.php/",
        "/etc/passwd",
        "/link",
        "/passwd.html",
        "/pipe",
        "/a%00b",
        "/%ff",
    ] {
        let (status, body) = world.get(path).await;
        assert!(status == "403" || status == "404", "{path}: {status}");
        assert!(!body.contains("secret") && !body.contains("root:"), "{path}: {body}");
    }
}

#[tokio::test]
async fn a_suspended_site_says_so_until_it_is_back() {
    let world = World::new().await;
    world.site(true);
    let (status, body) = world.get("/").await;
    assert!(status == "403" && body.contains("This account is suspended"), "{body}");
    world.site(false);
    assert_eq!(world.get("/").await.0, "200");
    world.machine.withdraw(&"a.test".parse().unwrap()).unwrap();
    assert_eq!(world.get("/").await.0, "404");
}

#[tokio::test]
async fn bytes_of_bodies_are_counted_by_domain() {
    let world = World::new().await;
    let big = "x".repeat(300_000);
    write(&world.root().join("big.txt"), &big);
    assert_eq!(world.get("/big.txt").await.1, big);
    let head = world.raw("HEAD", "www.a.test", "/big.txt").await;
    assert!(head.contains("content-length: 300000") && head.ends_with("\r\n\r\n"), "{head}");
    world.raw("GET", "b.test", "/").await;
    assert!(world.raw("POST", "a.test", "/").await.starts_with("HTTP/1.1 405 "));
    assert_eq!(world.end().await, BTreeMap::from([("a.test".to_owned(), 300_000)]));
}

#[tokio::test]
async fn each_site_has_its_folder_and_a_wildcard_what_is_left() {
    let world = World::new().await;
    for (domain, root) in
        [("blog.a.test", "blog"), ("*.a.test", "any"), ("alias.test", "public_html")]
    {
        world.machine.apply(&site(domain, root)).unwrap();
    }
    write(&world.root().join("../blog/index.html"), "the blog");
    write(&world.root().join("../any/index.html"), "any name");
    for (host, text) in [
        ("blog.a.test", "the blog"),
        ("www.blog.a.test", "the blog"),
        ("x.a.test", "any name"),
        ("y.x.a.test", "any name"),
        ("a.test", "It works"),
        ("www.alias.test", "It works"),
    ] {
        let answer = world.raw("GET", host, "/").await;
        assert!(answer.starts_with("HTTP/1.1 200 ") && answer.contains(text), "{host}: {answer}");
    }
    world.machine.withdraw(&DomainName::of_site("*.a.test").unwrap()).unwrap();
    assert!(world.raw("GET", "x.a.test", "/").await.starts_with("HTTP/1.1 404 "));
}

fn redirect(path: &str, target: &str, wildcard: bool, www: WwwRule) -> Redirect {
    let kind = if wildcard { RedirectKind::Temporary } else { RedirectKind::Permanent };
    Redirect {
        domain: "a.test".parse().unwrap(),
        path: path.to_owned(),
        account: "alice".parse().unwrap(),
        target: target.to_owned(),
        kind,
        wildcard: Flag(wildcard),
        www,
    }
}

#[tokio::test]
async fn visitors_are_sent_on_where_the_site_says_so() {
    let world = World::new().await;
    let redirects = vec![
        redirect("/", "https://b.test/", false, WwwRule::Only),
        redirect("/old", "https://b.test/new/", true, WwwRule::Either),
        redirect("/old/exact", "https://c.test/", false, WwwRule::Either),
    ];
    world.machine.apply(&Site { redirects, ..site("a.test", "public_html") }).unwrap();
    for (host, path, status, place) in [
        ("www.a.test", "/", "301", "https://b.test/"),
        ("a.test", "/old", "302", "https://b.test/new/"),
        ("a.test", "/old/x/y?z=1", "302", "https://b.test/new/x/y?z=1"),
        ("a.test", "/old/exact", "301", "https://c.test/"),
    ] {
        let answer = world.raw("GET", host, path).await;
        assert!(answer.starts_with(&format!("HTTP/1.1 {status} ")), "{host}{path}: {answer}");
        assert!(answer.contains(&format!("location: {place}\r\n")), "{host}{path}: {answer}");
    }
    assert_eq!(world.get("/").await.0, "200");
    assert_eq!(world.get("/older").await.0, "404");
    world.site(false);
    assert_eq!(world.get("/old").await.0, "404");
}
