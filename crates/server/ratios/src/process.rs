//! Servers that run beside the measuring: the product and the baseline.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::SocketAddr,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use crate::Result;

/// The options of a server that takes no port that something else may have.
const PORTS: [&str; 12] = [
    "--whm-port=0",
    "--cpanel-port=off",
    "--webmail-port=off",
    "--dns-port=0",
    "--web-port=0",
    "--web-tls-port=off",
    "--metrics-port=off",
    "--whm-plain-port=off",
    "--cpanel-plain-port=off",
    "--listen=127.0.0.1",
    "--hostname=host.example.test",
    "--log-format=json",
];

/// A server; it ends with this.
pub(crate) struct Running {
    child: Child,
    /// Where its API is.
    pub(crate) at: SocketAddr,
    /// Where it answers for names; the same where it does not.
    pub(crate) dns: SocketAddr,
}

impl Running {
    /// Starts the product on a folder; returns when it is ready.
    pub(crate) fn product(data: &Path) -> Result<Self> {
        let mut command = innkeeper(data)?;
        Self::start(command.arg("serve").args(PORTS))
    }

    /// Starts the baseline with the product's certificate and a body.
    pub(crate) fn bare(data: &Path, body: &[u8]) -> Result<Self> {
        let file = data.join("bare.body");
        fs::write(&file, body)?;
        let mut command = Command::new(env::current_exe()?);
        command.arg("bare").arg(data.join("tls/cert.pem")).arg(data.join("tls/key.pem")).arg(file);
        Self::start(&mut command)
    }

    /// Starts the baseline of the DNS server.
    pub(crate) fn authority() -> Result<Self> {
        Self::start(Command::new(env::current_exe()?).arg("authority"))
    }

    fn start(command: &mut Command) -> Result<Self> {
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
        let said = child.stdout.take().ok_or("a server has no output")?;
        for line in BufReader::new(said).lines() {
            let line = line?;
            let Some(ready) = line.strip_prefix("ready ") else { continue };
            let door = |name| ready.split(' ').find_map(|pair| pair.strip_prefix(name));
            let at = door("whm=").ok_or("a server does not say where it is")?.parse()?;
            let dns = door("dns=").map_or(Ok(at), str::parse)?;
            return Ok(Self { child, at, dns });
        }
        Err(format!("{command:?} ended before it was ready").into())
    }

    /// Its resident memory in bytes.
    pub(crate) fn resident(&self) -> Result<u64> {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let kib = line.and_then(|text| text.trim().strip_suffix(" kB"));
        Ok(kib.ok_or("no VmRSS")?.parse::<u64>()? * 1024)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// Makes a folder with that many accounts; gives its path.
pub(crate) fn seeded(folder: &Path, accounts: u32) -> Result<PathBuf> {
    let data = folder.join(format!("accounts-{accounts}"));
    let mut seed = innkeeper(&data)?;
    seed.args(["seed", "--accounts", &accounts.to_string()]).stderr(Stdio::null());
    if seed.status()?.success() { Ok(data) } else { Err("seed failed".into()) }
}

/// Root's token.
pub(crate) fn token(data: &Path) -> Result<String> {
    Ok(fs::read_to_string(data.join("root.token"))?.trim().to_owned())
}

/// The product, which lies beside this program.
fn innkeeper(data: &Path) -> Result<Command> {
    let mut command = Command::new(env::current_exe()?.with_file_name("innkeeper"));
    command.env("INNKEEPER_DATA", data).env_remove("INNKEEPER_STORE").env_remove("INNKEEPER_LOG");
    Ok(command)
}
