//! What a request asks for: the site by its name, and the file beneath the site's folder.

use std::{fs::File, os::fd::OwnedFd, path::Path};

use api::{Result, ports::Site};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rustix::{
    fs::{FileType, OFlags, Stat},
    io::Errno,
};

use super::pages::Page;
use crate::embedded::{
    Machine,
    homes::{is, open_beneath},
};

/// What stands in a path as it is.
const UNRESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'/');

/// Files that another server would run; their text may hold secrets.
const PROGRAMS: [&str; 7] = ["php", "phtml", "phar", "cgi", "pl", "py", "sh"];

/// What is answered.
pub(super) enum Found {
    /// A file, its length, its name.
    File(File, u64, String),
    /// Another address: that of a folder, with its final slash.
    Moved(String),
    /// A page of ours.
    Page(Page),
}

/// The site of that host: its own name, or `www.` before it; with a port or not.
pub(super) fn site(machine: &Machine, host: &str) -> Result<Option<Site>> {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    match (machine.site(&name)?, name.strip_prefix("www.")) {
        (None, Some(bare)) => machine.site(bare),
        (site, _) => Ok(site),
    }
}

/// The file at that path of the site. It blocks.
pub(super) fn file(machine: &Machine, site: &Site, path: &str) -> Result<Found> {
    if site.suspended {
        return Ok(Found::Page(Page::Suspended));
    }
    let Some(parts) = parts(path) else { return Ok(Found::Page(Page::Missing)) };
    if parts.last().is_some_and(|name| is_program(name)) {
        return Ok(Found::Page(Page::Program));
    }
    let Some(home) = machine.homes.find(&site.account)? else {
        return Ok(Found::Page(Page::Missing));
    };
    let below = parts.join("/");
    let place = Path::new(&site.document_root).join(&below);
    Ok(match open(&home, &place, path.ends_with('/')) {
        Ok((file, stat)) if is(&stat, FileType::RegularFile) => {
            let name = if path.ends_with('/') { "index.html" } else { below.as_str() };
            let length = u64::try_from(stat.st_size).unwrap_or_default();
            Found::File(file.into(), length, name.to_owned())
        }
        Err(Errno::ISDIR) => Found::Moved(format!("/{}/", utf8_percent_encode(&below, UNRESERVED))),
        Ok(_) | Err(Errno::ACCESS | Errno::PERM | Errno::LOOP | Errno::XDEV) => {
            Found::Page(Page::Forbidden)
        }
        Err(_) => Found::Page(Page::Missing),
    })
}

/// Opens what lies there, or the index of the folder where a folder is asked for.
fn open(home: &OwnedFd, place: &Path, folder: bool) -> rustix::io::Result<(OwnedFd, Stat)> {
    // A pipe without a writer would hold us otherwise.
    let flags = OFlags::RDONLY | OFlags::NONBLOCK;
    let file = open_beneath(home, place, flags)?;
    let stat = rustix::fs::fstat(&file)?;
    match (is(&stat, FileType::Directory), folder) {
        (false, false) => return Ok((file, stat)),
        (false, true) => return Err(Errno::NOTDIR),
        (true, false) => return Err(Errno::ISDIR),
        (true, true) => {}
    }
    // A folder is there, but nothing of it is shown.
    let unlisted = |errno| if errno == Errno::NOENT { Errno::ACCESS } else { errno };
    let index = open_beneath(&file, Path::new("index.html"), flags).map_err(unlisted)?;
    let stat = rustix::fs::fstat(&index)?;
    Ok((index, stat))
}

/// The parts of a path, decoded; none where one is hidden or leads elsewhere.
fn parts(path: &str) -> Option<Vec<String>> {
    let path = percent_decode_str(path).decode_utf8().ok()?;
    let parts: Vec<String> =
        path.split('/').filter(|part| !part.is_empty()).map(str::to_owned).collect();
    let hidden = parts
        .iter()
        .enumerate()
        .any(|(place, part)| part.starts_with('.') && !(place == 0 && part == ".well-known"));
    (!hidden && !path.contains('\0')).then_some(parts)
}

fn is_program(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let ending =
        |part: &str| PROGRAMS.contains(&part.trim_end_matches(|c: char| c.is_ascii_digit()));
    name.split('.').skip(1).any(ending)
}
