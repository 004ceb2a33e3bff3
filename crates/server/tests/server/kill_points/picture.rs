//! All that a server keeps, as text that is the same whenever the same was done.

use std::{
    collections::HashSet,
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use regex::Regex;
use rusqlite::{Connection, OpenFlags};

use crate::{state, support::Innkeeper};

/// How long a start may go on with what the last one left open.
const PATIENCE: Duration = Duration::from_secs(20);

/// What a call leaves beside its change.
const PASSING: [&str; 4] = ["audit", "failures", "refinery_schema_history", "settling"];

/// Store, machine and homes of a server.
#[derive(PartialEq, Eq)]
pub(super) struct Picture {
    text: String,
    /// The accounts: name, main domain, whether it is suspended.
    pub(super) accounts: Vec<(String, String, bool)>,
}

impl Picture {
    /// What there is now. What the machine has of an account's password is what the store has.
    pub(super) fn of(server: &Innkeeper) -> Self {
        let data = server.data();
        let text = [
            state::tables(&data.join("store.sqlite"), &PASSING),
            state::tables(&data.join("machine/machine.sqlite"), &[]),
            files(&data.join("machine/homes")),
            files(&data.join("machine/new")),
            files(&data.join("machine/trash")),
        ];
        assert_eq!(passwords(&data, STORE), passwords(&data, MACHINE));
        Self { text: lasting(&text.join("\n")), accounts: accounts(&data) }
    }

    /// Asserts that it shows the same as another; the panic names the lines that differ.
    pub(super) fn assert_is(&self, expected: &Self, when: &str) {
        let without = |one: &Self, other: &Self, sign: char| {
            let others: HashSet<&str> = other.text.lines().collect();
            let lines = one.text.lines().filter(|line| !others.contains(line));
            lines.map(|line| format!("{sign} {line}")).collect::<Vec<_>>().join("\n")
        };
        assert!(
            self == expected,
            "{when}:\n{}{}",
            without(expected, self, '-'),
            without(self, expected, '+')
        );
    }

    /// The same once what the last server left open is closed.
    pub(super) fn of_settled(server: &Innkeeper) -> Self {
        let deadline = Instant::now() + PATIENCE;
        while state::count(server, "journal") > 0 {
            assert!(Instant::now() < deadline, "the journal stays open");
            thread::sleep(Duration::from_millis(20));
        }
        Self::of(server)
    }
}

/// Without the times, which are never twice the same, and the salts.
fn lasting(text: &str) -> String {
    let times = Regex::new(r"\b\d{10}\b").unwrap();
    let hashes = Regex::new(r"\$y\$[./0-9A-Za-z$]+").unwrap();
    hashes.replace_all(&times.replace_all(text, "TIME"), "HASH").into_owned()
}

/// The files below a folder with what is in them.
fn files(folder: &Path) -> String {
    let mut entries: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    let one = |path: &Path| {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            format!("{name}/ {{\n{}}}\n", files(path))
        } else {
            format!("{name}: {}\n", fs::read_to_string(path).unwrap())
        }
    };
    entries.iter().map(|path| one(path)).collect()
}

const STORE: (&str, &str) =
    ("store.sqlite", "SELECT name, password FROM logins WHERE kind = 'account' ORDER BY name");
const MACHINE: (&str, &str) =
    ("machine/machine.sqlite", "SELECT name, password FROM users ORDER BY name");

fn passwords(data: &Path, (file, query): (&str, &str)) -> Vec<(String, String)> {
    rows(&data.join(file), query, |row| Ok((row.get(0)?, row.get(1)?)))
}

fn accounts(data: &Path) -> Vec<(String, String, bool)> {
    let query = "SELECT name, domain, suspended FROM accounts ORDER BY name";
    rows(&data.join("store.sqlite"), query, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
}

fn rows<T>(
    file: &Path,
    query: &str,
    read: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<T>,
) -> Vec<T> {
    let database = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut query = database.prepare(query).unwrap();
    query.query_map([], read).unwrap().map(Result::unwrap).collect()
}
