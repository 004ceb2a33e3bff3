//! Lines of all sites, parted by site: what each took in and gave out, and its own logs.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};

use crate::{Name, owner::Owner};

/// What was found so far.
pub(super) struct Parted {
    /// The folder of the sites that are there.
    folder: PathBuf,
    /// The site of each name that was asked for.
    sites: BTreeMap<String, Option<String>>,
    /// Bytes by site.
    pub(super) sums: BTreeMap<String, u64>,
    /// Lines by file.
    logs: BTreeMap<String, Vec<u8>>,
}

impl Parted {
    /// Nothing yet, of the sites in that folder.
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder, sites: BTreeMap::new(), sums: BTreeMap::new(), logs: BTreeMap::new() }
    }

    /// Adds a line of a log of that kind. One of no site, or of one that is gone, is left out.
    pub(super) fn add(&mut self, kind: &str, line: &[u8]) {
        let Some((host, rest)) = word(line) else { return };
        let Some(site) = self.site(host) else { return };
        if kind == "errors" {
            self.logs.entry(format!("{site}.error")).or_default().extend_from_slice(rest);
        } else if let Some((bytes, rest)) = bytes(rest) {
            self.logs.entry(format!("{site}.access")).or_default().extend_from_slice(rest);
            let sum = self.sums.entry(site).or_default();
            *sum = sum.saturating_add(bytes);
        }
    }

    /// The site that was served to those who asked for that name, as Apache finds it (`sites.lua`).
    fn site(&mut self, host: &str) -> Option<String> {
        if let Some(known) = self.sites.get(host) {
            return known.clone();
        }
        let name = host.to_ascii_lowercase();
        let name = name.strip_suffix('.').unwrap_or(&name);
        let above = name.match_indices('.').filter_map(|(dot, _)| name.get(dot..));
        let found = [name.to_owned()]
            .into_iter()
            .chain(name.strip_prefix("www.").map(str::to_owned))
            .chain(above.map(|above| format!("*{above}")))
            .find(|site| site.parse::<Name>().is_ok() && self.folder.join(site).is_file());
        self.sites.insert(host.to_owned(), found.clone());
        found
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
