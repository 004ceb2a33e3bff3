//! The units of systemd: for the server, for the privileged process, and one for each service, made of
//! what [`crate::services`] says of it.

use std::{io, path::Path};

use super::run;
use crate::{
    Layout, Refusal, Service,
    owner::Owner,
    place::{Access, Place},
    services::{self, Command, Program, Reload},
};

/// Where an operator's units lie.
const FOLDER: &str = "/etc/systemd/system";
const SYSTEMCTL: &str = "/usr/bin/systemctl";

/// Debian's own units of the same services, whose configurations would take the ports.
const ASLEEP: &[&str] = &[
    "apache2.service",
    "dovecot.service",
    "exim4.service",
    "mariadb.service",
    "pdns.service",
    "php8.2-fpm.service",
    "php8.4-fpm.service",
    "postgresql.service",
    "pure-ftpd.service",
];

/// The units that are missing or not as they should be.
pub(super) fn lacking(layout: &Layout) -> io::Result<Vec<String>> {
    let place = Place::open(Path::new(FOLDER))?;
    let mut lacking = Vec::new();
    for service in Service::ALL {
        let name = unit(service);
        if services::setup(service, layout).is_some() && place.read(&name)?.is_none() {
            lacking.push(format!("there is no unit {name}"));
        }
    }
    Ok(lacking)
}

/// Writes all units, puts Debian's own to sleep, and starts ours.
pub(super) fn install(layout: &Layout, programs: &Path) -> Result<(), Refusal> {
    let failed = |cause: io::Error| Refusal::failed(FOLDER, cause);
    let place = Place::open(Path::new(FOLDER)).map_err(failed)?;
    let access = Access { mode: 0o644, owner: Owner::ROOT };
    let programs = programs.display().to_string();
    let mut units = vec!["innkeeper-root.service".to_owned(), "innkeeper.service".to_owned()];
    let own = [include_str!("../../units/innkeeper-root.service"), include_str!("../../units/innkeeper.service")];
    for (name, text) in units.iter().zip(own) {
        let text = text.replace("/usr/bin/", &format!("{programs}/"));
        place.write(name, text.as_bytes(), access).map_err(failed)?;
    }
    for service in Service::ALL {
        let Some(setup) = services::setup(service, layout) else { continue };
        let text = render(service, &setup.program, &programs);
        place.write(&unit(service), text.as_bytes(), access).map_err(failed)?;
        units.push(unit(service));
    }
    run(SYSTEMCTL, &["daemon-reload"])?;
    for asleep in ASLEEP {
        // One that this machine does not have cannot take a port.
        if let Err(refusal) = run(SYSTEMCTL, &["--quiet", "disable", "--now", asleep]) {
            tracing::debug!(unit = asleep, %refusal, "no unit to put to sleep");
        }
    }
    let mut enable = vec!["--quiet", "enable", "--now"];
    enable.extend(units.iter().map(String::as_str));
    run(SYSTEMCTL, &enable)
}

/// The name of a service's unit.
pub(crate) fn unit(service: Service) -> String {
    format!("innkeeper-{}.service", service.name())
}

/// The unit of a service.
fn render(service: Service, program: &Program, programs: &str) -> String {
    let name = service.name();
    let mut lines = vec![
        "[Unit]".to_owned(),
        format!("Description={name}, as innkeeper configures it"),
        "After=network-online.target".to_owned(),
        "Wants=network-online.target".to_owned(),
        String::new(),
        "[Service]".to_owned(),
        "Type=exec".to_owned(),
        // Folders below /run are gone after a boot.
        format!("ExecStartPre=+{programs}/innkeeper-root prepare {name}"),
        format!("ExecStart={}", line(&program.command)),
    ];
    lines.extend(program.command.user.map(|user| format!("User={user}")));
    for (key, value) in &program.environment {
        lines.push(format!("Environment={}", quoted(&format!("{key}={value}"))));
    }
    lines.extend(reload(&program.reload));
    lines.extend(
        ["Restart=always", "RestartSec=1", "KillMode=mixed", "LimitNOFILE=65536", "PrivateTmp=yes"]
            .map(str::to_owned),
    );
    lines.extend([String::new(), "[Install]".to_owned(), "WantedBy=multi-user.target".to_owned()]);
    lines.join("\n") + "\n"
}

fn reload(reload: &Reload) -> Option<String> {
    match reload {
        Reload::Signal(signal) => {
            Some(format!("ExecReload=/bin/kill -{} $MAINPID", signal.as_raw()))
        }
        Reload::Run(command) => Some(format!("ExecReload={}", line(command))),
        Reload::Never => None,
    }
}

fn line(command: &Command) -> String {
    let words = std::iter::once(command.path).chain(command.args.iter().map(String::as_str));
    words.map(quoted).collect::<Vec<_>>().join(" ")
}

/// A word as systemd reads it back.
fn quoted(word: &str) -> String {
    let escaped = word
        .replace('\\', "\\\\")
        .replace('"', "\\\"")
        .replace('%', "%%")
        .replace('$', "$$");
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./=:,@%$+".contains(c);
    if !escaped.is_empty() && escaped.chars().all(plain) { escaped } else { format!("\"{escaped}\"") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_as_they_were() {
        assert_eq!(quoted("--defaults-file=/etc/x"), "--defaults-file=/etc/x");
        assert_eq!(quoted("a b"), "\"a b\"");
        assert_eq!(quoted("${x} 100%"), "\"$${x} 100%%\"");
        assert_eq!(quoted(""), "\"\"");
        assert_eq!(quoted("a\"\\"), "\"a\\\"\\\\\"");
    }

    #[test]
    fn every_service_has_a_unit_that_starts_it_and_makes_its_folders() {
        let layout = Layout::default();
        for service in Service::ALL {
            let Some(setup) = services::setup(service, &layout) else { continue };
            let text = render(service, &setup.program, "/usr/bin");
            assert!(text.contains(&format!("ExecStart={}", setup.program.command.path)), "{text}");
            assert!(text.contains(&format!("innkeeper-root prepare {}\n", service.name())));
            assert!(text.lines().all(|line| line.len() < 2_000));
        }
    }
}
