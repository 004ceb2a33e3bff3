//! The units of systemd: the server's, or where this is one of many hosts its worker's, the privileged
//! process's, and those of the services; Debian's own
//! of the same services sleep, as their configurations would take the ports.

use std::{fs, io, path::Path};

use super::{
    files::{CONFIG, LAYOUT},
    run,
};
use crate::{
    Layout, Refusal,
    owner::Owner,
    place::{Access, Place},
    units::units,
};

/// Where an operator's units lie, and where a package's do.
const FOLDER: &str = "/etc/systemd/system";
const PACKAGED: &str = "/usr/lib/systemd/system";
const SYSTEMCTL: &str = "/usr/bin/systemctl";

/// What is started with the machine.
const WANTED_BY: &str = "/etc/systemd/system/multi-user.target.wants";

/// The privileged process, the server, and what works for one of many hosts in its place.
const OWN: [(&str, &str); 3] = [
    (ROOT, include_str!("../../units/innkeeper-root.service")),
    (SERVER, include_str!("../../units/innkeeper.service")),
    (WORKER, include_str!("../../units/innkeeper-work.service")),
];
const ROOT: &str = "innkeeper-root.service";
const SERVER: &str = "innkeeper.service";
const WORKER: &str = "innkeeper-work.service";

/// Of the server's two units the one that this machine runs, and the one that it does not.
fn runs() -> io::Result<(&'static str, &'static str)> {
    let text = match fs::read_to_string(CONFIG) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => String::new(),
        text => text?,
    };
    let names = names_host(&text).map_err(|why| io::Error::other(format!("{CONFIG}: {why}")))?;
    Ok(if names { (WORKER, SERVER) } else { (SERVER, WORKER) })
}

/// Whether a configuration makes its machine one of many hosts. What is wrong is told without the line,
/// which may hold a password.
fn names_host(text: &str) -> Result<bool, String> {
    let table: toml::Table =
        text.parse().map_err(|wrong: toml::de::Error| wrong.message().to_owned())?;
    Ok(table.contains_key("host"))
}

/// Debian's own units of the services.
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
    for (name, text) in wanted(layout) {
        match place.read(name)? {
            Some(found) if found == text.as_bytes() => {}
            Some(_) => lacking.push(format!("the unit {name} is not of this release")),
            None => lacking.push(format!("there is no unit {name}")),
        }
    }
    let (runs, rests) = runs()?;
    let is_enabled = |name: &str| fs::symlink_metadata(Path::new(WANTED_BY).join(name)).is_ok();
    if !is_enabled(runs) || is_enabled(rests) {
        lacking.push(format!("{runs} is not what starts with the machine"));
    }
    Ok(lacking)
}

/// Writes the units, puts Debian's own to sleep, and starts ours.
pub(super) fn install(layout: &Layout) -> Result<(), Refusal> {
    let failed = |cause: io::Error| Refusal::failed(FOLDER, cause);
    let place = Place::open(Path::new(FOLDER)).map_err(failed)?;
    let access = Access { mode: 0o644, owner: Owner::ROOT };
    let wanted = wanted(layout);
    for (name, text) in &wanted {
        place.write(name, text.as_bytes(), access).map_err(failed)?;
    }
    run(SYSTEMCTL, &["daemon-reload"])?;
    for asleep in ASLEEP {
        // Ended by itself, since to disable what an older script starts ends nothing.
        for verb in ["stop", "disable"] {
            // One that this machine does not have cannot take a port.
            if let Err(refusal) = run(SYSTEMCTL, &["--quiet", verb, asleep]) {
                tracing::debug!(unit = asleep, verb, %refusal, "no unit to put to sleep");
            }
        }
    }
    let (runs, rests) = runs().map_err(failed)?;
    run(SYSTEMCTL, &["--quiet", "disable", "--now", rests])?;
    let mut enable = vec!["--quiet", "enable", "--now"];
    enable.extend(wanted.iter().map(|(name, _)| *name).filter(|name| *name != rests));
    enable.extend([ROOT, runs]);
    run(SYSTEMCTL, &enable)
}

/// Every unit that this release writes: a package has brought its own three.
fn wanted(layout: &Layout) -> Vec<(&'static str, String)> {
    let packaged = |name: &str| Path::new(PACKAGED).join(name).exists();
    let own = OWN.iter().filter(|(name, _)| !packaged(name));
    let own = own.map(|(name, text)| (*name, (*text).to_owned()));
    own.chain(units(layout, Path::new(LAYOUT))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_configuration_that_names_the_host_is_a_workers() {
        assert!(names_host("store = \"postgres://db/x\"\nhost = \"h1\"\n").unwrap());
        assert!(!names_host("hosts = \"store\"\n[limits]\nhost = 1\n").unwrap());
        assert!(!names_host("").unwrap());
        let said = names_host("store = \"postgres://u:quarry@db/x\" host").unwrap_err();
        assert!(!said.contains("quarry"), "{said}");
    }

    #[test]
    fn the_worker_is_shut_in_as_the_server_is() {
        let text = |unit: &str| OWN.iter().find(|(name, _)| *name == unit).unwrap().1;
        let of = |unit| -> Vec<&str> {
            let lines = text(unit).lines();
            let own = ["#", "Description=", "Conflicts=", "ExecStart="];
            lines.filter(|line| !own.iter().any(|own| line.starts_with(own))).collect()
        };
        assert_eq!(of(WORKER), of(SERVER));
        assert!(text(WORKER).contains("innkeeper work --config /etc/innkeeper/innkeeper.toml"));
    }
}
