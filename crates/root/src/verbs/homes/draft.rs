//! New homes: built where only root may look, given to their owners, and renamed into place. What is
//! missing of a home that is there is made by its owner's own process.

use std::{
    fs, io, mem,
    os::fd::{AsRawFd as _, OwnedFd},
    path::{Path, PathBuf},
    sync::Arc,
};

use rustix::{
    fs::{AtFlags, Dir, FileType, Gid, Mode, OFlags, RenameFlags, Uid},
    io::Errno,
};

use super::{Homes, MODE, fault, trash::Waste};
use crate::{
    Act, HomePath, Layout, Refusal, Root, User,
    beneath::{copy_file, folder_flags, is, make_folder, open_beneath, partial, sync, write_new},
    home,
    verbs::within::Worker,
};

/// The group of the web server, which serves plain files itself.
const WEB_GROUP: &str = "www-data";

/// From how many new homes on the whole file system is synced, rather than file by file.
const MANY: usize = 4;

impl Homes {
    /// Makes the homes of users, or what is missing of them.
    pub(crate) fn make(&self, users: &[User], root: &Root) -> Result<(), Refusal> {
        let mut new = Vec::new();
        for user in users {
            match self.find(&user.name, user.uid)? {
                Some(home) => {
                    open_to_services(&home, user).map_err(fault)?;
                    complete(home, user, root)?;
                }
                None => new.push(user),
            }
        }
        self.make_new(&new, &root.layout)
    }

    fn make_new(&self, users: &[&User], layout: &Layout) -> Result<(), Refusal> {
        if users.is_empty() {
            return Ok(());
        }
        let many = users.len() >= MANY;
        let mut drafts = Drafts { folder: Arc::clone(&self.new), names: Vec::new() };
        for user in users {
            let name = partial();
            drafts.names.push(name.clone());
            let written = build(&self.new, &name, user, layout).map_err(fault)?;
            if !many {
                sync(&written).map_err(fault)?;
            }
        }
        if many {
            rustix::fs::syncfs(&self.new).map_err(fault)?;
        }
        for (user, draft) in users.iter().zip(&drafts.names) {
            let (name, as_new) = (user.name.as_str(), RenameFlags::NOREPLACE);
            match rustix::fs::renameat_with(&self.new, draft, &self.kept, name, as_new) {
                // Another call made it meanwhile.
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(fault(errno)),
            }
        }
        rustix::fs::fsync(&self.kept).map_err(fault)
    }
}

/// Gives a home that is there its owner's group and the mode of a home, where somebody changed them:
/// services go through it, and nobody else looks around in it.
fn open_to_services(home: &OwnedFd, user: &User) -> rustix::io::Result<()> {
    let stat = rustix::fs::fstat(home)?;
    if stat.st_gid != user.gid {
        let group = Some(Gid::from_raw(user.gid));
        rustix::fs::chownat(home, "", None, group, AtFlags::EMPTY_PATH)?;
    }
    if stat.st_mode & 0o7777 != MODE {
        // What is only pointed at cannot be changed but by way of its number.
        let number = format!("/proc/self/fd/{}", home.as_raw_fd());
        rustix::fs::chmod(number, Mode::from_raw_mode(MODE))?;
    }
    Ok(())
}

/// Homes that are built. Those that did not come into place are deleted.
struct Drafts {
    folder: Arc<OwnedFd>,
    names: Vec<String>,
}

impl Drop for Drafts {
    fn drop(&mut self) {
        for name in mem::take(&mut self.names) {
            Waste { parent: Arc::clone(&self.folder), name }.delete();
        }
    }
}

/// Builds a home where only root may look. It is its owner's at the end. Gives what was written, which
/// is not on disk yet.
fn build(
    new: &OwnedFd,
    draft: &str,
    user: &User,
    layout: &Layout,
) -> rustix::io::Result<Vec<OwnedFd>> {
    if super::btrfs::is(new)? {
        super::btrfs::create(new, draft)?;
    } else {
        make_folder(new, draft, 0o700)?;
    }
    let home = open_beneath(new, Path::new(draft), folder_flags())?;
    let (uid, gid) = (Uid::from_raw(user.uid), Gid::from_raw(user.gid));
    let mut written = Vec::new();
    for (name, mode) in home::FOLDERS {
        make_folder(&home, name, mode)?;
        let folder = open_beneath(&home, Path::new(name), folder_flags())?;
        let group = if name == home::SITES { web_group().unwrap_or(gid) } else { gid };
        rustix::fs::fchown(&folder, Some(uid), Some(group))?;
        if name == home::SITES {
            let page = write_new(&folder, home::PAGE, home::WELCOME, 0o644)?;
            rustix::fs::fchown(&page, Some(uid), Some(gid))?;
            written.push(page);
        }
    }
    copy_skeleton(&layout.skeleton, &home, (uid, gid), &mut written)?;
    rustix::fs::fchmod(&home, Mode::from_raw_mode(MODE))?;
    rustix::fs::fchown(&home, Some(uid), Some(gid))?;
    written.push(home);
    Ok(written)
}

