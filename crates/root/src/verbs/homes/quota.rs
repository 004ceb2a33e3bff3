//! Limits of disk space and files, as the kernel keeps them on ext4 and XFS.

use nix::sys::quota::{Dqblk, QuotaType, QuotaValidFlags, quotactl_get, quotactl_set};

use super::{fault, mounts};
use crate::{Layout, Measure, Refusal, User};

/// How many blocks of the kernel's counting, 1 KiB each, a MiB has.
const BLOCKS: u64 = 1024;

/// Whether the file system of homes limits what users have.
pub(crate) fn enabled(layout: &Layout) -> Result<bool, Refusal> {
    Ok(device(layout)?.is_some())
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

/// The device of homes, where it has quotas that are on.
fn device(layout: &Layout) -> Result<Option<String>, Refusal> {
    let mount = mounts::of(&layout.homes).map_err(fault)?;
    let Some(mount) = mount.filter(|mount| matches!(mount.kind.as_str(), "ext4" | "xfs")) else {
        return Ok(None);
    };
    let counted = quotactl_get(QuotaType::USRQUOTA, mount.device.as_str(), 0);
    Ok(counted.ok().map(|_| mount.device))
}

fn id(uid: u32) -> Result<i32, Refusal> {
    i32::try_from(uid).map_err(fault)
}
