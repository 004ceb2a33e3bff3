//! Connections to PostgreSQL that are cut: after each number of bytes, and between a commit and its answer.

use std::{
    fs,
    io::{Read, Write as _},
    os::unix::net::{UnixListener, UnixStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, AtomicU64, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use adapters::testing::postgres::Cluster;
use tempfile::TempDir;

use super::{GOES_ON, check, is_there, try_account};
use crate::support::Innkeeper;

/// How many places are tried at which the bytes of a call are cut.
const SOME: u64 = 24;
/// What a server sends that commits.
const COMMIT: &[u8] = b"COMMIT\0";
/// Never, counted from where counting begins.
const NEVER: i64 = i64::MAX / 2;

/// The way between a server and its database.
struct Way {
    /// How many bytes, of both directions together, still go through before all connections are cut.
    bytes: AtomicI64,
    /// Which commit from now on is passed on and not answered.
    commit: AtomicI64,
    /// How many bytes and commits went through.
    passed: (AtomicU64, AtomicU64),
    open: Mutex<Vec<UnixStream>>,
    folder: TempDir,
}

impl Way {
    fn to(real: PathBuf) -> Arc<Self> {
        let folder = tempfile::tempdir().unwrap();
        let listener = UnixListener::bind(folder.path().join(".s.PGSQL.5432")).unwrap();
        let passed = Default::default();
        let (bytes, commit) = (AtomicI64::new(NEVER), AtomicI64::new(NEVER));
        let way = Arc::new(Self { bytes, commit, passed, open: Mutex::default(), folder });
        let serving = Arc::clone(&way);
        thread::spawn(move || {
            for near in listener.incoming() {
                serving.join(near.unwrap(), UnixStream::connect(&real).unwrap());
            }
        });
        way
    }

    /// Passes on what two ends tell one another.
    fn join(self: &Arc<Self>, near: UnixStream, far: UnixStream) {
        let copy = |stream: &UnixStream| stream.try_clone().unwrap();
        self.open.lock().unwrap().extend([copy(&near), copy(&far)]);
        for (from, to, asks) in [(copy(&near), copy(&far), true), (far, near, false)] {
            let way = Arc::clone(self);
            thread::spawn(move || way.pass(&from, &to, asks));
        }
    }

    fn pass(&self, mut from: &UnixStream, mut to: &UnixStream, asks: bool) {
        let mut buffer = [0; 16 << 10];
        while let Ok(read @ 1..) = from.read(&mut buffer) {
            let piece = &buffer[..read];
            let length = i64::try_from(read).unwrap();
            let left = self.bytes.fetch_sub(length, Ordering::SeqCst);
            if left < length {
                drop(to.write_all(&piece[..usize::try_from(left.max(0)).unwrap()]));
                self.cut();
                break;
            }
            self.passed.0.fetch_add(u64::try_from(length).unwrap(), Ordering::SeqCst);
            if asks && piece.ends_with(COMMIT) {
                self.passed.1.fetch_add(1, Ordering::SeqCst);
                if self.commit.fetch_sub(1, Ordering::SeqCst) == 1 {
                    // The other thread is about to read the answer: it finds no way on.
                    drop(from.shutdown(std::net::Shutdown::Both));
                    drop(to.write_all(piece));
                    break;
                }
            }
            if to.write_all(piece).is_err() {
                break;
            }
        }
        drop(from.shutdown(std::net::Shutdown::Both));
        // What is on its way arrives; then the end.
        drop(to.shutdown(std::net::Shutdown::Write));
    }

    /// Cuts every connection, once.
    fn cut(&self) {
        self.bytes.store(NEVER, Ordering::SeqCst);
        for stream in self.open.lock().unwrap().drain(..) {
            drop(stream.shutdown(std::net::Shutdown::Both));
        }
    }

    fn url(&self, real: &str) -> String {
        let database = real.rsplit('/').next().unwrap();
        let folder = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{folder}/{database}")
    }
}

/// The folder of a database's socket.
fn folder(url: &str) -> PathBuf {
    let host = url.split('@').nth(1).unwrap().split('/').next().unwrap().replace("%2F", "/");
    Path::new(&host).to_owned()
}

struct World {
    server: Innkeeper,
    way: Arc<Way>,
    url: String,
    _cluster: Cluster,
}

impl World {
    fn new() -> Self {
        let cluster = Cluster::start().unwrap();
        let url = cluster.database().unwrap();
        let socket = folder(&url).join(".s.PGSQL.5432");
        assert!(fs::exists(&socket).unwrap());
        let way = Way::to(socket);
        let server = Innkeeper::start_with(&["--store", &way.url(&url)]);
        try_account(&server, "zoe").unwrap();
        Self { server, way, url, _cluster: cluster }
    }

    /// Makes an account while something is cut; what is answered is so, and the next calls succeed.
    fn cut(&self, at: &str) -> Result<(), String> {
        let begun = Instant::now();
        let outcome = try_account(&self.server, "anna");
        let took = begun.elapsed();
        assert!(took < Duration::from_secs(5), "{at}: {took:?}, {outcome:?}");
        self.way.bytes.store(NEVER, Ordering::SeqCst);
        self.way.commit.store(NEVER, Ordering::SeqCst);
        let begun = Instant::now();
        let there = is_there(&self.server, "anna");
        match &outcome {
            Ok(()) => assert!(there, "{at}: what was answered is not there"),
            Err(reason) if reason.contains(GOES_ON) => assert!(there, "{at}: {reason}"),
            // An account's own database would be asked as soon as it can be: nothing is left unknown.
            Err(reason) => assert!(!there && !reason.contains("not known"), "{at}: {reason}"),
        }
        if there {
            let again = try_account(&self.server, "anna").unwrap_err();
            assert!(again.contains("already has a user"), "{at}: {again}");
        } else {
            try_account(&self.server, "anna").unwrap_or_else(|reason| panic!("{at}: {reason}"));
        }
        assert!(begun.elapsed() < Duration::from_secs(5), "{at}: {:?}", begun.elapsed());
        self.server.data_of("removeacct", &[("user", "anna")]);
        outcome
    }
}

#[test]
fn a_call_whose_bytes_are_cut_is_made_or_it_is_not() {
    let world = World::new();
    let before = world.way.passed.0.load(Ordering::SeqCst);
    world.cut("nowhere").unwrap();
    let bytes = world.way.passed.0.load(Ordering::SeqCst) - before;
    // As much again is read, and the account removed.
    let most = bytes * 2 / 3;
    let every = std::env::var_os("INNKEEPER_FAULTS").map_or(most / SOME, |_| most / 400);
    let (mut made, mut refused) = (0, 0);
    for number in (every / 2..most).step_by(usize::try_from(every).unwrap()) {
        world.way.bytes.store(i64::try_from(number).unwrap(), Ordering::SeqCst);
        match world.cut(&format!("cut after {number} bytes")) {
            Ok(()) => made += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(made > 0 && refused > 0, "{made} made, {refused} refused");
    check(&world.server, &["--store", &world.url], "afterwards");
}

#[test]
fn a_commit_whose_answer_is_lost_is_found_out() {
    let world = World::new();
    let before = world.way.passed.1.load(Ordering::SeqCst);
    try_account(&world.server, "bert").unwrap();
    let commits = world.way.passed.1.load(Ordering::SeqCst) - before;
    assert!(commits >= 4, "only {commits} commits");
    for number in 1..=commits {
        world.way.commit.store(i64::try_from(number).unwrap(), Ordering::SeqCst);
        let at = format!("commit {number} of {commits} was not answered");
        let outcome = world.cut(&at);
        assert_eq!(outcome, Ok(()), "{at}");
    }
    check(&world.server, &["--store", &world.url], "afterwards");
}
