//! A PostgreSQL server of a test's own: in a temporary folder, on a socket there, gone with the
//! value, even if the test panics or is killed.

use std::{
    io::{BufRead, BufReader, Error, Result},
    os::unix::fs::chown,
    path::{Path, PathBuf},
    process::{Child, ChildStderr, Command, Stdio},
    sync::atomic::{AtomicU32, Ordering},
    thread,
};

use ::postgres::{Client, NoTls};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use tempfile::TempDir;

/// What is missing where there is no PostgreSQL.
const MISSING: &str =
    "PostgreSQL's initdb is not in /usr/lib/postgresql: install the Debian package `postgresql`";

/// A running server. It ends with the thread that started it at the latest.
#[derive(Debug)]
pub struct Cluster {
    server: Child,
    databases: AtomicU32,
    programs: PathBuf,
    // Dropped last, after the server has ended.
    folder: TempDir,
}

impl Cluster {
    /// Starts a server whose text, left to itself, would be ordered as in English: what relies on
    /// another order must say so.
    pub fn start() -> Result<Self> {
        let programs = programs()?;
        let folder = tempfile::tempdir()?;
        if let Some((user, group)) = other_user()? {
            chown(folder.path(), Some(user), Some(group))?;
        }
        make_files(&programs, folder.path())?;
        let server = spawn(&programs, folder.path())?;
        Ok(Self { server, databases: AtomicU32::new(0), programs, folder })
    }

    /// Makes an empty database; gives its URL.
    pub fn database(&self) -> Result<String> {
        let name = format!("test_{}", self.databases.fetch_add(1, Ordering::Relaxed));
        let make = format!("CREATE DATABASE {name}");
        let mut client = Client::connect(&self.url("postgres"), NoTls).map_err(Error::other)?;
        client.batch_execute(&make).map_err(Error::other)?;
        Ok(self.url(&name))
    }

    /// Ends the server, cutting all connections, and starts it again.
    pub fn restart(&mut self) -> Result<()> {
        self.stop()?;
        self.server = spawn(&self.programs, self.folder.path())?;
        Ok(())
    }

    /// Ends the server, cutting all connections.
    pub fn stop(&mut self) -> Result<()> {
        let id = i32::try_from(self.server.id()).ok().and_then(Pid::from_raw);
        if let Some(id) = id
            && self.server.try_wait()?.is_none()
        {
            kill_process(id, Signal::INT)?;
            self.server.wait()?;
        }
        Ok(())
    }

    fn url(&self, database: &str) -> String {
        let folder = self.folder.path().display().to_string().replace('/', "%2F");
        format!("postgres://postgres@{folder}/{database}")
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        // There is nobody left to tell; the server ends with this thread in any case.
        drop(self.stop());
    }
}

/// The newest installed version's programs.
fn programs() -> Result<PathBuf> {
    let missing = || Error::other(MISSING);
    let versions = Path::new("/usr/lib/postgresql").read_dir().map_err(|_| missing())?;
    let programs = versions.filter_map(|version| Some(version.ok()?.path().join("bin")));
    programs.filter(|folder| folder.join("initdb").exists()).max().ok_or_else(missing)
}

/// The user and the group to run the server as, where we are root, as whom it refuses to run.
fn other_user() -> Result<Option<(u32, u32)>> {
    if !geteuid().is_root() {
        return Ok(None);
    }
    let users = std::fs::read_to_string("/etc/passwd")?;
    let line = users.lines().find_map(|line| line.strip_prefix("postgres:"));
    let ids = line.and_then(|line| {
        let mut fields = line.split(':').skip(1);
        Some((fields.next()?.parse().ok()?, fields.next()?.parse().ok()?))
    });
    ids.map(Some).ok_or_else(|| Error::other("there is no user `postgres` in /etc/passwd"))
}

/// A program of the server's, run as its user, ended when this thread is.
fn command(program: &Path, folder: &Path) -> Result<Command> {
    let mut command = Command::new("setpriv");
    command.args(["--pdeathsig", "INT"]);
    if let Some((user, group)) = other_user()? {
        command.arg(format!("--reuid={user}")).arg(format!("--regid={group}"));
        command.arg("--clear-groups");
    }
    command.arg(program).current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
    command.env_clear().env("PATH", "/usr/bin:/bin").env("LC_ALL", "C");
    command.stderr(Stdio::piped());
    Ok(command)
}

fn make_files(programs: &Path, folder: &Path) -> Result<()> {
    let mut initdb = command(&programs.join("initdb"), folder)?;
    initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-sync"]);
    initdb.args(["--locale=C", "--locale-provider=icu", "--icu-locale=en"]);
    let made = initdb.arg("--pgdata").arg(folder.join("data")).output()?;
    if made.status.success() {
        return Ok(());
    }
    Err(Error::other(format!("initdb failed: {}", String::from_utf8_lossy(&made.stderr))))
}

/// Starts the server, and returns when it takes connections.
fn spawn(programs: &Path, folder: &Path) -> Result<Child> {
    let mut postgres = command(&programs.join("postgres"), folder)?;
    postgres.arg("-D").arg(folder.join("data")).arg("-k").arg(folder);
    let socket_only = ["-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60"];
    let mut server = postgres.args(socket_only).spawn()?;
    let log = server.stderr.take().ok_or_else(|| Error::other("the server has no log"))?;
    match ready(log) {
        Ok(()) => Ok(server),
        Err(err) => {
            drop(server.kill());
            server.wait()?;
            Err(err)
        }
    }
}

/// Reads the server's log until it is ready; another thread reads the rest, so that the server
/// never waits for a reader.
fn ready(log: ChildStderr) -> Result<()> {
    let mut lines = BufReader::new(log).lines();
    let mut said = Vec::new();
    for line in lines.by_ref() {
        let line = line?;
        if line.ends_with("database system is ready to accept connections") {
            thread::spawn(move || lines.for_each(drop));
            return Ok(());
        }
        said.push(line);
    }
    Err(Error::other(format!("PostgreSQL did not start: {}", said.join("; "))))
}
