//! The units, as systemd itself reads and judges them.

use std::{fs, path::Path, process::Command};

use root::Layout;

const UNITS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/units");

/// What systemd says against units, but for programs that are not installed where the tests run.
fn said_against(units: &[&Path]) -> Vec<String> {
    let mut verify = Command::new("/usr/bin/systemd-analyze");
    let said = verify.args(["verify", "--man=no"]).args(units).output().unwrap();
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    let absent = |line: &&str| !line.ends_with("is not executable: No such file or directory");
    said.lines().filter(absent).map(str::to_owned).collect()
}

#[test]
#[ignore = "needs Debian's systemd; run by cargo xtask host-test"]
fn all_units_are_understood() {
    let folder = tempfile::tempdir().unwrap();
    let own = ["innkeeper.service", "innkeeper-work.service", "innkeeper-root.service"];
    let mut paths: Vec<_> = own.iter().map(|name| Path::new(UNITS).join(name)).collect();
    for (name, text) in root::units(&Layout::default(), Path::new("/etc/innkeeper/layout.toml")) {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        paths.push(path);
    }
    let paths: Vec<_> = paths.iter().map(AsRef::as_ref).collect();
    assert_eq!(said_against(&paths), Vec::<String>::new());
}

#[test]
#[ignore = "needs Debian's systemd; run by cargo xtask host-test"]
fn the_server_and_the_privileged_process_are_shut_in() {
    for (name, exposure) in [
        ("innkeeper.service", "25"),
        ("innkeeper-work.service", "25"),
        ("innkeeper-root.service", "60"),
    ] {
        let mut judge = Command::new("/usr/bin/systemd-analyze");
        judge.args(["security", "--offline=true", "--no-pager", "--threshold", exposure]);
        let judged = judge.arg(Path::new(UNITS).join(name)).output().unwrap();
        assert!(judged.status.success(), "{}", String::from_utf8_lossy(&judged.stdout));
    }
}
