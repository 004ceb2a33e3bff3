//! Files before they are in force: written beside those that are, on the same file system, in a folder of
//! their own whose inside looks like the configuration folder.

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::atomic::{AtomicU64, Ordering},
};

use crate::{
    Change, Layout, Managed, Refusal, Service,
    owner::Owner,
    place::{Access, Place},
};

/// The folder of all that is staged, below that of the configuration.
const STAGED: &str = ".staged";

/// A folder for staging, gone with all that is in it when it is dropped.
pub(super) struct Area {
    /// Where it lies.
    pub(super) path: PathBuf,
    pub(super) place: Place,
    all: Place,
    name: String,
}

impl Area {
    /// A new one.
    pub(super) fn new(layout: &Layout) -> io::Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        let all = Place::open(&layout.config)?.folder(STAGED, 0o711)?;
        let name = NEXT.fetch_add(1, Ordering::Relaxed).to_string();
        let place = all.folder(&name, 0o711)?;
        Ok(Self { path: layout.config.join(STAGED).join(&name), place, all, name })
    }
}

impl Drop for Area {
    fn drop(&mut self) {
        if let Err(cause) = self.all.remove_folder(&self.name) {
            tracing::warn!(%cause, "staged files were not removed");
        }
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
    pub(super) services: BTreeSet<Service>,
}

/// One file that is staged, or is to be removed.
pub(super) struct File {
    /// Its folder below that of the configuration.
    pub(super) folder: PathBuf,
    pub(super) name: String,
    pub(super) removed: bool,
}

impl Staged {
    /// Stages those of the changes that are not in force yet, so that they last.
    pub(super) fn stage(layout: &Layout, changes: Vec<Change>) -> Result<Self, Refusal> {
        let failed = |cause| Refusal::failed("files were not staged", cause);
        let config = Place::open(&layout.config).map_err(failed)?;
        let area = Area::new(layout).map_err(failed)?;
        let mut staged = Self { area, files: Vec::new(), services: BTreeSet::new() };
        for change in changes {
            staged.add(layout, &config, change).map_err(failed)?;
        }
        Ok(staged)
    }

    /// Whether all was in force already.
    pub(super) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    fn add(&mut self, layout: &Layout, config: &Place, change: Change) -> io::Result<()> {
        let Change { file: Managed { kind, .. }, ref content } = change;
        let (folder, name) = parted(layout, &change.file)?;
        let (mode, owner) = kind.access();
        let access = Access { mode, owner: Owner::named(owner)? };
        if in_force(config, &folder, &name, content.as_deref(), access)? {
            return Ok(());
        }
        if let Some(content) = content {
            let place = self.area.place.folders(&folder, 0o711, false)?;
            place.write_new(&name, content, access)?;
        }
        self.services.insert(kind.service());
        self.files.push(File { folder, name, removed: content.is_none() });
        Ok(())
    }
}

fn in_force(
    config: &Place,
    folder: &Path,
    name: &str,
    content: Option<&[u8]>,
    access: Access,
) -> io::Result<bool> {
    let place = match config.beneath(folder) {
        Ok(place) => place,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => return Ok(content.is_none()),
        Err(cause) => return Err(cause),
    };
    match content {
        Some(content) => place.has(name, content, access),
        None => Ok(!place.there(name)?),
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
