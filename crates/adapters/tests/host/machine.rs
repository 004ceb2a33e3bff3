//! A machine of its own for a test: a layout under a temporary folder, free loopback ports, the
//! privileged side served in a thread, and the services that the test asks for.

use std::{
    fs,
    net::{Ipv4Addr, TcpListener, UdpSocket},
    os::unix::{fs::PermissionsExt, net::UnixListener},
    path::{Path, PathBuf},
    process::{self, Command},
    sync::{
        Arc, OnceLock,
        atomic::{AtomicU16, Ordering},
    },
    thread,
};

use root::{Client, Layout, Ports, Root, Service, Supervision, User, Verb};
use tempfile::TempDir;

/// A machine; its services end with it.
pub(crate) struct Machine {
    /// Where things lie on it.
    pub(crate) layout: Arc<Layout>,
    /// The privileged side, as the server calls it.
    pub(crate) client: Arc<Client>,
    root: Arc<Root>,
    /// What all of it lies in.
    pub(crate) folder: TempDir,
}

impl Machine {
    /// A machine with those services running.
    pub(crate) fn start(services: &[Service]) -> Self {
        Self::start_for("root", services)
    }

    /// A machine whose server runs as that user.
    pub(crate) fn start_for(server: &str, services: &[Service]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        // The services' users have to come to their own folders.
        fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
        let layout = Layout { server: server.to_owned(), ..layout(folder.path()) };
        for folder in [&layout.homes, &layout.users] {
            fs::create_dir(folder).unwrap();
        }
        let root = Arc::new(Root::new(layout.clone()).with_program(program()));
        let socket = folder.path().join("root.socket");
        let listener = UnixListener::bind(&socket).unwrap();
        fs::set_permissions(&socket, fs::Permissions::from_mode(0o666)).unwrap();
        let served = Arc::clone(&root);
        thread::spawn(move || served.serve(&listener));
        let client = Arc::new(Client::new(socket));
        let machine = Self { layout: Arc::new(layout), client, root, folder };
        for &service in services {
            machine.call(&Verb::Start(service));
        }
        machine
    }

    /// Makes a user of an account, with its home; its password is `right`.
    pub(crate) fn user(&self, name: &str, id: u32) {
        self.call(&Verb::PutUsers(vec![user(name, id)]));
    }

    /// Has a verb done that has nothing to give.
    pub(crate) fn call(&self, verb: &Verb) {
        if let Err(refusal) = self.client.call(verb) {
            panic!("{refusal}");
        }
    }
}

impl Drop for Machine {
    fn drop(&mut self) {
        if thread::panicking() {
            print_logs(&self.layout.logs);
        }
        self.root.end();
    }
}

/// A user of an account as the machine should have it; its password is `right`.
pub(crate) fn user(name: &str, id: u32) -> User {
    const RIGHT: &str = "$y$j9T$F5Jx5fExrKuPp53xLKQ..1$F1K3Jya64xlumGw51Swco2SOABCTTRjmBszNBfvECdC";
    User {
        name: name.parse().unwrap(),
        formerly: None,
        uid: id,
        gid: id,
        shell: "/bin/bash".to_owned(),
        password: RIGHT.to_owned(),
        locked: false,
        expired: false,
        disk: None,
        inodes: None,
    }
}

/// Prints what the services said, beneath the failure of a test.
fn print_logs(logs: &Path) {
    for log in fs::read_dir(logs).into_iter().flatten().flatten() {
        if log.path().is_dir() {
            print_logs(&log.path());
        } else if let Ok(said) = fs::read(log.path()) {
            eprintln!("--- {}\n{}", log.path().display(), String::from_utf8_lossy(&said));
        }
    }
}

/// The program of the privileged process, whose processes work in homes: built once, since this test is
/// another package's.
pub(crate) fn program() -> &'static Path {
    static PROGRAM: OnceLock<PathBuf> = OnceLock::new();
    PROGRAM.get_or_init(|| {
        let cargo = option_env!("CARGO").unwrap_or("cargo");
        let built = Command::new(cargo).args(["build", "-q", "-p", "root"]).status().unwrap();
        assert!(built.success(), "innkeeper-root is not built");
        let tests = std::env::current_exe().unwrap();
        tests.ancestors().nth(2).unwrap().join("innkeeper-root")
    })
}

fn layout(folder: &Path) -> Layout {
    Layout {
        server: "root".to_owned(),
        config: folder.join("config"),
        state: folder.join("state"),
        run: folder.join("run"),
        logs: folder.join("logs"),
        homes: folder.join("home"),
        users: folder.join("users"),
        listen: Ipv4Addr::LOCALHOST.into(),
        ports: Ports::each(free_port),
        supervision: Supervision::Own,
        ..Layout::default()
    }
}

/// A port that nothing listens on, below those that the kernel gives to connections, and in a stretch of
/// this process's own, so that tests at the same time do not get each other's.
fn free_port() -> u16 {
    static NEXT: AtomicU16 = AtomicU16::new(0);
    const STRETCH: u16 = 500;
    let first = 10_000 + u16::try_from(process::id() % 40).unwrap() * STRETCH;
    for _ in 0..STRETCH {
        let port = first + NEXT.fetch_add(1, Ordering::Relaxed) % STRETCH;
        let address = (Ipv4Addr::LOCALHOST, port);
        if TcpListener::bind(address).is_ok() && UdpSocket::bind(address).is_ok() {
            return port;
        }
    }
    panic!("no port is free from {first}");
}
