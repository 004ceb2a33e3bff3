//! The program as a whole: started as a process, called by its other names, ended by a signal.

#![expect(clippy::unwrap_used, reason = "what starts a process for a test may end the test")]

use std::{
    collections::BTreeMap,
    fs::{self, Permissions},
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::TcpStream,
    os::unix::fs::PermissionsExt as _,
    path::Path,
    process::{Child, Command, Output, Stdio},
};

use rustix::process::{Pid, Signal, kill_process};

/// A server that ends with the test.
struct Running {
    process: Child,
    /// What the line `ready` says.
    ready: BTreeMap<String, String>,
    /// What was said before it.
    said: String,
}

impl Running {
    fn start(data: &Path) -> Self {
        Self::start_with(data, &[])
    }

    fn start_with(data: &Path, environment: &[(&str, &str)]) -> Self {
        let process = innkeeper(&["serve", "--whm-port", "0", "--cpanel-port", "0"], data)
            .args(["--dns-port", "0", "--web-port", "0", "--metrics-port", "0"])
            .envs(environment.iter().copied())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut running = Self { process, ready: BTreeMap::new(), said: String::new() };
        let output = running.process.stdout.take().unwrap();
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            if let Some(ready) = line.strip_prefix("ready ") {
                let pairs = ready.split(' ').map(|pair| pair.split_once('=').unwrap());
                running.ready = pairs.map(|(name, at)| (name.to_owned(), at.to_owned())).collect();
                break;
            }
            running.said.push_str(&line);
            running.said.push('\n');
        }
        assert!(!running.ready.is_empty(), "ended before it was ready:\n{}", running.said);
        running
    }

    /// Sends a signal and gives the exit code.
    fn end(mut self, signal: Signal) -> Option<i32> {
        kill_process(Pid::from_child(&self.process), signal).unwrap();
        self.process.wait().unwrap().code()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}

fn innkeeper(words: &[&str], data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_innkeeper"));
    command.args(words).env("INNKEEPER_DATA", data).env_remove("INNKEEPER_STORE");
    command
}

fn output(words: &[&str], data: &Path) -> Output {
    innkeeper(words, data).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn a_server_starts_answers_and_ends() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Running::start(&data);
    assert!(server.said.contains("first start"), "{}", server.said);
    let token = fs::read_to_string(data.join("root.token")).unwrap();
    assert!(!server.said.contains(token.trim()));
    for file in ["root.password", "root.token", "tls/key.pem", "innkeeper.sock"] {
        let mode = fs::metadata(data.join(file)).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
    }

    let mut figures = TcpStream::connect(&server.ready["metrics"]).unwrap();
    figures.write_all(b"GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    figures.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");

    let second = output(&["serve", "--whm-port", "0"], &data);
    assert_eq!(second.status.code(), Some(2));
    assert!(stderr(&second).contains("Another innkeeper"), "{}", stderr(&second));

    assert_eq!(server.end(Signal::TERM), Some(0));
    assert!(!data.join("innkeeper.sock").exists());

    let again = Running::start(&data);
    assert!(!again.said.contains("first start"), "{}", again.said);
    assert_eq!(fs::read_to_string(data.join("root.token")).unwrap(), token);
    assert_eq!(again.end(Signal::INT), Some(0));
}

#[test]
fn a_server_that_was_killed_starts_again() {
    let folder = tempfile::tempdir().unwrap();
    let server = Running::start(folder.path().join("data").as_path());
    assert_eq!(server.end(Signal::KILL), None);
    let again = Running::start(folder.path().join("data").as_path());
    assert_eq!(again.end(Signal::TERM), Some(0));
}

#[test]
fn functions_are_called_through_the_local_socket() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let server = Running::start(&data);

    let version = output(&["whmapi1", "--output=json", "version"], &data);
    assert_eq!(version.status.code(), Some(0), "{}", stderr(&version));
    let answer: serde_json::Value = serde_json::from_slice(&version.stdout).unwrap();
    assert_eq!(answer["metadata"]["result"], 1);

    let unknown = output(&["whmapi1", "nope"], &data);
    assert_eq!(unknown.status.code(), Some(1));
    let answer = String::from_utf8(unknown.stdout).unwrap();
    assert!(answer.starts_with("---\n") && answer.contains("result: 0"), "{answer}");

    let stranger = output(&["whmapi1", "--user=nobody", "version"], &data);
    assert_eq!((stranger.status.code(), stranger.stdout.len()), (Some(2), 0));

    assert_eq!(server.end(Signal::TERM), Some(0));
    let gone = output(&["whmapi1", "version"], &data);
    assert_eq!(gone.status.code(), Some(2));
    assert!(stderr(&gone).contains("No server runs"), "{}", stderr(&gone));
}

#[test]
fn secrets_that_others_can_read_stop_the_start() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    Running::start(&data).end(Signal::TERM);
    fs::set_permissions(data.join("root.token"), Permissions::from_mode(0o644)).unwrap();
    let refused = output(&["serve", "--whm-port", "0", "--cpanel-port", "0"], &data);
    assert_eq!(refused.status.code(), Some(2));
    assert!(stderr(&refused).contains("chmod 600"), "{}", stderr(&refused));
}

#[test]
fn a_seeded_store_is_as_it_should_be() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let seeded = output(&["seed", "--accounts", "50"], &data);
    assert_eq!(seeded.status.code(), Some(0), "{}", stderr(&seeded));
    let checked = output(&["check"], &data);
    assert_eq!((checked.status.code(), checked.stdout.len()), (Some(0), 0));
    let server = Running::start(&data);
    let beside = output(&["check"], &data);
    assert_eq!((beside.status.code(), beside.stdout.len()), (Some(0), 0), "{}", stderr(&beside));
    assert_eq!(server.end(Signal::TERM), Some(0));
}

/// A release build has no such place to be killed at.
#[cfg(debug_assertions)]
#[test]
fn an_account_is_whole_or_absent_wherever_its_creation_is_killed() {
    let folder = tempfile::tempdir().unwrap();
    for (place, step) in ["written", "committed", "after-user", "before-site", "applied", "closed"]
        .into_iter()
        .enumerate()
    {
        let data = folder.path().join(step);
        let killed = Running::start_with(&data, &[("INNKEEPER_KILL_AT", step)]);
        let words = ["whmapi1", "createacct", "username=amy", "domain=amy.test"];
        let call = output(&[&words[..], &["password=Quarry-lamp-7-vivid"]].concat(), &data);
        assert_eq!(call.status.code(), Some(2), "{step}: {}", stderr(&call));
        drop(killed);
        let again = Running::start(&data);
        let checked = output(&["check"], &data);
        let found = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!((checked.status.code(), found.as_str()), (Some(0), ""), "{step}");
        let amy = output(&["whmapi1", "--output=json", "accountsummary", "user=amy"], &data);
        let amy: serde_json::Value = serde_json::from_slice(&amy.stdout).unwrap();
        assert_eq!(amy["metadata"]["result"], i32::from(place > 0), "{step}");
        drop(again);
    }
}
