//! The units of systemd: the server's, the privileged process's, and those of the services; Debian's own
//! of the same services sleep, as their configurations would take the ports.

use std::{io, path::Path};

use super::{files::LAYOUT, run};
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

/// The server and the privileged process.
const OWN: [(&str, &str); 2] = [
    ("innkeeper-root.service", include_str!("../../units/innkeeper-root.service")),
    ("innkeeper.service", include_str!("../../units/innkeeper.service")),
];

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
    let mut enable = vec!["--quiet", "enable", "--now"];
    enable.extend(wanted.iter().map(|(name, _)| *name));
    enable.extend(OWN.iter().map(|(name, _)| *name));
    enable.dedup();
    run(SYSTEMCTL, &enable)
}

/// Every unit that this release writes: a package has brought its own two.
fn wanted(layout: &Layout) -> Vec<(&'static str, String)> {
    let packaged = |name: &str| Path::new(PACKAGED).join(name).exists();
    let own = OWN.iter().filter(|(name, _)| !packaged(name));
    let own = own.map(|(name, text)| (*name, (*text).to_owned()));
    own.chain(units(layout, Path::new(LAYOUT))).collect()
}
