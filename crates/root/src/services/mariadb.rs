//! `MariaDB`: the accounts' databases. Its users come in by password over the socket or TCP; the
//! server comes in over the socket as the user that it runs as, and root as root.
//!
//! Debian package: `mariadb-server`.

use std::path::{Path, PathBuf};

use super::{BaseFile, Command, Folder, Program, Ready, Reload, Setup, sql::literal};
use crate::{Layout, Service};

/// The user that it runs as.
const USER: &str = "mysql";
/// What an account's user may be given, so that who gives it must have it too.
const GIVEN: &str = "SELECT, INSERT, UPDATE, DELETE, CREATE, DROP, REFERENCES, INDEX, ALTER, \
                     CREATE TEMPORARY TABLES, LOCK TABLES, EXECUTE, CREATE VIEW, SHOW VIEW, \
                     CREATE ROUTINE, ALTER ROUTINE, EVENT, TRIGGER, DELETE HISTORY";
/// What the server needs besides: users, the end of their sessions, and that views and routines stay
/// their makers' when a database moves. It may not read or write files, nor end or set up the program.
const NEEDED: &str = "CREATE USER, SHOW DATABASES, PROCESS, CONNECTION ADMIN, SET USER";

/// How it is set up and run.
pub(super) fn setup(layout: &Layout) -> Setup {
    let [config, state, run] = folders(layout);
    let own = (USER, USER);
    let main = config.join("mariadb.cnf");
    Setup {
        folders: vec![
            Folder { path: config.clone(), mode: 0o755, owner: ("root", "root") },
            Folder { path: state.clone(), mode: 0o750, owner: own },
            Folder { path: state.join("tmp"), mode: 0o700, owner: own },
            Folder { path: state.join("files"), mode: 0o750, owner: ("root", USER) },
            Folder { path: run, mode: 0o755, owner: own },
        ],
        files: vec![
            file(main.clone(), render(layout)),
            file(config.join("login.sql"), login(&layout.server)),
        ],
        first: first(&state, &main),
        program: Program {
            command: Command {
                path: "/usr/sbin/mariadbd",
                args: vec![format!("--defaults-file={}", main.display())],
                user: Some(USER),
            },
            environment: Vec::new(),
            reload: Reload::Never,
            ready: Ready::Socket(socket(layout)),
            unit: "innkeeper-mariadb.service",
        },
    }
}

/// Has the server read its options, as it does before it shows what they are.
pub(crate) fn checker(layout: &Layout) -> Command {
    let [config, ..] = folders(layout);
    let main = config.join("mariadb.cnf");
    let args = vec![
        format!("--defaults-file={}", main.display()),
        "--verbose".to_owned(),
        "--help".to_owned(),
    ];
    Command { path: "/usr/sbin/mariadbd", args, user: Some(USER) }
}

fn folders(layout: &Layout) -> [PathBuf; 3] {
    [&layout.config, &layout.state, &layout.run].map(|folder| folder.join(Service::Mariadb.name()))
}

fn socket(layout: &Layout) -> PathBuf {
    let [.., run] = folders(layout);
    run.join("mariadb.socket")
}

fn file(path: PathBuf, content: String) -> BaseFile {
    BaseFile { path, mode: 0o644, owner: ("root", "root"), content }
}

/// The folder of databases is made beside its place and moved there, so that it is whole or not there.
fn first(state: &Path, main: &Path) -> Vec<(PathBuf, Command)> {
    let (made, new) = (state.join("data"), state.join("data.new").display().to_string());
    let command =
        |path, args: Vec<String>| (made.clone(), Command { path, args, user: Some(USER) });
    let make = vec![
        format!("--defaults-file={}", main.display()),
        format!("--datadir={new}"),
        "--auth-root-authentication-method=socket".to_owned(),
        "--skip-test-db".to_owned(),
        "--skip-name-resolve".to_owned(),
    ];
    vec![
        command("/usr/bin/rm", vec!["-rf".to_owned(), new.clone()]),
        command("/usr/bin/mariadb-install-db", make),
        command("/usr/bin/mv", vec!["-T".to_owned(), new, made.display().to_string()]),
    ]
}

