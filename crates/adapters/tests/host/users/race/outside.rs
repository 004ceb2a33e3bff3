//! What lies outside the tenant's home: a tree that she may write to, so that nothing but the way there
//! keeps her out; a file of root's that she has a second name of; another's home; the machine's `/etc`.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown},
    path::{Path, PathBuf},
};

use sha2::{Digest as _, Sha256};

use crate::machine::Machine;

/// Where all of it lies.
pub(super) struct Outside {
    /// The tree.
    pub(super) tree: PathBuf,
    /// Root's file.
    pub(super) secret: PathBuf,
    /// The home of somebody who does nothing.
    pub(super) home: PathBuf,
}

impl Outside {
    pub(super) fn make(machine: &Machine, tenant: u32) -> Self {
        let tree = machine.folder.path().join("outside");
        fs::create_dir_all(tree.join("deep")).unwrap();
        for place in ["", "deep", "kept", "deep/kept"] {
            let place = tree.join(place);
            if !place.exists() {
                fs::write(&place, "kept").unwrap();
            }
            chown(&place, Some(tenant), Some(tenant)).unwrap();
            fs::set_permissions(&place, fs::Permissions::from_mode(0o777)).unwrap();
        }
        // Beside the homes, so that it can have a name in one.
        let secret = machine.layout.homes.join(".secret");
        fs::write(&secret, "secret").unwrap();
        fs::set_permissions(&secret, fs::Permissions::from_mode(0o600)).unwrap();
        Self { tree, secret, home: machine.layout.homes.join("nora") }
    }

    /// All of it, with mode, owner and digest, and when it was last changed.
    pub(super) fn seen(&self) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        for place in [&self.tree, &self.home, Path::new("/etc")] {
            walk(place, &mut found);
        }
        // Each new name of it is a change.
        found.insert(line(&self.secret, false));
        found
    }
}

fn walk(path: &Path, found: &mut BTreeSet<String>) {
    // Users are made and removed meanwhile.
    if path == Path::new("/etc/userdb") {
        return;
    }
    found.insert(line(path, true));
    if fs::symlink_metadata(path).unwrap().is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            walk(&entry.unwrap().path(), found);
        }
    }
}

fn line(path: &Path, with_time: bool) -> String {
    let is = fs::symlink_metadata(path).unwrap();
    let content = if is.is_file() { fs::read(path).unwrap() } else { Vec::new() };
    let digest = Sha256::digest(&content);
    let time = with_time.then(|| (is.ctime(), is.ctime_nsec()));
    format!("{} {:o} {}:{} {digest:x?} {time:?}", path.display(), is.mode(), is.uid(), is.gid())
}

/// The kernel's guards of links, off; as they were once this is dropped.
#[derive(Debug)]
pub(super) struct Guards(Vec<(&'static str, String)>);

impl Guards {
    /// Turns off what may be turned off.
    pub(super) fn off() -> Self {
        let mut before = Vec::new();
        for guard in ["/proc/sys/fs/protected_symlinks", "/proc/sys/fs/protected_hardlinks"] {
            let was = fs::read_to_string(guard).unwrap();
            match fs::write(guard, "0") {
                Ok(()) => before.push((guard, was)),
                Err(cause) => eprintln!("{guard} stays {}: {cause}", was.trim()),
            }
        }
        Self(before)
    }
}

impl Drop for Guards {
    fn drop(&mut self) {
        for (guard, was) in &self.0 {
            drop(fs::write(guard, was));
        }
    }
}
