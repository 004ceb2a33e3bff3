//! The trash: a folder of the home to which files go and from which they come back. Where one was is
//! in a file of its own beside it, which is its owner's, and so is believed no more than they are.

use api::{
    Cx, Error, Kind, Result,
    ports::{FileFacts, HomePath, Write},
};

use super::Home;

const TRASH: &str = ".trash";
const PLACES: &str = ".trash/.places";

/// How many files of one name may be in the trash.
const MOST: u32 = 1_000;

/// Moves a file into the trash; gives its name there.
pub fn put(cx: &Cx<'_>, home: &Home<'_>, place: &HomePath) -> Result<String> {
    let (trash, places) = folders()?;
    if place.is_home() || place.is_within(&trash) || trash.is_within(place) {
        return Err(Error::denied(format!("path: “{place}” cannot go into the trash.")));
    }
    let (files, account) = (&cx.host.files, &home.account);
    if files.find(account, place)?.is_none() {
        return Err(Error::not_found(format!("path: “{place}” is not there.")));
    }
    files.make_folder(account, &places)?;
    for number in 1..=MOST {
        let leaf = leaf(place.name(), number);
        let (target, note) = (inside(&trash, &leaf)?, inside(&places, &leaf)?);
        if files.find(account, &target)?.is_some() {
            continue;
        }
        let how = Write { replace: true, mode: Some(0o600) };
        files.write(account, &note, place.as_str().as_bytes(), how)?;
        match files.rename(account, place, &target) {
            // Somebody else took the name meanwhile.
            Err(problem) if problem.kind() == Kind::Exists => {}
            Err(problem) => return Err(problem),
            Ok(()) => return Ok(leaf),
        }
    }
    Err(Error::new(Kind::Conflict, format!("The trash holds too many files like “{place}”.")))
}

/// Moves the file that was at a place back to it, the latest where there are several; gives its name
/// in the trash.
pub fn restore(cx: &Cx<'_>, home: &Home<'_>, place: &HomePath) -> Result<String> {
    let (trash, places) = folders()?;
    let (files, account) = (&cx.host.files, &home.account);
    let mut found: Option<FileFacts> = None;
    for facts in listed(cx, home, &trash)? {
        let later = found.as_ref().is_none_or(|other| {
            let number = |facts: &FileFacts| (facts.changed, facts.name.len(), facts.name.clone());
            number(other) < number(&facts)
        });
        if later && origin(cx, home, &places, &facts.name)? == Some(place.clone()) {
            found = Some(facts);
        }
    }
    let leaf = found
        .map(|facts| facts.name)
        .ok_or_else(|| Error::not_found(format!("path: nothing in the trash was at “{place}”.")))?;
    if files.find(account, place)?.is_some() {
        return Err(super::exists(place));
    }
    files.make_folder(account, &place.parent())?;
    files.rename(account, &inside(&trash, &leaf)?, place)?;
    forget(cx, home, &places, &leaf)?;
    Ok(leaf)
}

/// Removes what has been in the trash for more than that many days; everything for 0.
pub fn empty(cx: &Cx<'_>, home: &Home<'_>, days: u32) -> Result<()> {
    let (trash, places) = folders()?;
    let before = cx.now().0 - i64::from(days) * 86_400;
    for facts in listed(cx, home, &trash)? {
        if days > 0 && facts.changed.0 > before {
            continue;
        }
        let place = inside(&trash, &facts.name)?;
        match cx.host.files.remove(&home.account, &place) {
            Err(problem) if problem.kind() != Kind::NotFound => return Err(problem),
            _ => forget(cx, home, &places, &facts.name)?,
        }
    }
    Ok(())
}

/// What is in the trash, but not the notes about it.
fn listed(cx: &Cx<'_>, home: &Home<'_>, trash: &HomePath) -> Result<Vec<FileFacts>> {
    let files = &cx.host.files;
    if files.find(&home.account, trash)?.is_none() {
        return Ok(Vec::new());
    }
    let mut found = files.list(&home.account, trash)?;
    found.retain(|facts| facts.name != ".places");
    Ok(found)
}

/// Where a file of the trash was, as its note has it.
fn origin(cx: &Cx<'_>, home: &Home<'_>, places: &HomePath, leaf: &str) -> Result<Option<HomePath>> {
    let longest = u64::try_from(HomePath::LONGEST).unwrap_or(u64::MAX);
    let note = inside(places, leaf)?;
    let Ok(bytes) = cx.host.files.read(&home.account, &note, longest) else { return Ok(None) };
    Ok(String::from_utf8(bytes).ok().and_then(|text| HomePath::beneath("", &text).ok()))
}

fn forget(cx: &Cx<'_>, home: &Home<'_>, places: &HomePath, leaf: &str) -> Result<()> {
    match cx.host.files.remove(&home.account, &inside(places, leaf)?) {
        Err(problem) if problem.kind() != Kind::NotFound => Err(problem),
        _ => Ok(()),
    }
}

fn folders() -> Result<(HomePath, HomePath)> {
    let read = |path: &str| HomePath::beneath("", path).map_err(Error::internal);
    Ok((read(TRASH)?, read(PLACES)?))
}

fn inside(folder: &HomePath, leaf: &str) -> Result<HomePath> {
    folder.join(leaf).map_err(|problem| Error::param("path", problem))
}

fn leaf(name: &str, number: u32) -> String {
    if number == 1 { name.to_owned() } else { format!("{name}.{number}") }
}
