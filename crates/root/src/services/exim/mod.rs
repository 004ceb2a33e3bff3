//! Exim: takes mail and sends it. What it does for which domain and account is looked up for each message
//! in files of one domain or account, so it is never reloaded for one of them.
//!
//! Debian package: `exim4-daemon-heavy`. It is told its configuration by `-C`, for which Exim gives up
//! all rights of root once it listens; it has no use for them, as Dovecot puts mail into homes. For
//! `sendmail`, which takes no `-C` from users, `/etc/exim4/exim4.conf` is to be a link to the same file.

use std::path::PathBuf;

use super::{BaseFile, Command, Folder, Program, Ready, Reload, Setup, self_signed};
use crate::{Kind, Layout, Service};

/// The user and the group that it becomes.
pub(crate) const USER: &str = "Debian-exim";
/// What holds for every machine; the lines before it say where things lie on this one.
const SETTINGS: &str = include_str!("exim.conf");
/// How often what waits is tried again.
const TRIES: &str = "-q5m";

/// How it is set up and run.
pub(super) fn setup(layout: &Layout) -> Setup {
    let [config, state, run, logs] = folders(layout);
    let own = |path: PathBuf, mode| Folder { path, mode, owner: (USER, USER) };
    let read = |path: PathBuf| Folder { path, mode: 0o750, owner: ("root", USER) };
    let kinds = [Kind::MailRoutes, Kind::MailSender, Kind::DkimKey];
    let mut folders = vec![Folder { path: config.clone(), mode: 0o755, owner: ("root", "root") }];
    folders.extend(kinds.map(|kind| read(config.join(kind.folder()))));
    folders.push(own(state.clone(), 0o750));
    folders.extend(["spool", "tls", "answers"].map(|name| own(state.join(name), 0o750)));
    folders.push(Folder { path: state.join("holds"), mode: 0o700, owner: ("root", "root") });
    folders.push(own(run, 0o755));
    folders.push(Folder { path: logs, mode: 0o2750, owner: (USER, "adm") });
    Setup {
        folders,
        files: vec![BaseFile {
            path: configuration(layout),
            mode: 0o644,
            owner: ("root", "root"),
            content: render(layout),
        }],
        first: self_signed(&state.join("tls"), Some(USER)),
        program: Program {
            command: command(layout, &["-bdf", TRIES]),
            environment: Vec::new(),
            reload: Reload::Never,
            ready: Ready::Port(layout.ports.smtp),
            unit: "innkeeper-exim.service",
        },
    }
}

/// Exim with the layout's configuration.
pub(crate) fn command(layout: &Layout, args: &[&str]) -> Command {
    let file = configuration(layout).display().to_string();
    let args = args.iter().map(|&arg| arg.to_owned());
    Command {
        path: "/usr/sbin/exim4",
        args: ["-C".to_owned(), file].into_iter().chain(args).collect(),
        user: None,
    }
}

/// Its folders of configuration, state, sockets and logs.
pub(crate) fn folders(layout: &Layout) -> [PathBuf; 4] {
    let parents = [&layout.config, &layout.state, &layout.run, &layout.logs];
    parents.map(|folder| folder.join(Service::Exim.name()))
}

fn configuration(layout: &Layout) -> PathBuf {
    let [config, ..] = folders(layout);
    config.join("exim.conf")
}

fn render(layout: &Layout) -> String {
    let [config, state, run, logs] = folders(layout).map(|path| path.display().to_string());
    let dovecot = layout.run.join(Service::Dovecot.name()).display().to_string();
    let macros = [
        ("CONFIG", config),
        ("STATE", state),
        ("RUNS", run),
        ("LOGS", logs),
        ("DOVECOT", dovecot),
        ("ON_ADDRESS", layout.listen.to_string()),
        ("PORT_SMTP", layout.ports.smtp.to_string()),
        ("PORT_SUBMIT", layout.ports.submission.to_string()),
        ("PORT_TLS", layout.ports.submissions.to_string()),
        ("FIRST_UID", layout.uids.first.to_string()),
        ("LAST_UID", layout.uids.last.to_string()),
        ("DKIM_SELECTOR", "default".to_owned()),
    ];
    let lines: Vec<String> = macros.iter().map(|(name, is)| format!("{name} = {is}\n")).collect();
    format!("{}\n{SETTINGS}", lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_of_the_settings_is_said_before_them() {
        let text = render(&Layout::default());
        for line in ["CONFIG = /etc/innkeeper/services/exim", "PORT_SMTP = 25", "FIRST_UID = 5000"]
        {
            assert!(text.lines().any(|one| one == line), "{line}");
        }
    }

    #[test]
    fn no_list_of_addresses_may_be_a_file_or_a_program() {
        let lists = SETTINGS.split("\n\n").filter(|part| part.contains("driver = redirect"));
        let mut looked_up = 0;
        for part in lists {
            let data = part.lines().find(|line| line.trim().starts_with("data = ")).unwrap_or("");
            if data.contains("data = :") {
                continue;
            }
            looked_up += 1;
            if data.trim() == "data = $local_part_data@localhost" {
                continue;
            }
            for barred in ["forbid_file", "forbid_include", "forbid_pipe"] {
                assert!(part.contains(barred), "{part}");
            }
        }
        assert!(looked_up > 4, "the test finds the lists");
    }
}
