//! What a service needs before it can be started: its folders, its base configuration, what is done
//! once, and what is made of the configuration. Done at each start, so that a newer release's configuration takes its place.

use std::{fs, io, path::Path};

use crate::{
    Layout, Refusal, child, limits,
    owner::Owner,
    place::{Access, Place},
    services::{BaseFile, Folder, Reload, Setup},
};

/// Makes all that a service needs.
pub(crate) fn prepare(layout: &Layout, setup: &Setup) -> Result<(), Refusal> {
    for folder in [&layout.config, &layout.state, &layout.run, &layout.logs] {
        at(folder, fs::create_dir_all(folder))?;
    }
    for folder in &setup.folders {
        at(&folder.path, make_folder(folder))?;
    }
    for file in &setup.files {
        at(&file.path, write(file))?;
    }
    for (path, command) in &setup.first {
        if path.try_exists().is_ok_and(|there| there) {
            continue;
        }
        let ended = child::run(command, limits::FIRST)?;
        if !ended.well() {
            return Err(Refusal::failed(command.path, ended.reason()));
        }
    }
    // What the service reads at each question may be that of before a fall.
    match &setup.program.reload {
        Reload::Do { act, .. } => at(&layout.config, act()),
        _ => Ok(()),
    }
}

fn at(path: &Path, done: io::Result<()>) -> Result<(), Refusal> {
    done.map_err(|cause| Refusal::failed(&path.display().to_string(), cause))
}

fn make_folder(folder: &Folder) -> io::Result<()> {
    fs::create_dir_all(&folder.path)?;
    let owner = Owner::named(folder.owner)?;
    Place::open(&folder.path)?.give(Access { mode: folder.mode, owner })
}

/// Writes a file of a service's own, but for where it is so already.
pub(crate) fn write(file: &BaseFile) -> io::Result<()> {
    let nameless = || io::Error::other("is no path of a file");
    let (folder, name) = file.path.parent().zip(file.path.file_name()).ok_or_else(nameless)?;
    let name = name.to_str().ok_or_else(nameless)?;
    fs::create_dir_all(folder)?;
    let place = Place::open(folder)?;
    let access = Access { mode: file.mode, owner: Owner::named(file.owner)? };
    if place.has(name, file.content.as_bytes(), access)? {
        return Ok(());
    }
    place.write(name, file.content.as_bytes(), access)
}
