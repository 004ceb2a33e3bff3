//! Dovecot: puts mail where it lies, and lets it be read by IMAP and POP3. Its users are looked up in
//! files of one domain or account each, so it is never reloaded for one of them.
//!
//! Debian packages: `dovecot-imapd`, `dovecot-pop3d`, `dovecot-lmtpd`.

use std::path::PathBuf;

use super::{BaseFile, Command, Folder, Program, Ready, Reload, Setup, self_signed};
use crate::{Kind, Layout, Service};

/// The group that reads what is known of users.
pub(crate) const GROUP: &str = "dovecot";
/// What holds for every machine, with names between `@` for what lies elsewhere on each.
const SETTINGS: &str = include_str!("dovecot.conf");

/// How it is set up and run.
pub(super) fn setup(layout: &Layout) -> Setup {
    let [config, state, run, logs] = folders(layout);
    let of_root = |path: PathBuf, mode| Folder { path, mode, owner: ("root", "root") };
    let read = |path: PathBuf| Folder { path, mode: 0o750, owner: ("root", GROUP) };
    let kinds = [Kind::MailUsers, Kind::MailLogin];
    let mut folders = vec![of_root(config.clone(), 0o755)];
    folders.extend(kinds.map(|kind| read(config.join(kind.folder()))));
    folders.extend([
        of_root(state.clone(), 0o755),
        of_root(state.join("tls"), 0o700),
        of_root(run, 0o755),
        Folder { path: logs, mode: 0o750, owner: ("root", "adm") },
    ]);
    Setup {
        folders,
        files: vec![BaseFile {
            path: configuration(layout),
            mode: 0o644,
            owner: ("root", "root"),
            content: render(layout),
        }],
        first: self_signed(&state.join("tls"), None),
        program: Program {
            command: Command {
                path: "/usr/sbin/dovecot",
                args: vec!["-F".to_owned(), "-c".to_owned(), path_of(configuration(layout))],
                user: None,
            },
            environment: Vec::new(),
            reload: Reload::Never,
            ready: Ready::Port(layout.ports.imap),
            unit: "innkeeper-dovecot.service",
        },
    }
}

/// Its program of administration, with the layout's configuration.
pub(crate) fn administration(layout: &Layout, args: Vec<String>) -> Command {
    let file = ["-c".to_owned(), path_of(configuration(layout))];
    Command { path: "/usr/bin/doveadm", args: file.into_iter().chain(args).collect(), user: None }
}

/// Has Dovecot read its configuration.
pub(crate) fn checker(layout: &Layout) -> Command {
    let args = ["-c".to_owned(), path_of(configuration(layout)), "-n".to_owned()];
    Command { path: "/usr/bin/doveconf", args: args.to_vec(), user: None }
}

/// Its folders of configuration, state, sockets and logs.
fn folders(layout: &Layout) -> [PathBuf; 4] {
    let parents = [&layout.config, &layout.state, &layout.run, &layout.logs];
    parents.map(|folder| folder.join(Service::Dovecot.name()))
}

fn configuration(layout: &Layout) -> PathBuf {
    let [config, ..] = folders(layout);
    config.join("dovecot.conf")
}

fn path_of(path: PathBuf) -> String {
    path.display().to_string()
}

fn render(layout: &Layout) -> String {
    let [config, state, run, logs] = folders(layout).map(path_of);
    let ports = &layout.ports;
    let places = [
        ("@config@", config),
        ("@state@", state),
        ("@run@", run),
        ("@logs@", logs),
        ("@listen@", layout.listen.to_string()),
        ("@imap@", ports.imap.to_string()),
        ("@imaps@", ports.imaps.to_string()),
        ("@pop3@", ports.pop3.to_string()),
        ("@pop3s@", ports.pop3s.to_string()),
        ("@first_uid@", layout.uids.first.to_string()),
        ("@last_uid@", layout.uids.last.to_string()),
    ];
    places.iter().fold(SETTINGS.to_owned(), |text, (place, is)| text.replace(place, is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_place_of_the_settings_is_filled() {
        let text = render(&Layout::default());
        let open = text.lines().find(|line| {
            line.split('@').nth(1).is_some_and(|name| text.contains(&format!("@{name}@")))
        });
        assert_eq!(open, None);
        assert!(text.contains("\nbase_dir = /run/innkeeper-services/dovecot\n"));
    }
}
