//! PostgreSQL: the accounts' databases. Its users come in by password, from this machine, and only to
//! databases that are theirs; the server comes in over the socket as the user that it runs as.
//!
//! Debian package: `postgresql`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::{
    BaseFile, Command, Folder, Program, Ready, Reload, Setup,
    sql::{identifier, literal},
};
use crate::{Layout, Service};

/// The user that it runs as.
const USER: &str = "postgres";

/// The programs of a version of PostgreSQL.
struct Version {
    number: &'static str,
    postgres: &'static str,
    initdb: &'static str,
}

/// Those that Debian has had of late, the newest first.
const VERSIONS: [Version; 4] = [
    Version {
        number: "18",
        postgres: "/usr/lib/postgresql/18/bin/postgres",
        initdb: "/usr/lib/postgresql/18/bin/initdb",
    },
    Version {
        number: "17",
        postgres: "/usr/lib/postgresql/17/bin/postgres",
        initdb: "/usr/lib/postgresql/17/bin/initdb",
    },
    Version {
        number: "16",
        postgres: "/usr/lib/postgresql/16/bin/postgres",
        initdb: "/usr/lib/postgresql/16/bin/initdb",
    },
    Version {
        number: "15",
        postgres: "/usr/lib/postgresql/15/bin/postgres",
        initdb: "/usr/lib/postgresql/15/bin/initdb",
    },
];

/// The version that made the databases; before there are any, the newest that is installed.
fn version(data: &Path) -> &'static Version {
    let made = fs::read_to_string(data.join("PG_VERSION")).unwrap_or_default();
    let of_data = VERSIONS.iter().find(|version| version.number == made.trim());
    let installed = || VERSIONS.iter().find(|version| Path::new(version.postgres).exists());
    let [.., oldest] = &VERSIONS;
    of_data.or_else(installed).unwrap_or(oldest)
}

/// How it is set up and run.
pub(super) fn setup(layout: &Layout) -> Setup {
    let [config, state, run] = folders(layout);
    let own = (USER, USER);
    let data = state.join("data");
    let version = version(&data);
    let main = config.join("postgresql.conf");
    Setup {
        folders: vec![
            Folder { path: config.clone(), mode: 0o755, owner: ("root", "root") },
            Folder { path: state.clone(), mode: 0o750, owner: own },
            Folder { path: run, mode: 0o755, owner: own },
        ],
        files: vec![
            file(main.clone(), render(layout)),
            file(config.join("pg_hba.conf"), access(&layout.server)),
            file(config.join("login.sql"), login_of(&layout.server)),
        ],
        first: first(&state, version),
        program: Program {
            command: Command {
                path: version.postgres,
                args: vec![
                    "-D".to_owned(),
                    data.display().to_string(),
                    "-c".to_owned(),
                    format!("config_file={}", main.display()),
                ],
                user: Some(USER),
            },
            environment: Vec::new(),
            reload: Reload::Signal(rustix::process::Signal::HUP),
            ready: Ready::Socket(socket(layout)),
            unit: "innkeeper-postgresql.service",
        },
    }
}

/// Has PostgreSQL read its configuration, and say one of its settings.
pub(crate) fn checker(layout: &Layout) -> Command {
    let program = setup(layout).program.command;
    let args = program.args.into_iter().chain(["-C".to_owned(), "port".to_owned()]);
    Command { args: args.collect(), ..program }
}

/// Makes the server's own login, in a PostgreSQL that runs: by its owner, over the socket.
pub(crate) fn login(layout: &Layout) -> Command {
    let [config, _, run] = folders(layout);
    let args = [
        "--no-psqlrc".to_owned(),
        "--quiet".to_owned(),
        "--set=ON_ERROR_STOP=1".to_owned(),
        "--single-transaction".to_owned(),
        format!("--host={}", run.display()),
        format!("--port={}", layout.ports.postgresql),
        "--dbname=postgres".to_owned(),
        format!("--file={}", config.join("login.sql").display()),
    ];
    Command { path: "/usr/bin/psql", args: args.to_vec(), user: Some(USER) }
}

fn folders(layout: &Layout) -> [PathBuf; 3] {
    let folders = [&layout.config, &layout.state, &layout.run];
    folders.map(|folder| folder.join(Service::Postgresql.name()))
}

fn socket(layout: &Layout) -> PathBuf {
    let [.., run] = folders(layout);
    run.join(format!(".s.PGSQL.{}", layout.ports.postgresql))
}

fn file(path: PathBuf, content: String) -> BaseFile {
    BaseFile { path, mode: 0o644, owner: ("root", "root"), content }
}

/// The folder of databases is made beside its place and moved there, so that it is whole or not there.
fn first(state: &Path, version: &Version) -> Vec<(PathBuf, Command)> {
    let (made, new) = (state.join("data"), state.join("data.new").display().to_string());
    let command =
        |path, args: Vec<String>| (made.clone(), Command { path, args, user: Some(USER) });
    let make = vec![
        format!("--pgdata={new}"),
        format!("--username={USER}"),
        "--auth-local=peer".to_owned(),
        "--auth-host=scram-sha-256".to_owned(),
        "--encoding=UTF8".to_owned(),
        "--locale=C.UTF-8".to_owned(),
        "--data-checksums".to_owned(),
    ];
    vec![
        command("/usr/bin/rm", vec!["-rf".to_owned(), new.clone()]),
        command(version.initdb, make),
        command("/usr/bin/mv", vec!["-T".to_owned(), new, made.display().to_string()]),
    ]
}

