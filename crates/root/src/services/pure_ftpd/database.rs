//! What Pure-FTPd looks logins up in, made of all accounts' files.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use super::{Command, config};
use crate::{Layout, child, limits};

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
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        // What is being written has a name of its own until it is whole.
        if path.extension().is_some_and(|ending| ending == "passwd") {
            to.write_all(&fs::read(path)?)?;
        }
    }
    Ok(())
}
