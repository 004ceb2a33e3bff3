//! The machine of a test: a layout under a temporary folder, the privileged process with all services as
//! its children, and the server as a user without rights.

mod between;
mod calls;
mod disk;
mod paths;
mod setup;

use std::{
    fs::{self, File},
    net::{Ipv4Addr, TcpStream},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, atomic::Ordering},
    thread,
    time::{Duration, Instant},
};

use root::{Answer, Client, Service, Verb};
use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

pub(crate) use self::{between::Between, disk::Disk, setup::Setup};

/// The user that the server runs as.
const SERVER: &str = "innkeeper";
/// A password that meets every rule.
pub(crate) const PASSWORD: &str = "Quarry-lamp-7-vivid";
/// How long the services may take to come up, and a change to be seen.
const PATIENCE: Duration = Duration::from_mins(2);
/// Services that need no databases of their own to be set up.
const PLAIN: [Service; 5] =
    [Service::Apache, Service::PhpFpm, Service::PureFtpd, Service::Exim, Service::Dovecot];

/// A machine that serves.
pub(crate) struct Machine {
    root: Option<Child>,
    server: Option<Child>,
    pub(crate) ports: root::Ports,
    pub(crate) folder: TempDir,
    setup: Setup,
    /// What goes between the server and the privileged process, where something does.
    pub(crate) between: Arc<Between>,
    whm: u16,
    cpanel: u16,
}

impl Machine {
    /// Starts all of it, and waits until each service can be connected to.
    pub(crate) fn start() -> Self {
        Self::start_with(Setup::default())
    }

    /// The same of another machine.
    pub(crate) fn start_with(setup: Setup) -> Self {
        user(SERVER);
        // What the machine of a test before had, all of which is beneath layers of the tests' own.
        assert!(std::env::var_os("INNKEEPER_TEST_LAYERS").is_some());
        for place in [Path::new("/etc/userdb"), &setup.homes] {
            clear(place);
        }
        let folder = tempfile::tempdir().unwrap();
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        // Those of the checkout may lie where the server's user may not look.
        for name in ["innkeeper", "innkeeper-root"] {
            fs::copy(program(name), folder.path().join(name)).unwrap();
        }
        let mut port = setup::free_ports();
        let ports = root::Ports::each(&mut port);
        let (whm, cpanel) = (port(), port());
        let layout = toml::to_string(&setup.layout(folder.path(), &ports)).unwrap();
        fs::write(folder.path().join("layout.toml"), layout).unwrap();
        let between = Arc::new(Between::default());
        let mut machine =
            Self { root: None, server: None, ports, folder, setup, between, whm, cpanel };
        machine.prepare();
        machine.start_root();
        machine.start_server(&[]);
        machine
    }

