//! Homes on btrfs. Each is a subvolume, whether the file system has quotas or not, so that they can be turned
//! on later; btrfs limits and counts subvolumes, not users. A home that is a plain folder, made otherwise,
//! has no limit.
//!
//! Whoever may make a folder may make a subvolume there, which counts for itself. Those in homes are found
//! and count with the home, and nothing more can be written to them.

mod calls;
mod counts;
mod refs;

use std::{
    io,
    os::fd::{AsFd, OwnedFd},
    path::Path,
};

use linux_raw_sys::general::BTRFS_SUPER_MAGIC;
use rustix::io::Errno;

pub(super) use self::calls::create;
use self::{counts::Counts, refs::Reference};
use crate::beneath::{folder_flags, open_beneath};

/// What is as good as nothing, and yet a limit.
const NOTHING: u64 = 1;

/// Whether a folder is on btrfs.
pub(super) fn is(folder: impl AsFd) -> rustix::io::Result<bool> {
    Ok(u32::try_from(rustix::fs::fstatfs(folder)?.f_type) == Ok(BTRFS_SUPER_MAGIC))
}

/// Whether the btrfs of a folder counts what its subvolumes hold, and holds them to limits.
pub(super) fn keeps_counts(folder: &OwnedFd) -> io::Result<bool> {
    counts(folder)?.are_kept()
}

/// Limits a home, in bytes, or lifts its limit; gives whether it is one that has limits.
pub(super) fn limit(homes: &OwnedFd, home: &OwnedFd, bytes: Option<u64>) -> io::Result<bool> {
    let Some((home, number)) = top(home, Path::new("."))? else { return Ok(false) };
    if calls::identity(&home)? != calls::identity(homes)? {
        return Ok(false);
    }
    // It takes room where it is asked for, which a full home does not give.
    calls::limit(homes, number, bytes)?;
    hold(homes, &descendants(homes, number)?)?;
    Ok(true)
}

/// Whether a home has a limit; none where it can have none.
pub(super) fn is_limited(home: &OwnedFd) -> io::Result<Option<bool>> {
    let Some((home, number)) = top(home, Path::new("."))? else { return Ok(None) };
    counts(&home)?.is_limited(number).map(Some)
}

/// How many bytes a home holds with all subvolumes in it, as the kernel counts them; none where it does not.
pub(super) fn held(home: &OwnedFd) -> io::Result<Option<u64>> {
    let Some((home, number)) = top(home, Path::new("."))? else { return Ok(None) };
    let counts = counts(&home)?;
    if !counts.are_right()? {
        return Ok(None);
    }
    let Some(mut held) = counts.held(number)? else { return Ok(None) };
    for inner in descendants(&home, number)? {
        held = held.saturating_add(counts.held(inner)?.unwrap_or(0));
    }
    Ok(Some(held))
}

/// Lets nothing more be written to any subvolume in a home of that folder.
pub(super) fn hold_strays(homes: &OwnedFd) -> io::Result<()> {
    let (top, folder) = (calls::subvolume(homes)?, rustix::fs::fstat(homes)?.st_ino);
    let there = children(homes, top)?;
    for home in there.iter().filter(|home| home.folder == folder) {
        hold(homes, &descendants(homes, home.child)?)?;
    }
    Ok(())
}

/// Removes what a folder has by that name, if it is a subvolume, with all that are in it; gives whether it
/// was one. None of the paths in it is walked.
pub(super) fn destroy(folder: &OwnedFd, name: &str) -> io::Result<bool> {
    let found = match top(folder, Path::new(name)) {
        Err(Errno::NOENT | Errno::NOTDIR | Errno::LOOP) => None,
        found => found?,
    };
    let Some((opened, number)) = found else { return Ok(false) };
    if calls::identity(&opened)? != calls::identity(folder)? {
        return Ok(false);
    }
    drop(opened);
    let all = [vec![number], descendants(folder, number)?].concat();
    // To take one out of another takes room there, which a full one would not give.
    if keeps_counts(folder)? {
        all.iter().try_for_each(|inner| calls::limit(folder, *inner, None))?;
    }
    for inner in all.into_iter().rev() {
        calls::destroy(folder, inner)?;
        // Newer kernels do it by themselves, once all of it is gone, and refuse it until then.
        if let Err(cause) = calls::forget(folder, inner) {
            tracing::debug!(%cause, subvolume = inner, "what was counted of it is left to the kernel");
        }
    }
    Ok(true)
}

/// Opens what lies there and gives its number, if it is a subvolume.
fn top(folder: &OwnedFd, path: &Path) -> rustix::io::Result<Option<(OwnedFd, u64)>> {
    if !is(folder)? {
        return Ok(None);
    }
    let opened = open_beneath(folder, path, folder_flags())?;
    if !is(&opened)? || rustix::fs::fstat(&opened)?.st_ino != u64::from(calls::TOP) {
        return Ok(None);
    }
    let number = calls::subvolume(&opened)?;
    Ok(Some((opened, number)))
}

/// The numbers of all subvolumes in one, each behind that which it is in.
fn descendants(folder: &OwnedFd, number: u64) -> rustix::io::Result<Vec<u64>> {
    let mut found = Vec::new();
    let mut next = Some(number);
    let mut looked_at = 0;
    while let Some(parent) = next {
        found.extend(children(folder, parent)?.iter().map(|reference| reference.child));
        next = found.get(looked_at).copied();
        looked_at += 1;
    }
    Ok(found)
}

/// The subvolumes that are right in one.
fn children(folder: &OwnedFd, parent: u64) -> rustix::io::Result<Vec<Reference>> {
    let mut all: Vec<Reference> = Vec::new();
    loop {
        let more = calls::references(folder, parent, all.last())?;
        if more.is_empty() {
            return Ok(all);
        }
        all.extend(more);
    }
}

/// Gives subvolumes that have no limit one that lets nothing more be written.
fn hold(folder: &OwnedFd, subvolumes: &[u64]) -> io::Result<()> {
    if subvolumes.is_empty() {
        return Ok(());
    }
    let counts = counts(folder)?;
    for number in subvolumes {
        if !counts.is_limited(*number)? {
            calls::limit(folder, *number, Some(NOTHING))?;
        }
    }
    Ok(())
}

fn counts(folder: &OwnedFd) -> rustix::io::Result<Counts> {
    calls::identity(folder).map(Counts::of)
}
