//! What acts that were not finished have left.

use super::{Age, entries, found, name};
use crate::{
    Kind, Layout, Refusal,
    verbs::{homes::ASIDE, publish::STAGED},
};

/// Files that were staged, and those that were to replace others.
pub(super) fn staged(layout: &Layout, age: &Age) -> Result<Vec<String>, Refusal> {
    let mut told = Vec::new();
    let left = |path: &std::path::Path| format!("{} was staged and is left", path.display());
    for area in entries(&layout.config.join(STAGED))? {
        if found(&area).is_some_and(|found| age.is_over(&found)) {
            told.push(left(&area.path()));
        }
    }
    let folders = Kind::ALL.map(|kind| kind.place(layout));
    let services = folders.iter().filter_map(|folder| folder.parent());
    let mut folders: Vec<_> = folders.iter().map(AsRef::as_ref).chain(services).collect();
    folders.sort_unstable();
    folders.dedup();
    for folder in folders {
        for file in entries(folder)? {
            let name = name(&file);
            let is_new =
                name.strip_prefix('.').is_some_and(|rest| rest.strip_suffix(".new").is_some());
            if is_new && found(&file).is_some_and(|found| age.is_over(&found)) {
                told.push(left(&file.path()));
            }
        }
    }
    Ok(told)
}

/// Homes that were not finished, and such as were not wholly deleted.
pub(super) fn homes(layout: &Layout, age: &Age) -> Result<Vec<String>, Refusal> {
    let aside = layout.homes.join(ASIDE);
    let mut told = Vec::new();
    for (folder, what) in [("new", "is a home half made"), ("trash", "is a home half deleted")] {
        for home in entries(&aside.join(folder))? {
            if found(&home).is_some_and(|found| age.is_over(&found)) {
                told.push(format!("{} {what}", home.path().display()));
            }
        }
    }
    Ok(told)
}
