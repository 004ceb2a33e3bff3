//! Limits of disk space and files, as the kernel keeps them on ext4 and XFS.

use std::io;

use nix::sys::quota::{Dqblk, QuotaType, QuotaValidFlags, quotactl_get, quotactl_set};

use super::{
    fault,
    mounts::{self, Mount},
};
use crate::{Layout, Measure, Refusal, User};

/// How many blocks of the kernel's counting, 1 KiB each, a MiB has.
const BLOCKS: u64 = 1024;

/// Whether the file system of homes limits what users have.
pub(crate) fn enabled(layout: &Layout) -> Result<bool, Refusal> {
    Ok(device(layout)?.is_some())
}

/// Why nobody has a limit, as an operator reads it, where that is so.
pub(crate) fn unlimited(layout: &Layout) -> io::Result<Option<String>> {
    let mount = match mounts::of(&layout.homes) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        found => found?,
    };
    let Some(mount) = mount.filter(|mount| !holds(mount)) else { return Ok(None) };
    let (homes, kind) = (layout.homes.display(), &mount.kind);
    let remedy = if is_known(&mount) {
        "mount it with usrquota, and turn its quotas on"
    } else {
        "limits need ext4 or XFS"
    };
    Ok(Some(format!(
        "nobody's disk space is limited, as {homes} is on {kind} without quotas: {remedy}"
    )))
}

/// Sets the limits of users, where the file system has limits; elsewhere nobody has one.
pub(crate) fn limit(users: &[User], layout: &Layout) -> Result<(), Refusal> {
    let Some(device) = device(layout)? else { return Ok(()) };
    for user in users {
        let mut limits = Dqblk::default();
        let blocks = user.disk.map_or(0, |disk| u64::from(disk) * BLOCKS);
        let inodes = user.inodes.map_or(0, u64::from);
        limits.set_blocks_hard_limit(blocks);
        limits.set_blocks_soft_limit(blocks);
        limits.set_inodes_hard_limit(inodes);
        limits.set_inodes_soft_limit(inodes);
        let valid = QuotaValidFlags::QIF_LIMITS;
        let id = id(user.uid)?;
        let set = quotactl_set(QuotaType::USRQUOTA, device.as_str(), id, &limits, valid);
        set.map_err(|cause| Refusal::failed("the disk limit could not be set", cause))?;
    }
    Ok(())
}

/// What a user has, where the file system counts it.
pub(crate) fn used(uid: u32, layout: &Layout) -> Result<Option<Measure>, Refusal> {
    let Some(device) = device(layout)? else { return Ok(None) };
    let Ok(counted) = quotactl_get(QuotaType::USRQUOTA, device.as_str(), id(uid)?) else {
        return Ok(None);
    };
    let bytes = counted.occupied_space().unwrap_or_default();
    let inodes = counted.allocated_inodes().unwrap_or_default();
    Ok(Some(Measure { disk: bytes.div_ceil(1024), inodes }))
}

/// The device of homes, where it holds users to their limits.
fn device(layout: &Layout) -> Result<Option<String>, Refusal> {
    let mount = mounts::of(&layout.homes).map_err(fault)?;
    Ok(mount.filter(holds).map(|mount| mount.device))
}

/// Whether a file system has limits, and holds users to them: one that only counts has them too, but is
/// not mounted so.
fn holds(mount: &Mount) -> bool {
    let is_asked = |option: &str| {
        matches!(option, "quota" | "usrquota" | "uquota") || option.starts_with("usrjquota=")
    };
    is_known(mount)
        && mount.options.split(',').any(is_asked)
        && quotactl_get(QuotaType::USRQUOTA, mount.device.as_str(), 0).is_ok()
}

/// Whether its limits are known here.
fn is_known(mount: &Mount) -> bool {
    matches!(mount.kind.as_str(), "ext4" | "xfs")
}

fn id(uid: u32) -> Result<i32, Refusal> {
    i32::try_from(uid).map_err(fault)
}
