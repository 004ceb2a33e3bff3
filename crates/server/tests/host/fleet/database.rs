//! PostgreSQL on two machines: one that is written, and a standby that has every commit before it is
//! answered.

use std::{
    fs,
    net::Ipv4Addr,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Mutex,
};

use super::{
    super::machine::eventually,
    network::{Network, address},
};

/// The user that the servers run as.
const USER: &str = "postgres";
/// What the standby calls itself.
const STANDBY: &str = "standby";
/// The database.
const DATABASE: &str = "innkeeper";

/// The two servers.
pub(super) struct Databases {
    programs: PathBuf,
    folder: PathBuf,
    primary: Mutex<Child>,
    standby: Child,
}

impl Databases {
    /// Starts both below a folder, on the machines `db1` and `db2`.
    pub(super) fn start(folder: &Path) -> Self {
        let programs = programs();
        let [one, two] = ["one", "two"].map(|name| folder.join(name));
        for data in [&one, &two] {
            fs::create_dir(data).unwrap();
            fs::set_permissions(data, fs::Permissions::from_mode(0o700)).unwrap();
            let owned = Command::new("chown").arg(format!("{USER}:")).arg(data).status().unwrap();
            assert!(owned.success());
        }
        let mut initdb = as_user("db1", &programs.join("initdb"));
        initdb.args(["--username=postgres", "--auth=trust", "--encoding=UTF8", "--locale=C"]);
        run(initdb.arg("--pgdata").arg(&one));
        let mut access = fs::read_to_string(one.join("pg_hba.conf")).unwrap();
        access.push_str("host all all samenet trust\nhost replication all samenet trust\n");
        fs::write(one.join("pg_hba.conf"), access).unwrap();
        let primary = serve(&programs, "db1", &one);
        let mut copy = as_user("db2", &programs.join("pg_basebackup"));
        let from = format!("host={} user=postgres application_name={STANDBY}", address("db1"));
        run(copy.args(["--checkpoint=fast", "--write-recovery-conf", "-d", &from, "-D"]).arg(&two));
        let standby = serve(&programs, "db2", &two);
        let databases =
            Self { programs, folder: folder.to_owned(), primary: Mutex::new(primary), standby };
        databases.ask("db1", &format!("CREATE DATABASE {DATABASE}")).unwrap();
        // Set after the copy was made: the standby shall wait for nobody when it is the primary.
        let wait = format!("ALTER SYSTEM SET synchronous_standby_names = '{STANDBY}'");
        databases.ask("db1", &wait).unwrap();
        databases.ask("db1", "SELECT pg_reload_conf()").unwrap();
        eventually("the standby has every commit before it is answered", || {
            let states = databases.ask("db1", "SELECT sync_state FROM pg_stat_replication");
            states.is_some_and(|states| states.trim() == "sync")
        });
        databases
    }

    /// The URL of whichever may be written.
    pub(super) fn url() -> String {
        let [one, two] = ["db1", "db2"].map(address);
        format!("postgres://postgres@{one},{two}/{DATABASE}")
    }

    /// Asks a server something; nothing where it does not answer.
    fn ask(&self, machine: &str, question: &str) -> Option<String> {
        let mut psql = Command::new(self.programs.join("psql"));
        psql.args(["-h", &address(machine).to_string(), "-U", USER, "-d", USER]);
        let said = psql.args(["-XAtqc", question]).env("PGCONNECT_TIMEOUT", "3").output().unwrap();
        said.status.success().then(|| String::from_utf8(said.stdout).unwrap())
    }

    /// Cuts the primary's power.
    pub(super) fn lose_the_primary(&self) {
        Network::cut_power("db1");
        self.primary.lock().unwrap().wait().unwrap();
    }

    /// Makes the standby the primary.
    pub(super) fn promote_the_standby(&self) {
        let mut promote = as_user("db2", &self.programs.join("pg_ctl"));
        run(promote.arg("promote").arg("-D").arg(self.folder.join("two")));
    }
}

impl Drop for Databases {
    fn drop(&mut self) {
        for server in [self.primary.get_mut().unwrap(), &mut self.standby] {
            drop(server.kill());
            drop(server.wait());
        }
    }
}

fn serve(programs: &Path, machine: &str, data: &Path) -> Child {
    let at: Ipv4Addr = address(machine);
    let mut postgres = as_user(machine, &programs.join("postgres"));
    postgres.arg("-D").arg(data).args(["-k", "", "-c", &format!("listen_addresses={at}")]);
    let child = postgres.stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    eventually("PostgreSQL takes connections", || {
        let mut ready = Command::new(programs.join("pg_isready"));
        let asked = ready.args(["-q", "-h", &at.to_string()]).status();
        asked.unwrap().success()
    });
    child
}

/// A program of PostgreSQL's on a machine, as its user.
fn as_user(machine: &str, program: &Path) -> Command {
    let mut command = Network::on(machine, "setpriv");
    command.args(["--reuid", USER, "--regid", USER, "--clear-groups"]).arg(program);
    command.current_dir("/").env("LC_ALL", "C");
    command
}

fn run(command: &mut Command) {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The newest installed version's programs.
fn programs() -> PathBuf {
    let versions = fs::read_dir("/usr/lib/postgresql").unwrap();
    let programs = versions.map(|version| version.unwrap().path().join("bin"));
    programs.filter(|folder| folder.join("initdb").exists()).max().unwrap()
}
