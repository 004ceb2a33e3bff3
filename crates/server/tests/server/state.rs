//! What a server keeps, as text, so that a test can show that nothing changed.

use std::{fmt::Write as _, path::Path};

use rusqlite::{Connection, OpenFlags, types::ValueRef};

use crate::support::Innkeeper;

/// What a refused call may leave behind: its line in the audit, a counted failure, the time of a
/// session's last use. What changes made before it are noted until they last.
const PASSING: [&str; 5] = ["audit", "failures", "sessions", "refinery_schema_history", "settling"];

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
        for row in rows_of(&store, &table) {
            writeln!(text, "{row}").unwrap();
        }
    }
    text
}

/// How many rows a table has.
pub(crate) fn count(server: &Innkeeper, table: &str) -> usize {
    rows(server, table).len()
}

/// Every row of a table, as text.
pub(crate) fn rows(server: &Innkeeper, table: &str) -> Vec<String> {
    rows_of(&opened(server, "store.sqlite"), table)
}

/// A user's password hash.
pub(crate) fn password(server: &Innkeeper, user: &str) -> String {
    hash_in(&opened(server, "store.sqlite"), "logins", user)
}

/// The hash that the machine has.
pub(crate) fn machine_password(server: &Innkeeper, user: &str) -> String {
    hash_in(&opened(server, "machine/machine.sqlite"), "users", user)
}

/// Puts another hash in a user's place, as an import from an older system does.
pub(crate) fn plant_password(server: &Innkeeper, user: &str, hash: &str) {
    let set = "UPDATE logins SET password = ?2 WHERE name = ?1";
    assert_eq!(writable(server).execute(set, (user, hash)).unwrap(), 1);
}

/// Gives a reseller a privilege.
pub(crate) fn grant(server: &Innkeeper, reseller: &str, privilege: &str) {
    let add = "INSERT INTO reseller_acls (name, acl) VALUES (?1, ?2)";
    assert_eq!(writable(server).execute(add, (reseller, privilege)).unwrap(), 1);
}

/// Takes every privilege from a reseller.
pub(crate) fn revoke_all(server: &Innkeeper, reseller: &str) {
    let take = "DELETE FROM reseller_acls WHERE name = ?1";
    assert!(writable(server).execute(take, [reseller]).unwrap() > 0);
}

/// Sets how many logins failed under every subject.
pub(crate) fn raise_failures(server: &Innkeeper, count: i64) {
    let set = "UPDATE failures SET count = ?1 WHERE subject LIKE 'pair %'";
    assert_eq!(writable(server).execute(set, [count]).unwrap(), 1);
}

fn writable(server: &Innkeeper) -> Connection {
    let store = Connection::open(server.data().join("store.sqlite")).unwrap();
    store.busy_timeout(std::time::Duration::from_secs(10)).unwrap();
    store
}

fn opened(server: &Innkeeper, file: &str) -> Connection {
    let path = server.data().join(file);
    Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap()
}

fn hash_in(database: &Connection, table: &str, user: &str) -> String {
    let query = format!("SELECT password FROM {table} WHERE name = ?1");
    database.query_row(&query, [user], |row| row.get(0)).unwrap()
}

fn rows_of(store: &Connection, table: &str) -> Vec<String> {
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
