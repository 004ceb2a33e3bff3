//! A log of SQLite's whose disk fails while a commit is made to last: what was refused is gone for whoever
//! opens what a kill would leave.

use std::{
    fs,
    io::{BufRead as _, BufReader},
    process::{Child, Command, Stdio},
};

use adapters::store;
use api::{
    Kind,
    records::{Select, Setting, Store},
};

/// `strace` beside this process, whose syncs of a file fail until it is dropped.
struct Failing(Child);

impl Failing {
    fn syncs_of(path: &str) -> Self {
        let mut strace = Command::new("strace");
        strace.args(["-f", "-o", "/dev/null", "-P", path, "-e", "trace=fsync,fdatasync"]);
        strace.args(["-e", "inject=fsync,fdatasync:error=EIO"]);
        strace.args(["-p", &std::process::id().to_string()]);
        let mut strace = strace.stderr(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(strace.stderr.take().unwrap()).lines();
        assert!(lines.map(Result::unwrap).any(|line| line.contains("attached")));
        Self(strace)
    }
}

impl Drop for Failing {
    fn drop(&mut self) {
        let strace = rustix::process::Pid::from_child(&self.0);
        rustix::process::kill_process(strace, rustix::process::Signal::TERM).unwrap();
        self.0.wait().unwrap();
    }
}

fn put(store: &dyn Store, name: &str) -> api::Result<()> {
    let tx = store.write()?;
    tx.insert(&Setting { name: name.to_owned(), value: String::new() })?;
    tx.commit()
}

fn names(store: &dyn Store) -> Vec<String> {
    let settings = store.read().unwrap().list::<Setting>(&Select::default()).unwrap();
    settings.into_iter().map(|setting| setting.name).collect()
}

#[test]
#[ignore = "needs root and strace; run by cargo xtask host-test"]
fn a_commit_that_was_refused_is_not_found_by_who_opens_the_file_next() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).display().to_string();
    let url = |name: &str| format!("sqlite:{}", path(name));
    let store = store::open(&url("store")).unwrap();
    put(&*store, "before").unwrap();
    let failing = Failing::syncs_of(&path("store-wal"));
    let refused = put(&*store, "refused").unwrap_err();
    assert_eq!(refused.kind(), Kind::Unavailable);
    assert!(refused.to_string().contains("its disk cannot be read or written"), "{refused}");
    // Nor is anything written that would rest on what the disk may have lost.
    let refused = put(&*store, "after").unwrap_err();
    assert!(refused.to_string().contains("takes no changes yet"), "{refused}");
    assert_eq!(names(&*store), ["before"]);
    // What a kill would leave.
    for ending in ["", "-wal"] {
        fs::copy(path(&format!("store{ending}")), path(&format!("left{ending}"))).unwrap();
    }
    drop(failing);
    assert_eq!(names(&*store::open(&url("left")).unwrap()), ["before"]);
    put(&*store, "mended").unwrap();
    assert_eq!(names(&*store), ["before", "mended"]);
}
