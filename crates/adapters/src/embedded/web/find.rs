//! What a request asks for: the site by its name, and the file beneath the site's folder.

use std::{fs::File, os::fd::OwnedFd, path::Path};

use api::{
    Result,
    ports::Site,
    records::{Redirect, RedirectKind, WwwRule},
};
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
    /// Where a redirect leads, and for how long.
    Sent(String, RedirectKind),
    /// A page of ours.
    Page(Page),
}

/// The site of that host, and whether it was asked for with `www.` before its name: the host's own
/// site, or that of its bare name, or the nearest wildcard above; with a port or not.
pub(super) fn site(machine: &Machine, host: &str) -> Result<Option<(Site, bool)>> {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => host,
    };
    let name = name.strip_suffix('.').unwrap_or(name).to_ascii_lowercase();
    if let Some(site) = machine.site(&name)? {
        return Ok(Some((site, false)));
    }
    if let Some(bare) = name.strip_prefix("www.")
        && let Some(site) = machine.site(bare)?
    {
        return Ok(Some((site, true)));
    }
    let mut below = name.as_str();
    while let Some((_, above)) = below.split_once('.') {
        if let Some(site) = machine.site(&format!("*.{above}"))? {
            return Ok(Some((site, false)));
        }
        below = above;
    }
    Ok(None)
}

/// Where a redirect of the site leads from there, if one does. What certificate authorities look
/// for is never elsewhere.
pub(super) fn redirect(site: &Site, www: bool, path: &str, query: Option<&str>) -> Option<Found> {
    if site.suspended || path.starts_with("/.well-known/") {
        return None;
    }
    let of_name = |redirect: &&Redirect| match redirect.www {
        WwwRule::Either => true,
        WwwRule::Only => www,
        WwwRule::Without => !www,
    };
    let mut redirects = site.redirects.iter().filter(of_name);
    let (redirect, rest) = redirects.find_map(|one| Some((one, rest_of(one, path)?)))?;
    let mut target = redirect.target.clone();
    if !rest.is_empty() {
        target = format!("{}/{rest}", target.trim_end_matches('/'));
    }
    if let Some(query) = query.filter(|_| !target.contains('?')) {
        target = format!("{target}?{query}");
    }
    Some(Found::Sent(target, redirect.kind))
}

/// What of a path is below the redirect's, where the redirect is for that path.
fn rest_of<'a>(redirect: &Redirect, path: &'a str) -> Option<&'a str> {
    let rest = path.strip_prefix(redirect.path.trim_end_matches('/'))?;
    let below = rest.strip_prefix('/').unwrap_or(rest);
    let whole = below.is_empty() || (redirect.wildcard.0 && rest.starts_with('/'));
    whole.then_some(below)
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
