//! The server that takes calls, and the workers of three hosts, each on a machine of its own.

use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    process::{Child, Command, Output, Stdio},
    sync::Mutex,
    time::Duration,
};

use reqwest::blocking::Client;
use serde_json::Value;
use tempfile::TempDir;

use super::{
    super::machine::eventually,
    database::Databases,
    network::{Network, address},
};

/// The machine of the server that takes calls.
const API: &str = "api";
/// The hosts.
pub(super) const HOSTS: [&str; 3] = ["h1", "h2", "h3"];
/// How long a call may take.
const PATIENCE: Duration = Duration::from_mins(1);

/// All machines.
pub(super) struct Fleet {
    server: Child,
    workers: Mutex<Vec<(&'static str, Child)>>,
    pub(super) databases: Databases,
    _network: Network,
    pub(super) folder: TempDir,
}

impl Fleet {
    /// Starts all of it, with the workers of these hosts.
    pub(super) fn start(hosts: &[&'static str]) -> Self {
        let network = Network::of(&["db1", "db2", API, HOSTS[0], HOSTS[1], HOSTS[2]]);
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), std::os::unix::fs::PermissionsExt::from_mode(0o755))
            .unwrap();
        let databases = Databases::start(folder.path());
        let place = folder.path();
        prepare(place, API, "hosts = \"store\"\nnameservers = [\"ns1.fleet.test\"]\n");
        let server = begin(place, API, &["serve", "--hostname", "panel.fleet.test"], None);
        for host in HOSTS {
            prepare(place, host, &format!("host = \"{host}\"\n"));
            let key = |machine: &str| place.join(machine).join("vault.key");
            fs::copy(key(API), key(host)).unwrap();
        }
        let workers = hosts.iter().map(|host| (*host, begin(place, host, &["work"], None)));
        let workers = Mutex::new(workers.collect());
        Self { server, workers, databases, _network: network, folder }
    }

    /// Kills a host's worker as the loss of its machine does.
    pub(super) fn lose(&self, host: &str) {
        Network::cut_power(host);
        self.await_end(host);
    }

    /// Kills a host's worker alone.
    pub(super) fn kill(&self, host: &str) {
        let mut workers = self.workers.lock().unwrap();
        let (_, worker) = workers.iter_mut().find(|(name, _)| *name == host).unwrap();
        worker.kill().unwrap();
        drop(workers);
        self.await_end(host);
    }

    /// Waits until a host's worker has ended.
    pub(super) fn await_end(&self, host: &str) {
        let mut workers = self.workers.lock().unwrap();
        let at = workers.iter().position(|(name, _)| *name == host).unwrap();
        workers.swap_remove(at).1.wait().unwrap();
    }

    /// Starts it again.
    pub(super) fn start_again(&self, host: &'static str) {
        Network::give_power(host);
        self.start_with(host, None);
    }

    /// Starts a host's worker, with something in its environment.
    pub(super) fn start_with(&self, host: &'static str, variable: Option<(&str, &str)>) {
        let worker = begin(self.folder.path(), host, &["work"], variable);
        self.workers.lock().unwrap().push((host, worker));
    }

    /// Has the command line do something with a machine's folder.
    pub(super) fn command(&self, machine: &str, words: &[&str]) -> Output {
        let mut command = Network::on(machine, program());
        command.args(words).arg("--data").arg(self.folder.path().join(machine)).output().unwrap()
    }

    /// What `innkeeper hosts` says.
    pub(super) fn hosts(&self) -> String {
        let said = self.command(API, &["hosts"]);
        assert!(said.status.success(), "{said:?}");
        String::from_utf8(said.stdout).unwrap()
    }

    /// A client that knows the server's certificate.
    pub(super) fn client(&self) -> Client {
        let pem = fs::read(self.folder.path().join(API).join("tls/cert.pem")).unwrap();
        let known = reqwest::Certificate::from_pem(&pem).unwrap();
        Client::builder().add_root_certificate(known).timeout(PATIENCE).build().unwrap()
    }

    /// A call as root; the reason where it did not succeed.
    pub(super) fn call(
        &self,
        client: &Client,
        function: &str,
        form: &[(&str, &str)],
    ) -> Result<Value, String> {
        let token = fs::read_to_string(self.folder.path().join(API).join("root.token")).unwrap();
        let url = format!("https://{}:2087/json-api/{function}", address(API));
        let call = client.post(url).header("Authorization", format!("whm root:{}", token.trim()));
        let form = [form, &[("api.version", "1")]].concat();
        let sent = call.form(&form).send().map_err(|cause| cause.to_string())?;
        let mut answer: Value = sent.json().map_err(|cause| cause.to_string())?;
        if answer["metadata"]["result"] == 1 {
            return Ok(answer["data"].take());
        }
        Err(answer.to_string())
    }

    /// Whether an account can log in with a password.
    pub(super) fn logs_in(client: &Client, user: &str, password: &str) -> bool {
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let url = format!("https://{}:2083/login", address(API));
        client.post(url).form(&form).send().unwrap().status() == 200
    }

    /// The status with which a host answers for a site.
    pub(super) fn site(host: &str, domain: &str) -> u16 {
        let client = Client::builder().timeout(PATIENCE).build().unwrap();
        let asked = client.get(format!("http://{}:8080/", address(host))).header("Host", domain);
        asked.send().map_or(0, |answer| answer.status().as_u16())
    }
}

impl Drop for Fleet {
    fn drop(&mut self) {
        if std::thread::panicking() {
            for machine in [&[API], &HOSTS[..]].concat() {
                let log = fs::read_to_string(self.folder.path().join(machine).join("log"));
                let log = log.unwrap_or_default();
                let lines: Vec<&str> = log.lines().collect();
                let from = lines.len().saturating_sub(40);
                eprintln!("--- {machine}\n{}", lines[from..].join("\n"));
            }
        }
        let workers = self.workers.get_mut().unwrap().iter_mut();
        for child in workers.map(|(_, child)| child).chain([&mut self.server]) {
            drop(child.kill());
            drop(child.wait());
        }
    }
}

fn program() -> PathBuf {
    env!("CARGO_BIN_EXE_innkeeper").into()
}

/// Makes a machine's data folder with its configuration.
fn prepare(folder: &Path, machine: &str, more: &str) {
    let data = folder.join(machine);
    fs::create_dir(&data).unwrap();
    fs::set_permissions(&data, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
    let text = format!(
        "store = \"{}\"\nlisten = \"{}\"\nhash_cost = 1\nminimum_password_strength = 1\n{more}",
        Databases::url(),
        address(machine)
    );
    fs::write(data.join("innkeeper.toml"), text).unwrap();
}

/// Starts the program on a machine, and waits until it is ready.
fn begin(folder: &Path, machine: &str, words: &[&str], variable: Option<(&str, &str)>) -> Child {
    let data = folder.join(machine);
    let append = |name| File::options().create(true).append(true).open(data.join(name)).unwrap();
    fs::write(data.join("said"), "").unwrap();
    let mut command: Command = Network::on(machine, program());
    command.args(words).arg("--data").arg(&data).envs(variable);
    command.stdout(append("said")).stderr(Stdio::from(append("log")));
    let child = command.spawn().unwrap();
    eventually(&format!("{machine} is ready"), || {
        fs::read_to_string(data.join("said")).is_ok_and(|said| said.contains("\nready "))
    });
    child
}