/// The main file.
fn render(layout: &Layout) -> String {
    let [config, state, _] = folders(layout);
    let settings: [(&str, String); 32] = [
        ("basedir", "/usr".to_owned()),
        ("datadir", state.join("data").display().to_string()),
        ("tmpdir", state.join("tmp").display().to_string()),
        ("init-file", config.join("login.sql").display().to_string()),
        // Where it is reached.
        ("socket", socket(layout).display().to_string()),
        ("bind-address", layout.listen.to_string()),
        ("port", layout.ports.mysql.to_string()),
        ("max-connections", "500".to_owned()),
        ("max-user-connections", "100".to_owned()),
        ("max-connect-errors", "1000".to_owned()),
        ("max-allowed-packet", "64M".to_owned()),
        ("connect-timeout", "10".to_owned()),
        ("wait-timeout", "600".to_owned()),
        ("interactive-timeout", "3600".to_owned()),
        ("thread-handling", "pool-of-threads".to_owned()),
        // No user comes to files of the machine.
        ("local-infile", "0".to_owned()),
        ("secure-file-priv", state.join("files").display().to_string()),
        ("symbolic-links", "0".to_owned()),
        ("skip-log-bin", String::new()),
        // What a statement means.
        ("character-set-server", "utf8mb4".to_owned()),
        ("collation-server", "utf8mb4_general_ci".to_owned()),
        (
            "sql-mode",
            "STRICT_TRANS_TABLES,ERROR_FOR_DIVISION_BY_ZERO,NO_AUTO_CREATE_USER,\
             NO_ENGINE_SUBSTITUTION"
                .to_owned(),
        ),
        ("lower-case-table-names", "0".to_owned()),
        ("event-scheduler", "ON".to_owned()),
        // What was answered lasts.
        ("default-storage-engine", "InnoDB".to_owned()),
        ("innodb-flush-log-at-trx-commit", "1".to_owned()),
        ("innodb-file-per-table", "1".to_owned()),
        ("innodb-buffer-pool-size", "256M".to_owned()),
        ("innodb-log-file-size", "96M".to_owned()),
        ("table-open-cache", "2000".to_owned()),
        ("performance-schema", "OFF".to_owned()),
        ("pid-file", state.join("mariadb.pid").display().to_string()),
    ];
    let line = |(name, value): &(&str, String)| match value.as_str() {
        "" => format!("{name}\n"),
        value => format!("{name}={value}\n"),
    };
    format!("[mariadbd]\n{}", settings.iter().map(line).collect::<String>())
}

/// What is run at each start: the server's own login, and the tables in which it keeps what is its.
/// Each statement is on a line of its own and may be run again.
fn login(server: &str) -> String {
    const NAME: &str = "CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL";
    let user = format!("{}@'localhost'", literal(server));
    let lines = [
        format!("CREATE USER IF NOT EXISTS {user} IDENTIFIED VIA unix_socket;"),
        format!("GRANT {GIVEN}, {NEEDED} ON *.* TO {user} WITH GRANT OPTION;"),
        "DELETE FROM mysql.global_priv WHERE User = '';".to_owned(),
        "CREATE DATABASE IF NOT EXISTS innkeeper;".to_owned(),
        format!(
            "CREATE TABLE IF NOT EXISTS innkeeper.`databases` (name VARCHAR(64) {NAME} PRIMARY \
             KEY, account VARCHAR(64) {NAME}, former VARCHAR(64) CHARACTER SET utf8mb4 COLLATE \
             utf8mb4_bin) ENGINE=InnoDB;"
        ),
        format!(
            "CREATE TABLE IF NOT EXISTS innkeeper.logins (name VARCHAR(80) {NAME}, host \
             VARCHAR(255) {NAME}, PRIMARY KEY (name, host)) ENGINE=InnoDB;"
        ),
        format!(
            "CREATE TABLE IF NOT EXISTS innkeeper.`grants` (name VARCHAR(64) {NAME}, login \
             VARCHAR(80) {NAME}, PRIMARY KEY (name, login), KEY (login)) ENGINE=InnoDB;"
        ),
        format!(
            "CREATE TABLE IF NOT EXISTS innkeeper.code (name VARCHAR(64) {NAME}, sort VARCHAR(16) \
             {NAME}, object VARCHAR(64) {NAME}, place INT UNSIGNED NOT NULL, mode TEXT NOT NULL, \
             zone VARCHAR(64) NOT NULL, letters VARCHAR(64) NOT NULL, collation VARCHAR(64) NOT \
             NULL, statement LONGTEXT NOT NULL, PRIMARY KEY (name, sort, object)) ENGINE=InnoDB \
             CHARACTER SET utf8mb4;"
        ),
        "FLUSH PRIVILEGES;".to_owned(),
    ];
    lines.map(|line| line + "\n").concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_names_the_layouts_places() {
        let setup = setup(&Layout::default());
        let main = &setup.files[0].content;
        for line in [
            "[mariadbd]",
            "datadir=/var/lib/innkeeper-services/mariadb/data",
            "socket=/run/innkeeper-services/mariadb/mariadb.socket",
            "port=3306",
            "local-infile=0",
            "skip-log-bin",
        ] {
            assert!(main.lines().any(|other| other == line), "{line}");
        }
        assert_eq!(setup.first.len(), 3);
    }

    #[test]
    fn the_servers_login_has_no_password_and_no_files() {
        let login = login("inn'keeper");
        assert!(
            login.contains("USER IF NOT EXISTS 'inn''keeper'@'localhost' IDENTIFIED VIA unix_")
        );
        assert!(!login.contains("SUPER") && !login.contains("FILE"));
        assert!(login.lines().all(|line| line.ends_with(';')));
    }
}
