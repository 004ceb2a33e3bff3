//! The program under a layout of its own.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener},
    os::unix::process::CommandExt,
    path::PathBuf,
    process::{Child, Command, ExitStatus},
    thread,
    time::{Duration, Instant},
};

use root::{Client, Layout, Ports, Service, Supervision, Verb};
use rustix::process::{Pid, Signal, kill_process_group};
use tempfile::TempDir;

/// The program: above the tests' own, wherever both have been taken.
pub(crate) fn program() -> PathBuf {
    let tests = std::env::current_exe().unwrap();
    tests.ancestors().nth(2).unwrap().join("innkeeper-root")
}

/// A place for the program, which it may be started in again and again.
pub(crate) struct Place {
    pub(crate) folder: TempDir,
    pub(crate) layout: Layout,
}

/// It running; killed when it is dropped.
pub(crate) struct Process {
    pub(crate) child: Child,
    pub(crate) client: Client,
}

impl Place {
    /// Whose services are started when they are asked for.
    pub(crate) fn new(supervision: Supervision) -> Self {
        Self::with(supervision, Vec::new())
    }

    /// Whose services are started with the program.
    pub(crate) fn with(supervision: Supervision, services: Vec<Service>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let layout = Layout {
            server: "www-data".to_owned(),
            config: at("config"),
            state: at("state"),
            run: at("run"),
            logs: at("logs"),
            homes: at("home"),
            users: at("users"),
            listen: Ipv4Addr::LOCALHOST.into(),
            ports: Ports::each(free_port),
            supervision,
            services,
            ..Layout::default()
        };
        fs::create_dir(&layout.config).unwrap();
        fs::write(at("layout.toml"), toml::to_string(&layout).unwrap()).unwrap();
        Self { folder, layout }
    }

    pub(crate) fn socket(&self) -> PathBuf {
        self.folder.path().join("socket")
    }

    /// The program's command, behind that of another.
    pub(crate) fn command(&self, before: &[&str]) -> Command {
        let program = program();
        let mut words = before.iter().map(AsRef::as_ref).chain([program.as_os_str()]);
        let mut command = Command::new(words.next().unwrap());
        command.args(words).arg("--layout").arg(self.folder.path().join("layout.toml"));
        command.arg("--socket").arg(self.socket()).process_group(0);
        command
    }

    /// Starts it and waits until it answers; none where it ended before.
    pub(crate) fn start(&self, before: &[&str]) -> Option<Process> {
        let child = self.command(before).spawn().unwrap();
        let mut process = Process { child, client: Client::new(self.socket()) };
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            if process.child.try_wait().unwrap().is_some() {
                return None;
            }
            if process.client.call(&Verb::Runs(Service::Exim)).is_ok() {
                return Some(process);
            }
            thread::sleep(Duration::from_millis(2));
        }
        panic!("it does not answer");
    }
}

impl Process {
    /// Asks it to end, and waits for it.
    pub(crate) fn end(mut self) -> ExitStatus {
        self.signal("TERM");
        self.child.wait().unwrap()
    }

    pub(crate) fn signal(&self, signal: &str) {
        let id = self.child.id().to_string();
        let sent = Command::new("/usr/bin/kill").args(["-s", signal, &id]).status().unwrap();
        assert!(sent.success());
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            // With what may stand before the program.
            let group = Pid::from_child(&self.child);
            kill_process_group(group, Signal::KILL).unwrap();
            self.child.wait().unwrap();
        }
    }
}

fn free_port() -> u16 {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    free.local_addr().unwrap().port()
}
