//! Things in services' folders that are no part of anything.

use std::collections::BTreeSet;

use super::{entries, name};
use crate::{Kind, Layout, Name, Refusal, Service};

/// Files in folders of managed files that are of none of their kinds: nothing would ever change or remove
/// them.
pub(super) fn unknown(layout: &Layout) -> Result<Vec<String>, Refusal> {
    let folders: BTreeSet<_> = Kind::ALL.iter().map(|kind| kind.place(layout)).collect();
    let mut told = Vec::new();
    for folder in folders {
        let kinds = || Kind::ALL.into_iter().filter(|kind| kind.place(layout) == folder);
        for file in entries(&folder)? {
            let name = name(&file);
            let is_of = |kind: Kind| {
                name.strip_suffix(kind.ending()).is_some_and(|bare| bare.parse::<Name>().is_ok())
            };
            // What is staged is told of by itself.
            if !name.starts_with('.') && !kinds().any(is_of) {
                told.push(format!("{} is no file of ours", file.path().display()));
            }
        }
    }
    Ok(told)
}

/// Sockets of PHP whose pools are not there.
pub(super) fn sockets(layout: &Layout) -> Result<Vec<String>, Refusal> {
    let mut told = Vec::new();
    for socket in entries(&layout.run.join(Service::PhpFpm.name()))? {
        let name = name(&socket);
        let Some(account) = name.strip_suffix(".sock") else { continue };
        let pool = Kind::FpmPool.place(layout).join(format!("{account}{}", Kind::FpmPool.ending()));
        if !pool.exists() {
            told.push(format!(
                "{} is the socket of a pool that is not there",
                socket.path().display()
            ));
        }
    }
    Ok(told)
}
