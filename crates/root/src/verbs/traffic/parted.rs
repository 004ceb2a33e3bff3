//! Lines of all sites, parted by site: what each took in and gave out, and its own logs.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, File},
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::Path,
};

use crate::{Kind, Layout, Service, owner::Owner};

/// What was found so far.
pub(super) struct Parted {
    /// The sites that are there.
    sites: BTreeSet<String>,
    /// Bytes by site.
    pub(super) sums: BTreeMap<String, u64>,
    /// Lines by file.
    logs: BTreeMap<String, Vec<u8>>,
}

impl Parted {
    /// Nothing yet, of those sites.
    pub(super) fn new(sites: BTreeSet<String>) -> Self {
        Self { sites, sums: BTreeMap::new(), logs: BTreeMap::new() }
    }

    /// Adds a line of a log of that kind. One of no site, or of one that is gone, is left out.
    pub(super) fn add(&mut self, kind: &str, line: &[u8]) {
        let Some((site, rest)) = word(line) else { return };
        let site = match site.strip_prefix("_wildcard_.") {
            Some(below) => format!("*.{below}"),
            None => site.to_owned(),
        };
        if !self.sites.contains(&site) {
            return;
        }
        if kind == "errors" {
            self.logs.entry(format!("{site}.error")).or_default().extend_from_slice(rest);
        } else if let Some((bytes, rest)) = bytes(rest) {
            self.logs.entry(format!("{site}.access")).or_default().extend_from_slice(rest);
            let sum = self.sums.entry(site).or_default();
            *sum = sum.saturating_add(bytes);
        }
    }

    /// Adds the lines to the sites' own logs.
    pub(super) fn write(&self, folder: &Path) -> io::Result<()> {
        for (name, lines) in &self.logs {
            let path = folder.join(name);
            let is_new = !path.try_exists()?;
            let mut options = File::options();
            let mut log = options.append(true).create(true).mode(0o640).open(&path)?;
            if is_new {
                let group = Owner::named(("root", "adm"))?.gid.as_raw();
                std::os::unix::fs::fchown(&log, None, Some(group))?;
            }
            log.write_all(lines)?;
        }
        Ok(())
    }
}

/// The sites that are there, by the names of their files.
pub(super) fn sites(layout: &Layout) -> io::Result<BTreeSet<String>> {
    let mut sites = BTreeSet::new();
    for kind in [Kind::ApacheSite, Kind::ApacheWildcard] {
        let folder = layout.config.join(Service::Apache.name()).join(kind.folder());
        for entry in fs::read_dir(folder)? {
            let Ok(name) = entry?.file_name().into_string() else { continue };
            let domain = name.split('@').next().unwrap_or_default();
            // What says in which order those of many names come is not of the name.
            let domain = domain.find('*').and_then(|star| domain.get(star..)).unwrap_or(domain);
            sites.insert(domain.to_owned());
        }
    }
    Ok(sites)
}

/// The first word of a line, and what is after it.
fn word(line: &[u8]) -> Option<(&str, &[u8])> {
    let end = line.iter().position(|byte| *byte == b' ')?;
    let (word, rest) = line.split_at_checked(end)?;
    Some((std::str::from_utf8(word).ok()?, rest.get(1..)?))
}

/// The bytes that came and went, and what is after them.
fn bytes(line: &[u8]) -> Option<(u64, &[u8])> {
    let (came, rest) = word(line)?;
    let (went, rest) = word(rest)?;
    Some((came.parse::<u64>().ok()?.saturating_add(went.parse().ok()?), rest))
}
