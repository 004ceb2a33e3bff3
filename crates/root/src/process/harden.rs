//! What the process gives up before it listens: rights that no verb needs, for itself and all that it
//! starts.

use std::{fs, io};

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

/// Gives up what is not needed. The process has to have one thread yet: rights are each thread's own.
pub(super) fn harden(supervision: Supervision) -> io::Result<()> {
    alone()?;
    tell_of_descriptors()?;
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

/// Says so where descriptors were handed over: what this process starts would hold them too.
fn tell_of_descriptors() -> io::Result<()> {
    // The last is the folder that is read here.
    let more = fs::read_dir("/proc/self/fd")?.count().saturating_sub(4);
    if more > 0 {
        tracing::warn!(more, "descriptors were handed over by what started this process");
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