/// The main file.
fn render(layout: &Layout) -> String {
    let [config, _, run] = folders(layout);
    let settings: [(&str, String); 22] = [
        ("hba_file", config.join("pg_hba.conf").display().to_string()),
        // Where it is reached.
        ("listen_addresses", layout.listen.to_string()),
        ("port", layout.ports.postgresql.to_string()),
        ("unix_socket_directories", run.display().to_string()),
        ("unix_socket_permissions", "0777".to_owned()),
        ("max_connections", "300".to_owned()),
        ("authentication_timeout", "15s".to_owned()),
        ("tcp_keepalives_idle", "300".to_owned()),
        ("idle_in_transaction_session_timeout", "15min".to_owned()),
        ("password_encryption", "scram-sha-256".to_owned()),
        ("ssl", "off".to_owned()),
        // What was answered lasts.
        ("fsync", "on".to_owned()),
        ("synchronous_commit", "on".to_owned()),
        ("wal_level", "replica".to_owned()),
        ("max_wal_senders", "0".to_owned()),
        ("shared_buffers", "128MB".to_owned()),
        ("dynamic_shared_memory_type", "posix".to_owned()),
        // A statement may hold what a password is checked by, so that none is logged.
        ("logging_collector", "off".to_owned()),
        ("log_statement", "none".to_owned()),
        ("log_min_error_statement", "panic".to_owned()),
        ("log_line_prefix", "%m [%p] %q%u@%d ".to_owned()),
        ("log_timezone", "UTC".to_owned()),
    ];
    settings.map(|(name, value)| format!("{name} = {}\n", literal(&value))).concat()
}

/// Who comes in, and how. The first line that fits decides.
fn access(server: &str) -> String {
    let server = identifier(server);
    let accounts = "+innkeeper_accounts";
    let lines = [
        ["local", "all", USER, "", "peer"],
        ["local", "all", &server, "", "peer"],
        ["local", "all", accounts, "", "scram-sha-256"],
        ["host", "all", accounts, "samehost", "scram-sha-256"],
        ["local", "all", "all", "", "reject"],
        ["host", "all", "all", "all", "reject"],
    ];
    lines.map(|fields| fields.join("\t") + "\n").concat()
}

/// Whether a user of an account has a password as the server keeps it: the server's login may ask that, and
/// not read any.
const HAS_PASSWORD: &str = "CREATE OR REPLACE FUNCTION innkeeper.has_password(name, text) RETURNS \
    boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS \
    'SELECT EXISTS (SELECT FROM pg_authid WHERE rolname = $1 \
    AND rolpassword IS NOT DISTINCT FROM $2 \
    AND pg_has_role(oid, ''innkeeper_accounts'', ''MEMBER''))';\n";

/// The server's own login, and the role that each user of an account has: nobody else comes to a
/// database but to one's own. It may be run again.
fn login_of(server: &str) -> String {
    let (name, role) = (literal(server), identifier(server));
    let make = |name: &str, role: &str, rights: &str| {
        format!(
            "SELECT {make} WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = {name}) \\gexec\n",
            make = literal(&format!("CREATE ROLE {role} {rights}"))
        )
    };
    let lines = [
        // Two at once would not see what the other makes.
        "SELECT pg_advisory_xact_lock(1);\n".to_owned(),
        make("'innkeeper_accounts'", "innkeeper_accounts", "NOLOGIN"),
        make(&name, &role, "LOGIN CREATEDB CREATEROLE"),
        format!("ALTER ROLE {role} LOGIN CREATEDB CREATEROLE NOSUPERUSER;\n"),
        format!("GRANT innkeeper_accounts TO {role} WITH ADMIN OPTION;\n"),
        format!("GRANT pg_signal_backend TO {role};\n"),
        "REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC;\n".to_owned(),
        format!("GRANT CONNECT ON DATABASE postgres TO {role};\n"),
        "CREATE SCHEMA IF NOT EXISTS innkeeper;\n".to_owned(),
        HAS_PASSWORD.to_owned(),
        "REVOKE ALL ON FUNCTION innkeeper.has_password FROM PUBLIC;\n".to_owned(),
        format!("GRANT USAGE ON SCHEMA innkeeper TO {role};\n"),
        format!("GRANT EXECUTE ON FUNCTION innkeeper.has_password TO {role};\n"),
    ];
    lines.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_names_the_layouts_places() {
        let setup = setup(&Layout::default());
        let main = &setup.files[0].content;
        for line in [
            "unix_socket_directories = '/run/innkeeper-services/postgresql'",
            "port = '5432'",
            "hba_file = '/etc/innkeeper/services/postgresql/pg_hba.conf'",
        ] {
            assert!(main.lines().any(|other| other == line), "{line}");
        }
        let data = "/var/lib/innkeeper-services/postgresql/data";
        assert!(setup.program.command.args.iter().any(|arg| arg == data));
    }

    #[test]
    fn nobody_comes_in_by_trust() {
        let access = access("inn keeper");
        assert!(access.contains("\t\"inn keeper\"\t"));
        assert!(!access.contains("trust") && access.ends_with("reject\n"));
    }

    #[test]
    fn the_servers_login_is_no_superuser() {
        let sql = login_of("o'brien");
        assert!(sql.contains("rolname = 'o''brien'"));
        assert!(sql.contains("'CREATE ROLE \"o''brien\" LOGIN CREATEDB CREATEROLE'"), "{sql}");
        assert!(sql.contains("NOSUPERUSER"));
    }
}
