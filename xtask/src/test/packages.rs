//! What the tests need of the system, beyond Rust's toolchain.

use std::{
    fs::{self, Permissions},
    io::{Write, stderr},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Stdio},
};

use crate::{Done, workspace};

/// What the tests need: packages of Debian 12.
pub(crate) const OF_TESTS: &[&str] = &[
    // A C compiler, for SQLite and for the cryptography of TLS.
    "gcc",
    "libc6-dev",
    // The other store; the tests start a cluster of their own.
    "postgresql",
    // A browser for the pages.
    "chromium",
    "chromium-driver",
    // Clients that the server is tried with.
    "bind9-dnsutils",
    "bind9-utils",
    "curl",
    "openssl",
    "python3-pip",
    "python3-venv",
    "slowhttptest",
    // `setpriv`: PostgreSQL does not run as root.
    "util-linux",
];

/// What the tests of a real host look at it with; what they drive is the product's to name.
const CLIENTS_OF_HOST: &[&str] = &[
    "bind9-dnsutils",
    // A file system whose limits need nothing of how the kernel was started.
    "btrfs-progs",
    "curl",
    // Leads the clock of one process.
    "faketime",
    // Network spaces for many hosts on one machine.
    "iproute2",
    "lftp",
    "mariadb-client",
    "openssh-server",
    "postgresql-client",
    "python3",
    "strace",
    "swaks",
    // What ends without a parent is a first process's to bury.
    "tini",
];

/// The packages that a host is made of.
pub(crate) fn of_host() -> Vec<&'static str> {
    include_str!("../../../crates/root/src/install/packages.txt").lines().collect()
}

/// What the tests of a real host need.
pub(crate) fn of_host_tests() -> Vec<&'static str> {
    [of_host().as_slice(), CLIENTS_OF_HOST].concat()
}

/// The answer to whether a package may start its services: no.
const NO_SERVICES: &str = "#!/bin/sh\nexit 101\n";
/// Where packages ask for it.
const POLICY: &str = "/usr/sbin/policy-rc.d";

/// Installs what is missing, without starting any service of it.
pub(crate) fn install_asleep(packages: &[&'static str]) -> Done {
    let policy = Path::new(POLICY);
    if policy.exists() || !workspace::is_root()? {
        return install(packages);
    }
    fs::write(policy, NO_SERVICES)?;
    fs::set_permissions(policy, Permissions::from_mode(0o755))?;
    let installed = install(packages);
    fs::remove_file(policy)?;
    installed
}

/// Installs what is missing. Without the right to do so, the error is the command that does.
pub(crate) fn install(packages: &[&'static str]) -> Done {
    let Ok(missing) = missing(packages) else {
        let packages = packages.join(" ");
        return Ok(writeln!(stderr(), "This is no Debian; the tests need: {packages}")?);
    };
    if missing.is_empty() {
        return Ok(());
    }
    if !workspace::is_root()? {
        return Err(format!(
            "The tests need packages that only root can install. Run this first:\n    \
             sudo apt-get update && sudo apt-get install --no-install-recommends {}",
            missing.join(" "),
        )
        .into());
    }
    workspace::run(&mut apt("update"))?;
    let mut install = apt("install");
    workspace::run(install.args(["--yes", "--no-install-recommends"]).args(missing))
}

/// The packages that are not installed; an error where nothing can tell.
fn missing(packages: &[&'static str]) -> std::io::Result<Vec<&'static str>> {
    let mut missing = Vec::new();
    for name in packages {
        let mut query = Command::new("dpkg-query");
        query.args(["--show", "--showformat", "${Status}", name]).stderr(Stdio::null());
        if query.output()?.stdout != b"install ok installed" {
            missing.push(*name);
        }
    }
    Ok(missing)
}

/// Asks `apt-get` for something, which asks nothing back.
fn apt(task: &str) -> Command {
    let mut apt = Command::new("apt-get");
    apt.env("DEBIAN_FRONTEND", "noninteractive").args(["--quiet", "--quiet", task]);
    apt
}
