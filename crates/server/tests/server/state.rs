//! What a server keeps, as text, so that a test can show that nothing changed.

use std::{fmt::Write as _, path::Path};

use rusqlite::{Connection, OpenFlags, types::ValueRef};

use crate::support::Innkeeper;

/// What a refused call may leave behind: its line in the audit, a counted failure, the time of a
/// session's last use.
const PASSING: [&str; 4] = ["audit", "failures", "sessions", "refinery_schema_history"];

/// Every row of every table of the store but those in passing, and the names in the machine's
/// folder of homes.
pub(crate) fn of(server: &Innkeeper) -> String {
    let mut text = tables(&server.data().join("store.sqlite"), &PASSING);
    let homes = std::fs::read_dir(server.data().join("machine/homes")).unwrap();
    let mut homes: Vec<_> = homes.map(|home| home.unwrap().file_name()).collect();
    homes.sort();
    write!(text, "{homes:?}").unwrap();
    text
}

/// Every row of every table in a file of SQLite's, but those of some tables.
pub(crate) fn tables(file: &Path, left_out: &[&str]) -> String {
    let store = Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    let mut tables =
        store.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").unwrap();
    let tables = tables.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let mut text = String::new();
    for table in tables.map(Result::unwrap).filter(|table| !left_out.contains(&table.as_str())) {
        writeln!(text, "[{table}]").unwrap();
        for row in rows(&store, &table) {
            writeln!(text, "{row}").unwrap();
        }
    }
    text
}

/// How many rows a table has.
pub(crate) fn count(server: &Innkeeper, table: &str) -> usize {
    let path = server.data().join("store.sqlite");
    let store = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    rows(&store, table).len()
}

fn rows(store: &Connection, table: &str) -> Vec<String> {
    let mut query = store.prepare(&format!("SELECT * FROM \"{table}\"")).unwrap();
    let columns = query.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let cell = |place| match row.get_ref(place).unwrap() {
            ValueRef::Text(text) => String::from_utf8_lossy(text).into_owned(),
            other => format!("{other:?}"),
        };
        Ok((0..columns).map(cell).collect::<Vec<_>>().join("|"))
    };
    let mut rows: Vec<String> = query.query_map([], row).unwrap().map(Result::unwrap).collect();
    rows.sort();
    rows
}
