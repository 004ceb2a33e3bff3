//! A store as a text that either engine can be filled from: a line of JSON for its beginning, one for
//! each table, one for each row, and one for its end, without which it is not whole. It is read from
//! one consistent state, while servers go on writing.

mod postgres;
mod sqlite;
mod tally;

use std::io::{BufRead, Write};

use api::{Error, Kind, Result};
use serde::{Deserialize, Serialize};

use tally::{Tally, Tallying};

/// The version of the text's own form.
const FORM: u32 = 1;

/// The table of what is on its way between two processes, which nobody keeps.
const PASSING: &str = "relayed_calls";

/// A line of the text.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Line {
    /// The beginning: the form, and the version of the schema that the rows have.
    Store { form: u32, schema: i32 },
    /// A table whose rows follow, with its columns in order.
    Table { name: String, columns: Vec<String> },
    /// A row.
    Row(Vec<Cell>),
    /// The end: how many rows there were.
    End { rows: u64 },
}

/// A cell, which is NULL, a whole number or text in every table that there is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
enum Cell {
    Null,
    Int(i64),
    Text(String),
}

/// An engine as the source of a text: one transaction that sees one state.
trait Source {
    /// The version of the schema.
    fn schema(&mut self) -> Result<i32>;
    /// The tables in the order in which they were made, so that what a row refers to comes first.
    fn tables(&mut self) -> Result<Vec<(String, Vec<String>)>>;
    /// Gives each row of a table.
    fn rows(&mut self, table: &str, columns: &[String], each: &mut RowSink<'_>) -> Result<()>;
}

/// Takes one row.
type RowSink<'a> = dyn FnMut(Vec<Cell>) -> Result<()> + 'a;

/// An engine that is filled: one transaction, of which nothing stays unless it is committed.
trait Sink {
    /// Adds a row.
    fn insert(&mut self, table: &str, columns: &[String], row: &[Cell]) -> Result<()>;
}

/// Writes the store at a URL as text; gives how many rows there were.
pub fn write(url: &str, to: &mut dyn Write) -> Result<u64> {
    match engine(url)? {
        Engine::Sqlite(path) => write_from(&mut sqlite::Reading::begin(path)?, to),
        Engine::Postgres => write_from(&mut postgres::Reading::begin(url)?, to),
    }
}

/// Fills the store at a URL, which must be new or have no rows, from a text; gives how many rows there
/// were. Nothing is changed unless all of it could be read.
pub fn read(url: &str, from: &mut dyn BufRead) -> Result<u64> {
    let mut lines = Lines { from, number: 0 };
    let Line::Store { form: FORM, schema } = lines.next()? else {
        return Err(broken("it does not begin as the text of a store that this program knows"));
    };
    match engine(url)? {
        Engine::Sqlite(path) => sqlite::fill(path, schema, &mut |sink| read_into(&mut lines, sink)),
        Engine::Postgres => postgres::fill(url, schema, &mut |sink| read_into(&mut lines, sink)),
    }
}

/// Fills a new store of its own at a path from a text, reads it back and compares the rows; then brings it
/// up to date. Gives how many rows there were; fails where one is not as it was.
pub fn restore_and_compare(path: &str, from: &mut dyn BufRead) -> Result<u64> {
    let mut lines = Lines { from, number: 0 };
    let Line::Store { form: FORM, schema } = lines.next()? else {
        return Err(broken("it does not begin as the text of a store that this program knows"));
    };
    let mut written = Tally::default();
    let rows = sqlite::fill_as_it_was(path, schema, &mut |sink| {
        read_into(&mut lines, &mut Tallying { sink, tally: &mut written })
    })?;
    let mut kept = Tally::default();
    kept.add_all_of(&mut sqlite::Reading::begin(path)?)?;
    kept.compare(written)?;
    sqlite::update(path)?;
    Ok(rows)
}

enum Engine<'a> {
    Sqlite(&'a str),
    Postgres,
}

fn engine(url: &str) -> Result<Engine<'_>> {
    match url.split_once(':') {
        Some(("sqlite", path)) if !path.is_empty() => Ok(Engine::Sqlite(path)),
        Some(("postgres" | "postgresql", _)) => Ok(Engine::Postgres),
        _ => Err(Error::new(
            Kind::BadParam,
            "The store's URL must be sqlite:PATH or postgres://USER@HOST/DATABASE.",
        )),
    }
}

