//! What Pure-FTPd looks logins up in, made of all accounts' files: those that have changed are read, the
//! others are remembered. Nothing but this process changes them.

use std::{
    collections::{HashMap, HashSet},
    fs::{self, DirEntry, File},
    io::{self, Write as _},
    os::unix::fs::{DirEntryExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use super::{Command, config};
use crate::{Layout, child, limits};

/// What was read of each file. To read all of ten thousand takes a hundred times as long as to look at them.
static READ: Mutex<Option<HashMap<PathBuf, Remembered>>> = Mutex::new(None);

/// What a file held, and the number of its inode: one that takes its place has another.
struct Remembered {
    inode: u64,
    lines: Vec<u8>,
}

/// Forgets what was read of a file before it changes, as the number of what it was may come back later. To ask
/// each file when it was changed would cost as much as all the rest.
pub(super) fn will_change(path: &Path) {
    if let Some(read) = &mut *READ.lock().unwrap_or_else(PoisonError::into_inner) {
        read.remove(path);
    }
}

/// Makes it anew. It takes the place of the old one at once; who is connected stays so.
pub(super) fn make(layout: &Layout) -> io::Result<()> {
    let config = config(layout);
    let (list, made, live) =
        (config.join("logins.list"), config.join("logins.new"), config.join("logins.pdb"));
    let mut options = File::options();
    options.write(true).create(true).truncate(true).mode(0o600);
    let mut all = io::BufWriter::new(options.open(&list)?);
    for folder in ["owners", "logins"] {
        gather(&config.join(folder), &mut all)?;
    }
    all.flush()?;
    drop(all);
    let words = |paths: [&Path; 2]| paths.map(|path| path.display().to_string());
    let [new, from] = words([&made, &list]);
    let args = vec!["mkdb".to_owned(), new, "-f".to_owned(), from];
    let command = Command { path: "/usr/bin/pure-pw", args, user: None };
    let ended = child::run(&command, limits::RELOAD).map_err(io::Error::other)?;
    if !ended.well() {
        return Err(io::Error::other(ended.reason()));
    }
    File::open(&made)?.sync_all()?;
    fs::rename(&made, &live)?;
    File::open(&config)?.sync_all()
}

/// Copies the lines of a folder's files.
fn gather(folder: &Path, to: &mut impl io::Write) -> io::Result<()> {
    let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
    let read = read.get_or_insert_default();
    let mut there = HashSet::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        // What is being written has a name of its own until it is whole.
        if path.extension().is_some_and(|ending| ending == "passwd") {
            to.write_all(lines(read, &entry)?)?;
            there.insert(path);
        }
    }
    read.retain(|path, _| path.parent() != Some(folder) || there.contains(path));
    Ok(())
}

fn lines<'a>(read: &'a mut HashMap<PathBuf, Remembered>, entry: &DirEntry) -> io::Result<&'a [u8]> {
    let (path, inode) = (entry.path(), entry.ino());
    if read.get(&path).is_none_or(|known| known.inode != inode) {
        let lines = fs::read(&path)?;
        read.insert(path.clone(), Remembered { inode, lines });
    }
    Ok(read.get(&path).map_or(&[], |known| &known.lines))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_there_is_gathered_whatever_was_there_before() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let gathered = || {
            let mut all = Vec::new();
            gather(folder.path(), &mut all).unwrap();
            let mut lines: Vec<_> =
                String::from_utf8(all).unwrap().lines().map(str::to_owned).collect();
            lines.sort();
            lines.join(" ")
        };
        for name in ["a", "b"] {
            fs::write(at(&format!("{name}.passwd")), format!("{name}\n")).unwrap();
        }
        fs::write(at("c.new"), "c\n").unwrap();
        assert_eq!(gathered(), "a b");
        fs::write(at("other"), "x\n").unwrap();
        fs::rename(at("other"), at("a.passwd")).unwrap();
        assert_eq!(gathered(), "b x");
        // Where it keeps its number, it is told of before.
        will_change(&at("a.passwd"));
        fs::write(at("a.passwd"), "y\n").unwrap();
        assert_eq!(gathered(), "b y");
        fs::write(at("other"), "x\n").unwrap();
        fs::rename(at("other"), at("a.passwd")).unwrap();
        fs::remove_file(at("b.passwd")).unwrap();
        assert_eq!(gathered(), "x");
        fs::write(at("b.passwd"), "again\n").unwrap();
        assert_eq!(gathered(), "again x");
    }
}
