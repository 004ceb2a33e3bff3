//! The Debian packages that a host is made of.

use std::{
    fs::{self, Permissions},
    io,
    os::unix::fs::PermissionsExt as _,
    path::Path,
};

use super::{Lack, run};
use crate::{Refusal, child, limits, services::Command};

/// The packages, as Debian 12 and later have them, a line each.
const PACKAGES: &str = include_str!("packages.txt");

/// Where a package asks whether it may start its services, and the answer: no, since Debian's own
/// configurations would take the ports.
const POLICY: (&str, &str) = ("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n");

/// The packages that are missing, where there are any, with the command that supplies them.
pub(super) fn lack() -> io::Result<Option<Lack>> {
    let missing = missing()?;
    if missing.is_empty() {
        return Ok(None);
    }
    let packages = missing.join(" ");
    Ok(Some(Lack {
        what: format!("packages are missing: {packages}"),
        remedy: format!("apt-get install --no-install-recommends {packages}"),
    }))
}

/// Installs what is missing, asleep.
pub(super) fn install() -> Result<(), Refusal> {
    let missing = missing().map_err(|cause| Refusal::failed("dpkg-query", cause))?;
    if missing.is_empty() {
        return Ok(());
    }
    let policy = Path::new(POLICY.0);
    let ours = !policy.exists();
    let failed = |cause: io::Error| Refusal::failed(POLICY.0, cause);
    if ours {
        fs::write(policy, POLICY.1).map_err(failed)?;
        fs::set_permissions(policy, Permissions::from_mode(0o755)).map_err(failed)?;
    }
    let installed = run("/usr/bin/apt-get", &["--quiet", "update"]).and_then(|()| {
        let mut args = vec!["DEBIAN_FRONTEND=noninteractive", "/usr/bin/apt-get", "--quiet"];
        args.extend(["--yes", "--no-install-recommends", "install"]);
        args.extend(missing);
        run("/usr/bin/env", &args)
    });
    if ours {
        fs::remove_file(policy).map_err(failed)?;
    }
    installed
}

fn missing() -> io::Result<Vec<&'static str>> {
    let mut args = vec!["--show".to_owned(), "--showformat=${Package} ${Status}\n".to_owned()];
    args.extend(PACKAGES.lines().map(str::to_owned));
    let query = Command { path: "/usr/bin/dpkg-query", args, user: None };
    let ended = child::run(&query, limits::INSTALL).map_err(io::Error::other)?;
    Ok(without(&ended.said))
}

/// The packages that this answer does not name as installed.
fn without(said: &str) -> Vec<&'static str> {
    let installed = |name: &str| {
        let line = format!("{name} install ok installed");
        said.lines().any(|said| said == line)
    };
    PACKAGES.lines().filter(|name| !installed(name)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_removed_or_unknown_is_missing() {
        let all: Vec<String> =
            PACKAGES.lines().map(|name| format!("{name} install ok installed")).collect();
        assert!(without(&all.join("\n")).is_empty());
        let said = all.join("\n").replace("quota install ok", "quota deinstall ok");
        assert_eq!(without(&said), ["quota"]);
        let all: Vec<&str> = PACKAGES.lines().collect();
        assert_eq!(without("dpkg-query: no packages found"), all);
    }
}
