//! Users of whom the machine has only a part: somebody removed a piece by hand, or brought back some of
//! an older state. What is named here is mended by making the user so again, or by removing it.

use std::{collections::BTreeSet, path::Path};

use super::{Folder, Record, fault, find, name_rule, open, record};
use crate::{Answer, Layout, Name, Refusal, Root, verbs::homes::Homes};

/// The endings of what the name service finds by a user's name.
const PIECES: [&str; 3] = [".user", ".user-privileged", ".group"];

/// Names them.
pub(crate) fn halves(root: &Root) -> Result<Answer, Refusal> {
    let layout = &root.layout;
    let (folder, homes) = (open(layout)?, Homes::open(layout)?);
    let mut names = BTreeSet::new();
    for ending in PIECES {
        for name in folder.ending(ending).map_err(fault)? {
            let id = name.parse::<u32>().ok().filter(|id| layout.uids.contain(*id));
            let whose = match id {
                Some(_) => whose(&folder, &format!("{name}{ending}"))?,
                None => name.parse().ok().filter(|name| name_rule(name).is_ok()),
            };
            names.extend(whose);
        }
    }
    let mut halves = Vec::new();
    for name in names {
        let is_half = match find(&folder, &name)? {
            Some(record) => !is_whole(&folder, &homes, &record)?,
            None => !left_of(&folder, &name, layout)?.is_empty(),
        };
        if is_half {
            halves.push(name);
        }
    }
    Ok(Answer::Names(halves))
}

/// The user that a link by a number is of.
fn whose(folder: &Folder, link: &str) -> Result<Option<Name>, Refusal> {
    let target = folder.link(link).map_err(fault)?;
    let stem = target.as_deref().and_then(Path::file_stem).and_then(|stem| stem.to_str());
    let name = stem.and_then(|stem| stem.parse().ok());
    Ok(name.filter(|name| name_rule(name).is_ok()))
}

/// Whether all of a user is there, whatever it says.
fn is_whole(folder: &Folder, homes: &Homes, record: &Record) -> Result<bool, Refusal> {
    let name = &record.user_name;
    for ending in ["user-privileged", "group"] {
        if folder.mode(&format!("{name}.{ending}")).map_err(fault)?.is_none() {
            return Ok(false);
        }
    }
    for (link, target) in links(record) {
        if folder.link(&link).map_err(fault)?.as_deref() != Some(Path::new(&target)) {
            return Ok(false);
        }
    }
    homes.is_there(name)
}

/// The links by which a user and its group are found by number, and where they lead.
pub(super) fn links(record: &Record) -> [(String, String); 2] {
    let name = &record.user_name;
    [
        (format!("{}.user", record.uid), format!("{name}.user")),
        (format!("{}.group", record.gid), format!("{name}.group")),
    ]
}

/// What is left in the folder of a user of ours that is not there itself; nothing where somebody else's
/// user has the name.
pub(super) fn left_of(
    folder: &Folder,
    name: &Name,
    layout: &Layout,
) -> Result<Vec<String>, Refusal> {
    let (user, privileged) = (format!("{name}.user"), format!("{name}.user-privileged"));
    let group = format!("{name}.group");
    let mut left = Vec::new();
    if folder.mode(&user).map_err(fault)?.is_some() {
        return Ok(left);
    }
    let text = folder.read(&group).map_err(fault)?.unwrap_or_default();
    let foreign = !text.is_empty() && !record::is_group_of_ours(&text);
    if folder.mode(&privileged).map_err(fault)?.is_some() {
        left.push(privileged);
    }
    for (ending, target) in [("user", user), ("group", group)] {
        if ending == "group" && foreign {
            continue;
        }
        for id in folder.ending(&format!(".{ending}")).map_err(fault)? {
            let link = format!("{id}.{ending}");
            let is_ours = id.parse::<u32>().is_ok_and(|id| layout.uids.contain(id));
            let leads = is_ours
                && folder.link(&link).map_err(fault)?.is_some_and(|to| to == Path::new(&target));
            if leads {
                left.push(link);
            }
        }
        if ending == "group" && folder.mode(&target).map_err(fault)?.is_some() {
            left.push(target);
        }
    }
    Ok(left)
}
