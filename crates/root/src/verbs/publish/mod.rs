//! Files published to services. Each caller stages its own files. Where their services read them at each
//! question, or take note of them once they are told, it swaps them in and is done. Else one of those who wait
//! for the same services goes first and does the rest for all of them at once: a check by the service's own
//! checker, the swap, one reload. A thousand callers cost a service a few reloads.
//!
//! At every instant each file is wholly the old one or wholly the new one; a process that is killed leaves
//! no more than staged files, which the next one removes.

mod batch;
mod figures;
mod foreign;
mod queue;
mod sift;
mod staging;
mod swap;

use std::{
    collections::BTreeSet,
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

pub(crate) use staging::STAGED;
use staging::Staged;

use crate::{
    Answer, Change, Kind, Layout, Name, Refusal, Root, limits, place::Place,
    verbs::publish::queue::Queue,
};

/// What is published on a machine.
#[derive(Default)]
pub(crate) struct Publisher {
    queue: Queue,
    left: foreign::Left,
    pub(crate) figures: figures::Figures,
}

/// Makes files so: all or none.
pub(crate) fn publish(root: &Root, changes: Vec<Change>) -> Result<Answer, Refusal> {
    allowed(&changes)?;
    let waits = changes.iter().any(|change| !change.file.kind.is_at_once());
    let coming = waits.then(|| root.publisher.queue.come());
    let left = left_behind(root, &changes);
    match (Staged::stage(&root.layout, finished(root, changes)?)?, coming) {
        (Some(staged), Some(coming)) if !staged.services.is_empty() => {
            coming.wait(Arc::new(staged)).settle(|batch| batch::run(root, batch))?;
        }
        (Some(staged), _) => batch::at_once(root, &staged)?,
        (None, _) => {}
    }
    for path in left {
        match std::fs::remove_file(&path) {
            Err(cause) if cause.kind() != io::ErrorKind::NotFound => {
                tracing::warn!(path = %path.display(), %cause, "what a file left was not removed");
            }
            _ => {}
        }
    }
    Ok(Answer::Done)
}

/// Says which files are otherwise than these.
pub(crate) fn compare(root: &Root, changes: Vec<Change>) -> Result<Answer, Refusal> {
    allowed(&changes)?;
    staging::differing(&root.layout, finished(root, changes)?).map(Answer::Told)
}

/// The changes as the services need them.
fn finished(root: &Root, changes: Vec<Change>) -> Result<Vec<Change>, Refusal> {
    let finish = |change: Change| {
        let content =
            change.content.map(|said| (root.known.finish)(&root.layout, &change.file, said));
        Ok(Change { content: content.transpose()?, file: change.file })
    };
    changes.into_iter().map(finish).collect()
}

/// What files that go leave behind, but for what those that come will use.
fn left_behind(root: &Root, changes: &[Change]) -> BTreeSet<PathBuf> {
    let of = |gone: bool| {
        let files = changes.iter().filter(move |change| change.content.is_none() == gone);
        files.flat_map(|change| (root.known.leavings)(&root.layout, &change.file))
    };
    let kept: BTreeSet<PathBuf> = of(false).collect();
    of(true).filter(|path| !kept.contains(path)).collect()
}

/// Names those of a kind that are there.
pub(crate) fn published(root: &Root, kind: Kind) -> Result<Answer, Refusal> {
    let folder = Path::new(kind.service().name()).join(kind.folder());
    let failed = |cause: io::Error| Refusal::failed(&folder.display().to_string(), cause);
    let place = Place::open(&root.layout.config).and_then(|config| config.beneath(&folder));
    let names = match place {
        Ok(place) => place.names().map_err(failed)?,
        Err(cause) if cause.kind() == io::ErrorKind::NotFound => Vec::new(),
        Err(cause) => return Err(failed(cause)),
    };
    let bare = |file: String| file.strip_suffix(kind.ending())?.parse::<Name>().ok();
    Ok(Answer::Names(names.into_iter().filter_map(bare).collect()))
}

/// Removes what a process that was killed had staged.
pub(crate) fn sweep(layout: &Layout) -> io::Result<()> {
    staging::sweep(layout)
}

fn allowed(changes: &[Change]) -> Result<(), Refusal> {
    let forbidden = |why: &str| Err(Refusal::Forbidden(why.to_owned()));
    if changes.len() > limits::CHANGES {
        return forbidden("a publish changes at most 10000 files");
    }
    let mut files = BTreeSet::new();
    for Change { file, content } in changes {
        if content.as_ref().is_some_and(|content| content.len() > limits::CONTENT) {
            return forbidden("a published file holds at most 4 MiB");
        }
        if !files.insert(file) {
            return forbidden("a publish names each file once");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
