//! A server that drives no machine, and workers for hosts, on one store.

mod relay;

use std::{fs, os::unix::fs::PermissionsExt as _, path::Path};

use adapters::testing::postgres::Cluster;
use reqwest::blocking::Client;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::{Innkeeper, PASSWORD, Start, Started, command, spawn, spawn_as};

/// A worker, ended with the value.
pub(crate) struct Worker {
    pub(crate) started: Started,
    folder: TempDir,
    options: Vec<String>,
}

impl Worker {
    /// Starts one for a host, with the key of the others' secrets.
    pub(crate) fn start(server: &Innkeeper, host: &str, url: &str) -> Result<Self, String> {
        let folder = folder();
        let key = fs::copy(server.data().join("vault.key"), folder.path().join("data/vault.key"));
        key.unwrap();
        Self::on(folder, host, url)
    }

    fn on(folder: TempDir, host: &str, url: &str) -> Result<Self, String> {
        let options = ["--host", host, "--store", url].map(str::to_owned).to_vec();
        let started = spawn_as("work", folder.path(), &options, &[])?;
        Ok(Self { started, folder, options })
    }

    /// Kills it, and starts it again.
    pub(crate) fn start_again(&mut self) {
        self.kill();
        self.started = spawn_as("work", self.folder.path(), &self.options, &[]).unwrap();
    }

    fn kill(&mut self) {
        drop(self.started.0.kill());
        self.started.0.wait().unwrap();
    }

    /// The status with which its machine answers for a site.
    fn site(&self, domain: &str) -> u16 {
        let url = format!("http://{}/", self.started.1["web"]);
        Client::new().get(url).header("Host", domain).send().unwrap().status().as_u16()
    }

    /// What it answers an account that asks what is in its home.
    fn files(&self, user: &str) -> Value {
        let url = format!("https://{}/execute/Fileman/list_files?dir=/", self.started.1["cpanel"]);
        let client = Client::builder().danger_accept_invalid_certs(true).build().unwrap();
        client.get(url).basic_auth(user, Some(PASSWORD)).send().unwrap().json().unwrap()
    }

    /// What `innkeeper check` has to tell of its host.
    pub(crate) fn check(&self, url: &str) -> String {
        let file = self.folder.path().join("host.toml");
        fs::write(&file, format!("host = \"{}\"\n", self.options[1])).unwrap();
        let words = ["check", "--store", url, "--config", file.to_str().unwrap()];
        let check = command(&self.folder.path().join("data"), &words);
        String::from_utf8([check.stdout, check.stderr].concat()).unwrap()
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.kill();
    }
}

/// A folder with an empty data folder and a configuration in it.
pub(crate) fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
    fs::write(folder.path().join("innkeeper.toml"), "hash_cost = 1\n").unwrap();
    folder
}

pub(crate) fn server(url: &str) -> Innkeeper {
    let options = ["--store", url, "--hosts", "store"];
    Start { options: &options, ..Start::default() }.server()
}

fn passwd(server: &Innkeeper, user: &str) {
    server.data_of("passwd", &[("user", user), ("password", "Meadow-brick-9-onion")]);
}

#[test]
fn workers_make_what_a_server_without_a_machine_is_asked_for() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let server = server(&url);
    let form = [("username", "anna"), ("domain", "anna.test"), ("password", PASSWORD)];
    let early = server.call("createacct", &form).to_string();
    assert!(early.contains("None of the hosts"), "{early}");

    let mut hosts = ["h1", "h2"].map(|host| Worker::start(&server, host, &url).unwrap());
    assert!(!hosts[0].started.1.contains_key("whm"));
    server.account("anna");
    server.account("bert");
    let sites = |domain| [hosts[0].site(domain), hosts[1].site(domain)];
    assert_eq!(sites("anna.test")[0], 200);
    assert_ne!(sites("anna.test")[1], 200);
    assert_eq!(sites("bert.test")[1], 200);

    // Accounts may ask on their own host themselves, and others say which it is.
    let said = hosts[0].files("bert").to_string();
    assert!(said.contains("“h2”"), "{said}");
    assert_eq!(hosts[1].files("bert")["status"], 1);

    // One that is killed goes on at once from the same folder.
    hosts[0].start_again();
    passwd(&server, "anna");
    server.data_of("removeacct", &[("user", "bert")]);
    assert_ne!(hosts[1].site("bert.test"), 200);
    let listed = String::from_utf8(server.command(&["hosts", "--store", &url]).stdout).unwrap();
    let lines: Vec<&str> = listed.lines().collect();
    assert!(lines[0].starts_with("h1 ") && lines[0].contains(" 1 accounts"), "{listed}");
    assert!(lines[1].contains(" 0 accounts  0 changes waiting"), "{listed}");
    server.command(&["hosts", "--close", "h2", "--store", &url]);
    server.account("carl");
    assert_eq!(hosts[0].site("carl.test"), 200);
    for host in &hosts {
        assert_eq!(host.check(&url), "");
    }
    let log = server.log();
    assert!(!log.contains("upkeep failed"), "{log}");
}

#[test]
fn what_would_not_work_together_is_refused() {
    let cluster = Cluster::start().unwrap();
    let url = cluster.database().unwrap();
    let server = server(&url);
    let _worker = Worker::start(&server, "h1", &url).unwrap();
    let refused = |said: Result<(), String>, why: &str| {
        let said = said.unwrap_err();
        assert!(said.contains(why), "{said}");
    };
    let other = Worker::start(&server, "h1", &url).map(drop);
    refused(other, "Another process works for the host “h1” already");
    refused(Worker::on(folder(), "h2", &url).map(drop), "vault.key");
    let store = ["--store".to_owned(), url.clone()];
    let alone = spawn(folder().path(), &store, &[]).map(drop);
    refused(alone, "The store names 1 hosts");

    let refusal = |words: &[&str]| {
        let output = command(Path::new("/nonexistent"), words);
        assert_eq!(output.status.code(), Some(2));
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(refusal(&["work", "--host", "h1"]).contains("postgres://"));
    assert!(refusal(&["work", "--store", &url]).contains("--host"));
    assert!(refusal(&["work", "--host", "No Host"]).contains("no name of a host"));
    assert!(refusal(&["hosts", "--open", "h9", "--store", &url]).contains("no host “h9”"));
}
