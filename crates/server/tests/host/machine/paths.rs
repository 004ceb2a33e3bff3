//! What lies on the machine.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::Machine;

impl Machine {
    /// Every path of the machine that could be an account's: what lies in its folders, and what stands
    /// above those of the system, as far as it is not a service's own book-keeping.
    pub(crate) fn paths(&self) -> BTreeSet<PathBuf> {
        let mut found = BTreeSet::new();
        for place in [self.folder.path(), Path::new("/etc"), Path::new("/home"), Path::new("/run")]
        {
            walk(place, &mut found);
        }
        let layers = PathBuf::from(std::env::var_os("INNKEEPER_TEST_LAYERS").unwrap());
        walk(&layers.join("var/upper"), &mut found);
        found.retain(|path| !is_bookkeeping(path));
        found
    }
}

/// What services keep of themselves, and what grows by being used.
fn is_bookkeeping(path: &Path) -> bool {
    let text = path.to_string_lossy();
    let parts = ["/logs/", "/state/mariadb/", "/state/postgresql/", "/state/exim/", "/data/"];
    parts.iter().any(|part| text.contains(part))
        || text.contains("/root/")
        || text.ends_with(".log")
        || text.contains("/run/dovecot/")
        || text.contains("/var/upper/log")
        || text.ends_with("/.staged")
        || text.contains("/state/powerdns/")
}

fn walk(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(&path, found);
        }
        found.insert(path);
    }
}
