//! Operating the program: what it refuses to start with and why, and what it prints.

use std::{fs, path::Path, process::Output};

use tempfile::TempDir;

use crate::support::{Innkeeper, PROGRAM};

/// What `serve` says, and its exit code, where it does not come to serve.
fn refused(folder: &Path, options: &[&str]) -> String {
    let mut command = std::process::Command::new(PROGRAM);
    command.args(["serve", "--data"]).arg(folder.join("data"));
    for listener in ["whm", "cpanel", "dns", "web", "web-tls", "metrics"] {
        command.args([format!("--{listener}-port"), "0".to_owned()]);
    }
    let Output { status, stdout, stderr } = command.args(options).output().unwrap();
    assert_eq!((status.code(), stdout.len()), (Some(2), 0), "{options:?}");
    String::from_utf8(stderr).unwrap()
}

#[test]
fn what_it_cannot_be_started_with_is_named() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("wrong.toml");
    fs::write(&file, "nameservers = []\n").unwrap();
    for (options, said) in [
        (["--hostname", "bad_host!"], "hostname: it must be"),
        (["--config", file.to_str().unwrap()], "nameservers: name one to four"),
        (["--config", "/nonexistent.toml"], "/nonexistent.toml: No such file"),
        (["--whm-plain-port", "70000"], "a port is a number from 0 to 65535"),
        (["--listen", "192.0.2.1"], "address of this machine with --listen"),
        (["--store", "postgres://nobody@127.0.0.1:1/none"], "onnection refused"),
        (["--store", "mysql://nobody@127.0.0.1/none"], "sqlite:PATH or postgres://"),
    ] {
        let problem = refused(folder.path(), &options);
        assert!(problem.contains(said), "{options:?}: {problem}");
    }
}

#[test]
fn what_the_command_line_prints_ends_with_a_new_line() {
    let server = Innkeeper::start();
    for format in ["json", "jsonpretty", "xml", "yaml"] {
        for function in ["version", "loadavg"] {
            let output = format!("--output={format}");
            let printed = server.command(&["whmapi1", &output, function]).stdout;
            let printed = String::from_utf8(printed).unwrap();
            assert!(printed.ends_with('\n') && !printed.ends_with("\n\n"), "{printed:?}");
        }
    }
}