/// Copies the files and folders that each new home has, and gives them to the owner. What the home has
/// already stays.
fn copy_skeleton(
    skeleton: &Path,
    home: &OwnedFd,
    owner: (Uid, Gid),
    written: &mut Vec<OwnedFd>,
) -> rustix::io::Result<()> {
    let from = match rustix::fs::open(skeleton, folder_flags(), Mode::empty()) {
        Ok(from) => from,
        Err(Errno::NOENT) => return Ok(()),
        Err(errno) => return Err(errno),
    };
    let mut pending = vec![PathBuf::from(".")];
    while let Some(path) = pending.pop() {
        for entry in Dir::read_from(open_beneath(&from, &path, folder_flags())?)? {
            let entry = entry?;
            let Ok(name) = entry.file_name().to_str() else { continue };
            let place = path.join(name);
            if name != "." && name != ".." && copy_entry(&from, &place, home, owner, written)? {
                pending.push(place);
            }
        }
    }
    Ok(())
}

/// Copies one; says whether it is a folder.
fn copy_entry(
    from: &OwnedFd,
    place: &Path,
    home: &OwnedFd,
    (uid, gid): (Uid, Gid),
    written: &mut Vec<OwnedFd>,
) -> rustix::io::Result<bool> {
    let stat = rustix::fs::statat(from, place, AtFlags::SYMLINK_NOFOLLOW)?;
    let mode = Mode::from_raw_mode(stat.st_mode & 0o777);
    let folder = is(&stat, FileType::Directory);
    let made = if folder {
        rustix::fs::mkdirat(home, place, mode)
    } else if is(&stat, FileType::RegularFile) {
        copy_file(open_beneath(from, place, OFlags::RDONLY)?, mode, home, place)
    } else {
        return Ok(false);
    };
    match made {
        Ok(()) => {}
        Err(Errno::EXIST) => return Ok(folder),
        Err(errno) => return Err(errno),
    }
    let file = open_beneath(home, place, OFlags::RDONLY)?;
    rustix::fs::fchmod(&file, mode)?;
    rustix::fs::fchown(&file, Some(uid), Some(gid))?;
    written.push(file);
    Ok(folder)
}

/// Has the owner's process make the folders that are missing. The web server's group is given to a new
/// one by us, who know by then that it is a folder of the owner's.
fn complete(home: OwnedFd, user: &User, root: &Root) -> Result<(), Refusal> {
    let missing = |(name, _): &(&str, u32)| {
        let found = rustix::fs::statat(&home, *name, AtFlags::SYMLINK_NOFOLLOW);
        matches!(found, Err(Errno::NOENT))
    };
    let missing: Vec<(&str, u32)> = home::FOLDERS.into_iter().filter(missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let mut worker =
        Worker::start(&root.workers.program, &home, user.uid, user.gid, None).map_err(fault)?;
    for (name, mode) in missing {
        let place = HomePath::try_from(name).map_err(fault)?;
        let made = worker.act(&Act::MakeFolder(place.clone())).map_err(fault)?;
        // Whatever the owner put in the way meanwhile is his to have.
        if made.is_err() {
            continue;
        }
        // Before it is shut for others, so that nothing shuts it for the web server too.
        if name == home::SITES {
            share(&home, Path::new(name), user.uid).map_err(fault)?;
        }
        drop(worker.act(&Act::SetMode { place, mode }).map_err(fault)?);
    }
    Ok(())
}

/// Gives a folder of the home's owner the web server's group; gives whether there is such a folder, by no
/// link, and such a group.
pub(super) fn share(home: &OwnedFd, place: &Path, owner: u32) -> rustix::io::Result<bool> {
    let Some(group) = web_group() else { return Ok(false) };
    let Ok(folder) = open_beneath(home, place, folder_flags()) else { return Ok(false) };
    let is_its_own = rustix::fs::fstat(&folder)?.st_uid == owner;
    if is_its_own {
        rustix::fs::fchown(&folder, None, Some(group))?;
    }
    Ok(is_its_own)
}

/// The id of the web server's group, where the machine has one.
fn web_group() -> Option<Gid> {
    let groups: io::Result<String> = fs::read_to_string("/etc/group");
    let line = |line: &str| {
        let mut fields = line.split(':');
        let id = (fields.next()? == WEB_GROUP).then(|| fields.nth(1))?;
        id?.parse().ok().map(Gid::from_raw)
    };
    groups.ok()?.lines().find_map(line)
}
