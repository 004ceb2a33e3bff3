//! What the sites took in and gave out, counted from Apache's log of all requests, and the sites' own
//! logs, which are parted from it on the way. Apache begins a new file every few minutes. The caller keeps
//! the position with what it counted, in one transaction: so nothing is counted twice or lost, whoever dies
//! when.

mod parted;

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::{self, BufRead as _, BufReader, Read as _, Seek as _, SeekFrom},
    path::Path,
    time::{Duration, SystemTime},
};

use parted::Parted;
use serde::{Deserialize, Serialize};

use crate::{Answer, Kind, Name, Refusal, Root, Service};

/// How far each file is counted: its name, and bytes.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position(pub BTreeMap<String, u64>);

/// After this long without a line, a file gets none any more.
const WHOLE: Duration = Duration::from_hours(1);

/// How much is read at once, so that an answer comes soon; the rest is left for the next time.
const MOST: u64 = 32 << 20;

/// The longest line; what is longer is none of Apache's.
const LONGEST: u64 = 256 << 10;

/// Counts what is there since that position, and removes what is whole and was counted by then.
pub(super) fn count(root: &Root, since: &Position) -> Result<Answer, Refusal> {
    let logs = root.layout.logs.join(Service::Apache.name());
    let failed = |cause| Refusal::failed("the web server's logs", cause);
    let mut found = Parted::new(Kind::ApacheSite.place(&root.layout));
    let position = read(&logs, since, &mut found).map_err(failed)?;
    found.write(&logs.join("domains")).map_err(failed)?;
    let sums = found
        .sums
        .into_iter()
        .filter_map(|(site, bytes)| Some((site.parse::<Name>().ok()?, bytes)));
    Ok(Answer::Traffic(sums.collect(), position))
}

/// Reads the lines of both logs that came since a position; gives the position after them.
fn read(logs: &Path, since: &Position, found: &mut Parted) -> io::Result<Position> {
    let mut position = Position::default();
    let mut left = MOST;
    for kind in ["requests", "errors"] {
        for entry in fs::read_dir(logs.join(kind))? {
            let entry = entry?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let (name, stat) = (format!("{kind}/{name}"), entry.metadata()?);
            let from = since.0.get(&name).copied().unwrap_or_default();
            if from >= stat.len() && is_old(stat.modified()?) {
                fs::remove_file(entry.path())?;
                continue;
            }
            let to = lines(&entry.path(), from, left, |line| found.add(kind, line))?;
            left = left.saturating_sub(to.saturating_sub(from));
            position.0.insert(name, to);
        }
    }
    Ok(position)
}

fn is_old(modified: SystemTime) -> bool {
    modified.elapsed().is_ok_and(|age| age > WHOLE)
}

/// Hands over the whole lines of a file from that place on; gives the place after the last.
fn lines(path: &Path, from: u64, most: u64, mut take: impl FnMut(&[u8])) -> io::Result<u64> {
    let mut file = File::open(path)?;
    file.seek(SeekFrom::Start(from))?;
    let (mut file, mut place, mut line) = (BufReader::new(file), from, Vec::new());
    while place - from < most {
        line.clear();
        let length = file.by_ref().take(LONGEST).read_until(b'\n', &mut line)?;
        let length = u64::try_from(length).unwrap_or_default();
        // One that is not ended is still being written, but for one that is too long.
        if line.last() != Some(&b'\n') && length < LONGEST {
            break;
        }
        place += length;
        take(&line);
    }
    Ok(place)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use tempfile::TempDir;

    use super::*;

    fn log(folder: &TempDir, name: &str, text: &str) {
        let mut options = File::options();
        let file = options.append(true).create(true).open(folder.path().join(name));
        file.unwrap().write_all(text.as_bytes()).unwrap();
    }

    fn logs() -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for name in ["requests", "errors", "domains", "sites"] {
            fs::create_dir(folder.path().join(name)).unwrap();
        }
        for site in ["a.test", "*.a.test"] {
            File::create(folder.path().join("sites").join(site)).unwrap();
        }
        folder
    }

    /// Counts, and writes the sites' own logs.
    fn counted(folder: &TempDir, since: &Position) -> (BTreeMap<String, u64>, Position) {
        let mut found = Parted::new(folder.path().join("sites"));
        let position = read(folder.path(), since, &mut found).unwrap();
        found.write(&folder.path().join("domains")).unwrap();
        (found.sums, position)
    }

    #[test]
    fn each_line_is_counted_once_whatever_is_asked_again() {
        let folder = logs();
        log(
            &folder,
            "requests/100",
            "a.test 1 10 x\nunknown.invalid 2 20 y\na.test 3 30 z\na.test 9",
        );
        let (sums, first) = counted(&folder, &Position::default());
        assert_eq!(sums, BTreeMap::from([("a.test".to_owned(), 44)]));
        // Who did not keep the position is told the same again.
        assert_eq!(counted(&folder, &Position::default()).0, sums);

        log(&folder, "requests/100", "0 5 w\nnonsense\n");
        log(&folder, "requests/400", "x.a.test 1 1 v\nWWW.A.test. 0 1 u\nx.y.a.test 1 1 t\n");
        let (sums, second) = counted(&folder, &first);
        let expected = [("a.test".to_owned(), 96), ("*.a.test".to_owned(), 4)];
        assert_eq!(sums, BTreeMap::from(expected));
        assert!(counted(&folder, &second).0.is_empty());
    }

    #[test]
    fn sites_have_logs_of_their_own_as_long_as_they_are_there() {
        let folder = logs();
        log(&folder, "requests/100", "a.test 1 10 one\ngone.test 1 10 x\n../x 1 1 y\n");
        log(&folder, "errors/100", "a.test [a] broken\nunknown.invalid [b] start\n");
        let (_, position) = counted(&folder, &Position::default());
        log(&folder, "requests/100", "a.test 2 20 two\n");
        counted(&folder, &position);
        let read =
            |name: &str| fs::read_to_string(folder.path().join("domains").join(name)).unwrap();
        assert_eq!(read("a.test.access"), "one\ntwo\n");
        assert_eq!(read("a.test.error"), "[a] broken\n");
        assert_eq!(fs::read_dir(folder.path().join("domains")).unwrap().count(), 2);
    }

    #[test]
    fn what_is_whole_and_counted_is_removed() {
        let folder = logs();
        log(&folder, "requests/100", "a.test 1 10 x\n");
        let path = folder.path().join("requests/100");
        let old = SystemTime::now() - 2 * WHOLE;
        File::options().append(true).open(&path).unwrap().set_modified(old).unwrap();
        let (_, position) = counted(&folder, &Position::default());
        assert!(path.exists(), "it may be asked for again");
        let (sums, position) = counted(&folder, &position);
        assert!(sums.is_empty() && position.0.is_empty() && !path.exists());
    }
}
