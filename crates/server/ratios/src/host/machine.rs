//! The host: the privileged process with all services as its children, and the server as a user without
//! rights.

use std::{
    collections::BTreeMap,
    env,
    fs::{self, File},
    io::{BufRead as _, BufReader},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream, UdpSocket},
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use root::{Answer, Client, Layout, Ports, Service, Supervision, Verb};
use rustix::process::{Pid, Signal, kill_process};

use crate::{Result, works};

/// The user that the server runs as.
const SERVER: &str = "innkeeper";
/// How long the services may take to come up.
const PATIENCE: Duration = Duration::from_mins(2);

/// How often each service was reloaded.
pub(super) type Reloads = BTreeMap<Service, u64>;

/// A host that runs.
pub(super) struct Host {
    folder: PathBuf,
    root: Child,
    server: Option<Child>,
    at: SocketAddr,
    client: Client,
}

impl Host {
    /// Starts all but the server, in a folder that is made anew, and waits until each service serves.
    pub(super) fn start(folder: &Path) -> Result<Self> {
        drop(fs::remove_dir_all(folder));
        fs::create_dir_all(folder)?;
        fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?;
        // Those of the checkout may lie where the server's user may not look.
        let here = env::current_exe()?;
        for name in ["innkeeper", "innkeeper-root"] {
            fs::copy(here.with_file_name(name), folder.join(name))?;
        }
        run(Command::new("useradd").args([
            "--system",
            "--user-group",
            "--no-create-home",
            SERVER,
        ]))?;
        let data = folder.join("data");
        fs::create_dir(&data)?;
        fs::set_permissions(&data, fs::Permissions::from_mode(0o700))?;
        run(Command::new("chown").arg(format!("{SERVER}:")).arg(&data))?;
        let mut free = (10_000..60_000).filter(|port| is_free(*port));
        let ports = Ports::each(|| free.next().unwrap_or_default());
        fs::write(folder.join("layout.toml"), layout(folder, ports)?)?;
        let socket = folder.join("root.socket");
        let mut root = Command::new(folder.join("innkeeper-root"));
        root.arg("--layout").arg(folder.join("layout.toml")).arg("--socket").arg(&socket);
        root.stdin(Stdio::null()).stderr(File::create(folder.join("root.log"))?);
        let (root, client) = (root.spawn()?, Client::new(socket));
        let (server, at) = (None, (Ipv4Addr::LOCALHOST, 0).into());
        let host = Self { folder: folder.to_owned(), root, server, at, client };
        wait_for_services(ports)?;
        Ok(host)
    }

    /// Starts the server with these settings, in the place of one that runs.
    pub(super) fn serve(&mut self, settings: &str) -> Result<()> {
        self.end_server()?;
        let folder = &self.folder;
        let config = folder.join("innkeeper.toml");
        let place = folder.display();
        let text = format!(
            "{settings}minimum_password_strength = 1\nlayout = \"{place}/layout.toml\"\n\
             root_socket = \"{place}/root.socket\"\n"
        );
        fs::write(&config, text)?;
        let mut server = Command::new("setpriv");
        server.args(["--reuid", SERVER, "--regid", SERVER, "--clear-groups"]);
        server.arg(folder.join("innkeeper")).arg("serve").arg("--data").arg(folder.join("data"));
        server.arg("--config").arg(config).args(["--listen", "127.0.0.1", "--whm-port", "0"]);
        server.args(["--cpanel-port", "off", "--webmail-port", "off", "--metrics-port", "off"]);
        server.args(["--hostname", "host.example.test"]);
        server.stdin(Stdio::null()).stdout(Stdio::piped());
        let log = File::options().append(true).create(true).open(folder.join("server.log"))?;
        let mut server = server.stderr(log).spawn()?;
        let said = server.stdout.take().ok_or("the server has no output")?;
        self.server = Some(server);
        for line in BufReader::new(said).lines() {
            let line = line?;
            let Some(ready) = line.strip_prefix("ready ") else { continue };
            let door = ready.split(' ').find_map(|pair| pair.strip_prefix("whm="));
            self.at = door.ok_or("the server does not say where it is")?.parse()?;
            return Ok(());
        }
        Err(format!("the server was not ready; {place}/server.log says why").into())
    }

    /// A connection to the server, as root.
    pub(super) fn caller(&self) -> Result<works::Root> {
        works::Root::at(self.at, &self.folder.join("data"))
    }

    /// How often each service was reloaded so far.
    pub(super) fn reloads(&self) -> Result<Reloads> {
        let count = |service| match self.client.call(&Verb::Reloads(service)) {
            Ok(Answer::Count(count)) => Ok((service, count)),
            Ok(_) => Err("the privileged process does not count".into()),
            Err(refusal) => Err(refusal.into()),
        };
        Service::ALL.into_iter().map(count).collect()
    }

    fn end_server(&mut self) -> Result<()> {
        let Some(mut server) = self.server.take() else { return Ok(()) };
        kill_process(Pid::from_child(&server), Signal::TERM)?;
        server.wait()?;
        Ok(())
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        drop(self.end_server());
        if kill_process(Pid::from_child(&self.root), Signal::TERM).is_ok() {
            drop(self.root.wait());
        }
    }
}

/// Returns once all services can be connected to.
fn wait_for_services(ports: Ports) -> Result<()> {
    let Ports { web, web_tls, dns, dns_api, smtp, imap, ftp, mysql, postgresql, .. } = ports;
    let begun = Instant::now();
    for port in [web, web_tls, dns, dns_api, smtp, imap, ftp, mysql, postgresql] {
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            if begun.elapsed() > PATIENCE {
                return Err(format!("nothing serves at port {port}").into());
            }
            thread::sleep(Duration::from_millis(50));
        }
    }
    Ok(())
}

fn run(command: &mut Command) -> Result<()> {
    let done = command.status()?;
    if done.success() { Ok(()) } else { Err(format!("{command:?} failed").into()) }
}

fn is_free(port: u16) -> bool {
    let at = (Ipv4Addr::LOCALHOST, port);
    TcpListener::bind(at).is_ok() && UdpSocket::bind(at).is_ok()
}

/// The layout's file; homes and users are where the system has them.
fn layout(folder: &Path, ports: Ports) -> Result<String> {
    let layout = Layout {
        server: SERVER.to_owned(),
        config: folder.join("config"),
        state: folder.join("state"),
        run: folder.join("run"),
        logs: folder.join("logs"),
        listen: Ipv4Addr::LOCALHOST.into(),
        ports,
        supervision: Supervision::Own,
        ..Layout::default()
    };
    Ok(toml::to_string(&layout)?)
}
