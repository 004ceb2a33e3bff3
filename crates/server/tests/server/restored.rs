//! A store that is older than its machine, as after a restored backup: what the machine has of accounts that
//! the store never heard of is theirs, and nowhere else.

use std::{
    fs,
    process::Output,
    thread,
    time::{Duration, Instant},
};

use crate::support::{Innkeeper, command};

/// What is said of somebody whom the store does not know.
const LEFT: &str = "user bert: the store knows nothing of it; it is left with what it holds, unless --remove \
                    is given\n";

#[test]
fn accounts_that_an_older_store_does_not_know_keep_what_they_have() {
    let mut server = Innkeeper::start();
    server.account("anna");
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("innkeeper.tar.gz");
    assert!(server.command(&["backup", backup.to_str().unwrap()]).status.success());
    server.account("bert");
    assert!(server.terminate());
    let (data, former) = (server.data(), server.data().with_extension("former"));
    fs::rename(&data, &former).unwrap();
    let restored = command(&data, &["restore", backup.to_str().unwrap()]);
    assert!(restored.status.success(), "{}", said(&restored));
    drop(fs::remove_dir_all(data.join("machine")));
    fs::rename(former.join("machine"), data.join("machine")).unwrap();
    let page = data.join("machine/homes/bert/public_html/index.html");

    server.start_again();
    let begun = Instant::now();
    while !server.log().contains("the store knows nothing of it") {
        assert!(begun.elapsed() < Duration::from_secs(30), "nobody looked");
        thread::sleep(Duration::from_millis(50));
    }
    assert!(page.exists());
    for way in ["--fix", "--all"] {
        let output = server.command(&["reconcile", way]);
        assert!(!output.status.success() && said(&output).contains(LEFT), "{}", said(&output));
        assert!(page.exists(), "{way}");
    }
    let output = server.command(&["reconcile", "--fix", "--remove"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(!page.exists());
    assert!(data.join("machine/homes/anna").exists());
    assert!(server.terminate());
    let output = server.command(&["check"]);
    assert!(output.status.success(), "{}", said(&output));
}

fn said(output: &Output) -> String {
    String::from_utf8([&output.stdout[..], &output.stderr].concat()).unwrap()
}