fn write_from(source: &mut dyn Source, to: &mut dyn Write) -> Result<u64> {
    put(to, &Line::Store { form: FORM, schema: source.schema()? })?;
    let mut rows = 0;
    for (name, columns) in source.tables()? {
        if name == PASSING {
            continue;
        }
        put(to, &Line::Table { name: name.clone(), columns: columns.clone() })?;
        source.rows(&name, &columns, &mut |row| {
            rows += 1;
            put(to, &Line::Row(row))
        })?;
    }
    put(to, &Line::End { rows })?;
    Ok(rows)
}

fn put(to: &mut dyn Write, line: &Line) -> Result<()> {
    let mut text = serde_json::to_vec(line).map_err(Error::internal)?;
    text.push(b'\n');
    to.write_all(&text).map_err(|cause| {
        Error::new(Kind::Unavailable, format!("The backup cannot be written: {cause}."))
            .because(cause)
    })
}

/// Reads tables and rows up to the end.
fn read_into(lines: &mut Lines<'_>, sink: &mut dyn Sink) -> Result<u64> {
    let mut table: Option<(String, Vec<String>)> = None;
    let mut count = 0;
    loop {
        match (lines.next()?, &table) {
            (Line::Table { name, columns }, _) => table = Some((name, columns)),
            (Line::Row(row), Some((name, columns))) if row.len() == columns.len() => {
                sink.insert(name, columns, &row)?;
                count += 1;
            }
            (Line::End { rows }, _) if rows == count => return Ok(count),
            _ => return Err(broken(&format!("its line {} is not what must follow", lines.number))),
        }
    }
}

/// The lines of a text.
struct Lines<'a> {
    from: &'a mut dyn BufRead,
    number: u64,
}

impl Lines<'_> {
    fn next(&mut self) -> Result<Line> {
        let mut line = Vec::new();
        self.number += 1;
        match self.from.read_until(b'\n', &mut line) {
            Ok(0) => Err(broken("it ends too early")),
            Ok(_) => serde_json::from_slice(&line)
                .map_err(|_| broken(&format!("its line {} cannot be read", self.number))),
            Err(cause) => Err(broken(&format!("it cannot be read: {cause}"))),
        }
    }
}

fn broken(problem: &str) -> Error {
    Error::new(Kind::BadParam, format!("The backup's text of the store is broken: {problem}."))
}

/// The refusal to fill a store that has rows.
fn filled(store: &str, table: &str) -> Error {
    let message = format!(
        "The store {store} has rows already (in {table}); a backup is restored into an empty one. \
         Nothing was changed."
    );
    Error::new(Kind::Conflict, message)
}

/// A name in double quotes, as both engines take it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

/// The columns in double quotes, with commas between.
fn listed(columns: &[String]) -> String {
    columns.iter().map(|column| quoted(column)).collect::<Vec<_>>().join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Kept(Vec<(String, Vec<Cell>)>);

    impl Sink for Kept {
        fn insert(&mut self, table: &str, _columns: &[String], row: &[Cell]) -> Result<()> {
            self.0.push((table.to_owned(), row.to_vec()));
            Ok(())
        }
    }

    fn read_text(text: &str) -> Result<Kept> {
        let mut kept = Kept::default();
        let mut from = text.as_bytes();
        read_into(&mut Lines { from: &mut from, number: 1 }, &mut kept)?;
        Ok(kept)
    }

    #[test]
    fn cells_of_each_kind_are_read() {
        let text = "{\"table\":{\"name\":\"t\",\"columns\":[\"a\",\"b\",\"c\"]}}\n\
                    {\"row\":[null,-5,\"x\\ny\"]}\n{\"end\":{\"rows\":1}}\n";
        let row = vec![Cell::Null, Cell::Int(-5), Cell::Text("x\ny".to_owned())];
        assert_eq!(read_text(text).unwrap().0, [("t".to_owned(), row)]);
    }

    #[test]
    fn what_is_cut_or_does_not_fit_is_refused() {
        let table = "{\"table\":{\"name\":\"t\",\"columns\":[\"a\"]}}\n";
        for rest in [
            "",
            "{\"row\":[1,2]}\n",
            "{\"row\":[1]}\n{\"end\":{\"rows\":2}}\n",
            "{\"row\":[1.5]}\n",
            "nonsense\n",
        ] {
            assert!(read_text(&format!("{table}{rest}")).is_err(), "{rest:?}");
        }
        assert!(read_text("{\"row\":[1]}\n").is_err());
    }
}
