//! Limits of disk space and files, as the kernel keeps them: of users on ext4 and XFS, of subvolumes on
//! btrfs, which counts no files.

use std::{io, os::fd::OwnedFd};

use nix::sys::quota::{Dqblk, QuotaType, QuotaValidFlags, quotactl_get, quotactl_set};
use rustix::fs::{CWD, Mode};

use super::{
    Homes, btrfs, fault,
    mounts::{self, Mount},
};
use crate::{Layout, Name, Refusal, User, beneath::folder_flags};

/// How many blocks of the kernel's counting, 1 KiB each, a MiB has.
const BLOCKS: u64 = 1024;

/// How many bytes a MiB has.
const MIB: u64 = 1 << 20;

/// What holds users to their limits.
enum Keeper {
    /// The file system on that device, by their numbers.
    Users(String),
    /// The btrfs of that folder of homes, by their homes.
    Subvolumes(OwnedFd),
}

/// What the kernel counts of a user.
pub(crate) struct Count {
    /// Disk space in KiB.
    pub(crate) disk: u64,
    /// Files and folders, where it counts them.
    pub(crate) inodes: Option<u64>,
}

/// Whether the file system of homes limits what users have.
pub(crate) fn enabled(layout: &Layout) -> Result<bool, Refusal> {
    Ok(keeper(layout)?.is_some())
}

/// What is not limited and why, as an operator reads it, where there is something.
pub(crate) fn unlimited(layout: &Layout) -> io::Result<Option<String>> {
    let mount = match mounts::of(&layout.homes) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => None,
        found => found?,
    };
    let Some(mount) = mount else { return Ok(None) };
    let homes = layout.homes.display();
    Ok(match (keeper_of(&mount, layout)?, mount.kind.as_str()) {
        (Some(Keeper::Users(_)), _) => None,
        (Some(Keeper::Subvolumes(_)), _) => Some(format!(
            "nobody's number of files is limited, as {homes} is on btrfs, which limits disk space alone"
        )),
        (None, kind) => Some(format!(
            "nobody's disk space is limited, as {homes} is on {kind} without quotas: {}",
            remedy(kind, layout)
        )),
    })
}

/// How an operator has limits on a file system of that type.
fn remedy(kind: &str, layout: &Layout) -> String {
    match kind {
        "ext4" | "xfs" => "mount it with usrquota, and turn its quotas on".to_owned(),
        "btrfs" => format!("btrfs quota enable {}", layout.homes.display()),
        _ => "limits need ext4, XFS or btrfs".to_owned(),
    }
}

impl Homes {
    /// Sets the limits of users, where the file system has limits; elsewhere nobody has one.
    pub(crate) fn limit(&self, users: &[User], layout: &Layout) -> Result<(), Refusal> {
        match keeper(layout)? {
            None => Ok(()),
            Some(Keeper::Users(device)) => users.iter().try_for_each(|user| number(user, &device)),
            Some(Keeper::Subvolumes(homes)) => {
                users.iter().try_for_each(|user| self.subvolume(user, &homes))
            }
        }
    }

    /// Limits a home that is a subvolume, and says of another that it cannot be.
    fn subvolume(&self, user: &User, homes: &OwnedFd) -> Result<(), Refusal> {
        let Some(home) = self.find(&user.name, user.uid)? else { return Ok(()) };
        let limited = btrfs::limit(homes, &home, most(user)).map_err(unset)?;
        if !limited && most(user).is_some() {
            tracing::warn!(user = %user.name, "the home is a plain folder, which btrfs cannot limit");
        }
        Ok(())
    }

