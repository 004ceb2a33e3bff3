//! `PowerDNS`: an authoritative server of the zones in its own SQLite database, which the server fills
//! over HTTP on loopback. It answers questions and nothing else: no transfers, no updates, no scripts.
//!
//! Debian packages: `pdns-server`, `pdns-backend-sqlite3`, `sqlite3`.

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use super::{BaseFile, Command, Folder, Program, Ready, Reload, Setup};
use crate::{Layout, Service};

/// The user that it becomes.
const USER: &str = "pdns";
/// The tables of its database. Debian's package has them among its documents, which a machine may be
/// without.
const SCHEMA: &str = include_str!("powerdns.sql");
/// The file that has it be silent.
pub(crate) const SILENT: &str = "silent.conf";
/// What stands before the key in its file.
const KEY: &str = "api-key=";

/// How it is set up and run; nothing where the machine has no randomness for a key.
pub(super) fn setup(layout: &Layout) -> Option<Setup> {
    let [config, state, run] = folders(layout);
    let key = api_key(layout).or_else(new_key)?;
    let own = (USER, USER);
    Some(Setup {
        folders: vec![
            Folder { path: config.clone(), mode: 0o755, owner: ("root", "root") },
            Folder { path: extra(layout), mode: 0o750, owner: ("root", USER) },
            Folder { path: state.clone(), mode: 0o700, owner: own },
            Folder { path: run.clone(), mode: 0o750, owner: own },
        ],
        files: vec![
            BaseFile {
                path: config.join("pdns.conf"),
                mode: 0o644,
                owner: ("root", "root"),
                content: render(layout),
            },
            BaseFile {
                path: config.join("schema.sql"),
                mode: 0o644,
                owner: ("root", "root"),
                content: SCHEMA.to_owned(),
            },
            BaseFile {
                path: key_file(layout),
                mode: 0o640,
                owner: ("root", USER),
                content: format!("{KEY}{key}\n"),
            },
        ],
        first: first(&config, &state),
        program: Program {
            command: Command {
                path: "/usr/sbin/pdns_server",
                args: vec![
                    "--daemon=no".to_owned(),
                    "--guardian=no".to_owned(),
                    format!("--config-dir={}", config.display()),
                ],
                user: None,
            },
            environment: Vec::new(),
            reload: Reload::Never,
            ready: if is_silent(layout) {
                Ready::Socket(run.join("pdns.controlsocket"))
            } else {
                Ready::Port(layout.ports.dns)
            },
            unit: "innkeeper-powerdns.service",
        },
    })
}

/// Has PowerDNS read its configuration.
pub(crate) fn checker(layout: &Layout) -> Command {
    let [config, ..] = folders(layout);
    let args = vec![format!("--config-dir={}", config.display()), "--config=check".to_owned()];
    Command { path: "/usr/sbin/pdns_server", args, user: None }
}

/// Its folders of configuration, state and sockets.
fn folders(layout: &Layout) -> [PathBuf; 3] {
    [&layout.config, &layout.state, &layout.run].map(|folder| folder.join(Service::PowerDns.name()))
}

fn database(state: &Path) -> PathBuf {
    state.join("zones.sqlite3")
}

/// The database is made beside its place and moved there, so that it is whole or not there.
fn first(config: &Path, state: &Path) -> Vec<(PathBuf, Command)> {
    let (made, new) = (database(state), state.join("new.sqlite3").display().to_string());
    let command =
        |path, args: Vec<String>| (made.clone(), Command { path, args, user: Some(USER) });
    let read = format!(".read '{}'", config.join("schema.sql").display());
    vec![
        command("/usr/bin/rm", vec!["-f".to_owned(), new.clone()]),
        command("/usr/bin/sqlite3", vec!["-bail".to_owned(), new.clone(), read]),
        command("/usr/bin/mv", vec!["-T".to_owned(), new, made.display().to_string()]),
    ]
}

/// The folder of what is beside the main file, and counts more.
pub(crate) fn extra(layout: &Layout) -> PathBuf {
    let [config, ..] = folders(layout);
    config.join("extra")
}

/// The key of the HTTP API is by itself, so that the rest may be read by all.
fn key_file(layout: &Layout) -> PathBuf {
    extra(layout).join("api.conf")
}

/// Whether it is to be silent.
pub(crate) fn is_silent(layout: &Layout) -> bool {
    extra(layout).join(SILENT).exists()
}

