//! Files before they are in force: written beside those that are, on the same file system, in a folder of
//! their own whose inside looks like the configuration folder.

use std::{
    collections::BTreeSet,
    io, mem,
    path::PathBuf,
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{
    Change, Kind, Layout, Managed, Refusal, Service, later,
    owner::Owner,
    place::{Access, Place},
};

/// The folder of all that is staged, below that of the configuration.
pub(crate) const STAGED: &str = ".staged";

/// A folder for staging, gone with all that is in it when it is dropped.
pub(super) struct Area {
    /// Where it lies.
    pub(super) path: PathBuf,
    pub(super) place: Place,
    all: PathBuf,
    name: String,
}

impl Area {
    /// A new one.
    pub(super) fn new(layout: &Layout) -> io::Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let all = layout.config.join(STAGED);
        let name = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
        let staged = Place::open(&layout.config)?.folder(STAGED, 0o711)?;
        match staged.folder(&name, 0o711) {
            Ok(place) => Ok(Self { path: all.join(&name), place, all, name }),
            Err(cause) => {
                // It may be there, and not be open.
                remove(all, name);
                Err(cause)
            }
        }
    }
}

impl Drop for Area {
    fn drop(&mut self) {
        remove(mem::take(&mut self.all), mem::take(&mut self.name));
    }
}

/// Removes a folder for staging; where that is in vain now, later.
fn remove(all: PathBuf, name: String) {
    match Place::open(&all).and_then(|place| place.remove_folder(&name)) {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
            tracing::warn!(%cause, "staged files were not removed");
            later::again(move || remove(all, name));
        }
        _ => {}
    }
}

/// Removes what a process that was killed had staged.
pub(super) fn sweep(layout: &Layout) -> io::Result<()> {
    let gone = Place::open(&layout.config).and_then(|config| config.remove_folder(STAGED));
    match gone {
        Err(cause) if cause.kind() != io::ErrorKind::NotFound => Err(cause),
        _ => Ok(()),
    }
}

/// Changes that are to come into force together.
pub(super) struct Staged {
    pub(super) area: Area,
    pub(super) files: Vec<File>,
    /// Those that have to check and to read anew.
    pub(super) services: BTreeSet<Service>,
    /// Those that need at most to be told.
    pub(super) told: BTreeSet<Service>,
}

/// One file that is staged, or is to be removed.
pub(super) struct File {
    /// Its folder below that of the configuration.
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) removed: bool,
}

/// How many files are made to last one by one; for more, their whole disk is.
const FEW: usize = 32;

impl Staged {
    /// Stages those of the changes that are not in force yet, so that they last; none where all are.
    pub(super) fn stage(layout: &Layout, changes: Vec<Change>) -> Result<Option<Self>, Refusal> {
        let failed = |cause| Refusal::failed("files were not staged", cause);
        let pending = pending(layout, changes).map_err(failed)?;
        if pending.is_empty() {
            return Ok(None);
        }
        Self::write(layout, &pending).map(Some).map_err(failed)
    }

    fn write(layout: &Layout, pending: &[Pending]) -> io::Result<Self> {
        let area = Area::new(layout)?;
        let one_by_one = pending.len() <= FEW;
        let (mut files, mut services, mut told) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
        for Pending { kind, folder, name, content, access } in pending {
            if let Some(content) = content {
                let place = area.place.folders(folder, 0o711, false)?;
                place.write_new(name, content, *access, one_by_one)?;
            }
            let (folder, name) = (folder.clone(), name.clone());
            files.push(File { folder, name, removed: content.is_none() });
            if kind.is_at_once() { &mut told } else { &mut services }.insert(kind.service());
        }
        if !one_by_one {
            area.place.sync_disk()?;
        }
        Ok(Self { area, files, services, told })
    }
}

/// Says which of the changes are not in force.
pub(super) fn differing(layout: &Layout, changes: Vec<Change>) -> Result<Vec<String>, Refusal> {
    let failed = |cause| Refusal::failed("files were not compared", cause);
    let told = |one: Pending| {
        let path = layout.config.join(&one.folder).join(&one.name);
        let how = match &one.content {
            None => "should not be there",
            Some(_) if path.symlink_metadata().is_err() => "is missing",
            Some(_) => "is not as it should be",
        };
        format!("{} {how}", path.display())
    };
    let pending = pending(layout, changes).map_err(failed)?;
    Ok(pending.into_iter().map(told).collect())
}

/// A change that is not in force.
struct Pending {
    kind: Kind,
    folder: PathBuf,
    name: String,
    content: Option<Vec<u8>>,
    access: Access,
}

/// Those of the changes that are not in force.
fn pending(layout: &Layout, changes: Vec<Change>) -> io::Result<Vec<Pending>> {
    let config = Place::open(&layout.config)?;
    let mut pending = Vec::new();
    for Change { file, content } in changes {
        let (folder, name) = parted(layout, &file)?;
        let (mode, owner) = file.kind.access();
        let access = Access { mode, owner: Owner::named(owner)? };
        let one = Pending { kind: file.kind, folder, name, content, access };
        if !one.in_force(&config)? {
            pending.push(one);
        }
    }
    Ok(pending)
}

impl Pending {
    fn in_force(&self, config: &Place) -> io::Result<bool> {
        let place = match config.beneath(&self.folder) {
            Ok(place) => place,
            Err(cause) if cause.kind() == io::ErrorKind::NotFound => {
                return Ok(self.content.is_none());
            }
            Err(cause) => return Err(cause),
        };
        match &self.content {
            Some(content) => place.has(&self.name, content, self.access),
            None => Ok(!place.there(&self.name)?),
        }
    }
}

/// A managed file's folder below that of the configuration, and its name in it.
fn parted(layout: &Layout, file: &Managed) -> io::Result<(PathBuf, String)> {
    let path = file.path(layout);
    let parted = path.strip_prefix(&layout.config).ok().and_then(|below| {
        Some((below.parent()?.to_owned(), below.file_name()?.to_str()?.to_owned()))
    });
    parted.ok_or_else(|| io::Error::other("is not below the configuration"))
}