    /// Sets up services that are to sleep, and the server's folder.
    fn prepare(&self) {
        let folder = self.folder.path();
        for service in PLAIN.iter().filter(|service| !self.setup.services.contains(service)) {
            let mut prepare = Command::new(folder.join("innkeeper-root"));
            prepare.args(["prepare", service.name()]).arg("--layout");
            let prepared = prepare.arg(folder.join("layout.toml")).output().unwrap();
            assert!(prepared.status.success(), "{prepared:?}");
        }
        fs::create_dir(folder.join("root")).unwrap();
        if self.setup.between {
            self.between.serve(&folder.join("between"), folder.join("root/socket"));
        }
        let data = self.data();
        fs::create_dir(&data).unwrap();
        let owned = Command::new("chown").arg(format!("{SERVER}:")).arg(&data).status().unwrap();
        assert!(owned.success());
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700)).unwrap();
    }

    /// Starts the privileged process, and waits until the services serve.
    pub(crate) fn start_root(&mut self) {
        let folder = self.folder.path();
        let log = File::options().create(true).append(true).open(folder.join("root.log")).unwrap();
        let mut root = Command::new(folder.join("innkeeper-root"));
        root.arg("--layout").arg(folder.join("layout.toml"));
        root.arg("--socket").arg(folder.join("root/socket"));
        root.envs(self.setup.environment.iter().copied());
        root.stdin(Stdio::null()).stdout(Stdio::null()).stderr(log);
        let root = root.spawn().unwrap();
        self.between.process.store(root.id(), Ordering::SeqCst);
        self.root = Some(root);
        eventually("the privileged process answers", || {
            self.root_client().call(&Verb::ListUsers).is_ok()
        });
        for service in &self.setup.services {
            // One that an earlier process left may still be answering.
            eventually(&format!("{} runs", service.name()), || {
                let runs = self.root_client().call(&Verb::Runs(*service));
                matches!(runs, Ok(Answer::Flag(true)))
            });
            self.wait_for(*service);
        }
    }

    /// Waits for the privileged process to end by itself.
    pub(crate) fn root_ends(&mut self) {
        if let Some(mut root) = self.root.take() {
            root.wait().unwrap();
        }
    }

    /// Ends the privileged process in order, and all services with it.
    pub(crate) fn end_root(&mut self) {
        let Some(mut root) = self.root.take() else { return };
        kill_process(Pid::from_child(&root), Signal::TERM).unwrap();
        root.wait().unwrap();
    }

    /// Where the server listens: WHM's port, and that of the accounts.
    pub(crate) fn doors(&self) -> [String; 2] {
        [self.whm, self.cpanel].map(|port| format!("127.0.0.1:{port}"))
    }

    /// The test's own way to the privileged process.
    pub(crate) fn root_client(&self) -> Client {
        Client::new(self.folder.path().join("root/socket"))
    }

    /// Has the privileged process do something that gives nothing.
    pub(crate) fn verb(&self, verb: &Verb) {
        match self.root_client().call(verb) {
            Ok(Answer::Done) => {}
            Ok(_) => panic!("another answer"),
            Err(refusal) => panic!("{refusal}"),
        }
    }

    /// Waits until a service can be connected to.
    pub(crate) fn wait_for(&self, service: Service) {
        let ports = &self.ports;
        let ports = match service {
            Service::Apache => vec![ports.web, ports.web_tls],
            Service::PhpFpm => Vec::new(),
            Service::PureFtpd => vec![ports.ftp],
            Service::Dovecot => vec![ports.imap],
            Service::Exim => vec![ports.smtp],
            Service::PowerDns => vec![ports.dns, ports.dns_api],
            Service::Mariadb => vec![ports.mysql],
            Service::Postgresql => vec![ports.postgresql],
        };
        for port in ports {
            eventually(&format!("port {port} is open"), || {
                TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok()
            });
        }
    }

    /// Sends a signal to all processes of a service.
    pub(crate) fn signal(&self, service: Service, signal: Signal) {
        let note = self.folder.path().join(format!("run/{}.leader", service.name()));
        let noted = fs::read_to_string(note).unwrap();
        let leader = noted.split(' ').next().unwrap().parse().unwrap();
        rustix::process::kill_process_group(Pid::from_raw(leader).unwrap(), signal).unwrap();
    }

    /// Starts the server, with these variables in its environment.
    pub(crate) fn start_server(&mut self, environment: &[(&str, &str)]) {
        let folder = self.folder.path();
        let socket = if self.setup.between { "between" } else { "root" };
        let text = format!(
            "minimum_password_strength = 1\nlayout = \"{0}/layout.toml\"\n\
             root_socket = \"{0}/{socket}/socket\"\nhash_cost = {1}\n{2}",
            folder.display(),
            self.setup.hash_cost,
            self.setup.config,
        );
        fs::write(folder.join("innkeeper.toml"), text).unwrap();
        let (log, said) = (folder.join("server.log"), folder.join("server.said"));
        let mut server = self.as_server(&["serve"]);
        server.args(["--webmail-port", "off"]);
        server.args(["--metrics-port", "off", "--whm-port", &self.whm.to_string()]);
        server.args(["--cpanel-port", &self.cpanel.to_string()]);
        server.envs(self.setup.environment.iter().copied());
        server.envs(environment.iter().copied()).stdin(Stdio::null());
        let append = |path: &Path| File::options().create(true).append(true).open(path).unwrap();
        fs::write(&said, "").unwrap();
        server.stdout(append(&said)).stderr(append(&log));
        self.server = Some(server.spawn().unwrap());
        eventually("the server is ready", || {
            fs::read_to_string(&said).is_ok_and(|said| said.contains("\nready "))
        });
    }

    /// The server's program as its user, for its store.
    fn as_server(&self, words: &[&str]) -> Command {
        let folder = self.folder.path();
        let mut command = Command::new("setpriv");
        command.args(["--reuid", SERVER, "--regid", SERVER, "--clear-groups"]);
        command.args(&self.setup.before);
        command.arg(folder.join("innkeeper")).args(words).arg("--data").arg(self.data());
        command.arg("--config").arg(folder.join("innkeeper.toml"));
        if let Some(store) = &self.setup.store {
            command.env("INNKEEPER_STORE", store);
        }
        command
    }

    /// Waits for the server to end by itself.
    pub(crate) fn server_ends(&mut self) {
        if let Some(mut server) = self.server.take() {
            server.wait().unwrap();
        }
    }

    /// Kills the server as `kill -9` does.
    pub(crate) fn kill_server(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        server.kill().unwrap();
        server.wait().unwrap();
    }

    /// Ends the server in order.
    pub(crate) fn end_server(&mut self) {
        let Some(mut server) = self.server.take() else { return };
        kill_process(Pid::from_child(&server), Signal::TERM).unwrap();
        server.wait().unwrap();
    }

    /// The id of the privileged process.
    pub(crate) fn root_process(&self) -> u32 {
        self.root.as_ref().unwrap().id()
    }

    /// Whether the privileged process lives.
    pub(crate) fn root_lives(&mut self) -> bool {
        self.root.as_mut().is_some_and(|root| root.try_wait().unwrap().is_none())
    }

    /// What both programs have written so far.
    pub(crate) fn log(&self) -> String {
        let read = |name| fs::read_to_string(self.folder.path().join(name)).unwrap();
        read("root.log") + &read("server.log")
    }

    /// Whether the server lives.
    pub(crate) fn server_lives(&mut self) -> bool {
        self.server.as_mut().is_some_and(|server| server.try_wait().unwrap().is_none())
    }

    /// The ids of both programs' processes.
    pub(crate) fn processes(&self) -> Vec<u32> {
        [&self.root, &self.server].into_iter().flatten().map(Child::id).collect()
    }

    /// The server's data folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// Has the command line do something with the server's store; gives whether all was well and what
    /// was printed.
    pub(crate) fn command(&self, words: &[&str]) -> (bool, String) {
        let output = self.as_server(words).output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        (output.status.success(), String::from_utf8(said).unwrap())
    }

    /// What `innkeeper check --host` finds.
    pub(crate) fn violations(&self) -> Vec<String> {
        let (well, said) = self.command(&["check", "--host"]);
        assert_eq!(well, said.is_empty(), "{said}");
        said.lines().map(str::to_owned).collect()
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
        if let Some(mut root) = self.root.take()
            && kill_process(Pid::from_child(&root), Signal::TERM).is_ok()
        {
            drop(root.wait());
        }
    }
}

/// One of the programs: as it was built with the tests, or as it is in the folder that the environment names.
fn program(name: &str) -> PathBuf {
    let built = Path::new(env!("CARGO_BIN_EXE_innkeeper")).with_file_name(name);
    std::env::var_os("INNKEEPER_TEST_PROGRAMS")
        .map_or(built, |folder| Path::new(&folder).join(name))
}

/// Waits until something is so.
pub(crate) fn eventually(what: &str, is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < PATIENCE, "it does not come about that {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

/// Removes all that a folder holds.
fn clear(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().unwrap().is_dir() {
            fs::remove_dir_all(entry.path()).unwrap();
        } else {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}

fn user(name: &str) {
    let known = Command::new("id").arg(name).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !known.unwrap().success() {
        let mut add = Command::new("useradd");
        add.args(["--system", "--user-group", "--no-create-home", name]);
        assert!(add.status().unwrap().success());
    }
}
