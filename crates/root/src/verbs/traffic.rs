//! What the sites took in and gave out, counted from Apache's logs of bytes. Apache begins a new file
//! every few minutes. The caller keeps the position with what it counted, in one transaction: so nothing
//! is counted twice or lost, whoever dies when.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead as _, BufReader, Seek as _, SeekFrom},
    path::Path,
    time::{Duration, SystemTime},
};

use serde::{Deserialize, Serialize};

use crate::{Answer, Name, Refusal, Root, Service};

/// How far each file is counted: its name, and bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position(pub BTreeMap<String, u64>);

/// After this long without a line, a file gets none any more.
const WHOLE: Duration = Duration::from_hours(1);

/// How much is counted at once, so that an answer comes soon; the rest is left for the next time.
const MOST: u64 = 64 << 20;

/// Counts what is there since that position, and removes what is whole and was counted by then.
pub(super) fn count(root: &Root, since: &Position) -> Result<Answer, Refusal> {
    let folder = root.layout.logs.join(Service::Apache.name()).join("bytes");
    let failed = |cause| Refusal::failed("the web server's logs of bytes", cause);
    let (sums, position) = read(&folder, since).map_err(failed)?;
    let names = sums.into_iter().filter_map(|(name, bytes)| Some((site(&name)?, bytes)));
    Ok(Answer::Traffic(names.collect(), position))
}

fn read(folder: &Path, since: &Position) -> io::Result<(BTreeMap<String, u64>, Position)> {
    let (mut sums, mut position) = (BTreeMap::new(), Position::default());
    let mut left = MOST;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let Ok(name) = entry.file_name().into_string() else { continue };
        let stat = entry.metadata()?;
        let from = since.0.get(&name).copied().unwrap_or_default();
        if from >= stat.len() && is_old(stat.modified()?) {
            fs::remove_file(entry.path())?;
            continue;
        }
        let to = add(&entry.path(), from, left, &mut sums)?;
        left = left.saturating_sub(to.saturating_sub(from));
        position.0.insert(name, to);
    }
    Ok((sums, position))
}

fn is_old(modified: SystemTime) -> bool {
    modified.elapsed().is_ok_and(|age| age > WHOLE)
}

/// Adds the whole lines of a file from that place on; gives the place after the last.
fn add(path: &Path, from: u64, most: u64, sums: &mut BTreeMap<String, u64>) -> io::Result<u64> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let (mut lines, mut place, mut line) = (BufReader::new(file), from, Vec::new());
    while place - from < most {
        line.clear();
        let length = lines.read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            break;
        }
        place += u64::try_from(length).unwrap_or_default();
        if let Some((site, bytes)) = std::str::from_utf8(&line).ok().and_then(counted) {
            match sums.get_mut(site) {
                Some(sum) => *sum = bytes.saturating_add(*sum),
                None => {
                    sums.insert(site.to_owned(), bytes);
                }
            }
        }
    }
    Ok(place)
}

/// A line: the site, and the bytes that came and went.
fn counted(line: &str) -> Option<(&str, u64)> {
    let mut words = line.split(' ');
    let site = words.next()?;
    let mut number = || words.next()?.parse::<u64>().ok();
    Some((site, number()?.saturating_add(number()?)))
}

/// The site of a name that Apache knows it by; none where the visitor asked for no site.
fn site(name: &str) -> Option<Name> {
    let site = match name.strip_prefix("_wildcard_.") {
        Some(rest) => format!("*.{rest}"),
        None => name.to_owned(),
    };
    site.parse().ok().filter(|_| name != "unknown.invalid")
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn log(folder: &Path, name: &str, text: &str) {
        let mut options = File::options();
        let file = options.append(true).create(true).open(folder.join(name));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    }

    #[test]
    fn each_line_is_counted_once_whatever_is_asked_again() {
        let folder = tempfile::tempdir().unwrap();
        log(folder.path(), "100", "a.test 1 10\nb.test 2 20\na.test 3 30\na.test 9");
        let (sums, first) = read(folder.path(), &Position::default()).unwrap();
        let sum = |sums: &BTreeMap<String, u64>, name: &str| sums.get(name).copied();
        assert_eq!((sum(&sums, "a.test"), sum(&sums, "b.test")), (Some(44), Some(22)));
        // Who did not keep the position is told the same again.
        assert_eq!(read(folder.path(), &Position::default()).unwrap().0, sums);

        log(folder.path(), "100", "0 5\nnonsense\n");
        log(folder.path(), "400", "b.test 1 1\n");
        let (sums, second) = read(folder.path(), &first).unwrap();
        assert_eq!((sum(&sums, "a.test"), sum(&sums, "b.test")), (Some(95), Some(2)));
        assert!(read(folder.path(), &second).unwrap().0.is_empty());
    }

    #[test]
    fn what_is_whole_and_counted_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        log(folder.path(), "100", "a.test 1 10\n");
        let old = SystemTime::now() - 2 * WHOLE;
        File::options()
            .append(true)
            .open(folder.path().join("100"))
            .unwrap()
            .set_modified(old)
            .unwrap();
        let (_, position) = read(folder.path(), &Position::default()).unwrap();
        assert!(folder.path().join("100").exists(), "it may be asked for again");
        let (sums, position) = read(folder.path(), &position).unwrap();
        assert!(sums.is_empty() && position.0.is_empty() && !folder.path().join("100").exists());
    }

    #[test]
    fn a_site_is_named_as_its_owner_names_it() {
        let name = |text: &str| site(text).map(String::from);
        assert_eq!(name("a.test").as_deref(), Some("a.test"));
        assert_eq!(name("_wildcard_.a.test").as_deref(), Some("*.a.test"));
        assert_eq!(name("unknown.invalid"), None);
    }
}