    /// What of a home's limit is not as it should be.
    pub(super) fn unheld(
        &self,
        user: &User,
        layout: &Layout,
    ) -> Result<Option<&'static str>, Refusal> {
        let Some(Keeper::Subvolumes(_)) = keeper(layout)? else { return Ok(None) };
        let (Some(home), Some(_)) = (self.find(&user.name, user.uid)?, most(user)) else {
            return Ok(None);
        };
        Ok(match btrfs::is_limited(&home).map_err(fault)? {
            None => Some("has a home that btrfs cannot limit, as it is a plain folder"),
            Some(false) => Some("has a home without its limit of disk space"),
            Some(true) => None,
        })
    }

    /// What a user has, where the file system counts it.
    pub(crate) fn used(
        &self,
        name: &Name,
        uid: u32,
        layout: &Layout,
    ) -> Result<Option<Count>, Refusal> {
        match keeper(layout)? {
            None => Ok(None),
            Some(Keeper::Users(device)) => counted(uid, &device),
            Some(Keeper::Subvolumes(_)) => {
                let Some(home) = self.find(name, uid)? else { return Ok(None) };
                let held = btrfs::held(&home).map_err(fault)?;
                Ok(held.map(|bytes| Count { disk: bytes.div_ceil(1024), inodes: None }))
            }
        }
    }
}

/// Lets nothing more be written to subvolumes that users have made in their homes, which no limit of theirs
/// holds. Gives whether the homes are where there may be some.
pub(crate) fn hold_strays(layout: &Layout) -> Result<bool, Refusal> {
    match mounts::of(&layout.homes) {
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(true),
        found => {
            let is_btrfs = found.map_err(fault)?.is_some_and(|mount| mount.kind == "btrfs");
            if !is_btrfs {
                return Ok(false);
            }
        }
    }
    if let Some(Keeper::Subvolumes(homes)) = keeper(layout)? {
        btrfs::hold_strays(&homes).map_err(unset)?;
    }
    Ok(true)
}

/// How many bytes a user may have; 0 stands for no limit.
fn most(user: &User) -> Option<u64> {
    user.disk.filter(|disk| *disk > 0).map(|disk| u64::from(disk) * MIB)
}

fn number(user: &User, device: &str) -> Result<(), Refusal> {
    let mut limits = Dqblk::default();
    let blocks = user.disk.map_or(0, |disk| u64::from(disk) * BLOCKS);
    let inodes = user.inodes.map_or(0, u64::from);
    limits.set_blocks_hard_limit(blocks);
    limits.set_blocks_soft_limit(blocks);
    limits.set_inodes_hard_limit(inodes);
    limits.set_inodes_soft_limit(inodes);
    let valid = QuotaValidFlags::QIF_LIMITS;
    quotactl_set(QuotaType::USRQUOTA, device, id(user.uid)?, &limits, valid).map_err(unset)
}

fn counted(uid: u32, device: &str) -> Result<Option<Count>, Refusal> {
    let Ok(counted) = quotactl_get(QuotaType::USRQUOTA, device, id(uid)?) else {
        return Ok(None);
    };
    let bytes = counted.occupied_space().unwrap_or_default();
    let inodes = Some(counted.allocated_inodes().unwrap_or_default());
    Ok(Some(Count { disk: bytes.div_ceil(1024), inodes }))
}

/// What holds the users of the homes to their limits.
fn keeper(layout: &Layout) -> Result<Option<Keeper>, Refusal> {
    let Some(mount) = mounts::of(&layout.homes).map_err(fault)? else { return Ok(None) };
    keeper_of(&mount, layout).map_err(fault)
}

fn keeper_of(mount: &Mount, layout: &Layout) -> io::Result<Option<Keeper>> {
    if mount.kind != "btrfs" {
        return Ok(holds(mount).then(|| Keeper::Users(mount.device.clone())));
    }
    let homes = rustix::fs::openat(CWD, &layout.homes, folder_flags(), Mode::empty())?;
    Ok(btrfs::keeps_counts(&homes)?.then_some(Keeper::Subvolumes(homes)))
}

/// Whether a file system has limits, and holds users to them: one that only counts has them too, but is
/// not mounted so.
fn holds(mount: &Mount) -> bool {
    let is_asked = |option: &str| {
        matches!(option, "quota" | "usrquota" | "uquota") || option.starts_with("usrjquota=")
    };
    matches!(mount.kind.as_str(), "ext4" | "xfs")
        && mount.options.split(',').any(is_asked)
        && quotactl_get(QuotaType::USRQUOTA, mount.device.as_str(), 0).is_ok()
}

fn unset(cause: impl Into<io::Error>) -> Refusal {
    Refusal::failed("the disk limit could not be set", cause.into())
}

fn id(uid: u32) -> Result<i32, Refusal> {
    i32::try_from(uid).map_err(fault)
}
