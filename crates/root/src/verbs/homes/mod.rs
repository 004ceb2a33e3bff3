//! The homes of users. One is built aside and renamed into place, and renamed aside before it is deleted,
//! so that it is whole or not there at any instant. What lies in a home is its owner's: nothing here
//! follows a link in it, and nothing is made in it but by the owner's own process.

mod btrfs;
mod draft;
mod mounts;
mod quota;
pub(crate) mod sites;
mod trash;

use std::{collections::BTreeSet, os::fd::OwnedFd, sync::Arc};

use rustix::{
    fs::{AtFlags, CWD, Dir, FileType, Mode, OFlags, RenameFlags, Stat},
    io::Errno,
};

pub(crate) use self::quota::{Count, enabled, hold_strays, unlimited};
use self::trash::Discarded;
use super::users::name_rule;
use crate::{
    Layout, Name, Refusal, User,
    beneath::{folder_flags, is, make_folder},
};

/// The folder beside the homes in which they are made and unmade; no name of a user begins like it.
pub(crate) const ASIDE: &str = ".innkeeper";
/// The mode of a home: others may go through it to what is served, and not look around.
const MODE: u32 = 0o711;

/// The folder of homes, and those where homes are made and unmade.
pub(crate) struct Homes {
    kept: OwnedFd,
    new: Arc<OwnedFd>,
    trash: Arc<OwnedFd>,
}

impl Homes {
    /// Opens them, and makes them where they are missing.
    pub(crate) fn open(layout: &Layout) -> Result<Self, Refusal> {
        let open = || {
            match rustix::fs::mkdir(&layout.homes, Mode::from_raw_mode(0o755)) {
                Ok(()) | Err(Errno::EXIST) => {}
                Err(errno) => return Err(errno),
            }
            let kept = rustix::fs::openat(CWD, &layout.homes, folder_flags(), Mode::empty())?;
            let aside = folder(&kept, ASIDE)?;
            let (new, trash) = (folder(&aside, "new")?.into(), folder(&aside, "trash")?.into());
            Ok(Self { kept, new, trash })
        };
        open().map_err(fault)
    }

    /// Opens a user's home as a path, if it is there and the user's.
    pub(crate) fn find(&self, name: &Name, uid: u32) -> Result<Option<OwnedFd>, Refusal> {
        let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW | OFlags::CLOEXEC;
        let home = match rustix::fs::openat(&self.kept, name.as_str(), flags, Mode::empty()) {
            Ok(home) => home,
            Err(Errno::NOENT) => return Ok(None),
            Err(errno) => return Err(fault(errno)),
        };
        let stat = rustix::fs::fstat(&home).map_err(fault)?;
        if stat.st_uid == uid { Ok(Some(home)) } else { Err(foreign(name)) }
    }

    /// Gives a user's home its new name, where the one is there and the other is not.
    pub(crate) fn rename(&self, formerly: &Name, user: &User) -> Result<(), Refusal> {
        let Some(stat) = self.stat(formerly)?.filter(|stat| stat.st_uid == user.uid) else {
            return Ok(());
        };
        if !is(&stat, FileType::Directory) {
            return Ok(());
        }
        let (from, to, as_new) = (formerly.as_str(), user.name.as_str(), RenameFlags::NOREPLACE);
        match rustix::fs::renameat_with(&self.kept, from, &self.kept, to, as_new) {
            Ok(()) => rustix::fs::fsync(&self.kept).map_err(fault),
            Err(Errno::NOENT | Errno::EXIST) => Ok(()),
            Err(errno) => Err(fault(errno)),
        }
    }

    /// Names the homes of accounts.
    pub(crate) fn names(&self, layout: &Layout) -> Result<BTreeSet<Name>, Refusal> {
        let mut names = BTreeSet::new();
        for entry in Dir::read_from(&self.kept).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            let name = entry.file_name().to_str().ok().and_then(|name| name.parse::<Name>().ok());
            let Some(name) = name.filter(|name| name_rule(name).is_ok()) else { continue };
            if self.stat(&name)?.is_some_and(|stat| layout.uids.contain(stat.st_uid)) {
                names.insert(name);
            }
        }
        Ok(names)
    }

    /// Whether a user has something by the name of a home.
    pub(crate) fn is_there(&self, name: &Name) -> Result<bool, Refusal> {
        self.stat(name).map(|stat| stat.is_some())
    }

    /// What is not as it should be of a user's home itself. What lies in it is the user's.
    pub(crate) fn differing(&self, user: &User, layout: &Layout) -> Result<Vec<String>, Refusal> {
        let Some(stat) = self.stat(&user.name)? else { return Ok(vec!["has no home".to_owned()]) };
        if !is(&stat, FileType::Directory) {
            return Ok(vec!["has a home that is no folder".to_owned()]);
        }
        let mut told = Vec::new();
        let (uid, gid, mode) = (stat.st_uid, stat.st_gid, stat.st_mode & 0o7777);
        if (uid, gid) != (user.uid, user.gid) {
            let (own, group) = (user.uid, user.gid);
            told.push(format!("has a home of {uid}:{gid}, which should be {own}:{group}"));
        }
        if mode != MODE {
            told.push(format!("has a home of the mode {mode:04o}, which should be {MODE:04o}"));
        }
        if uid == user.uid {
            told.extend(self.unheld(user, layout)?.map(str::to_owned));
        }
        Ok(told)
    }

    /// Takes a home out of sight; what it held is deleted by what this gives.
    pub(crate) fn discard(&self, name: &Name, layout: &Layout) -> Result<Discarded, Refusal> {
        match self.stat(name)? {
            None => Ok(Discarded::default()),
            Some(stat) if layout.uids.contain(stat.st_uid) => {
                trash::discard(&self.kept, name, &self.trash).map_err(fault)
            }
            Some(_) => Err(foreign(name)),
        }
    }

    fn stat(&self, name: &Name) -> Result<Option<Stat>, Refusal> {
        match rustix::fs::statat(&self.kept, name.as_str(), AtFlags::SYMLINK_NOFOLLOW) {
            Ok(stat) => Ok(Some(stat)),
            Err(Errno::NOENT) => Ok(None),
            Err(errno) => Err(fault(errno)),
        }
    }
}

/// Deletes what a killed process left half made, and begins to delete what it left half removed.
pub(crate) fn sweep(layout: &Layout) -> Result<(), Refusal> {
    if !layout.homes.join(ASIDE).exists() {
        return Ok(());
    }
    let homes = Homes::open(layout)?;
    trash::empty(&homes.new).map_err(fault)?;
    trash::sweep(&homes.trash).map_err(fault)
}

/// Opens a folder that only root may enter, made where it is missing.
fn folder(parent: &OwnedFd, name: &str) -> rustix::io::Result<OwnedFd> {
    make_folder(parent, name, 0o700)?;
    rustix::fs::openat(parent, name, folder_flags(), Mode::empty())
}

fn foreign(name: &Name) -> Refusal {
    Refusal::Exists(format!("the home of {name} is somebody else's"))
}

pub(crate) fn fault(cause: impl std::fmt::Display) -> Refusal {
    Refusal::failed("the machine's homes could not be read or written", cause)
}
