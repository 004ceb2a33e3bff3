//! The machine of a test: a layout under a temporary folder, the privileged process with all services as
//! its children, and the server as a user without rights.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use reqwest::blocking::Client;
use serde_json::Value;
use tempfile::TempDir;

/// The user that the server runs as.
const SERVER: &str = "innkeeper";
/// A password that meets every rule.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";
/// How long the services may take to come up, and a change to be seen.
const PATIENCE: Duration = Duration::from_mins(2);

/// A machine that serves.
pub(crate) struct Machine {
    root: Child,
    server: Option<Child>,
    pub(crate) ports: root::Ports,
    pub(crate) folder: TempDir,
    whm: u16,
    cpanel: u16,
}

impl Machine {
    /// Starts all of it, and waits until each service can be connected to.
    pub(crate) fn start() -> Self {
        user(SERVER);
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        // Those of the checkout may lie where the server's user may not look.
        for name in ["innkeeper", "innkeeper-root"] {
            let built = Path::new(env!("CARGO_BIN_EXE_innkeeper")).with_file_name(name);
            fs::copy(built, folder.path().join(name)).unwrap();
        }
        let mut next = (10_000..60_000).filter(|port| is_free(*port));
        let mut port = || next.next().unwrap();
        let ports = root::Ports::each(&mut port);
        let (whm, cpanel) = (port(), port());
        fs::write(folder.path().join("layout.toml"), layout(folder.path(), &ports)).unwrap();
        let root = start_root(folder.path());
        let mut machine = Self { root, server: None, ports, folder, whm, cpanel };
        machine.wait_for_services();
        let data = machine.data();
        fs::create_dir(&data).unwrap();
        let owned = Command::new("chown").arg(format!("{SERVER}:")).arg(&data).status().unwrap();
        assert!(owned.success());
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
        machine.start_server(&[]);
        machine
    }

    /// Starts the server, with these variables in its environment.
    pub(crate) fn start_server(&mut self, environment: &[(&str, &str)]) {
        let folder = self.folder.path();
        let config = folder.join("innkeeper.toml");
        let text = format!(
            "hash_cost = 1\nminimum_password_strength = 1\nlayout = \"{0}/layout.toml\"\n\
             root_socket = \"{0}/root/socket\"\n",
            folder.display()
        );
        fs::write(&config, text).unwrap();
        let log = folder.join("server.log");
        let said = folder.join("server.said");
        let mut server = Command::new("setpriv");
        server.args(["--reuid", SERVER, "--regid", SERVER, "--clear-groups"]);
        server.arg(folder.join("innkeeper")).arg("serve").arg("--data").arg(self.data());
        server.arg("--config").arg(config).args(["--webmail-port", "off"]);
        server.args(["--metrics-port", "off", "--whm-port", &self.whm.to_string()]);
        server.args(["--cpanel-port", &self.cpanel.to_string()]);
        server.envs(environment.iter().copied()).stdin(Stdio::null());
        let append = |path: &Path| File::options().create(true).append(true).open(path).unwrap();
        fs::write(&said, "").unwrap();
        server.stdout(append(&said)).stderr(append(&log));
        self.server = Some(server.spawn().unwrap());
        eventually("the server is ready", || {
            fs::read_to_string(&said).is_ok_and(|said| said.contains("\nready "))
        });
    }

