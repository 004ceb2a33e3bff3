//! A file of SQLite's as the source and the target of a store's text.

use std::path::Path;

use api::{Error, Kind, Result};
use refinery::Target;
use rusqlite::{Connection, OpenFlags, Row, params_from_iter, types::ValueRef};

use super::{Cell, RowSink, Sink, Source, filled, listed, quoted};
use crate::store::{schema, sqlite::version};

/// A connection that has begun to read.
pub(super) struct Reading {
    connection: Connection,
    name: String,
}

impl Reading {
    /// Begins to read.
    pub(super) fn begin(path: &str) -> Result<Self> {
        let name = format!("sqlite:{path}");
        let begin = || {
            let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            connection.execute_batch("PRAGMA query_only = true; BEGIN")?;
            Ok(connection)
        };
        let connection = begin().map_err(|cause| unusable(&name, cause))?;
        Ok(Self { connection, name })
    }
}

impl Source for Reading {
    fn schema(&mut self) -> Result<i32> {
        let found = version(&self.connection).map_err(|cause| unusable(&self.name, cause))?;
        schema::check(found, &self.name)?;
        found.ok_or_else(|| {
            Error::new(Kind::NotFound, format!("There is no store in {}.", self.name))
        })
    }

    fn tables(&mut self) -> Result<Vec<(String, Vec<String>)>> {
        let names = tables(&self.connection).map_err(|cause| unusable(&self.name, cause))?;
        let tables = names.into_iter().map(|name| {
            let columns = columns(&self.connection, &name)?;
            Ok((name, columns))
        });
        let tables: rusqlite::Result<_> = tables.collect();
        tables.map_err(|cause| unusable(&self.name, cause))
    }

    fn rows(&mut self, table: &str, columns: &[String], each: &mut RowSink<'_>) -> Result<()> {
        let failed = |cause| unusable(&self.name, cause);
        let query = format!("SELECT {} FROM {}", listed(columns), quoted(table));
        let mut statement = self.connection.prepare(&query).map_err(failed)?;
        let mut rows = statement.query([]).map_err(failed)?;
        while let Some(row) = rows.next().map_err(failed)? {
            let cells = (0..columns.len()).map(|place| cell(row, place));
            each(cells.collect::<rusqlite::Result<_>>().map_err(failed)?)?;
        }
        Ok(())
    }
}

/// Fills the file, which is made where there is none, in one transaction, and brings its schema up to
/// date.
pub(super) fn fill(
    path: &str,
    version: i32,
    read: &mut dyn FnMut(&mut dyn Sink) -> Result<u64>,
) -> Result<u64> {
    let rows = fill_as_it_was(path, version, read)?;
    update(path)?;
    Ok(rows)
}

/// Brings the schema of a file up to date.
pub(super) fn update(path: &str) -> Result<()> {
    let name = format!("sqlite:{path}");
    let mut connection = Connection::open(path).map_err(|cause| unusable(&name, cause))?;
    let runner = schema::for_sqlite()?;
    runner.run(&mut connection).map(drop).map_err(|cause| schema::failed(&name, cause))
}

/// Fills the file, which is made where there is none, in one transaction, with the schema of that version.
pub(super) fn fill_as_it_was(
    path: &str,
    version: i32,
    read: &mut dyn FnMut(&mut dyn Sink) -> Result<u64>,
) -> Result<u64> {
    let name = format!("sqlite:{path}");
    schema::check(Some(version), &name)?;
    super::super::sqlite::create(Path::new(path))?;
    let failed = |cause| unusable(&name, cause);
    let mut connection = Connection::open(path).map_err(failed)?;
    refuse_filled(&connection, &name)?;
    let runner = schema::for_sqlite()?.set_target(Target::Version(version));
    runner.run(&mut connection).map_err(|cause| schema::failed(&name, cause))?;
    connection
        .execute_batch("BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = true")
        .map_err(failed)?;
    let rows = read(&mut Filling { connection: &connection, name: &name })?;
    connection.execute_batch("COMMIT").map_err(failed)?;
    Ok(rows)
}

struct Filling<'a> {
    connection: &'a Connection,
    name: &'a str,
}

impl Sink for Filling<'_> {
    fn insert(&mut self, table: &str, columns: &[String], row: &[Cell]) -> Result<()> {
        let marks = vec!["?"; columns.len()].join(",");
        let insert =
            format!("INSERT INTO {} ({}) VALUES ({marks})", quoted(table), listed(columns));
        let failed = |cause| unusable(self.name, cause);
        let mut statement = self.connection.prepare_cached(&insert).map_err(failed)?;
        let cells = row.iter().map(|cell| match cell {
            Cell::Null => ValueRef::Null,
            Cell::Int(number) => ValueRef::Integer(*number),
            Cell::Text(text) => ValueRef::Text(text.as_bytes()),
        });
        let cells = cells.map(rusqlite::types::ToSqlOutput::Borrowed);
        statement.execute(params_from_iter(cells)).map(drop).map_err(failed)
    }
}

fn refuse_filled(connection: &Connection, name: &str) -> Result<()> {
    let failed = |cause| unusable(name, cause);
    for table in tables(connection).map_err(failed)? {
        let query = format!("SELECT EXISTS (SELECT 1 FROM {})", quoted(&table));
        if connection.query_row(&query, [], |row| row.get(0)).map_err(failed)? {
            return Err(filled(name, &table));
        }
    }
    Ok(())
}

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' \
                 ESCAPE '\\' AND name <> ?1 ORDER BY rowid";
    let mut statement = connection.prepare(query)?;
    statement.query_map([schema::HISTORY], |row| row.get(0))?.collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let mut statement =
        connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid")?;
    statement.query_map([table], |row| row.get(0))?.collect()
}

fn cell(row: &Row<'_>, place: usize) -> rusqlite::Result<Cell> {
    Ok(match row.get_ref(place)? {
        ValueRef::Null => Cell::Null,
        ValueRef::Integer(number) => Cell::Int(number),
        other => Cell::Text(other.as_str()?.to_owned()),
    })
}

fn unusable(name: &str, cause: rusqlite::Error) -> Error {
    let message = format!("The store {name} cannot be used: {cause}.");
    Error::new(Kind::Unavailable, message).because(cause)
}