/// What has it be silent: it listens where nobody asks, and is filled as ever.
pub(crate) fn silence(layout: &Layout) -> String {
    format!("local-address=127.0.0.2\nlocal-port={}\n", layout.ports.dns)
}

/// The key of the HTTP API, if there is one.
pub(crate) fn api_key(layout: &Layout) -> Option<String> {
    let text = fs::read_to_string(key_file(layout)).ok()?;
    let key = text.lines().find_map(|line| line.strip_prefix(KEY))?;
    (key.len() == 64).then(|| key.to_owned())
}

/// A new key: 32 bytes in hexadecimal.
fn new_key() -> Option<String> {
    let mut bytes = [0; 32];
    fs::File::open("/dev/urandom").ok()?.read_exact(&mut bytes).ok()?;
    Some(bytes.map(|byte| format!("{byte:02x}")).concat())
}

/// The main file.
fn render(layout: &Layout) -> String {
    let [_, state, run] = folders(layout);
    let loopback = if layout.listen.is_ipv6() { "::1" } else { "127.0.0.1" };
    let settings: [(&str, String); 33] = [
        ("setuid", USER.to_owned()),
        ("setgid", USER.to_owned()),
        ("include-dir", extra(layout).display().to_string()),
        ("socket-dir", run.display().to_string()),
        ("write-pid", "no".to_owned()),
        // Where it answers.
        ("local-address", layout.listen.to_string()),
        ("local-port", layout.ports.dns.to_string()),
        ("reuseport", "yes".to_owned()),
        ("receiver-threads", "2".to_owned()),
        ("max-tcp-connections", "500".to_owned()),
        ("max-tcp-connections-per-client", "50".to_owned()),
        ("tcp-idle-timeout", "5".to_owned()),
        // What it answers from.
        ("launch", "gsqlite3".to_owned()),
        ("gsqlite3-database", database(&state).display().to_string()),
        ("gsqlite3-dnssec", "yes".to_owned()),
        ("gsqlite3-pragma-foreign-keys", "yes".to_owned()),
        ("gsqlite3-pragma-journal-mode", "WAL".to_owned()),
        ("zone-cache-refresh-interval", "300".to_owned()),
        // It answers, and neither transfers, updates, notifies nor runs what a zone brings.
        ("primary", "no".to_owned()),
        ("secondary", "no".to_owned()),
        ("disable-axfr", "yes".to_owned()),
        ("allow-axfr-ips", String::new()),
        ("dnsupdate", "no".to_owned()),
        ("enable-lua-records", "no".to_owned()),
        ("dname-processing", "yes".to_owned()),
        // CDS and CDNSKEY stand in the zones as they are given.
        ("direct-dnskey", "yes".to_owned()),
        ("version-string", "anonymous".to_owned()),
        ("security-poll-suffix", String::new()),
        // How the server fills it.
        ("api", "yes".to_owned()),
        ("webserver-address", loopback.to_owned()),
        ("webserver-port", layout.ports.dns_api.to_string()),
        ("webserver-allow-from", "127.0.0.1,::1".to_owned()),
        ("webserver-max-bodysize", "64".to_owned()),
    ];
    settings.map(|(name, value)| format!("{name}={value}\n")).concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_configuration_says_where_and_keeps_the_key_to_itself() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout { config: folder.path().to_owned(), ..Layout::default() };
        let setup = setup(&layout).unwrap();
        let [main, _, secret] = setup.files.as_slice() else { panic!() };
        for line in ["local-port=53", "webserver-address=127.0.0.1", "disable-axfr=yes"] {
            assert!(main.content.lines().any(|other| other == line), "{line}");
        }
        assert!(!main.content.contains("api-key") && secret.mode == 0o640);
        let args = setup.program.command.args.join(" ");
        assert!(!args.contains(secret.content.trim().strip_prefix(KEY).unwrap()));
    }

    #[test]
    fn the_key_stays_once_it_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let layout = Layout { config: folder.path().to_owned(), ..Layout::default() };
        assert_eq!(api_key(&layout), None);
        let content = |layout| setup(layout).unwrap().files.pop().unwrap().content;
        let first = content(&layout);
        assert_ne!(content(&layout), first, "a key is random");
        fs::create_dir_all(key_file(&layout).parent().unwrap()).unwrap();
        fs::write(key_file(&layout), &first).unwrap();
        assert_eq!(content(&layout), first);
    }
}
