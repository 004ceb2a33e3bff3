//! What the process gives up before it listens: rights that no verb needs, for itself and all that it
//! starts.

use std::{ffi::OsString, fs, io, os::fd::RawFd};

use rustix::{
    fs::Mode,
    process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit, umask},
    thread::{
        CapabilitySet, CapabilitySets, capabilities, capability_is_in_bounding_set,
        remove_capability_from_bounding_set, set_capabilities, set_no_new_privs,
    },
};

use crate::Supervision;

/// What verbs need: to write and give away files in folders that are not root's, to run programs as
/// other users, to signal services, quotas (`SYS_ADMIN`) and addresses (`NET_ADMIN`).
const VERBS: CapabilitySet = CapabilitySet::CHOWN
    .union(CapabilitySet::DAC_OVERRIDE)
    .union(CapabilitySet::FOWNER)
    .union(CapabilitySet::FSETID)
    .union(CapabilitySet::KILL)
    .union(CapabilitySet::SETUID)
    .union(CapabilitySet::SETGID)
    .union(CapabilitySet::SETPCAP)
    .union(CapabilitySet::SYS_ADMIN)
    .union(CapabilitySet::NET_ADMIN);

/// What services need besides, where they are this process's children: low ports, their own jails and
/// limits, and the log of logins.
const SERVICES: CapabilitySet = CapabilitySet::NET_BIND_SERVICE
    .union(CapabilitySet::DAC_READ_SEARCH)
    .union(CapabilitySet::SYS_CHROOT)
    .union(CapabilitySet::SYS_RESOURCE)
    .union(CapabilitySet::SYS_NICE)
    .union(CapabilitySet::AUDIT_WRITE);

/// Closes what was handed over besides the three streams: what this process starts would hold it too. The
/// process may have opened nothing yet.
pub(super) fn close_inherited() -> io::Result<()> {
    // The folder that is read is closed before the first of them is.
    let names: Vec<OsString> = fs::read_dir("/proc/self/fd")?
        .map(|entry| Ok(entry?.file_name()))
        .collect::<io::Result<_>>()?;
    let numbers = names.iter().filter_map(|name| name.to_str()?.parse().ok());
    for number in numbers.filter(|number: &RawFd| *number > 2) {
        match nix::unistd::close(number) {
            // That of the folder is among them.
            Ok(()) | Err(nix::errno::Errno::EBADF) => {}
            Err(cause) => return Err(cause.into()),
        }
    }
    Ok(())
}

/// Gives up what is not needed. The process has to have one thread yet: rights are each thread's own.
pub(super) fn harden(supervision: Supervision) -> io::Result<()> {
    alone()?;
    // Children have to make files as they would anywhere; what this process makes, it makes with its mode.
    umask(Mode::from_raw_mode(0o022));
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    match supervision {
        Supervision::Systemd => {
            keep(VERBS)?;
            set_no_new_privs(true)?;
        }
        // Services among its children hand mail over to Exim, which takes root's rights by its file: each
        // child that does not is held to it by itself.
        Supervision::Own => keep(VERBS.union(SERVICES))?,
    }
    Ok(())
}

fn alone() -> io::Result<()> {
    match fs::read_dir("/proc/self/task")?.count() {
        1 => Ok(()),
        more => Err(io::Error::other(format!("{more} threads run before rights are given up"))),
    }
}

/// Keeps those rights, as far as it has them, and no others, for good.
fn keep(needed: CapabilitySet) -> io::Result<()> {
    for right in CapabilitySet::all().iter() {
        let there = capability_is_in_bounding_set(right).is_ok_and(|there| there);
        if there && !needed.contains(right) {
            remove_capability_from_bounding_set(right)?;
        }
    }
    let kept = capabilities(None)?.permitted.intersection(needed);
    let inheritable = CapabilitySet::empty();
    Ok(set_capabilities(None, CapabilitySets { effective: kept, permitted: kept, inheritable })?)
}
