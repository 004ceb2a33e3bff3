//! What others have done to services' configuration since we looked last. A check of staged files reads
//! these alone, so that it costs the same beside ten thousand others; a service that is then told to read
//! all of it anew would die of a line that somebody else broke. So where somebody has been there, the
//! service's checker reads all of it first, and nothing is done while that is refused.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::PathBuf,
    sync::{Mutex, PoisonError},
    time::SystemTime,
};

use crate::{
    Answer, Kind, Layout, Refusal, Root, Service, child, limits,
    owner::Owner,
    place::{Access, Place},
    services::{BaseFile, Reload},
    verbs::services::runs,
};

/// When files last came to folders or went, as we left them. In a folder that is not among them anybody
/// may have been.
#[derive(Default)]
pub(crate) struct Left(Mutex<BTreeMap<PathBuf, SystemTime>>);

impl Left {
    /// Notes that the folders of services are as we want them.
    pub(super) fn note(&self, layout: &Layout, services: &BTreeSet<Service>) {
        let mut left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        left.extend(services.iter().flat_map(|service| changed(layout, *service)));
    }

    /// Whether somebody else has been in the folders of a service.
    fn is_touched(&self, layout: &Layout, service: Service) -> bool {
        let left = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        changed(layout, service).iter().any(|(folder, when)| left.get(folder) != Some(when))
    }
}

/// The folders that are there of the managed files that a service reads when it is told to, and when files
/// last came or went. What it reads at each question is none of its configuration.
fn changed(layout: &Layout, service: Service) -> Vec<(PathBuf, SystemTime)> {
    let read = |kind: &Kind| kind.service() == service && !kind.is_at_once();
    let kinds = Kind::ALL.into_iter().filter(read);
    let folders: BTreeSet<PathBuf> = kinds.map(|kind| kind.place(layout)).collect();
    let when = |folder: PathBuf| {
        let changed = fs::metadata(&folder).and_then(|found| found.modified()).ok()?;
        Some((folder, changed))
    };
    folders.into_iter().filter_map(when).collect()
}

/// Refuses where a service that is told to read its configuration would not take it as it is already.
pub(super) fn check(root: &Root, services: &BTreeSet<Service>) -> Result<(), Refusal> {
    for &service in services {
        let Some(checker) = (root.known.checker)(service, &root.layout) else { continue };
        let Some(setup) = (root.known.setup)(service, &root.layout) else { continue };
        // What reads its files at each question, or will when it starts, is told nothing.
        let is_told = !matches!(setup.program.reload, Reload::Never);
        let touched =
            || root.publisher.left.is_touched(&root.layout, service) || !is_ours(&setup.files);
        if !is_told || !touched() || !matches!(runs(root, service)?, Answer::Flag(true)) {
            continue;
        }
        let ended = child::run(&checker, limits::CHECK_ALL)?;
        if !ended.well() {
            let reason = ended.reason();
            return Err(Refusal::Spoiled { service, reason });
        }
    }
    Ok(())
}

/// Whether a service's base configuration is the one that we wrote.
fn is_ours(files: &[BaseFile]) -> bool {
    files.iter().all(|file| {
        let place = file.path.parent().map(Place::open);
        let name = file.path.file_name().and_then(|name| name.to_str());
        let (Some(Ok(place)), Some(name)) = (place, name) else { return true };
        let Ok(owner) = Owner::named(file.owner) else { return false };
        let access = Access { mode: file.mode, owner };
        place.has(name, file.content.as_bytes(), access).unwrap_or(false)
    })
}
