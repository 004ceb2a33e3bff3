//! Deep and closed folders, and what one home tells another.

use std::{
    fs,
    os::{
        fd::OwnedFd,
        unix::fs::{PermissionsExt as _, symlink},
    },
    path::Path,
    thread,
};

use rustix::fs::{CWD, Mode};

use super::{Home, clear, folder_flags, make_folder};
use crate::{Act, Gift, HomePath};

fn open(path: &Path) -> OwnedFd {
    rustix::fs::openat(CWD, path, folder_flags(), Mode::empty()).unwrap()
}

fn place(text: &str) -> HomePath {
    HomePath::try_from(text).unwrap()
}

#[test]
fn a_folder_is_removed_however_deep_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let home = Home::new(open(folder.path()));
    fs::create_dir(folder.path().join("deep")).unwrap();
    let mut inner = open(&folder.path().join("deep"));
    for _ in 0..3_000 {
        make_folder(&inner, "a folder with a name that makes paths long", 0o700).unwrap();
        let name = "a folder with a name that makes paths long";
        inner = rustix::fs::openat(&inner, name, folder_flags(), Mode::empty()).unwrap();
    }
    drop(inner);
    assert_eq!(home.act(&Act::Remove(place("deep"))), Ok(Gift::Done));
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
}

#[test]
fn links_are_removed_and_not_what_they_lead_to() {
    let (folder, outside) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("kept"), "kept").unwrap();
    fs::create_dir_all(folder.path().join("a/b")).unwrap();
    symlink(outside.path(), folder.path().join("a/b/link")).unwrap();
    symlink(outside.path(), folder.path().join("link")).unwrap();
    clear(&open(folder.path())).unwrap();
    assert!(fs::read_dir(folder.path()).unwrap().next().is_none());
    assert!(outside.path().join("kept").exists());
}

/// Copies a folder of one home into a folder of another over a socket.
fn copy(from: &Path, what: &str, to: &Path, into: &str) {
    let (mut one, mut other) = std::os::unix::net::UnixStream::pair().unwrap();
    let (source, target) = (Home::new(open(from)), Home::new(open(to)));
    thread::scope(|scope| {
        scope.spawn(move || source.export(&place(what), &mut one).unwrap());
        target.import(&place(into), &mut other).unwrap();
    });
}

#[test]
fn a_home_is_told_of_folders_and_files_and_of_nothing_else() {
    let (one, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let source = one.path().join("shop");
    fs::create_dir_all(source.join("css/deep")).unwrap();
    fs::write(source.join("big"), vec![7; 600_000]).unwrap();
    fs::write(source.join("css/deep/a.css"), "css").unwrap();
    fs::write(source.join("in the way"), "file").unwrap();
    symlink("/etc/passwd", source.join("link")).unwrap();
    fs::set_permissions(source.join("big"), fs::Permissions::from_mode(0o640)).unwrap();
    let target = other.path().join("public_html/shop");
    fs::create_dir_all(target.join("in the way")).unwrap();
    // A folder that leads elsewhere is not entered.
    symlink(one.path(), target.join("css")).unwrap();
    for _ in 0..2 {
        copy(one.path(), "shop", other.path(), "public_html/shop");
    }
    assert_eq!(fs::read(target.join("big")).unwrap(), vec![7; 600_000]);
    assert_eq!(fs::metadata(target.join("big")).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(target.join("in the way").is_dir() && !target.join("link").exists());
    assert!(!one.path().join("deep").exists());
    let left: Vec<_> = fs::read_dir(&target).unwrap().collect();
    assert_eq!(left.len(), 3, "nothing half is left: {left:?}");
    copy(one.path(), "none", other.path(), "empty");
    assert!(other.path().join("empty").is_dir());
}
