//! The tenant: each swap is one call of the kernel, in her own name.

use std::{
    fs,
    os::unix::fs::{chown, symlink},
    path::{Path, PathBuf},
    sync::atomic::{AtomicBool, Ordering},
    thread,
};

use rustix::{
    fs::{CWD, Mode, OFlags, RenameFlags, openat, renameat_with, symlinkat},
    process::{Gid, Uid},
    thread::{set_thread_res_gid, set_thread_res_uid},
};

use super::outside::Outside;
use crate::{machine::Machine, subjects::account};

pub(super) struct Tenant {
    home: PathBuf,
    /// The home of an account that comes and goes.
    passing: PathBuf,
    tree: PathBuf,
    secret: PathBuf,
    uid: u32,
}

impl Tenant {
    /// What she has ready: a folder, and links to all that lies outside.
    pub(super) fn prepare(machine: &Machine, outside: &Outside) -> Self {
        let homes = &machine.layout.homes;
        let home = homes.join("rita");
        let uid = account("rita").record().uid;
        fs::create_dir_all(home.join("folder/deep")).unwrap();
        fs::write(home.join("folder/kept"), "mine").unwrap();
        for (link, to) in [
            ("to-tree", outside.tree.as_path()),
            ("to-home", outside.home.as_path()),
            ("to-home-by-steps", Path::new("../nora")),
            ("to-etc", Path::new("/etc")),
            ("to-file", &outside.tree.join("kept")),
            ("to-passwd", Path::new("/etc/passwd")),
        ] {
            symlink(to, home.join(link)).unwrap();
        }
        for place in ["folder", "folder/deep", "folder/kept"] {
            chown(home.join(place), Some(uid), Some(uid)).unwrap();
        }
        Self {
            home,
            passing: homes.join("tess"),
            tree: outside.tree.clone(),
            secret: outside.secret.clone(),
            uid,
        }
    }

    /// Swaps that often, and waits while it is ahead.
    pub(super) fn swap(&self, swaps: usize, ahead: &dyn Fn(usize) -> bool) {
        become_user(self.uid);
        let links = ["to-tree", "to-home", "to-home-by-steps", "to-etc"];
        let mut done = 0;
        while done < swaps {
            let link = links[done / 7 % links.len()];
            for place in ["folder", "public_html", "mail", "tmp"] {
                done += self.pair(place, link);
            }
            // What is in the folder is swapped too, while the folder is in place.
            for link in ["to-file", "to-passwd", "second-name"] {
                done += self.pair("folder/kept", link);
            }
            if done % 64 == 0 {
                drop(fs::remove_file(self.home.join("second-name")));
                // Refused where the kernel guards it.
                drop(fs::hard_link(&self.secret, self.home.join("second-name")));
            }
            while ahead(done) && done < swaps {
                thread::yield_now();
            }
        }
    }

    /// Swaps two of her places there and back; gives how often it was done.
    fn pair(&self, one: &str, other: &str) -> usize {
        let swap = || {
            let (one, other) = (self.home.join(one), self.home.join(other));
            usize::from(renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok())
        };
        let there = swap();
        thread::yield_now();
        there + swap()
    }

    /// The same by the other tenant, whose home is made, renamed and removed meanwhile: also once it is
    /// out of sight.
    pub(super) fn disturb(&self, ended: &AtomicBool) -> usize {
        become_user(account("tess").record().uid);
        let mut done = 0;
        while !ended.load(Ordering::Acquire) {
            let flags = OFlags::PATH | OFlags::DIRECTORY | OFlags::NOFOLLOW;
            let Ok(home) = openat(CWD, &self.passing, flags, Mode::empty()) else { continue };
            for (number, to) in [&self.tree, Path::new("/etc")].into_iter().enumerate() {
                let link = format!("link{number}");
                let _there_already = symlinkat(to, &home, &link);
                for place in ["public_html", "mail"].repeat(50) {
                    let swapped =
                        renameat_with(&home, place, &home, &link, RenameFlags::EXCHANGE).is_ok();
                    done += usize::from(swapped);
                }
            }
        }
        done
    }
}

fn become_user(id: u32) {
    let (uid, gid) = (Uid::from_raw(id), Gid::from_raw(id));
    set_thread_res_gid(gid, gid, gid).unwrap();
    set_thread_res_uid(uid, uid, uid).unwrap();
}