    /// Waits for the server to end by itself.
    pub(crate) fn server_ends(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.wait().unwrap();
        }
    }

    /// Ends the server in order.
    pub(crate) fn end_server(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        let process = rustix::process::Pid::from_child(&server);
        rustix::process::kill_process(process, rustix::process::Signal::TERM).unwrap();
        server.wait().unwrap();
    }

    fn wait_for_services(&self) {
        let root::Ports { web, web_tls, dns, dns_api, smtp, imap, ftp, mysql, postgresql, .. } =
            self.ports;
        for port in [web, web_tls, dns, dns_api, smtp, imap, ftp, mysql, postgresql] {
            eventually(&format!("port {port} is open"), || {
                TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
            });
        }
    }

    /// The server's data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Has the command line do something with the server's store; gives whether all was well and what
    /// was printed.
    pub(crate) fn command(&self, words: &[&str]) -> (bool, String) {
        let folder = self.folder.path();
        let mut command = Command::new("setpriv");
        command.args(["--reuid", SERVER, "--regid", SERVER, "--clear-groups"]);
        command.arg(folder.join("innkeeper")).args(words).arg("--data").arg(self.data());
        command.arg("--config").arg(folder.join("innkeeper.toml"));
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    fn token(&self) -> String {
        let token = fs::read_to_string(self.data().join("root.token")).unwrap();
        format!("whm root:{}", token.trim())
    }

    fn client(&self) -> Client {
        let pem = fs::read(self.data().join("tls/cert.pem")).unwrap();
        Client::builder()
            .add_root_certificate(reqwest::Certificate::from_pem(&pem).unwrap())
            .redirect(reqwest::redirect::Policy::none())
            .cookie_store(true)
            .timeout(PATIENCE)
            .build()
            .unwrap()
    }

    /// A call as root; nothing where the server died before it answered.
    pub(crate) fn try_call(&self, function: &str, form: &[(&str, &str)]) -> Option<Value> {
        let url = format!("https://127.0.0.1:{}/json-api/{function}", self.whm);
        let form = [form, &[("api.version", "1")]].concat();
        let call = self.client().post(url).header("Authorization", self.token()).form(&form);
        call.send().ok()?.json().ok()
    }

    /// The data of a call as root that succeeds.
    pub(crate) fn root(&self, function: &str, form: &[(&str, &str)]) -> Value {
        let answer = self.try_call(function, form).unwrap();
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The same as a reseller, by password.
    pub(crate) fn reseller(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let url = format!("https://127.0.0.1:{}/json-api/{function}", self.whm);
        let form = [form, &[("api.version", "1")]].concat();
        let call = self.client().post(url).basic_auth(user, Some(PASSWORD)).form(&form);
        let answer: Value = call.send().unwrap().json().unwrap();
        assert_eq!(answer["metadata"]["result"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The data of a call of an account's own API that succeeds.
    pub(crate) fn account(&self, user: &str, function: &str, form: &[(&str, &str)]) -> Value {
        let url = format!("https://127.0.0.1:{}/execute/{function}", self.cpanel);
        let call = self.client().post(url).basic_auth(user, Some(PASSWORD)).form(form);
        let answer: Value = call.send().unwrap().json().unwrap();
        assert_eq!(answer["status"], 1, "{function}: {answer}");
        answer["data"].clone()
    }

    /// The URL of a page on the accounts' port.
    pub(crate) fn cpanel_url(&self, path: &str) -> String {
        format!("https://127.0.0.1:{}{path}", self.cpanel)
    }

    /// Logs in on the accounts' port by the form; gives the client and what its paths begin with.
    pub(crate) fn log_in(&self, user: &str, password: &str) -> Option<(Client, String)> {
        let client = self.client();
        let form = [("user", user), ("pass", password), ("login_only", "1")];
        let url = self.cpanel_url("");
        let response = client.post(format!("{url}/login")).form(&form).send().unwrap();
        if response.status() != 200 {
            return None;
        }
        let answer: Value = response.json().unwrap();
        Some((client, format!("{url}{}", answer["security_token"].as_str().unwrap())))
    }

    /// Every path of the machine that could be an account's: what lies in its folders, and what stands
    /// above those of the system, as far as it is not a service's own book-keeping.
    pub(crate) fn paths(&self) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        for place in [self.folder.path(), Path::new("/etc"), Path::new("/home"), Path::new("/run")]
        {
            walk(place, &mut found);
        }
        let layers = PathBuf::from(std::env::var_os("INNKEEPER_TEST_LAYERS").unwrap());
        walk(&layers.join("var/upper"), &mut found);
        found.retain(|path| !is_bookkeeping(path));
        found
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if thread::panicking() {
            for name in ["root.log", "server.log"] {
                let log = fs::read_to_string(self.folder.path().join(name)).unwrap_or_default();
                let lines: Vec<&str> = log.lines().collect();
                eprintln!("--- {name}\n{}", lines[lines.len().saturating_sub(60)..].join("\n"));
            }
        }
        if let Some(mut server) = self.server.take() {
            drop(server.kill());
            drop(server.wait());
        }
        let root = rustix::process::Pid::from_child(&self.root);
        if rustix::process::kill_process(root, rustix::process::Signal::TERM).is_ok() {
            drop(self.root.wait());
        }
    }
}

/// What services keep of themselves, and what grows by being used.
fn is_bookkeeping(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let parts = ["/logs/", "/state/mariadb/", "/state/postgresql/", "/state/exim/", "/data/"];
    parts.iter().any(|part| text.contains(part))
        || text.contains("/root/")
        || text.ends_with(".log")
        || text.contains("/run/dovecot/")
        || text.contains("/var/upper/log")
        || text.ends_with("/.staged")
        || text.contains("/state/powerdns/")
}

fn walk(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, found);
        }
        found.insert(path);
    }
}

/// Waits until something is so.
pub(crate) fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "it does not come about that {what}");
        thread::sleep(Duration::from_millis(50));
    }
}

fn start_root(folder: &Path) -> Child {
    let log = File::create(folder.join("root.log")).unwrap();
    let socket = folder.join("root");
    fs::create_dir(&socket).unwrap();
    let mut root = Command::new(folder.join("innkeeper-root"));
    root.arg("--layout").arg(folder.join("layout.toml"));
    root.arg("--socket").arg(socket.join("socket"));
    root.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log).spawn().unwrap()
}

fn user(name: &str) {
    let known = Command::new("id").arg(name).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !known.unwrap().success() {
        let mut add = Command::new("useradd");
        add.args(["--system", "--user-group", "--no-create-home", name]);
        assert!(add.status().unwrap().success());
    }
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
        && UdpSocket::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

/// The layout's file; homes and users are where the system has them.
fn layout(folder: &Path, ports: &root::Ports) -> String {
    let layout = root::Layout {
        server: SERVER.to_owned(),
        config: folder.join("config"),
        state: folder.join("state"),
        run: folder.join("run"),
        logs: folder.join("logs"),
        listen: Ipv4Addr::LOCALHOST.into(),
        ports: *ports,
        supervision: root::Supervision::Own,
        ..root::Layout::default()
    };
    toml::to_string(&layout).unwrap()
}
