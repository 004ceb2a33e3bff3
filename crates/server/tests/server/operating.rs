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

#[test]
fn the_audit_is_read_by_user_function_and_result() {
    let server = Innkeeper::start();
    server.account("anna");
    server.call("passwd", &[("user", "anna"), ("password", "Tundra-otter-9-mellow")]);
    server.call("passwd", &[("user", "nobody1"), ("password", "Tundra-otter-9-mellow")]);
    let lines = |options: &[&str]| {
        let mut words = vec!["audit"];
        words.extend(options);
        let printed = server.command(&words);
        assert!(printed.status.success(), "{printed:?}");
        let text = String::from_utf8(printed.stdout).unwrap();
        let lines = text.lines().map(|line| serde_json::from_str(line).unwrap());
        lines.collect::<Vec<serde_json::Value>>()
    };
    let names = |lines: &[serde_json::Value]| {
        lines.iter().map(|line| line["function"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&lines(&["--actor", "root"])), ["createacct", "passwd", "passwd"]);
    assert_eq!(names(&lines(&["--last", "1"])), ["passwd"]);
    let failed = lines(&["--function", "passwd", "--result", "failed"]);
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert_eq!(failed[0]["parameters"]["user"], "nobody1");
    assert_eq!(failed[0]["parameters"]["password"], "***");
    assert!(lines(&["--since", "2999-01-01T00:00:00Z"]).is_empty());
    assert!(lines(&["--actor", "anna"]).is_empty());
}
